Attribute VB_Name = "Launcher"
Option Explicit

' Starts our own Python for one click and waits for it: Excel is held exactly as long as the job.
' Only calls that carry Unicode are used (WScript.Shell, FileSystemObject): MsgBox and the file statements
' of VBA work in the code page of the PC and break on a user named "Thư ký".
' What a user reads stands in messages.tsv, which the builder puts on the add-in's own sheet.

Private Const HomeFolder As String = "%LOCALAPPDATA%\SoChiBo"
Private Const HighestKnownExitCode As Long = 4
Private Const PythonDied As Long = 1
Private Const Quote As String = """"
Private Const WarningOnTop As Long = 4144
Private Const VisibleWindow As Long = 1

Public Sub StartJob(ByVal button As String)
    Dim windowsShell As Object
    Dim files As Object
    Dim home As String
    Set windowsShell = CreateObject("WScript.Shell")
    Set files = CreateObject("Scripting.FileSystemObject")
    home = windowsShell.ExpandEnvironmentStrings(HomeFolder)
    If Not files.FileExists(InterpreterPath(home)) Then
        Tell windowsShell, "interpreter_missing"
    ElseIf Not files.FileExists(ProgramPath(home)) Then
        Tell windowsShell, "program_missing"
    Else
        RunAndWait windowsShell, CallLine(home, button, OpenWorkbookName(), CStr(Application.Hwnd))
    End If
End Sub

' Codes 0, 2, 3 and 4 are ours and Python has told the user. 1 is how Python ends when an error got past
' all of our code, and Windows has large codes of its own: then nobody has told the user yet.
Private Sub RunAndWait(ByVal windowsShell As Object, ByVal commandLine As String)
    Dim exitCode As Long
    Dim refused As Boolean
    On Error Resume Next
    exitCode = windowsShell.Run(commandLine, VisibleWindow, True)
    refused = (Err.Number <> 0)
    On Error GoTo 0
    If refused Then
        Tell windowsShell, "interpreter_blocked"
    ElseIf Not IsKnownExitCode(exitCode) Then
        Tell windowsShell, "job_died"
    End If
End Sub

' No open workbook, or a protected view, gives an empty name: Python says what to do.
Private Function OpenWorkbookName() As String
    If Not ActiveWorkbook Is Nothing Then OpenWorkbookName = ActiveWorkbook.Name
End Function

Private Sub Tell(ByVal windowsShell As Object, ByVal id As String)
    windowsShell.Popup MessageText(id), 0, MessageText("title"), WarningOnTop
End Sub

Public Function IsKnownExitCode(ByVal exitCode As Long) As Boolean
    IsKnownExitCode = (exitCode >= 0 And exitCode <= HighestKnownExitCode And exitCode <> PythonDied)
End Function

Public Function InterpreterPath(ByVal home As String) As String
    InterpreterPath = home & "\python\pythonw.exe"
End Function

Public Function ProgramPath(ByVal home As String) As String
    ProgramPath = home & "\app\run.py"
End Function

' The whole line: interpreter, program, button, the workbook's name, the handle of this Excel.
Public Function CallLine(ByVal home As String, ByVal button As String, ByVal workbookName As String, ByVal handle As String) As String
    CallLine = Quoted(InterpreterPath(home)) & " -I -X utf8 " & Quoted(ProgramPath(home)) & " " & button & " " & Quoted("--wb=" & workbookName) & " --hwnd=" & handle
End Function

' One argument as Windows programs read it: backslashes before a quote are doubled, the quote gets one.
' Run replaces %NAME% inside the line by the value of that name on the PC; closing and opening the quotes
' around the letter after a percent sign leaves the argument as it is and the name unknown.
Public Function Quoted(ByVal argument As String) As String
    Dim position As Long
    Dim slashes As Long
    Dim letter As String
    Dim before As String
    Dim result As String
    For position = 1 To Len(argument)
        letter = Mid(argument, position, 1)
        If letter = Quote Then
            result = result & String(slashes + 1, "\") & letter
        ElseIf before = "%" And StandsUnquoted(letter) Then
            result = result & Quote & letter & Quote
        Else
            result = result & letter
        End If
        If letter = "\" Then slashes = slashes + 1 Else slashes = 0
        before = letter
    Next
    Quoted = Quote & result & String(slashes, "\") & Quote
End Function

' A letter that may leave its quotes: no blank (it would part the argument), backslash or percent sign.
Private Function StandsUnquoted(ByVal letter As String) As Boolean
    StandsUnquoted = (letter <> " " And letter <> vbTab And letter <> "\" And letter <> "%")
End Function

' The text of messages.tsv with this id, from the first sheet of the add-in: ids in A, texts in B.
Public Function MessageText(ByVal id As String) As String
    Dim row As Long
    With ThisWorkbook.Worksheets(1)
        row = 1
        Do While .Cells(row, 1).Value <> ""
            If .Cells(row, 1).Value = id Then MessageText = .Cells(row, 2).Value
            row = row + 1
        Loop
    End With
End Function
