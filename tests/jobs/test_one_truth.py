"""Every pair of papers, figures and screens of a year agrees on every level (design.md §4a, "One truth").

The papers are read back from the Word files. The invented book has a majority, a vote above the ceiling, no majority,
a level entered without votes, one the cell chose below its vote, a superior's decision, nothing at all, and a proposal of
ours that is out of date.
"""

from __future__ import annotations

import re
import shutil
from itertools import combinations
from pathlib import Path

import docx
import openpyxl
import pytest

from addin.glossary import level_words
from tests.command import sochibo
from tests.conftest import ROOT

YEAR = 2025
LEVELS = ("HTXS", "HTT", "HTN", "KHT")
FULL = {"Điểm tiêu chí chung": 28, "Điểm kết quả nhiệm vụ": 66, "Số nhiệm vụ được giao": 10, "Số nhiệm vụ hoàn thành": 10, "Số nhiệm vụ vượt mức": 5, "Số nhiệm vụ chậm": 0}
PEOPLE = {
    "Đinh Văn Một": FULL | {"Phiếu HTXS": 7, "Phiếu HTT": 1},
    "Lò Thị Hai": FULL | {"Số nhiệm vụ vượt mức": 1, "Phiếu HTXS": 8},
    "Giàng A Ba": FULL | {"Phiếu HTXS": 4, "Phiếu HTT": 4},
    "Sầm Thị Bốn": FULL | {"Chi bộ đề nghị": "HTT"},
    "Hà Thị Năm": FULL | {"Phiếu HTXS": 8, "Chi bộ đề nghị": "HTT", "Lý do": "Chi bộ lựa chọn theo giới hạn"},
    "Vì Văn Sáu": FULL | {"Phiếu HTT": 8, "Chi bộ đề nghị": "HTT", "Cấp trên quyết định": "HTN"},
    "Cầm Thị Bảy": {},
    "Quàng Văn Tám": FULL | {"Phiếu HTT": 6, "Phiếu HTXS": 2, "Dự kiến của chương trình": "Hoàn thành xuất sắc nhiệm vụ"},
}
VOTES = ("Phiếu HTXS", "Phiếu HTT", "Phiếu HTN", "Phiếu KHT", "Phiếu không hợp lệ")
HEADINGS = ("Năm", "Đảng viên", *FULL, *VOTES, "Chi bộ đề nghị", "Lý do", "Dự kiến của chương trình", "Căn cứ dự kiến", "Cấp trên quyết định")
SETTINGS = (("Tên chi bộ", "Chi bộ Thử"), ("Đảng bộ cấp trên", "Đảng bộ Thử"), ("Địa danh", "Thử"), ("Nhiệm kỳ", "01/01/2024–31/12/2026"))


def invented(path: Path, people: dict[str, dict[str, object]] = PEOPLE) -> Path:
    """An office's own workbook of eight people."""
    book = openpyxl.Workbook()
    members = book.active
    members.title = "DSĐV"
    members.append(["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Chức vụ Đảng"])
    for at, name in enumerate(people, 1):
        members.append([at, name, "05/3/1980", "03/02/2005", "03/02/2006", "Bí thư" if at == 1 else None])
    ratings = book.create_sheet("Xếp loại")
    ratings.append(HEADINGS)
    for name, entered in people.items():
        ballots = dict.fromkeys(VOTES, 0) if any(key in entered for key in VOTES) else {}
        row = {"Năm": YEAR, "Đảng viên": name} | ballots | entered
        ratings.append([row.get(heading) for heading in HEADINGS])
    counts = book.create_sheet("Kiểm phiếu")
    counts.append(["Năm", "Ngày họp", "Nội dung", "Tổng số đảng viên chính thức", "Triệu tập", "Có mặt", "Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ"])
    counts.append([YEAR, "20/12/2025", "Xếp loại đảng viên", 8, 8, 8, 8, 8, 8, 0])
    settings = book.create_sheet("Thiết lập")
    for line in (("Mục", "Giá trị"), *SETTINGS):
        settings.append(line)
    book.save(path)
    return path


@pytest.fixture(params=[("mau.xlsx", 2025), ("mau.xlsx", 2024), ("chi-bo-van-phong-so-2.xlsx", 2025), ("chi-bo-van-phong-so-2.xlsx", 2020), ("invented", YEAR)], ids=str)
def asked(request, tmp_path):
    """A workbook of its own, and the year."""
    name, year = request.param
    if name == "invented":
        return invented(tmp_path / "sổ.xlsx"), year
    return Path(shutil.copy(ROOT / "workbooks" / name, tmp_path / "sổ.xlsx")), year


def paper(book: Path, year: int, kind: str, *more: object):
    """One paper read back, None where it is refused."""
    out = book.parent / f"{kind} {' '.join(map(str, more))}".strip()
    ran = sochibo("document", book, kind, "--year", year, *more, "--out", out)
    if ran.code == 2:
        assert ran.err.startswith("Chưa lập ")
        return None
    assert ran.code == 0, ran.err
    (file,) = out.glob("*.docx")
    return docx.Document(str(file))


def column(read, heading: str) -> dict[str, str]:
    """A column of the paper's table of people, by name."""
    for table in read.tables:
        heads = [square.text for square in table.rows[0].cells]
        if "Họ và tên" in heads and heading in heads:
            name, at = heads.index("Họ và tên"), heads.index(heading)
            return {bare(row.cells[name].text): row.cells[at].text for row in table.rows[1:]}
    raise AssertionError(heading)


def bare(name: str) -> str:
    """Namesakes have a year behind the name on papers."""
    return re.sub(r"\s*\(.*\)$", "", name)


def counts(read, year: int) -> dict[str, int]:
    """How many of each level the lines of the paper say."""
    lines = [line.text for line in read.paragraphs]
    found = {}
    for level in LEVELS:
        words = level_words(level, year, "member")
        (line,) = [line for line in lines if line.startswith(f"- {words}: ")]
        number = re.search(r": (\d+) đồng chí", line)
        found[level] = int(number[1]) if number else 0
    return found


def counted(levels) -> dict[str, int]:
    """Of levels by code."""
    levels = list(levels)
    return {level: levels.count(level) for level in LEVELS}


def words(level: str | None, year: int) -> str:
    return level_words(level, year, "member") if level else ""


def test_every_paper_figure_and_screen_says_the_same_level(asked):
    """By name where names stand, by number where numbers do."""
    book, year = asked
    told = sochibo("rate", book, "--year", year, "--json").answer
    rated = [one for one in told["members"] if one["status"] == "rated"]
    names = [one["full_name"] for one in rated]
    single = [one for one in rated if names.count(one["full_name"]) == 1]
    level_of = {one["full_name"]: words(one["level"], year) for one in single}
    said = {}

    for kind, heading in (("rating-list", "Mức xếp loại"), ("rating-proposal", "Mức đề nghị")):
        read = paper(book, year, kind)
        if read is None:
            assert None in {one["level"] for one in rated}
            continue
        found = column(read, heading)
        assert len(found) == len(set(names))
        said[kind] = {name: found[name] for name in level_of}
        said[f"{kind}, số"] = counts(read, year)
    said["rate"] = level_of
    screen = dict(re.findall(r"^• (.+?): (.*)$", sochibo("rate", book, "--year", year).out, re.MULTILINE))
    for name, level in level_of.items():
        assert screen[name].startswith(level.capitalize()[:1] + level[1:] if level else ("dự kiến ", "trần ", "biểu quyết lại")), screen[name]
    said["review-minutes, số"] = counts(paper(book, year, "review-minutes"), year)
    figures = {one["id"]: one["value"] for one in sochibo("summarise", book, "--year", year, "--out", book.parent / "tk", "--json").answer["figures"]}
    said["summarise, số"] = figures["ratings.by_level"][str(year)]
    said["rate, số"] = counted(one["level"] for one in rated)
    for one in single[:3]:
        lines = " ".join(line.text for line in paper(book, year, "explanation", "--for", one["full_name"]).paragraphs)
        if one["level"]:
            assert f": “{words(one['level'], year)}”." in lines

    for first, second in combinations([key for key in said if not key.endswith("số")], 2):
        assert said[first] == said[second], (first, second)
    for first, second in combinations([key for key in said if key.endswith("số")], 2):
        assert said[first] == said[second], (first, second)
    report = next((book.parent / "tk").glob("Báo cáo tổng kết*.docx"))
    told_there = " ".join(line.text for line in docx.Document(str(report)).paragraphs).lower()
    for level, number in said["rate, số"].items():
        if number:
            assert re.search(rf"{words(level, year).lower()}:? {number:02}\b|{number:02} đồng chí {words(level, year).lower()}", told_there), told_there


def test_the_minutes_say_the_count_and_the_screen_the_same(asked):
    """What was voted, also where the level of record is another."""
    book, year = asked
    rated = [one for one in sochibo("rate", book, "--year", year, "--json").answer["members"] if one["status"] == "rated"]
    names = [one["full_name"] for one in rated]

    read = paper(book, year, "count-minutes")

    found = column(read, "Kết quả")
    for one in rated:
        if names.count(one["full_name"]) == 1:
            expected = "không mức nào đủ phiếu" if one["vote"] == "no_majority" else words(one["voted"], year)
            assert found[one["full_name"]] == expected
    assert counts(read, year) == counted(one["voted"] for one in rated)


def test_a_frozen_year_keeps_the_same_levels(asked):
    """Freezing changes who may edit, not what was decided; who has no level is warned of."""
    book, year = asked
    before = sochibo("rate", book, "--year", year, "--json").answer["members"]

    ran = sochibo("freeze", book, "--year", year, "--reason", "đã xong", "--write")
    after = sochibo("rate", book, "--year", year, "--json").answer["members"]

    without = [one["full_name"] for one in before if one["status"] == "rated" and one["level"] is None]
    assert ran.code == 0
    assert ("RAT331" in ran.out) is bool(without)
    assert all(name in ran.out for name in without)
    assert [(one["level"], one["level_from"]) for one in after] == [(one["level"], one["level_from"]) for one in before]
    assert [one["result"] for one in after] == [one["level"] for one in before]


def test_the_invented_book_has_a_level_from_everybody_who_may_give_one(tmp_path):
    """Final before cell before vote; no majority and nothing at all give none; ours is none."""
    told = sochibo("rate", invented(tmp_path / "sổ.xlsx"), "--year", YEAR, "--json").answer

    assert {one["full_name"]: (one["level"], one["level_from"], one["result"]) for one in told["members"]} == {
        "Đinh Văn Một": ("HTXS", "vote", "HTXS"),
        "Lò Thị Hai": ("HTXS", "vote", "HTT"),
        "Giàng A Ba": (None, "none", None),
        "Sầm Thị Bốn": ("HTT", "cell", "HTXS"),
        "Hà Thị Năm": ("HTT", "cell", "HTXS"),
        "Vì Văn Sáu": ("HTN", "final", "HTT"),
        "Cầm Thị Bảy": (None, "none", None),
        "Quàng Văn Tám": ("HTT", "vote", "HTT"),
    }
    assert (told["quota"]["base_count"], told["quota"]["proposed_htxs"]) == (5, 2)
