Attribute VB_Name = "Ribbon"
Option Explicit

' The one door of every button: its tag in customUI14.xml names the function of addin/ribbon.py.
Public Sub OnChiBoButton(control As IRibbonControl)
    Launcher.StartJob control.Tag
End Sub
