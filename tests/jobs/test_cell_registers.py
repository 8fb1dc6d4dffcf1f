"""`residence`, `trainings`, `disseminations`, `proposals`, `archive` on the sample; papers made again beside a signed one (F45)."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.summaries.records.archive import ArchiveState
from addin.core.tables.rows.book import Book
from addin.jobs.filing.owed import owed
from tests import builders
from tests.builders import member
from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
ON = ("--on", "2026-11-23")
OTHER = "Trần Thị Thí Dụ"
TURN = {"year": 2026, "kind": "Kiểm tra", "member": builders.NAME, "contents": ["TD"], "decision_no": "05-QĐ/CB", "decision_date": "2026-03-02", "ends_on": "2026-04-30"}


@pytest.fixture
def book(tmp_path):
    return Path(shutil.copy(SAMPLE, tmp_path / "sổ.xlsx"))


def answer(*words):
    ran = sochibo(*words, *ON, "--json")
    assert ran.code == 0, ran.out
    return ran.answer


def rows(book, table):
    return sochibo("show", book, "--json").answer["tables"][table]


def test_the_sample_reproduces_what_the_article_made_known(book):
    """H9, H10: chapter VII by four articles, the three regulations, four channels."""
    told = answer("disseminations", book)
    known = {one["instrument"]: one for one in told["documents"]}

    assert known["DIEU-LE-2011"]["articles"] == 4
    assert {"30-QD-TW-2016", "22-QD-TW-2021", "109-QD-TW-2018"} <= set(known)
    assert told["unused_channels"] == []
    assert {len(year["channels"]) for year in told["years"]} == {4}


def test_the_day_of_sending_is_entered_for_everybody_nobody_was_asked_about(book):
    """A row each in Nơi cư trú, once; said again there is nothing left to enter."""
    before = rows(book, "residence_comments")
    waiting = [one["full_name"] for one in answer("residence", book, "--year", "2027")["members"] if one["state"] == "not_asked"]

    ran = sochibo("residence", book, "--year", "2026", "--sent", "2026-11-20", *ON, "--write", "--json")
    assert (ran.code, ran.answer["noted"]) == (0, [])
    early = sochibo("residence", book, "--year", "2027", "--sent", "2027-11-02", "--on", "2027-11-03", "--write", "--json")

    assert early.code == 0, early.out
    assert sorted(early.answer["noted"]) == sorted(waiting)
    added = [row for row in rows(book, "residence_comments") if row["year"] == 2027]
    assert len(added) == len(waiting)
    assert {row["requested_on"] for row in added} == {"2027-11-02"}
    assert [row for row in rows(book, "residence_comments") if row["year"] != 2027] == before


def test_without_write_nothing_is_entered(book):
    """Shown first."""
    before = book.read_bytes()

    ran = sochibo("residence", book, "--year", "2027", "--sent", "2027-11-02", "--on", "2027-11-03")

    assert ran.code == 0
    assert "Ghi ngày gửi 02/11/2027 cho" in ran.out
    assert book.read_bytes() == before


@pytest.mark.parametrize("sent", ["2026-11-24", "2024-11-02"])
def test_a_day_of_sending_of_another_time_is_refused(book, sent):
    """To come, or of another year."""
    ran = sochibo("residence", book, "--year", "2026", "--sent", sent, *ON)

    assert ran.code == 2
    assert "không phải ngày đã qua của năm 2026" in ran.err


@pytest.mark.parametrize(("is_base", "told"), [(False, "danh sách gửi đảng uỷ"), (True, "--variant introduction")])
def test_letters_are_a_base_cells_another_makes_the_list(book, is_base, told):
    """As the papers themselves have it."""
    if is_base:
        settings = sochibo("show", book, "--json").answer
        assert settings
        assert sochibo("put", book, f"Thiết lập!{_square_of(book, 'Chi bộ cơ sở')}=có", "--write").code == 0

    assert told in sochibo("residence", book, "--year", "2027", "--on", "2027-03-01").out


def _square_of(book, title):
    from openpyxl import load_workbook

    sheet = load_workbook(book)["Thiết lập"]
    row = next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == title)
    return f"B{row}"


def test_one_role_may_be_asked_for_and_a_strange_one_is_misuse(book):
    """By its word."""
    assert {one["role"] for one in answer("trainings", book, "--role", "phó bí thư")["holders"]} == {"Phó bí thư"}
    assert sochibo("trainings", book, "--role", "Trưởng ban", *ON).code == 2


def test_every_posts_courses_and_months_are_told(book):
    """The deputy secretary of the sample, by hand: last course ended 15/7/2026."""
    (deputy,) = answer("trainings", book, "--role", "Phó bí thư")["holders"]

    assert (deputy["courses"], deputy["last_on"], deputy["months"], deputy["due"]) == (4, "2026-07-15", 4, False)


def test_proposals_of_the_sample_and_what_became_of_them(book):
    """Twelve: ten done, one refused, one waiting."""
    assert answer("proposals", book)["counts"] == {"waiting": 1, "accepted": 0, "done": 10, "refused": 1}
    assert len(answer("proposals", book, "--year", "2026")["proposals"]) == 2


class TestArchive:
    def test_an_issued_file_is_told_as_it_is_now(self, book):
        """The one issued; changed; gone."""
        made = answer("document", book, "annual-plan", "--year", "2026", "--write", "--another")
        file = Path(made["files"][0])

        def state():
            papers = answer("archive", book, "--year", "2026")["papers"]
            return next(one["file_state"] for one in papers if one["number"] == made["number"])

        assert state() == "same"
        file.write_bytes(file.read_bytes() + b" ")
        assert state() == "changed"
        file.unlink()
        assert state() == "gone"

    def test_only_what_is_missing_may_be_asked_for(self, book):
        """No paper that is there."""
        told = answer("archive", book, "--year", "2025", "--missing")

        assert {one["state"] for one in told["papers"]} <= {"missing", "noted"}
        assert told["counts"]["missing"] == sum(one["state"] == "missing" for one in told["papers"])

    def test_nothing_calls_for_destroying_a_paper(self, book):
        """No table of terms for a cell was found: said, with its mark."""
        told = sochibo("archive", book, "--year", "2025", *ON).out

        assert "Không huỷ hồ sơ nào theo danh sách này." in told
        assert "(chưa kiểm chứng)" in told


class TestCasesOfTheArchive:
    def lines(self, tmp_path, on=date(2026, 11, 23), turns=(TURN,), documents=()):
        members = (member(2), member(3, OTHER))
        book = Book(members=members, inspections=builders.rows("inspections", *turns), documents=builders.rows("documents", *documents))
        return tuple(owed(Reading(book), 2026, on, (tmp_path,)))

    def test_a_case_owes_its_papers_in_the_order_of_the_process(self, tmp_path):
        """The decision is known by number and day, the self-report by its square, the rest is missing once the time is over."""
        decision = {"kind": "Quyết định", "number": "05-QĐ/CB", "date": "2026-03-02", "title": "kiểm tra đảng viên chấp hành"}
        found = {line.form or line.title: line for line in self.lines(tmp_path, turns=({**TURN, "self_report_on": "2026-03-20"},), documents=(decision,))}

        assert [found[key].state for key in ("Quyết định kiểm tra", "KT2", "KT5", "KT9")] == [
            ArchiveState.PRESENT, ArchiveState.MISSING, ArchiveState.NOTED, ArchiveState.MISSING,
        ]  # fmt: skip
        assert not {"KT1", "KT7"} & set(found)
        assert found["KT5"].day == PartialDate(2026, 3, 20)

    @pytest.mark.parametrize(("on", "state"), [(date(2026, 4, 30), ArchiveState.NOT_DUE), (date(2026, 5, 1), ArchiveState.MISSING)])
    def test_what_the_process_has_not_reached_is_not_missing(self, tmp_path, on, state):
        """The last day of the inspection, and the day after."""
        assert {line.form: line.state for line in self.lines(tmp_path, on=on)}["KT9"] is state

    def test_a_paper_of_each_member_is_told_for_each(self, tmp_path):
        """Two members, one notice."""
        turns = ({**TURN, "conclusion": "Tốt"}, {**TURN, "member": OTHER, "conclusion": "Tốt"})
        notice = {"kind": "Thông báo", "number": "03-TB/CB", "date": "2026-05-02", "title": "thông báo kết luận kiểm tra", "subject": builders.NAME}
        told = {line.title: line.state for line in self.lines(tmp_path, turns=turns, documents=(notice,)) if line.form == "KT10"}

        assert [state for title, state in told.items() if OTHER in title] == [ArchiveState.MISSING]
        assert [state for title, state in told.items() if builders.NAME in title] == [ArchiveState.PRESENT]

    def test_a_paper_without_a_number_counts_where_its_file_lies(self, book):
        """Made by `document`: no line of Văn bản, the file is in the folder."""
        def schedule():
            papers = answer("archive", book, "--year", "2026")["papers"]
            return next(one for one in papers if one["form"] == "KT2" and "60-QĐ/CB" in one["group"])

        assert schedule()["state"] == "missing"
        made = answer("document", book, "team-schedule", "--decision", "60-QĐ/CB", "--year", "2026")

        assert schedule()["state"] == "present"
        assert Path(made["files"][0]).name in schedule()["note"]


class TestFingerprints:
    def named(self, book, file):
        """The first line of Văn bản names a file."""
        layout = next(one for one in sochibo("show", book, "--json").answer["layout"] if one["table"] == "documents")
        row = rows(book, "documents")[0]["row"]
        assert sochibo("put", book, f"{layout['sheet']}!{layout['columns']['file']}{row}={file}", "--write").code == 0

    def test_a_scan_gets_its_fingerprint_once_and_a_change_is_then_seen(self, book):
        """Written only with --write; never replaced; `verify` tells the change."""
        scan = book.parent / "quet 01.docx"
        scan.write_bytes(b"ban quet")
        self.named(book, scan.name)
        print_ = hashlib.sha256(b"ban quet").hexdigest()

        assert [one["fingerprint"] for one in answer("fingerprints", book)["papers"]] == [print_]
        assert rows(book, "documents")[0]["fingerprint"] is None
        answer("fingerprints", book, "--write")
        assert rows(book, "documents")[0]["fingerprint"] == print_
        scan.write_bytes(b"ban khac")
        assert answer("fingerprints", book, "--write")["papers"] == []
        assert rows(book, "documents")[0]["fingerprint"] == print_

    @pytest.mark.parametrize(("files", "why"), [((), "không thấy tệp cạnh sổ"), ((b"mot", b"hai"), "có nhiều tệp khác nhau cùng tên")])
    def test_what_cannot_be_told_is_left_blank(self, book, files, why):
        """No file, or two that differ under one name."""
        for at, content in enumerate(files):
            (book.parent / str(at)).mkdir()
            (book.parent / str(at) / "quet.docx").write_bytes(content)
        self.named(book, "quet.docx")

        ran = sochibo("fingerprints", book, *ON, "--write")

        assert ran.code == 0
        assert why in ran.out
        assert rows(book, "documents")[0]["fingerprint"] is None


def test_a_signed_copy_is_never_written_over_and_the_new_print_says_so(book, tmp_path):
    """Somebody scanned the signed decision under the same name: the print stands beside it, the line of Văn bản is untouched (F45)."""
    out = tmp_path / "out"
    first = answer("decide", book, "--decision", "23-QĐ/CB", "--out", out)
    signed = Path(first["files"][0])
    signed.write_bytes(b"ban quet co chu ky")
    documents = rows(book, "documents")

    again = answer("decide", book, "--decision", "23-QĐ/CB", "--out", out, "--write")

    assert signed.read_bytes() == b"ban quet co chu ky"
    assert Path(again["files"][0]).name == f"{signed.stem} (bản 2).docx"
    assert ["đã ký" in told and "không thay bản đã ký" in told for told in again["warnings"]] == [True]
    assert rows(book, "documents") == documents
