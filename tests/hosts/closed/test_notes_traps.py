"""What files of others bring along: threads, locks, broken drawings, other namespaces, prefixes and encodings."""

from __future__ import annotations

import pytest

from addin.core.grids import Range
from addin.errors import RefusedWrite
from addin.hosts.closed.patch.notes.box import Boxes, size_of
from addin.hosts.closed.patch.sheet_xml import SheetText
from addin.hosts.closed.patch.xml_text import XmlText
from tests.hosts.closed.made_books import (
    MAIN,
    OFFICE,
    book_of,
    part,
    parts_of,
    relations,
    sheet_part,
    workbook_xml,
    zipped,
)
from tests.hosts.closed.noted import (
    COMMENTS,
    DRAWING,
    HEADING,
    PEOPLES,
    ROWS,
    VML,
    book_with,
    comment,
    comments_part,
    drawing_part,
    members,
    noted,
    seen,
    shape,
    told,
)

STRICT = "http://purl.oclc.org/ooxml"
UNREADABLE = "Trang tính «Sổ» có phần ghi chú mà chương trình không đọc được, nên để nguyên ghi chú ở đó."


def test_a_sheet_with_threads_is_left_to_excel():
    """By the relationship, and by the author that stands in for a thread."""
    by_author = book_with(comments_part("<author>tc={6EB46D22}</author>", comment("B2", 0, "x")))
    parts = members(book_with())
    name = "xl/worksheets/_rels/sheet1.xml.rels"
    thread = b'<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="x"/>'
    parts[name] = parts[name].replace(b"</Relationships>", thread + b"</Relationships>")

    for before in (by_author, zipped(parts)):
        patched = told(before, A1="lỗi")
        assert patched.data == before
        assert patched.remarks == (
            "Trang tính «Sổ» có nhận xét dạng trao đổi (threaded comments) mà chỉ Excel sửa được, nên để nguyên ghi chú ở đó.",
        )


def test_a_sheet_that_protects_its_drawings_is_left_alone():
    """Protection of squares only does not forbid notes."""
    for objects, is_noted in (("1", False), ("0", True)):
        before = book_of(f'{ROWS}<sheetProtection sheet="1" objects="{objects}"/>')
        patched = told(before, A1="lỗi")
        assert bool(seen(patched.data)) is is_noted
        assert patched.remarks == (
            ()
            if is_noted
            else ("Trang tính «Sổ» đang được bảo vệ, không cho sửa ghi chú, nên để nguyên ghi chú ở đó.",)
        )


@pytest.mark.parametrize(
    ("comments", "drawing"),
    [
        (PEOPLES, "<xml><v:shape><br></v:shape></xml>"),
        (PEOPLES, "<shapes/>"),
        (PEOPLES.replace("</comments>", ""), drawing_part("")),
        (f'<comments xmlns="{MAIN}"><commentList/></comments>', drawing_part("")),
    ],
    ids=["HTML không đóng thẻ", "không có gốc", "bị cắt cụt", "không có danh sách tác giả"],
)
def test_a_part_that_cannot_be_spliced_is_left_and_told(comments, drawing):
    """Everything else of the patch still happens."""
    before = book_with(comments, drawing)

    patched = told(before, A1="lỗi")

    assert patched.data == before
    assert patched.remarks == (UNREADABLE,)


def test_a_drawing_that_is_missing_is_told():
    """The sheet names a relationship that leads nowhere."""
    before = book_of(f'{ROWS}<legacyDrawing r:id="rId5"/>')

    assert told(before, A1="lỗi").remarks == (UNREADABLE,)


def test_a_strict_workbook_gets_its_own_kind():
    """Its namespaces for comments and relationships, the usual one for VML, a choice around the element."""
    parts = {
        name: str(content).replace(MAIN, f"{STRICT}/spreadsheetml/main").replace(OFFICE, f"{STRICT}/officeDocument/relationships")
        for name, content in parts_of(sheet_part(ROWS)).items()
    }
    before = zipped(parts)

    after = noted(before, A1="lỗi")

    assert f'<comments xmlns="{STRICT}/spreadsheetml/main">' in part(after, COMMENTS)
    links = part(after, "xl/worksheets/_rels/sheet1.xml.rels")
    assert f'Type="{STRICT}/officeDocument/relationships/comments" Target="../comments1.xml"' in links
    assert f'Type="{OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"' in links
    assert part(after).endswith(
        '</sheetData><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice xmlns:v="urn:schemas-microsoft-com:vml" Requires="v"><legacyDrawing r:id="rId2"/></mc:Choice>'
        "</mc:AlternateContent></worksheet>"
    )
    assert members(noted(after)) == members(before)


def test_prefixed_parts_keep_their_prefix():
    """Comments, sheet and a drawing with a prefix of its own for VML."""
    comments = PEOPLES.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    drawing = drawing_part("").replace("v:", "w:").replace("xmlns:v", "xmlns:w")
    before = book_with(comments, drawing)

    after = noted(before, A1="lỗi")

    assert "<x:author>Sổ Chi bộ</x:author>" in part(after, COMMENTS)
    assert '<x:comment ref="A1" authorId="1" shapeId="0"><x:text><x:r>' in part(after, COMMENTS)
    assert 'o:insetmode="auto" xmlns:v="urn:schemas-microsoft-com:vml">' in part(after, DRAWING)
    assert seen(after)["Sổ", "A1"] == ("Sổ Chi bộ", f"{HEADING}lỗi")
    assert members(noted(after)) == members(before)


def test_a_prefixed_sheet_gets_a_prefixed_element():
    """And the relationships' namespace where the sheet has no prefix for it."""
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData/><x:tableParts count="0"/></x:worksheet>'
    before = zipped(parts_of(sheet))

    after = noted(before, A1="lỗi")

    assert f'<x:sheetData/><x:legacyDrawing xmlns:r="{OFFICE}" r:id="rId2"/><x:tableParts' in part(after)
    assert members(noted(after)) == members(before)


def test_parts_in_utf_16_stay_in_utf_16():
    """With their mark; what people wrote is the same text."""
    coded = (b"\xff\xfe" + PEOPLES.encode("utf-16-le"), b"\xfe\xff" + drawing_part(shape(1030, 1, 1)).encode("utf-16-be"))
    before = book_with(*coded)

    after = members(noted(before, A1="lỗi"))

    assert after[COMMENTS].decode("utf-16").count("<comment ") == 2
    assert after[DRAWING].startswith(b"\xfe\xff")
    assert "<x:Row>0</x:Row><x:Column>0</x:Column>" in after[DRAWING].decode("utf-16")
    assert members(noted(zipped(after))) == members(before)


@pytest.mark.parametrize(
    "behind",
    [
        "<legacyDrawingHF r:id='rId9'/>",
        "<picture r:id='rId9'/>",
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>',
        '<oleObjects/><tableParts count="0"/>',
        "<extLst><ext/></extLst>",
    ],
)
def test_the_element_stands_where_the_schema_has_it(behind):
    """Behind drawings, in front of all that comes after; a list inside a format does not mislead."""
    front = (
        '<conditionalFormatting sqref="A1"><cfRule type="dataBar" priority="1"><extLst><ext/></extLst></cfRule>'
        '</conditionalFormatting><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x"><other/></mc:Choice></mc:AlternateContent>'
        '<drawing r:id="rId8"/>'
    )
    before = zipped(parts_of(sheet_part(f"{ROWS}{front}{behind}")))

    after = noted(before, A1="lỗi")

    assert part(after).endswith(f'{front}<legacyDrawing r:id="rId1"/>{behind}</worksheet>'.replace("rId1", "rId2"))
    assert members(noted(after)) == members(before)


def test_a_default_for_vml_that_was_there_stays():
    """Only ours goes with our last drawing."""
    before = zipped({**members(book_of(ROWS))})
    types = part(before, "[Content_Types].xml").replace(
        "<Override", '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override', 1
    )
    before = zipped({**members(before), "[Content_Types].xml": types.encode()})

    after = noted(before, A1="lỗi")

    assert part(after, "[Content_Types].xml").count("vmlDrawing") == 1
    assert members(noted(after)) == members(before)


def test_free_names_and_numbers_are_taken():
    """Another part at the next name, another drawing with the next block."""
    header = drawing_part(shape(3100, 0, 0, "Pict"), "3")
    links = relations(("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"), ("rId3", "hyperlink", "http://x"))
    named = {"xl/drawings/vmlDrawing1.vml": header, "xl/Comments1.xml": PEOPLES, "xl/worksheets/_rels/sheet1.xml.rels": links}
    parts = parts_of(sheet_part(f'{ROWS}<legacyDrawingHF r:id="rId1"/>'), named)
    types = f'<Default Extension="vml" ContentType="{VML}"/></Types>'
    before = zipped({**parts, "[Content_Types].xml": str(parts["[Content_Types].xml"]).replace("</Types>", types)})

    after = noted(before, A1="lỗi")

    assert 'data="4"' in part(after, "xl/drawings/vmlDrawing2.vml")
    assert part(after).endswith('<legacyDrawing r:id="rId4"/><legacyDrawingHF r:id="rId1"/></worksheet>')
    assert part(after, "xl/comments2.xml").count("<comment ") == 1
    assert members(noted(after)) == members(before)


def test_workbooks_that_are_not_written_are_not_noted():
    """A signature would break."""
    signed = zipped(parts_of(sheet_part(ROWS), {"_xmlsignatures/origin.sigs": "<x/>"}))

    with pytest.raises(RefusedWrite) as refused:
        noted(signed, A1="lỗi")

    assert "chữ ký số" in refused.value.message


def test_chart_sheets_have_no_squares():
    """They are passed over when ours are taken out, and refused when a note is meant for one."""
    sheets = '<sheet name="Sổ" sheetId="1" r:id="rId1"/><sheet name="Biểu đồ" sheetId="2" r:id="rId4"/>'
    links = relations(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId4", "chartsheet", "chartsheets/sheet1.xml"))
    named = {"xl/workbook.xml": workbook_xml(sheets=sheets), "xl/_rels/workbook.xml.rels": links, "xl/chartsheets/sheet1.xml": "<chartsheet/>"}
    before = zipped(parts_of(sheet_part(ROWS), named))

    assert noted(before) == before
    with pytest.raises(RefusedWrite) as refused:
        noted(before, "Biểu đồ", A1="lỗi")
    assert "không có ô để ghi" in refused.value.message


@pytest.mark.parametrize(("text", "size"), [("ngắn", (280, 48)), ("x" * 400, (280, 179)), ("x" * 1_000, (460, 254)), ("x\n" * 200, (460, 420))])
def test_a_box_grows_with_its_text(text, size):
    """Wider before taller, never larger than a screen."""
    assert size_of(text) == size


def box(inside: str, square: tuple[int, int]) -> Range:
    """The squares a short note's box covers."""
    text = SheetText("Sổ", XmlText.of(sheet_part(inside).encode()))
    left, _, top, _, right, _, bottom, _ = map(int, Boxes(text).box(square, "ngắn").anchor.split(","))
    return Range(top + 1, left + 1, bottom + 1, right + 1)


def test_a_box_lies_beside_its_square_whatever_the_widths():
    """Wide columns hold it in one, narrow ones in many, hidden ones count nothing."""
    narrow = '<cols><col min="1" max="99" width="3"/></cols><sheetData/>'
    wide = '<cols><col min="1" max="99" width="60"/></cols><sheetData/>'
    hidden = '<cols><col min="3" max="10" width="9" hidden="1"/></cols><sheetData/>'
    tall = '<sheetData><row r="4" ht="90"/><row r="5" ht="90"/></sheetData>'

    assert box(narrow, (5, 2)) == Range(4, 3, 7, 17)
    assert box(wide, (5, 2)) == Range(4, 3, 7, 3)
    assert box(hidden, (5, 2)) == Range(4, 3, 7, 15)
    assert box(tall, (5, 2)) == Range(4, 3, 4, 7)


def test_a_box_at_the_end_of_the_sheet_lies_inside_it():
    """The last square, and one whose neighbours to the end are hidden."""
    hidden = '<cols><col min="6" max="16384" width="9" hidden="1"/></cols><sheetData/>'

    corner = box("<sheetData/>", (1_048_576, 16_384))
    assert (corner.last_row, corner.last_column) <= (1_048_576, 16_384)
    assert corner.first_column < 16_384
    assert box(hidden, (5, 5)).first_column == 1
