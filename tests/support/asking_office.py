"""Run VBA that asks Python in LibreOffice: started by `support.asking` under the Python that knows LibreOffice.

Reads a pickled job from its input. Then writes pickled ("asked", (module, function, arguments)) whenever a cell asks,
reads (fine, answer) for it, and in the end writes ("finished", outcome). LibreOffice stops when the input ends.
"""

import pickle
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "vendor"))

# isort: off
from recalc import EXCEL_ERR, Office  # imports uno, which makes the following modules
from com.sun.star.sheet import XFunctionAccess
import unohelper
# isort: on

from basic_office import ERRORS, calculate, document_with


class Python(unohelper.Base, XFunctionAccess):
    """What the VBA module `xlwings` holds: a question of a cell goes on to the tests, anything else is noted."""

    def __init__(self):
        self.noted = []

    def callFunction(self, method, arguments):  # noqa: N802 - LibreOffice's name
        if method != "CallUDF":
            self.noted.append((method, *arguments))
            return None
        module, function, given = arguments
        say("asked", (module, function, [variant(one) for one in given]))
        fine, answer = pickle.load(sys.stdin.buffer)  # noqa: S301 - the tests' own words
        if not fine:
            raise RuntimeError(answer)
        return answer


def variant(given):
    """An argument as the tests read it: ("cells", rows) for a reference, ("value", one or rows), or ("left out", None)."""
    if hasattr(given, "getCellRange"):
        return "cells", reference(given)
    if given is None:
        return "left out", None
    rows = isinstance(given, tuple)
    return "value", tuple(tuple(map(number, row)) for row in given) if rows else number(given)


def reference(cells):
    """Rows of a Range object's values, blanks as None; an error, which LibreOffice's `Value` hides, is a tuple of its text."""
    value = cells.Value
    rows = [list(map(number, row)) for row in value.Array] if hasattr(value, "Array") else [[number(value)]]
    place = cells.getCellRange()
    start = place.RangeAddress
    for area in place.queryFormulaCells(ERRORS).RangeAddresses:
        for row in range(area.StartRow - start.StartRow, area.EndRow - start.StartRow + 1):
            for column in range(area.StartColumn - start.StartColumn, area.EndColumn - start.StartColumn + 1):
                rows[row][column] = (EXCEL_ERR[place.getCellByPosition(column, row).getError()],)
    return rows


def number(value):
    """Excel knows no whole numbers in cells."""
    return float(value) if type(value) is int else value


def say(kind, content):
    """Tell the tests."""
    pickle.dump((kind, content), sys.stdout.buffer)
    sys.stdout.buffer.flush()


def press(document, macro, python, arguments):
    """Run a macro; what it asked Python for."""
    python.noted = []
    script = f"vnd.sun.star.script:Standard.{macro}?language=Basic&location=document"
    document.getScriptProvider().getScript(script).invoke(arguments, (), ())
    return python.noted


def main():
    """Connect the modules with Python, press the buttons, calculate the sheet."""
    job, python = pickle.load(sys.stdin.buffer), Python()  # noqa: S301 - the tests' own words
    with Office() as office, document_with(office, job["modules"]) as document:
        press(document, "xlwings.Connect", python, (python,))
        control = {False: (), True: (python,)}  # callbacks take a ribbon control: any object does
        pressed = {macro: press(document, macro, python, control[takes]) for macro, takes in job["macros"].items()}
        outcome = calculate(document, job["sheet"])
    say("finished", {"calculated": outcome, "pressed": pressed})


if __name__ == "__main__":
    main()
