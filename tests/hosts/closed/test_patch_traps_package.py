"""Traps of the package and the markup : done right, or refused in words its owner understands."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from addin.hosts.closed.patch.patching import patch
from tests.hosts.closed.made_books import (
    SHEET_TYPE,
    book_of,
    part,
    parts_of,
    relations,
    sheet_part,
    workbook_xml,
    zipped,
)
from tests.hosts.closed.trapped import ONE, calamine, refusal, write


class TestWholeBook:
    def test_an_encrypted_workbook_is_refused(self):
        """A password to open makes it no zip at all."""
        message = refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), A1=1)

        assert message == "Không ghi vào sổ này: tệp được đặt mật khẩu mở hoặc là bản Excel 97-2003 (.xls)"

    def test_what_is_no_zip_is_refused(self):
        """A text with the wrong ending, or a file cut short."""
        assert refusal(b"Ho ten,Nam sinh", A1=1) == "Không ghi vào sổ này: tệp không phải sổ tính .xlsx hoặc đã hỏng"
        assert refusal(book_of()[:-30], A1=1) == "Không ghi vào sổ này: tệp không phải sổ tính .xlsx hoặc đã hỏng"

    def test_a_damaged_part_is_refused(self):
        """Bytes that do not match their check sum are not built upon."""
        data = bytearray(zipped(parts_of(sheet_part(ONE)), zipfile.ZIP_STORED))
        data[data.index(b"<v>1</v>") + 3] = ord("7")

        assert refusal(bytes(data), A1=1) == "Không ghi vào sổ này: tệp nén bị hỏng một phần"

    def test_a_signed_workbook_is_refused(self):
        """Any change breaks the signature."""
        data = book_of(ONE, _xmlsignatures__sig1_xml="<Signature/>")

        assert refusal(data, A1=1) == "Không ghi vào sổ này: sổ có chữ ký số, sửa một ô là chữ ký mất giá trị"

    def test_a_shared_workbook_is_refused(self):
        """Its log would not know of the change."""
        reason = "Không ghi vào sổ này: sổ đang ở chế độ dùng chung (Shared Workbook) và có nhật ký sửa đổi"

        for name in ("xl/revisions/revisionHeaders.xml", "xl/userNames.xml"):
            assert refusal(zipped(parts_of(sheet_part(ONE), {name: "<x/>"})), A1=1) == reason

    @pytest.mark.parametrize(
        ("kind", "reason"),
        [
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", "đây là tệp mẫu (.xltx, .xltm), không phải sổ đang dùng"),
            ("application/vnd.ms-excel.template.macroEnabled.main+xml", "đây là tệp mẫu (.xltx, .xltm), không phải sổ đang dùng"),
            ("application/vnd.ms-excel.addin.macroEnabled.main+xml", "đây là phần bổ trợ Excel (.xlam), không phải sổ dữ liệu"),
        ],
    )
    def test_templates_and_add_ins_are_read_only(self, kind, reason):
        """They are known by what they say they are, not by their ending."""
        parts = parts_of(sheet_part(ONE))
        parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace(f"{SHEET_TYPE}.sheet.main+xml", kind)

        assert refusal(zipped(parts), A1=1) == f"Không ghi vào sổ này: {reason}"

    def test_a_password_for_writing_is_respected(self):
        """The owner asked Excel to ask; a recommendation alone does not stop us."""
        asked = workbook_xml(before='<fileSharing userName="x" reservationPassword="CC1A"/>')
        recommended = workbook_xml(before='<fileSharing readOnlyRecommended="1"/>')

        assert refusal(zipped(parts_of(sheet_part(ONE), {"xl/workbook.xml": asked})), A1=1).endswith("sổ đặt mật khẩu cho việc ghi")
        assert calamine(patch(zipped(parts_of(sheet_part(ONE), {"xl/workbook.xml": recommended})), write(A1=5)))[0] == [5]

    def test_a_doctype_is_refused(self):
        """No workbook has one; it is how bombs are built."""
        data = zipped(parts_of(sheet_part(ONE), {"xl/workbook.xml": "<!DOCTYPE x>" + workbook_xml()}))

        assert refusal(data, A1=1) == "Không ghi vào sổ này: tệp có khai báo DOCTYPE, sổ tính không có phần này"


class TestPackage:
    def test_part_names_that_differ_by_case_only_are_refused(self):
        """Readers take different ones."""
        data = zipped(parts_of(sheet_part(ONE), {"xl/Worksheets/Sheet1.xml": sheet_part(ONE)}))

        assert refusal(data, A1=1) == "Không ghi vào sổ này: tệp nén có hai phần trùng tên"

    def test_backslash_names_odd_workbook_names_and_order_are_kept(self):
        """Parts are found by relationship, and [Content_Types].xml may stand anywhere."""
        parts = parts_of(sheet_part(ONE))
        odd = {
            "xl\\worksheets\\sheet1.xml": parts["xl/worksheets/sheet1.xml"],
            "xl\\sổ.xml": parts["xl/workbook.xml"],
            "xl\\_rels\\sổ.xml.rels": parts["xl/_rels/workbook.xml.rels"],
            "_rels/.rels": relations(("rId1", "officeDocument", "/xl/sổ.xml")),
            "[Content_Types].xml": str(parts["[Content_Types].xml"]).replace("workbook.xml", "sổ.xml"),
        }
        before = zipped(odd)

        after = patch(before, write(A1=5))

        names = zipfile.ZipFile(io.BytesIO(after)).namelist()
        assert names == zipfile.ZipFile(io.BytesIO(before)).namelist()
        assert "<v>5</v>" in part(after, "xl\\worksheets\\sheet1.xml")

    def test_data_descriptors_are_copied_and_not_written_again(self):
        """Members that were streamed keep their descriptors; the rewritten one needs none."""
        stream = io.BytesIO()

        class Unseekable(io.RawIOBase):
            def writable(self):
                return True

            def write(self, data):
                return stream.write(data)

        with zipfile.ZipFile(Unseekable(), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts_of(sheet_part(ONE)).items():
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        before = stream.getvalue()

        after = patch(before, write(A1=5))

        archive = zipfile.ZipFile(io.BytesIO(after))
        assert archive.testzip() is None
        flags = {info.filename: info.flag_bits & 8 for info in archive.infolist()}
        assert flags.pop("xl/worksheets/sheet1.xml") == 0
        assert set(flags.values()) == {8}
        assert calamine(after)[0] == [5]

    def test_a_zip64_extra_goes_only_with_the_member_rewritten(self):
        """Sizes in the 64-bit field would be wrong for new data, and stay right for the rest."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts_of(sheet_part(ONE)).items():
                with archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
                    member.write(content.encode())
        before = stream.getvalue()
        assert before.count(struct.pack("<HH", 1, 16)) == 6

        after = patch(before, write(A1=5))

        assert after.count(struct.pack("<HH", 1, 16)) == 5
        assert zipfile.ZipFile(io.BytesIO(after)).testzip() is None
        assert calamine(after)[0] == [5]

    def test_bytes_before_the_zip_and_its_comment_stay(self):
        """What others put around the archive is not ours."""
        stream = io.BytesIO("trước".encode())
        stream.seek(0, io.SEEK_END)
        with zipfile.ZipFile(stream, "a") as archive:
            archive.comment = "ghi chú".encode()
            for name, content in parts_of(sheet_part(ONE)).items():
                archive.writestr(zipfile.ZipInfo(name), content)

        after = patch(stream.getvalue(), write(A1=5))

        assert after.startswith("trước".encode())
        assert after.endswith("ghi chú".encode())
        assert zipfile.ZipFile(io.BytesIO(after)).testzip() is None


def test_check_sums_of_the_new_member_are_right():
    """The directory and the local header say the same."""
    after = patch(book_of(ONE), write(A1=5))

    info = zipfile.ZipFile(io.BytesIO(after)).getinfo("xl/worksheets/sheet1.xml")
    data = zipfile.ZipFile(io.BytesIO(after)).read(info)
    local = struct.unpack_from("<4s5H3L", after, info.header_offset)
    assert local[6:9] == (zlib.crc32(data), info.compress_size, len(data))
