"""Click in Vietnamese: help headings, misuse sentences, "Có phải … không?" for a misspelt command.

Click translates through gettext, which needs a compiled catalogue found by the user's locale; offices here
run any locale, so the few words are set directly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

_SECTIONS = {"Options": "Tuỳ chọn", "Commands": "Lệnh"}


class _Formatter(click.HelpFormatter):
    """Section names and the usage prefix in Vietnamese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """`Cách dùng: sochibo …`."""
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A headed block."""
        with super().section(_SECTIONS.get(name, name)):
            yield


class _Context(click.Context):
    formatter_class = _Formatter


def _help_option(command: click.Command, context: click.Context) -> click.Option | None:
    option = click.Command.get_help_option(command, context)
    if option is not None:
        option.help = "Hiện hướng dẫn này."
    return option


class Command(click.Command):
    """A command whose help is Vietnamese throughout."""

    context_class = _Context

    def __init__(self, name: str | None, **more: Any) -> None:
        super().__init__(name, **{"options_metavar": "[TUỲ_CHỌN]", **more})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in Vietnamese."""
        return _help_option(self, ctx)


class Group(click.Group):
    """The command group: guesses a misspelt command."""

    command_class = Command
    group_class = type
    context_class = _Context

    def __init__(self, name: str | None = None, **more: Any) -> None:
        words = {"options_metavar": "[TUỲ_CHỌN]", "subcommand_metavar": "LỆNH [THAM_SỐ]…"}
        super().__init__(name, **{**words, **more})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in Vietnamese."""
        return _help_option(self, ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named, or a Vietnamese question."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415 - only for a slip of the keyboard

            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            guess = f" Có phải “{near[0]}” không?" if near else ""
            raise click.UsageError(f"Không có lệnh “{args[0]}”.{guess}", ctx)
        return super().resolve_command(ctx, args)


def misuse_sentence(error: click.ClickException) -> str:
    """One Vietnamese sentence for what click refused."""
    told = next((tell(error) for kind, tell in _SENTENCES if isinstance(error, kind)), None)
    if told is not None:
        return told
    message = error.message
    if message.startswith("Got unexpected extra argument"):
        return f"Thừa tham số: {message.partition('(')[2].rstrip(')')}."
    return message if message.endswith((".", "?")) else f"{message}."


def _no_such_option(error: Any) -> str:
    guess = f" Có phải “{error.possibilities[0]}” không?" if error.possibilities else ""
    return f"Không có tuỳ chọn “{error.option_name}”.{guess}"


def _missing(error: Any) -> str:
    """What is missing, and what it is for."""
    help_ = error.param.help if isinstance(error.param, click.Option) else None
    meant = f": {help_[0].lower()}{help_[1:].rstrip('.')}" if help_ else ""
    return f"Thiếu {_parameter_name(error)}{meant}."


def _bad_parameter(error: Any) -> str:
    if isinstance(error.param, click.Parameter) and isinstance(error.param.type, click.IntRange):
        low, high = error.param.type.min, error.param.type.max
        return f"{_parameter_name(error).capitalize()} phải là số từ {low} đến {high}."
    return f"Giá trị của {_parameter_name(error)} không dùng được: {error.message.rstrip('.')}."


_SENTENCES: tuple[tuple[type[click.ClickException], Callable[[Any], str]], ...] = (
    (click.NoSuchOption, _no_such_option),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad_parameter),
    (click.BadOptionUsage, lambda error: f"Tuỳ chọn “{error.option_name}” dùng chưa đúng."),
    (click.FileError, lambda error: f"Không mở được “{error.ui_filename}”."),
)


def _parameter_name(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return "tham số"
    if isinstance(parameter, click.Option):
        return f"tuỳ chọn “{parameter.opts[0]}”"
    return f"tham số “{parameter.human_readable_name}”"
