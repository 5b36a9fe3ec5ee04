"""LibreOffice as an engine: without a window, in a profile of its own that is thrown away."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from opsbook.hosts.office.engine import PATIENCE_SECONDS, Gap
from opsbook.hosts.office.process import run
from opsbook.model.errors import FileRefusedError, ToolMissingError

COMMANDS = ("soffice", "libreoffice")
PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)

# 0 = always: LibreOffice calculates every formula anew and trusts no stored result.
# One locale everywhere, so that a book shows the same text on every machine.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">\
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">\
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def find_soffice(commands: Iterable[str] = COMMANDS, places: Iterable[str] = PLACES) -> Path:
    """Find LibreOffice on this computer.

    Args:
        commands: names looked up on the search path first.
        places: files where installers put it, tried next.

    Raises:
        ToolMissingError: it is in none of them.
    """
    on_path = (found for found in map(shutil.which, commands) if found)
    usual = (place for place in (os.path.expanduser(place) for place in places) if os.path.isfile(place))  # noqa: PTH111, PTH113 a ~ without a home must not raise
    for found in (*on_path, *usual):
        return Path(found)
    raise ToolMissingError("no-libreoffice")


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """LibreOffice.

    Args:
        program: its program file.
    """

    program: Path
    id: str = "libreoffice"
    name: str = "LibreOffice"
    gaps: tuple[Gap, ...] = ()

    def save_recalculated(self, book: Path, folder: Path, patience: float = PATIENCE_SECONDS) -> Path:
        """Open a workbook, recalculate every formula and save it as .xlsx.

        Raises:
            FileRefusedError: LibreOffice cannot open the workbook, or needs longer than `patience`.
        """
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True, exist_ok=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        command = [
            *(str(self.program), f"-env:UserInstallation={profile.as_uri()}"),
            *("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "saved"), str(book)),
        ]
        if not run(command, patience):
            raise FileRefusedError("libreoffice-slow", file=book.name, seconds=round(patience))
        saved = folder / "saved" / f"{book.stem}.xlsx"
        if not saved.is_file():
            raise FileRefusedError("libreoffice-failed", file=book.name)
        return saved


def find_libreoffice() -> LibreOffice:
    """The engine, where LibreOffice is installed.

    Raises:
        ToolMissingError: it is not.
    """
    return LibreOffice(find_soffice())
