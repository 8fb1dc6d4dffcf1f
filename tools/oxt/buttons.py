"""The ribbon's buttons as LibreOffice's menu and toolbar: read from customUI14.xml, so that both stay one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

_SPACE = "{http://schemas.microsoft.com/office/2009/07/customui}"
_CALC = "com.sun.star.sheet.SpreadsheetDocument"


@dataclass(frozen=True, slots=True)
class Button:
    """A button by its tag; `first` of its group."""

    tag: str
    label: str
    first: bool


def read_buttons(path: Path) -> tuple[str, tuple[Button, ...]]:
    """The tab's name and its buttons in their order."""
    tab = ET.parse(path).getroot().find(f".//{_SPACE}tab")
    if tab is None:
        raise ValueError(f"no tab in {path.name}")
    buttons = [
        Button(button.attrib["tag"], button.attrib["label"], number == 0)
        for group in tab.iter(f"{_SPACE}group")
        for number, button in enumerate(group.iter(f"{_SPACE}button"))
    ]
    return tab.attrib["label"], tuple(buttons)


def items(buttons: Sequence[Button], *, in_menu: bool) -> str:
    """The nodes of a menu or a toolbar, groups parted by a line; a toolbar shows itself in Calc only."""
    return "".join(
        f'\n          <node oor:name="{name}" oor:op="replace">{_properties(properties, in_menu=in_menu)}</node>'
        for name, properties in _entries(buttons)
    )


def _entries(buttons: Sequence[Button]) -> Iterator[tuple[str, dict[str, str]]]:
    """LibreOffice orders the nodes by their names."""
    for number, button in enumerate(buttons):
        if button.first and number:
            yield f"b{number:02d}a", {"URL": "private:separator"}
        yield f"b{number:02d}b", {"URL": f"vn.sochibo:{button.tag}", "Title": button.label, "Target": "_self"}


def _properties(properties: dict[str, str], *, in_menu: bool) -> str:
    shown = properties if in_menu else {**properties, "Context": _CALC}
    return "".join(
        f'<prop oor:name="{name}" oor:type="xs:string"><value>{escape(value)}</value></prop>' for name, value in shown.items()
    )
