"""What install, uninstall and doctor need to know of a computer, as frozen records that a test can make up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Literal

from opsbook.addin.doctor.manifest import Manifest

System = Literal["windows", "macos", "other"]


@dataclass(frozen=True, slots=True)
class Excel:
    """The Excel that is installed.

    Args:
        path: its program.
        bits: 64 or 32; 0 where that cannot be told.
        running: how many of it run.
        hidden: how many of those show no window.
    """

    path: str
    bits: int = 0
    running: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Python:
    """The Python behind the add-in.

    Args:
        path: its program; the one without a console on Windows.
        exists: whether the program is there.
        opsbook: version of OpsBook it has; empty when none.
        xlwings: version of xlwings it has; empty when none.
    """

    path: str
    exists: bool = True
    opsbook: str = ""
    xlwings: str = ""


@dataclass(frozen=True, slots=True)
class Computer:
    """One computer as it was found.

    Args:
        system: operating system.
        app_folder: the user's folder of OpsBook.
        startup: folder whose add-ins Excel loads by itself; empty where it cannot be written to.
        login: folder whose programs start at login; empty where there is none.
        scripts: folder whose AppleScripts Excel may run; empty where there is none.
        language_file: file that holds the add-in's language.
        excel: the Excel found.
        excel_class: program that answers when another asks for `Excel.Application`; empty where unknown.
        python: the Python chosen for the add-in.
        libraries: DLLs of xlwings found near that Python.
        script: the AppleScript of xlwings near that Python.
        files: SHA-256 by path, of those files install writes or copies that are there.
        locked: paths of such files that another program holds open.
        marked: paths of such files and DLLs that carry the mark of the web.
        child_processes_blocked: Defender keeps Office from starting programs.
        synced: folders that OneDrive keeps.
        python_path: entries of the variable PYTHONPATH.
        manifest: what the last install wrote.
    """

    system: System
    app_folder: str
    startup: str = ""
    login: str = ""
    scripts: str = ""
    language_file: str = ""
    excel: Excel | None = None
    excel_class: str = ""
    python: Python | None = None
    libraries: tuple[str, ...] = ()
    script: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    child_processes_blocked: bool = False
    synced: tuple[str, ...] = ()
    python_path: tuple[str, ...] = ()
    manifest: Manifest | None = None

    def path(self, *parts: str) -> PurePath:
        """A path as the computer's own system writes it."""
        return (PureWindowsPath if self.system == "windows" else PurePosixPath)(*parts)

    @property
    def script_place(self) -> str:
        """Where Excel on a Mac looks for the AppleScript; empty where there is none."""
        return str(self.path(self.scripts, self.path(self.script).name)) if self.script else ""

    @property
    def manifest_file(self) -> str:
        """Where install notes what it wrote."""
        return str(self.path(self.app_folder, "addin-manifest.json"))
