"""The one decorator of all commands: options, the call, and what is done with the outcome."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import click

from addin.cli.group import cli
from addin.cli.options import BOOK, COMMON, Option
from addin.jobs.outcome import Outcome
from addin.terminal import Call

Job: TypeAlias = Callable[..., Outcome[Any] | None]
_OF_THE_CALL = ("as_json", "on", "quiet", "book", "out", "write", "pdf")


def command(
    about: str, *options: Option, name: str | None = None, group: click.Group = cli, failing: bool = False
) -> Callable[[Job], click.Command]:
    """Makes `job(call, **its own options)` a command; an outcome it returns is carried out and told.

    `failing`: errors among the findings make the exit code 1.
    """

    def decorate(job: Job) -> click.Command:
        def run(context: click.Context, /, **given: Any) -> None:
            call = Call(context, **{key: given.pop(key) for key in _OF_THE_CALL if key in given})
            outcome = job(call, **given)
            if outcome is not None:
                call.finish(outcome, failing=failing)

        made: Callable[..., Any] = click.pass_context(run)
        for option in reversed((*options, *COMMON)):
            made = option(made)
        return group.command(name or job.__name__, help=about)(made)

    return decorate


def on_book(about: str, *options: Option, name: str | None = None, failing: bool = False) -> Callable[[Job], click.Command]:
    """The same for a command on a workbook."""
    return command(about, BOOK, *options, name=name, failing=failing)
