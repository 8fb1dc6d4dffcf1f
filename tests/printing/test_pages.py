"""Pages of PDF: counted, bound, settled; what is no PDF is one sentence; fonts that stand in are named."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from addin.errors import NoPdf
from addin.printing.pages import bound, page_count, settled, stand_in_fonts
from tests.printing.fake_office import blank


def printed_in(*fonts):
    """A page that uses these fonts, each as a subset."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    named = {NameObject(f"/F{number}"): DictionaryObject({NameObject("/BaseFont"): NameObject(f"/ABCDEF+{font}")}) for number, font in enumerate(fonts)}
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject(named)})
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_settled_it_has_the_title_and_neither_time_nor_maker():
    """The same bytes whenever it was printed."""
    content = settled(blank(2), "Biên bản")

    assert PdfReader(io.BytesIO(content)).metadata == {"/Title": "Biên bản"}
    assert settled(content, "Biên bản") == settled(blank(2), "Biên bản")


def test_bound_each_has_its_bookmark_where_it_begins():
    """Pages behind one another, in the order given."""
    content = bound([("Một", blank(2)), ("Hai", blank(3)), ("Ba", blank(1))], "Hồ sơ")

    reader = PdfReader(io.BytesIO(content))
    assert page_count(content) == 6
    assert [(item.title, reader.get_destination_page_number(item)) for item in reader.outline] == [("Một", 0), ("Hai", 2), ("Ba", 5)]


@pytest.mark.parametrize("content", [b"", b"PK zip", b"%PDF-1.4 half", blank(1)[:-200]])
def test_what_is_no_pdf_is_one_sentence(content):
    """Whatever pypdf stumbles over."""
    with pytest.raises(NoPdf, match="Tệp PDF hỏng, không đọc được"):
        page_count(content)


def test_a_scan_under_a_password_is_told_as_such():
    """Nobody is asked for it."""
    writer = PdfWriter(io.BytesIO(blank(1)))
    writer.encrypt("khoá", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)

    with pytest.raises(NoPdf, match="có mật khẩu"):
        page_count(stream.getvalue())


@pytest.mark.parametrize(
    ("fonts", "told"),
    [
        (("TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT"), ()),
        (("LiberationSerif", "LiberationSerif-Bold", "DejaVuSerif-Bold"), ("DejaVuSerif", "LiberationSerif")),
        ((), ()),
    ],
)
def test_fonts_that_stand_in_for_the_partys_are_named(fonts, told):
    """Lines may break elsewhere in them; a page without letters needs no font."""
    assert stand_in_fonts(printed_in(*fonts)) == told
