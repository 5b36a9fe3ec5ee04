"""The VBA module of the installed xlwings, changed for an add-in that serves every workbook.

The text comes from the installed wheel at build time; nothing of it lies in this repository. Every replacement must fit
exactly once, so that another version of xlwings is refused instead of half changed.
"""

import importlib.metadata
from dataclasses import dataclass
from pathlib import Path

from opsbook.model.errors import ToolMissingError

LIBRARY = "xlwings"
MODULE, CLASS = "xlwings/xlwings_custom_addin.bas", "xlwings/addin/Dictionary.cls"
PROJECT = "opsbook"  # the add-in's settings stand on its sheet `opsbook.conf`
SERVER_CLASS = (
    "{5C1D2C53-0A5E-4E0F-8B7E-2C6B5A3F9D41}"  # ours alone, so that other xlwings add-ins keep their own server
)
_BLANK = " " * 12 + "\n"  # an empty line of xlwings'


@dataclass(frozen=True, slots=True)
class Replacement:
    """One change of the module's text.

    Args:
        why: what it is for.
        old: the text that goes, or where it begins.
        new: what comes instead.
        until: where it ends, this included; empty when `old` is all of it.
        lines: how many line ends the text that goes has; only asked for with `until`.
    """

    why: str
    old: str
    new: str
    until: str = ""
    lines: int = 0

    def gone(self, text: str) -> str:
        """The piece of a text that goes; empty when it is not there just as expected."""
        if text.count(self.old) != 1 or not self.until:
            return self.old if text.count(self.old) == 1 else ""
        start = text.index(self.old)
        end = text.find(self.until, start)
        piece = text[start : end + len(self.until)] if end >= 0 else ""
        return piece if piece.count("\n") == self.lines else ""


REPLACEMENTS = (
    Replacement(
        "settings under our own name; a place to keep the command",
        'Public Const PROJECT_NAME As String = "myaddin"\n',
        f'Public Const PROJECT_NAME As String = "{PROJECT}"\nPrivate mCommand As String\n',
    ),
    Replacement(
        "a sheet that ends in .py would start code the workbook brings along, through a part of xlwings that is not free; "
        "and a button may be pressed while no workbook is open (in Protected View it does not come this far)",
        "\n    ' Check for embedded Python code\n",
        '\n    If ActiveWorkbook Is Nothing Then Workbooks.Add\n    AddExcelDir = "false"\n',
        until='AddExcelDir = GetConfig("ADD_WORKBOOK_TO_PYTHONPATH", "true")\n    End If\n',
        lines=22,
    ),
    Replacement(
        "the same",
        "\n    ' PythonCommand with embedded code\n",
        "",
        until="        End If\n    End If\n",
        lines=11,
    ),
    Replacement(
        "what goes wrong is said by the button that was pressed, which knows what to do about it",
        f'{_BLANK}            On Error GoTo err_handling\n{_BLANK}            XLPy.Exec "" & PythonCommand & ""\n'
        "            GoTo end_err_handling\nerr_handling:\n"
        '            ShowError "", Err.Description\n            RunPython = -1\n            On Error GoTo 0\n'
        "end_err_handling:\n",
        '            XLPy.Exec "" & PythonCommand & ""\n',
    ),
    Replacement(
        "modules are installed, so the workbook's folder is not needed, and its path may hold what the shell reads as a sign",
        "\n    #If Mac Then\n        If InStr(ActiveWorkbook.FullName",
        "\n",
        until="    #End If\n",
        lines=13,
    ),
    Replacement(
        "the DLL keeps one Python process per command: without a workbook's path one serves all",
        'PYTHONPATH = AddExcelDir & ";" & ActiveWorkbook.FullName & ";" & ThisWorkbook.FullName & ";" & '
        'GetConfig("ONEDRIVE_CONSUMER_WIN") & ";" & GetConfig("ONEDRIVE_COMMERCIAL_WIN") & ";" & '
        'GetConfig("SHAREPOINT_WIN") & ";" & GetConfig("PYTHONPATH")\n    #Else\n',
        'PYTHONPATH = ""\n    #Else\n',
    ),
    Replacement(
        "the folder Excel happens to stand in must not bring modules of its own (-P)",
        'tail = " -B -c ""import sys, os;" & LicenseKeyEnvString & "import xlwings.utils;xlwings.utils.prepare_sys_path('
        '\\""" & PYTHONPATH & "\\"");import xlwings; xlwings.serve(\'$(CLSID)\')"""\n',
        'tail = " -P -B -c ""import sys, os;" & LicenseKeyEnvString & "import xlwings; xlwings.serve(\'$(CLSID)\')"""\n',
    ),
    Replacement(
        "the server started at login must not meet another add-in's",
        'XLPyCommand = "{506e67c3-55b5-48c3-a035-eed5deea7d6d}"\n',
        f'XLPyCommand = "{SERVER_CLASS}"\n',
    ),
    Replacement(
        "worked out once a session: it costs some 14 look-ups, and every function call needs it",
        "    XLPyLoadDLL\n    If 0 <> XLPyDLLActivateAuto(XLPy, XLPyCommand, 1) Then Err.Raise 1000, Description:=XLPy\n",
        '    If mCommand = "" Then\n        XLPyLoadDLL\n        mCommand = XLPyCommand\n    End If\n'
        "    If 0 <> XLPyDLLActivateAuto(XLPy, mCommand, 1) Then Err.Raise 1000, Description:=XLPy\n",
    ),
    Replacement(
        "stops the process of the session's command, and lets the settings be read anew",
        "    Dim unused\n    If 0 <> XLPyDLLActivateAuto(unused, XLPyCommand, -1) Then Err.Raise 1000, Description:=unused\n",
        '    Dim unused\n    If mCommand = "" Then mCommand = XLPyCommand\n'
        "    If 0 <> XLPyDLLActivateAuto(unused, mCommand, -1) Then Err.Raise 1000, Description:=unused\n"
        '    mCommand = ""\n',
    ),
    Replacement(
        "reads the sheet it was given, whichever sheet is active",
        'For Each cell In Range(sht.Range("A1"), lastCell)\n',
        'For Each cell In sht.Range(sht.Range("A1"), lastCell)\n',
    ),
    Replacement(
        "a workbook from elsewhere must not choose which program is started",
        '            If SheetExists(ActiveWorkbook, PROJECT_NAME & ".conf") = True Then\n',
        "",
        until="\n            End If\n",
        lines=7,
    ),
    Replacement(
        "nor a file beside it",
        'If source = "" Or source = "directory" Then\n',
        'If source = "directory" Then\n',
    ),
)


@dataclass(frozen=True, slots=True)
class XlwingsSource:
    """The VBA of the installed xlwings.

    Args:
        version: its version; its DLLs carry the same number.
        module: text of the changed module.
        dictionary: text of the class the module needs on a Mac.
    """

    version: str
    module: str
    dictionary: str


def xlwings_source() -> XlwingsSource:
    """Read and change the VBA of the installed xlwings, without importing it.

    Raises:
        ToolMissingError: xlwings is not installed, or another version than the changes were written for.
    """
    version = xlwings_version()
    return XlwingsSource(version, patched(wheel_file(MODULE), version), wheel_file(CLASS))


def xlwings_version() -> str:
    """Version of the installed xlwings; empty when there is none."""
    try:
        return importlib.metadata.version(LIBRARY)
    except importlib.metadata.PackageNotFoundError:
        return ""


def wheel_path(name: str) -> Path:
    """Where a file of the installed xlwings lies.

    Raises:
        ToolMissingError: xlwings is not installed, or has no such file.
    """
    try:
        path = Path(str(importlib.metadata.distribution(LIBRARY).locate_file(name)))
    except importlib.metadata.PackageNotFoundError:
        raise ToolMissingError("no-xlwings", file=name) from None
    if not path.is_file():
        raise ToolMissingError("no-xlwings", file=name)
    return path


def wheel_file(name: str) -> str:
    """Text of a file of the installed xlwings, lines ended by LF."""
    return wheel_path(name).read_text(encoding="ascii")


def patched(text: str, version: str) -> str:
    """The module after every replacement.

    Args:
        text: the module as the wheel brings it, lines ended by LF.
        version: its version, for the message.

    Raises:
        ToolMissingError: a replacement does not fit exactly once.
    """
    for replacement in REPLACEMENTS:
        gone = replacement.gone(text)
        if not gone:
            raise ToolMissingError("other-xlwings", version=version, piece=replacement.old.strip().split("\n")[0][:80])
        text = text.replace(gone, replacement.new, 1)
    return text
