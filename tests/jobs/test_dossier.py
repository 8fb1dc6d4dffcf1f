"""`dossier`: every paper of one inspection in its order, what is there taken as it is, what is missing told and not invented."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from addin.core.persons.reading import Reading
from addin.documents.parts.request import Request
from addin.errors import Misuse, NoPdf, PaperRefused, Secret
from addin.hosts.closed.book import ClosedBook
from addin.jobs.carry_out import carry_out
from addin.jobs.decide import Wish, decide
from addin.jobs.dossier import dossier
from addin.jobs.opening import Opened, open_book
from addin.output.telling import box_of, form_of, lines_of, table_of
from tests.command import sochibo
from tests.conftest import ROOT
from tests.printing.fake_office import blank

ON = date(2026, 11, 28)
NO_OFFICE = (
    "Máy này không có LibreOffice nên chưa làm được PDF.",
    "Văn bản Word vẫn dùng được: mở tệp đó rồi chọn Lưu thành, loại tệp PDF. Hoặc cài LibreOffice rồi chạy lại.",
)
FIRST, SECOND = "Lê Thị Cần Mẫn", "Nguyễn Văn Hai"


class Printing:
    """Two pages a paper."""

    remarks = ()

    def __init__(self):
        self.printed = []

    def pdf_of(self, title, _paper):
        self.printed.append(title)
        return blank(2)


class NoPrinting:
    """A machine without LibreOffice."""

    remarks = ()

    def pdf_of(self, _title, _paper):
        raise NoPdf(*NO_OFFICE)


@pytest.fixture(scope="module")
def opened():
    """The sample, read once."""
    return open_book(ClosedBook(ROOT / "workbooks" / "mau.xlsx", now=datetime(2026, 11, 28, 8)))


def made(opened, folder, printing=None, **asked):
    """The dossier of the finished inspection of 2026, carried out into the folder; its result."""
    wish = {"decision": "01-QĐ/CB", "year": 2026, **asked}
    outcome = dossier(opened, Request(ON, **wish), (folder,), printing or Printing())
    carry_out(outcome, folder=outcome.result.folder)
    return outcome.result


def lying(folder):
    """What lies there, with its bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def words(content):
    """The text of a Word file."""
    return ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


def test_all_papers_stand_in_the_order_of_the_process_one_a_member_where_it_takes_one(opened, tmp_path):
    """The decision for both, the session and the report of each; the member's own report is nobody else's to write."""
    result = made(opened, tmp_path)

    titles = [one.title for one in result.papers]
    assert titles[:4] == [
        "Quyết định kiểm tra", "Kế hoạch chi tiết, lịch làm việc",
        f"Đề cương báo cáo tự kiểm tra: đồng chí {FIRST}", f"Đề cương báo cáo tự kiểm tra: đồng chí {SECOND}",
    ]  # fmt: skip
    assert titles[-1] == f"Biên bản triển khai Thông báo kết luận: đồng chí {SECOND}"
    assert [(one.title, one.origin) for one in result.missing] == [(f"Báo cáo tự kiểm tra: đồng chí {name}", "missing") for name in (FIRST, SECOND)]
    assert [one.who for one in result.missing] == ["Đảng viên"] * 2
    assert lines_of(result)[-3] == (
        f"Còn thiếu: Báo cáo tự kiểm tra: đồng chí {FIRST} (Tiến hành; Đảng viên, hạn 25/5/2026): đảng viên đã nộp ngày 22/5/2026, thư mục chưa có bản nào."
    )


def test_the_folder_holds_each_paper_the_list_and_one_pdf_of_all(opened, tmp_path):
    """Numbered as in the list; the PDF has the list first, a bookmark each, and the list the pages."""
    result = made(opened, tmp_path)

    there = lying(result.folder)
    whole = PdfReader(io.BytesIO(there["Hồ sơ kiểm tra 01-QĐ-CB 2026.pdf"]))
    contents = words(there["00 Mục lục hồ sơ kiểm tra 01-QĐ-CB 2026.docx"])
    assert "01 Quyết định kiểm tra.docx" in there
    assert f"18 Biên bản triển khai Thông báo kết luận - đồng chí {SECOND}.docx" in there
    assert len(whole.pages) == result.pages == 2 * 17
    assert [item.title for item in whole.outline][:2] == ["Mục lục", "Quyết định kiểm tra"]
    assert "gồm 16 văn bản, 32 tờ" in contents
    assert contents.count("chưa có") == 2


def test_said_twice_it_is_the_same_folder(opened, tmp_path):
    """Nothing changed, nothing is made beside it."""
    result = made(opened, tmp_path)
    before = lying(result.folder)

    again = made(opened, tmp_path)

    assert again.folder == result.folder
    assert lying(again.folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["Hồ sơ kiểm tra 01-QĐ-CB 2026"]


def test_signed_copies_are_taken_as_they_are_and_nothing_is_overwritten(opened, tmp_path):
    """A scan in the folder of papers, one laid into the dossier's own; what is known by its title alone is there too."""
    scan, report, typed = blank(3), blank(5), b"PK written by hand"
    (tmp_path / "Quyết định 01-QĐ-CB 2026 (đã ký).pdf").write_bytes(scan)
    (tmp_path / f"Biên bản làm việc với đảng viên 01-QĐ-CB 2026 {SECOND}.docx").write_bytes(typed)
    first = made(opened, tmp_path)
    (first.folder / f"07 Báo cáo tự kiểm tra - đồng chí {FIRST} bản quét.pdf").write_bytes(report)
    before = lying(first.folder)

    second = made(opened, tmp_path)

    by_title = {one.title: one for one in second.papers}
    assert lying(first.folder) == before
    assert second.folder.name == "Hồ sơ kiểm tra 01-QĐ-CB 2026 (bản 2)"
    assert (by_title["Quyết định kiểm tra"].origin, by_title["Quyết định kiểm tra"].pages) == ("signed", 3)
    assert lying(second.folder)["01 Quyết định kiểm tra (đã ký).pdf"] == scan
    assert lying(second.folder)[f"07 Báo cáo tự kiểm tra - đồng chí {FIRST} (đã ký).pdf"] == report
    assert lying(second.folder)[f"10 Biên bản làm việc với đảng viên - đồng chí {SECOND}.docx"] == typed
    assert [one.title for one in second.missing] == [f"Báo cáo tự kiểm tra: đồng chí {SECOND}"]
    assert by_title[f"Biên bản làm việc với đảng viên: đồng chí {SECOND}"].origin == "found"


def test_a_copy_of_an_earlier_run_is_not_taken_for_a_paper_of_ones_own(opened, tmp_path):
    """What a run put there and nobody wrote on since is made again; what was written on is kept."""
    first = made(opened, tmp_path)
    (first.folder / "02 Kế hoạch chi tiết, lịch làm việc.docx").write_bytes(b"PK amended")

    second = made(opened, tmp_path)

    origins = {one.title: one.origin for one in second.papers}
    assert origins["Kế hoạch chi tiết, lịch làm việc"] == "found"
    assert origins["Quyết định kiểm tra"] == "made"


def test_a_number_used_in_two_years_needs_the_year_in_the_name(opened, tmp_path):
    """01-QĐ/CB of 2024 is not that of 2026."""
    (tmp_path / "Quyết định 01-QĐ-CB (đã ký).pdf").write_bytes(blank(1))
    (tmp_path / "Quyết định 01-QĐ-CB 2024 (đã ký).pdf").write_bytes(blank(1))

    result = made(opened, tmp_path)

    assert result.papers[0].origin == "made"


def test_an_issued_paper_without_a_copy_is_told_by_its_number_and_not_made_again(opened, tmp_path):
    """The cell gave its conclusion as an official letter then; the notice of today would contradict it."""
    result = made(opened, tmp_path, decision="03-QĐ/CB", year=2025)

    notice = next(one for one in result.papers if one.title == "Thông báo kết luận kiểm tra")
    assert (notice.origin, notice.number, notice.pages, notice.file) == ("on_paper", "05-CV/CB", 3, "")
    assert notice.why == "sheet Văn bản ghi số 05-CV/CB ngày 13/8/2025, nhưng thư mục chưa có bản nào"
    assert "Báo cáo giải trình" in [one.title for one in result.missing]


def test_a_cell_without_a_committee_has_the_short_file_with_the_decision_it_gave(opened, tmp_path):
    """Four papers of the short procedure, by what they are called; decision and notice because Kiểm tra has their numbers."""
    book = opened.book
    short = Opened(opened.name, Reading(replace(book, settings=replace(book.settings, has_committee=False))))

    result = made(short, tmp_path)

    titles = list(dict.fromkeys(one.title.partition(":")[0] for one in result.papers))
    assert titles == [
        "Quyết định kiểm tra", "Đề cương báo cáo tự kiểm tra", "Báo cáo tự kiểm tra", "Báo cáo kết quả kiểm tra",
        "Trích biên bản hội nghị chi bộ", "Thông báo kết luận kiểm tra",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("decision", "numbers"),
    [
        ("47-QĐ/CB", ["47-QĐ/CB", "37-BC/CB", "21-BB/CB", "27-CV/CB", "28-CV/CB"]),
        ("48-QĐ/CB", ["48-QĐ/CB", "38-BC/CB", "22-BB/CB", "29-CV/CB", "30-CV/CB", "31-CV/CB", "32-CV/CB"]),
    ],
)
def test_two_cases_of_one_year_share_a_code_of_the_register_and_keep_their_papers_apart(decision, numbers, tmp_path):
    """Both stand under KTGS-2023: told apart by the numbers Kiểm tra names, the days, the members; all on paper, and none made anew but the decision."""
    office = open_book(ClosedBook(ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx", now=datetime(2026, 11, 28, 8)))

    result = made(office, tmp_path, NoPrinting(), decision=decision, year=None)

    assert [one.number for one in result.papers if one.number] == numbers
    assert [one.origin for one in result.papers if one.number] == ["made", *["on_paper"] * (len(numbers) - 1)]


def test_what_lacks_its_data_is_missing_with_the_columns(opened, tmp_path):
    """A supervision that is not concluded has no notice yet; what takes a number and was not given one is a draft."""
    result = made(opened, tmp_path, decision="05-QĐ/CB", year=None)

    why = {one.title: one.why for one in result.missing}
    assert result.name == "Hồ sơ giám sát 05-QĐ-CB 2026"
    assert why["Biên bản triển khai Thông báo kết luận"] == "sheet Kiểm tra chưa ghi “Kết luận”"
    assert why["Báo cáo của đảng viên được giám sát"] == "đảng viên tự viết, chưa thấy nộp"
    minutes = next(one for one in made(opened, tmp_path).papers if one.title.startswith("Trích biên bản"))
    assert minutes.is_draft
    assert any(line.endswith("dự thảo chưa lấy số, 02 trang") for line in lines_of(made(opened, tmp_path)))


def test_papers_of_a_past_inspection_are_not_dated_today(opened, tmp_path):
    """The team's plan came before the work: who signs it dates it."""
    result = made(opened, tmp_path)

    there = lying(result.folder)
    plan = words(there["02 Kế hoạch chi tiết, lịch làm việc.docx"])
    assert "ngày …… tháng …… năm 2026" in plan
    assert "tháng 11 năm 2026" not in plan


def test_without_libreoffice_pages_are_not_known_and_it_says_so(opened, tmp_path):
    """The papers and the list are there; scans are counted all the same; no PDF of a part."""
    (tmp_path / "Quyết định 01-QĐ-CB 2026 (đã ký).pdf").write_bytes(blank(3))

    result = made(opened, tmp_path, NoPrinting())

    there = lying(result.folder)
    assert result.pages is None
    assert result.papers[0].pages == 3
    assert result.remarks == (" ".join(NO_OFFICE),)
    assert "chưa biết số trang" in lines_of(result)[0]
    assert not any(name.startswith("Hồ sơ") for name in there)
    assert "gồm 16 văn bản, ………… tờ" in words(there["00 Mục lục hồ sơ kiểm tra 01-QĐ-CB 2026.docx"])


def test_a_scan_that_cannot_be_read_is_kept_and_told(opened, tmp_path):
    """It lies in the folder as it is; there is no PDF of all, and why is said."""
    (tmp_path / "Quyết định 01-QĐ-CB 2026 (đã ký).pdf").write_bytes(b"%PDF half")

    result = made(opened, tmp_path)

    assert lying(result.folder)["01 Quyết định kiểm tra (đã ký).pdf"] == b"%PDF half"
    assert result.pages is None
    assert result.remarks == ("Tệp PDF hỏng, không đọc được. Quét hoặc in lại tệp đó thành PDF rồi chạy lại.",)


def test_a_stamped_paper_in_the_folder_stops_the_work(opened, tmp_path):
    """Mật and above is not ours to handle; nothing is put together."""
    stamped = io.BytesIO()
    with ZipFile(ROOT / "templates" / "team-schedule.docx") as model, ZipFile(stamped, "w") as package:
        for part in model.namelist():
            package.writestr(part, model.read(part).replace(b"<w:body>", "<w:body><w:p><w:r><w:t>MẬT</w:t></w:r></w:p>".encode()))
    (tmp_path / "Kế hoạch chi tiết, lịch làm việc 01-QĐ-CB 2026.docx").write_bytes(stamped.getvalue())

    with pytest.raises(Secret, match=r"Tệp «Kế hoạch chi tiết, lịch làm việc 01-QĐ-CB 2026\.docx» có dấu độ mật"):
        made(opened, tmp_path)

    assert len(list(tmp_path.iterdir())) == 1


def test_what_is_told_is_one_truth_through_all_doors(opened, tmp_path):
    """The document, the table and the box of one result."""
    result = made(opened, tmp_path)

    told = form_of(result)
    table = table_of(result)
    assert told["missing"] == [one.title for one in result.missing]
    assert [paper["title"] for paper in told["papers"]] == [row[1] for row in table.rows]
    assert set(told) == {"workbook", "dossier", "folder", "pages", "papers", "missing", "remarks"}
    assert set(told["papers"][0]) == {"title", "stage", "who", "origin", "number", "day", "due", "pages", "file", "source", "why", "gaps", "is_draft"}
    assert json.dumps(told)
    assert "--" not in " ".join(box_of(result))


@pytest.mark.parametrize(
    ("asked", "error", "message"),
    [
        ({"decision": "03-QĐ/CB", "year": None}, Misuse, "Số quyết định 03-QĐ/CB được dùng cho nhiều quyết định"),
        ({"decision": "99", "year": None}, Misuse, "không có quyết định số 99"),
        ({"decision": None, "year": 2026}, Misuse, "Chưa cho biết cuộc kiểm tra"),
        ({"decision": None, "name": FIRST, "year": 2022}, Misuse, "Kế hoạch năm 2022 không có dòng Kiểm tra"),
        ({"decision": None, "name": "Trần Văn Bền", "year": 2026}, PaperRefused, "chưa có dòng nào ở sheet Kiểm tra"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(opened, tmp_path, asked, error, message):
    """Nothing is made."""
    with pytest.raises(error, match=message):
        made(opened, tmp_path, **asked)

    assert list(tmp_path.iterdir()) == []


def test_the_command_tells_the_folder_and_the_two_files(tmp_path, monkeypatch):
    """Copies are not told one by one; the workbook is not changed."""
    book = tmp_path / "mau.xlsx"
    shutil.copy(ROOT / "workbooks" / "mau.xlsx", book)
    before = book.read_bytes()
    monkeypatch.setenv("PATH", str(tmp_path))

    ran = sochibo("dossier", book, "--decision", "05-QĐ/CB", "--on", "2026-11-28")

    assert ran.code == 0
    assert [Path(line.removeprefix("Đã lập: ")).name for line in ran.out.splitlines() if line.startswith("Đã lập")] == ["00 Mục lục hồ sơ giám sát 05-QĐ-CB 2026.docx"]
    assert (tmp_path / "Văn bản" / "Hồ sơ giám sát 05-QĐ-CB 2026").is_dir()
    assert book.read_bytes() == before


def test_a_paper_issued_by_us_is_found_by_the_file_the_register_names(tmp_path):
    """Issued with its number, then filed: the very bytes, not made again."""
    book = tmp_path / "mau.xlsx"
    shutil.copy(ROOT / "workbooks" / "mau.xlsx", book)
    host = ClosedBook(book, now=datetime(2026, 11, 28, 8))
    wish = Wish(take_next=True, members="Trần Văn Bền", year=2026, starts=date(2026, 12, 1), ends=date(2026, 12, 20), team="Nguyễn Thị An Lành; Phạm Văn Dũng Cảm; Lê Thị Cần Mẫn")
    outcome = decide(open_book(host), wish, ON)
    (issued,) = carry_out(outcome, host, tmp_path / "Văn bản", issuing=True).made

    result = made(open_book(ClosedBook(book, now=datetime(2026, 11, 28, 9))), tmp_path / "Văn bản", decision=issued.number, year=None)

    assert (result.papers[0].origin, result.papers[0].source) == ("found", Path(issued.path).name)
    assert lying(result.folder)["01 Quyết định kiểm tra.docx"] == issued.path.read_bytes()
