"""IronCalc calculates what our own evaluation says, for thousands of formulas put together by chance over every kind of cell.

Not asked is what IronCalc is known to read otherwise than Excel: AVOIDED says each with its reason and a formula that shows it.
"""

import math
import random

import pytest
import xlsxwriter

from opsbook.formulas.cells import shown
from opsbook.formulas.node import Binary, Cell, Column, Literal, Node, call, is_num, node, when
from opsbook.formulas.text import show
from opsbook.formulas.value import compile_value
from opsbook.hosts.office.ironcalc_engine import find_ironcalc
from opsbook.hosts.office.shown import shown_cells
from opsbook.model.values import ErrorValue
from support.cells import MemoryCells

pytestmark = pytest.mark.ironcalc

ROWS, FORMULAS = 30, 6000
NUMBERS = (0, 1, -1, 2, 3, 0.5, 2.5, -2.5, 1.005, 0.3, 100, 12345.678, -0.0004, 1e6, 7, 61, 46338)
TEXTS = (
    "x",
    "Ads",
    "ads",
    "5",
    "-3.5",
    "",
    "搜索",
    " 7 ",
    "1e3",
    "12%",
    "2026-11-12",
    "2026/1/2",
    "2026-13-01",
)
ERRORS = {"NA()": ErrorValue("#N/A"), "1/0": ErrorValue("#DIV/0!")}
ANYTHING = (*NUMBERS, *TEXTS, True, False, None, None, None, *ERRORS.values())
A, B, SAFE, KIND, DAY = (Cell("T", name) for name in ("a", "b", "safe", "kind", "day"))

AVOIDED = {  # formula: what Excel shows, and what is the matter with IronCalc's answer
    "(1&2)*3": (36, "loses the brackets around & in arithmetic"),
    '(1<2)&""': ("TRUE", "loses the brackets around a comparison in & or in another comparison"),
    "OR(TRUE,NA())": (ErrorValue("#N/A"), "looks no further than the argument that decides AND or OR"),
    "DAY(3)": (3, "counts the days before March 1900 as they were; Excel has a 29th of February then"),
    '1/3&""': ("0.333333333333333", "writes more than 15 digits into a text"),
    'COUNT("5"," 7 ")': (2, "counts no text that spells a number unless it is bare"),
    'ROUND(-0.0004,1)&""': ("0", "knows a negative zero"),
}


@pytest.mark.parametrize("formula", AVOIDED)
def test_what_is_avoided_differs(formula, tmp_path):
    """One that IronCalc reads as Excel does by now need not be avoided any more."""
    (said,) = asked(tmp_path, {"a": []}, [(0, formula)])
    assert not same(AVOIDED[formula][0], said), AVOIDED[formula][1]


def table(chance):
    """Columns of every kind of cell, of numbers and blanks, of words, of days."""
    return {
        "a": [chance.choice(ANYTHING) for _ in range(ROWS)],
        "b": [chance.choice(ANYTHING) for _ in range(ROWS)],
        "safe": [chance.choice((*NUMBERS, None)) for _ in range(ROWS)],
        "kind": [chance.choice(("搜索", "Ads", "ads", "x", "5", "a*b", None)) for _ in range(ROWS)],
        "day": [46300 + chance.randrange(12) for _ in range(ROWS)],
    }


class Chance:
    """Puts formulas together."""

    def __init__(self, chance: random.Random) -> None:
        self.random, self.one_of = chance, chance.choice

    def leaf(self) -> Node:
        """A cell, a number, a text or a truth value."""
        if self.random.random() < 0.7:
            return self.one_of((A, A, B, B, SAFE, KIND, DAY))
        return Literal(self.one_of((*NUMBERS, *TEXTS, True, False)))

    def column(self) -> Column:
        """A column without errors."""
        return Column("T", self.one_of(("safe", "kind", "day")))

    def formula(self, depth: int) -> Node:
        """Any formula of at most so many levels."""
        if depth <= 0:
            return self.leaf()
        return self.one_of((self.number, self.number, self.words, self.truth))(depth)

    def alone(self, depth: int) -> Node:
        """The same, never an operator: nothing that needs brackets."""
        part = self.formula(depth)
        return when(Literal(value=True), part) if isinstance(part, Binary) else part

    def number(self, depth: int) -> Node:
        """A formula that gives a number, unless its parts are none."""
        part = lambda: self.formula(depth - 1)  # noqa: E731 read as a word
        return self.one_of(
            (
                lambda: Binary(self.one_of("+-*/"), self.alone(depth - 1), self.alone(depth - 1)),
                lambda: call(self.one_of(("MAX", "MIN", "SUM", "COUNTA")), part(), part()),
                lambda: call("COUNT", A, B, self.number(depth - 1) if depth > 1 else SAFE),
                lambda: call(self.one_of(("ROUND", "ROUNDUP")), part(), self.one_of((0, 1, 2, -1))),
                lambda: call(self.one_of(("ABS", "LN", "SQRT")), part()),
                lambda: call("LEN", self.short(depth - 1)),
                lambda: call(self.one_of(("YEAR", "MONTH", "DAY")), DAY),
                lambda: call("WEEKDAY", DAY, self.one_of((1, 2))),
                lambda: call("EOMONTH", DAY, self.one_of((0, -1, 1, 12))),
                lambda: call("DATE", 2026, self.one_of((1, 12, 13, 0, -1)), self.one_of((0, 1, 31, -1))),
                lambda: call(self.one_of(("SUM", "MAX", "MIN", "COUNT", "COUNTA", "ROWS")), self.column()),
                lambda: call("SUMIFS", self.column(), self.column(), self.criterion()),
                lambda: call("AVERAGEIFS", self.column(), self.column(), self.criterion()),
                lambda: call("COUNTIFS", self.column(), self.criterion(), self.column(), self.criterion()),
                lambda: call("MATCH", self.one_of((DAY, KIND & "", call("MAX", SAFE, 0))), self.column(), 0),
                lambda: call(self.one_of(("LARGE", "SMALL")), Column("T", "day"), self.one_of((1, 3, ROWS))),
            )
        )()

    def criterion(self) -> Node:
        """What SUMIFS asks of a row."""
        figure = self.one_of((call("MAX", SAFE, 0), DAY, node(0), node(46305)))
        return self.one_of(
            (figure, KIND, node(self.one_of((">", "<", ">=", "<="))) & figure, node(self.one_of(("a*", "?ds", "<>"))))
        )

    def short(self, depth: int) -> Node:
        """A formula whose value has few digits, and no brackets around."""
        part = self.leaf() if depth <= 0 else self.one_of((self.words, self.truth_of_cells))(depth)
        return when(Literal(value=True), part) if isinstance(part, Binary) else part

    def truth_of_cells(self, depth: int) -> Node:
        """A comparison of cells."""
        del depth
        return Binary(self.one_of(("=", "<>", "<", ">=")), self.leaf(), self.leaf())

    def words(self, depth: int) -> Node:
        """A formula that gives a text."""
        part = lambda: self.short(depth - 1)  # noqa: E731 read as a word
        return self.one_of(
            (
                lambda: part() & part(),
                lambda: call("LEFT", part(), self.one_of((0, 1, 40))),
                lambda: call("MID", part(), self.one_of((1, 2, 9)), self.one_of((0, 1, 5))),
                lambda: call("REPT", part(), self.one_of((0, 1, 2))),
            )
        )()

    def truth(self, depth: int) -> Node:
        """A formula that gives a truth value, or chooses by one."""
        part = lambda: self.alone(depth - 1)  # noqa: E731 read as a word
        sure = lambda: Binary(self.one_of(("=", "<", ">=")), SAFE, self.one_of((DAY, SAFE, node(2.5))))  # noqa: E731
        return self.one_of(
            (
                lambda: Binary(self.one_of(("=", "<>", "<", "<=", ">", ">=")), part(), part()),
                lambda: is_num(part()),
                lambda: call("NOT", part()),
                lambda: call(self.one_of(("AND", "OR")), sure(), is_num(part()), sure()),
                lambda: when(part(), part(), part()),
            )
        )()


def asked(folder, columns, formulas):
    """What IronCalc says to formulas, each in a row of the table."""
    path = folder / "chance.xlsx"
    names = {value: formula for formula, value in ERRORS.items()}
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.add_table(0, 0, ROWS, len(columns) - 1, {"name": "T", "columns": [{"header": name} for name in columns]})
        for place, values in enumerate(columns.values()):
            for row, value in enumerate(values, 1):
                if isinstance(value, ErrorValue) or value == "":
                    sheet.write_formula(row, place, f"={names[value]}" if value else '=""', None, value)
                elif value is not None:
                    sheet.write(row, place, value) if not isinstance(value, str) else sheet.write_string(
                        row, place, value
                    )
        for place, (row, formula) in enumerate(formulas, len(columns) + 2):
            sheet.write_formula(row + 1, place, f"={formula}", None, -1)
    cells = shown_cells(find_ironcalc().save_recalculated(path, folder))
    name = xlsxwriter.utility.xl_rowcol_to_cell
    return [cells["S", name(row + 1, place)].value for place, (row, _) in enumerate(formulas, len(columns) + 2)]


def same(one, other):
    """Whether two cells show the same: any error is one, truth values are apart from numbers."""
    if isinstance(one, ErrorValue) or isinstance(other, ErrorValue):
        return type(one) is type(other)
    if isinstance(one, bool) or isinstance(other, bool) or isinstance(one, str) or isinstance(other, str):
        return type(one) is type(other) and one == other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def test_ironcalc_calculates_the_same(tmp_path):
    """Numbers to nine digits, texts, truth values, and an error where ours is one."""
    chance = random.Random(20261112)
    columns, make = table(chance), Chance(chance)
    cells = MemoryCells({("T", name): values for name, values in columns.items()})
    formulas = [(chance.randrange(ROWS), make.formula(chance.randint(1, 3))) for _ in range(FORMULAS)]
    theirs = asked(tmp_path, columns, [(row, show(formula)) for row, formula in formulas])
    ours = [shown(compile_value(formula), cells, row) for row, formula in formulas]
    off = [
        (show(formula), {name: values[row] for name, values in columns.items()}, mine, said)
        for (row, formula), mine, said in zip(formulas, ours, theirs, strict=True)
        if not same(mine, said)
    ]
    assert off == []
