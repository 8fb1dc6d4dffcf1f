"""The wizard as a person sees it: every page's words, its buttons pressed with the mouse, Excel left open at first.

SOCHIBO_PICTURES=folder saves what was on the screen.
"""

from __future__ import annotations

from tests.windows.hand import excel_open, picture, running, turn
from tests.windows.windows_machine import wait_until
from tools.windows.payload import version

TITLE = f"Cài đặt Sổ Chi bộ {version()}"
WELCOME = {
    "title": TITLE,
    "texts": [
        "Cài Sổ Chi bộ cho Excel",
        (
            "Bộ cài đặt thẻ “Chi bộ” vào Excel của riêng đồng chí.\n\n"
            "Không cần quyền quản trị, không cần mạng, không cần khởi động lại máy. Sổ của chi bộ không bị đụng tới.\n\n"
            "Hãy lưu sổ, đóng Excel trước, rồi bấm Cài đặt."
        ),
    ],
    "buttons": ["Cài đặt", "Huỷ bỏ"],
    "cut": [],
}
EXCEL_IS_OPEN = "Excel đang mở. Hãy lưu sổ, đóng Excel rồi bấm Thử lại (Retry)."
INSTALLING = {
    "title": TITLE,
    "texts": ["Cài đặt", "Vui lòng đợi trong khi Sổ Chi bộ đang được cài đặt.", "Đang chép chương trình…"],
    "buttons": [],
    "cut": [],
}
INSTALLED = {
    "title": TITLE,
    "texts": [
        "Đã cài xong",
        "Mở Excel: thẻ “Chi bộ” ở cuối dải lệnh.\n\nMuốn gỡ: Cài đặt Windows > Ứng dụng > Sổ Chi bộ > Gỡ cài đặt.",
    ],
    "buttons": ["Xong"],
    "cut": [],
}
UNINSTALL = {
    "title": "Gỡ Sổ Chi bộ",
    "texts": [
        "Gỡ bỏ Sổ Chi bộ",
        "Gỡ bỏ Sổ Chi bộ khỏi máy tính của đồng chí.",
        "Thư mục:",
        "C:\\users\\Thư ký\\AppData\\Local\\SoChiBo",
        "Gỡ Sổ Chi bộ khỏi Excel của đồng chí. Sổ của chi bộ và văn bản đã lập vẫn còn nguyên.",
    ],
    "buttons": ["Gỡ bỏ", "Huỷ bỏ"],
    "cut": [],
}
UNINSTALLED = {
    "title": "Gỡ Sổ Chi bộ",
    "texts": ["Gỡ bỏ hoàn tất", "Việc gỡ bỏ đã hoàn tất thành công.", "Xong"],
    "buttons": ["Đóng"],
    "cut": [],
}


def test_install_and_uninstall_page_by_page(fresh, setup, payload_files):
    """The words are Vietnamese and none is cut off; Excel open is told and may be cured; the files land and go."""
    with running(fresh, fresh.shown(setup)) as wizard:
        welcome = turn(fresh, "", "Cài Sổ Chi bộ cho Excel")
        picture(fresh, "installer-1-welcome")
        with excel_open(fresh):
            refused = turn(fresh, "Cài đặt", "Excel đang mở")
        installing = turn(fresh, "Retry", "Đang chép")
        picture(fresh, "installer-2-installing")
        installed = turn(fresh, "", "Đã cài xong")
        picture(fresh, "installer-3-installed")
        turn(fresh, "Xong", "")
        code = wizard.wait(timeout=60)
    missing = {name for name in payload_files if (fresh.home / name).read_bytes() != payload_files[name]}
    with running(fresh, fresh.shown(fresh.home / "uninstall.exe")):
        uninstall = turn(fresh, "", "Gỡ Sổ Chi bộ khỏi Excel")
        picture(fresh, "uninstaller-1-confirm")
        uninstalled = turn(fresh, "Gỡ bỏ", "Xong")
        picture(fresh, "uninstaller-2-done")
        turn(fresh, "Đóng", "")

    assert welcome == WELCOME
    assert refused["texts"] == [EXCEL_IS_OPEN]
    assert installing == INSTALLING
    assert installed == INSTALLED
    assert (code, missing) == (0, set())
    assert uninstall == UNINSTALL
    assert uninstalled == UNINSTALLED
    assert wait_until(lambda: not fresh.home.exists(), 30)
    assert not (fresh.excel_start / "SoChiBo.xlam").exists()
