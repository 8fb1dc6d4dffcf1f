Attribute VB_Name = "Launcher"
Option Explicit

' Starts our own Python for one click and waits for it: Excel is held exactly as long as the job.
' Where Excel may start no program (error 70: Defender's rule on children of Office), or has no Windows Script,
' it asks Windows for our class by name; then Windows starts the program, and Excel waits in the call.
' Only calls that carry Unicode are used (WScript.Shell, FileSystemObject): MsgBox and the file statements
' of VBA work in the code page of the PC and break on a user named "Thư ký".
' What a user reads stands in messages.tsv, which the builder puts on the add-in's own sheet.

Private Const HomeFolder As String = "%LOCALAPPDATA%\SoChiBo"
Private Const OurClass As String = "SoChiBo.Click"
Private Const HighestKnownExitCode As Long = 4
Private Const PythonDied As Long = 1
Private Const Quote As String = """"
Private Const WarningOnTop As Long = 4144
Private Const VisibleWindow As Long = 1
Private Const WithMarks As Long = 2
Private Const WithoutMarks As Long = 3

' Once refused, starting is not tried again in this Excel: each try shows the person a warning of Windows.
Private startingIsRefused As Boolean

Public Sub StartJob(ByVal button As String)
    Dim windowsShell As Object
    Dim settings As Variant
    Dim message As String
    Set windowsShell = Created("WScript.Shell")
    settings = SettingsNow()
    message = RunJob(windowsShell, Created("Scripting.FileSystemObject"), button)
    PutBack settings
    If message <> "" Then Tell windowsShell, message
End Sub

' Each of these gives the id of what is still to be told; none where Python has told it.
Private Function RunJob(ByVal windowsShell As Object, ByVal files As Object, ByVal button As String) As String
    Dim home As String
    If windowsShell Is Nothing Or files Is Nothing Then
        RunJob = CallAndWait(button, "scripting_missing")
        Exit Function
    End If
    home = windowsShell.ExpandEnvironmentStrings(HomeFolder)
    If Not files.FileExists(InterpreterPath(home)) Then
        RunJob = "interpreter_missing"
    ElseIf Not files.FileExists(ProgramPath(home)) Then
        RunJob = "program_missing"
    ElseIf startingIsRefused Then
        RunJob = CallAndWait(button, "interpreter_blocked")
    Else
        RunJob = StartAndWait(windowsShell, CallLine(home, button, OpenWorkbookName(), CStr(Application.Hwnd)), button)
    End If
End Function

Private Function StartAndWait(ByVal windowsShell As Object, ByVal commandLine As String, ByVal button As String) As String
    Dim exitCode As Long
    On Error Resume Next
    exitCode = windowsShell.Run(commandLine, VisibleWindow, True)
    startingIsRefused = (Err.Number <> 0)
    On Error GoTo 0
    If startingIsRefused Then
        StartAndWait = CallAndWait(button, "interpreter_blocked")
    Else
        StartAndWait = Untold(exitCode)
    End If
End Function

Private Function CallAndWait(ByVal button As String, ByVal otherwise As String) As String
    Dim program As Object
    Dim workbookName As String
    Dim exitCode As Long
    Set program = Created(OurClass)
    If program Is Nothing Then
        startingIsRefused = False
        CallAndWait = otherwise
        Exit Function
    End If
    workbookName = OpenWorkbookName()
    On Error Resume Next
    exitCode = program.Press(button, workbookName, CStr(Application.Hwnd))
    If Err.Number <> 0 Then exitCode = PythonDied
    On Error GoTo 0
    CallAndWait = Untold(exitCode)
End Function

' Codes 0, 2, 3 and 4 are ours and Python has told the user. 1 is how Python ends when an error got past
' all of our code, and Windows has large codes of its own: then nobody has told the user yet.
Private Function Untold(ByVal exitCode As Long) As String
    If Not IsKnownExitCode(exitCode) Then Untold = "job_died"
End Function

' Nothing where this PC has no such class: Windows Script taken away, an Excel for Mac.
Private Function Created(ByVal className As String) As Object
    On Error Resume Next
    Set Created = Nothing
    Set Created = CreateObject(className)
End Function

' What a job changes in Excel while it works, for a program that was ended cannot put it back.
' Excel refuses some of it where no workbook is open; that stays empty.
Private Function SettingsNow() As Variant
    Dim calculation As Variant
    Dim events As Variant
    Dim drawing As Variant
    Dim alerts As Variant
    On Error Resume Next
    calculation = Application.Calculation
    events = Application.EnableEvents
    drawing = Application.ScreenUpdating
    alerts = Application.DisplayAlerts
    SettingsNow = Array(calculation, events, drawing, alerts)
End Function

Private Sub PutBack(ByVal before As Variant)
    Dim after As Variant
    after = SettingsNow()
    On Error Resume Next
    If IsChanged(before(0), after(0)) Then Application.Calculation = before(0)
    If IsChanged(before(1), after(1)) Then Application.EnableEvents = before(1)
    If IsChanged(before(2), after(2)) Then Application.ScreenUpdating = before(2)
    If IsChanged(before(3), after(3)) Then Application.DisplayAlerts = before(3)
    Application.StatusBar = False
End Sub

Private Function IsChanged(ByVal before As Variant, ByVal after As Variant) As Boolean
    If Not IsEmpty(before) And Not IsEmpty(after) Then IsChanged = (before <> after)
End Function

' No open workbook, or a protected view, gives an empty name: Python says what to do.
Private Function OpenWorkbookName() As String
    If Not ActiveWorkbook Is Nothing Then OpenWorkbookName = ActiveWorkbook.Name
End Function

' A box in whole Vietnamese; where Windows Script is missing, without marks, and whole in Excel's status bar.
Private Sub Tell(ByVal windowsShell As Object, ByVal id As String)
    If Not windowsShell Is Nothing Then
        windowsShell.Popup MessageText(id), 0, MessageText("title"), WarningOnTop
    Else
        Application.StatusBar = MessageText(id)
        MsgBox PlainText(id), WarningOnTop, PlainText("title")
        Application.StatusBar = False
    End If
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

' The text of messages.tsv with this id, with its marks; the other has none, for a box that knows only the PC's code page.
Public Function MessageText(ByVal id As String) As String
    MessageText = TextIn(WithMarks, id)
End Function

Public Function PlainText(ByVal id As String) As String
    PlainText = TextIn(WithoutMarks, id)
End Function

' From the first sheet of the add-in, ids in column A.
Private Function TextIn(ByVal column As Long, ByVal id As String) As String
    Dim row As Long
    With ThisWorkbook.Worksheets(1)
        row = 1
        Do While .Cells(row, 1).Value <> ""
            If .Cells(row, 1).Value = id Then TextIn = .Cells(row, column).Value
            row = row + 1
        Loop
    End With
End Function
