"""The log of every command that writes, and `verify`: chain, register, every fingerprint, backups; the file or line named (F54, F63)."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from addin.hosts.account import account, machine
from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
SET = ("Đảng viên!V4=Hoà", "--write")
DECISION = (
    "--next", "--members", "Trần Thị Thí Dụ;Bùi Thị Tường Thuật", "--year", "2026", "--on", "2026-11-23",
    "--starts", "2026-11-25", "--ends", "2026-11-28", "--team", "Cao Thị Soát;Lê Văn Ví Dụ", "--write",
)  # fmt: skip


@pytest.fixture
def book(tmp_path):
    return Path(shutil.copy(SAMPLE, tmp_path / "so.xlsx"))


def sha256(text):
    return hashlib.sha256(text).hexdigest()


def log(book):
    path = book.parent / "Nhật ký" / f"{book.name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def verified(book):
    """Exit code and what was found, by kind and file."""
    ran = sochibo("verify", book.parent, "--json")
    return ran.code, sorted((one["severity"], one["kind"], one["file"], one["line"]) for one in ran.answer["troubles"])


def issued(book):
    """A decision with its number, and its file."""
    ran = sochibo("decide", book, *DECISION, "--json")
    assert ran.code == 0, ran.out
    return Path(ran.answer["files"][0])


class TestEveryCommandIsLogged:
    @pytest.mark.parametrize(
        "words",
        [
            ("put", *SET), ("check", "--mark"), ("rate", "--year", "2025", "--write"), ("adopt", "--write"), ("decide", *DECISION),
            ("document", "year-end-report", "--year", "2026", "--on", "2026-11-23", "--write"), ("document", "rating-list", "--year", "2025"),
            ("ballots", "--year", "2025"), ("summarise", "--year", "2026", "--write"), ("freeze", "--year", "2020", "--reason", "xong", "--write"),
            ("void", "23-QĐ/CB", "--reason", "ghi nhầm", "--kind", "QĐ", "--write"),
        ],
        ids=" ".join,
    )  # fmt: skip
    def test_with_who_where_what(self, book, words):
        """One line; what was not changed gives none."""
        before = book.read_bytes()
        ran = sochibo(words[0], book, *words[1:])

        assert ran.code in {0, 1}, ran.err
        lines = log(book)
        is_paper = bool(list(book.parent.glob("Văn bản/*")))
        assert len(lines) == (1 if is_paper or book.read_bytes() != before else 0)
        for line in lines:
            assert (line["command"], line["who"], line["machine"], line["workbook"]) == (words[0], account(), machine(), "so.xlsx")
            assert line["rules"]
            assert ("after" in line) == (book.read_bytes() != before)
        assert verified(book)[0] == 0

    def test_undo_void_unfreeze_and_unlock(self, book):
        """What takes back is logged too."""
        sochibo("put", book, *SET)
        sochibo("undo", book)
        book.with_name(".~lock.so.xlsx#").write_text(",LeThu,pc1,28.11.2026 09:00,file:///x;", encoding="utf-8")
        sochibo("unlock", book, "--write")
        issued(book)
        sochibo("void", book, "61-QĐ/CB", "--reason", "ghi nhầm người ký Trần Thị Thí Dụ", "--write")

        lines = log(book)

        assert [line["command"] for line in lines] == ["put", "undo", "unlock", "decide", "void"]
        assert lines[0]["before"] == lines[1]["after"]
        assert lines[2]["locks"] == [{"file": ".~lock.so.xlsx#", "program": "LibreOffice", "machine": "pc1"}]
        assert [line.get("numbers") for line in lines[3:]] == [[{"number": "61-QĐ/CB", "state": "issued"}], [{"number": "61-QĐ", "state": "void"}]]
        assert verified(book)[0] == 0

    def test_nothing_personal_stands_there(self, book):
        """No name of anybody, no value, not in names of files either."""
        issued(book)
        sochibo("put", book, "Đảng viên!V5=Bùi Thị Tường Thuật", "--write")
        sochibo("document", book, "explanation", "--for", "Trần Thị Thí Dụ", "--year", "2025")
        text = (book.parent / "Nhật ký" / "so.xlsx.jsonl").read_text(encoding="utf-8")

        names = {row["full_name"] for row in sochibo("show", book, "--json").answer["tables"]["members"]}

        assert len(log(book)) == 3
        assert len(names) > 20
        assert not [name for name in names if name in text]

    def test_a_preview_and_a_draft_leave_none(self, book):
        """Nothing happened."""
        sochibo("put", book, SET[0])
        sochibo("document", book, "year-end-report", "--year", "2026", "--on", "2026-11-23")

        assert log(book) == []

    def test_a_log_that_cannot_be_written_is_a_remark(self, book, monkeypatch):
        """It is done: exit 0, said on stderr, and the next write makes up for it."""
        with monkeypatch.context() as broken:
            broken.setattr("addin.hosts.log.appending._write", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
            ran = sochibo("put", book, *SET)
        assert (ran.code, log(book)) == (0, [])
        assert "Đã làm xong, nhưng chưa ghi được vào nhật ký của «so.xlsx»" in ran.err

        sochibo("put", book, "Đảng viên!V4=Hợp", "--write")
        with monkeypatch.context() as broken:
            broken.setattr("addin.hosts.log.appending._write", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
            sochibo("put", book, "Đảng viên!V4=Hiệp", "--write")
        assert ("warning", "log_lacks", "Nhật ký/so.xlsx.jsonl", None) in verified(book)[1]

        sochibo("put", book, "Đảng viên!V4=Hiệp", "--write")  # the same again: nothing to write, and the line is made up for
        assert len(log(book)) == 3

        sochibo("put", book, "Đảng viên!V4=Hoà", "--write")

        lines = log(book)
        assert [line["command"] for line in lines] == ["interrupted", "put", "interrupted", "put"]
        assert [one["before"] for one in lines[1:]] == [one["after"] for one in lines[:-1]]
        assert verified(book) == (0, [("warning", "log_recovered", "Nhật ký/so.xlsx.jsonl", number) for number in (1, 3)])


class TestVerify:
    def test_nothing_to_look_at(self, book):
        """Said, not passed over; a folder that is not there cannot be read."""
        assert "chưa có nhật ký, sổ số văn bản hay bản sao lưu nào" in sochibo("verify", book.parent).out
        assert sochibo("verify", book.parent / "không có").code == 3

    def test_a_changed_paper_is_named(self, book):
        """F54: one byte more."""
        file = issued(book)
        file.write_bytes(file.read_bytes() + b"x")

        assert verified(book) == (1, [("error", "paper_changed", f"Văn bản/{file.name}", None)])

    def test_a_paper_taken_away_is_named_and_one_moved_is_found(self, book):
        """By its name, below the folder."""
        file = issued(book)
        away = book.parent / "Hồ sơ" / file.name
        away.parent.mkdir()
        file.rename(away)
        assert verified(book) == (0, [])

        away.unlink()

        assert verified(book) == (1, [("error", "paper_missing", f"Văn bản/{file.name}", None)])

    def test_a_paper_whose_name_is_not_logged_is_known_by_its_bytes(self, book):
        """Called after a person."""
        ran = sochibo("document", book, "explanation", "--for", "Trần Thị Thí Dụ", "--year", "2025", "--json")
        assert verified(book) == (0, [])

        Path(ran.answer["files"][0]).write_bytes(b"x")

        assert [kind for _, kind, *_ in verified(book)[1]] == ["paper_missing"]

    @pytest.mark.parametrize(("change", "kind"), [("", "register_broken"), ('{"state": "iss', "register_broken"), ('{"state": "lost"}', "register_broken")])
    def test_a_broken_claim_is_named(self, book, change, kind):
        """Empty, half, or of no state."""
        issued(book)
        claim = next((book.parent / "Sổ số văn bản").rglob("0061.json"))
        claim.write_text(change, encoding="utf-8")

        code, found = verified(book)

        assert code == 1
        assert ("error", kind, claim.relative_to(book.parent).as_posix(), None) in found

    def test_a_gap_a_double_and_seven_digits(self, book):
        """Each by its file."""
        issued(book)
        folder = next((book.parent / "Sổ số văn bản").rglob("0061.json")).parent
        for name in ("0064.json", "00064.json", "1000000.json"):
            (folder / name).write_text('{"state": "void", "reason": "x"}', encoding="utf-8")

        found = {(kind, Path(file).name) for _, kind, file, _ in verified(book)[1]}

        assert found == {("register_gap", folder.name), ("register_twice", "00064.json"), ("register_strange", "1000000.json")}

    def test_backups_changed_taken_away_or_unreadable(self, book):
        """The copy, and its small file."""
        for number in range(3):
            sochibo("put", book, f"Đảng viên!V4={number} người", "--write")
        first, second, third = sorted(path for path in (book.parent / "Sao lưu").glob("*.xlsx"))
        first.write_bytes(first.read_bytes() + b"x")
        second.unlink()
        third.with_name(f"{third.name}.json").write_text("{", encoding="utf-8")

        code, found = verified(book)

        assert code == 1
        assert {(kind, Path(file).name) for _, kind, file, _ in found} == {
            ("backup_changed", first.name), ("backup_missing", second.name), ("backup_broken", f"{third.name}.json"),
        }  # fmt: skip

    @pytest.mark.posix
    @pytest.mark.parametrize("is_running", [True, False])
    def test_a_write_whose_line_is_still_to_come_is_no_interrupted_one(self, book, monkeypatch, is_running):
        """Between its move and its line somebody else may write; as long as it runs it has its own line to write."""
        with monkeypatch.context() as broken:
            broken.setattr("addin.hosts.log.appending._write", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
            sochibo("put", book, *SET)
        (record,) = (book.parent / "Sao lưu").glob("*.xlsx.json")
        with subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE) as other:
            told = json.loads(record.read_text("utf-8"))
            record.write_text(json.dumps({**told, "process": f"{machine()}/{other.pid}"}), encoding="utf-8")
            if not is_running:
                other.communicate()

            sochibo("put", book, "Đảng viên!V4=Hợp", "--write")

        assert [line["command"] for line in log(book)] == ([] if is_running else ["interrupted"]) + ["put"]

    def test_the_head_is_told_to_be_noted(self, book):
        """Whoever rewrites everything is found by what stands on paper."""
        sochibo("put", book, *SET)

        ran, told = sochibo("verify", book.parent), sochibo("verify", book, "--json").answer["logs"]

        assert told[0]["sequence"] == 1
        assert f"Dấu cuối nhật ký «so.xlsx»: số 1, {told[0]['head'][:16]}" in ran.out

    def test_a_log_written_anew_from_end_to_end_is_found_by_what_was_printed(self, book):
        """S16, S17: chain, head and backups are made to fit, and only paper remembers; a head that is no head is misuse."""
        for value in ("Hoà", "Hợp", "Hiệp"):
            sochibo("put", book, f"Đảng viên!V4={value}", "--write")
        path = book.parent / "Nhật ký" / "so.xlsx.jsonl"
        printed = [f"{line['sequence']}:{sha256(text)}" for text, line in zip(path.read_bytes().splitlines(), log(book), strict=True)]
        assert sochibo("verify", book.parent, "--head", printed[1], "--head", printed[2][:10]).code == 0

        previous, anew = "", []
        for line in log(book):
            anew.append(json.dumps({**line, "previous": previous, "who": "ai-khac"}, ensure_ascii=False, separators=(",", ":")).encode())
            previous = sha256(anew[-1])
        path.write_bytes(b"".join(text + b"\n" for text in anew))
        (book.parent / "Sao lưu" / "so.xlsx.đầu nhật ký.json").write_text(json.dumps({"sequence": 3, "sha256": previous}), encoding="utf-8")

        assert sochibo("verify", book.parent).code == 0
        ran = sochibo("verify", book.parent, "--head", printed[1])
        assert ran.code == 1
        assert "Không nhật ký nào có lần ghi số 2 với dấu" in ran.out
        assert sochibo("verify", book.parent, "--head", "hai").code == 2

    def test_the_head_is_printed_below_the_figures_of_the_year(self, book):
        """S17: the year's own paper keeps it; without a log nothing is printed."""
        sochibo("summarise", book, "--year", "2025", "--out", book.parent / "trước", "--on", "2026-01-05")
        sochibo("put", book, *SET)
        sochibo("summarise", book, "--year", "2025", "--out", book.parent / "sau", "--on", "2026-01-05")
        (head,) = [one["head"] for one in sochibo("verify", book, "--json").answer["logs"]]

        printed = [
            [cell.value for row in openpyxl.load_workbook(file)["Số liệu"].iter_rows(min_col=2, max_col=2) for cell in row if str(cell.value).startswith("Nhật ký của")]
            for file in (book.parent / when / "Số liệu tổng kết năm 2025.xlsx" for when in ("trước", "sau"))
        ]

        assert printed[0] == []
        assert printed[1] == [f"Nhật ký của «so.xlsx» khi lập tệp này: đến lần ghi số 1, dấu cuối {head}."]

    def test_what_cannot_be_read_is_no_clean_bill(self, book, monkeypatch):
        """Exit 3 and the file, never "nothing was changed"."""
        sochibo("put", book, *SET)
        real = Path.read_bytes

        def failing(path):
            if path.suffix == ".jsonl":
                raise PermissionError(13, "Permission denied", str(path))
            return real(path)

        monkeypatch.setattr(Path, "read_bytes", failing)
        ran = sochibo("verify", book.parent)

        assert ran.code == 3
        assert "so.xlsx.jsonl" in ran.err
