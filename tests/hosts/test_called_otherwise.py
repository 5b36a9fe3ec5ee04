"""Formulas follow when columns and sheets are called otherwise, and nothing else in them changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise

NAMES = CalledOtherwise(
    {"ShopDay": {"访客数": "访客 人数", "a#": "q[1]", "x": "y", "y": "x"}}, {"日报": "每日", "It's": "That's"}
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(ShopDay[访客数])", "SUM(ShopDay[访客 人数])"),
        ("shopday[[#This Row],[访客数]]*2", "shopday[[#This Row],[访客 人数]]*2"),
        ("SUM(ShopDay[[访客数]:[x]])", "SUM(ShopDay[[访客 人数]:[y]])"),
        ("SUM(ShopDay[ [#All] , [x] ])", "SUM(ShopDay[ [#All] , [y] ])"),
        ("ShopDay[@访客数]+ShopDay[@[x]]", "ShopDay[@[访客 人数]]+ShopDay[@[y]]"),
        ("ShopDay[a'#]", "ShopDay[[q'[1']]]"),
        ("ShopDay[x]-ShopDay[y]", "ShopDay[y]-ShopDay[x]"),
        ('INDIRECT("ShopDay[访客数]")', 'INDIRECT("ShopDay[访客 人数]")'),
        ("日报!A1+'日报'!$B$2+SUM(日报!C:C)", "'每日'!A1+'每日'!$B$2+SUM('每日'!C:C)"),
        ("SUM('日报'!A1:日报!B2)", "SUM('每日'!A1:'每日'!B2)"),
        ("SUM(日报:设置!A1)+SUM('设置:日报'!A1)", "SUM('每日:设置'!A1)+SUM('设置:每日'!A1)"),
        ("'It''s'!A1", "'That''s'!A1"),
        ('HYPERLINK("#日报!A1","日报")', 'HYPERLINK("#\'每日\'!A1","日报")'),
    ],
)
def test_what_names_a_column_or_sheet_follows(before, after):
    """However it is spelled."""
    assert NAMES.formula(before) == after


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(ItemDay[访客数])",  # another table's
        "MyShopDay[访客数]",
        '"访客数"&"日报!"&"a ""x"" y"',  # words
        "[1]日报!A1+'[1]日报'!A1",  # another workbook's
        "日报表!A1+旧日报!A1+日报+访客数",
        "ShopDay[#Data]+ShopDay[]+ShopDay[[#Headers],[z]]",
        "[x]",  # of a table that is not known
    ],
)
def test_what_names_something_else_stays(formula):
    """Byte for byte."""
    assert NAMES.formula(formula) == formula


def test_inside_a_table_its_name_may_be_left_out():
    """Excel never stores it so; other programs do."""
    before = "[@访客数]/[[#This Row],[x]]+[[#This Row],访客数]"
    assert NAMES.formula(before, "ShopDay") == "[@[访客 人数]]/[[#This Row],[y]]+[[#This Row],[访客 人数]]"


PIECES = [
    "ShopDay[x]",
    "ShopDay[[#This Row],[访客数]]",
    "日报!A1",
    "'日报'!B2",
    '"日报"',
    "SUM(",
    ")",
    "+",
    "A1",
    "'It''s'!C3",
]


@given(st.lists(st.sampled_from(PIECES)).map("+".join))
def test_there_and_back_again(formula):
    """Renamed twice, a formula means what it meant; quotes around a sheet's name may be new."""
    back = NAMES.backwards.formula(NAMES.formula(formula))
    assert back.replace("'日报'", "日报") == formula.replace("'日报'", "日报")
