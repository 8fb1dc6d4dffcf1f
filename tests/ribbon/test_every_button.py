"""What holds for every button, so that a new one needs no test of its own door."""

from __future__ import annotations

import ast
import re
from xml.etree import ElementTree as ET

import pytest

from addin.cli.way_in import cli
from addin.output.agenda import BUTTON_NAMES, BUTTON_OF
from addin.ribbon import BUTTONS
from tests.conftest import ROOT
from tests.ribbon.pressing import row_where

RIBBON = ET.parse(ROOT / "macros" / "customUI14.xml")
LABELS = {button.attrib["tag"]: button.attrib["label"] for button in RIBBON.iter() if button.tag.endswith("}button")}
OF_A_TERMINAL = re.compile(r"sochibo [a-z]|(^|\s)--[a-z]")
OPTION_ALONE = re.compile("--[a-z-]+")
ASKS_A_CHAIN = {"adopt"}


def test_the_ribbon_and_the_door_have_the_same_buttons():
    """customUI14.xml is the one list: LibreOffice's menu and toolbar are made of it too."""
    assert list(LABELS) == list(BUTTONS)


def test_the_guide_explains_every_button():
    """Each has its row in the table of the guide."""
    guide = (ROOT / "docs" / "huong-dan.md").read_text("utf-8")

    assert [label for label in LABELS.values() if f"| {label}" not in guide and f"“{label}”" not in guide and f"**{label}**" not in guide] == []


def test_the_checklist_names_buttons_that_exist():
    """A command that helps and the button that does the same."""
    assert {name: LABELS[name] for name in BUTTON_NAMES} == BUTTON_NAMES
    assert {command for command, *_ in BUTTON_OF} <= {*cli.commands}
    assert {*BUTTON_OF.values()} == {*BUTTON_NAMES}


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_speaks_once_and_knows_no_terminal(click, book, button):
    """On a rating row of 2025: one message or one file, at most one question, no command and no option in them."""
    row = row_where(book, "Xếp loại", 1, 2025.0)

    _, person = click(button, sheet="Xếp loại", rows=(row, row))

    assert len(person.told) + len(person.warned) + len(person.files) == 1
    assert button in ASKS_A_CHAIN or len(person.asked) <= 1
    assert [text for text in (*person.asked, *person.told) if OF_A_TERMINAL.search(text)] == []


WHERE_BUTTONS_LEAD = (
    "addin/clicks", "addin/core", "addin/hosts/excel", "addin/hosts/libreoffice", "addin/jobs/opening.py", "addin/jobs/logged.py",
    "addin/output/box.py", "addin/documents/parts/decision_facts.py", "addin/documents/parts/decision_terms.py",
)  # fmt: skip


def test_no_way_out_in_a_box_is_a_command():
    """Words of a command line that a button can lead to have words for buttons beside them (`by_button`)."""
    files = [file for where in WHERE_BUTTONS_LEAD for file in ((ROOT / where).rglob("*.py") if "." not in where else [ROOT / where])]
    told = [f"{file.relative_to(ROOT)}: {text}" for file in files for text in terminal_words(ast.parse(file.read_text("utf-8")))]

    assert told == []
    assert list(terminal_words(ast.parse("refuse('Thêm --write.')\nrefuse('Thêm --write.', by_button='Bấm lại.')"))) == ["Thêm --write."]


def terminal_words(tree):
    """Texts that speak of a command line, unless the call they go to has others for buttons; options alone are for commands."""
    sentences = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call) and any(word.arg == "by_button" for word in one.keywords)]
    spared = {id(part) for call in calls for part in ast.walk(call)} | sentences
    used = [one for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)]
    named = [one for one in ast.walk(tree) if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)]
    for one in named:
        uses = [name for name in used if name.id == one.targets[0].id]
        spared |= {id(one.value)} if uses and all(id(name) in spared for name in uses) else set()
    for one in ast.walk(tree):
        is_text = isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in spared
        if is_text and OF_A_TERMINAL.search(one.value) and not OPTION_ALONE.fullmatch(one.value):
            yield one.value
