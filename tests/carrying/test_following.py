"""Formulas follow the cells they read into a workbook of another language, another year and another arrangement."""

import re

import pytest

from opsbook.ooxml.addresses import Area
from opsbook.ooxml.own_parts.following import Following, TableMove
from opsbook.ooxml.table import TableXml
from support.house import TABLE, columns, formulas_of

TEXT = re.compile(r'"(?:[^"]|"")*"')


def table(name, sheet, place, *heads):
    """A table as it stands on a sheet, without totals."""
    return TableXml(name, "", sheet, "", place, heads, {}, 1, 0)


# Days 1 to 4 in rows 4 to 7; in the target days 3 to 6 in rows 6 to 9, two columns further right, one column between.
DAYS = TableMove(
    table("Day", "日报", Area(3, 2, 7, 4), "日期", "支付金额", "访客数"),
    table("Day", "Daily", Area(5, 4, 9, 7), "Date", "GMV", "Added", "Visitors"),
    {"日期": "Date", "支付金额": "GMV", "访客数": "Visitors"},
    {6: 6, 7: 7},
)
FOLLOWING = Following(
    {"Day": DAYS},
    {"日报": "Daily", "设置": "Settings", "我的 表": "我的 表", "今日看板": "Dashboard"},
    {("设置", 4, 3): (9, 5), ("今日看板", 1, 1): (1, 1)},
    still={"我的 表", "今日看板"},
    gone={"没了"},
)


@pytest.mark.parametrize(
    ("text", "sheet", "expected"),
    [
        pytest.param("SUM(Day[支付金额])", "我的 表", "SUM(Day[GMV])", id="a column"),
        pytest.param("Day[[#This Row],[支付金额]]/2", "日报", "Day[[#This Row],[GMV]]/2", id="this row"),
        pytest.param("SUM(Day[[#All],[日期]:[访客数]])", "我的 表", "SUM(Day[[#All],[Date]:[Visitors]])", id="columns"),
        pytest.param("ROWS(Day[])+ROWS(Day[#All])", "我的 表", "ROWS(Day[])+ROWS(Day[#All])", id="a whole table"),
        pytest.param("SUM(Other[支付金额])", "我的 表", "SUM(Other[支付金额])", id="a table of the person's own"),
        pytest.param("Other[[2026]]+Other[[#This Row],[1]]", "我的 表", "Other[[2026]]+Other[[#This Row],[1]]", id="headers of figures"),
        pytest.param('"Day[支付金额] 日报!C6"', "我的 表", '"Day[支付金额] 日报!C6"', id="a text"),
        pytest.param("日报!C6", "我的 表", "'Daily'!E6", id="a day's cell"),
        pytest.param("日报!$D$7*2", "我的 表", "'Daily'!$G$7*2", id="a fixed cell"),
        pytest.param("C6+D6", "日报", "E6+G6", id="cells of the same sheet"),
        pytest.param("SUM(日报!C4:C7)", "我的 表", "SUM('Daily'!E6:E9)", id="all days"),
        pytest.param("SUM(日报!C3:C7)", "我的 表", "SUM('Daily'!E5:E9)", id="with the header"),
        pytest.param("SUM(日报!C4:C5000)", "我的 表", "SUM('Daily'!E6:E5002)", id="all days and more"),
        pytest.param("SUM(日报!C6:C7)", "我的 表", "SUM('Daily'!E6:E7)", id="days that are there"),
        pytest.param("VLOOKUP(1,日报!$B$3:$D$7,2)", "我的 表", "VLOOKUP(1,'Daily'!$D$5:$G$9,2)", id="the whole table"),
        pytest.param("SUM(日报!C:C)", "我的 表", "SUM('Daily'!E:E)", id="a sheet's column"),
        pytest.param("'设置'!C4+A1", "我的 表", "'Settings'!E9+A1", id="a named cell"),
        pytest.param("今日看板!F9", "我的 表", "'Dashboard'!F9", id="a sheet where nothing moved"),
        pytest.param("SUM($A:$B)+SUM(1:2)+'我的 表'!A1", "我的 表", "SUM($A:$B)+SUM(1:2)+'我的 表'!A1", id="the person's own sheet"),
        pytest.param("LOG10(A1)+the_day+销售A1", "我的 表", "LOG10(A1)+the_day+销售A1", id="functions and names"),
        pytest.param("IF(A1=#REF!,1,2)", "我的 表", "IF(A1=#REF!,1,2)", id="an error of the person's own"),
    ],
)  # fmt: skip
def test_a_formula_follows_what_it_reads(text, sheet, expected):
    """Headers by column, cells by header and key, sheets by name."""
    assert FOLLOWING.formula(text, sheet) == (expected, "")


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        pytest.param("SUM(Day[毛利])", "Day[毛利]", id="a column that is not there"),
        pytest.param("日报!C4", "日报!C4", id="a day that is not there"),
        pytest.param("SUM(日报!C5:C6)", "日报!C5:C6", id="days of which some are not there"),
        pytest.param("SUM(日报!C6:D6)", "日报!C6:D6", id="neighbours with a column between"),
        pytest.param("SUM(日报!A1:Z99)", "日报!A1:Z99", id="more than the table"),
        pytest.param("设置!C5", "设置!C5", id="a cell nobody can place"),
        pytest.param("别的!A1", "别的!A1", id="a sheet that is not there"),
        pytest.param("SUM(日报:设置!A1)", "日报:设置!A1", id="through sheets"),
        pytest.param("[1]Sheet1!A1+1", "[1]Sheet1!A1", id="another workbook"),
        pytest.param("'[1]My sheet'!A1", "[1]My", id="another workbook, quoted"),
        pytest.param("没了+1", "没了", id="a name that is not there"),
        pytest.param("SUM(日报!3:3)", "日报!3:3", id="a row across tables"),
    ],
)
def test_what_it_cannot_follow_is_named(text, lost):
    """The first reference that has no place."""
    assert FOLLOWING.formula(text, "我的 表").lost == lost


def _our_moves(lang, other):
    """Our tables, each at the place of its twin."""
    place = Area(1, 1, 2, 200)
    heads = {
        name: tuple({one.id: one.label[said] for one in columns(TABLE[name])} for said in (lang, other))
        for name in TABLE
    }
    return {
        name: TableMove(
            table(name, name, place, *old.values()),
            table(name, name, place, *new.values()),
            {old[column]: new[column] for column in old},
            {},
        )
        for name, (old, new) in heads.items()
    }


@pytest.mark.parametrize(("lang", "other"), [("zh", "en"), ("en", "zh")])
def test_our_own_formulas_follow_into_the_other_language(lang, other):
    """Every formula of a table's column becomes the one that a workbook of the other language has, but for the words it shows."""
    following, seen = Following(_our_moves(lang, other), {name: name for name in TABLE}), 0
    for name, column in formulas_of(lang).columns:
        if name.startswith("Calc"):  # drawings count in the language's own units: 万 or thousands
            continue
        for text, meant in zip(_texts(lang, name, column), _texts(other, name, column), strict=True):
            said = following.formula(text, name)
            if TEXT.sub("", said.text).count("[") and not re.search(r"\$?[A-Z]{1,2}\$?\d", TEXT.sub("", text)):
                seen += 1
                assert TEXT.sub('""', said.text) == TEXT.sub('""', meant), (name, column)
    assert seen > 100


def _texts(lang, name, column):
    found = formulas_of(lang).column_texts[name, column]
    return [found] if isinstance(found, str) else list(dict.fromkeys(found))
