"""The words of message boxes: what is asked before a write, what is said after it, and what fits into a box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from addin.core.findings import Cause, Finding
from addin.core.masks import without_numbers
from addin.core.numerals import padded
from addin.core.places import Place
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import columns_of
from addin.core.writes import Writes
from addin.errors import SochiboError
from addin.glossary import header, sheet_name
from addin.hosts.live import TakenBack
from addin.jobs.outcome import Outcome
from addin.output.preview import preview_lines
from addin.output.telling import box_of
from addin.output.values import made_line

if TYPE_CHECKING:
    from addin.core.tables.recognition.unused import UnusedColumn
    from addin.jobs.decide import Wish
    from addin.jobs.made import Made

LONGEST_TEXT = 1800
LONGEST_LIST = 700
_FIRST_SQUARES = 8


def fitted(lines: Iterable[str], longest: int = LONGEST_TEXT) -> str:
    """As many whole lines as a box shows, and how many were left out; of a first line that is too long its beginning."""
    all_lines = [line for told in lines if told for line in told.split("\n")]
    kept = 0
    length = -1
    while kept < len(all_lines) and length + 1 + len(all_lines[kept]) <= longest:
        length += 1 + len(all_lines[kept])
        kept += 1
    if kept == len(all_lines):
        return "\n".join(all_lines)
    shown = all_lines[:kept] or [all_lines[0][:longest]]
    return "\n".join([*shown, f"… và {len(all_lines) - kept} dòng nữa."])


def write_question(outcome: Outcome[Any], workbook: str) -> str:
    """The count, the first squares and the papers; what is asked stands last, whole."""
    papers = [f"Sẽ lập: {paper.name(None)}" for paper in outcome.effects.papers]
    preview = fitted([*box_of(outcome.result)[:1], *preview_lines(outcome.effects.writes, _FIRST_SQUARES), *papers])
    return f"{preview}\n\nGhi vào sổ «{workbook}»{' và lập văn bản' if papers else ''}?"


def declined(outcome: Outcome[Any], workbook: str) -> str:
    """Nothing happened."""
    return f"Chưa ghi gì vào sổ «{workbook}»{', chưa lập văn bản nào' if outcome.effects.papers else ''}."


def number_question(wish: Wish, rows: Mapping[str, int], workbook: str, register: Path) -> str:
    """For whom the next number is, which rows it brings, and that it is not given back; `rows` counts them by table."""
    added = " và ".join(f"{count} dòng vào bảng {sheet_name(table)}" for table, count in rows.items())
    return (
        f"Lấy số quyết định kế tiếp của năm {wish.year} cho {padded(len(wish.names))} đồng chí: {'; '.join(wish.names)}?\n"
        f"Sẽ thêm {added} của sổ «{workbook}»; số đã lấy ghi ở thư mục «{register}», không dùng lại."
    )


def issue_question(titles: Sequence[str], workbook: str, register: Path) -> str:
    """Which papers would take a number; without one they are drafts all the same."""
    named = "; ".join(titles)
    return (
        f"Lấy số kế tiếp cho {padded(len(titles))} văn bản: {named}?\n"
        f"Có: lấy số, thêm {padded(len(titles))} dòng vào bảng {sheet_name('documents')} của sổ «{workbook}»; số đã lấy ghi ở thư mục «{register}», không dùng lại.\n"
        "Không: chỉ lập bản dự thảo, số để trống."
    )


def number_declined(workbook: str) -> str:
    """No number was taken."""
    return f"Chưa lấy số, chưa ghi gì vào sổ «{workbook}»."


def written(writes: Writes, workbook: str, remarks: Iterable[str], *, is_saved: bool = False) -> Iterator[str]:
    """What was written and where; that it is not saved, or that the office saves it by itself."""
    count = len(writes.squares) + len(writes.appends)
    sheets = sorted({write.place.sheet for write in writes.squares} | {row.sheet for row in writes.appends})
    parts = [f"{count} ô, dòng ở sheet {', '.join(f'“{name}”' for name in sheets)}"] if count else []
    parts += [f"sheet “{sheet.sheet}”" for sheet in writes.sheets]
    parts += [f"ghi chú ở {len(writes.notes)} ô"] if writes.notes else []
    saving = "Sổ đang bật Tự lưu (AutoSave) nên đã được lưu: không ưng thì bấm Hoàn tác" if is_saved else "Sổ chưa lưu: xem rồi tự lưu"
    yield f"Đã ghi {'; '.join(parts) or 'lại các ghi chú'} vào sổ «{workbook}». {saving}."
    yield from (f"Lưu ý: {remark}" for remark in remarks)


def made(papers: Iterable[Made]) -> Iterator[str]:
    """The files that hold the papers, and the numbers they were given."""
    return (made_line(paper) for paper in papers if not paper.is_copy)


def taken_back(undone: TakenBack, workbook: str) -> Iterator[str]:
    """What undo gave back, and what the person should know besides."""
    parts = [f"{undone.square_count} ô"] if undone.square_count else []
    parts += [f"sheet “{name}”" for name in undone.sheets]
    parts += ["các ghi chú"] if undone.has_notes else []
    what = f": {', '.join(parts)}" if parts else ""
    yield f"Đã hoàn tác lần ghi gần nhất vào sổ «{workbook}»{what}."
    yield from (f"Lưu ý: {remark}" for remark in undone.remarks)


def findings_here(place: Place, number: int, count: int, findings: Sequence[Finding], said: str = "") -> Iterator[str]:
    """A square among all that have findings, what it is in words, and its own findings."""
    yield f"Chỗ {number} trong {count}: {place}{f' ({said})' if said else ''}"
    yield from (f"{item.severity.label} {item.rule}: {item.message}\n→ {item.fix}" for item in findings)


def square_said(heading: str, who: str) -> str:
    """A square by its column and the person of its row."""
    return f"{heading} của {who}" if heading and who else heading or who


def same_cause(cause: Cause) -> Iterator[str]:
    """How many squares have the same finding, and which: they can be mended together."""
    if len(cause.places) > 1:
        yield f"{len(cause.places)} ô cùng một lỗi: {cause.squares}"


def no_findings() -> str:
    """Every square is as it should be."""
    return "Không còn lỗi nào theo từng ô trong sổ."


def choice_question(text: str, label: str) -> str:
    """One choice of a question about a layout, to be answered by yes or no."""
    return f"{text}\n\nCó phải là: {label}?"


def unused_question(unused: Sequence[UnusedColumn], refused: str = "") -> str:
    """The columns used for nothing, each with its number, and how to say which columns of the workbook they are."""
    listed = fitted((f"{number}. {item.id} “{item.heading}”" for number, item in enumerate(unused, 1)), LONGEST_LIST)
    head = f"{refused}\n" if refused else ""
    example = f"Ví dụ: 1 = {header(unused[0].table, columns_of(ROW_TYPES[unused[0].table])[-1].key)}"
    return f"{head}Các cột chưa dùng đến:\n{listed}\nGhi số = tên cột của sổ, cách nhau bằng dấu chấm phẩy; bỏ trống nếu không cần.\n{example}"


def error_text(error: SochiboError) -> str:
    """What happened, and the way out by buttons."""
    return without_numbers(f"{error.message}\n→ {error.by_button}")
