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

Public Sub OpsNew(control As IRibbonControl)
    OpsButtonNew
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
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('import_files')"
End Sub

Public Sub OpsButtonImportInbox()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('import_inbox')"
End Sub

Public Sub OpsButtonRefresh()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('refresh')"
End Sub

Public Sub OpsButtonToday()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('today')"
End Sub

Public Sub OpsButtonSetGoal()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('set_goal')"
End Sub

Public Sub OpsButtonRefit()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('refit')"
End Sub

Public Sub OpsButtonLockDay()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('lock_day')"
End Sub

Public Sub OpsButtonDashboard()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('dashboard')"
End Sub

Public Sub OpsButtonGoToDate()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('go_to_date')"
End Sub

Public Sub OpsButtonNew()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('new')"
End Sub

Public Sub OpsButtonCheck()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('check')"
End Sub

Public Sub OpsButtonVerify()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('verify')"
End Sub

Public Sub OpsButtonCleanCopy()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('clean_copy')"
End Sub

Public Sub OpsButtonGuide()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('guide')"
End Sub

Public Sub OpsButtonDoctor()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('doctor')"
End Sub

Public Sub OpsButtonRestart()
    KillPy
End Sub

Public Sub OpsButtonAbout()
    RunPython "from opsbook.entrypoints import ribbon; ribbon.run('about')"
End Sub
