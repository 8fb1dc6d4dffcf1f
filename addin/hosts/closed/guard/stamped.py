"""A secrecy stamp that is in no square: in a header or footer, a text box, or the file's own properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from addin.core import stamps
from addin.hosts.closed.guard.opening import Package

_PRINTED = rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)[^>]*>([^<]+)<"
_CODE = r'&"[^"]*"|&K[0-9A-Fa-f+-]{6}|&\d+|&[A-KM-QS-Z&]'
_PARAGRAPH = rb"(?s)<(?:\w+:)?p>(.*?)</(?:\w+:)?p>|<(?:\w+:)?p [^>]*>(.*?)</(?:\w+:)?p>"
_BOX = rb"(?s)<(?:\w+:)?txBody>(.*?)</(?:\w+:)?txBody>"
_RUN = rb"<(?:\w+:)?t(?: [^>]*)?>([^<]*)<"
_BEHIND_SQUARES = 20_000
"""Headers and footers stand in the last bytes of a sheet."""
_PROPERTY = rb">([^<>]{2,60})<"


def refuse_stamped(package: Package, file_name: str) -> None:
    """Secret where a stamp stands outside the squares."""
    for name, data in package.parts.items():
        part = name.lower()
        if part.startswith("xl/worksheets/") and (at := data.find(b"eaderFooter", max(0, len(data) - _BEHIND_SQUARES))) >= 0:
            texts = _printed(data[at:])
        elif part.startswith("xl/drawings/") and part.endswith(".xml"):
            texts = _drawn(data)
        elif part.startswith("docprops/"):
            texts = (_text(found) for found in re.findall(_PROPERTY, data) if not found.isascii() or b"m" in found.lower() or b"&#" in found)
        else:
            continue
        if any(stamps.is_stamp_in_data(text) for text in texts):
            raise stamps.refuse_stamp(f"Sổ «{file_name}»")


def _printed(xml: bytes) -> Iterator[str]:
    """The three parts of each header, without the codes for fonts and sizes."""
    for found in re.findall(_PRINTED, xml):
        if found.isascii() and b"m" not in found.lower() and b"&#" not in found:
            continue  # page numbers, most often: no stamp is written without an M
        for section in re.split(r"&[LCR]", _text(found)):
            yield re.sub(_CODE, "", section)


def _drawn(xml: bytes) -> Iterator[str]:
    """Each paragraph of a box, and each box whole."""
    for whole in (*(one or other for one, other in re.findall(_PARAGRAPH, xml)), *re.findall(_BOX, xml)):
        texts = [_text(run) for run in re.findall(_RUN, whole)]
        yield "".join(texts)
        yield " ".join(texts)


def _text(xml: bytes) -> str:
    return unescape(xml.decode("utf-8", "replace"))
