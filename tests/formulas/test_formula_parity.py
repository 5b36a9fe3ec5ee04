"""LibreOffice calculates what the cached values say, for hundreds of formulas over awkward operands."""

import random

import pytest
import xlsxwriter

from opsbook.formulas.cells import ErrorCellError
from opsbook.formulas.node import Cell, Column, Literal, Position, both, call, either, has, is_num, lookup, node, when
from opsbook.formulas.text import show
from opsbook.formulas.value import compile_value
from support.cells import MemoryCells

ROWS = 60
EDGES = [
    None,
    "",
    0,
    1,
    -1,
    0.5,
    2.5,
    -2.5,
    1.005,
    0.1 + 0.2,
    0.3,
    100,
    12345.678,
    -0.0004,
    1e6,
    46338,
    1e300,
    -1e300,
    "x",
    "Ads",
    "5",
]
HEADERS = ("a", "b", "day", "kind")
A, B = Cell("T", "a"), Cell("T", "b")
COLUMN_A, COLUMN_B, DAY, KIND = (Column("T", header) for header in HEADERS)
TODAY, SORT = Cell("T", "day"), Cell("T", "kind")
NUMBER = when(is_num(A), A, 0)

FORMULAS = [
    Position("T", "a"), 100 - Position("T", "kind") / 2, A + B, A - B, A * B, A / B, A & B, A.equals(B), A.differs(B), A < B, A <= B, A > B, A >= B, A + 0 - (B - 1) * 2,
    when(either(call("COUNT", A, B) < 2, B.equals(0)), "", A / B),
    when(both(is_num(A), is_num(B)), when(A > B, "▲", "▼"), "–"),
    call("ROUND", A, 0), call("ROUND", A, 2), call("ROUND", NUMBER * 1.1, 1), call("ROUND", NUMBER * 0.285, 0), call("ROUND", A * 100, -2),
    call("ROUNDUP", A, 0), call("ROUNDUP", NUMBER * 1.1, 1), call("ABS", A), call("LN", A), call("SQRT", A),
    call("MAX", A, B), call("MIN", 0, A), call("SUM", A, B, 1), call("COUNT", A, B, SORT), call("COUNTA", A, B, SORT),
    call("MAX", 0, NUMBER - 1), call("NOT", A.equals(0)), call("AND", A, B, Literal(1)), call("OR", A, B, Literal(0)),
    call("YEAR", TODAY), call("MONTH", TODAY), call("DAY", TODAY), call("WEEKDAY", TODAY, 2), call("EOMONTH", TODAY, -1),
    call("DATE", call("YEAR", TODAY), call("MONTH", TODAY) + 1, 0), call("CHOOSE", call("WEEKDAY", TODAY, 2), *"一二三四五六日"),
    call("TEXT", NUMBER, "0"), call("TEXT", NUMBER, "0.0"), call("TEXT", NUMBER, "#,##0"), call("TEXT", NUMBER, "0.00%"),
    call("TEXT", NUMBER, "+0.00;-0.00"), call("TEXT", NUMBER, '"▲ "0.0;"▼ "0.0;"– "0'), call("TEXT", NUMBER, "#,##0.00"),
    call("LEFT", A, 2), call("MID", A, 2, 2), call("LEN", A), call("REPT", SORT, 2), call("HYPERLINK", "#T!A1", SORT),
    call("SUMIFS", COLUMN_A, DAY, TODAY), call("SUMIFS", COLUMN_A, DAY, node("<=") & TODAY, KIND, SORT),
    call("COUNTIFS", KIND, SORT), call("COUNTIFS", KIND, node("<>") & SORT), call("COUNTIFS", COLUMN_A, ">=-1E+300", DAY, TODAY),
    call("COUNTIFS", COLUMN_A, node(">") & NUMBER), call("COUNTIFS", COLUMN_A, ""), call("COUNTIFS", COLUMN_A, NUMBER + 7),
    call("AVERAGEIFS", COLUMN_B, DAY, TODAY), when(has(DAY, NUMBER), lookup(KIND, NUMBER, DAY) & "!"), has(KIND, SORT),
    call("MATCH", SORT, KIND, 0), call("INDEX", KIND, call("MAX", 1, NUMBER)), call("LARGE", COLUMN_A, 3), call("SMALL", COLUMN_A, 3),
    call("SUBTOTAL", 109, COLUMN_A), call("SUBTOTAL", 101, COLUMN_B), call("SUBTOTAL", 103, COLUMN_A), call("SUM", COLUMN_A),
    call("SUMPRODUCT", call("MAX", is_num(COLUMN_A) * KIND.differs(SORT) * DAY)), call("SUMPRODUCT", DAY, DAY),
    call("SUMPRODUCT", call("MAX", KIND.equals(SORT) * is_num(COLUMN_A) * (DAY <= TODAY) * DAY)), call("ROWS", KIND),
    call("SUMPRODUCT", call("MAX", (KIND & "").equals(SORT) * (99999 - DAY))), call("MEDIAN", COLUMN_A), call("MEDIAN", A, B, 1),
]  # fmt: skip
"""Left out where LibreOffice differs from Excel on purpose: truth values among numbers, digits equal to a number criterion."""


@pytest.fixture(scope="module")
def table():
    """Operands at random, every edge among them."""
    chance = random.Random(20261112)
    a = EDGES + [
        chance.choice(EDGES) if chance.random() < 0.6 else round(chance.uniform(-99, 99), 3)
        for _ in range(ROWS - len(EDGES))
    ]
    return {
        "a": a,
        "b": chance.sample(a, ROWS),
        "day": [46300 + chance.randrange(12) for _ in range(ROWS)],
        "kind": [chance.choice(["搜索", "推荐", "Ads", "ads", "直播"]) for _ in range(ROWS)],
    }


@pytest.fixture(scope="module")
def cells(table):
    return MemoryCells({("T", header): values for header, values in table.items()})


def write_operands(sheet, table):
    sheet.add_table(0, 0, ROWS, len(table) - 1, {"name": "T", "columns": [{"header": header} for header in table]})
    for column, values in enumerate(table.values()):
        for row, value in enumerate(values, 1):
            if value == "":  # an empty text in a cell is always a formula's
                sheet.write_formula(row, column, '=""', None, "")
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            elif value is not None:
                sheet.write_number(row, column, value)


def test_libreoffice_shows_the_cached_values(table, cells, recalc, tmp_path):
    """Every value is LibreOffice's own, and what OpsBook refuses is an error cell there too."""
    path, refused = tmp_path / "parity.xlsx", set()
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("S")
        write_operands(sheet, table)
        for place, formula in enumerate(FORMULAS, len(table) + 1):
            value_in = compile_value(formula)
            for row in range(ROWS):
                try:  # a truth value is cached as a number: LibreOffice would recalculate it on load and never differ
                    value = value_in(cells, row)
                except ErrorCellError:
                    refused.add(f"S!{xlsxwriter.utility.xl_rowcol_to_cell(row + 1, place)}")
                    value = 0
                sheet.write_formula(
                    row + 1, place, show(formula), None, int(value) if isinstance(value, bool) else value
                )
    answer = recalc(path)
    assert answer["formulas"] > 3000
    assert {line.split()[0] for line in answer["errors"]} == refused
    assert [line for line in answer["changed"] if line.split()[0] not in refused] == []


def test_libreoffice_notices_a_wrong_cached_value(recalc, tmp_path):
    """The oracle above can fail: a value that is not the formula's is reported."""
    with xlsxwriter.Workbook(tmp_path / "wrong.xlsx") as book:
        book.add_worksheet("S").write_formula(0, 0, "1+1", None, 3)
    assert len(recalc(tmp_path / "wrong.xlsx")["changed"]) == 1
