"""The built extension: same bytes from the same text, every part readable, the buttons those of the ribbon."""

from __future__ import annotations

import ast
import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from addin.ribbon import BUTTONS
from tools.oxt import MACROS, build
from tools.oxt.buttons import read_buttons

OOR = "{http://openoffice.org/2001/registry}"
MANIFEST = "{http://openoffice.org/2001/manifest}"


@pytest.fixture(scope="module")
def package():
    """The extension as built."""
    return zipfile.ZipFile(io.BytesIO(build(MACROS)))


def test_the_same_text_gives_the_same_bytes():
    """No clock, no order of the drive in it."""
    assert build(MACROS) == build(MACROS)


def test_every_part_of_the_manifest_is_there(package):
    """And nothing of the machine that built it."""
    listed = ET.fromstring(package.read("META-INF/manifest.xml"))

    paths = {entry.attrib[f"{MANIFEST}full-path"] for entry in listed}

    assert paths <= set(package.namelist())
    assert not [name for name in package.namelist() if "__pycache__" in name]
    assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("set_name", ["OfficeMenuBar", "OfficeToolBar"])
def test_menu_and_toolbar_have_every_button_once_in_order(package, set_name):
    """Each is a button of addin.ribbon under its Vietnamese title."""
    _, buttons = read_buttons(MACROS / "customUI14.xml")
    menus = ET.fromstring(package.read("Addons.xcu"))
    wanted = next(node for node in menus.iter("node") if node.attrib[f"{OOR}name"] == set_name)

    found = [
        (values["URL"].removeprefix("vn.sochibo:"), values["Title"])
        for node in wanted.iter("node")
        if (values := {prop.attrib[f"{OOR}name"]: prop.findtext("value") for prop in node.findall("prop")}).get("Target")
    ]

    assert found == [(button.tag, button.label) for button in buttons]
    assert {tag for tag, _ in found} <= set(BUTTONS)


def test_names_are_in_the_order_libreoffice_sorts_them(package):
    """LibreOffice shows the nodes of a set by their names."""
    menus = ET.fromstring(package.read("Addons.xcu"))
    submenu = next(node for node in menus.iter("node") if node.attrib[f"{OOR}name"] == "Submenu")

    names = [node.attrib[f"{OOR}name"] for node in submenu]

    assert names == sorted(names)


def test_the_part_inside_the_office_is_for_python_3_8(package):
    """LibreOffice on Windows brings an older Python; nothing of ours is imported there."""
    sources = {name: package.read(name).decode() for name in package.namelist() if name.endswith(".py")}

    imported = set()
    for name, source in sources.items():
        tree = ast.parse(source, name, feature_version=(3, 8))
        imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert "sochibo_component.py" in sources
    assert not [name for name in imported if name.split(".")[0] == "addin"]


def test_no_blank_is_left_to_fill(package):
    """Title, menu, toolbar and version are filled in."""
    for name in ("Addons.xcu", "description.xml"):
        assert b"{" not in package.read(name)
