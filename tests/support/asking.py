"""The add-in's VBA at work in LibreOffice: cells call its wrappers, and their questions are answered in this process.

A stand-in replaces the VBA module `xlwings`, which loads a library for Windows. The add-in's own modules keep their text but
for what LibreOffice 7.4 cannot read: `#If` is resolved, and a wrapper takes it for granted that a cell calls it.
"""

import os
import pickle
import re
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from support.vba import BASIC_PYTHON, Calculated, Sheet, for_basic

RUNNER = Path(__file__).with_name("asking_office.py")
PATIENCE_SECONDS = 100  # it takes 10
STAND_INS = Path(__file__).with_name("xlwings_stand_in")
CLASS_HEAD = "Rem Attribute VBA_ModuleType=VBAClassModule\nOption VBASupport 1\nOption ClassModule\n"

Answer = Callable[[str, str, Sequence[tuple[str, object]]], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a sheet and of buttons.

    Args:
        calculated: the sheet.
        pressed: per macro what it called of xlwings, each as name and arguments.
    """

    calculated: Calculated
    pressed: Mapping[str, list[tuple[str, ...]]]


def run(modules: Mapping[str, str], sheet: Sheet, macros: Mapping[str, bool], answer: Answer) -> Outcome:
    """Run macros, then calculate a sheet, in a LibreOffice of its own.

    Args:
        modules: VBA source by module name.
        sheet: its formulas may call functions of the modules.
        macros: by name as "module.macro", whether it takes a ribbon control.
        answer: gives the answer to module, function and arguments, which are ("cells", rows), ("value", value) or
            ("left out", None); what it raises, the wrapper hears of as an error.

    Returns:
        What the sheet shows and what the macros called.
    """
    job = {"modules": _as_basic(modules), "sheet": asdict(sheet), "macros": dict(macros)}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        errors = Path(folder, "errors")
        try:
            with _office(folder, errors) as process:
                outcome = _converse(process, job, answer)
        except (EOFError, BrokenPipeError) as lost:
            said = errors.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise AssertionError(said or f"LibreOffice took more than {PATIENCE_SECONDS} seconds") from lost
    return Outcome(Calculated(**outcome["calculated"]), outcome["pressed"])


def _as_basic(modules):
    """The modules and the stand-ins for xlwings, as LibreOffice reads them."""
    server = (STAND_INS / "PythonServer.cls").read_text(encoding="ascii")
    return {
        **{name: for_basic(readable(source)) for name, source in modules.items()},
        "xlwings": for_basic((STAND_INS / "xlwings.bas").read_text(encoding="ascii")),
        "PythonServer": CLASS_HEAD + server,
    }


@contextmanager
def _office(folder, errors):
    """The program that drives LibreOffice; in the end, or when patience is over, it and all it started are gone."""
    with errors.open("wb") as said:
        process = subprocess.Popen(
            [BASIC_PYTHON, "-W", "ignore", RUNNER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            env={**os.environ, "TMPDIR": folder},
            start_new_session=True,
        )
    alarm = threading.Timer(PATIENCE_SECONDS, _end, [process])
    alarm.start()
    try:
        yield process
    finally:
        with suppress(BrokenPipeError):
            process.stdin.close()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # it ends, and its number stays its own
        alarm.cancel()
        alarm.join()
        _end(process)
        process.wait()
        process.stdout.close()


def _end(process):
    """Stop what this process started, and nothing else."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _converse(process, job, answer):
    _send(process, job)
    while True:
        kind, content = pickle.load(process.stdout)  # noqa: S301 - our own child's words
        if kind == "finished":
            return content
        try:
            _send(process, (True, answer(*content)))
        except Exception as error:  # noqa: BLE001 - the wrapper's business
            _send(process, (False, str(error)))


def _send(process, content):
    pickle.dump(content, process.stdin)
    process.stdin.flush()


def readable(source: str) -> str:
    """A module without what LibreOffice 7.4 cannot read: of each `#If` only the branch its constants choose."""
    constants = dict(re.findall(r'(?m)^#Const (\w+) = ("[^"]*")', source))
    kept, branches = [], []
    for line in source.replace("\r\n", "\n").split("\n"):
        word = line.strip()
        if condition := re.fullmatch(r"#If (\w+) = (.*) Then", word):
            branches.append(constants[condition[1]] == condition[2])
        elif word == "#Else":
            branches[-1] = not branches[-1]
        elif word == "#End If":
            branches.pop()
        elif all(branches) and not word.startswith("#Const "):
            kept.append(line)
    return "\n".join(kept).replace("TypeOf Application.Caller Is Range", "True")
