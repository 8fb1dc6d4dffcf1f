"""What holds for every button, so that a new one needs no test of its own door."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from addin.cli.way_in import cli
from addin.output.agenda import BUTTON_NAMES
from addin.ribbon import BUTTONS
from tests.conftest import ROOT
from tests.ribbon.pressing import row_where

RIBBON = ET.parse(ROOT / "macros" / "customUI14.xml")
LABELS = {button.attrib["tag"]: button.attrib["label"] for button in RIBBON.iter() if button.tag.endswith("}button")}
OF_A_TERMINAL = re.compile(r"sochibo [a-z]|(^|\s)--[a-z]")
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
    assert {*BUTTON_NAMES} <= {*cli.commands}


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_speaks_once_and_knows_no_terminal(click, book, button):
    """On a rating row of 2025: one message or one file, at most one question, no command and no option in them."""
    row = row_where(book, "Xếp loại", 1, 2025.0)

    _, person = click(button, sheet="Xếp loại", rows=(row, row))

    assert len(person.told) + len(person.warned) + len(person.files) == 1
    assert button in ASKS_A_CHAIN or len(person.asked) <= 1
    assert [text for text in (*person.asked, *person.told) if OF_A_TERMINAL.search(text)] == []
