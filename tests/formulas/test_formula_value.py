"""What a formula shows: hand-worked values with Excel's semantics."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.formulas.cells import ErrorCellError
from opsbook.formulas.node import Cell, Column, Literal, Name, both, call, either, has, is_num, lookup, node, when
from opsbook.formulas.value import compile_value
from opsbook.model.errors import FormulaError
from support.cells import MemoryCells

T = {
    ("T", "day"): [46336, 46337, 46338, 46338, None],
    ("T", "kind"): ["搜索", "Ads", "ads", "", None],
    ("T", "amount"): [10, 20.5, None, "x", 4],
    ("T", "code"): ["007", "5", "a*b", "aXb", "~"],
    ("T", "flag"): [True, False, None, 1, 0],
}
CELLS = MemoryCells(T, blank=None, empty="", word="Ads", five=5, digits="5", yes=True, nearly=0.1 + 0.2)
DAY, KIND, AMOUNT, CODE, FLAG = (Column("T", name) for name in ("day", "kind", "amount", "code", "flag"))
BLANK, EMPTY, WORD, FIVE, DIGITS, YES, NEARLY = map(Name, ("blank", "empty", "word", "five", "digits", "yes", "nearly"))


def shown(formula, row=0):
    return compile_value(node(formula))(CELLS, row)


OPERATORS = [
    (FIVE + BLANK, 5, "blank adds nothing"),
    (FIVE * BLANK, 0, "blank times"),
    (DIGITS + 1, 6, "digits in arithmetic"),
    (YES + 1, 2, "truth in arithmetic"),
    (node("12%") + 0, 0.12, "a percentage in arithmetic"),
    (node("-12.5 %") + 0, -0.125, "a percentage with a sign and a space"),
    (node("1,234,567.5") + 0, 1234567.5, "thousands in arithmetic"),
    (node("1,000%") + 0, 10, "thousands of percent"),
    (node("2026-11-12") + 0, 46338, "a day in arithmetic"),
    (node("2026/1/2") + 0, 46024, "a day without zeros"),
    (node("a") & BLANK & FIVE & YES, "a5TRUE", "joining"),
    (node("x") & NEARLY, "x0.3", "joining has 15 digits"),
    (node("") & 0.00005, "0.00005", "joining small numbers"),
    (NEARLY - 0.3, 0, "no binary dust"),
    (NEARLY.equals(0.3), True, "nearly equal"),
    (NEARLY > 0.3, False, "nearly equal is not more"),
    (BLANK.equals(""), True, "blank is empty"),
    (BLANK.equals(0), True, "blank is zero"),
    (BLANK.equals(Literal(value=False)), True, "blank is false"),
    (EMPTY.equals(0), False, "empty text is not zero"),
    (EMPTY > 10**9, True, "text after numbers"),
    (YES > WORD, True, "truth after text"),
    (WORD.equals("ADS"), True, "text without case"),
    (node("b") > "A", True, "text order"),
    (BLANK, 0, "a reference to a blank shows 0"),
]
LOGIC = [
    (when(BLANK, 1, 2), 2, "blank is false"),
    (when(FIVE, 1, node(1) / 0), 1, "only one branch"),
    (both(YES, FIVE), True, "numbers are true"),
    (either(WORD, BLANK.equals(1)), False, "texts in cells are passed over"),
    (call("NOT", FIVE), False, "not"),
    (is_num(DIGITS), False, "digits are no number"),
    (is_num(YES), False, "truth is no number"),
    (is_num(node(1) / 0), False, "an error is no number"),
    (call("CHOOSE", 2.9, "a", "b", node(1) / 0), "b", "choose"),
    (when(node("true"), 1, 2), 1, "a text that spells a truth value"),
    (call("NOT", "FALSE"), True, "the other one"),
    (call("MIN", 5, Literal(value=True)), 1, "a truth value is a number in MIN, and shows as one"),
    (call("MAX", Literal(value=False)) & "", "0", "the same in MAX"),
    (call("COUNTA", node(1) / 0, BLANK, 5), 2, "an error is something to COUNTA"),
    (call("COUNT", node(1) / 0, "x", 5), 1, "and nothing to COUNT"),
]
NUMBERS = [
    (call("ROUND", 2.5, 0), 3, "half up"),
    (call("ROUND", -2.5, 0), -3, "half away from zero"),
    (call("ROUND", 1.005, 2), 1.01, "decimal half"),
    (call("ROUND", 2.675, 2), 2.68, "decimal half again"),
    (call("ROUND", 1250, -2), 1300, "to hundreds"),
    (call("ROUND", 1234.567, 1), 1234.6, "one place"),
    (call("ROUNDUP", 2.01, 0), 3, "up"),
    (call("ROUNDUP", -2.01, 0), -3, "up away from zero"),
    (call("ROUNDUP", NEARLY, 1), 0.3, "no binary dust"),
    (call("ABS", -3), 3, "abs"),
    (call("LN", 1), 0, "ln"),
    (call("SQRT", 2.25), 1.5, "sqrt"),
    (call("SQRT", 0), 0, "sqrt of 0"),
    (call("DATE", 2026, 11, 12), 46338, "date"),
    (call("DATE", 2026, 14, 0), 46418, "month and day run over"),  # 2027-01-31
    (call("YEAR", 46338), 2026, "year"),
    (call("MONTH", 46338), 11, "month"),
    (call("DAY", 46338.9), 12, "day of a moment"),
    (call("WEEKDAY", 46338, 2), 4, "Thursday"),
    (call("WEEKDAY", 46338), 5, "Thursday from Sunday"),
    (call("EOMONTH", 46338, 0), 46356, "month end"),  # 2026-11-30
    (call("EOMONTH", 46338, 3), 46446, "February"),  # 2027-02-28
    (call("EOMONTH", 46338, -11), 46022, "December before"),  # 2025-12-31
]
TEXTS = [
    (call("LEFT", "支付金额"), "支", "left one"),
    (call("LEFT", "支付金额", 2), "支付", "left"),
    (call("MID", "支付金额", 2, 9), "付金额", "mid runs out"),
    (call("LEN", 12.5), 4, "length of a number"),
    (call("REPT", "▲", 2), "▲▲", "repeat"),
    (call("HYPERLINK", "#'日报'!A1", "日报"), "日报", "link"),
    (call("TEXT", 0.1234, "0.0%"), "12.3%", "percent"),
    (call("TEXT", 0.03125, "0.00%"), "3.13%", "half percent"),
    (call("TEXT", 1234567.5, "#,##0"), "1,234,568", "thousands"),
    (call("TEXT", 0, "#,##0"), "0", "thousands of nothing"),
    (call("TEXT", 3.14159, "0.00"), "3.14", "decimals"),
    (call("TEXT", 7, "00"), "07", "leading zero"),
    (call("TEXT", 0.5, "+0.00;-0.00"), "+0.50", "plus"),
    (call("TEXT", -0.5, "+0.00;-0.00"), "-0.50", "minus"),
    (call("TEXT", 0, "+0.0;-0.0;0"), "0", "zero section"),
    (call("TEXT", -3, '"▲ "0.0;"▼ "0.0'), "▼ 3.0", "words"),
    (call("TEXT", -1.2, '+0.0;"−"0.0'), "−1.2", "a true minus"),
    (call("TEXT", -1.2, '"亏 "0.0'), "-亏 1.2", "one section keeps the sign in front"),
    (call("TEXT", -0.001, "0.00"), "0.00", "no minus nothing"),
    (call("TEXT", "文字", "0.0"), "文字", "text stays"),
    (call("TEXT", BLANK, "0.0"), "0.0", "blank is zero"),
]
RANGES = [
    (call("SUM", AMOUNT), 34.5, "sum passes over text"),
    (call("SUM", DIGITS, 1), 1, "digits in a cell are text"),
    (call("SUM", "5", YES, Literal(value=True)), 6, "digits as an argument are a number"),
    (call("COUNT", AMOUNT, FIVE, BLANK, EMPTY), 4, "count"),
    (call("COUNT", "", "5", Literal(value=True)), 2, "count of arguments"),
    (call("COUNTA", KIND, EMPTY, BLANK), 5, "empty texts are there, blanks are not"),
    (call("MAX", AMOUNT), 20.5, "max"),
    (call("MAX", 0, call("MIN", AMOUNT) - 5), 0, "max of values"),
    (call("MAX", WORD), 0, "max of nothing"),
    (call("LARGE", AMOUNT, 2), 10, "second largest"),
    (call("MEDIAN", AMOUNT), 10, "the middle one"),
    (call("MEDIAN", AMOUNT, EMPTY, 12), 11, "the mean of the two in the middle"),
    (call("ROWS", KIND), 5, "how many rows"),
    (call("SMALL", AMOUNT, 1), 4, "smallest"),
    (call("SUBTOTAL", 109, AMOUNT), 34.5, "visible sum"),
    (call("SUBTOTAL", 101, AMOUNT), 11.5, "visible mean"),
    (call("SUBTOTAL", 102, AMOUNT), 3, "visible numbers"),
    (call("SUBTOTAL", 103, AMOUNT), 4, "visible cells"),
    (call("MATCH", 46338, DAY, 0), 3, "first match"),
    (call("MATCH", "ADS", KIND, 0), 2, "match without case"),
    (call("MATCH", "a~*b", CODE, 0), 3, "escaped star"),
    (call("MATCH", "a?b", CODE, 0), 3, "any character"),
    (has(CODE, 5), False, "digits are not a number to MATCH"),
    (has(DAY, BLANK), False, "a blank key looks for 0"),
    (lookup(AMOUNT, 46337, DAY), 20.5, "lookup"),
    (lookup(AMOUNT, 46338, DAY), 0, "lookup of a blank shows 0"),
    (call("SUMPRODUCT", AMOUNT, DAY), 10 * 46336 + 20.5 * 46337, "product of columns"),
    (call("SUMPRODUCT", call("MAX", is_num(AMOUNT) * KIND.differs("ads") * DAY)), 46336, "largest that qualifies"),
    (call("SUMPRODUCT", (call("MONTH", call("ABS", DAY - DAY + 46338)).equals(11)) * 1), 5, "dates elementwise"),
]
CRITERIA = [
    (call("SUMIFS", AMOUNT, DAY, 46337), 20.5, "a date"),
    (call("SUMIFS", AMOUNT, DAY, node("<=") & 46337), 30.5, "up to"),
    (call("SUMIFS", AMOUNT, DAY, ">46336", DAY, "<46338"), 20.5, "between"),
    (call("SUMIFS", AMOUNT, KIND, "ads"), 20.5, "text without case"),
    (call("SUMIFS", AMOUNT, KIND, "<>ads"), 14, "not a text: blanks too"),
    (call("COUNTIFS", KIND, ""), 2, "looks blank"),
    (call("COUNTIFS", KIND, "="), 1, "is blank"),
    (call("COUNTIFS", KIND, "<>"), 4, "is not blank"),
    (call("COUNTIFS", KIND, "a*"), 2, "wildcard"),
    (call("COUNTIFS", KIND, ">=ads"), 3, "texts in order"),
    (call("COUNTIFS", CODE, "5"), 1, "digits find digits"),
    (call("COUNTIFS", CODE, 5), 1, "a number finds digits"),
    (call("COUNTIFS", CODE, "007"), 1, "leading zeros"),
    (call("COUNTIFS", CODE, "<>5"), 4, "all but digits"),
    (call("COUNTIFS", AMOUNT, ">=-1E+300"), 3, "any number"),
    (call("COUNTIFS", DAY, 46338, AMOUNT, "x"), 1, "two criteria"),
    (call("COUNTIFS", AMOUNT, 0), 0, "blank is not 0 to a criterion"),
    (call("COUNTIFS", FLAG, Literal(value=True)), 1, "truth"),
    (call("AVERAGEIFS", AMOUNT, DAY, "<46338"), 15.25, "mean"),
]


WORKED = OPERATORS + LOGIC + NUMBERS + TEXTS + RANGES + CRITERIA


@pytest.mark.parametrize(("formula", "expected"), [pytest.param(*case[:2], id=case[2]) for case in WORKED])
def test_a_formula_shows_what_excel_shows(formula, expected):
    """Values are those a worksheet shows, worked by hand."""
    value = shown(formula)
    assert value == (pytest.approx(expected, rel=1e-14) if isinstance(expected, float) else expected)
    assert isinstance(value, bool) == isinstance(expected, bool)


def test_a_cell_is_read_in_its_own_row():
    """A compiled formula gives each row its own value."""
    double = compile_value(Cell("T", "amount") * 2)
    assert [double(CELLS, row) for row in (0, 1, 2, 4)] == [20, 41, 0, 8]


ERRORS = [
    (EMPTY + 1, "#VALUE!"),
    (WORD * 2, "#VALUE!"),
    *(
        (node(text) + 1, "#VALUE!")
        for text in ("12,34", "1,23", "2026-02-30", "2026-11", "2026-1/2", "1e999", "9" * 250 + "e99")
    ),
    (FIVE / BLANK, "#DIV/0!"),
    (call("SUM", ""), "#VALUE!"),
    (when(WORD, 1, 2), "#VALUE!"),
    (both(YES, WORD.equals(1), FIVE / 0 > 1), "#DIV/0!"),
    (call("LN", 0), "#NUM!"),
    (call("SQRT", -1), "#NUM!"),
    (call("DAY", BLANK), "#NUM!"),
    (call("ROUND", EMPTY, 0), "#VALUE!"),
    (call("MATCH", "zzz", KIND, 0), "#N/A"),
    (call("INDEX", KIND, 6), "#REF!"),
    (call("LARGE", AMOUNT, 4), "#NUM!"),
    (call("MEDIAN", EMPTY, BLANK), "#NUM!"),
    (call("AVERAGEIFS", AMOUNT, DAY, 1), "#DIV/0!"),
    (call("CHOOSE", 3, "a", "b"), "#VALUE!"),
    (call("MID", "a", 0, 1), "#VALUE!"),
    (call("REPT", "a", -1), "#VALUE!"),
]


@pytest.mark.parametrize(("formula", "error"), ERRORS, ids=range(len(ERRORS)))
def test_a_formula_that_would_show_an_error_is_refused(formula, error):
    """No error cell gets a cached value: the refusal names the formula and Excel's error."""
    with pytest.raises(ErrorCellError) as refused:
        shown(formula)
    assert refused.value.seen["error"] == error
    assert refused.value.seen["formula"]


@pytest.mark.parametrize(
    "formula",
    [
        call("IFERROR", 1, 2),
        call("MATCH", 1, DAY, 1),
        call("MATCH", 1, DAY, FIVE),
        call("INDEX", WORD, 1),
        call("SUBTOTAL", 9, AMOUNT),
        call("SUMPRODUCT", when(is_num(AMOUNT), 1, 2) * AMOUNT * call("LEFT", KIND)),
        DAY + 1,
    ],
    ids=range(7),
)
def test_what_cannot_be_calculated_is_refused_before_any_row(formula):
    """Compiling refuses functions and uses that have no value here."""
    with pytest.raises(FormulaError):
        compile_value(formula)


@pytest.mark.parametrize("pattern", ["yyyy-mm-dd", "[>=1]0", "0_0", "@", "0.##", "# ?/?", "+0;−0", "▲ 0", "0 元"])
def test_a_number_format_outside_the_list_is_refused(pattern):
    """Dates, conditions, padding, optional digits and words without quotes depend on the program: TEXT never gets them."""
    with pytest.raises(FormulaError):
        shown(call("TEXT", 1.5, pattern))


values = st.none() | st.sampled_from(["", "a", "B", "5"]) | st.integers(-9, 9) | st.floats(-9, 9)


@given(st.lists(values, min_size=1, max_size=30), st.integers(-9, 9))
def test_criteria_split_a_column(column, figure):
    """A criterion and its opposite count every row once."""
    cells = MemoryCells({("T", "x"): column})
    equal, other = (
        compile_value(call("COUNTIFS", Column("T", "x"), f"{sign}{figure}"))(cells, 0) for sign in ("", "<>")
    )
    assert equal + other == len(column)


@given(st.lists(values, min_size=1, max_size=30), values)
def test_an_index_finds_what_a_scan_finds(column, wanted):
    """MATCH by index is the first row that equals the key."""
    cells = MemoryCells({("T", "x"): column}, key=wanted)
    found = compile_value(when(has(Column("T", "x"), Name("key")), call("MATCH", Name("key"), Column("T", "x"), 0)))(
        cells, 0
    )
    key = 0 if wanted is None else wanted
    same = [
        row
        for row, value in enumerate(column, 1)
        if type(value) is str and type(key) is str and value.lower() == key.lower()
    ]
    same += [row for row, value in enumerate(column, 1) if isinstance(value, int | float) and value == key]
    assert found == (min(same) if same else "")
