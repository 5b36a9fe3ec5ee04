"""Plan what install and uninstall would do to a computer; nothing is touched here."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from opsbook import __version__
from opsbook.addin.doctor.computer import Computer, Python
from opsbook.addin.doctor.findings import (
    library_name,
    mac_limits,
    no_excel,
    no_python,
    other_class,
    other_library,
    other_version,
    path_variable,
    strange_paths,
)
from opsbook.addin.doctor.manifest import Manifest
from opsbook.addin.settings import Interpreter
from opsbook.addin.steps import CopyFile, RemoveFile, RemoveFolder, RemoveKey, SetValue, Step, WriteFile
from opsbook.addin.xlwings_module import SERVER_CLASS
from opsbook.model.issues import Issue, Level
from opsbook.model.language import Lang

ADDIN = "opsbook.xlam"  # in both languages: sheet buttons find the add-in by this name
SERVER = "OpsBook.cmd"
SERVE = f"import xlwings; xlwings.serve('{SERVER_CLASS}')"  # what the Python started at login runs
TRUSTED = r"Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations\OpsBook"
MARK = ":Zone.Identifier"  # the stream in which Windows notes that a file came from the internet
WINDOWS_CHECKS = (no_excel, other_class, no_python, other_version, other_library, strange_paths, path_variable)
MAC_CHECKS = (no_excel, no_python, other_version, path_variable, mac_limits)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked install for.

    Args:
        lang: language of ribbon and messages.
        login_server: start Python at login, for computers where Excel may not start programs.
    """

    lang: Lang
    login_server: bool = False


@dataclass(frozen=True, slots=True)
class Addin:
    """The add-in to install.

    Args:
        content: the package, made for the computer's Python.
        xlwings: version of the xlwings whose VBA is in it.
    """

    content: bytes
    xlwings: str


@dataclass(frozen=True, slots=True)
class AddinPlan:
    """What would be done, and what speaks against it."""

    steps: tuple[Step, ...]
    findings: tuple[Issue, ...]

    @property
    def blocked(self) -> bool:
        """Whether a finding makes the steps pointless."""
        return any(issue.level is Level.ERROR for issue in self.findings)


def interpreter(computer: Computer, wish: Wish) -> Interpreter:
    """What the add-in has to know of the Python behind it."""
    path = computer.python.path if computer.python else ""
    if computer.system == "macos":
        return Interpreter(windows="", mac=path)
    return Interpreter(path, login_server=wish.login_server)


def plan_install(computer: Computer, wish: Wish, addin: Addin) -> AddinPlan:
    """Plan an installation, or the change of an earlier one.

    The note of what is written comes before the files themselves, so that uninstall can undo an installation that stopped
    half-way: what was not written yet is simply not there.

    Args:
        computer: the computer as found.
        wish: what the user asked for.
        addin: the add-in, made for this computer's Python.
    """
    python = computer.python or Python("", exists=False)
    files, copies, values = _files(computer, wish, addin.content, python), _copies(computer, python), _values(computer)
    kept = {step.path: _digest(step.content) for step in files}
    kept |= {step.path: computer.files.get(step.source, "") for step in copies}
    keys = tuple(dict.fromkeys(step.key for step in values))
    manifest = Manifest(__version__, addin.xlwings, python.path, wish.login_server, kept, keys)
    note = WriteFile(computer.manifest_file, manifest.text().encode())
    missing_copies = (step for step in copies if computer.files.get(step.path) != computer.files.get(step.source))
    steps: tuple[Step, ...] = (
        *_left_over(computer, kept, keys),
        *_marks(computer),
        *_changed(computer, (note,)),
        *missing_copies,
        *_changed(computer, files),
        *values,
    )
    return AddinPlan(steps, (*_against(replace(computer, manifest=manifest), wish), *_excel_open(computer)))


def _against(computer: Computer, wish: Wish) -> Iterator[Issue]:
    """What would keep the installed add-in from working."""
    checks = MAC_CHECKS if computer.system == "macos" else WINDOWS_CHECKS
    yield from (issue for check in checks for issue in check(computer))
    if computer.child_processes_blocked and not wish.login_server:
        yield Issue("asr-blocks", Level.WARNING)
    if not computer.startup:
        yield Issue("addin-load-once", Level.WARNING, seen={"file": str(computer.path(computer.app_folder, ADDIN))})


def plan_uninstall(computer: Computer) -> AddinPlan:
    """Plan to remove what install wrote, and nothing else.

    Args:
        computer: the computer as found.
    """
    manifest = computer.manifest
    if manifest is None:
        return AddinPlan((), (Issue("addin-not-installed", Level.WARNING),))
    steps: list[Step] = []
    found = list(_excel_open(computer))
    for path, written in manifest.files.items():
        if computer.files.get(path) == written:
            steps.append(RemoveFile(path))
        elif path in computer.files:
            found.append(Issue("addin-file-kept", Level.WARNING, seen={"file": path}))
    steps += [RemoveKey(key) for key in manifest.keys]
    steps += [RemoveFile(computer.manifest_file), RemoveFolder(computer.app_folder)]
    return AddinPlan(tuple(steps), tuple(found))


def _excel_open(computer: Computer) -> Iterator[Issue]:
    if computer.excel is not None and computer.excel.running:
        yield Issue("excel-running", Level.ERROR, seen={"count": computer.excel.running})


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _files(computer: Computer, wish: Wish, addin: bytes, python: Python) -> tuple[WriteFile, ...]:
    """Files whose content we make."""
    folder = computer.startup or computer.app_folder
    files = [
        WriteFile(str(computer.path(folder, ADDIN)), addin),
        WriteFile(computer.language_file, json.dumps({"lang": wish.lang}).encode()),
    ]
    if wish.login_server and computer.login:
        files.append(WriteFile(str(computer.path(computer.login, SERVER)), server_command(python.path).encode()))
    return tuple(files)


def server_command(python: str) -> str:
    """The file that starts Python at login; Excel then finds it by our class."""
    return f'@chcp 65001 >nul\r\n@start "OpsBook" "{python}" -P -B -c "{SERVE}"\r\n'


def _copies(computer: Computer, python: Python) -> tuple[CopyFile, ...]:
    """Files of xlwings that must lie where Excel looks for them, where only we put them there."""
    owned = computer.manifest.files if computer.manifest else {}
    if computer.system == "macos":
        theirs = computer.script_place in computer.files and computer.script_place not in owned
        return (CopyFile(computer.script, computer.script_place),) if computer.script and not theirs else ()
    if computer.excel is None or not python.path:
        return ()
    wanted, here = library_name(computer.excel.bits, python.xlwings), computer.path(python.path).parent
    found = [path for path in computer.libraries if computer.path(path).name == wanted]
    theirs_too = [path for path in found if path not in owned]
    if not found or any(computer.path(path).parent in (here, here.parent) for path in theirs_too):
        return ()
    return (CopyFile((theirs_too or found)[0], str(here / wanted)),)


def _changed(computer: Computer, files: Iterable[WriteFile]) -> Iterator[WriteFile]:
    """Files that are not there yet as they should be."""
    return (step for step in files if computer.files.get(step.path) != _digest(step.content))


def _left_over(computer: Computer, kept: Mapping[str, str], keys: Iterable[str]) -> Iterator[RemoveFile | RemoveKey]:
    """What an earlier installation wrote and this one does not need or replaces, unless somebody changed it.

    It goes before the new note is written: until then the old note names it, afterwards none would.
    """
    earlier = computer.manifest
    if earlier is None:
        return
    for path, written in earlier.files.items():
        if kept.get(path) != written and computer.files.get(path) == written:
            yield RemoveFile(path)
    yield from (RemoveKey(key) for key in earlier.keys if key not in keys)


def _marks(computer: Computer) -> Iterator[RemoveFile]:
    return (RemoveFile(f"{path}{MARK}") for path in sorted(computer.marked))


def _values(computer: Computer) -> tuple[SetValue, ...]:
    """A trusted location, for an add-in that does not lie in Excel's own start folder."""
    if computer.system != "windows" or computer.startup:
        return ()
    folder = str(computer.path(computer.app_folder))
    return (SetValue(TRUSTED, "Path", f"{folder}\\"), SetValue(TRUSTED, "Description", "OpsBook"))
