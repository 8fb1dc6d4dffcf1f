"""Our checks against the same checks by pandera, over the same 5,000 supervision notes; and their growth to 10,000 notes.

Both sides get what they check ready in memory, ours as rows, pandera's as a frame of its own types, and both must find
the same squares by the same rules, which is looked at before anything is timed. Ours says besides what is wrong at each
square, in a sentence with the values seen, and the text it stands on; pandera gives the value alone.
CPU, interleaved, medians of ratios.
"""

from __future__ import annotations

import gc
import importlib.util
import random
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from contracts import ROOT, Contract, judged, left_out

sys.path.insert(0, str(ROOT))
ON = date(2025, 12, 31)
NOTES, FEW, MANY = 5_000, 1_000, 10_000
ROUNDS, AT_LEAST, MOST = 9, 10, 1.3
KEYS = ("noted_on", "group", "observer", "member", "kind", "happened_on", "text", "action", "action_on")
DAYS = ("noted_on", "happened_on", "action_on")
REQUIRED = ("noted_on", "observer", "member", "kind", "text")
RULES = ("SUP101", "SUP102", "SUP201", "SUP202", "SUP203", "SUP204", "SUP205", "SUP301", "SUP302")
SHARE_AT_FAULT = 0.021
"""As in engineering/performance.md §6: some hundred squares in 5,000 rows."""
FIRST_ROW = 2
Squares = set[tuple[str, int, str]]


def main() -> int:
    gc.set_threshold(100_000)
    grown = growth()
    if importlib.util.find_spec("pandera") is None:
        return max(left_out("checks / pandera: pandera is not installed here (make .venv/.dev)"), judged(grown))
    against_pandera("every row at fault (most of our time are its sentences; no contract)", notes(NOTES, 1))
    wanted = against_pandera("two rows in a hundred at fault", notes(NOTES, SHARE_AT_FAULT))
    return judged(Contract(f"checks of {NOTES} rows: pandera / ours", wanted, AT_LEAST, at_least=True), grown)


def against_pandera(said: str, rows: list[tuple]) -> float:
    """How many times our time pandera takes."""
    reading, frame = reading_of(rows), frame_of(rows)
    ours, theirs = squares_of_ours(reading), squares_of_theirs(frame)
    assert ours == theirs, sorted(ours ^ theirs)[:10]
    assert {code for code, *_ in ours} == set(RULES)
    pairs = [(timed(lambda: find(reading)), timed(lambda: failures(frame))) for _round in range(ROUNDS)]
    own, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    print(f"{said}: the same {len(ours)} squares of {len(rows)} rows; ours {own * 1000:.1f} ms CPU, pandera {other * 1000:.1f}: {ratio:.1f}")
    return ratio


def growth() -> Contract:
    """Every rule of the catalogue, over a workbook of members and notes."""
    few, many = (reading_of(notes(count, SHARE_AT_FAULT)).book for count in (FEW, MANY))
    pairs = [(timed(lambda: run(few)) / FEW, timed(lambda: run(many)) / MANY) for _round in range(ROUNDS)]
    own, other = (statistics.median(times) * 1e6 for times in zip(*pairs, strict=True))
    print(f"all rules: {own:.1f} us CPU a note of {FEW}, {other:.1f} of {MANY}")
    return Contract(f"all rules: a note of {MANY} / a note of {FEW}", other / own, MOST)


def timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


# The rows.


def notes(count: int, share: float) -> list[tuple]:
    """Notes in good order, and among them a share with one fault each, of every kind in turn."""
    chance, names = random.Random(count), people()
    rows, faults = [], 0
    for number in range(count):
        row = note(number, count, names, chance)
        if chance.random() < share:
            spoil(row, faults)
            faults += 1
        rows.append(tuple(row[key] for key in KEYS))
    return rows


def people() -> list[str]:
    return [f"{family} {middle} {given}" for family in ("Nguyễn", "Trần", "Lê") for middle in ("Văn", "Thị", "Đức") for given in ("An", "Bình", "Cường", "Hạnh")]


def note(number: int, count: int, names: list[str], chance: random.Random) -> dict:
    from addin import glossary

    seen = date(2016, 1, 4) + timedelta(number * 3_600 // count)
    observer, member = chance.sample(names, 2)
    kinds = glossary.canonical_choices("note_kind")
    return {
        "noted_on": seen, "group": f"Tổ đảng {number % 3 + 1}", "observer": observer, "member": member,
        "kind": kinds[number % len(kinds)], "happened_on": seen - timedelta(chance.randrange(5)),
        "text": f"Việc thứ {number} làm theo kế hoạch của tổ", "action": "Đã nhắc trong cuộc họp", "action_on": seen + timedelta(2),
    }  # fmt: skip


def spoil(row: dict, number: int) -> None:
    """One fault more; where a day is spoilt, nothing else about it may be."""
    from addin.glossary.choices import NoteKind

    seen = row["noted_on"]
    faults = (
        *({key: None} for key in REQUIRED),
        {"kind": NoteKind.SIGN_OF_VIOLATION, "action": None},
        {"noted_on": date(2027, 3, 1), "happened_on": date(2027, 3, 1), "action_on": date(2027, 3, 1)},
        {"happened_on": seen + timedelta(9)},
        {"action_on": seen - timedelta(9)},
        {"happened_on": seen - timedelta(200)},
        {"member": row["observer"]},
        {"member": "Người Không Có Tên"},
        {"observer": "Người Không Có Tên"},
    )
    row.update(faults[number % len(faults)])


# Ours.


def reading_of(rows: list[tuple]):
    from addin import glossary
    from addin.core.grids import Grid
    from addin.core.persons.reading import Reading
    from addin.core.tables.reading import read_book

    members = ("full_name", "birth_date", "admitted_on", "official_on", "group")
    listed = [(name, date(1980, 1, 1), date(2008, 5, 19), date(2009, 5, 19), f"Tổ đảng {at % 3 + 1}") for at, name in enumerate(people())]
    tables = (("members", members, listed), ("supervision_notes", KEYS, rows))
    grids = [
        Grid(glossary.sheet_name(table), (tuple(glossary.header(table, key) for key in keys), *lines))
        for table, keys, lines in tables
    ]
    reading = Reading(read_book(grids))
    assert len(reading.book.supervision_notes) == len(rows)
    return reading


def find(reading):
    from addin.core import catalogue
    from addin.core.findings import sort_findings
    from addin.core.persons.reading import Reading
    from addin.core.rules.context import Context

    context = Context(Reading(reading.book), ON)
    return sort_findings(found for code in RULES for found in catalogue.rule_of(code).findings(context))


def run(book):
    from addin.core import catalogue
    from addin.core.persons.reading import Reading

    return catalogue.run(Reading(book), ON)


def squares_of_ours(reading) -> Squares:
    return {(found.rule, found.place.row, KEYS[found.place.column - 1]) for found in find(reading)}


# Theirs.


def frame_of(rows: list[tuple]):
    import pandas as pd

    frame = pd.DataFrame(rows, columns=list(KEYS))
    return frame.assign(**{key: pd.to_datetime(frame[key]) for key in DAYS})


@cache
def schema():
    """The same rules said to pandera: by column where one column is enough, else wide checks over the frame."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pandera.pandas as pa
    from addin.core.tables.rows.settings import Settings
    from addin.glossary.choices import NoteKind

    rhythm = Settings().supervision_rhythm_days
    text, day, known = str, "datetime64[ns]", pa.Check.isin(people())
    columns = {
        "noted_on": pa.Column(day, pa.Check.le(ON.isoformat()), nullable=False, coerce=True),
        "group": pa.Column(text, nullable=True),
        "observer": pa.Column(text, known, nullable=False),
        "member": pa.Column(text, known, nullable=False),
        "kind": pa.Column(text, nullable=False),
        "happened_on": pa.Column(day, nullable=True, coerce=True),
        "text": pa.Column(text, nullable=False),
        "action": pa.Column(text, nullable=True),
        "action_on": pa.Column(day, nullable=True, coerce=True),
    }
    wide = {
        "SUP102": lambda rows: ~((rows.kind == NoteKind.SIGN_OF_VIOLATION) & rows.action.isna()),
        "SUP202": lambda rows: ~(rows.happened_on > rows.noted_on),
        "SUP203": lambda rows: ~(rows.noted_on > rows.action_on),
        "SUP204": lambda rows: ~((rows.noted_on - rows.happened_on).dt.days > rhythm),
        "SUP205": lambda rows: ~((rows.member == rows.observer) & rows.member.notna()),
    }
    return pa.DataFrameSchema(columns, checks=[pa.Check(check, name=name) for name, check in wide.items()])


def failures(frame):
    """What its lazy validation tells."""
    from pandera.errors import SchemaErrors

    try:
        schema().validate(frame, lazy=True)
    except SchemaErrors as errors:
        return errors.failure_cases
    raise AssertionError


def squares_of_theirs(frame) -> Squares:
    """Its findings in our words: of a wide check only the square it is about."""
    at = {"SUP102": "action", "SUP202": "happened_on", "SUP203": "action_on", "SUP204": "noted_on", "SUP205": "observer"}
    found: Squares = set()
    for column, check, index in failures(frame)[["column", "check", "index"]].itertuples(index=False):
        if check == "not_nullable":
            found.add(("SUP101", int(index) + FIRST_ROW, column))
        elif check.startswith("less_than"):
            found.add(("SUP201", int(index) + FIRST_ROW, column))
        elif check.startswith("isin"):
            found.add(({"member": "SUP301", "observer": "SUP302"}[column], int(index) + FIRST_ROW, column))
        else:
            found.add((check, int(index) + FIRST_ROW, at.get(check, column)))
    return found


if __name__ == "__main__":
    sys.exit(main())
