"""What keeps the add-in from working on a computer: one small check per known failure."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from opsbook.addin.doctor.computer import Computer
from opsbook.model.issues import Issue, Level

Check = Callable[[Computer], Iterator[Issue]]


def library_name(bits: int, version: str) -> str:
    """File name of xlwings' DLL for an Excel of some bits."""
    return f"xlwings{bits}-{version}.dll"


def findings(computer: Computer) -> tuple[Issue, ...]:
    """Everything that is wrong, the gravest causes first.

    Args:
        computer: the computer as found.

    Returns:
        One issue per finding; none when all is well.
    """
    return tuple(issue for check in CHECKS[computer.system] for issue in check(computer))


def no_excel(computer: Computer) -> Iterator[Issue]:
    """Excel is missing, or only WPS is there."""
    if computer.excel is None:
        code = "wps-only" if _is_wps(computer.excel_class) else "excel-missing"
        yield Issue(code, Level.ERROR, seen={"file": computer.excel_class or "–"})


def other_class(computer: Computer) -> Iterator[Issue]:
    """WPS answers in Excel's place."""
    if computer.excel is not None and _is_wps(computer.excel_class):
        yield Issue("wps-class", Level.WARNING, seen={"file": computer.excel_class})


def _is_wps(program: str) -> bool:
    return any(word in program.lower() for word in ("wps", "kingsoft", "\\et.exe"))


def no_python(computer: Computer) -> Iterator[Issue]:
    """The Python behind the add-in is gone, or lacks OpsBook."""
    python = computer.python
    if python is None or not python.exists:
        yield Issue("python-missing", Level.ERROR, seen={"file": python.path if python else "–"})
    elif not python.opsbook or not python.xlwings:
        yield Issue("opsbook-missing", Level.ERROR, seen={"file": python.path})


def other_library(computer: Computer) -> Iterator[Issue]:
    """The DLL that joins Excel and Python is missing, or fits another Excel."""
    excel, python = computer.excel, computer.python
    if excel is None or not excel.bits or python is None or not python.exists or not python.xlwings:
        return
    wanted = library_name(excel.bits, python.xlwings)
    found = tuple(computer.path(path).name for path in computer.libraries)
    if wanted in found:
        return
    seen = {"file": wanted, "bits": excel.bits, "folder": str(computer.path(python.path).parent)}
    if library_name(96 - excel.bits, python.xlwings) in found:
        yield Issue("dll-other-bits", Level.ERROR, seen=seen)
    else:
        yield Issue("dll-missing", Level.ERROR, seen=seen)


def not_installed(computer: Computer) -> Iterator[Issue]:
    """Nothing was installed, or what was is gone or changed."""
    if computer.manifest is None:
        yield Issue("addin-not-installed", Level.WARNING)
        return
    for path, written in computer.manifest.files.items():
        if path not in computer.files:
            yield Issue("addin-file-gone", Level.ERROR, seen={"file": path})
        elif computer.files[path] != written:
            yield Issue("addin-file-changed", Level.WARNING, seen={"file": path})


def other_version(computer: Computer) -> Iterator[Issue]:
    """The add-in and the package are of different versions."""
    manifest, python = computer.manifest, computer.python
    if manifest is None or python is None or not python.opsbook:
        return
    pairs = (("OpsBook", manifest.version, python.opsbook), ("xlwings", manifest.xlwings, python.xlwings))
    for name, addin, package in pairs:
        if addin != package:
            seen = {"name": name, "addin": addin, "package": package or "–"}
            yield Issue("addin-other-version", Level.ERROR, seen=seen)


def hidden_excel(computer: Computer) -> Iterator[Issue]:
    """An Excel without a window still runs and holds files."""
    if computer.excel is not None and computer.excel.hidden:
        yield Issue("excel-hidden", Level.WARNING, seen={"count": computer.excel.hidden})


def locked_files(computer: Computer) -> Iterator[Issue]:
    """A file is held open although no Excel is to be seen."""
    if computer.excel is not None and computer.excel.running > computer.excel.hidden:
        return
    for path in sorted(computer.locked):
        yield Issue("addin-locked", Level.WARNING, seen={"file": path})


def blocked_processes(computer: Computer) -> Iterator[Issue]:
    """Defender keeps Excel from starting Python."""
    if computer.child_processes_blocked and not (computer.manifest and computer.manifest.login_server):
        yield Issue("asr-blocks", Level.WARNING)


def strange_paths(computer: Computer) -> Iterator[Issue]:
    """A path that OneDrive may move, or that the DLL cannot spell."""
    for path in _paths(computer):
        if any(_within(computer.path(path), computer.path(folder)) for folder in computer.synced):
            yield Issue("path-synced", Level.WARNING, seen={"file": path})
        if not path.isascii():
            yield Issue("path-not-ascii", Level.WARNING, seen={"file": path})


def _paths(computer: Computer) -> tuple[str, ...]:
    """What the DLL has to spell, and what must stay where it is."""
    return (computer.python.path,) if computer.python else ()


def _within(path: PurePath, folder: PurePath) -> bool:
    return folder == path or folder in path.parents


def path_variable(computer: Computer) -> Iterator[Issue]:
    """Modules from elsewhere come before the installed ones."""
    if computer.python_path:
        yield Issue("pythonpath-set", Level.WARNING, seen={"folders": computer.python_path})


def marked_files(computer: Computer) -> Iterator[Issue]:
    """Windows marks a file as come from the internet, and Excel does not run it."""
    for path in sorted(computer.marked):
        yield Issue("file-marked", Level.WARNING, seen={"file": path})


def mac_script(computer: Computer) -> Iterator[Issue]:
    """The script through which Excel on a Mac may start Python is missing."""
    if computer.manifest is not None and computer.script and computer.script_place not in computer.files:
        yield Issue("applescript-missing", Level.ERROR, seen={"file": computer.script_place})


def mac_limits(computer: Computer) -> Iterator[Issue]:
    """Only buttons work on a Mac."""
    if computer.excel is not None:
        yield Issue("mac-buttons-only", Level.INFO)


_EVERYWHERE: tuple[Check, ...] = (no_excel, no_python, not_installed, other_version)
CHECKS: dict[str, tuple[Check, ...]] = {
    "windows": (
        *_EVERYWHERE,
        other_library,
        blocked_processes,
        hidden_excel,
        locked_files,
        marked_files,
        path_variable,
        strange_paths,
        other_class,
    ),
    "macos": (*_EVERYWHERE, mac_script, path_variable, mac_limits),
}
