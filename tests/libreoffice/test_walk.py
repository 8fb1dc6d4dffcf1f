"""An office's workbook with faults in it, worked through in LibreOffice by “Kiểm tra dữ liệu”, “Sửa an toàn” and “Lỗi kế tiếp” alone."""

from __future__ import annotations

import pytest

from addin.jobs.marking import marks_for
from tests.libreoffice.clicking import office_with_extension
from tests.libreoffice.test_clicks import pictures, squares
from tests.libreoffice.walking import ON, SEVERITIES, findings_of, plant, settled_book, walk
from tests.proof import count

pytestmark = [pytest.mark.libreoffice, pytest.mark.proof]

SEED, LIST = 7, "Lỗi dữ liệu"


def test_every_fault_is_led_to_and_gone_when_it_is_mended(tmp_path):
    """The worst first, no stop for nothing, two clicks each; what was accepted stays quiet; in the end only what the book had before."""
    path = tmp_path / "Sổ chi bộ.xlsx"
    accepted = settled_book(SEED, path)
    before = findings_of(path)
    faults, spaced = plant(SEED, path, count(4, 20))
    wanted = findings_of(path)

    with office_with_extension(path, on=ON) as office:
        asked, told = office("click", title="Kiểm tra dữ liệu", answers=["Yes", "OK"])
        (_asked, _mended) = office("click", title="Sửa an toàn", answers=["Yes", "OK"])
        name = squares(office, spaced.place.sheet)[spaced.place.row, spaced.place.column]
        office("select", sheet=spaced.place.sheet, area="A1")
        walked = walk(office, faults, str(pictures() / "walk") if pictures() else None)
        again, _ = office("click", title="Kiểm tra dữ liệu", answers=["Yes", "OK"])
        listed = [row for row in rows_of(squares(office, LIST)) if row["STT"]]

    assert f"phải sửa {len(wanted.errors)} lỗi ở {len({one.place for one in wanted.errors})} ô." in told
    assert f"Đã chấp nhận 1 lỗi, không nêu lại: {accepted.rule} {accepted.place};" in told
    assert f"Sẽ lập lại sheet “{LIST}” ({len(wanted.findings)} dòng)." in asked
    assert name == spaced.was
    assert accepted.place not in {place for _, place in walked.stops}
    assert [place for _, place in walked.stops] == [met(fault, walked) for fault in walked.mended]
    ranks = [SEVERITIES.index(severity) for severity, _ in walked.stops]
    assert ranks == sorted(ranks)
    assert walked.clicks == 2 * len(faults)
    assert len(before.errors) == 0
    assert f": 0 lỗi, {counted(before, 'Cảnh báo')} cảnh báo, {counted(before, 'Lưu ý')} lưu ý." in again
    assert [(row["Mã"], row["Sheet"], row["Ô"]) for row in listed] == [(one.rule, one.place.sheet, one.place.cell) for one in ordered(before)]


def met(fault, walked):
    """Where the person was led to it: its own square, or one that speaks of it."""
    place = walked.stops[walked.mended.index(fault)][1]
    assert place == fault.place or place in fault.says
    return place


def counted(result, label):
    return sum(one.severity.label == label for one in result.findings)


def ordered(result):
    """The findings as the list has them."""
    rows = marks_for(result.listed, ON).sheets[0].rows[3:]
    found = {(one.rule, one.place.sheet, one.place.cell): one for one in result.findings}
    return [found[row[2], row[3], row[4]] for row in rows]


def rows_of(held):
    """The list as a person reads it: by heading, below the headings."""
    headings = {column: value for (row, column), value in held.items() if row == 3}
    rows = sorted({row for row, _ in held if row > 3})
    return [{heading: held.get((row, column), "") for column, heading in headings.items()} for row in rows]
