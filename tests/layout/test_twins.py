"""The worksheet functions of metrics, run as VBA, against Python: in LibreOffice, and in an interpreter of VBA."""

import math
import random
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyopenvba.interpreter import EMPTY, MISSING, Interpreter, VBAArray, VBAErrorValue

from opsbook import udf
from opsbook.metrics.expr import Constant, FirstKnown, Ratio, Setting, Total
from opsbook.vba.metric import vba
from support.house import metric_functions, worksheet_metrics
from support.house import vba_modules as modules
from support.vba import Sheet, calculate, without_attributes

TWINS = list(zip(worksheet_metrics(), metric_functions(), strict=True))
BY_NAME = {function.name: (metric, function) for metric, function in TWINS}
FIELDS = sorted({argument.name for _, function in TWINS for argument in function.arguments})
ROWS, WIDE = 25, 3
DIV0, NA, LEFT_EMPTY = VBAErrorValue(2007), VBAErrorValue(2042), VBAErrorValue(448)
TRUE_CELL, EMPTY_TEXT = "=TRUE()", '=""'
STRANGE = ("", "", 0.0, 0.0, -1.0, -2500.5, 1e200, -1e200, 1e-9, "-", EMPTY_TEXT)
WRITTEN = ("12", "1,234", "12.5%", "1.2万", "¥5,500.50", " -3.5万元 ", "１２，３４５．６", "0.6W", "1e-3", "1 234")
NO_FIGURE = ("暂无", "5,00", "合计", "12人", TRUE_CELL, "#OPS! B7 暂无")
REFUSED = "#OPS! "


def some_cell(chance):
    """A figure as exports give it, or what else may stand in a cell."""
    if chance.random() < 0.45:
        return chance.choice(chance.choice((STRANGE, STRANGE, WRITTEN, WRITTEN, NO_FIGURE)))
    return chance.choice((float(chance.randint(1, 5000)), round(chance.uniform(0.01, 90000), 2), chance.random()))


def expected(name, cells):
    """What Python says to one set of cells, as a cell shows it; of a refusal only that it is one."""
    given = [{EMPTY_TEXT: "", TRUE_CELL: True, EMPTY: None, MISSING: None}.get(cell, cell) for cell in cells]
    value = getattr(udf, name)(*given[: len(BY_NAME[name][1].arguments)])
    return REFUSED if str(value).startswith(REFUSED) else value


def same(got, wanted):
    """Whether two cells are equal, numbers to 12 digits; the twin's refusals are in both languages and have words of their own."""
    if wanted == REFUSED:
        return isinstance(got, str) and got.startswith(REFUSED)
    if isinstance(wanted, str) or isinstance(got, str):
        return got == wanted
    return math.isclose(got, wanted, rel_tol=1e-12, abs_tol=0)


def differing(got, wanted):
    """The places at which two blocks of cells differ."""
    assert [len(row) for row in got] == [len(row) for row in wanted]
    return [
        (r, c, got[r][c], wanted[r][c])
        for r in range(len(wanted))
        for c in range(len(wanted[r]))
        if not same(got[r][c], wanted[r][c])
    ]


def column_name(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(column, row, last_column=None, last_row=None):
    start = f"{column_name(column)}{row}"
    return start if last_column is None else f"{start}:{column_name(last_column)}{last_row}"


class Facts:
    """A sheet of chance figures: WIDE columns per field, ROWS rows from the first row on."""

    def __init__(self, seed):
        chance = random.Random(seed)
        self.cells = [[some_cell(chance) for _ in range(len(FIELDS) * WIDE)] for _ in range(ROWS)]

    def first_column(self, field):
        return FIELDS.index(field) * WIDE + 1

    def block(self, field, rows, columns):
        """Cells of a field: `rows` and `columns` are numbers of those from the first."""
        start = self.first_column(field) - 1
        return [self.cells[row][start : start + columns] for row in range(rows)]

    def place(self, field, rows, columns):
        """Where that block stands."""
        start = self.first_column(field)
        return address(start, 1, start + columns - 1, rows)

    def sheet(self, arrays, formulas, read):
        """The facts as numbers and texts, formulas laid over what is neither."""
        plain = [["" if isinstance(c, str) and c.startswith("=") else c for c in row] for row in self.cells]
        laid = {
            address(c + 1, r + 1): [[cell]]
            for r, row in enumerate(self.cells)
            for c, cell in enumerate(row)
            if isinstance(cell, str) and cell.startswith("=")
        }
        return Sheet({"A1": plain}, {**laid, **formulas}, arrays, read)


FACTS = Facts(20260101)
OUT = len(FIELDS) * WIDE + 2  # answers stand to the right of the facts
SHAPES = {  # shape of the arguments in turn, as (rows, columns)
    "columns": [(ROWS, 1)],
    "blocks": [(ROWS, WIDE)],
    "rows": [(1, WIDE)],
    "a column by a row": [(ROWS, 1), (1, WIDE)],
    "a block by one cell": [(ROWS, WIDE), (1, 1)],
    "one cell by a column by a row": [(1, 1), (ROWS, 1), (1, WIDE)],
    "a block by a row by a column": [(ROWS, WIDE), (1, WIDE), (ROWS, 1)],
}


def shapes_of(function, shape):
    turn = SHAPES[shape]
    return [turn[place % len(turn)] for place in range(len(function.arguments))]


def spread(name, shape):
    """What Python says to blocks of cells, a single row or column standing for all."""
    _, function = BY_NAME[name]
    sizes = shapes_of(function, shape)
    blocks = [FACTS.block(one.name, *size) for one, size in zip(function.arguments, sizes, strict=True)]
    height, width = max(rows for rows, _ in sizes), max(columns for _, columns in sizes)
    return [
        [
            expected(name, [block[min(r, len(block) - 1)][min(c, len(block[0]) - 1)] for block in blocks])
            for c in range(width)
        ]
        for r in range(height)
    ]


def called(function, sizes):
    places = [FACTS.place(one.name, *size) for one, size in zip(function.arguments, sizes, strict=True)]
    return f"={function.name}({';'.join(places)})"


ODD_CALLS = {  # formula: what it shows, worked by hand
    "=OPS_CVR(30;1200)": 0.025,
    "=OPS_CVR(30;0)": "",
    '=OPS_CVR("30";1200)': 0.025,
    '=OPS_CVR("1,234";"1.2万")': 0.10283333333333333,
    '=OPS_CVR(OPS_CVR("暂无";1200);7)': "#OPS! 要一个数字，看到的是：/ must be a number; seen: 暂无",
    "=OPS_AOV(1E+308;0.01)": "",
    "=OPS_CPM(1E+307;1E+5)": 1e305,
    "=OPS_CPM(1E+307;1)": "",
    "=OPS_NET_GMV(1E+308;-1E+308)": "",
    "=OPS_BREAKEVEN_ROI(1E+308;-1E+308;5)": "",  # not 0, whatever is divided by infinity
    "=OPS_NET_GMV(100;250)": -150.0,
    "=OPS_GROSS_MARGIN(100;5;50)": 0.45,
    "=OPS_GROSS_MARGIN(100;5)": "",
    '=OPS_GROSS_MARGIN(100;5;"";0.4)': 0.55,
    "=OPS_GROSS_MARGIN(100;5;50;0.4)": 0.45,
    "=OPS_BREAKEVEN_ROI(100;20;80)": "",
    "=OPS_BREAKEVEN_ROI(100;20;90)": "",
    "=OPS_BREAKEVEN_ROI(100;20;40)": 2.5,
    "=OPS_BREAKEVEN_ROI(100;20;;0.4)": 1.25,  # LibreOffice takes an argument left empty for 0; Excel for one left out
    "=OPS_NET_MARGIN(100;5;50;0;15)": 0.3,
    "=OPS_CVR(30;4/2*600)": 0.025,
    "=SUM(OPS_CVR({3|6};{100|200}))": 0.06,
    "=SUM(OPS_CVR({3;6};100))": 0.09,
    "=COUNT(OPS_CVR({3;6};{0|100}))": 2.0,
}
REFUSED_CALLS = {  # formula: what its refusal names
    "=OPS_CVR(A1:A3;B1:B2)": "(3, 2)",
    "=OPS_CVR(A1:C1;A2:B2)": "(3, 2)",
}


@cache
def in_libreoffice():
    """Everything LibreOffice is asked in this file, in one start: shapes, single cells, odd calls."""
    module = {"OpsMetrics": modules()["OpsMetrics"]}
    sheets = []
    for shape in SHAPES:
        arrays = {}
        for place, (_, function) in enumerate(TWINS):
            sizes = shapes_of(function, shape)
            height, width = max(rows for rows, _ in sizes), max(columns for _, columns in sizes)
            left = OUT + place * (WIDE + 1)
            arrays[address(left, 1, left + width - 1, height)] = called(function, sizes)
        sheets.append(FACTS.sheet(arrays, {}, tuple(arrays)))
    single = [
        [
            f"={function.name}({';'.join(address(FACTS.first_column(one.name), row) for one in function.arguments)})"
            for _, function in TWINS
        ]
        for row in range(1, ROWS + 1)
    ]
    sheets.append(
        FACTS.sheet({}, {address(OUT, 1): single}, (address(OUT, 1, OUT + len(TWINS) - 1, ROWS),)),
    )
    odd = [[formula] for formula in (*ODD_CALLS, *REFUSED_CALLS)]
    sheets.append(Sheet({}, {"F1": odd}, {}, (f"F1:F{len(odd)}",)))
    return calculate(module, sheets)


@pytest.mark.libreoffice
@pytest.mark.parametrize("place", range(len(SHAPES)), ids=list(SHAPES))
def test_a_twin_over_ranges_is_python(place):
    """Over rows, columns, blocks and single cells of chance figures, VBA answers as Python does, cell by cell."""
    answer, shape = in_libreoffice()[place], list(SHAPES)[place]
    for (_, function), got in zip(TWINS, answer.cells.values(), strict=True):
        assert differing(got, spread(function.name, shape)) == [], function.name
    assert answer.errors == ""


@pytest.mark.libreoffice
def test_a_twin_of_single_cells_is_python():
    """One formula per row answers as Python does, whatever stands in the row's cells."""
    answer = in_libreoffice()[len(SHAPES)]
    wanted = [
        [
            expected(function.name, [FACTS.block(one.name, ROWS, 1)[row][0] for one in function.arguments])
            for _, function in TWINS
        ]
        for row in range(ROWS)
    ]
    assert differing(next(iter(answer.cells.values())), wanted) == []
    assert answer.errors == ""


@pytest.mark.libreoffice
def test_a_twin_answers_odd_calls():
    """Numbers too large, arguments left out, texts and constants in a formula answer as worked by hand."""
    got = [row[0] for row in next(iter(in_libreoffice()[-1].cells.values()))]
    wrong = [
        (formula, value, wanted)
        for (formula, wanted), value in zip(ODD_CALLS.items(), got, strict=False)
        if not same(value, wanted)
    ]
    assert wrong == []


@pytest.mark.libreoffice
def test_a_twin_refuses_sizes_that_differ():
    """Ranges that do not fit together are refused in words, never cut to fit."""
    got = [row[0] for row in next(iter(in_libreoffice()[-1].cells.values()))][len(ODD_CALLS) :]
    assert [(text[:6], sizes in text) for text, sizes in zip(got, REFUSED_CALLS.values(), strict=True)] == [
        ("#OPS! ", True)
    ] * len(got)


def test_the_chance_figures_are_worth_asking():
    """The facts hold every strange kind of cell, and every metric has values, gaps and refusals among them."""
    flat = [cell for row in FACTS.cells for cell in row]
    assert {*STRANGE, *WRITTEN, *NO_FIGURE} <= set(flat)
    for _, function in TWINS:
        shown = [row[0] for row in spread(function.name, "columns")]
        assert "" in shown, function.name
        assert REFUSED in shown, function.name
        assert any(isinstance(value, float) for value in shown), function.name


@cache
def interpreter():
    vba = Interpreter()
    vba.add_module(without_attributes(modules()["OpsMetrics"]), name="OpsMetrics")
    return vba


@pytest.mark.parametrize("cell", [EMPTY, "", "-", LEFT_EMPTY], ids=repr)
@pytest.mark.parametrize("name", list(BY_NAME))
def test_what_says_nothing_is_missing(name, cell):
    """A blank, a dash or nothing at all in any place is missing, as in Python."""
    arguments = [float(place + 2) for place in range(len(BY_NAME[name][1].arguments))]
    for place in range(len(arguments)):
        given = [*arguments[:place], cell, *arguments[place + 1 :]]
        assert same(interpreter().run(name, given), expected(name, [*arguments[:place], None, *arguments[place + 1 :]]))


@pytest.mark.parametrize("cell", ["暂无", "5,00", "合计", True, False, DIV0, NA, "#OPS! B7 暂无"], ids=repr)
@pytest.mark.parametrize("name", list(BY_NAME))
def test_what_is_no_figure_is_refused(name, cell):
    """A text, a truth value or an error cell in any place is refused, as in Python, never taken for a blank."""
    arguments = [float(place + 2) for place in range(len(BY_NAME[name][1].arguments))]
    for place in range(len(arguments)):
        given = [*arguments[:place], cell, *arguments[place + 1 :]]
        assert same(interpreter().run(name, given), REFUSED)


SIGNS = st.text(st.sampled_from("0123456789.,% '-+e万亿元wW¥￥$人１，％　"), max_size=8)


@given(SIGNS)
@example("1.5e4")
@example("1,23,456.5")
@example("%")
def test_a_text_spells_the_same_figure(said):
    """Whatever stands in a cell as text, VBA and Python read the same number, nothing, or neither of them one."""
    assert same(interpreter().run("OPS_NET_GMV", [said, 0.0]), expected("OPS_NET_GMV", [said, 0.0]))


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ("暂无", ""),
        (VBAArray([(1, 1), (1, 2)], items=[1.0, "暂无"]), "R1C2 "),
    ],
    ids=["alone", "array"],
)
def test_a_refusal_says_which_cell(given, where):
    """In a range the cell is named; a single one needs no name."""
    answer = interpreter().run("OPS_CVR", [given, 100.0])
    said = answer if isinstance(answer, str) else answer.items[-1]
    assert said == f"#OPS! {where}要一个数字，看到的是：/ must be a number; seen: 暂无"


OPTIONAL = [function.name for _, function in TWINS if any(argument.optional for argument in function.arguments)]


@pytest.mark.parametrize("name", OPTIONAL)
def test_an_argument_left_out_is_missing(name):
    """Arguments left out at the end or in between count as blank cells."""
    arguments = BY_NAME[name][1].arguments
    needed = [float(place + 2) for place, argument in enumerate(arguments) if not argument.optional]
    assert len(arguments) - len(needed) == 2
    for rest in ([], [MISSING, 0.4], [3.0], [3.0, MISSING]):
        cells = [None if cell is MISSING else cell for cell in (*needed, *rest, None, None)]
        assert same(interpreter().run(name, [*needed, *rest]), expected(name, cells))


KINDS = {  # one of every kind of expression, and its value by hand for gmv = 6 and buyers = 2
    "Sum": (Total("gmv") + Total("buyers"), 8.0),
    "Difference": (Total("gmv") - Total("buyers"), 4.0),
    "Product": (Total("gmv") * Total("buyers"), 12.0),
    "Ratio": (Ratio(Total("gmv"), Total("buyers")), 3.0),
    "Ratio, positive": (Ratio(Total("gmv"), Constant(0) - Total("buyers"), positive=True), ""),
    "FirstKnown": (FirstKnown(Ratio(Total("gmv"), Constant(0)), Total("buyers")), 2.0),
    "Setting": (Setting("cost_rate") * Constant(1.5), ""),
}


@pytest.mark.parametrize(("expr", "value"), KINDS.values(), ids=KINDS)
def test_every_kind_of_expression_calculates(expr, value):
    """What an expression compiles to gives the worked value beside the module's own functions."""
    function = f"Public Function Example(gmv, buyers, cost_rate)\nExample = {vba(expr)}\nEnd Function\n"
    example = Interpreter()
    example.add_module(without_attributes(modules()["OpsMetrics"]) + function, name="OpsMetrics")
    assert example.run("Example", [6.0, 2.0, EMPTY]) == value


ARRAYS = {  # three values as Excel and VBA may hand them over, and how they stand in the answer
    "a row of one dimension": ([(0, 2)], (1, 3)),
    "a row counted from 1": ([(1, 3)], (1, 3)),
    "a column counted from 0": ([(0, 2), (0, 0)], (3, 1)),
    "a row counted from 0": ([(0, 0), (0, 2)], (1, 3)),
}


@pytest.mark.parametrize(("bounds", "size"), ARRAYS.values(), ids=ARRAYS)
def test_a_calculated_array_is_a_range_like_any_other(bounds, size):
    """A row without a second dimension, or an array counted from 0, answers in its own shape, counted from 1."""
    answer = interpreter().run("OPS_CVR", [VBAArray(bounds, items=[30.0, "-", 60.0]), 1200.0])
    assert (answer.bounds, answer.items) == ([(1, last) for last in size], [0.025, "", 0.05])
