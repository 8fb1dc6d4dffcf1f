"""Every file call of every command that writes fails once, with each error of a drive and by SIGKILL; then the command is said again.

What holds after each (../engineering/reliability.md, S05 to S09): the workbook is the old one or the new one, byte for byte; it is
written exactly where the command says so, with its exit code; no traceback; nothing temporary lies about that is not swept;
said again, it ends as if nothing had been: one paper, one set of rows, one number, every other one void with its reason; and
`verify` has nothing to say against it. `make test` tries a sample drawn by a seed, `make proof` every call.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.command import sochibo
from tests.conftest import ROOT
from tests.jobs.copies import copy_for, fill
from tests.jobs.weather import CODES, FAR, KILLED, Ran, calls_of, in_weather
from tests.proof import PROVING

SEED = 20261128
SAMPLED_ERRORS, SAMPLED_KILLS = 4, 2
SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
LAYOUT = ROOT / "workbooks" / "mau.xlsx"
PUT = ("Đảng viên!V4=Hoà", "--write")
ON = ("--on", "2026-11-23")
COMMANDS = {
    "put": PUT,
    "check": ("--mark", *ON),
    "rate": ("--year", "2025", "--write"),
    "adopt": ("--column", "Đảng viên!V=note", "--write"),
    "decide": (
        "--next", "--members", "Trần Thị Thí Dụ;Bùi Thị Tường Thuật", "--year", "2026", *ON,
        "--starts", "2026-11-25", "--ends", "2026-11-28", "--team", "Cao Thị Soát;Lê Văn Ví Dụ", "--write",
    ),
    "split": ("--group", "Tổ đảng 2", *ON),
    "merge": ("--write",),
    "undo": (),
}  # fmt: skip
NOTE = (date(2026, 11, 20), "Tổ đảng 2", "Ngô Văn Kê Khai", "Ngô Văn Kê Khai", "Ưu điểm", date(2026, 11, 19), "Việc mới của tổ")
LEFT = (0, 3, 4)
AN_HOUR = 3600


@dataclass(frozen=True)
class Fair:
    """The command in fair weather: the workbook before and after, the exit code, how many file calls."""

    start: Path
    old: bytes
    new: bytes
    code: int
    calls: int


def fair(command, tmp_path):
    """Run once, so that everything is imported; with nothing to undo there is no undo."""
    start = tmp_path / "start"
    start.mkdir()
    book = Path(shutil.copy(SAMPLE, start / "so.xlsx"))
    if command == "undo":
        assert sochibo("put", book, *PUT).code == 0
    if command == "merge":
        assert sochibo("split", book, *COMMANDS["split"]).code == 0
        fill(copy_for(book, "Tổ đảng 2"), "Giám sát", {"J4": "Đã nhắc"}, rows=[NOTE], gone=[7])
    old, done = product(command, book), copied(start, tmp_path / "done")
    ran = said(command, done)
    assert product(command, done) != old, ran
    trial = copied(start, tmp_path / "count")
    return Fair(start, old, product(command, done), ran.code, calls_of(trial.parent, words(command, trial)))


def product(command, book: Path):
    """What the command makes: the workbook, or the copy of a group."""
    made = copy_for(book, "Tổ đảng 2") if command == "split" else book
    return made.read_bytes() if made.exists() else b""


def copied(start, folder):
    shutil.copytree(start, folder)
    return folder / "so.xlsx"


def words(command, book):
    return (command, str(book), *COMMANDS[command])


def said(command, book):
    return sochibo(*words(command, book))


def trials(calls):
    """Every call with every error, or the sample: the same at every run."""
    errors = [(nth, code) for nth in range(1, calls + 1) for code in (*CODES, FAR[nth % 2])]
    kills = [(nth, KILLED) for nth in range(1, calls + 1)]
    if PROVING:
        return errors + kills
    draw = random.Random(SEED + calls)  # noqa: S311 - a sample
    return draw.sample(errors, SAMPLED_ERRORS) + draw.sample(kills, SAMPLED_KILLS)


@pytest.mark.posix
@pytest.mark.proof
@pytest.mark.parametrize("command", COMMANDS)
def test_a_failing_call_leaves_old_or_new_and_the_same_again_ends_well(command, tmp_path, tell):
    """The counts are told; nothing falls."""
    known = fair(command, tmp_path)
    ends, fallen, met = Counter(), [], {state_of(copied(known.start, tmp_path / "again"))}
    for at, (nth, code) in enumerate(trials(known.calls)):
        book = copied(known.start, tmp_path / str(at))
        ran = in_weather(book.parent, words(command, book), nth, code)
        faults = [*faults_then(command, book, ran, known)]
        state = state_of(book)
        if state not in met:  # else what the command makes of it is known
            met.add(state)
            faults += faults_again(command, book, known)
        ends["killed" if ran.code is None else "written" if ran.code == known.code else "refused"] += 1
        if faults:
            fallen.append((nth, code, ran.call, faults, ran.err[-500:] + ran.bug))
        shutil.rmtree(book.parent)
    tell(
        f"{command}: {known.calls} lời gọi tệp, {sum(ends.values())} lần thử (lỗi {ends['refused'] + ends['written']}, SIGKILL {ends['killed']}): "
        f"{ends['refused']} từ chối, {ends['written']} vẫn ghi; {len(met)} trạng thái để lại, chạy lại từng trạng thái; {len(fallen)} lần sai"
    )
    assert not fallen, fallen[:5]


def faults_then(command, book: Path, ran: Ran, known: Fair):
    """What must hold at once."""
    now = product(command, book)
    is_written = now != known.old
    if is_written and now != known.new:
        yield "what is made is neither the old one nor the new one"
    if ran.code is None:
        return
    if ran.bug or "Traceback" in ran.err:
        yield "a traceback"
    if ran.code not in {*LEFT, known.code}:
        yield f"exit code {ran.code}"
    if is_written != (ran.code == known.code):
        yield f"written {is_written}, exit code {ran.code}"
    if is_written and "chưa ghi gì" in ran.err:
        yield "it says that nothing was written"
    if not is_written and "Đã ghi vào" in ran.out:
        yield "it says that it was written"
    if not is_written and not ran.err.strip():
        yield "not a word on why"
    if not ran.call.startswith("os.remove"):  # what cannot be taken away now is swept later
        yield from (f"{path.name} lies about" for path in temporary(book))
    if not is_written and command == "decide" and (papers(book) or "issued" in states(book).values()):
        yield "a paper without its row"


def faults_again(command, book: Path, known: Fair):
    """Said again in fair weather, an hour later as far as temporary files go."""
    was_written = product(command, book) != known.old
    for path in temporary(book):
        os.utime(path, (time.time() - AN_HOUR, time.time() - AN_HOUR))
    again = said(command, book)
    if command == "undo" and was_written:
        expected = 4  # nothing is left to undo
    elif command == "decide" and was_written:
        expected = 2  # it has its number already, which is said
    else:
        expected = known.code
    if again.code != expected:
        yield f"again: exit code {again.code}, {again.err}"
    if product(command, book) != known.new and not (command == "decide" and "void" in states(book).values()):
        yield "again: the workbook is not the new one"
    if not was_written:
        yield from (f"again: {path.name} lies about" for path in temporary(book))
    if command == "decide":
        yield from faults_of_numbers(book)
    checked = sochibo("verify", book.parent, "--json")
    found = [one for one in checked.answer["troubles"] if one["severity"] == "error" or one["kind"] not in {"log_recovered", "log_lacks", "log_head"}]
    if checked.code or found:
        yield f"again: verify {checked.code} {found}"


def faults_of_numbers(book: Path):
    """One paper, one line, the rows of both members, one number; every other number is void with its reason."""
    known, made = states(book), papers(book)
    issued = [number for number, state in known.items() if state == "issued"]
    if len(issued) != 1 or set(known.values()) - {"issued", "void"}:
        yield f"numbers {known}"
        return
    if len(made) != 1 or f"{issued[0]}-QĐ" not in made[0].name:
        yield f"papers {[path.name for path in made]}"
    tables = sochibo("show", book, "--json").answer["tables"]
    lines = [one["number"] for one in tables["documents"] if one["date"] == ON[1]]
    turns = [one["member"] for one in tables["inspections"] if one["decision_no"] in lines]
    if lines != [f"{issued[0]}-QĐ/CB"] or len(turns) != 2:
        yield f"rows {lines} {turns}"


def state_of(book: Path):
    """Everything that lies there, without moments and names made by chance."""
    return tuple(sorted((shown(path.relative_to(book.parent).as_posix()), told(path)) for path in book.parent.rglob("*") if path.is_file()))


def shown(name):
    return re.sub(r"\d{8}-\d{6}", "…", re.sub(r"\.sochibo-\w+", "temporary", name))


def told(path: Path):
    """The bytes; of small files what they say."""
    data = path.read_bytes()
    if path.suffix in {".json", ".jsonl"} and path.name[0] != ".":
        return shown(re.sub(r'"(?:at|undone_at|previous|salt|before|after|values|sha256)": ?(?:"[^"]*"|\[)', "", data.decode("utf-8", "replace")))
    return hashlib.sha256(data).hexdigest()


def states(book: Path):
    found = sorted((book.parent / "Sổ số văn bản").rglob("[0-9]*.json"))
    return {int(path.stem): json.loads(path.read_text(encoding="utf-8") or "{}").get("state", "") for path in found}


def papers(book: Path):
    return sorted(book.parent.rglob("*.docx"))


def temporary(book: Path):
    return [path for path in book.parent.rglob(".sochibo-*") if path.is_file()]
