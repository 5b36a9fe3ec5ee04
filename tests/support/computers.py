"""Made-up computers for tests of install, uninstall and doctor."""

from dataclasses import replace

from opsbook import __version__
from opsbook.addin.doctor.computer import Computer, Excel, Python
from opsbook.addin.doctor.manifest import Manifest

VERSION = "0.37.8"
LOCAL, ROAMING = r"C:\Users\ann\AppData\Local", r"C:\Users\ann\AppData\Roaming"
PYTHON = rf"{LOCAL}\Programs\Python311\pythonw.exe"
DLL64, DLL32 = (rf"{LOCAL}\Programs\Python311\xlwings{bits}-{VERSION}.dll" for bits in (64, 32))
XLSTART = rf"{ROAMING}\Microsoft\Excel\XLSTART"
ADDIN = rf"{XLSTART}\opsbook.xlam"
LANGUAGE = rf"{LOCAL}\opsbook\addin.json"
NOTE = rf"{LOCAL}\OpsBook\addin-manifest.json"
LOGIN = rf"{ROAMING}\Microsoft\Windows\Start Menu\Programs\Startup"
EXCEL = r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE"
HOME = "/Users/ann"
MAC_PYTHON = f"{HOME}/opsbook/bin/python3"
MAC_STARTUP = f"{HOME}/Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel"
MAC_SCRIPTS = f"{HOME}/Library/Application Scripts/com.microsoft.Excel"
MAC_SCRIPT = f"{HOME}/opsbook/lib/xlwings-{VERSION}.applescript"

WINDOWS = Computer(
    "windows",
    rf"{LOCAL}\OpsBook",
    startup=XLSTART,
    login=LOGIN,
    language_file=LANGUAGE,
    excel=Excel(EXCEL, 64),
    excel_class=f'"{EXCEL}" /automation',
    python=Python(PYTHON, opsbook=__version__, xlwings=VERSION),
    libraries=(DLL32, DLL64),
    files={DLL32: "32", DLL64: "64"},
)
MAC = Computer(
    "macos",
    f"{HOME}/Library/Application Support/OpsBook",
    startup=MAC_STARTUP,
    scripts=MAC_SCRIPTS,
    script=MAC_SCRIPT,
    language_file=f"{HOME}/Library/Application Support/opsbook/addin.json",
    excel=Excel("/Applications/Microsoft Excel.app", 64),
    python=Python(MAC_PYTHON, opsbook=__version__, xlwings=VERSION),
    files={MAC_SCRIPT: "script"},
)


def installed(computer=WINDOWS, **manifest):
    """A computer on which the add-in was installed and nothing changed since."""
    written = {str(computer.path(computer.startup, "opsbook.xlam")): "addin", computer.language_file: "language"}
    given = {"version": __version__, "xlwings": VERSION, "python": computer.python.path, "files": written, **manifest}
    there = {**computer.files, **given["files"], computer.manifest_file: "note"}
    return replace(computer, manifest=Manifest(**given), files=there)
