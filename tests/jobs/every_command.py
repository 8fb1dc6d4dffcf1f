"""Every command once over one workbook full of things nobody may read elsewhere: what was told, made, started, left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from multiprocessing import util
from pathlib import Path

import openpyxl

from tests.command import sochibo
from tests.conftest import ROOT

ACCUSER, NEW_ACCUSER, NEW_NUMBER = "Giác Thị Kín Đáo", "Người Khác Kín", "001080012345"
ON = ("--on", "2026-11-23")
NO_WORKBOOK = frozenset({"new", "demo", "install", "uninstall", "templates"})
"""Commands that read no workbook of anybody's."""


@dataclass
class Everything:
    """`told` is the output by command, `started` the words of every process, `written` every file opened to be written or moved.

    `files` is what lies beside the workbook at the end, `left` what lies in the temporary folder.
    """

    folder: Path
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    told: dict[str, str] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    started: list[str] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    left: list[str] = field(default_factory=list)

    @property
    def files(self):
        return [path for path in sorted(self.folder.rglob("*")) if path.is_file()]


def planted(folder):
    """The sample with an accuser of an own name, and the names and numbers that stand in its list of members."""
    book = Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", folder / "sổ.xlsx"))
    workbook = openpyxl.load_workbook(book)
    sheet = workbook["Tố cáo"]
    assert sheet["G3"].value == "Người tố cáo"
    sheet["G4"].value = ACCUSER
    members = workbook["Đảng viên"]
    at = {cell.value: cell.column - 1 for cell in members[3]}
    rows = [[cell.value for cell in row] for row in members.iter_rows(min_row=4) if row[at["Họ và tên"]].value]
    workbook.save(book)
    names = tuple(row[at["Họ và tên"]] for row in rows)
    return book, names, tuple(str(row[at[heading]]) for row in rows for heading in ("Số định danh", "Số thẻ đảng") if row[at[heading]])


def commands(book, name, out):
    """The words of each call, in an order in which each has something to do; a command not listed is called with the workbook alone."""
    found = out / "một lượt"
    found.mkdir()
    shutil.copy(book, found / "sổ.xlsx")
    square = "Tố cáo!G4"
    return [
        ("show", book), ("show", book, "--json"), ("check", book, *ON), ("check", book, "--json", "--mark", *ON), ("undo", book), ("fix", book),
        ("adopt", book), ("next", book, *ON), ("put", book, f"Đảng viên!G5={NEW_NUMBER}", f"{square}={NEW_ACCUSER}"),
        ("put", book, f"Đảng viên!G5={NEW_NUMBER}", f"{square}={NEW_ACCUSER}", "--json", "--write"), ("put", book, f"Đảng viên!G5 {NEW_NUMBER}"), ("undo", book, "--json"),
        ("decide", book, "--decision", "05-QĐ/CB", "--year", "2025", *ON), ("document", book, "denunciation-report", *ON),
        ("document", book, "denunciation-acceptance", *ON), ("document", book, "rating-proposal", "--year", "2025", *ON, "--write"),
        ("person", book, name, *ON), ("person", book, "Không Ai Cả"), ("rate", book, "--year", "2025", "--write"), ("whatif", book, "--year", "2025"),
        ("ballots", book, "--year", "2025", *ON), ("tally", book, "--year", "2025", *ON), ("summarise", book, "--year", "2025", *ON),
        ("void", book, "05-QĐ/CB", "--year", "2025", "--reason", "ghi nhầm", *ON, "--write"), ("find", book, name.split()[-1]),
        ("freeze", book, "--year", "2023", "--reason", f"đã xong, theo {name}", *ON, "--write"), ("unfreeze", book, "--year", "2023", "--reason", "xem lại", *ON),
        ("accept", book), ("export", book, "--layout", "csdl", *ON), ("export", book, "--pseudonymised", *ON), ("unlock", book), ("verify", book.parent),
        ("batch", found, "--out", out / "lượt", "--year", "2025", "--workers", "1", *ON), ("rollup", found, "--out", out / "lượt.xlsx", "--year", "2025", "--workers", "1", *ON),
        ("warn", book, *ON), ("plan", book, "--year", "2027", *ON), ("dossier", book, "--decision", "05-QĐ/CB", *ON), ("split", book, "--group", "Tổ đảng 1"), ("merge", book),
    ]  # fmt: skip


def run_all(folder):
    """Everything that came of it; with temporary folder, processes and logs in sight."""
    place, temporary = folder / "ổ chung", folder / "tạm"
    place.mkdir()
    temporary.mkdir()
    book, names, numbers = planted(place)
    seen = Everything(place, names, numbers)
    from addin.cli.way_in import cli

    with _watched(seen, temporary):
        listed = [words for words in commands(book, names[0], place) if words[0] in cli.commands]
        others = sorted(cli.commands.keys() - {words[0] for words in listed} - NO_WORKBOOK)
        for words in [*listed, *((name, book) for name in others)]:
            ran = sochibo(*words)
            key = " ".join([words[0], *(str(word).replace(str(folder), "") for word in words[2:])])
            seen.told[key] = f"{ran.out}\n{ran.err}"
            seen.codes[key] = ran.code
    seen.left = [str(path) for path in temporary.rglob("*")]
    return seen


_watching: list[Everything] = []


def _heard(event, arguments):
    """An audit hook stays for good, so it looks away while nothing is watched."""
    if not _watching:
        return
    seen = _watching[0]
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        seen.written.add(str(arguments[0]))
    elif event in {"os.rename", "os.link", "os.mkdir"}:
        seen.written.update(str(one) for one in arguments[:2] if isinstance(one, str))
    elif event == "subprocess.Popen":
        seen.started.append(" ".join(map(str, arguments[1])))


@contextlib.contextmanager
def _watched(seen, temporary):
    """Whatever opens, moves, starts; temporary files in a folder of their own."""
    sys.addaudithook(_heard)
    spawn, before = util.spawnv_passfds, tempfile.tempdir

    def spawned(path, words, handles):
        seen.started.append(" ".join(one.decode() if isinstance(one, bytes) else str(one) for one in words))
        return spawn(path, words, handles)

    _watching.append(seen)
    tempfile.tempdir, util.spawnv_passfds = str(temporary), spawned
    try:
        yield
    finally:
        tempfile.tempdir, util.spawnv_passfds = before, spawn
        _watching.clear()
