"""Tells an outcome on the terminal: lines for a person, or the one JSON document of `--json`."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import click

from addin.core.dates import PartialDate, vn_date
from addin.core.findings import Finding
from addin.core.records import dataclass
from addin.core.writes import RowAppend, Value, Write, Writes
from addin.errors import SochiboError
from addin.jobs.outcome import Outcome, Told

_SHOWN_WRITES = 20
_LONGEST_SHOWN = 90
_PATIENCE = 1.0


@dataclass(slots=True)
class Teller:
    """`as_json`: nothing but one document on stdout; `quiet`: only what went wrong."""

    as_json: bool = False
    quiet: bool = False

    def before(self, outcome: Outcome[Told], *, writing: bool) -> None:
        """For a person, before anything changes: the lines, the findings, and what will or would change."""
        if self.as_json or not outcome.effects.writes:
            return
        self._tell(outcome)
        for line in preview_lines(outcome.effects.writes):
            self.line(line)
        if not writing:
            self.line("Sổ chưa thay đổi; thêm --write để ghi.")

    def after(self, outcome: Outcome[Told], made: Iterable[Path] = ()) -> None:
        """What came of it: the files made; with --json the whole answer."""
        files = [str(path) for path in made]
        if self.as_json:
            self.document({**outcome.result.answer, "files": files} if files else outcome.result.answer)
        elif not outcome.effects.writes:
            self._tell(outcome)
        for file in files:
            self.line(f"Đã lập: {file}")

    def _tell(self, outcome: Outcome[Told]) -> None:
        for line in outcome.result.lines:
            self.line(line)
        for found in outcome.findings:
            if not self.quiet or found.severity.value == "error":
                _print(finding_line(found))

    def document(self, answer: dict[str, Any]) -> None:
        """The JSON document of a command that has no outcome of its own."""
        if self.as_json:
            _print(json.dumps(answer, ensure_ascii=False, indent=1))

    def line(self, text: str) -> None:
        """A line for a person."""
        if not self.as_json and not self.quiet:
            _print(text)

    def error(self, error: SochiboError) -> None:
        """The sentence and the way out; on stderr for a person."""
        if self.as_json:
            form = {"kind": error.kind, "message": error.message, "fix": error.fix}
            _print(json.dumps({"error": form}, ensure_ascii=False))
        else:
            _print(f"{error.message}\n→ {error.fix}", file=sys.stderr)

    def ask(self, questions: list[dict[str, Any]], given: dict[str, str]) -> dict[str, str]:
        """Answers on a terminal; elsewhere only those given."""
        answers = dict(given)
        if self.as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
            return answers
        for question in questions:
            _print(question["text"])
            choices = question["choices"]
            for number, choice in enumerate(choices, start=1):
                _print(f"  {number}. {choice['label']}")
            number = click.prompt("Chọn số", type=click.IntRange(1, len(choices)), prompt_suffix=": ")
            answers[question["id"]] = choices[number - 1]["value"]
        return answers

    @contextmanager
    def patience(self, doing: str) -> Iterator[None]:
        """Says what is being done once it takes longer than a second, on a terminal only."""
        if self.quiet or not sys.stderr.isatty():
            yield
            return
        timer = threading.Timer(_PATIENCE, _print, (f"Đang {doing}…",), {"file": sys.stderr})
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


def _print(text: str, *, file: TextIO | None = None) -> None:
    """Print in UTF-8 whatever the console's code page: `ổ` must survive code page 1252."""
    stream = file or sys.stdout
    try:
        print(text, file=stream)
    except UnicodeEncodeError:
        encoding = getattr(stream, "encoding", None) or "ascii"
        print(text.encode(encoding, "replace").decode(encoding), file=stream)


def finding_line(found: Finding) -> str:
    """`Lỗi MEM204 'Đảng viên'!F12: … → …`."""
    reference = f" [{found.reference}]" if found.reference else ""
    place = str(found.place) if found.place.sheet else "Cả sổ"
    return f"{found.severity.label} {found.rule} {place}: {found.message} → {found.fix}{reference}"


def shown(value: Value | PartialDate) -> str:
    """A value as a preview shows it."""
    if value is None or value == "":
        return "(trống)"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return vn_date(value) if isinstance(value, date) else str(value)


def preview_lines(writes: Writes, most: int = _SHOWN_WRITES) -> list[str]:
    """The count, then the first squares with before and after, then how many more."""
    total = len(writes.squares) + len(writes.appends)
    lines = [f"Sẽ ghi {total} ô, dòng."] if total else []
    lines += [_write_line(write) for write in writes.squares[:most]]
    lines += [_append_line(append) for append in writes.appends[: max(most - len(writes.squares), 0)]]
    if total > most:
        lines.append(f"… và {total - most} ô, dòng nữa.")
    lines += [f"Sẽ lập lại sheet “{sheet.sheet}” ({len(sheet.rows)} dòng)." for sheet in writes.sheets]
    if writes.notes:
        lines.append(f"Sẽ ghi chú vào {len(writes.notes)} ô.")
    return lines


def _write_line(write: Write) -> str:
    return f"  {write.place}: {_short(shown(write.before))} → {_short(shown(write.value))}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"


def _append_line(append: RowAppend) -> str:
    return f"  '{append.sheet}', thêm một dòng sau dòng {append.after_row}: {append.because}"
