"""VBA modules at work in LibreOffice, the only VBA that runs where Excel is not."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from support.office import PATIENCE_SECONDS, SYSTEM_PYTHON

RUNNER = Path(__file__).with_name("basic_office.py")
BASIC_PYTHON = SYSTEM_PYTHON if SYSTEM_PYTHON.exists() else Path(sys.executable)  # drives LibreOffice
BASIC_HEAD = "Rem Attribute VBA_ModuleType=VBAModule\nOption VBASupport 1\n"

Cell = float | str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet holds before it is calculated; formulas in LibreOffice's API spelling (English names, `;`).

    Args:
        values: rows of numbers and texts by their first cell; "" is a blank cell.
        formulas: rows of formulas by their first cell.
        arrays: array formulas by range.
        read: ranges whose values are wanted.
    """

    values: Mapping[str, Sequence[Sequence[Cell]]] = field(default_factory=dict)
    formulas: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    arrays: Mapping[str, str] = field(default_factory=dict)
    read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calculated:
    """A sheet after it was calculated.

    Args:
        cells: rows of values by range; "" also where a cell shows nothing.
        errors: addresses of cells that show an error.
        seconds: time of the calculation alone.
    """

    cells: Mapping[str, list[list[Cell]]]
    errors: str
    seconds: float


def for_basic(source: str) -> str:
    """Make a VBA module digestible for LibreOffice 7.4, whose own import does the first two as well.

    It wants to be told that it is VBA; attributes are no statements to it; its Range has no Value2 (and its Value has
    nothing to round, as it knows no Currency).
    """
    return BASIC_HEAD + without_attributes(source).replace(".Value2", ".Value")


def without_attributes(source: str) -> str:
    """The statements of a module alone, as its editor shows them."""
    return re.sub(r"(?m)^Attribute .*\n", "", source.replace("\r\n", "\n"))


def calculate(modules: Mapping[str, str], sheets: Sequence[Sheet]) -> list[Calculated]:
    """Calculate sheets whose cells call functions of VBA modules.

    Args:
        modules: VBA source by module name, as `opsbook.vba.modules.modules` gives it.
        sheets: each becomes a workbook of its own; LibreOffice is started once for all.

    Returns:
        One answer per sheet.
    """
    basic = {name: for_basic(source) for name, source in modules.items()}
    sheets_ = [
        {"values": sheet.values, "formulas": sheet.formulas, "arrays": sheet.arrays, "read": sheet.read}
        for sheet in sheets
    ]
    with tempfile.TemporaryDirectory() as folder:
        job, answer = Path(folder, "job.json"), Path(folder, "answer.json")
        job.write_text(json.dumps({"modules": basic, "sheets": sheets_}), encoding="utf-8")
        process = subprocess.run(
            [BASIC_PYTHON, RUNNER, job, answer], capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
        )
        assert answer.exists(), process.stderr[-2000:]
        return [Calculated(**one) for one in json.loads(answer.read_text(encoding="utf-8"))]
