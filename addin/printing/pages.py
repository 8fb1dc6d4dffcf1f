"""Pages of PDF: settled to the same bytes, counted, bound into one file with a line of contents each. Only here pypdf is known."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from addin.errors import NoPdf

if TYPE_CHECKING:
    from pypdf import PdfReader, PdfWriter

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_PARTY_FONTS = ("TimesNewRoman", "Times New Roman", "Tinos")


def settled(content: bytes, title: str) -> bytes:
    """The pages alone, with the title and neither time nor maker: a paper printed twice gives the same bytes."""
    from pypdf import PdfWriter  # noqa: PLC0415 - loaded where a paper is printed

    with _explained():
        writer = PdfWriter()
        writer.append(_read(content), import_outline=False)
        return _closed(writer, title)


def page_count(content: bytes) -> int:
    """How many pages; NoPdf where it is no PDF that can be read."""
    return len(_read(content).pages)


def bound(parts: Iterable[tuple[str, bytes]], title: str) -> bytes:
    """All behind one another, each with its title among the bookmarks."""
    from pypdf import PdfWriter  # noqa: PLC0415 - as above

    with _explained():
        writer = PdfWriter()
        for name, content in parts:
            writer.append(_read(content), outline_item=name, import_outline=False)
        return _closed(writer, title)


def stand_in_fonts(content: bytes) -> tuple[str, ...]:
    """The fonts it is printed with where none is the one the layout asks for: the lines may break elsewhere."""
    names = sorted({_SUBSET.sub("", name) for name in _fonts(_read(content))})
    if any(name.startswith(_PARTY_FONTS) for name in names):
        return ()
    return tuple(dict.fromkeys(name.partition("-")[0] for name in names))


def _fonts(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        resources = page.get("/Resources")
        fonts = resources.get_object().get("/Font") if resources is not None else None
        if fonts is not None:
            yield from (str(font.get_object().get("/BaseFont", "")).lstrip("/") for font in fonts.get_object().values())


def _read(content: bytes) -> PdfReader:
    from pypdf import PdfReader  # noqa: PLC0415 - as above

    with _explained():
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted or not reader.pages:
            raise NoPdf("Tệp PDF có mật khẩu hoặc không có trang nào.", "Mở tệp, in lại thành PDF không có mật khẩu rồi chạy lại.")
        return reader


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Whatever pypdf stumbles over in a file of anybody's."""
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above

    try:
        yield
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise NoPdf("Tệp PDF hỏng, không đọc được.", "Quét hoặc in lại tệp đó thành PDF rồi chạy lại.") from error


def _closed(writer: PdfWriter, title: str) -> bytes:
    from pypdf.generic import NameObject, TextStringObject  # noqa: PLC0415 - as above

    writer.metadata = {"/Title": title}
    writer.root_object[NameObject("/Lang")] = TextStringObject("vi-VN")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
