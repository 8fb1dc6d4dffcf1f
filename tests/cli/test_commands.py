"""The commands: short functions, one decorator, the options of all."""

from __future__ import annotations

import ast

import click
import pytest

from addin.cli.way_in import COMMANDS, cli
from tests.conftest import ROOT

ALL = [*cli.commands.values(), *(inner for group in cli.commands.values() if isinstance(group, click.Group) for inner in group.commands.values())]
PLAIN = [command for command in ALL if not isinstance(command, click.Group)]


def functions():
    """Every function that becomes a command."""
    for module in COMMANDS:
        tree = ast.parse((ROOT / f"{module.__name__.replace('.', '/')}.py").read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and any(name in ast.unparse(item) for item in node.decorator_list for name in ("command(", "on_book(")):
                yield node


def test_every_command_is_a_function_of_at_most_five_lines():
    """The door holds no thought of its own."""
    long = {node.name: count for node in functions() if (count := node.body[-1].end_lineno - node.body[1].lineno + 1) > 5}

    assert long == {}
    assert len(list(functions())) == len(PLAIN)


@pytest.mark.parametrize("command", PLAIN, ids=lambda command: command.name)
def test_every_command_takes_the_options_of_all(command):
    """design.md §3: --json, --on, --quiet."""
    options = {flag for parameter in command.params for flag in parameter.opts}

    assert {"--json", "--on", "--quiet"} <= options
    assert command.help
