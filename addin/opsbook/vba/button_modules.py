"""The VBA behind buttons: `OpsRibbon` in the add-in, `OpsButtons` in workbooks that have buttons on their sheets."""

from opsbook.model.catalog import Catalog
from opsbook.model.records.button import Button
from opsbook.vba.advice import LONGEST_REASON, PROTECTED_VIEW, STARTS_AGAIN, UNREACHABLE, advice
from opsbook.vba.buttons import buttons
from opsbook.vba.source import NOTICE, literal, module_text

ADDINS = ("opsbook.xlam", "opsbook-en.xlam")
VBA_ONLY = {"restart": "RestartPython"}
ADDIN_MISSING = (
    "没有加载 OpsBook 加载项，按钮现在用不了。请先安装并启用加载项，然后重新打开 Excel。",
    "The OpsBook add-in is not loaded. Install and enable it, then start Excel again.",
)

_RUN = """\
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
"""

_FIND_ADDIN = """\
Private Sub RunInAddin(macro As String)
    Dim addin As String
    addin = LoadedAddin()
    If addin = "" Then
        MsgBox {missing}, vbExclamation, "OpsBook"
    Else
        Application.Run "'" & addin & "'!" & macro
    End If
End Sub

' Workbooks does not list add-ins, but finds one by its name.
Private Function LoadedAddin() As String
    Dim candidate As Variant
    On Error Resume Next
    For Each candidate In Array({names})
        If LoadedAddin = "" Then LoadedAddin = Workbooks(candidate).Name
    Next candidate
End Function
"""


def callback(button: Button) -> str:
    """Name of the procedure a ribbon button calls."""
    return f"Ops{_camel(button.id)}"


def addin_macro(button: Button) -> str:
    """Name of the add-in's macro that does a button's work, for whoever calls it without a ribbon."""
    return f"OpsButton{_camel(button.id)}"


def sheet_macro(button: Button) -> str:
    """Name of the workbook's macro behind a button on a sheet.

    It differs from the ribbon's, as Excel looks a ribbon callback up in the active workbook, too.
    """
    return f"OpsSheet{_camel(button.id)}"


def ribbon_module(catalog: Catalog) -> str:
    """Write the add-in's module: per button a ribbon callback of one line and the macro it calls."""
    head = ("Option Explicit", NOTICE)
    callbacks = [
        (f"Public Sub {callback(button)}(control As IRibbonControl)", f"    {addin_macro(button)}", "End Sub")
        for button in buttons(catalog)
    ]
    macros = [(f"Public Sub {addin_macro(button)}()", f"    {_work(button)}", "End Sub") for button in buttons(catalog)]
    words = (
        advice("Unreachable", UNREACHABLE, end=f"vbLf & Left$(reason, {LONGEST_REASON})"),
        advice("EnableEditing", PROTECTED_VIEW),
        advice("StartsAgain", STARTS_AGAIN),
    )
    return module_text("OpsRibbon", [head, *callbacks, *macros, _RUN.rstrip().splitlines(), *words])


def buttons_module(catalog: Catalog) -> str:
    """Write the workbooks' module: per button a macro that runs the add-in's, and a plain word when there is none."""
    head = ("Option Explicit", NOTICE)
    macros = [
        (f"Public Sub {sheet_macro(button)}()", f'    RunInAddin "{addin_macro(button)}"', "End Sub")
        for button in buttons(catalog)
    ]
    missing = " & vbLf & ".join(literal(line) for line in ADDIN_MISSING)
    names = ", ".join(literal(name) for name in ADDINS)
    find = _FIND_ADDIN.format(missing=missing, names=names).rstrip().splitlines()
    return module_text("OpsButtons", [head, *macros, find])


def _work(button: Button) -> str:
    return VBA_ONLY.get(button.id, f'RunButton "{button.id}"')


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))
