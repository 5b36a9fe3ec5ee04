"""Run VBA in LibreOffice: started by `support.vba` under the Python that knows LibreOffice; reads a job, writes answers."""

import contextlib
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "vendor"))

from recalc import Office, pv

ALWAYS_RUN = 4  # com.sun.star.document.MacroExecMode
ERRORS = 4  # com.sun.star.sheet.FormulaResult


def run(job):
    """One soffice for all sheets; each sheet is a document of its own with the modules in it."""
    with Office() as office:
        answers = []
        for sheet in job["sheets"]:
            with document_with(office, job["modules"]) as document:
                answers.append(calculate(document, sheet))
        return answers


@contextlib.contextmanager
def document_with(office, modules):
    """A new document with VBA modules in it, closed in the end."""
    document = office.desktop.loadComponentFromURL(
        "private:factory/scalc",
        "_blank",
        0,
        (pv("Hidden", True), pv("MacroExecutionMode", ALWAYS_RUN)),  # noqa: FBT003 (a property)
    )
    try:
        document.BasicLibraries.VBACompatibilityMode = True  # references arrive as Range objects, as in Excel
        library = document.BasicLibraries.getByName("Standard")
        for name, source in modules.items():
            library.insertByName(name, source)
        yield document
    finally:
        document.close(True)  # noqa: FBT003 (UNO)


def calculate(document, sheet):
    """Fill a document's first sheet, calculate it, and read what was asked for."""
    document.enableAutomaticCalculation(False)  # noqa: FBT003 (UNO); once, when all is there
    cells = document.Sheets.getByIndex(0)
    for corner, rows in sheet["values"].items():
        block(cells, corner, rows).setDataArray(tuple(map(tuple, rows)))
    for corner, rows in sheet["formulas"].items():
        block(cells, corner, rows).setFormulaArray(tuple(map(tuple, rows)))
    for place, formula in sheet["arrays"].items():
        cells.getCellRangeByName(place).setArrayFormula(formula)
    started = time.perf_counter()
    document.calculateAll()
    seconds = time.perf_counter() - started
    errors = cells.queryFormulaCells(ERRORS).RangeAddressesAsString
    read = {place: cells.getCellRangeByName(place).getDataArray() for place in sheet["read"]}
    return {"cells": read, "errors": errors, "seconds": seconds}


def block(cells, corner, rows):
    """The range that rows of values fill from a corner."""
    start = cells.getCellRangeByName(corner).RangeAddress
    return cells.getCellRangeByPosition(
        start.StartColumn, start.StartRow, start.StartColumn + len(rows[0]) - 1, start.StartRow + len(rows) - 1
    )


if __name__ == "__main__":
    answers = run(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    Path(sys.argv[2]).write_text(json.dumps(answers), encoding="utf-8")
