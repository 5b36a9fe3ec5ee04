"""What install and uninstall would do, on made-up computers."""

import hashlib
import json
from dataclasses import replace

import pytest

from opsbook import __version__
from opsbook.addin.doctor.computer import Excel
from opsbook.addin.doctor.manifest import Manifest, read_manifest
from opsbook.addin.plan import TRUSTED, Addin, AddinPlan, Wish, interpreter, plan_install, plan_uninstall
from opsbook.addin.steps import CopyFile, RemoveFile, RemoveFolder, RemoveKey, SetValue, WriteFile
from opsbook.addin.xlwings_module import SERVER_CLASS
from support.computers import (
    ADDIN,
    DLL64,
    EXCEL,
    LANGUAGE,
    LOCAL,
    LOGIN,
    MAC,
    MAC_PYTHON,
    MAC_SCRIPT,
    MAC_SCRIPTS,
    MAC_STARTUP,
    NOTE,
    PYTHON,
    VERSION,
    WINDOWS,
    XLSTART,
    installed,
)

PACKAGE = Addin(b"the add-in", VERSION)
WISH = Wish("zh")
SERVER = rf"{LOGIN}\OpsBook.cmd"


def _paths(plan: AddinPlan, kind: type) -> list[str]:
    return [step.path for step in plan.steps if isinstance(step, kind)]


def _written(plan: AddinPlan, path: str) -> str:
    return next(step.content for step in plan.steps if isinstance(step, WriteFile) and step.path == path).decode()


def _noted(plan: AddinPlan) -> Manifest:
    return read_manifest(_written(plan, NOTE))


def _after(computer, plan: AddinPlan):
    """The computer once the plan was carried out."""
    noted = _noted(plan)
    gone = {step.path for step in plan.steps if isinstance(step, RemoveFile)}
    files = {path: seen for path, seen in computer.files.items() if path not in gone}
    copies = tuple(step.path for step in plan.steps if isinstance(step, CopyFile))
    return replace(
        computer, files={**files, **noted.files, NOTE: "note"}, manifest=noted, libraries=(*computer.libraries, *copies)
    )


def test_install_puts_the_addin_where_excel_starts_it():
    """On Windows: the add-in into XLSTART under one name for both languages, its language, and a note of what was done."""
    plan = plan_install(WINDOWS, Wish("en"), PACKAGE)
    assert (plan.blocked, plan.findings) == (False, ())
    assert [type(step) for step in plan.steps] == [WriteFile] * 3
    assert _paths(plan, WriteFile) == [NOTE, ADDIN, LANGUAGE]
    assert _written(plan, ADDIN) == PACKAGE.content.decode()
    assert json.loads(_written(plan, LANGUAGE)) == {"lang": "en"}
    noted = _noted(plan)
    assert (noted.version, noted.xlwings, noted.python, noted.login_server) == (__version__, VERSION, PYTHON, False)
    assert set(noted.files) == {ADDIN, LANGUAGE}


def test_install_twice_changes_nothing():
    """A second install finds everything in place but the note, which is the same as well."""
    first = plan_install(WINDOWS, WISH, PACKAGE)
    second = plan_install(_after(WINDOWS, first), WISH, PACKAGE)
    assert _paths(second, WriteFile) == [NOTE]
    assert _noted(second) == _noted(first)


@pytest.mark.parametrize(
    ("bits", "wanted"), [(64, f"xlwings64-{VERSION}.dll"), (32, f"xlwings32-{VERSION}.dll")], ids=["64", "32"]
)
def test_the_library_of_excels_bits_is_put_beside_python(bits, wanted):
    """Where the DLL lies elsewhere, the one that fits Excel, not Python, is copied beside pythonw.exe."""
    away = tuple(rf"D:\data\xlwings{one}-{VERSION}.dll" for one in (32, 64))
    computer = replace(WINDOWS, excel=Excel(EXCEL, bits), libraries=away, files={path: path for path in away})
    plan = plan_install(computer, WISH, PACKAGE)
    target = rf"{LOCAL}\Programs\Python311\{wanted}"
    assert [step for step in plan.steps if isinstance(step, CopyFile)] == [CopyFile(rf"D:\data\{wanted}", target)]
    assert _noted(plan).files[target] == rf"D:\data\{wanted}"


@pytest.mark.parametrize("folder", ["", "Scripts\\"], ids=["beside", "in a virtual environment"])
def test_a_library_in_reach_is_left_where_it_is(folder):
    """Beside pythonw.exe or one folder up Excel finds it, so it is neither copied nor noted as ours."""
    python = replace(WINDOWS.python, path=rf"{LOCAL}\Programs\Python311\{folder}pythonw.exe")
    plan = plan_install(replace(WINDOWS, python=python), WISH, PACKAGE)
    assert _paths(plan, CopyFile) == []
    assert DLL64 not in _noted(plan).files


@pytest.mark.parametrize("turn", [1, -1], ids=["found last", "found first"])
def test_a_library_in_reach_is_enough_however_many_lie_elsewhere(turn):
    """Other installations have theirs; the one that Excel finds is not written over."""
    found = (rf"D:\data\xlwings64-{VERSION}.dll", rf"E:\data\xlwings64-{VERSION}.dll", DLL64)[::turn]
    plan = plan_install(replace(WINDOWS, libraries=found, files=dict.fromkeys(found, "64")), WISH, PACKAGE)
    assert _paths(plan, CopyFile) == []
    assert DLL64 not in _noted(plan).files


def test_a_copied_library_stays_ours():
    """A second install neither copies the DLL again nor forgets that uninstall has to remove it."""
    away = rf"D:\data\xlwings64-{VERSION}.dll"
    computer = replace(WINDOWS, libraries=(away,), files={away: "64"})
    first = plan_install(computer, WISH, PACKAGE)
    second = plan_install(_after(computer, first), WISH, PACKAGE)
    assert (_paths(first, CopyFile), _paths(second, CopyFile)) == ([DLL64], [])
    assert _noted(second).files == _noted(first).files
    assert DLL64 in _paths(plan_uninstall(_after(computer, second)), RemoveFile)


def test_python_can_start_at_login():
    """With a login-time server a file in the Startup folder starts Python under our class, and the add-in waits for it."""
    wish = Wish("zh", login_server=True)
    blocked = replace(WINDOWS, child_processes_blocked=True)
    plan = plan_install(blocked, wish, PACKAGE)
    command = _written(plan, SERVER)
    assert f'"{PYTHON}" -P -B -c "import xlwings; xlwings.serve(\'{SERVER_CLASS}\')"' in command
    assert interpreter(blocked, wish).login_server
    assert plan.findings == ()
    back = plan_install(_after(blocked, plan), WISH, PACKAGE)
    assert _paths(back, RemoveFile) == [SERVER]
    assert [issue.code for issue in back.findings] == ["asr-blocks"]


def test_without_a_start_folder_a_trusted_location_is_made():
    """Where XLSTART cannot be written the add-in lies in the app folder, which Excel is told to trust."""
    plan = plan_install(replace(WINDOWS, startup=""), WISH, PACKAGE)
    folder = rf"{LOCAL}\OpsBook"
    assert rf"{folder}\opsbook.xlam" in _paths(plan, WriteFile)
    assert [step for step in plan.steps if isinstance(step, SetValue)] == [
        SetValue(TRUSTED, "Path", f"{folder}\\"),
        SetValue(TRUSTED, "Description", "OpsBook"),
    ]
    assert _noted(plan).keys == (TRUSTED,)
    assert [issue.code for issue in plan.findings] == ["addin-load-once"]


def test_the_mark_of_the_web_goes_first():
    """A marked file loses its mark before it is written, as writing keeps it."""
    plan = plan_install(replace(WINDOWS, marked=frozenset({ADDIN})), WISH, PACKAGE)
    assert plan.steps[0] == RemoveFile(f"{ADDIN}:Zone.Identifier")


@pytest.mark.parametrize(
    ("computer", "code"),
    [
        pytest.param(replace(WINDOWS, excel=Excel(EXCEL, 64, 1)), "excel-running", id="Excel open"),
        pytest.param(replace(WINDOWS, excel=None), "excel-missing", id="no Excel"),
        pytest.param(replace(WINDOWS, python=None), "python-missing", id="no Python"),
        pytest.param(replace(WINDOWS, libraries=()), "dll-missing", id="no DLL"),
        pytest.param(
            replace(WINDOWS, python=replace(WINDOWS.python, opsbook="0.0.1")), "addin-other-version", id="other OpsBook"
        ),
        pytest.param(
            replace(WINDOWS, python=replace(WINDOWS.python, xlwings="0.1")), "addin-other-version", id="other xlwings"
        ),
        pytest.param(replace(MAC, excel=Excel(MAC.excel.path, 64, 1)), "excel-running", id="Excel open on a Mac"),
        pytest.param(replace(MAC, python=None), "python-missing", id="no Python on a Mac"),
    ],
)
def test_a_hopeless_installation_is_blocked(computer, code):
    """What cannot work is not begun."""
    plan = plan_install(computer, WISH, PACKAGE)
    assert plan.blocked
    assert code in [issue.code for issue in plan.findings]


def test_a_mac_gets_addin_script_and_language():
    """On a Mac: the add-in into Excel's start folder, the script that may start Python, and a word on what will not work."""
    plan = plan_install(MAC, WISH, PACKAGE)
    assert f"{MAC_STARTUP}/opsbook.xlam" in _paths(plan, WriteFile)
    assert [step for step in plan.steps if isinstance(step, CopyFile)] == [
        CopyFile(MAC_SCRIPT, f"{MAC_SCRIPTS}/xlwings-{VERSION}.applescript")
    ]
    assert [issue.code for issue in plan.findings] == ["mac-buttons-only"]
    assert not plan.blocked
    assert (interpreter(MAC, WISH).mac, interpreter(MAC, WISH).windows) == (MAC_PYTHON, "")


def test_a_script_of_somebody_else_stays_theirs():
    """A script that xlwings' own command put there is neither replaced nor removed."""
    plan = plan_install(replace(MAC, files={**MAC.files, MAC.script_place: "script"}), WISH, PACKAGE)
    assert _paths(plan, CopyFile) == []


def test_uninstall_removes_what_install_wrote():
    """Everything noted goes, then the note and the empty folder; nothing else is touched."""
    computer = installed(keys=(TRUSTED,))
    plan = plan_uninstall(computer)
    assert plan.findings == ()
    assert plan.steps == (
        RemoveFile(ADDIN),
        RemoveFile(LANGUAGE),
        RemoveKey(TRUSTED),
        RemoveFile(NOTE),
        RemoveFolder(rf"{LOCAL}\OpsBook"),
    )


def test_uninstall_undoes_any_install():
    """After install and uninstall no file is left that was not there before, whatever was wished for."""
    away = rf"D:\data\xlwings64-{VERSION}.dll"
    computer = replace(WINDOWS, startup="", libraries=(away,), files={away: "64"})
    plan = plan_install(computer, Wish("zh", login_server=True), PACKAGE)
    after = _after(computer, plan)
    removed = _paths(plan_uninstall(after), RemoveFile)
    assert set(after.files) - set(removed) == set(computer.files)
    assert RemoveKey(TRUSTED) in plan_uninstall(after).steps


AWAY = rf"D:\data\xlwings64-{VERSION}.dll"
BARE = replace(WINDOWS, startup="", libraries=(AWAY,), files={AWAY: "64"})


def _carried_out(computer, steps):
    """The computer after some steps, and the registry keys of ours that are there."""
    files, note = dict(computer.files), computer.manifest
    keys = set(note.keys if note else ())
    for step in steps:
        match step:
            case WriteFile(path, content):
                files[path] = hashlib.sha256(content).hexdigest()
                note = read_manifest(content.decode()) if path == NOTE else note
            case CopyFile(source, path):
                files[path] = files[source]
            case RemoveFile(path):
                files.pop(path, None)
                note = None if path == NOTE else note
            case SetValue(key, _, _):
                keys.add(key)
            case RemoveKey(key):
                keys.discard(key)
    return replace(computer, files=files, manifest=note), keys


@pytest.mark.parametrize("taken", range(9))
@pytest.mark.parametrize(
    ("before", "wish"),
    [
        pytest.param(None, Wish("zh", login_server=True), id="first"),
        pytest.param(Wish("zh"), Wish("en", login_server=True), id="change"),
        pytest.param(Wish("en", login_server=True), Wish("zh"), id="change back"),
    ],
)
def test_uninstall_undoes_half_an_install(before, wish, taken):
    """Whichever step of an installation or a change failed, uninstall leaves what was there before the first one."""
    computer, old = BARE, Addin(b"the older add-in", VERSION)
    if before:
        computer, _ = _carried_out(BARE, plan_install(BARE, before, old).steps)
    half, keys = _carried_out(computer, plan_install(computer, wish, PACKAGE).steps[:taken])
    if half.manifest is None:
        assert (half.files, keys) == (BARE.files, set())
    undo = plan_uninstall(half)
    assert [issue.code for issue in undo.findings if issue.code == "addin-file-kept"] == []
    undone = _carried_out(half, undo.steps)[0]
    assert undone.files == BARE.files
    assert keys - {step.key for step in undo.steps if isinstance(step, RemoveKey)} == set()


def test_a_trusted_location_goes_when_it_is_not_needed_any_more():
    """Once XLSTART can be written to, installing again takes the trusted location away."""
    before, _ = _carried_out(BARE, plan_install(BARE, WISH, PACKAGE).steps)
    plan = plan_install(replace(before, startup=XLSTART), WISH, PACKAGE)
    assert RemoveKey(TRUSTED) in plan.steps
    assert _noted(plan).keys == ()


def test_uninstall_keeps_what_was_changed():
    """A file that is not as it was written stays and is named; one that is gone already is no matter."""
    computer = installed()
    computer = replace(computer, files={LANGUAGE: "changed", NOTE: "note"})
    plan = plan_uninstall(computer)
    assert _paths(plan, RemoveFile) == [NOTE]
    assert [(issue.code, issue.seen["file"]) for issue in plan.findings] == [("addin-file-kept", LANGUAGE)]
    assert not plan.blocked


def test_uninstall_waits_for_excel():
    """While Excel is open nothing is removed."""
    assert plan_uninstall(replace(installed(), excel=Excel(EXCEL, 64, 1))).blocked


def test_nothing_installed_is_nothing_to_remove():
    """Without a note uninstall does nothing and says why."""
    plan = plan_uninstall(WINDOWS)
    assert (plan.steps, [issue.code for issue in plan.findings]) == ((), ["addin-not-installed"])


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"version": 1}', json.dumps({"version": "1", "xlwings": "1", "python": "p", "keys": []})],
)
def test_a_broken_note_is_no_note(text):
    """A file that is not what install wrote is taken for none, never half believed."""
    assert read_manifest(text) is None


def test_a_note_comes_back():
    """Reading a note gives what was noted, Chinese paths included."""
    note = Manifest("1", "2", "C:\\用户\\pythonw.exe", login_server=True, files={"C:\\用户\\a": "b"}, keys=(TRUSTED,))
    assert read_manifest(note.text()) == note
