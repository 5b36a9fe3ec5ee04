"""What can be read of programs without starting Excel: how many bits, how many run, which Python has what."""

import csv
import importlib.metadata
import json
import struct
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from opsbook.addin.doctor.computer import Python

_BITS = {0x8664: 64, 0xAA64: 64, 0x14C: 32}
_ASK = """
import importlib.metadata, json, sys
def version(name):
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
print(json.dumps([version("opsbook"), version("xlwings"), sys.prefix]))
"""
_PATIENCE_SECONDS = 30


def bits(head: bytes) -> int:
    """How many bits a Windows program has, from its first bytes; 0 where they do not tell.

    Source: PE format, IMAGE_FILE_HEADER.Machine.
    """
    if len(head) < 64 or head[:2] != b"MZ":
        return 0
    start = int(struct.unpack_from("<I", head, 60)[0])
    if head[start : start + 4] != b"PE\0\0" or len(head) < start + 6:
        return 0
    return _BITS.get(int(struct.unpack_from("<H", head, start + 4)[0]), 0)


def running(tasks: str) -> tuple[int, int]:
    """How many programs run, and how many of those without a window.

    Args:
        tasks: answer of `tasklist /V /FO CSV /NH` about one program; its last column is the window's title.
    """
    rows = [row for row in csv.reader(tasks.splitlines()) if len(row) > 2]
    return len(rows), sum(row[-1].strip() in {"N/A", "暂缺", ""} for row in rows)


def answer(command: Iterable[str]) -> str:
    """What a program prints; empty when it fails or is not there."""
    try:
        done = subprocess.run(  # noqa: S603 - programs of the system, and the Python the user chose
            list(command), capture_output=True, text=True, errors="replace", timeout=_PATIENCE_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout if done.returncode == 0 else ""


def ask_python(program: Path) -> tuple[Python, str]:
    """What a Python has of OpsBook, and the folder it is installed in.

    Args:
        program: the Python, with or without a console.
    """
    if not program.is_file():
        return Python(str(program), exists=False), ""
    if program.parent == Path(sys.executable).parent:
        return Python(str(program), opsbook=_version("opsbook"), xlwings=_version("xlwings")), sys.prefix
    console = program.with_name(program.name.replace("pythonw", "python"))
    try:
        opsbook, xlwings, prefix = json.loads(answer([str(console if console.is_file() else program), "-c", _ASK]))
    except ValueError:
        return Python(str(program)), ""
    return Python(str(program), opsbook=opsbook, xlwings=xlwings), prefix


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def windowless(program: Path) -> Path:
    """The Python beside it that opens no console, where there is one."""
    beside = program.with_name(program.name.replace("python.exe", "pythonw.exe"))
    return beside if beside.is_file() else program
