"""Traps of a sheet's markup: prefixes, encodings, rows and squares without addresses, comments."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from addin.hosts.closed.patch.patching import patch
from tests.hosts.closed.made_books import (
    MAIN,
    OFFICE,
    book_of,
    part,
    parts_of,
    sheet_part,
    zipped,
)
from tests.hosts.closed.trapped import ONE, calamine, refusal, rows, write


class TestMarkup:
    def test_strict_files_keep_their_namespace(self):
        """openpyxl shows no sheet of such a file; the patch does not care."""
        strict = "http://purl.oclc.org/ooxml"
        parts = {
            name: str(content).replace(MAIN, f"{strict}/spreadsheetml/main").replace(OFFICE, f"{strict}/officeDocument/relationships")
            for name, content in parts_of(sheet_part(ONE)).items()
        }

        after = patch(zipped(parts), write(A1=5, B1="chữ"))

        assert calamine(after)[0] == [5, "chữ"]
        assert "schemas.openxmlformats.org/spreadsheetml" not in part(after)

    def test_prefixes_are_used_again(self):
        """New elements carry the prefix of the sheet's rows."""
        sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'

        after = patch(zipped(parts_of(sheet)), write(A1="một", A3=2))

        assert '<x:c r="A1" t="inlineStr"><x:is><x:t>một</x:t></x:is></x:c>' in part(after)
        assert calamine(after) == [["một"], [""], [2]]

    @pytest.mark.parametrize(("codec", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b""), ("utf-16-be", b""), ("utf-8", b"\xef\xbb\xbf")])
    def test_the_encoding_and_its_mark_stay(self, codec, mark):
        """A UTF-16 part is decoded, changed and written as it was."""
        declared = '<?xml version="1.0" encoding="UTF-16"?>' if "16" in codec else ""
        sheet = mark + (declared + sheet_part(ONE)).encode(codec)

        after = patch(zipped(parts_of(sheet)), write(A1="Ệ"))

        data = zipfile.ZipFile(io.BytesIO(after)).read("xl/worksheets/sheet1.xml")
        assert data.startswith(mark + "<".encode(codec))
        assert "<t>Ệ</t>" in data[len(mark) :].decode(codec)

    def test_a_narrow_encoding_takes_letters_as_references(self):
        """Vietnamese letters in a part declared Latin-1."""
        sheet = b'<?xml version="1.0" encoding="ISO-8859-1"?>' + sheet_part(ONE).encode("latin-1")

        after = patch(zipped(parts_of(sheet)), write(A1="Ệ"))

        assert "<t>&#7878;</t>" in part(after)
        assert openpyxl.load_workbook(io.BytesIO(after))["Sổ"]["A1"].value == "Ệ"

    def test_rows_and_squares_without_r_are_counted(self):
        """Each stands one after the one before."""
        data = book_of(rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))

        after = patch(data, write(B1=20, B2=40, A3=50))

        assert calamine(after) == [[1, 20], [3, 40], [50, ""]]
        assert "<row><c><v>1</v></c><c><v>20</v></c></row>" in part(after)

    def test_an_insert_before_a_square_without_r_is_refused(self):
        """Readers would count on differently."""
        data = book_of(rows('<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>'))

        assert refusal(data, B1=1) == "Không ghi vào 'Sổ'!B1: phía sau có ô không ghi địa chỉ nên không chèn ô mới được"
        assert calamine(patch(data, write(F1=9)))[0] == [1, "", "", 2, 3, 9]

    @pytest.mark.parametrize("inside", ['<row r="2"/><row r="1"/>', '<row r="1"/><row r="1"/>'])
    def test_rows_repeated_or_out_of_order_are_refused(self, inside):
        """Which one holds is unknown."""
        assert refusal(book_of(rows(inside)), A9=1).endswith("các dòng bị lặp hoặc không theo thứ tự")

    @pytest.mark.parametrize("inside", ['<c r="B1"/><c r="A1"/>', '<c r="B1"/><c r="B1"/>', '<c r="B7"/>'])
    def test_squares_repeated_or_out_of_order_are_refused(self, inside):
        """The same inside a row that is written to."""
        message = refusal(book_of(rows(f'<row r="1">{inside}</row>')), C1=1)

        assert message.endswith("các ô trong dòng bị lặp hoặc không theo thứ tự")

    def test_an_empty_sheet_and_an_empty_row_are_opened(self):
        """Self-closing elements get an inside."""
        assert calamine(patch(book_of("<sheetData/>"), write(A1=1)))[0] == [1]
        after = part(patch(book_of(rows('<row r="1" ht="30" customHeight="1"/>')), write(A1=1)))
        assert '<row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c></row>' in after

    def test_comments_and_cdata_are_not_taken_for_squares(self):
        """What looks like a square inside them is text, and both stay."""
        hidden = '<!-- <row r="1"><c r="A1"><f>1</f></c></row> -->'
        data = book_of(
            rows(f'{hidden}<row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[</c><c r="B2">]]></t></is></c><c r="C2"><v>1</v></c></row>')
        )

        after = patch(data, write(A1=7, C2=8))

        assert hidden in part(after)
        assert '<![CDATA[</c><c r="B2">]]>' in part(after)
        assert '<c r="C2"><v>8</v></c>' in part(after)
        assert openpyxl.load_workbook(io.BytesIO(after))["Sổ"]["A1"].value == 7
