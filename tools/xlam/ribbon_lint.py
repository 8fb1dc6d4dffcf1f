"""Reads macros/ as Excel will and lists everything Excel would pass over in silence; builds nothing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

from tools.xlam.modules import Module, read_modules
from tools.xlam.package import read_messages
from tools.xlam.ribbon_rules import LONGEST_TEXT, NAMESPACE, PARTS, SIGNATURES, SIZES, TEXTS

_MACRO = re.compile(r"^[ \t]*Public Sub (\w+)\(([^)]*)\)", re.MULTILINE)
_ARGUMENT = re.compile(r"(?:ByRef |ByVal )?\w+(?: As (\w+))?$")
_MESSAGE_ID = re.compile(r'"(title|[a-z]+(?:_[a-z]+)+)"')
_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")
_KEYTIP = re.compile(r"[A-Z0-9]{1,3}$")


@dataclass(frozen=True, slots=True)
class _Control:
    """One element of the ribbon, without the namespace, and the element that holds it."""

    kind: str
    inside: str
    attributes: dict[str, str]

    @property
    def title(self) -> str:
        return f'<{self.kind} id="{self.attributes["id"]}">' if "id" in self.attributes else f"<{self.kind}>"


def lint(macros: Path, jobs: Collection[str] | None = None) -> tuple[str, ...]:
    """Every complaint, in reading order; with `jobs`, each tag must be one of them."""
    try:
        root = ET.fromstring((macros / "customUI14.xml").read_bytes().decode("utf-8"))
    except (ET.ParseError, UnicodeDecodeError) as fault:
        return (f"customUI14.xml: {fault}",)
    controls = list(_controls(root, ""))
    modules = read_modules(macros)
    return (
        *(complaint for control in controls for complaint in _shape(control)),
        *_ids(controls),
        *_keytips(controls),
        *_callbacks(controls, modules),
        *_pictures(controls, allowed_icons(macros / "icons.txt")),
        *_messages(modules, read_messages(macros / "messages.tsv")),
        *(_unknown_jobs(controls, jobs) if jobs is not None else ()),
    )


def allowed_icons(path: Path) -> frozenset[str]:
    """The names of icons.txt, comments left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def tags(macros: Path) -> tuple[str, ...]:
    """The tag of every button, in reading order."""
    root = ET.fromstring((macros / "customUI14.xml").read_bytes().decode("utf-8"))
    return tuple(control.attributes["tag"] for control in _controls(root, "") if "tag" in control.attributes)


def _controls(element: ET.Element, inside: str) -> Iterator[_Control]:
    kind = element.tag.removeprefix(f"{{{NAMESPACE}}}")
    yield _Control(kind, inside, dict(element.attrib))
    for child in element:
        yield from _controls(child, kind)


def _shape(control: _Control) -> Iterator[str]:
    """Known parts at their place, with the attributes each must and may have."""
    part = PARTS.get(control.kind)
    holder = PARTS.get(control.inside)
    if part is None or (control.kind not in holder.holds if holder else control.kind != "customUI"):
        yield f"{control.title} does not belong in <{control.inside}>"
        return
    allowed = part.needs | part.may_have - ({"size"} if control.inside == "menu" else set())
    yield from (f"{control.title} lacks {name}" for name in sorted(part.needs - control.attributes.keys()))
    yield from (f"{control.title} cannot have {name}" for name in sorted(control.attributes.keys() - allowed))
    for name in sorted(TEXTS & control.attributes.keys()):
        text = control.attributes[name]
        if not 0 < len(text) <= LONGEST_TEXT or not unicodedata.is_normalized("NFC", text):
            yield f"{control.title}: {name} must have 1 to {LONGEST_TEXT} characters, in NFC"
    for name in ("size", "itemSize"):
        if control.attributes.get(name, "normal") not in SIZES:
            yield f"{control.title}: {name} is normal or large"


def _ids(controls: list[_Control]) -> Iterator[str]:
    counted = Counter(control.attributes["id"] for control in controls if "id" in control.attributes)
    yield from (f'id "{name}" stands {count} times' for name, count in counted.items() if count > 1)
    yield from (f'id "{name}" is no XML name' for name in counted if not _ID.match(name))


def _keytips(controls: list[_Control]) -> Iterator[str]:
    """One to three capitals or digits; inside the tab none begins another, or the longer is never reached."""
    found = [(control.attributes["keytip"], control) for control in controls if "keytip" in control.attributes]
    yield from (f'{control.title}: keytip "{key}" is not 1 to 3 of A-Z, 0-9' for key, control in found if not _KEYTIP.match(key))
    inside = sorted(key for key, control in found if control.kind != "tab")
    for shorter, longer in pairwise(inside):
        if longer.startswith(shorter):
            yield f'keytip "{longer}" is hidden by keytip "{shorter}"'


def _callbacks(controls: list[_Control], modules: tuple[Module, ...]) -> Iterator[str]:
    macros = {
        name: _types(arguments) for module in modules for name, arguments in _MACRO.findall(module.source)
    }
    for control in controls:
        for attribute in sorted(SIGNATURES.keys() & control.attributes.keys()):
            name, wanted = control.attributes[attribute], SIGNATURES[attribute]
            if name not in macros:
                yield f"{control.title}: {attribute} calls {name}, which is no Public Sub"
            elif macros[name] != wanted:
                yield f"{control.title}: {name} must take ({', '.join(wanted)})"


def _types(arguments: str) -> tuple[str, ...]:
    matches = (_ARGUMENT.match(argument.strip()) for argument in arguments.split(",") if argument.strip())
    return tuple((match.group(1) or "Variant") if match else "?" for match in matches)


def _pictures(controls: list[_Control], icons: frozenset[str]) -> Iterator[str]:
    for control in controls:
        picture = control.attributes.get("imageMso")
        if picture is not None and picture not in icons:
            yield f"{control.title}: {picture} is not in icons.txt"


def _messages(modules: tuple[Module, ...], messages: dict[str, str]) -> Iterator[str]:
    """Every message a macro names exists (small letters and underscores are nothing else there), and none is left over."""
    asked = {name for module in modules for name in _MESSAGE_ID.findall(module.source)}
    yield from (f"messages.tsv: {name} is shown by a macro and missing" for name in sorted(asked - messages.keys()))
    yield from (f"messages.tsv: {name} is shown by no macro" for name in sorted(messages.keys() - asked))


def _unknown_jobs(controls: list[_Control], jobs: Collection[str]) -> Iterator[str]:
    for control in controls:
        tag = control.attributes.get("tag")
        if tag is not None and tag not in jobs:
            yield f'{control.title}: tag "{tag}" is no button of addin/ribbon.py'
