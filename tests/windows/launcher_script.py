"""The launcher's own source, run by Windows Script Host: VBScript is VBA without types.

Only the types are taken out, and the objects of the PC are ones that remember how the job ended, for the add-in
itself tells nobody. What Excel gives the launcher stands in front: the workbook's name, the window, the settings, the
sheet of messages. wine's scripts know ASCII alone, so texts come by the side, in variables of the environment; and wine
leaves the zero that ends a text inside it (ExpandEnvironmentStrings), which is taken out here. Where Windows will not
start a program, Run raises error 70; wine's shows a box and hands back 0, so the variable REFUSES raises it here. Where a
class is not on the PC, CreateObject raises error 429; the variable ABSENT names classes to be taken for absent.
The last line out says how Excel was left and how often a program was to be started.
"""

from __future__ import annotations

import re

from tests.conftest import ROOT
from tools.xlam.ascii_source import without_marks
from tools.xlam.package import read_messages

MACROS = ROOT / "macros"
NO_EXIT_CODE = 99
"""How the script ends where the launcher started nothing."""
_TYPE = re.compile(r" As (?:Object|String|Long|Boolean|Variant)\b")
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
    Public EnableEvents
    Public ScreenUpdating
    Public DisplayAlerts
    Public Seen
    Private counting
    Public Property Get Calculation
        If ActiveWorkbook Is Nothing Then Err.Raise 1004
        Calculation = counting
    End Property
    Public Property Let Calculation(way)
        counting = way
    End Property
    Public Property Let StatusBar(line)
        Dim row
        row = 1
        Do While Text("MESSAGE_" & row & "_1") <> ""
            If Text("MESSAGE_" & row & "_2") = line Then line = Text("MESSAGE_" & row & "_1")
            row = row + 1
        Loop
        Seen = Seen & " " & line
    End Property
    Public Sub LeaveAs(way, flag)
        counting = way
        EnableEvents = flag
        ScreenUpdating = flag
        DisplayAlerts = flag
    End Sub
    Public Function State
        State = counting & " " & EnableEvents & " " & ScreenUpdating & " " & DisplayAlerts
    End Function
End Class

Class RememberingShell
    Public Real
    Public Starts
    Public Function ExpandEnvironmentStrings(line)
        ExpandEnvironmentStrings = Replace(Real.ExpandEnvironmentStrings(line), Chr(0), "")
    End Function
    Public Function Run(line, style, waits)
        Starts = Starts + 1
        If Text("REFUSES") <> "" Then Err.Raise 70
        Application.LeaveAs {manual}, False
        ExitCode = Real.Run(line, style, waits)
        Run = ExitCode
    End Function
    Public Function Popup(line, seconds, title, style)
        Popup = Real.Popup(line, seconds, title, style)
    End Function
End Class

Class RememberingProgram
    Public Real
    Public Function Press(button, workbook, handle)
        Application.LeaveAs {manual}, False
        ExitCode = Real.Press(button, workbook, handle)
        Press = ExitCode
    End Function
End Class

Function ObjectOfPC(name)
    If InStr(Text("ABSENT"), name) > 0 Then Err.Raise 429
    If name = "WScript.Shell" Then
        Set ObjectOfPC = TheShell
    ElseIf name = "SoChiBo.Click" Then
        Set ObjectOfPC = New RememberingProgram
        Set ObjectOfPC.Real = CreateObject(name)
    Else
        Set ObjectOfPC = CreateObject(name)
    End If
End Function

Function Text(name)
    Text = TheShell.ExpandEnvironmentStrings("%" & name & "%")
    If Text = "%" & name & "%" Then Text = ""
End Function

Dim ThisWorkbook, ActiveWorkbook, Application, TheShell, ExitCode, left
Set TheShell = New RememberingShell
Set TheShell.Real = CreateObject("WScript.Shell")
TheShell.Starts = 0
ExitCode = {no_exit}
Set ThisWorkbook = New AddInFile
Set ActiveWorkbook = {workbook}
Set Application = New Excel
Application.Hwnd = {window}
Application.LeaveAs {automatic}, True
StartJob "{button}"
If Text("AGAIN") <> "" Then StartJob "{button}"
Set left = CreateObject("Scripting.FileSystemObject").CreateTextFile("{left}", True)
left.WriteLine Application.State
left.WriteLine Trim(Application.Seen)
left.WriteLine TheShell.Starts
left.Close
WScript.Quit ExitCode
"""
_AUTOMATIC, _MANUAL = -4105, -4135
SETTINGS = f"{_AUTOMATIC} True True True"
"""Excel's settings as they were before the click."""
LEFT = r"C:\left.txt"
"""How the script leaves Excel: its settings, what its status bar showed, how often a program was to be started."""


def launcher_script(button: str, workbook: str | None, window: str) -> tuple[str, dict[str, str]]:
    """The script of one click and its environment; `workbook` None is an Excel with nothing open."""
    opened = "Nothing" if workbook is None else "New OpenWorkbook"
    script = _launcher() + _EXCEL.format(
        no_exit=NO_EXIT_CODE, workbook=opened, window=window, button=button, automatic=_AUTOMATIC, manual=_MANUAL, left=LEFT
    )
    texts = {
        f"MESSAGE_{row}_{column}": text
        for row, (name, told) in enumerate(read_messages(MACROS / "messages.tsv").items(), 1)
        for column, text in enumerate((name, told, without_marks(told)), 1)
    }
    return script.replace("\n", "\r\n"), {**texts, "WORKBOOK": workbook or ""}


def _launcher() -> str:
    """The module without its name line, its comments and its types."""
    lines = (MACROS / "Launcher.bas").read_text(encoding="utf-8").splitlines()[1:]
    text = "\n".join(line for line in lines if not line.lstrip().startswith("'"))
    assert text.count(" CreateObject(") == 1
    return _TYPE.sub("", text).replace(" CreateObject(", " ObjectOfPC(")
