"""IronCalc as an engine: a Python package, for computers without LibreOffice."""

import re
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from opsbook.hosts.office.engine import PATIENCE_SECONDS, Gap
from opsbook.hosts.office.process import run
from opsbook.model.errors import FileRefusedError, ToolMissingError
from opsbook.model.language import Label

REQUIREMENT = "ironcalc>=0.9.1,<0.10"
"""What the extra `verify` asks for: GAPS are those of these versions."""

# Asked of many cells at once, IronCalc looks at one of them.
ONE_VALUE_FUNCTIONS = (
    *("ISNUMBER", "ISTEXT", "ISBLANK", "ISERROR", "LEN", "LEFT", "TRIM", "UPPER", "ABS", "INT", "SIGN"),
    *("ROUND", "ROUNDUP", "ROUNDDOWN", "MOD", "YEAR", "MONTH", "DAY"),
)
_CELLS = r"(?:\w+\[[^\[\]]+\]|(?:(?:'[^']+'|\w+)!)?\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)"

GAPS: tuple[Gap, ...] = (
    Gap(
        "one-value-functions-in-sumproduct",
        re.compile(rf"\bSUMPRODUCT\(.*\b(?:{'|'.join(ONE_VALUE_FUNCTIONS)})\({_CELLS}", re.DOTALL),
        Label(
            "SUMPRODUCT 里对整列用 ISNUMBER、LEN、ABS 等函数：Excel 把 SUMPRODUCT 的参数当数组，逐行计算；IronCalc 只看公式所在的那一行",
            "ISNUMBER, LEN, ABS and the like of a whole column inside SUMPRODUCT: Excel takes SUMPRODUCT's arguments for "
            "arrays and asks every row; IronCalc asks the formula's own row only",
        ),
    ),
)
"""Every way of writing that OpsBook's formulas or a user's may have and IronCalc calculates otherwise than Excel documents."""

_PROGRAM = Path(__file__).with_name("ironcalc_run.py")


@dataclass(frozen=True, slots=True)
class IronCalc:
    """IronCalc, in the Python that runs OpsBook.

    Args:
        program: what that Python runs: it loads a workbook, calculates it and saves it.
    """

    program: Path = _PROGRAM
    id: str = "ironcalc"
    name: str = "IronCalc"
    gaps: tuple[Gap, ...] = GAPS

    def save_recalculated(self, book: Path, folder: Path, patience: float = PATIENCE_SECONDS) -> Path:
        """Load a workbook, recalculate every formula and save it as .xlsx.

        Raises:
            FileRefusedError: IronCalc cannot load the workbook, or needs longer than `patience`.
        """
        saved = folder / f"{book.stem}.ironcalc.xlsx"  # the engine writes no file that there is already
        saved.unlink(missing_ok=True)
        # -P: the program's folder is no place to look for ironcalc in
        if not run([sys.executable, "-P", str(self.program), str(book), str(saved)], patience):
            raise FileRefusedError("ironcalc-slow", file=book.name, seconds=round(patience))
        if not saved.is_file():
            raise FileRefusedError("ironcalc-failed", file=book.name)
        return saved


def find_ironcalc() -> IronCalc:
    """The engine, where its package is installed.

    Raises:
        ToolMissingError: it is not.
    """
    if find_spec("ironcalc") is None:
        raise ToolMissingError("no-ironcalc", **installing())
    return IronCalc()


def installing() -> dict[str, str]:
    """What a person types to install it: the Python, and the requirement."""
    return {"python": sys.executable, "requirement": REQUIREMENT}
