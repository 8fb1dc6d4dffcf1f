"""VBA text with Vietnamese letters, as it must be written to survive any code page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.xlam import MacroFault
from tools.xlam.ascii_source import ascii_line, ascii_source


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('x = "Xin chào"', 'x = ("Xin ch" & ChrW(224) & "o")'),
        ('x = "ạ"', "x = (ChrW(7841))"),
        ('x = "a" & "ể"', 'x = "a" & (ChrW(7875))'),
        ('x = "Sổ ""A"""', 'x = ("S" & ChrW(7893) & " ""A""")'),
        ('x = "plain ""quoted"" text"', 'x = "plain ""quoted"" text"'),
        ('x = "😀"', "x = (ChrW(55357) & ChrW(56832))"),
        ("x = 1 ' Đảng viên, không đếm", "x = 1 ' Dang vien, khong dem"),
        ("Rem Thư ký", "Rem Thu ky"),
        ("x = 1: Rem Thư ký", "x = 1: Rem Thu ky"),
        ('x = "Rem \' ạ"', 'x = ("Rem \' " & ChrW(7841))'),
        ("Remember = 1", "Remember = 1"),
    ],
)
def test_a_line_means_the_same_in_ascii(written, expected):
    """Strings are joined from numbered letters, comments lose their marks, the rest stays."""
    assert ascii_line(written) == expected


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30))
def test_a_string_read_back_as_vba_reads_it_is_the_text(text):
    """Evaluating the pieces gives the text again, whatever letters it holds."""
    literal = '"' + text.replace('"', '""') + '"'

    line = ascii_line(f"x = {literal}")

    assert line.isascii()
    units = b""
    for number, piece in re.findall(r'ChrW\((\d+)\)|"((?:[^"]|"")*)"', line):
        units += int(number).to_bytes(2, "little") if number else piece.replace('""', '"').encode("utf-16-le")
    assert units.decode("utf-16-le") == text


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('Const Name = "ạ"', 'M.bas:1: a constant or declaration cannot hold "ạ": ChrW is no constant'),
        ('x = 1\nPrivate Const A = "a", _\n  B = "ể"', 'M.bas:3: a constant or declaration cannot hold "ể": ChrW is no constant'),
        ('Sub S(Optional a As String = "ạ")', 'M.bas:1: a constant or declaration cannot hold "ạ": ChrW is no constant'),
        ('Attribute VB_Description = "ạ"', 'M.bas:1: a constant or declaration cannot hold "ạ": ChrW is no constant'),
        ("x = 1\nDim tên As Long", "M.bas:2: a name holds a letter outside ASCII: Dim tên As Long"),
        ('x = "open', "M.bas:1: a string is not closed"),
        ("' goes on _\nhere", "M.bas:1: a comment goes on in the next line; write it as two comments"),
        ("x = " + "1 + " * 255, "M.bas:1: the line has 1024 characters; VBA reads 1023"),
        ('x = "' + "ạ" * 80 + '"', "M.bas:1: the line has 1043 characters; VBA reads 1023"),
    ],
)
def test_what_cannot_be_written_another_way_is_refused(source, message):
    """A constant, a name, an open string, a long line: file and line are named."""
    with pytest.raises(MacroFault) as refused:
        ascii_source(source, "M.bas")

    assert str(refused.value) == message


def test_a_statement_after_a_constant_may_hold_vietnamese_again():
    """Only the logical line of the constant is closed to it."""
    source = 'Const A = "a", _\n  B = "b"\nx = "ạ"\n'

    assert ascii_source(source, "M.bas") == 'Const A = "a", _\r\n  B = "b"\r\nx = (ChrW(7841))\r\n'


def test_decomposed_letters_are_composed_first():
    """A text typed on a Mac gives the same program."""
    assert ascii_source('x = "ạ"', "M.bas") == "x = (ChrW(7841))\r\n"
