"""IronCalc as an engine: a Python package, for computers without LibreOffice."""

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from opsbook.hosts.office.engine import PATIENCE_SECONDS, Gap
from opsbook.hosts.office.ironcalc_gaps import GAPS
from opsbook.hosts.office.process import run
from opsbook.model.errors import FileRefusedError, ToolMissingError

REQUIREMENT = "ironcalc>=0.9.1,<0.10"
"""What the extra `verify` asks for: the gaps listed are those of these versions."""

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
