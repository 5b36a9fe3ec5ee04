"""Run LibreOffice without a window, in a profile of its own that is thrown away."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

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
PATIENCE_SECONDS = 180.0

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


def save_recalculated(soffice: Path, book: Path, folder: Path, patience: float = PATIENCE_SECONDS) -> Path:
    """Let LibreOffice open a workbook, recalculate every formula and save it as .xlsx.

    Args:
        soffice: the LibreOffice program.
        book: the workbook; it is only read.
        folder: an empty folder for the profile and the result; the caller removes it.
        patience: seconds until LibreOffice is stopped.

    Returns:
        The file LibreOffice saved.

    Raises:
        FileRefusedError: LibreOffice cannot open the workbook, or needs longer than `patience`.
    """
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    _run(
        [
            *(str(soffice), f"-env:UserInstallation={profile.as_uri()}"),
            *("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "saved"), str(book)),
        ],
        book,
        patience,
    )
    saved = folder / "saved" / f"{book.stem}.xlsx"
    if not saved.is_file():
        raise FileRefusedError("libreoffice-failed", file=book.name)
    return saved


def _run(command: list[str], book: Path, patience: float) -> None:
    process = subprocess.Popen(  # noqa: S603 the program was found, not typed
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # the launcher starts children: stopping must reach them and nothing else
    )
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        raise FileRefusedError("libreoffice-slow", file=book.name, seconds=round(patience)) from None
    finally:
        if process.poll() is None:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True)  # noqa: S603 Windows' own program
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
