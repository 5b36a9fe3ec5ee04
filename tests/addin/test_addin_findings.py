"""Doctor: every known failure on a made-up computer, and what is said about it."""

from dataclasses import replace

import pytest

from opsbook.addin.doctor.computer import Excel, Python
from opsbook.addin.doctor.findings import CHECKS, findings
from opsbook.model.issues import Level
from opsbook.model.language import LANGS
from support.computers import ADDIN, DLL32, DLL64, EXCEL, LANGUAGE, MAC, PYTHON, VERSION, WINDOWS, installed
from support.house import tell as describe

FINE, FINE_MAC = installed(), installed(MAC)
MAC_PLACE = FINE_MAC.script_place
FINE_MAC = replace(FINE_MAC, files={**FINE_MAC.files, MAC_PLACE: "script"})
WPS = r"C:\Users\ann\AppData\Local\Kingsoft\WPS Office\office6\et.exe /automation"
CHINESE, ONE_DRIVE = r"C:\用户\python\pythonw.exe", r"C:\Users\ann\OneDrive"
SYNCED = rf"{ONE_DRIVE}\python\pythonw.exe"


def _python(path=PYTHON, **given):
    return Python(path, **{"opsbook": FINE.python.opsbook, "xlwings": VERSION, **given})


def _without(path):
    return replace(FINE, files={name: seen for name, seen in FINE.files.items() if name != path})


CASES = [
    # a computer, what is found, what the message names
    pytest.param(replace(FINE, excel=None, excel_class=""), "excel-missing", ("–",), id="no Excel"),
    pytest.param(replace(FINE, excel=None, excel_class=WPS), "wps-only", ("et.exe",), id="WPS only"),
    pytest.param(replace(FINE, excel_class=WPS), "wps-class", ("et.exe",), id="WPS holds the ProgID"),
    pytest.param(replace(FINE, python=Python(PYTHON, exists=False)), "python-missing", (PYTHON,), id="Python gone"),
    pytest.param(replace(FINE, python=None), "python-missing", ("–",), id="no Python"),
    pytest.param(replace(FINE, python=_python(opsbook="")), "opsbook-missing", (PYTHON,), id="Python without OpsBook"),
    pytest.param(
        replace(FINE, excel=Excel(EXCEL, 32), libraries=(DLL64,)),
        "dll-other-bits",
        ("32", "xlwings32-0.37.8.dll"),
        id="32-bit Excel, 64-bit DLL",
    ),
    pytest.param(
        replace(FINE, libraries=(DLL32,)),
        "dll-other-bits",
        ("64", "xlwings64-0.37.8.dll"),
        id="64-bit Excel, 32-bit DLL",
    ),
    pytest.param(replace(FINE, libraries=()), "dll-missing", ("xlwings64-0.37.8.dll", "Python311"), id="no DLL"),
    pytest.param(
        replace(FINE, libraries=(DLL64.replace("0.37.8", "0.37.7"),)), "dll-missing", ("0.37.8",), id="old DLL only"
    ),
    pytest.param(WINDOWS, "addin-not-installed", (), id="not installed"),
    pytest.param(_without(ADDIN), "addin-file-gone", (ADDIN,), id="taken by a virus scanner"),
    pytest.param(replace(FINE, files={**FINE.files, ADDIN: "x"}), "addin-file-changed", (ADDIN,), id="changed"),
    pytest.param(installed(version="0.0.9"), "addin-other-version", ("OpsBook", "0.0.9"), id="older add-in"),
    pytest.param(
        installed(xlwings="0.30.0"), "addin-other-version", ("xlwings", "0.30.0", VERSION), id="other xlwings"
    ),
    pytest.param(replace(FINE, child_processes_blocked=True), "asr-blocks", ("--login-server",), id="ASR"),
    pytest.param(replace(FINE, excel=Excel(EXCEL, 64, 2, 2)), "excel-hidden", ("2",), id="zombie Excel"),
    pytest.param(replace(FINE, locked=frozenset({DLL64})), "addin-locked", (DLL64,), id="locked DLL"),
    pytest.param(replace(FINE, marked=frozenset({ADDIN})), "file-marked", (ADDIN,), id="mark of the web"),
    pytest.param(replace(FINE, python_path=(r"D:\a", r"D:\b")), "pythonpath-set", (r"D:\a", r"D:\b"), id="PYTHONPATH"),
    pytest.param(
        replace(FINE, synced=(ONE_DRIVE,), python=_python(SYNCED)), "path-synced", (SYNCED, "--python"), id="OneDrive"
    ),
    pytest.param(replace(FINE, python=_python(CHINESE)), "path-not-ascii", (CHINESE, "--python"), id="not ASCII"),
    pytest.param(installed(MAC), "applescript-missing", (MAC_PLACE,), id="Mac without the script"),
    pytest.param(FINE_MAC, "mac-buttons-only", ("Python",), id="Mac"),
]


@pytest.mark.parametrize(("computer", "code", "named"), CASES)
def test_a_failure_is_found_and_explained(computer, code, named):
    """Each known failure is found, alone, and the message names the place and the fix in both languages."""
    found = [issue for issue in findings(computer) if issue.code == code or issue.code != "mac-buttons-only"]
    assert [issue.code for issue in found] == [code]
    for lang in LANGS:
        words = describe(found[0], lang)
        assert [part for part in named if part not in words] == []


def test_every_finding_has_its_computer():
    """No check is without a made-up computer that it fires on."""
    fired = {check for case in CASES for check in CHECKS[case.values[0].system] if list(check(case.values[0]))}
    assert {check for checks in CHECKS.values() for check in checks} == fired


@pytest.mark.parametrize(
    "computer",
    [
        pytest.param(FINE, id="installed"),
        pytest.param(replace(FINE, excel=Excel(EXCEL, 0), libraries=()), id="bits unknown"),
        pytest.param(replace(FINE, excel=Excel(EXCEL, 64, 1), locked=frozenset({ADDIN})), id="Excel open and at work"),
        pytest.param(replace(FINE, synced=(r"C:\Users\ann\One",)), id="a folder that only begins alike"),
        pytest.param(
            replace(installed(login_server=True), child_processes_blocked=True), id="ASR, but Python starts at login"
        ),
    ],
)
def test_a_sound_computer_gets_no_finding(computer):
    """Where nothing is wrong nothing is said."""
    assert findings(computer) == ()


def test_what_keeps_it_from_working_is_an_error():
    """Missing programs and files are errors; what only may disturb is a warning."""
    levels = {issue.code: issue.level for case in CASES for issue in findings(case.values[0])}
    errors = {code for code, level in levels.items() if level is Level.ERROR}
    assert errors == {
        "excel-missing",
        "wps-only",
        "python-missing",
        "opsbook-missing",
        "dll-other-bits",
        "dll-missing",
        "addin-file-gone",
        "addin-other-version",
        "applescript-missing",
    }


def test_several_failures_are_all_named():
    """One failure does not hide another."""
    computer = replace(FINE, excel=Excel(EXCEL, 64, 1, 1), child_processes_blocked=True, python_path=("D:\\a",))
    computer = replace(computer, files={LANGUAGE: "changed"})
    assert [issue.code for issue in findings(computer)] == [
        "addin-file-gone",
        "addin-file-changed",
        "asr-blocks",
        "excel-hidden",
        "pythonpath-set",
    ]
