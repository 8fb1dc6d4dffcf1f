"""The way in: every error a user can meet becomes a sentence and the contract's exit code."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Iterable

import click

from addin.cli import data, many, office, papers, ratings, records
from addin.cli.group import cli
from addin.errors import Bug, Misuse, SochiboError
from addin.output.teller import Teller
from addin.output.vietnamese_click import misuse_sentence

COMMANDS = (data, many, office, papers, ratings, records)
"""Importing a module joins its commands to the group."""


def main(arguments: Iterable[str] | None = None) -> None:
    """Run, and turn every error a user can meet into a sentence and the contract's exit code."""
    atexit.register(gc.freeze)  # what is left at the end goes with the process: no last search through it
    _speak_utf8()
    words = list(arguments) if arguments is not None else sys.argv[1:]
    teller = Teller(as_json="--json" in words)
    try:
        sys.exit(cli.main(words, prog_name="sochibo", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as shown:
        click.echo(shown.format_message())
        sys.exit(Misuse.exit_code)
    except click.ClickException as error:
        told = Misuse(misuse_sentence(error), "Xem “sochibo --help” hoặc “sochibo LỆNH --help”.")
        teller.error(told)
        sys.exit(told.exit_code)
    except SochiboError as error:
        teller.error(error)
        sys.exit(error.exit_code)
    except BrokenPipeError as error:
        teller.miss(error)
        sys.exit(0)
    except OSError as error:
        from addin.hosts.disk import stopped_by

        stopped = stopped_by(error)
        teller.error(stopped)
        sys.exit(stopped.exit_code)
    except (click.Abort, KeyboardInterrupt):
        teller.error(Misuse("Đã dừng theo yêu cầu; chưa ghi thêm gì.", "Chạy lại lệnh khi sẵn sàng."))
        sys.exit(Misuse.exit_code)
    except Exception as error:  # noqa: BLE001 - a bug: Python's own traceback would show what stands in a square
        from addin.resident.journal import BUG_CODE, traced

        teller.error(Bug("Chương trình gặp lỗi và đã dừng; các tệp đã ghi trước đó còn nguyên.", f"Gửi dòng này cho người hỗ trợ: {traced(error)}"))
        sys.exit(BUG_CODE)


def _speak_utf8() -> None:
    """A console under code page 1252 must not break on “ổ”."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
