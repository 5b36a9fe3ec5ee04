"""What a person sees when Python does not answer: the add-in's own VBA at work, with a DLL that fails as the real one does."""

import re
from importlib import import_module

import pytest
from pyopenvba.apps.excel import ExcelApplication

from opsbook.addin.xlwings_module import SERVER_CLASS, xlwings_source
from opsbook.vba.button_modules import addin_macro
from support.house import BUTTON, BUTTONS
from support.house import vba_modules as modules

MISSING = "Could not load xlwings64-0.37.8.dll from either of the following folders"
GONE = "The RPC server is unavailable."
RESTART = addin_macro(BUTTON["restart"])
RENEW = "from opsbook.entrypoints import restart; restart.renew()"
XLWINGS = """
#Const App = "Microsoft Excel"
Private mCommand As String
Private log As String
Public Function Said() As String
    Said = log
End Function
Public Sub Note(what As String)
    log = log & what & vbLf
End Sub
Public Function GetConfig(key As String, Optional default As Variant = "") As Variant
    GetConfig = default
    If key = "INTERPRETER_WIN" Then GetConfig = "C:\\O\\pythonw.exe"
    If key = "USE UDF SERVER" Then GetConfig = "True"
    If key = "DEBUG UDFS" Then GetConfig = "{login_server}"
End Function
Sub XLPyLoadDLL()
    If "{failing}" = "dll" Then Err.Raise 1, Description:="{missing}"
End Sub
Function XLPyDLLActivateAuto(result As Variant, Optional config As String = "", Optional mode As Long = 1) As Long
    Note mode & "|" & config
    If "{failing}" = "start" And mode = 1 Then
        result = "{gone}"
        XLPyDLLActivateAuto = 1
    ElseIf mode = 1 Then
        Set result = New Server
    End If
End Function
"""
SERVER = """
Public Function Module(name As String) As Object
    Set Module = Nothing
End Function
Public Sub SetAttr(target As Object, name As String, value As Object)
End Sub
Public Sub Exec(command As String)
    Note "exec|" & command
    If "{failing}" = "python" Then Err.Raise 1000, Description:="{gone}"
End Sub
"""
SCREEN = """
Public Function ActiveProtectedViewWindow() As Object
    Set ActiveProtectedViewWindow = {shown}
End Function
Public Function ProtectedViewWindows() As Object
    Dim views As New Collection
    {views}
    Set ProtectedViewWindows = views
End Function
"""
PROCEDURES = ("RunPython", "XLPyCommand", "XLPy", "KillPy")


def _procedure(text, name):
    return re.search(rf"^(?:Private |Public )?(Function|Sub) {name}\(.*?^End \1$", text, re.MULTILINE | re.DOTALL)[0]


def _plain(source):
    """A module's statements, as the interpreter is given them."""
    return re.sub(r"(?m)^Attribute .*\n", "", source.replace("\r\n", "\n"))


def excel(failing="", *, login_server=False, book=True, shown="Nothing", views=""):
    """An Excel with the add-in's ribbon module and xlwings' way to Python; DLL, server and windows are made up."""
    app = ExcelApplication()
    if book:
        app.add_workbook()
    given = {"failing": failing, "login_server": login_server, "missing": MISSING, "gone": GONE}
    own = "\n".join(_procedure(xlwings_source().module, name) for name in PROCEDURES)
    app.add_module(SERVER.format(**given), name="Server", kind="class")
    app.add_module(SCREEN.format(shown=shown, views=views), name="Screen", kind="class")
    app.add_module(f"{XLWINGS.format(**given)}{own}\n", name="xlwings")
    ribbon = _plain(modules()["OpsRibbon"]).replace("Set host = Application", "Set host = New Screen")
    app.add_module(ribbon, name="OpsRibbon")
    return app


def _said(app):
    """Title and words of the message boxes."""
    return [(title, text) for _, text, title, _ in app.dialogs]


@pytest.mark.parametrize(
    ("failing", "reason"),
    [
        pytest.param("dll", MISSING, id="no DLL"),
        pytest.param("start", GONE, id="Python cannot be started"),
        pytest.param("python", GONE, id="Python ends on the way"),
    ],
)
@pytest.mark.parametrize("button", [button for button in BUTTONS if button.id != "restart"], ids=lambda one: one.id)
def test_a_button_says_what_to_do(button, failing, reason):
    """Every button answers in both languages, names the command that helps and why; VBA's own error box never comes."""
    app = excel(failing)
    app.run(addin_macro(button))
    [(title, text)] = _said(app)
    assert title == "OpsBook"
    assert text.count("opsbook addin doctor") == 2
    assert "请打开「命令提示符」" in text
    assert "in a command prompt" in text
    assert text.endswith(reason)


def test_restart_says_what_to_do():
    """The button that restarts Python is no exception."""
    app = excel("dll")
    app.run(RESTART)
    assert [text.endswith(MISSING) for _, text in _said(app)] == [True]


def test_a_button_that_works_says_nothing_of_its_own():
    """Where Python answers, VBA passes the button's name on and opens no box."""
    app = excel()
    app.run(addin_macro(BUTTON["check"]))
    assert _said(app) == []
    assert app.run("Said").endswith("exec|from opsbook.entrypoints import ribbon; ribbon.run('check')\n")


def test_restart_ends_the_process_excel_started():
    """Where Excel starts Python, its process is ended and nothing is asked of it."""
    app = excel()
    app.run(RESTART)
    assert [line.split("|")[0] for line in app.run("Said").splitlines()] == ["-1"]
    assert _said(app) == []


def test_restart_asks_a_python_started_at_login_to_renew_itself():
    """Excel neither started that Python nor may start one: it is asked afresh, then let go of, and the user is told."""
    app = excel(login_server=True)
    app.run(RESTART)
    assert app.run("Said").splitlines() == [
        f"-1|{SERVER_CLASS}",
        f"1|{SERVER_CLASS}",
        f"exec|{RENEW}",
        f"-1|{SERVER_CLASS}",
    ]
    [(_, text)] = _said(app)
    assert "请注销 Windows 再登录" in text
    assert "log off Windows" in text


def test_what_restart_asks_for_is_there():
    """The command in VBA names a function that is there."""
    module, function = re.fullmatch(r"from opsbook.entrypoints import (\w+); \1\.(\w+)\(\)", RENEW).groups()
    assert callable(getattr(import_module(f"opsbook.entrypoints.{module}"), function))


@pytest.mark.parametrize(
    ("screen", "refused"),
    [
        pytest.param({"book": True}, False, id="a workbook"),
        pytest.param({"book": False}, False, id="nothing open"),
        pytest.param({"book": False, "views": "views.Add 1"}, True, id="only a protected view"),
        pytest.param({"book": True, "shown": "Me", "views": "views.Add 1"}, True, id="a protected view in front"),
        pytest.param({"book": True, "views": "views.Add 1"}, False, id="a protected view behind"),
    ],
)
def test_a_protected_view_is_no_workbook(screen, refused):
    """In Protected View a button says to enable editing; Python is not asked and no empty book is left behind."""
    app = excel(**screen)
    app.run(addin_macro(BUTTON["refresh"]))
    assert ("ribbon.run" in app.run("Said")) is not refused
    assert [("启用编辑" in text, "Enable Editing" in text) for _, text in _said(app)] == [(True, True)] * refused
    if refused:
        assert len(app.workbooks()) == int(screen["book"])
