Attribute VB_Name = "OpsButtons"
Option Explicit
' Written by "opsbook build": change the lists it is made from, not this file.

Public Sub OpsSheetImportFiles()
    RunInAddin "OpsButtonImportFiles"
End Sub

Public Sub OpsSheetImportInbox()
    RunInAddin "OpsButtonImportInbox"
End Sub

Public Sub OpsSheetRefresh()
    RunInAddin "OpsButtonRefresh"
End Sub

Public Sub OpsSheetToday()
    RunInAddin "OpsButtonToday"
End Sub

Public Sub OpsSheetSetGoal()
    RunInAddin "OpsButtonSetGoal"
End Sub

Public Sub OpsSheetRefit()
    RunInAddin "OpsButtonRefit"
End Sub

Public Sub OpsSheetLockDay()
    RunInAddin "OpsButtonLockDay"
End Sub

Public Sub OpsSheetDashboard()
    RunInAddin "OpsButtonDashboard"
End Sub

Public Sub OpsSheetGoToDate()
    RunInAddin "OpsButtonGoToDate"
End Sub

Public Sub OpsSheetPeersAdd()
    RunInAddin "OpsButtonPeersAdd"
End Sub

Public Sub OpsSheetPeersLog()
    RunInAddin "OpsButtonPeersLog"
End Sub

Public Sub OpsSheetPeersImport()
    RunInAddin "OpsButtonPeersImport"
End Sub

Public Sub OpsSheetPeersReport()
    RunInAddin "OpsButtonPeersReport"
End Sub

Public Sub OpsSheetNew()
    RunInAddin "OpsButtonNew"
End Sub

Public Sub OpsSheetNewFrom()
    RunInAddin "OpsButtonNewFrom"
End Sub

Public Sub OpsSheetCheck()
    RunInAddin "OpsButtonCheck"
End Sub

Public Sub OpsSheetVerify()
    RunInAddin "OpsButtonVerify"
End Sub

Public Sub OpsSheetCleanCopy()
    RunInAddin "OpsButtonCleanCopy"
End Sub

Public Sub OpsSheetGuide()
    RunInAddin "OpsButtonGuide"
End Sub

Public Sub OpsSheetDoctor()
    RunInAddin "OpsButtonDoctor"
End Sub

Public Sub OpsSheetRestart()
    RunInAddin "OpsButtonRestart"
End Sub

Public Sub OpsSheetAbout()
    RunInAddin "OpsButtonAbout"
End Sub

Private Sub RunInAddin(macro As String)
    Dim addin As String
    addin = LoadedAddin()
    If addin = "" Then
        MsgBox ChrW(27809) & ChrW(26377) & ChrW(21152) & ChrW(36733) & " OpsBook " & ChrW(21152) & ChrW(36733) & ChrW(39033) & ChrW(65292) & ChrW(25353) & ChrW(38062) & ChrW(29616) & ChrW(22312) & ChrW(29992) & ChrW(19981) & ChrW(20102) & ChrW(12290) & ChrW(35831) & ChrW(20808) & ChrW(23433) & ChrW(35013) & ChrW(24182) & ChrW(21551) & ChrW(29992) & ChrW(21152) & ChrW(36733) & ChrW(39033) & ChrW(65292) & ChrW(28982) & ChrW(21518) & ChrW(37325) & ChrW(26032) & ChrW(25171) & ChrW(24320) & " Excel" & ChrW(12290) & vbLf & "The OpsBook add-in is not loaded. Install and enable it, then start Excel again.", vbExclamation, "OpsBook"
    Else
        Application.Run "'" & addin & "'!" & macro
    End If
End Sub

' Workbooks does not list add-ins, but finds one by its name.
Private Function LoadedAddin() As String
    Dim candidate As Variant
    On Error Resume Next
    For Each candidate In Array("opsbook.xlam", "opsbook-en.xlam")
        If LoadedAddin = "" Then LoadedAddin = Workbooks(candidate).Name
    Next candidate
End Function
