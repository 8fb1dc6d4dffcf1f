"""What is somebody's stays in the workbook (F66): every command is run once, and all that came of it is searched.

Names of members belong in answers and papers, and nowhere else: no log, no temporary file, no name of a backup, no traceback,
no argument of a process. Numbers that name a person are masked but in the export for the national database. Who denounced
somebody stands in no output whatever.
"""

from __future__ import annotations

import contextlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from addin.cli import main
from addin.cli.way_in import cli
from tests.jobs.every_command import ACCUSER, NEW_ACCUSER, NEW_NUMBER, NO_WORKBOOK, run_all

OFFICE = frozenset({".docx", ".xlsx"})


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    return run_all(tmp_path_factory.mktemp("mọi lệnh"))


def parts(path):
    """The parts of an office file as text, the whole of any other."""
    if path.suffix not in OFFICE:
        return {"": path.read_bytes().decode("utf-8", "replace")}
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def made(seen):
    """Every file that is no workbook of the cell's and no copy of one."""
    return [path for path in seen.files if path.name != "sổ.xlsx" and not (path.parent.name == "Sao lưu" and path.suffix == ".xlsx")]


def holding(texts, wanted):
    """Which text holds any of the words."""
    return sorted({where for where, text in texts.items() for one in wanted if one in text})


def test_every_command_was_run(seen):
    """Each said something."""
    assert {key.split()[0] for key in seen.told} == cli.commands.keys() - NO_WORKBOOK
    assert set(seen.codes.values()) <= {0, 1, 2, 3}
    assert [key for key, told in seen.told.items() if not told.strip()] == []
    assert len(seen.names) == 14
    assert len(seen.numbers) >= 20


def test_numbers_that_name_a_person_are_told_by_their_end_alone(seen):
    """Terminal and JSON, values that are only meant and errors too; the rows of `show --json` alone are as they were read."""
    assert holding(seen.told, [*seen.numbers, NEW_NUMBER]) == [key for key in seen.told if key.startswith("show ") and key.endswith("--json")]
    assert any(f"•{NEW_NUMBER[-3:]}" in told for told in seen.told.values())


def test_they_stand_in_the_export_for_the_database_and_in_no_other_file(seen):
    """Papers, figures, logs, registers, results of a batch."""
    files = {path.name: "".join(parts(path).values()) for path in made(seen)}

    assert holding(files, [*seen.numbers, NEW_NUMBER]) == ["Đảng viên CSDL 2026-11-23.xlsx"]


def test_who_denounced_somebody_is_told_nowhere_at_all(seen):
    """Not before and after of a square that is set by hand, nor in any file."""
    files = {str(path.relative_to(seen.folder)): "".join(parts(path).values()) for path in made(seen)}

    assert holding({**seen.told, **files}, [ACCUSER, NEW_ACCUSER]) == []
    assert any("(không hiển thị)" in told for told in seen.told.values())


def test_logs_registers_and_records_of_backups_name_nobody(seen):
    """Also those a person gave a reason with a name in it for."""
    kept = {str(path.relative_to(seen.folder)): path.read_text("utf-8") for path in seen.files if path.suffix in {".json", ".jsonl", ".log"} and not path.relative_to(seen.folder).parts[0].startswith("lượt")}

    assert len(kept) > 10
    assert holding(kept, seen.names) == []


def test_one_persons_record_has_a_line_of_its_own_in_the_log(seen):
    """Which row of the list, and not who."""
    lines = [json.loads(line) for line in (seen.folder / "Nhật ký" / "sổ.xlsx.jsonl").read_text("utf-8").splitlines()]
    (told,) = [line for line in lines if line["command"] == "person"]

    assert told["person"] == {"sheet": "Đảng viên", "row": 4}
    assert [(one["kind"], "file" in one) for one in told["files"]] == [("member-record", False)]


def test_no_file_but_a_paper_is_called_after_anybody(seen):
    """Temporary files, backups, records: whatever was opened to be written, or moved."""
    others = {path for path in seen.written if Path(path).parent.name != "Văn bản"}

    assert len(others) > 50
    assert holding(dict(zip(others, others, strict=True)), [*seen.names, *seen.numbers, ACCUSER]) == []
    assert seen.left == []


@pytest.mark.posix  # how Windows starts one is not heard here
def test_no_process_is_started_with_a_name_or_number_among_its_words(seen):
    """Anybody may list them."""
    assert seen.started
    assert holding(dict(enumerate(seen.started)), [*seen.names, *seen.numbers, ACCUSER, str(seen.folder)]) == []


def test_files_of_ours_say_nothing_of_who_made_them_where(seen):
    """No author, no company, no path of this machine, no comment, no sheet hidden but the base a group's copy carries."""
    for path in made(seen):
        if path.suffix in OFFICE:
            found = parts(path)
            about = "".join(found.get(f"docProps/{name}.xml", "") for name in ("core", "app", "custom"))
            for tag in ("dc:creator", "cp:lastModifiedBy", "Company", "Manager", "HyperlinkBase"):
                assert f"<{tag}>" not in about or f"<{tag}></{tag}>" in about, (path.name, tag)
            assert str(seen.folder) not in "".join(found.values()), path.name
            assert not [name for name in found if "comments" in name or name.startswith("docProps/thumbnail")], path.name
            assert 'state="hidden"' not in found.get("xl/workbook.xml", "") or "Số liệu" in path.name or path.parent.name == "Bản của tổ"


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["lines", "json"])
def test_a_bug_tells_where_in_the_code_and_nothing_of_what_it_met(seen, monkeypatch, form):
    """An exception's own text may be a square's."""
    monkeypatch.setattr("addin.jobs.show.show", lambda _: {}[seen.names[0]])
    out, err = io.StringIO(), io.StringIO()

    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.raises(SystemExit) as ended:
        main(["show", str(seen.folder / "sổ.xlsx"), *form])

    told = out.getvalue() + err.getvalue()
    assert ended.value.code == 3
    assert "KeyError: test_privacy.py:" in told
    assert holding({"": told}, seen.names) == []
    assert "Traceback" not in told
