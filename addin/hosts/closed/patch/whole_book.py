"""Workbooks that are not written to at all, whatever the square, and why.

A signature breaks with any change, a shared-workbook log would not know of it, templates and add-ins are
not a cell's records. Passwords to open are met before this, when the package is opened.
"""

from __future__ import annotations

from addin.hosts.closed.patch.package import key_of
from addin.hosts.closed.patch.workbook_parts import WorkbookParts, relations_of
from addin.hosts.closed.patch.xml_text import any_tag_pattern, attributes_of, is_true
from addin.hosts.refusal import refuse

_SAVE_AS = "Trong Excel chọn Lưu thành (Save As) kiểu Sổ làm việc .xlsx, rồi chạy lại trên tệp đó."


def refuse_whole_book(parts: WorkbookParts) -> None:
    """RefusedWrite for a signed, shared, write-reserved workbook, a template, an add-in or a binary one."""
    _refuse_by_type(parts.content_type(parts.workbook))
    names = [key_of(name) for name in parts.package.names]
    root_kinds = {relation.kind for relation in relations_of(parts.package)}
    if "origin" in root_kinds or any(name.startswith("_xmlsignatures/") for name in names):
        refuse(
            "sổ có chữ ký số, sửa một ô là chữ ký mất giá trị",
            "Làm trên bản chưa ký; nếu vẫn cần sửa, hãy bỏ chữ ký trong Excel trước.",
        )
    kinds = {relation.kind for relation in parts.relations}
    logged = any(name.startswith("xl/revisions/") or name.endswith("/usernames.xml") for name in names)
    if logged or kinds & {"revisionHeaders", "usernames"}:
        refuse(
            "sổ đang ở chế độ dùng chung (Shared Workbook) và có nhật ký sửa đổi",
            "Trong Excel bỏ dùng chung sổ (Unshare Workbook), lưu lại rồi chạy lại.",
        )
    _refuse_reserved(parts)


def _refuse_by_type(content_type: str) -> None:
    if ".template" in content_type:
        refuse("đây là tệp mẫu (.xltx, .xltm), không phải sổ đang dùng", _SAVE_AS)
    if "addin" in content_type:
        refuse("đây là phần bổ trợ Excel (.xlam), không phải sổ dữ liệu", "Chọn đúng tệp sổ chi bộ.")
    if "binary" in content_type:
        refuse("đây là sổ nhị phân (.xlsb)", _SAVE_AS)


def _refuse_reserved(parts: WorkbookParts) -> None:
    tag = any_tag_pattern("fileSharing").search(parts.workbook_text.shadow)
    if tag is not None and {"reservationPassword", "hashValue"} & set(attributes_of(tag[2])):
        refuse("sổ đặt mật khẩu cho việc ghi", "Bỏ mật khẩu ghi trong Excel (Lưu thành, Tuỳ chọn chung) rồi chạy lại.")


def refuse_new_sheet(parts: WorkbookParts) -> None:
    """RefusedWrite where the list of sheets is locked."""
    tag = any_tag_pattern("workbookProtection").search(parts.workbook_text.shadow)
    if tag is not None and is_true(attributes_of(tag[2]).get("lockStructure")):
        refuse(
            "cấu trúc sổ đang khoá nên không thêm trang tính được",
            "Trong Excel vào Xem lại, bỏ Bảo vệ sổ làm việc, rồi chạy lại.",
        )
