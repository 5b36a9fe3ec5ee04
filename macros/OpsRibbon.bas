Attribute VB_Name = "OpsRibbon"
Option Explicit
' Written by "opsbook build": change the lists it is made from, not this file.

Public Sub OpsImportFiles(control As IRibbonControl)
    OpsButtonImportFiles
End Sub

Public Sub OpsImportInbox(control As IRibbonControl)
    OpsButtonImportInbox
End Sub

Public Sub OpsRefresh(control As IRibbonControl)
    OpsButtonRefresh
End Sub

Public Sub OpsToday(control As IRibbonControl)
    OpsButtonToday
End Sub

Public Sub OpsSetGoal(control As IRibbonControl)
    OpsButtonSetGoal
End Sub

Public Sub OpsRefit(control As IRibbonControl)
    OpsButtonRefit
End Sub

Public Sub OpsLockDay(control As IRibbonControl)
    OpsButtonLockDay
End Sub

Public Sub OpsDashboard(control As IRibbonControl)
    OpsButtonDashboard
End Sub

Public Sub OpsGoToDate(control As IRibbonControl)
    OpsButtonGoToDate
End Sub

Public Sub OpsPeersAdd(control As IRibbonControl)
    OpsButtonPeersAdd
End Sub

Public Sub OpsPeersLog(control As IRibbonControl)
    OpsButtonPeersLog
End Sub

Public Sub OpsPeersImport(control As IRibbonControl)
    OpsButtonPeersImport
End Sub

Public Sub OpsPeersReport(control As IRibbonControl)
    OpsButtonPeersReport
End Sub

Public Sub OpsNew(control As IRibbonControl)
    OpsButtonNew
End Sub

Public Sub OpsNewFrom(control As IRibbonControl)
    OpsButtonNewFrom
End Sub

Public Sub OpsCheck(control As IRibbonControl)
    OpsButtonCheck
End Sub

Public Sub OpsVerify(control As IRibbonControl)
    OpsButtonVerify
End Sub

Public Sub OpsCleanCopy(control As IRibbonControl)
    OpsButtonCleanCopy
End Sub

Public Sub OpsGuide(control As IRibbonControl)
    OpsButtonGuide
End Sub

Public Sub OpsDoctor(control As IRibbonControl)
    OpsButtonDoctor
End Sub

Public Sub OpsRestart(control As IRibbonControl)
    OpsButtonRestart
End Sub

Public Sub OpsAbout(control As IRibbonControl)
    OpsButtonAbout
End Sub

Public Sub OpsButtonImportFiles()
    RunButton "import_files"
End Sub

Public Sub OpsButtonImportInbox()
    RunButton "import_inbox"
End Sub

Public Sub OpsButtonRefresh()
    RunButton "refresh"
End Sub

Public Sub OpsButtonToday()
    RunButton "today"
End Sub

Public Sub OpsButtonSetGoal()
    RunButton "set_goal"
End Sub

Public Sub OpsButtonRefit()
    RunButton "refit"
End Sub

Public Sub OpsButtonLockDay()
    RunButton "lock_day"
End Sub

Public Sub OpsButtonDashboard()
    RunButton "dashboard"
End Sub

Public Sub OpsButtonGoToDate()
    RunButton "go_to_date"
End Sub

Public Sub OpsButtonPeersAdd()
    RunButton "peers_add"
End Sub

Public Sub OpsButtonPeersLog()
    RunButton "peers_log"
End Sub

Public Sub OpsButtonPeersImport()
    RunButton "peers_import"
End Sub

Public Sub OpsButtonPeersReport()
    RunButton "peers_report"
End Sub

Public Sub OpsButtonNew()
    RunButton "new"
End Sub

Public Sub OpsButtonNewFrom()
    RunButton "new_from"
End Sub

Public Sub OpsButtonCheck()
    RunButton "check"
End Sub

Public Sub OpsButtonVerify()
    RunButton "verify"
End Sub

Public Sub OpsButtonCleanCopy()
    RunButton "clean_copy"
End Sub

Public Sub OpsButtonGuide()
    RunButton "guide"
End Sub

Public Sub OpsButtonDoctor()
    RunButton "doctor"
End Sub

Public Sub OpsButtonRestart()
    RestartPython
End Sub

Public Sub OpsButtonAbout()
    RunButton "about"
End Sub

Private Sub RunButton(button As String)
    On Error GoTo failed
    If IsProtectedView() Then
        MsgBox EnableEditing(), vbExclamation, "OpsBook"
    Else
        RunPython "from opsbook.entrypoints import ribbon; ribbon.run('" & button & "')"
    End If
    Exit Sub
failed:
    MsgBox Unreachable(Err.Description), vbExclamation, "OpsBook"
End Sub

' Excel cannot end a Python that was started at login, and may not start one: that Python sees to it itself.
Private Sub RestartPython()
    Dim atLogin As Boolean
    On Error GoTo failed
    atLogin = GetConfig("DEBUG UDFS", "False")
    KillPy
    If atLogin Then
        XLPy.Exec "from opsbook.entrypoints import restart; restart.renew()"
        KillPy
        MsgBox StartsAgain(), vbInformation, "OpsBook"
    End If
    Exit Sub
failed:
    MsgBox Unreachable(Err.Description), vbExclamation, "OpsBook"
End Sub

' Excel on a Mac has no such view, hence the late binding.
Private Function IsProtectedView() As Boolean
    Dim host As Object, shown As Object
    Set host = Application
    On Error Resume Next
    Set shown = host.ActiveProtectedViewWindow
    IsProtectedView = Not shown Is Nothing
    If ActiveWorkbook Is Nothing Then IsProtectedView = host.ProtectedViewWindows.Count > 0
End Function

Private Function Unreachable(reason As String) As String
    Unreachable = Unreachable & ChrW(36830) & ChrW(19981) & ChrW(19978) & " Python" & ChrW(65292) & ChrW(25110) & " Python " & ChrW(20986) & ChrW(38169) & ChrW(20102) & ChrW(65292) & ChrW(25353) & ChrW(38062) & ChrW(21644) & ChrW(20989) & ChrW(25968) & ChrW(29616) & ChrW(22312) & ChrW(29992) & ChrW(19981) & ChrW(20102) & ChrW(12290) & vbLf
    Unreachable = Unreachable & ChrW(35831) & ChrW(25171) & ChrW(24320) & ChrW(12300) & ChrW(21629) & ChrW(20196) & ChrW(25552) & ChrW(31034) & ChrW(31526) & ChrW(12301) & ChrW(65292) & ChrW(36816) & ChrW(34892) & " opsbook addin doctor" & ChrW(65306) & ChrW(23427) & ChrW(20250) & ChrW(35828) & ChrW(26126) & ChrW(21407) & ChrW(22240) & ChrW(21644) & ChrW(20462) & ChrW(27861) & ChrW(12290) & vbLf
    Unreachable = Unreachable & "Python could not be reached, or failed: buttons and functions do not work now. " & vbLf
    Unreachable = Unreachable & "Run  opsbook addin doctor  in a command prompt: it names the cause and the cure." & vbLf
    Unreachable = Unreachable & vbLf & Left$(reason, 300)
End Function

Private Function EnableEditing() As String
    EnableEditing = EnableEditing & ChrW(24403) & ChrW(21069) & ChrW(31383) & ChrW(21475) & ChrW(26159) & ChrW(12300) & ChrW(21463) & ChrW(20445) & ChrW(25252) & ChrW(30340) & ChrW(35270) & ChrW(22270) & ChrW(12301) & ChrW(12290) & ChrW(35831) & ChrW(20808) & ChrW(28857) & ChrW(19978) & ChrW(26041) & ChrW(30340) & ChrW(12300) & ChrW(21551) & ChrW(29992) & ChrW(32534) & ChrW(36753) & ChrW(12301) & ChrW(65292) & ChrW(20877) & ChrW(25353) & ChrW(19968) & ChrW(27425) & ChrW(25353) & ChrW(38062) & ChrW(12290) & vbLf
    EnableEditing = EnableEditing & "This window is a Protected View. Click Enable Editing above, then press the button again." & vbLf
End Function

Private Function StartsAgain() As String
    StartsAgain = StartsAgain & ChrW(30331) & ChrW(24405) & ChrW(26102) & ChrW(21551) & ChrW(21160) & ChrW(30340) & " Python " & ChrW(27491) & ChrW(22312) & ChrW(37325) & ChrW(26032) & ChrW(21551) & ChrW(21160) & ChrW(65292) & ChrW(35831) & ChrW(31561) & ChrW(20960) & ChrW(31186) & ChrW(20877) & ChrW(29992) & ChrW(12290) & ChrW(33509) & ChrW(36824) & ChrW(26159) & ChrW(27809) & ChrW(26377) & ChrW(21453) & ChrW(24212) & ChrW(65292) & ChrW(35831) & ChrW(27880) & ChrW(38144) & " Windows " & ChrW(20877) & ChrW(30331) & ChrW(24405) & ChrW(12290) & vbLf
    StartsAgain = StartsAgain & "The Python that was started at login starts again: wait some seconds. If nothing answers, log off Windows and on." & vbLf
End Function
