"""What the add-in's VBA reads from its sheet `opsbook.conf` before it starts Python."""

from collections.abc import Mapping
from dataclasses import dataclass

Setting = str | bool

PRIVATE_PYTHON = r"%LOCALAPPDATA%\OpsBook\python\pythonw.exe"
UDF_MODULE = "opsbook.entrypoints.udf"


@dataclass(frozen=True, slots=True)
class Interpreter:
    """The Python behind the add-in.

    Args:
        windows: pythonw.exe; %NAME% is filled in by Excel.
        mac: python3 on a Mac.
        login_server: Python is started when the user logs in, so Excel only has to find it.
    """

    windows: str = PRIVATE_PYTHON
    mac: str = ""
    login_server: bool = False


def settings(interpreter: Interpreter) -> Mapping[str, Setting]:
    """Every setting the VBA asks for, so that no other place is searched for one that is absent.

    Args:
        interpreter: the Python behind the add-in.

    Returns:
        Values by name, in the order of the sheet; what is not used is empty.
    """
    return {
        "Interpreter_Win": interpreter.windows,
        "Interpreter_Mac": interpreter.mac,
        "Interpreter": "",
        "PYTHONPATH": "",
        "ADD_WORKBOOK_TO_PYTHONPATH": "False",
        "UDF Modules": UDF_MODULE,
        "Use UDF Server": True,
        "Debug UDFs": interpreter.login_server,
        "Show Console": False,
        "Show_Error_Popups": "True",
        "Temp Dir": "%TEMP%",
        "Conda Path": "",
        "Conda Env": "",
        "ONEDRIVE_CONSUMER_WIN": "",
        "ONEDRIVE_COMMERCIAL_WIN": "",
        "SHAREPOINT_WIN": "",
        "ONEDRIVE_CONSUMER_MAC": "",
        "ONEDRIVE_COMMERCIAL_MAC": "",
        "SHAREPOINT_MAC": "",
        "LICENSE_KEY": "",
    }
