"""File names that every system can hold."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as any_

from addin.hosts.file_names import LONGEST_NAME, looks_like, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quyết định 24", "Quyết định 24.docx"),
        ("12-QĐ/CB", "12-QĐ-CB.docx"),
        ("../../x", "-..-x.docx"),
        ("a:b", "a-b.docx"),
        ("CON. ", "_CON.docx"),
        ("con.txt", "_con.txt.docx"),
        ("LPT1", "_LPT1.docx"),
        ("Console", "Console.docx"),
        ("  hai   dấu cách. ", "hai dấu cách.docx"),
        ("xuống\ndòng\x07\u200b", "xuống dòng.docx"),
        ('có "ngoặc" <và> dấu?*', "có ngoặc và dấu.docx"),
        ("~$sổ", "sổ.docx"),
        ("", "Không tên.docx"),
        ("...", "Không tên.docx"),
    ],
)
def test_a_name_is_made_safe(text, name):
    """Separators, reserved signs and names, dots and spaces at the ends."""
    assert safe_name(text, ".docx") == name


def test_both_spellings_of_a_letter_give_one_name():
    """NFC, so that no twin arises."""
    assert safe_name(unicodedata.normalize("NFD", "Sổ chi bộ")) == unicodedata.normalize("NFC", "Sổ chi bộ")


def test_a_long_name_is_cut_between_letters_and_carries_a_hash():
    """Two long names that differ at the end stay two."""
    one, other = safe_name("ệ" * 300 + "1", ".docx"), safe_name("ệ" * 300 + "2", ".docx")

    assert one != other
    assert one.startswith("ệệệ")
    assert one.endswith(".docx")
    assert len(one.encode()) <= LONGEST_NAME


@given(any_.text(max_size=200))
def test_no_text_leaves_its_folder(text):
    """One part of a path on every system, never empty, never too long, the same when made safe again."""
    name = safe_name(text, ".docx")

    assert PurePosixPath(name).name == name
    assert PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).is_reserved()
    assert len(name.encode("utf-8")) <= LONGEST_NAME
    assert name != ".docx"
    assert unicodedata.is_normalized("NFC", name)


def test_names_that_look_alike_are_known():
    """Spelling of letters and case; not different words."""
    assert looks_like("Sổ chi bộ.xlsx", unicodedata.normalize("NFD", "sổ CHI bộ.xlsx"))
    assert not looks_like("Sổ chi bộ.xlsx", "Sổ chi bộ 2.xlsx")
