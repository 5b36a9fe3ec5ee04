"""Lights: one verdict in Python, in worksheet formulas and in native conditional formats."""

import random
import re

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from opsbook.book.kit.format.highlight import SIDES, JudgedBy, Within, highlight
from opsbook.book.kit.format.light import bound_, is_on_, light
from opsbook.features.daily.fields import FIELD
from opsbook.features.daily.metrics import METRIC
from opsbook.features.thresholds.assess import assess, is_on
from opsbook.features.thresholds.defaults import UNIT_WORD
from opsbook.features.thresholds.tables import THRESHOLDS as THRESHOLDS_TABLE
from opsbook.formulas.node import Name
from opsbook.formulas.value import compile_value
from opsbook.model.language import LANGS
from opsbook.model.units import Unit
from opsbook.model.values import is_number
from support.cells import MemoryCells
from support.house import CATALOG, SCOPE, THRESHOLDS
from support.house import direction as better
from support.house import unit as measured_in

UP, DOWN = 1, -1
NAMES = {  # defined names the rules read, and the column of Thresholds each one stands for
    "thr_key": "key",
    "thr_green": "green",
    "thr_green_base": "green_base",
    "thr_red": "red",
    "thr_red_base": "red_base",
    "thr_on": "on",
    "thr_direction": "direction",
}

VERDICTS = [
    pytest.param(0.85, 0.85, 0.7, UP, 1, id="up: on the green line"),
    pytest.param(0.8499, 0.85, 0.7, UP, 0, id="up: just below green"),
    pytest.param(0.7, 0.85, 0.7, UP, 0, id="up: on the red line"),
    pytest.param(0.6999, 0.85, 0.7, UP, -1, id="up: just below red"),
    pytest.param(0.1 + 0.2, 0.3, 0.3, UP, 1, id="up: binary dust above"),
    pytest.param(0.3, 0.1 + 0.2, 0.3, UP, 1, id="up: binary dust below"),
    pytest.param(1, 1, 1, UP, 1, id="up: one line"),
    pytest.param(0.5999, 0.6, 0.7, DOWN, 1, id="down: just below green"),
    pytest.param(0.6, 0.6, 0.7, DOWN, 0, id="down: on the green line"),
    pytest.param(0.6999, 0.6, 0.7, DOWN, 0, id="down: just below red"),
    pytest.param(0.7, 0.6, 0.7, DOWN, -1, id="down: on the red line"),
    pytest.param(24, 24, 24, DOWN, 1, id="down: one line, on it"),
    pytest.param(24.1, 24, 24, DOWN, -1, id="down: one line, above"),
    pytest.param(0, 0.6, 0.7, DOWN, 1, id="zero is a value"),
    pytest.param(-1, 0, None, UP, 0, id="only green: not met"),
    pytest.param(1, 0, None, UP, 1, id="only green: met"),
    pytest.param(3, None, 2.5, UP, None, id="only red: not missed"),
    pytest.param(2, None, 2.5, UP, -1, id="only red: missed"),
    pytest.param(2, None, None, UP, None, id="no line"),
    pytest.param(None, 0.6, 0.7, DOWN, None, id="blank"),
    pytest.param("", 0.6, 0.7, DOWN, None, id="empty text"),
    pytest.param("-", 0.6, 0.7, DOWN, None, id="text"),
    pytest.param(123456789.12, 0.9 * 137174210.1333333, None, UP, 1, id="large amounts on the line"),
]


@pytest.mark.parametrize(("value", "green", "red", "direction", "expected"), VERDICTS)
def test_a_value_gets_its_light(value, green, red, direction, expected):
    """A light follows from the lines; on a line the promise of the default lights holds (≥/<, </≥, ≤/>)."""
    assert assess(value, green, red, direction) == expected


@pytest.mark.parametrize(("value", "green", "red", "direction", "expected"), VERDICTS)
def test_the_formula_gives_the_same_light(value, green, red, direction, expected):
    """The worksheet formula shows the same light, "" for none."""
    cells = MemoryCells(
        value=value, green="" if green is None else green, red="" if red is None else red, way=direction
    )
    formula = compile_value(light(Name("value"), Name("green"), Name("red"), Name("way")))
    assert formula(cells, 0) == ("" if expected is None else expected)


@pytest.mark.parametrize("value", [0.5, 0.6, 0.65, 0.7, 0.8])
def test_a_direction_that_is_neither_counts_the_same_twice(value):
    """A row whose direction somebody set to 0 is read as "lower is better", by Python and by the sheet."""
    formula = compile_value(light(Name("value"), Name("green"), Name("red"), Name("way")))
    lower = assess(value, 0.6, 0.7, DOWN)
    assert assess(value, 0.6, 0.7, 0) == lower
    assert formula(MemoryCells(value=value, green=0.6, red=0.7, way=0), 0) == lower


LINES = [
    pytest.param(0.85, None, None, 0.85, id="a number"),
    pytest.param(0.9, "同行转化率", 0.03, 0.9 * 0.03, id="times the base"),
    pytest.param(0, "同行转化率", 0.03, 0, id="zero times the base"),
    pytest.param(0, None, None, 0, id="zero is a line"),
    pytest.param(None, None, None, None, id="blank number"),
    pytest.param("无", None, None, None, id="text number"),
    pytest.param(0.9, "同行转化率", None, None, id="blank base value"),
    pytest.param(0.9, "同行转化率", "-", None, id="text base value"),
    pytest.param(0.9, "同行转化率", "", None, id="empty base value"),
    pytest.param(0.9, "", "-", 0.9, id="an empty base is none"),
]


@pytest.mark.parametrize(("number", "base", "base_value", "expected"), LINES)
def test_a_line_is_a_number_times_an_optional_base(number, base, base_value, expected):
    """Without a number or base value there is no line."""
    cells = MemoryCells(number=number, base=base, value=base_value)
    assert compile_value(bound_(Name("number"), Name("base"), Name("value")))(cells, 0) == (
        "" if expected is None else expected
    )


@pytest.mark.parametrize(
    ("word", "expected"),
    [("是", True), ("Yes", True), ("yes", True), ("否", False), ("No", False), (None, False), (1, False)],
)
def test_a_row_is_switched_on_by_a_word(word, expected):
    """Only 是 or Yes switches a threshold on, in Python and in the formula."""
    assert is_on(word) is expected
    assert compile_value(is_on_(Name("on")))(MemoryCells(on=word), 0) is expected


@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e6), st.sampled_from((UP, DOWN)))
def test_no_value_is_both_good_and_bad(value, line, direction):
    """With one line for both, every number is green or red and nothing between."""
    assert assess(value, line, line, direction) in {1, -1}


@pytest.mark.parametrize("threshold", THRESHOLDS, ids=lambda threshold: threshold.key)
def test_a_default_threshold_makes_sense(threshold):
    """Keys are unique, names known, green is on the better side of red, and the advice is said in both languages."""
    assert [other.key for other in THRESHOLDS].count(threshold.key) == 1
    assert threshold.scope in SCOPE
    assert measured_in(threshold) in UNIT_WORD
    assert threshold.base is None or threshold.base in METRIC or threshold.base in FIELD
    assert (
        threshold.green is None or threshold.red is None or (threshold.green - threshold.red) * better(threshold) >= 0
    )
    assert all(threshold.advice[lang] and threshold.owner[lang] for lang in LANGS)


PEER, AVERAGE_ORDER, BREAKEVEN = "peer_cvr", "target_aov", "breakeven_roi"
DEFAULT_LINES = {  # number of the green line, of the red line, what both are multiplied with, 1 where higher is better
    **dict.fromkeys(("attainment|shop", "visitor_attainment|shop", "month_pace|shop"), (1, 0.9, None, UP)),
    **dict.fromkeys(("cvr|shop", "adj_cvr|shop"), (1, 0.9, PEER, UP)),
    "aov|shop": (1, 0.9, AVERAGE_ORDER, UP),
    "pay_rate|shop": (0.85, 0.7, None, UP),
    "refund_rate|shop": (0.04, 0.05, None, DOWN),
    "inquiry_cvr|shop": (0.6, 0.5, None, UP),
    "depth|shop": (3.5, 2.5, None, UP),
    "bounce_rate|shop": (0.6, 0.7, None, DOWN),
    "aov_ratio|shop": (1.5, 1.3, None, UP),
    **dict.fromkeys(("roi|shop", "roi|plan", "roi|keyword"), (1, 0.8, BREAKEVEN, UP)),
    "uv_cost|shop": (1, None, "uv_profit", DOWN),
    **dict.fromkeys(("dsr_item|shop", "dsr_service|shop", "dsr_logistics|shop"), (4.8, 4.6, None, UP)),
    "ship_hours|shop": (24, 24, None, DOWN),
    "refund_rate|item": (0.04, 0.05, None, DOWN),
}
COSTS = {"cpc", "cpm", "ad_share", "cac"}  # less is better; nobody can say how little is good for every shop


def test_the_default_lines_are_those_written_down():
    """What a new book calls good and bad; what is not listed has no line until the operator types one."""
    lines = {one.key: (one.green, one.red, one.base, better(one)) for one in THRESHOLDS}
    assert {key: line for key, line in lines.items() if line[:2] != (None, None)} == DEFAULT_LINES
    assert {one.metric for one in THRESHOLDS if one.key not in DEFAULT_LINES and better(one) == DOWN} == COSTS
    assert all(one.on for one in THRESHOLDS)


@pytest.mark.parametrize(
    ("key", "label", "unit"),
    [
        ("cvr|shop", ("支付转化率", "Pay conversion"), Unit.CONVERSION),
        ("visitor_attainment|shop", ("访客达成率", "Visitor attainment"), Unit.RATE),
        ("month_pace|shop", ("本月进度", "Month pace"), Unit.RATE),
        ("ship_hours|shop", ("发货时长", "Ship hours"), Unit.HOURS),
    ],
)
def test_a_threshold_is_called_like_what_it_judges(key, label, unit):
    """Name and unit are the metric's; shares of a goal that are no metrics have their own."""
    (threshold,) = [one for one in THRESHOLDS if one.key == key]
    assert (tuple(CATALOG.label_of(threshold.metric)[lang] for lang in LANGS), measured_in(threshold)) == (label, unit)


HEADS = ("日期", "支付转化率", "跳失率", "发货时长", "访问深度", "客单价", "投入产出比", "同行转化率", "保本ROI")
ROWS = 90
BOOK = (  # metric, direction, green, green base, red, red base, on
    ("支付转化率", UP, 1, "同行转化率", 0.9, "同行转化率", "是"),
    ("跳失率", DOWN, 0.6, None, 0.7, None, "是"),
    ("发货时长", DOWN, 24, None, 24, None, "Yes"),
    ("访问深度", UP, None, None, 2.5, None, "是"),
    ("客单价", UP, 100, None, 90, None, "否"),
    ("投入产出比", UP, 1, "保本ROI", 0.8, "没有的列", "是"),
)
CHOICES = {
    "支付转化率": [0.03, 0.027, 0.9 * 0.03, 0.0269999, 0.018, 0.9 * 0.02, 0.02, None, 0, "-", ""],
    "跳失率": [0.6, 0.5999, 0.7, 0.65, 0.6999, 0.1 + 0.6, None, "-", 0, "x"],
    "发货时长": [24, 24.0001, 23.9999, 0, None, "", "24"],
    "访问深度": [2.5, 2.4999, 3, None, 0, "?"],
    "客单价": [90, 100, 110, None],
    "投入产出比": [2.5, 2.4999, 2, 1, 0, None, "-"],
    "同行转化率": [0.03, 0.02, None, "x", "", 0],
    "保本ROI": [2.5, 2.5, None, ""],
}


def expected_line(number, base, row):
    factor = 1 if base is None else row.get(base)
    return number * factor if is_number(number) and is_number(factor) else None


def expected_light(row, threshold):
    metric, direction, green, green_base, red, red_base, on = threshold
    if not is_on(on):
        return None
    lines = [expected_line(number, base, row) for number, base in ((green, green_base), (red, red_base))]
    return assess(row[metric], *lines, direction)


def write_cell(sheet, row, column, value):
    if value == "":
        sheet.write_formula(row, column, '=""', None, "")
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None:
        sheet.write_number(row, column, float(repr(value)))


def in_row(rule, row):
    """A rule as Excel reads it some rows below its first cell."""
    return re.sub(r"(\$?[A-Z]+)5(?!\d)", lambda cell: f"{cell[1]}{row}", rule)


def write_thresholds(book, thresholds):
    sheet = book.add_worksheet("阈值")
    heads = [column.label.zh for column in THRESHOLDS_TABLE.columns]
    sheet.add_table(
        3,
        0,
        3 + len(thresholds),
        len(heads) - 1,
        {"name": "Thresholds", "columns": [{"header": head} for head in heads]},
    )
    places = {column.id: place for place, column in enumerate(THRESHOLDS_TABLE.columns)}
    for row, (metric, direction, green, green_base, red, red_base, on) in enumerate(thresholds, 4):
        values = {
            "key": f"{metric}|shop",
            "direction": direction,
            "green": green,
            "green_base": green_base,
            "red": red,
            "red_base": red_base,
            "on": on,
        }
        for column, value in values.items():
            write_cell(sheet, row, places[column], value)
    for name, column in NAMES.items():
        book.define_name(name, f"=Thresholds[{heads[places[column]]}]")


def write_days(book, rows):
    """The judged table, in the order given."""
    sheet = book.add_worksheet("日报")
    columns = [{"header": head} for head in HEADS]
    sheet.add_table(3, 0, 3 + ROWS, len(HEADS) - 1, {"name": "ShopDay", "columns": columns})
    for place, head in enumerate(HEADS):
        for at, row in enumerate(rows, 4):
            write_cell(sheet, at, place, row[head])
    return sheet


@pytest.mark.parametrize("seed", range(3))
def test_the_native_rule_and_python_agree_cell_by_cell(seed, recalc, tmp_path):
    """LibreOffice decides every rule, copied into a helper cell, as `assess` does: boundaries, blanks, texts, zero, any order."""
    chance = random.Random(seed)
    thresholds = chance.sample(BOOK, len(BOOK))
    rows = [
        {"日期": 46000 + row, **{head: chance.choice(choices) for head, choices in CHOICES.items()}}
        for row in range(ROWS)
    ]
    path, lights = tmp_path / "mirror.xlsx", []
    with xlsxwriter.Workbook(path) as book:
        write_thresholds(book, thresholds)
        chance.shuffle(rows)
        sheet = write_days(book, rows)
        for number, threshold in enumerate(thresholds):
            column = xlsxwriter.utility.xl_col_to_name(HEADS.index(threshold[0]))
            rules = [
                highlight(JudgedBy(f"{threshold[0]}|shop"), f"{column}5", Within("$A5:$I5", "$A$4:$I$4"), side)
                for side in SIDES
            ]
            for side, rule in zip(SIDES, rules, strict=True):
                options = {
                    "type": "formula",
                    "criteria": f"={rule}",
                    "format": book.add_format({"bold": side == "red"}),
                    "stop_if_true": True,
                }
                sheet.conditional_format(4, HEADS.index(threshold[0]), 3 + ROWS, HEADS.index(threshold[0]), options)
            for at, row in enumerate(rows, 5):
                verdict = expected_light(row, threshold)
                lights.append(verdict)
                for side, rule in enumerate(rules):
                    # a rule below the first that holds never fires: only those before it are judged; a number is
                    # cached, as LibreOffice recalculates a cached truth value on load and could never differ from it
                    place, held = 10 + 3 * number + side, {1: 0, -1: 1, 0: 2, None: 3}[verdict]
                    if side <= held:
                        sheet.write_formula(at - 1, place, in_row(rule, at), None, int(side == held))
    answer = recalc(path)
    assert (answer["errors"], answer["changed"]) == ([], [])
    assert {verdict: lights.count(verdict) > 9 for verdict in (1, 0, -1, None)} == dict.fromkeys((1, 0, -1, None), True)


def test_a_deleted_threshold_row_lights_nothing(recalc, tmp_path):
    """A rule whose row is gone is off, not an error."""
    with xlsxwriter.Workbook(tmp_path / "gone.xlsx") as book:
        write_thresholds(book, BOOK[:1])
        sheet = book.add_worksheet("日报")
        sheet.write_row(3, 0, HEADS)
        sheet.write_row(4, 0, [1] * len(HEADS))
        for side, name in enumerate(SIDES):
            sheet.write_formula(
                4, 20 + side, highlight(JudgedBy("no|shop"), "C5", Within("$A5:$I5", "$A$4:$I$4"), name), None, 0
            )
    answer = recalc(tmp_path / "gone.xlsx")
    assert (answer["errors"], answer["changed"]) == ([], [])


ROW = 'MATCH("cvr|shop",thr_key,0)'
SWITCHED_ON = f'OR(INDEX(thr_on,{ROW})="是",INDEX(thr_on,{ROW})="Yes")'
HIGHER_IS_BETTER = f"INDEX(thr_direction,{ROW})>0"


def in_words_of_excel(side):
    """Whether a line is known, and what it is: its number, times the base where there is one."""
    number, base = f"INDEX(thr_{side},{ROW})", f"INDEX(thr_{side}_base,{ROW})"
    value = f"INDEX($A5:$I5,MATCH({base},$A$4:$I$4,0))"
    return f'AND(ISNUMBER({number}),OR({base}="",ISNUMBER({value})))', f'{number}*IF({base}="",1,{value})'


def test_a_rule_says_what_it_should():
    """The rules word for word, so that they are checked where no LibreOffice is at hand, too."""
    (green_known, green), (red_known, red) = map(in_words_of_excel, ("green", "red"))
    one_line = f"IF({red_known},ROUND({green}-{red},12)=0,FALSE)"
    low = f"OR(ROUND(C5-{green},12)<0,AND(ROUND(C5-{green},12)=0,{one_line}))"
    decided = {
        "green": f"IF({green_known},IF({HIGHER_IS_BETTER},ROUND(C5-{green},12)>=0,{low}),FALSE)",
        "red": f"IF({red_known},IF({HIGHER_IS_BETTER},ROUND(C5-{red},12)<0,ROUND(C5-{red},12)>=0),FALSE)",
        "amber": green_known,
    }
    for side in SIDES:
        assert highlight(JudgedBy("cvr|shop"), "C5", Within("$A5:$I5", "$A$4:$I$4"), side) == (
            f"IF(AND(ISNUMBER(C5),ISNUMBER({ROW})),IF({SWITCHED_ON},{decided[side]},FALSE),FALSE)"
        )


def test_a_rule_fits_excel():
    """No rule is longer than Excel allows a formula to be."""
    assert (
        max(
            len(highlight(JudgedBy(threshold.key), "AZ5", Within("$A5:$AZ5", "$A$4:$AZ$4"), side))
            for threshold in THRESHOLDS
            for side in SIDES
        )
        < 8192
    )


def test_the_columns_of_the_names_exist():
    """Every defined name the rules read stands for a column of Thresholds."""
    assert set(NAMES.values()) <= {column.id for column in THRESHOLDS_TABLE.columns}
