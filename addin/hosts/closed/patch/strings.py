"""What a value looks like inside a square: the text of `<v>` or `<is>`, and its type.

Text goes into the square itself (inline), so the shared strings stay as they are. Numbers are written in the
shortest form that reads back the same.
"""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin.core.records import dataclass
from addin.hosts.day_numbers import serial_of
from addin.hosts.refusal import refuse
from addin.patterns import pattern

if TYPE_CHECKING:
    from addin.core.places import Place
    from addin.core.writes import Value

_TEXT_LIMIT = 32_767
_EXACT_WHOLE = 2**53
_LARGEST = 9.99999999999999e307
_TO_ESCAPE = pattern(
    r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)
_KEEP_SPACE = pattern(r"^\s|\s$|[\n\t]|  ")


@dataclass(frozen=True, slots=True)
class Content:
    """The type attribute (empty for a number) and the inside of a square, in the prefix of its sheet."""

    type: str
    inside: str


def content_of(value: Value, place: Place, prefix: str, *, is_1904: bool) -> Content | None:
    """The content for a value, None for blank; RefusedWrite where Excel could not hold it."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return Content("b", f"<{prefix}v>{int(value)}</{prefix}v>")
    if isinstance(value, str):
        kept = ' xml:space="preserve"' if _KEEP_SPACE.search(value) else ""
        return Content("inlineStr", f"<{prefix}is><{prefix}t{kept}>{text_of(value, place)}</{prefix}t></{prefix}is>")
    number = number_of(serial_of(value, place, is_1904=is_1904) if isinstance(value, date) else value, place)
    return Content("", f"<{prefix}v>{number}</{prefix}v>")


def text_of(value: str, place: Place) -> str:
    """Text as XML: control characters and what looks like an escape are written `_xHHHH_`."""
    if len(value.encode("utf-16-le", "surrogatepass")) // 2 > _TEXT_LIMIT:
        refuse(f"nội dung dài quá {_TEXT_LIMIT} ký tự, Excel không chứa được", "Rút gọn nội dung.", place)
    return escape(_TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", value))


def number_of(value: float, place: Place) -> str:
    """The shortest form that reads back as the same number."""
    if isinstance(value, int):
        if abs(value) > _EXACT_WHOLE:
            refuse("số có quá nhiều chữ số, Excel sẽ làm tròn", "Ghi số này ở dạng chữ.", place)
        return str(value)
    if not math.isfinite(value) or abs(value) > _LARGEST:
        refuse("giá trị không phải một số Excel chứa được", "Kiểm tra lại số cần ghi.", place)
    return str(int(value)) if value.is_integer() and abs(value) <= _EXACT_WHOLE else repr(value)
