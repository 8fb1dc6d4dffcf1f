"""The launcher's own VBA, run by LibreOffice from the built add-in; no Excel is needed for plain functions."""

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from addin.ribbon import BUTTONS
from tests.macros.windows_arguments import arguments, expanded
from tools.xlam import MACROS, build
from tools.xlam.ascii_source import without_marks
from tools.xlam.package import read_messages

pytestmark = pytest.mark.libreoffice

HOME = r"C:\Users\Thư ký\AppData\Local\SoChiBo"
NAMES = [
    "Bảng đánh giá = tháng 1.xlsx",
    "Sổ 'chi bộ' & (2) ^ ! ;.xlsx",
    "%TEMP%.xlsx",
    "Đạt 100%TEMP% năm 2025.xlsm",
    "%%TEMP%%",
    "Giảm 50% và 20%.xlsx",
    'có "ngoặc kép".xlsx',
    'gạch\\"chéo\\',
    "%",
    'x%"TEMP%"',
    "sổ 😀.xlsx",
    "",
]
ENVIRONMENT = {
    "TEMP": r"C:\Temp", "LOCALAPPDATA": r"C:\Users\Thư ký\AppData\Local", "T": "1", "E": "2", "TE": "3", "ET": "4", "Ạ": "5"
}  # fmt: skip


def hard_names():
    """200 seeded names of the signs that quoting can get wrong."""
    chance = random.Random(11)  # noqa: S311  # a seeded fuzz, no secret
    return ["".join(chance.choice('%%"\\ =TEạ') for _ in range(chance.randrange(1, 16))) for _ in range(200)]


def call_line(name):
    return ["Launcher", "CallLine", [HOME, "check", name, "1234"]]


def every_button():
    """Each button in a home, a workbook and an Excel of its own."""
    chance = random.Random(4)  # noqa: S311  # seeded variety, no secret
    return [
        [rf"D:\Nhà riêng {number}\SoChiBo", button, f"Sổ {button} = {number}.xlsx", str(chance.randrange(1, 2**31))]
        for number, button in enumerate(BUTTONS)
    ]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Every call of this file made in one LibreOffice: result by call."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "SoChiBo.xlam").write_bytes(build(MACROS))
    calls = [call_line(name) for name in [*NAMES, *hard_names()]]
    calls += [["Launcher", "CallLine", arguments] for arguments in every_button()]
    calls += [["Launcher", "Quoted", [name]] for name in [*NAMES, *hard_names()]]
    calls += [["Launcher", "MessageText", [name]] for name in [*read_messages(MACROS / "messages.tsv"), "unheard_of"]]
    calls += [["Launcher", "PlainText", [name]] for name in read_messages(MACROS / "messages.tsv")]
    calls += [["Launcher", "IsKnownExitCode", [code]] for code in range(-2, 7)]
    calls += [["Launcher", "IsKnownExitCode", [-1073741515]]]
    calls += [["Launcher", "InterpreterPath", [HOME]], ["Launcher", "ProgramPath", [HOME]]]
    return dict(zip(map(json.dumps, calls), called(folder, calls), strict=True))


def driven(folder, calls):
    driver = Path(__file__).with_name("call_in_libreoffice.py")
    return subprocess.run(
        ["/usr/bin/python3", driver, folder / "SoChiBo.xlam", folder],
        check=False, input=json.dumps(calls), capture_output=True, text=True, encoding="utf-8", timeout=180,
    )  # fmt: skip


def called(folder, calls):
    """The results of the calls, in their order.

    LibreOffice itself has died in the middle of a call (once in about ten whole runs): then it is asked once more, and a
    launcher that kills it does so again.
    """
    done = driven(folder, calls)
    if "DisposedException" in done.stderr:
        done = driven(folder, calls)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["project"], answer["modules"]) == ("SoChiBo", ["Launcher", "Ribbon", "Sheet1", "ThisWorkbook"])
    return answer["results"]


def test_the_call_line_is_exact(office):
    """The workbook of the issue: blanks, an equals sign, Vietnamese letters."""
    line = office[json.dumps(call_line("Bảng đánh giá = tháng 1.xlsx"))]

    assert line == (
        r'"C:\Users\Thư ký\AppData\Local\SoChiBo\python\pythonw.exe" -I -X utf8 '
        r'"C:\Users\Thư ký\AppData\Local\SoChiBo\app\run.py" '
        'check "--wb=Bảng đánh giá = tháng 1.xlsx" --hwnd=1234'
    )


@pytest.mark.parametrize("given", every_button(), ids=lambda given: given[1])
def test_the_call_line_holds_what_it_was_given(office, given):
    """Home, button, workbook and window, each where it belongs."""
    home, button, name, window = given

    line = office[json.dumps(["Launcher", "CallLine", given])]

    assert line == rf'"{home}\python\pythonw.exe" -I -X utf8 "{home}\app\run.py" {button} "--wb={name}" --hwnd={window}'


@pytest.mark.parametrize("name", [*NAMES, *hard_names()])
def test_a_quoted_argument_is_the_argument(office, name):
    """The function alone: Windows reads back what was put between the quotes."""
    assert arguments(expanded(office[json.dumps(["Launcher", "Quoted", [name]])], ENVIRONMENT)) == [name]


@pytest.mark.parametrize("name", [*NAMES, *hard_names()])
def test_every_name_reaches_python_as_it_is(office, name):
    """After Windows has put in its environment and parted the line, the arguments are those that were meant."""
    line = office[json.dumps(call_line(name))]

    assert arguments(expanded(line, ENVIRONMENT)) == [
        rf"{HOME}\python\pythonw.exe", "-I", "-X", "utf8", rf"{HOME}\app\run.py", "check", f"--wb={name}", "--hwnd=1234",
    ]  # fmt: skip


def test_the_naive_line_would_lose_a_name():
    """What the quoting protects from: between plain quotes a percent name is replaced."""
    assert arguments(expanded('run "--wb=%TEMP%.xlsx"', ENVIRONMENT)) == ["run", r"--wb=C:\Temp.xlsx"]


def test_messages_come_from_the_sheet_with_every_mark(office):
    """VBA reads each Vietnamese text unharmed; an unknown id is empty."""
    for name, text in read_messages(MACROS / "messages.tsv").items():
        assert office[json.dumps(["Launcher", "MessageText", [name]])] == text
    assert office[json.dumps(["Launcher", "MessageText", ["unheard_of"]])] == ""


def test_texts_without_marks_come_from_the_sheet_too(office):
    """For the box of VBA itself, which knows the code page of the PC only."""
    for name, text in read_messages(MACROS / "messages.tsv").items():
        assert office[json.dumps(["Launcher", "PlainText", [name]])] == without_marks(text)


def test_a_pc_without_windows_script_gets_a_sentence(absent):
    """No WSH, no class of ours, as on a Mac: no error of VBA gets out, the box has no marks, the status bar has them all."""
    text = read_messages(MACROS / "messages.tsv")["scripting_missing"]

    assert absent == ["False", text, without_marks(text), "False"]


@pytest.fixture(scope="module")
def absent(tmp_path_factory):
    """The launcher whole in LibreOffice, where none of those objects is; what it shows is written down instead."""
    folder = tmp_path_factory.mktemp("absent")
    macros = shutil.copytree(MACROS, folder / "macros")
    source = (macros / "Launcher.bas").read_text(encoding="utf-8")
    for told in ("Application.StatusBar = ", "MsgBox "):
        assert told in source
        source = source.replace(told, "Show ")
    source = source.replace('Show PlainText(id), WarningOnTop, PlainText("title")', "Show PlainText(id)")
    source = source.replace("Public Sub StartJob(", f"{SHOWN}\nPublic Sub StartJob(")
    (macros / "Launcher.bas").write_text(source, encoding="utf-8")
    (folder / "SoChiBo.xlam").write_bytes(build(macros))
    results = called(folder, [["Launcher", "StartJob", ["check"]], *(["Launcher", "ShownAt", [row]] for row in range(1, 6))])
    assert results.pop() == ""
    return results[1:]


SHOWN = """
Private Sub Show(ByVal text As String)
    Dim row As Long
    row = 1
    Do While ThisWorkbook.Worksheets(1).Cells(row, 9).Value <> ""
        row = row + 1
    Loop
    ThisWorkbook.Worksheets(1).Cells(row, 9).Value = "'" & text
End Sub
Public Function ShownAt(ByVal row As Long) As String
    ShownAt = ThisWorkbook.Worksheets(1).Cells(row, 9).Value
End Function
"""


@pytest.mark.parametrize("code", [*range(-2, 7), -1073741515])
def test_only_our_own_exit_codes_are_taken_as_told(office, code):
    """0, 2, 3, 4 are ours; 1 is Python's death, the rest Windows': the launcher then speaks itself."""
    assert office[json.dumps(["Launcher", "IsKnownExitCode", [code]])] is (code in {0, 2, 3, 4})


def test_the_installed_places(office):
    """The two files the launcher looks for before it starts anything."""
    assert office[json.dumps(["Launcher", "InterpreterPath", [HOME]])] == rf"{HOME}\python\pythonw.exe"
    assert office[json.dumps(["Launcher", "ProgramPath", [HOME]])] == rf"{HOME}\app\run.py"
