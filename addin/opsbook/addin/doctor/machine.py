"""Look at this computer: small, and the only part of install and doctor that differs from a made-up one."""

import hashlib
import os
import sys
import uuid
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from opsbook.addin.doctor.computer import Computer, Excel, System
from opsbook.addin.doctor.manifest import Manifest, read_manifest
from opsbook.addin.doctor.programs import answer, ask_python, bits, running, windowless
from opsbook.addin.doctor.registry import read_value
from opsbook.addin.xlwings_module import wheel_path, xlwings_version

_OFFICE_MAC = "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel"
_APP_PATH = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_RULES = (
    r"SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
    r"SOFTWARE\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
)
_NO_CHILD_PROCESSES = (
    "d4f940ab-401b-4efc-aadc-ad5f3c50688a"  # "Block all Office applications from creating child processes"
)
_SYNCED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_HEAD_BYTES = 4096
_SHARING = {32, 33}  # Windows: another program holds the file; a file that is only read-only is no matter


def system() -> System:
    """This computer's operating system."""
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "other")  # type: ignore[return-value]


def look(places: Computer, asked: str = "", *, installed: bool = False) -> Computer:
    """Find out what is there.

    Args:
        places: the folders, and what only the system itself can tell.
        asked: Python to use; empty takes the private one in the app folder, or else the one that runs this.
        installed: take the Python of the last installation where none is asked for.
    """
    manifest = _manifest(Path(places.manifest_file))
    private = Path(places.app_folder, "python", "pythonw.exe" if places.system == "windows" else "bin/python3")
    earlier = manifest.python if installed and manifest else ""
    program = Path(asked or earlier or (private if private.is_file() else windowless(Path(sys.executable))))
    python, prefix = ask_python(windowless(program.absolute()))
    found = replace(places, python=python, manifest=manifest, libraries=_libraries(Path(python.path), prefix))
    return _with_files(found)


def _manifest(path: Path) -> Manifest | None:
    return read_manifest(path.read_text(encoding="utf-8")) if path.is_file() else None


def _libraries(program: Path, prefix: str) -> tuple[str, ...]:
    folders = dict.fromkeys([program.parent, program.parent.parent, *([Path(prefix)] if prefix else [])])
    return tuple(str(path) for folder in folders for path in sorted(folder.glob("xlwings??-*.dll")))


def _with_files(computer: Computer) -> Computer:
    """Hashes, locks and marks of everything install writes or copies."""
    ours = ("opsbook.xlam", "OpsBook.cmd", "addin-manifest.json")
    folders = (computer.startup, computer.app_folder, computer.login)
    paths = {str(Path(folder, name)) for folder in folders if folder for name in ours}
    paths |= {computer.language_file, computer.script, computer.script_place, *computer.libraries}
    paths |= set(computer.manifest.files) if computer.manifest else set()
    there = sorted(path for path in paths if path and Path(path).is_file())
    windows = computer.system == "windows"
    return replace(
        computer,
        files={path: hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in there},
        locked=frozenset(path for path in there if windows and _is_locked(Path(path))),
        marked=frozenset(path for path in there if windows and Path(f"{path}:Zone.Identifier").exists()),
    )


def _is_locked(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return False
    except OSError as problem:
        return getattr(problem, "winerror", 0) in _SHARING


def this_computer(environment: Mapping[str, str], language_file: Path) -> Computer:
    """Folders and programs of this computer.

    Args:
        environment: variables of the process.
        language_file: where the add-in reads its language.
    """
    entries = tuple(entry for entry in environment.get("PYTHONPATH", "").split(os.pathsep) if entry)
    kinds = {"windows": _windows, "macos": _mac, "other": _other}
    return replace(kinds[system()](environment), language_file=str(language_file), python_path=entries)


def _other(_: Mapping[str, str]) -> Computer:
    return Computer("other", "")


def _windows(environment: Mapping[str, str]) -> Computer:
    local, roaming = Path(environment["LOCALAPPDATA"]), Path(environment["APPDATA"])
    startup, login = roaming / "Microsoft/Excel/XLSTART", roaming / "Microsoft/Windows/Start Menu/Programs/Startup"
    identity = read_value("classes", r"Excel.Application\CLSID")
    return Computer(
        "windows",
        str(local / "OpsBook"),
        startup=str(startup) if _writable(startup) else "",
        login=str(login),
        excel=_excel(read_value("machine", _APP_PATH).strip('"')),
        excel_class=read_value("classes", rf"CLSID\{identity}\LocalServer32") if identity else "",
        child_processes_blocked="1" in {read_value("machine", key, _NO_CHILD_PROCESSES) for key in _RULES},
        synced=tuple(dict.fromkeys(environment[name] for name in _SYNCED if environment.get(name))),
    )


def _excel(program: str) -> Excel | None:
    if not program or not Path(program).is_file():
        return None
    with Path(program).open("rb") as file:
        head = file.read(_HEAD_BYTES)
    tasks = answer(["tasklist", "/V", "/FO", "CSV", "/NH", "/FI", "IMAGENAME eq EXCEL.EXE"])
    return Excel(program, bits(head), *running(tasks))


def _writable(folder: Path) -> bool:
    """Whether a folder, or the nearest one above it that is there, takes a file.

    It is tried: Windows calls every folder writable when asked with os.access, and tempfile believes that and never ends.
    """
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    trial = nearest / f"opsbook-{uuid.uuid4().hex}.tmp"
    try:
        with trial.open("xb"):
            pass
        trial.unlink()
    except OSError:
        return False
    return True


def _mac(environment: Mapping[str, str]) -> Computer:
    home, program = Path(environment["HOME"]), Path("/Applications/Microsoft Excel.app")
    count = len(answer(["pgrep", "-x", "Microsoft Excel"]).split())
    version = xlwings_version()
    return Computer(
        "macos",
        str(home / "Library/Application Support/OpsBook"),
        startup=str(home / _OFFICE_MAC),
        scripts=str(home / "Library/Application Scripts/com.microsoft.Excel"),
        script=str(wheel_path(f"xlwings/xlwings-{version}.applescript")) if version else "",
        excel=Excel(str(program), 64, count) if program.exists() else None,
    )
