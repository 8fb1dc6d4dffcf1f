"""Tells an outcome on the terminal: lines for a person, or the one JSON document of `--json`."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

import click

from addin.core.findings import Finding
from addin.core.masks import without_numbers
from addin.core.records import dataclass
from addin.errors import CannotWrite, SochiboError
from addin.jobs.outcome import Outcome
from addin.output.findings import findings_lines, findings_table
from addin.output.preview import preview_lines
from addin.output.telling import Table, findings_of, form_of, lines_of, question_of, table_of
from addin.output.values import made_line

if TYPE_CHECKING:
    from addin.core.tables.recognition.adoption import Question
    from addin.jobs.made import Made


_DRAFT = "Văn bản là bản dự thảo, số còn để trống; sổ chưa thay đổi. Thêm --write để lấy số kế tiếp và ghi vào sổ."
_DONE_BUT_UNTOLD = "Đã làm xong, nhưng không in hết được kết quả; không cần chạy lại, mở sổ và thư mục văn bản để xem."
_YES, _NO = frozenset({"có", "co", "c", "y", "yes"}), "không"


@dataclass(slots=True)
class Teller:
    """`as_json`: nothing but one document on stdout; `quiet`: only what went wrong.

    `is_done`: something was written by now, so that nothing may end as if it were not. `unheard`: why nobody hears
    standard output any more (its reader went away, its drive is full); that stops no work.
    """

    as_json: bool = False
    quiet: bool = False
    is_done: bool = False
    unheard: OSError | None = None

    def before(self, outcome: Outcome[Any], *, writing: bool) -> None:
        """For a person, before anything changes: the lines, the findings, and what will or would change."""
        planned = outcome.effects.planned
        if self.as_json or not (planned or outcome.effects.voids):
            return
        self._tell(outcome)
        for line in preview_lines(planned):
            self.line(line)
        if not writing:
            is_draft = any(paper.numbering for paper in outcome.effects.papers)
            self.line(_DRAFT if is_draft else "Sổ chưa thay đổi; thêm --write để ghi.")

    def after(self, outcome: Outcome[Any], made: Sequence[Made] = (), remarks: Sequence[str] = ()) -> None:
        """What came of it: the files made, the number taken, what remains to do; with --json the whole answer."""
        files = [str(paper.path) for paper in made]
        number = next((paper.number for paper in made if paper.number), None)
        if self.as_json:
            more = {"number": number, "files": files, "remarks": list(remarks)}
            self.document(outcome.result, {key: told for key, told in more.items() if told})
        elif not (outcome.effects.planned or outcome.effects.voids):
            self._tell(outcome)
        for paper in made:
            if not paper.is_copy:
                self.line(made_line(paper))
        for remark in remarks:
            self._warn(remark)

    @contextlib.contextmanager
    def heard(self) -> Iterator[None]:
        """Around the last that is told. What is done stays done: whatever stops the telling is told itself, and changes no exit code."""
        try:
            yield
            self._flush()
        except (Exception, KeyboardInterrupt):
            if not self.is_done:
                raise
            self._warn(_DONE_BUT_UNTOLD)
            return
        if self.unheard is None or isinstance(self.unheard, BrokenPipeError):
            return
        if not self.is_done:
            raise CannotWrite("Không in được kết quả: nơi nhận đã đầy hoặc hỏng; sổ chưa thay đổi.", "Đổi nơi nhận rồi chạy lại.")
        self._warn(_DONE_BUT_UNTOLD)

    def _flush(self) -> None:
        try:
            sys.stdout.flush()
        except OSError as error:
            self.miss(error)

    def miss(self, error: OSError) -> None:
        """What is still in the buffer must not fail once more when Python ends."""
        self.unheard = self.unheard or error
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)

    def _say(self, text: str) -> None:
        try:
            _print(text)
        except OSError as error:
            self.miss(error)

    def _warn(self, text: str) -> None:
        """What went wrong behind the point of commit: on stderr, even where little is told; nobody there, nobody told."""
        if self.as_json and self.unheard is None:
            return
        with contextlib.suppress(OSError):
            _print(text, file=sys.stderr)

    def _tell(self, outcome: Outcome[Any]) -> None:
        drawn = table_of(outcome.result) if self._draws else None
        if drawn is not None:
            self._draw(drawn)
        else:
            for line in lines_of(outcome.result):
                self.line(line)
        self._findings(findings_of(outcome))

    @property
    def _draws(self) -> bool:
        """A person at a terminal sees tables; a file or another program gets plain lines."""
        return not self.quiet and sys.stdout.isatty()

    def _draw(self, table: Table) -> None:
        from addin.output.drawing import draw  # noqa: PLC0415 - rich, for a terminal only

        try:
            draw(table)
        except OSError as error:
            self.miss(error)

    def _findings(self, findings: Sequence[Finding]) -> None:
        told = [found for found in findings if not self.quiet or found.severity.value == "error"]
        if told and self._draws:
            self._draw(findings_table(told))
            return
        for line in findings_lines(told):
            self._say(line)

    def document(self, result: object, more: Mapping[str, Any] | None = None) -> None:
        """The JSON document of a result, with what the door knows."""
        if self.as_json:
            self._say(json.dumps({**form_of(result), **(more or {})}, ensure_ascii=False, indent=1))

    def line(self, text: str) -> None:
        """A line for a person."""
        if not self.as_json and not self.quiet:
            self._say(text)

    def error(self, error: SochiboError) -> None:
        """The sentence and the way out; on stderr for a person."""
        message, fix = without_numbers(error.message), without_numbers(error.fix)
        if self.as_json:
            form = {"kind": error.kind, "message": message, "fix": fix}
            self._say(json.dumps({"error": form}, ensure_ascii=False))
            self._flush()
        else:
            with contextlib.suppress(OSError):
                _print(f"{message}\n→ {fix}", file=sys.stderr)

    def ask(self, questions: Sequence[Question], given: dict[str, str]) -> dict[str, str]:
        """Answers on a terminal; elsewhere only those given."""
        answers = dict(given)
        if self.as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
            return answers
        for question in questions:
            _print(question.text)
            for number, (_, label) in enumerate(question.choices, start=1):
                _print(f"  {number}. {label}")
            number = click.prompt("Chọn số", type=click.IntRange(1, len(question.choices)), prompt_suffix=": ")
            answers[question.id] = question.choices[number - 1][0]
        return answers

    def agrees(self, result: object, *, given: bool) -> bool:
        """The person's yes at a terminal; elsewhere, and where there is nothing to ask, what the option said."""
        question = question_of(result)
        if not question or self.as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
            return given
        answer: str = click.prompt(f"{question} (có/không)", default=_NO, prompt_suffix=": ")
        return answer.strip().casefold() in _YES


def _print(text: str, *, file: TextIO | None = None) -> None:
    """Print in UTF-8 whatever the console's code page: `ổ` must survive code page 1252."""
    stream = file or sys.stdout
    try:
        print(text, file=stream)
    except UnicodeEncodeError:
        encoding = getattr(stream, "encoding", None) or "ascii"
        print(text.encode(encoding, "replace").decode(encoding), file=stream)
