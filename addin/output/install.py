"""Tells what was installed or taken away, and how to undo it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from addin.jobs.install import InstallResult, Office, Program, UninstallResult

_INTO_OFFICE: Mapping[Office, str] = {
    Office.ABSENT: "Không thấy LibreOffice trên máy này nên chỉ cài cho Excel.",
    Office.DONE: "Đã thêm phần mở rộng vào LibreOffice: mở lại Calc, có thực đơn “Chi bộ”.",
    Office.REFUSED: "Chưa thêm được vào LibreOffice: đóng LibreOffice rồi chạy lại “sochibo install” (không chạy bằng quyền root).",
}
_OUT_OF_OFFICE: Mapping[Office, str] = {
    Office.DONE: "Đã gỡ phần mở rộng khỏi LibreOffice.",
    Office.REFUSED: "Chưa gỡ được phần mở rộng khỏi LibreOffice: đóng LibreOffice rồi chạy lại.",
}
_PROGRAM: Mapping[Program, str] = {
    Program.TAKEN_AWAY: "Đã xoá thư mục riêng {home}.",
    Program.LEFT_TO_UNINSTALLER: "Trình gỡ đang xoá nốt chương trình.",
    Program.LEFT_TO_USER: "Đóng cửa sổ này rồi xoá thư mục {home} là hết.",
}


def form(result: InstallResult | UninstallResult) -> dict[str, Any]:
    """`{"installed", "home"}`, or `{"removed"}`."""
    if isinstance(result, InstallResult):
        return {"installed": list(_installed(result)), "home": str(result.home)}
    return {"removed": list(_removed(result))}


def lines(result: InstallResult | UninstallResult) -> Iterator[str]:
    """A line a place."""
    if isinstance(result, InstallResult):
        yield from _installed(result)
        yield "Muốn gỡ: chạy “sochibo uninstall”."
    else:
        yield from list(_removed(result)) or ["Chưa cài gì cho người dùng này."]


box = lines


def _installed(result: InstallResult) -> Iterator[str]:
    if result.addin:
        yield f"Đã đặt add-in vào {result.addin}: mở lại Excel, thẻ “Chi bộ” ở cuối dải lệnh."
    yield _INTO_OFFICE[result.office]


def _removed(result: UninstallResult) -> Iterator[str]:
    if result.office in _OUT_OF_OFFICE:
        yield _OUT_OF_OFFICE[result.office]
    if result.had_addin:
        yield "Đã gỡ add-in khỏi Excel."
    if result.program in _PROGRAM:
        yield _PROGRAM[result.program].format(home=result.home)
