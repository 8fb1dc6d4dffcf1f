"""The launcher's own source, run by Windows Script Host: VBScript is VBA without types.

Only the types are taken out, and the shell is one that remembers how the job ended, for the add-in itself tells
nobody. What Excel gives the launcher stands in front: the workbook's name, the window, the sheet of messages.
wine's scripts know ASCII alone, so texts come by the side, in variables of the environment; and wine leaves the
zero that ends a text inside it (ExpandEnvironmentStrings), which is taken out here. Where Windows will not start
a program, Run raises an error; wine's shows a box and hands back 0, so the variable REFUSES raises it here.
"""

from __future__ import annotations

import re

from tests.conftest import ROOT
from tools.xlam.package import read_messages

MACROS = ROOT / "macros"
NO_EXIT_CODE = 99
"""How the script ends where the launcher started nothing."""
_TYPE = re.compile(r" As (?:Object|String|Long|Boolean)\b")
_EXCEL = """
Class OneSquare
    Public Value
End Class

Class MessageSheet
    Public Function Cells(row, column)
        Dim found
        Set found = New OneSquare
        found.Value = Text("MESSAGE_" & row & "_" & column)
        Set Cells = found
    End Function
End Class

Class AddInFile
    Public Function Worksheets(number)
        Set Worksheets = New MessageSheet
    End Function
End Class

Class OpenWorkbook
    Public Property Get Name
        Name = Text("WORKBOOK")
    End Property
End Class

Class Excel
    Public Hwnd
End Class

Class RememberingShell
    Public Real
    Public ExitCode
    Public Function ExpandEnvironmentStrings(line)
        ExpandEnvironmentStrings = Replace(Real.ExpandEnvironmentStrings(line), Chr(0), "")
    End Function
    Public Function Run(line, style, waits)
        If Text("REFUSES") <> "" Then Err.Raise 70
        ExitCode = Real.Run(line, style, waits)
        Run = ExitCode
    End Function
    Public Function Popup(line, seconds, title, style)
        Popup = Real.Popup(line, seconds, title, style)
    End Function
End Class

Function Text(name)
    Text = TheShell.ExpandEnvironmentStrings("%" & name & "%")
    If Text = "%" & name & "%" Then Text = ""
End Function

Dim ThisWorkbook, ActiveWorkbook, Application, TheShell
Set TheShell = New RememberingShell
Set TheShell.Real = CreateObject("WScript.Shell")
TheShell.ExitCode = {no_exit}
Set ThisWorkbook = New AddInFile
Set ActiveWorkbook = {workbook}
Set Application = New Excel
Application.Hwnd = {window}
StartJob "{button}"
WScript.Quit TheShell.ExitCode
"""


def launcher_script(button: str, workbook: str | None, window: str) -> tuple[str, dict[str, str]]:
    """The script of one click and its environment; `workbook` None is an Excel with nothing open."""
    opened = "Nothing" if workbook is None else "New OpenWorkbook"
    script = _launcher() + _EXCEL.format(no_exit=NO_EXIT_CODE, workbook=opened, window=window, button=button)
    texts = {
        f"MESSAGE_{row}_{column}": text
        for row, columns in enumerate(read_messages(MACROS / "messages.tsv").items(), 1)
        for column, text in enumerate(columns, 1)
    }
    return script.replace("\n", "\r\n"), {**texts, "WORKBOOK": workbook or ""}


def _launcher() -> str:
    """The module without its name line, its comments and its types."""
    lines = (MACROS / "Launcher.bas").read_text(encoding="utf-8").splitlines()[1:]
    text = "\n".join(line for line in lines if not line.lstrip().startswith("'"))
    assert text.count('CreateObject("WScript.Shell")') == 1
    return _TYPE.sub("", text).replace('CreateObject("WScript.Shell")', "TheShell")
