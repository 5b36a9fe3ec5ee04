"""xlwings' VBA after the changes: one Python for all workbooks, and nothing a workbook may bring along."""

import re

import pytest
from pyopenvba.apps.excel import ExcelApplication

from opsbook.addin.settings import Interpreter, settings
from opsbook.addin.xlwings_module import (
    MODULE,
    REPLACEMENTS,
    SERVER_CLASS,
    patched,
    wheel_file,
    wheel_path,
    xlwings_source,
)
from opsbook.model.errors import ToolMissingError

NOT_FREE = {f"xlwings.{part}" for part in ("pro", "server", "reports")}

WITHOUT_DLL = """
Public asked As Long
Public log As String
Sub XLPyLoadDLL()
End Sub
Function GetConfig(key As String, Optional default As Variant = "") As Variant
    asked = asked + 1
    GetConfig = default
    If key = "INTERPRETER_WIN" Then GetConfig = "C:\\O\\pythonw.exe"
    If key = "DEBUG UDFS" Then GetConfig = {login_server}
End Function
Function XLPyDLLActivateAuto(result As Variant, Optional config As String = "", Optional mode As Long = 1) As Long
    log = log & mode & "|" & config & vbLf
    result = "server"
End Function
Function AskedSoFar() As Long
    AskedSoFar = asked
End Function
Function Commands() As String
    Commands = log
End Function
"""


@pytest.fixture(scope="module")
def stock():
    return wheel_file(MODULE)


@pytest.fixture(scope="module")
def ours():
    return xlwings_source().module


def _procedure(text, name):
    return re.search(rf"^(?:Private )?(Function|Sub) {name}\(.*?^End \1$", text, re.MULTILINE | re.DOTALL)[0]


def _excel(text, *, login_server=False):
    """An Excel of two workbooks that runs the module's own start of Python, the DLL replaced by a log."""
    excel = ExcelApplication()
    excel.add_workbook()
    excel.add_workbook()
    own = "\n".join(_procedure(text, name) for name in ("XLPyCommand", "XLPy", "KillPy"))
    head = '#Const App = "Microsoft Excel"\nPrivate mCommand As String'
    excel.add_module(f"{head}{WITHOUT_DLL.format(login_server=login_server)}{own}\n", name="xlwings")
    return excel


def _commands(excel):
    return [tuple(line.split("|", 1)) for line in excel.run("Commands").splitlines()]


def _call_from_both(excel):
    for book in excel.workbooks():
        excel.activate_workbook(book)
        excel.run("XLPy")


def test_two_workbooks_share_one_python(ours):
    """Calls from two workbooks give the DLL the same command, so it starts one process; the original gives two."""
    excel = _excel(ours)
    _call_from_both(excel)
    (mode, command), second = _commands(excel)
    assert (mode, command) == second
    assert command == (
        'cmd.exe  /K ""C:\\O\\pythonw.exe" -P -B -c "import sys, os;import xlwings; xlwings.serve(\'$(CLSID)\')""'
    )


def test_the_original_starts_one_python_each(stock):
    """What the change is for: without it every workbook's path is part of the command."""
    excel = _excel(stock)
    _call_from_both(excel)
    assert len(set(_commands(excel))) == 2


def test_settings_are_read_once_a_session(ours):
    """The second call looks nothing up; after a restart they are read anew, and the same process was stopped."""
    excel = _excel(ours)
    excel.run("XLPy")
    once = excel.run("AskedSoFar")
    excel.run("XLPy")
    assert excel.run("AskedSoFar") == once > 0
    excel.run("KillPy")
    excel.run("XLPy")
    assert excel.run("AskedSoFar") == 2 * once
    assert [mode for mode, _ in _commands(excel)] == ["1", "1", "-1", "1"]
    assert len({command for _, command in _commands(excel)}) == 1


def test_a_server_started_at_login_is_found_by_our_own_class(ours):
    """With a login-time server Excel starts nothing: it asks for our class, which no other add-in uses."""
    excel = _excel(ours, login_server=True)
    excel.run("XLPy")
    assert _commands(excel) == [("1", SERVER_CLASS)]
    assert "506e67c3" not in ours


def test_a_workbook_decides_nothing(ours):
    """Neither settings nor code nor a path of the active workbook reaches Python."""
    assert (
        re.findall(r"ActiveWorkbook\.(?:FullName|Path)|GetConfigFromSheet\(ActiveWorkbook\)|xlwings\.pro", ours) == []
    )
    assert 'source = "" Or source = "directory"' not in ours


def test_every_setting_has_a_value(ours):
    """Whatever the VBA asks for stands on the add-in's sheet, so no other place is searched."""
    asked = {key.upper() for key in re.findall(r'GetConfig\("([^"]+)"', ours)}
    given = [key.upper() for key in settings(Interpreter())]
    assert len(set(given)) == len(given)
    assert asked - set(given) == set()


@pytest.mark.parametrize("at", range(len(REPLACEMENTS)))
@pytest.mark.parametrize("times", [0, 2])
def test_another_version_is_refused(stock, at, times):
    """A place that is not there, or there twice, stops the build, names the version and the place."""
    old = REPLACEMENTS[at].old
    with pytest.raises(ToolMissingError) as refused:
        patched(stock.replace(old, old * times), "0.99")
    assert (refused.value.code, refused.value.seen["version"]) == ("other-xlwings", "0.99")
    assert refused.value.seen["piece"] in old


@pytest.mark.parametrize("replacement", [one for one in REPLACEMENTS if one.until], ids=lambda one: one.why[:30])
def test_a_piece_that_grew_in_another_version_is_refused(stock, replacement):
    """A block is cut out only with as many lines as it had, so nothing unread goes with it."""
    with pytest.raises(ToolMissingError):
        patched(stock.replace(replacement.old, f"{replacement.old}' a new line\n"), "0.99")


def test_nothing_that_is_not_free_is_reached(ours):
    """The changed module starts no part of xlwings but the open-source one."""
    assert set(re.findall(r"xlwings\.\w+", ours)) & NOT_FREE == set()


def test_a_missing_file_is_named():
    """A file the installed xlwings does not bring is an error of ours, with its name."""
    with pytest.raises(ToolMissingError) as refused:
        wheel_path("xlwings/nothing.bas")
    assert refused.value.seen == {"file": "xlwings/nothing.bas"}
