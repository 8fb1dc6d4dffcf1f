"""`merge`: the copies of the groups back into the workbook, three ways by record; what two hands wrote differently is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from addin import glossary
from addin.core.grids import Grid
from addin.core.records import dataclass
from addin.core.sharing.choosing import (
    Choice,
    Settled,
    code_of,
    effects_of,
    is_valid,
    letters_of,
    ordered,
)
from addin.core.sharing.copies import Copy, Hand
from addin.core.sharing.lines import Line, lines_of
from addin.core.sharing.matching import KEYS, PERSON
from addin.core.sharing.merging import merge as merged
from addin.core.sharing.plain import value_of
from addin.core.sharing.results import Conflict
from addin.core.sharing.whose import people_of
from addin.core.writes import Writes
from addin.errors import Misuse
from addin.hosts.file_formats import Format
from addin.hosts.port import Host
from addin.jobs.conflict_sheet import Found, Told, conflict_sheet, found_in, is_on, staying
from addin.jobs.conflict_words import told_of
from addin.jobs.merge_writes import Applied, LeftOut, Planner, shown
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.sifting import sifted
from addin.jobs.taking import Taking, takings


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What goes in, what is open or was chosen, what no square takes; `lost` are headings a copy lacks now, by file and sheet.

    `editors` have a copy open, by its file: what they have not saved is not in it.
    """

    workbook: str
    copies: tuple[Hand, ...]
    applied: tuple[Applied, ...]
    conflicts: tuple[Told, ...]
    left_out: tuple[LeftOut, ...]
    lost: tuple[tuple[str, str, str], ...]
    cleared: int
    editors: tuple[tuple[str, str], ...] = ()

    @property
    def open(self) -> tuple[Told, ...]:
        """Conflicts nobody has settled."""
        return tuple(one for one in self.conflicts if not one.choice)

    @property
    def has_errors(self) -> bool:
        """Whether somebody must still choose."""
        return bool(self.open)


def merge(opened: Opened, host: Host, grids: Sequence[Grid], copies: Sequence[Copy], take: Iterable[str] = ()) -> Outcome[MergeResult]:
    """Everything that is clear, and every choice made on the sheet “Xung đột” or by `take`; nothing else is touched."""
    sheets = {table: lines_of(opened.book, grids, table) for table in KEYS}
    here = {table: [line for one in held for line in one.lines] for table, held in sheets.items()}
    found = merged(here, copies, _IsStranger(opened, copies))
    before = found_in(grids)
    told = [told_of(sheets, conflict) for conflict in found.conflicts]
    settled = _settled(found.conflicts, told, {one.code: (one.choice, one.state) for one in before}, takings(take))
    effects = ordered((*found.effects, *(effect for one in settled for effect in effects_of(one))))
    fitting, refused = sifted(opened.book, host, lambda: Planner(opened.book, grids, sheets), effects)
    planner = Planner(opened.book, grids, sheets)
    writes = planner.plan(fitting)
    choices = {code_of(one.conflict): one.choice for one in settled}
    shown_now = tuple(_with_choice(one, choices, before) for one in told)
    sheet = conflict_sheet(shown_now, tuple(staying(before, told, [copy.hand.file for copy in copies])))
    result = MergeResult(
        opened.name,
        tuple(copy.hand for copy in sorted(copies, key=lambda copy: copy.order)),
        tuple(planner.applied),
        shown_now,
        (*planner.left_out, *refused),
        tuple((copy.hand.file, name, heading) for copy in copies for name, heading in copy.lost),
        sum(one.after is None and one.place.column == 0 for one in planner.applied),
        tuple((copy.hand.file, copy.editor) for copy in copies if copy.editor),
    )
    return Outcome(result, effects=Effects(Writes(writes.squares, writes.appends, () if is_on(grids, sheet) else (sheet,))))


class _IsStranger:
    """Whether a row a copy wrote is about somebody of another group; a name nobody has is left to the rules."""

    def __init__(self, opened: Opened, copies: Sequence[Copy]) -> None:
        self._roster = opened.reading.roster
        self._people = {copy.hand.group: people_of(opened.reading, copy.hand.group).own for copy in copies}
        self._known = {str(one.place()) for one in opened.book.members}

    def __call__(self, copy: Copy, line: Line) -> bool:
        key = self._roster.key(shown(value_of(line.says(PERSON))))
        return key in self._known and key not in self._people[copy.hand.group]


def _settled(conflicts: Sequence[Conflict], told: Sequence[Told], before: Mapping[str, tuple[Choice, str]], taken: Sequence[Taking]) -> list[Settled]:
    """A choice given now comes before one that stands on the sheet; Misuse where one given now means nothing."""
    settled, used = [], set()
    for conflict, one in zip(conflicts, told, strict=True):
        given = next((at for at, taking in enumerate(taken) if taking.means(one.code, one.place)), None)
        choice, state = before.get(one.code, (Choice(), ""))
        if given is not None:
            used.add(given)
            choice, state = taken[given].choice_for(letters_of(conflict), is_square=bool(conflict.column)), one.state
        if is_valid(conflict, choice, state):
            settled.append(Settled(conflict, choice))
        elif given is not None:
            raise Misuse(f"“{taken[given].text}” không chọn được cho {one.place}.", f"Chọn một trong: A, {', '.join(letters_of(conflict))}.")
    unmeant = next((taking for at, taking in enumerate(taken) if at not in used and not taking.is_for_all), None)
    if unmeant is not None:
        raise Misuse(f"“{unmeant.text}” không ứng với xung đột nào.", "Chạy lại không có --take để xem các xung đột.")
    return settled


def _with_choice(told: Told, choices: Mapping[str, Choice], before: Sequence[Found]) -> Told:
    """The conflict with its choice; where there is none, with what stands in the place of one."""
    if told.code in choices:
        return replace(told, choice=choices[told.code])
    return replace(told, unfit=next((found.unfit(told.state) for found in before if found.code == told.code), None))


def copies_in(folder: Path, workbook: str) -> list[Path]:
    """The workbooks of a folder of copies, in one order; what offices and synchronisers leave beside them is none."""
    found = [path for path in folder.iterdir() if path.suffix.lower().lstrip(".") in set(Format)] if folder.is_dir() else []
    return sorted(path for path in found if not path.name.startswith(("~$", ".")) and glossary.fold(path.name) != glossary.fold(workbook))
