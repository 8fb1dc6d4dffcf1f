"""Notes of ours come and go; a person's notes, shapes and every other part stay byte for byte."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from xml.etree import ElementTree as ET

import pytest

from addin.core.places import Place
from addin.core.writes import Note, SheetReplace, Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.closed.patch.patching import patch
from tests.hosts.closed.made_books import book_of, part
from tests.hosts.closed.noted import (
    COMMENTS,
    DRAWING,
    HEADING,
    PEOPLES,
    ROWS,
    TEXT,
    book_with,
    comment,
    comments_part,
    drawing_part,
    members,
    noted,
    notes,
    seen,
    shape,
    told,
)

BEFORE = book_of(ROWS)
RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"


def test_a_sheet_without_notes_gets_them():
    """Vietnamese letters, line breaks, markup and braces arrive as they were meant, under our name."""
    after = noted(BEFORE, B2=TEXT, C9="dòng hai")

    assert seen(after) == {("Sổ", "B2"): ("Sổ Chi bộ", HEADING + TEXT), ("Sổ", "C9"): ("Sổ Chi bộ", HEADING + "dòng hai")}


def test_only_what_notes_need_is_touched():
    """The sheet gets one element, the package the types; all else is equal."""
    before, after = members(BEFORE), members(noted(BEFORE, B2=TEXT))

    assert list(after) == [*before, COMMENTS, RELATIONS, DRAWING]
    assert {name for name in before if before[name] != after[name]} == {"[Content_Types].xml", "xl/worksheets/sheet1.xml"}
    sheet = after["xl/worksheets/sheet1.xml"].decode()
    assert sheet.replace('<legacyDrawing r:id="rId2"/>', "") == before["xl/worksheets/sheet1.xml"].decode()
    types = after["[Content_Types].xml"].decode()
    assert '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>' in types
    assert '<Default ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing" Extension="vml"/>' in types


def test_without_notes_meant_nothing_is_looked_at():
    """None leaves even notes of ours alone."""
    once = noted(BEFORE, B2=TEXT)

    after = patch(once, Writes(squares=(Write(Place("Sổ", 2, 2), 5, "thử"),)))

    assert members(after)[COMMENTS] == members(once)[COMMENTS]


def test_the_last_note_takes_its_parts_with_it():
    """Marked and unmarked, every part reads as before."""
    assert members(noted(noted(BEFORE, B2=TEXT, A1="x"))) == members(BEFORE)


def test_no_note_where_there_was_none_changes_nothing():
    """The same bytes."""
    assert noted(BEFORE) == BEFORE
    assert noted(book_with()) == book_with()


def test_the_same_notes_again_are_the_same_bytes():
    """In a sheet of its own notes and beside a person's."""
    for before in (BEFORE, book_with()):
        once = noted(before, A1=TEXT, C3="hai")
        assert noted(once, A1=TEXT, C3="hai") == once


def test_new_notes_replace_all_old_ones():
    """A corrected square loses its note and its box."""
    after = noted(noted(BEFORE, A1="một", B2="hai"), B2="ba")

    assert seen(after) == {("Sổ", "B2"): ("Sổ Chi bộ", f"{HEADING}ba")}
    assert part(after, DRAWING).count("<v:shape ") == 1


def test_ours_join_a_persons():
    """His note, his box and their order stay letter for letter; ours come behind."""
    after = noted(book_with(), A1=TEXT)

    assert seen(after) == {("Sổ", "B2"): ("Bà Bịa", "hỏi lại"), ("Sổ", "A1"): ("Sổ Chi bộ", HEADING + TEXT)}
    assert PEOPLES.partition("</commentList>")[0].partition("<commentList>")[2] in part(after, COMMENTS)
    assert "<author>Bà Bịa</author><author>Sổ Chi bộ</author></authors>" in part(after, COMMENTS)
    assert shape(1030, 1, 1) in part(after, DRAWING)
    assert 'id="_x0000_s1031"' in part(after, DRAWING)
    assert part(after) == part(book_with())
    assert part(after, RELATIONS) == part(book_with(), RELATIONS)


def test_ours_leave_a_persons_as_they_were():
    """Every part of the workbook is what it was before ours came."""
    assert members(noted(noted(book_with(), A1=TEXT))) == members(book_with())


def test_a_square_with_a_persons_note_keeps_it():
    """Ours is not added there, and that is told."""
    patched = told(book_with(), B2=TEXT, C2="khác")

    assert seen(patched.data)["Sổ", "B2"] == ("Bà Bịa", "hỏi lại")
    assert seen(patched.data)["Sổ", "C2"] == ("Sổ Chi bộ", f"{HEADING}khác")
    assert patched.remarks == (
        "Trang tính «Sổ»: ô B2 đã có ghi chú của người dùng nên giữ nguyên, không thêm ghi chú của chương trình.",
    )


def test_many_squares_of_people_are_told_in_one_sentence():
    """Ten by name, the others as a count."""
    inside = "".join(comment(f"A{row}", 0, "x") for row in range(1, 13))
    before = book_with(comments_part("<author>Bà Bịa</author>", inside), drawing_part(""))

    remarks = told(before, **{f"A{row}": "lỗi" for row in range(1, 13)}).remarks

    assert len(remarks) == 1
    assert "ô A1, A2, A3, A4, A5, A6, A7, A8, A9, A10 và 2 ô khác đã có" in remarks[0]


def test_an_author_behind_ours_keeps_his_number():
    """Authors are numbers: ours stays in the list when somebody came after."""
    authors = "<author>Sổ Chi bộ</author><author>Ông Bịa</author>"
    inside = comment("A1", 0, "cũ") + comment("B2", 1, "của ông")
    before = book_with(comments_part(authors, inside), drawing_part(shape(1025, 0, 0) + shape(1026, 1, 1)))

    after = noted(before)

    assert seen(after) == {("Sổ", "B2"): ("Ông Bịa", "của ông")}
    assert authors in part(after, COMMENTS)
    assert shape(1025, 0, 0) not in part(after, DRAWING)
    assert shape(1026, 1, 1) in part(after, DRAWING)


def test_our_name_in_the_other_spelling_is_ours():
    """Letters with their accents apart."""
    before = book_with(comments_part("<author>So\u0302\u0309 Chi b\u00f4\u0323</author>", comment("A1", 0, "cũ")), drawing_part(shape(1025, 0, 0)))

    assert seen(noted(before)) == {}


def test_a_note_whose_author_libreoffice_dropped_is_known_by_its_heading():
    """Nothing else without an author is ours."""
    inside = comment("A1", 0, "Sổ Chi bộ:\nLỗi cũ") + comment("B2", 0, "Sổ Chi bộ xem lại")
    before = book_with(comments_part("<author> </author>", inside), drawing_part(shape(1025, 0, 0) + shape(1026, 1, 1)))

    assert list(seen(noted(before))) == [("Sổ", "B2")]


def test_buttons_of_a_sheet_without_notes_stay():
    """The drawing of form controls takes the boxes; the controls' shapes and element are kept."""
    button = shape(2049, 0, 0, "Button").replace("t202", "t201")
    rows = f'{ROWS}<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>'
    before = book_with(None, drawing_part(button, "2"), rows=rows)

    after = noted(before, A1="lỗi")

    assert button in part(after, DRAWING)
    assert 'id="_x0000_s2050"' in part(after, DRAWING)
    assert part(after) == part(before)
    assert seen(after) == {("Sổ", "A1"): ("Sổ Chi bộ", f"{HEADING}lỗi")}
    left = members(noted(after))
    assert left[DRAWING] == members(before)[DRAWING]
    assert left["xl/worksheets/sheet1.xml"] == members(before)["xl/worksheets/sheet1.xml"]


def test_several_texts_of_one_square_become_one_note():
    """And a square hidden by a merge shows its note on the first one."""
    rows = f'{ROWS}<mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>'
    writes = Writes(notes=(Note(Place.at("Sổ", "B2"), "một"), Note(Place.at("Sổ", "C3"), "hai"), Note(Place.at("Sổ", "A1"), "ba")))

    assert {cell: text for (_, cell), (_, text) in seen(patch(book_of(rows), writes)).items()} == {
        "B2": f"{HEADING}một\nhai",
        "A1": f"{HEADING}ba",
    }


def test_notes_and_squares_and_sheets_come_in_one_patch():
    """A note may stand on a sheet that the same patch brings."""
    writes = Writes(
        squares=(Write(Place("Sổ", 2, 2), "mới", "thử"),),
        sheets=(SheetReplace("Lỗi dữ liệu", (("Mã",), ("MEM204",))),),
        notes=(Note(Place("Sổ", 2, 2), "lỗi"), Note(Place("Lỗi dữ liệu", 2, 1), "xem")),
    )

    after = patch(BEFORE, writes)

    assert list(seen(after)) == [("Sổ", "B2"), ("Lỗi dữ liệu", "A2")]
    assert 'name="_sochibo"' in part(after, "xl/workbook.xml")
    assert patch(after, writes) == after


def test_two_sheets_share_no_block_of_shape_numbers():
    """Each drawing holds its own 1,024 numbers."""
    before = patch(BEFORE, Writes(sheets=(SheetReplace("Hai", (("x",),)),)))

    after = patch(before, Writes(notes=(Note(Place("Sổ", 1, 1), "a"), Note(Place("Hai", 1, 1), "b"))))

    drawings = [text.decode() for name, text in members(after).items() if name.endswith(".vml")]
    assert [re.findall(r'data="(\d+)"|_x0000_s(\d+)', text) for text in drawings] == [
        [("1", ""), ("", "1025")],
        [("2", ""), ("", "2049")],
    ]


def test_more_notes_than_a_block_has_numbers_take_another():
    """1,500 notes on one sheet, no number twice."""
    texts = {f"A{row}": "lỗi" for row in range(1, 1_501)}

    drawing = part(noted(BEFORE, **texts), DRAWING)

    numbers = re.findall(r"_x0000_s(\d+)", drawing)
    assert 'data="1,2"' in drawing
    assert len(set(numbers)) == len(numbers) == 1_500
    assert {int(number) // 1_024 for number in numbers} == {1, 2}


def test_an_address_that_no_sheet_has_is_refused():
    """As for a value."""
    with pytest.raises(RefusedWrite) as refused:
        patch(BEFORE, Writes(notes=(Note(Place("Sổ", 1, 16_385), "lỗi"),)))

    assert "địa chỉ không phải một ô của trang tính" in refused.value.message


def test_a_sheet_that_is_not_there_is_refused():
    """By its name, with those that are."""
    with pytest.raises(RefusedWrite) as refused:
        patch(BEFORE, notes("Khác", A1="lỗi"))

    assert refused.value.message == "Không ghi vào 'Khác'!A1: sổ không có trang tính này. Chưa có gì thay đổi."


def test_the_parts_are_what_the_schema_wants():
    """Every id a comment, relationship and shape names is there."""
    after = members(noted(BEFORE, B2=TEXT))

    comments = ET.fromstring(after[COMMENTS])
    assert [child.tag.rpartition("}")[2] for child in comments] == ["authors", "commentList"]
    assert comments[1][0].attrib == {"ref": "B2", "authorId": "0", "shapeId": "0"}
    drawing = ET.fromstring(after[DRAWING])
    assert [child.tag.rpartition("}")[2] for child in drawing] == ["shapelayout", "shapetype", "shape"]
    assert drawing[2].attrib["type"] == f"#{drawing[1].attrib['id']}"


@pytest.mark.libreoffice
def test_libreoffice_shows_the_notes_and_knows_the_persons(tmp_path):
    """Converted to OpenDocument, the annotations hold the texts; back as a workbook, ours are still known."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(noted(book_with(), A1=TEXT))

    converted(path, "ods")
    converted(path, "xlsx", tmp_path / "lai")

    content = zipfile.ZipFile(tmp_path / "so.ods").read("content.xml").decode("utf-8")
    annotations = re.findall(r"<office:annotation .*?</office:annotation>", content, re.DOTALL)
    shown = ["\n".join("".join(text.itertext()) for text in paragraphs(one)) for one in annotations]
    assert shown == [HEADING + TEXT, "hỏi lại"]
    again = (tmp_path / "lai" / "so.xlsx").read_bytes()
    assert [cell for _, cell in seen(again)] == ["A1", "B2"]
    assert [cell for _, cell in seen(noted(again))] == ["B2"]


def paragraphs(annotation: str) -> list[ET.Element]:
    names = sorted(set(re.findall(r"([\w\-]+):", re.sub(r">[^<]*<", "><", annotation))))
    declared = "".join(f' xmlns:{name}="{name}"' for name in names)
    return list(ET.fromstring(f"<x{declared}>{annotation}</x>").iter("{text}p"))


def converted(path, kind, folder=None):
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless", "--convert-to",
            kind, "--outdir", str(folder or path.parent), str(path),
        ],
        check=True, capture_output=True, timeout=120,
    )


def test_a_zip_that_reads_whole():
    """No member twice, none broken."""
    archive = zipfile.ZipFile(io.BytesIO(noted(book_with(), A1=TEXT)))

    assert archive.testzip() is None
    assert len(set(archive.namelist())) == len(archive.namelist())
