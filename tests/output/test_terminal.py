"""What a person at a terminal sees and a pipe does not: tables, and a word on what takes long."""

from __future__ import annotations

import io
import subprocess
import sys
import time

import pytest

from addin.cli import main
from addin.output import patience as patience_module
from addin.output.patience import patience
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self):
        return True


def shown(monkeypatch, *words):
    """What stands on a screen of 200 columns."""
    screen = Screen()
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(sys, "stdout", screen)
    with pytest.raises(SystemExit):
        main([str(word) for word in words])
    return screen.getvalue()


def test_ratings_are_a_table_with_the_reasons_beside(monkeypatch):
    """The reasons where they are asked for; the cap is said below."""
    text = shown(monkeypatch, "rate", SAMPLE, "--year", 2025, "--reasons")

    assert all(heading in text for heading in ("Đảng viên", "Mức", "Cao nhất có thể", "Vì sao"))
    assert "│ – " in text
    assert "\nGiới hạn Hoàn thành xuất sắc: " in text


def test_a_member_is_one_line_until_the_reasons_are_asked_for(monkeypatch):
    """The level and who gave it, and how to ask for more."""
    text = shown(monkeypatch, "rate", SAMPLE, "--year", 2025)

    assert "Vì sao" not in text
    assert "│ – " not in text
    assert "(cấp trên quyết định)" in text
    assert "--reasons" in text


def test_findings_are_a_table(monkeypatch):
    """Severity, code, place, what, the way out, why."""
    text = shown(monkeypatch, "check", ROOT / "workbooks" / "mau.xlsx", "--on", "2026-11-23")

    assert text.startswith("Sổ mau.xlsx, kiểm tra đến 23/11/2026: ")
    assert all(heading in text for heading in ("Mức", "Mã", "Chỗ", "Nội dung", "Cách sửa", "Căn cứ"))
    assert " → " not in text


def test_square_brackets_are_text(monkeypatch):
    """References stand in brackets, which rich would take for styles."""
    text = shown(monkeypatch, "rate", SAMPLE, "--year", 2025, "--reasons")

    assert "[HD 43" in text or "[QĐ" in text or "-HD/" in text


@pytest.mark.parametrize("option", ["--quiet", "--json"])
def test_quiet_and_json_draw_nothing(monkeypatch, option):
    """On a terminal too."""
    assert "│" not in shown(monkeypatch, "rate", SAMPLE, "--year", 2025, option)


def test_what_is_quick_says_nothing(monkeypatch):
    """A second has not passed."""
    monkeypatch.setattr(sys, "stderr", Screen())

    with patience("đọc sổ"):
        pass

    assert sys.stderr.getvalue() == ""


def test_what_takes_long_says_what_is_done(monkeypatch):
    """On standard error of a terminal, and not where nobody asked for it."""
    monkeypatch.setattr(patience_module, "_PATIENCE", 0.01)
    monkeypatch.setattr(sys, "stderr", Screen())

    with patience("đọc sổ", quiet=True):
        time.sleep(0.3)
    silent = sys.stderr.getvalue()
    with patience("đọc sổ"):
        until = time.monotonic() + 60
        while "Đang đọc sổ…" not in sys.stderr.getvalue() and time.monotonic() < until:
            time.sleep(0.01)

    assert silent == ""
    assert "Đang đọc sổ…" in sys.stderr.getvalue()


def test_a_pipe_loads_no_terminal_library():
    """Cold start is kept by what is not imported."""
    script = (
        "import sys; from addin.cli import main\n"
        f"try: main(['rate', {str(SAMPLE)!r}, '--year', '2025'])\n"
        "except SystemExit: pass\n"
        "print(sorted(name for name in sys.modules if name.partition('.')[0] == 'rich'))"
    )

    ran = subprocess.run([sys.executable, "-X", "utf8", "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)

    assert ran.stdout.splitlines()[-1] == "[]"
