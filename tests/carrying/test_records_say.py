"""A yellow table, column, setting or cell that a feature adds through its records goes along with no further code."""

import dataclasses
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from types import SimpleNamespace

import pytest

from opsbook.engine.carrying.carry_over import carry_over
from opsbook.engine.carrying.movement import own_titles
from opsbook.engine.creating import prepare
from opsbook.engine.feature import Feature, catalog_of
from opsbook.engine.workbook import open_book
from opsbook.features.contents import BELOW, FEATURES
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.blank import blank_book
from opsbook.model.catalog import once
from opsbook.model.schema import Goes
from support.books import SHOP
from support.facts import day_number
from support.later import LATER, OPTION, VISITS, changed, later

DAY, NEXT = "2026-03-18", "2026-03-19"


@cache
def _blank(catalog, lang):
    """An empty workbook of a product, drawn once: it takes seconds."""
    path = Path(mkdtemp()) / f"blank-{lang}.xlsx"
    blank_book(catalog, lang).save_as(path)
    return path


def _book(catalog, year, lang):
    host = FilesHost(_blank(catalog, lang))
    prepare(host, catalog, SHOP, year)
    return open_book(host, catalog)


@cache
def _used(catalog):
    book = _book(catalog, 2026, "zh")
    book.upsert("Visits", [{"date": day_number(DAY), "who": "小李"}, {"date": day_number(NEXT), "who": "小王"}])
    book.upsert("ItemDay", [{"date": day_number(DAY), "item_id": "600000000001", "gmv": 9.0, "shelf": "A-3"}])
    book.host.write_name("calls_a_day", 8)
    return book


def _visits(book):
    return [(row["date"], row["who"]) for row in book.rows("Visits") if row["date"]]


@pytest.mark.parametrize(("year", "lang"), [(2026, "zh"), (2027, "zh"), (2026, "en"), (2027, "en")])
def test_what_a_later_version_adds_goes_along(year, lang):
    """Rows of its table, cells of its column, its option; its table of figures has the rows that every workbook has."""
    new = _book(later(), year, lang)
    carried = carry_over(new, _used(later()))
    assert _visits(new) == [(day_number(DAY), "小李"), (day_number(NEXT), "小王")]
    assert [(row["item_id"], row["shelf"]) for row in new.rows("ItemDay")] == [("600000000001", "A-3")]
    assert new.setting("calls_a_day") == 8
    assert [row["n"] for row in new.rows("Calls")] == [7]
    assert carried.left == ()


def _with(**said):
    """The later version with other words on the records of its table and option."""
    visits = dataclasses.replace(VISITS, **{name: value for name, value in said.items() if name != "option"})
    option = dataclasses.replace(OPTION, goes=said.get("option", OPTION.goes))
    feature: Feature = dataclasses.replace(LATER, tables=(visits, *LATER.tables[1:]), options=(option,))
    words = once("message", (item for one in BELOW for item in one.items()))
    return dataclasses.replace(catalog_of((*map(changed, FEATURES), feature), words), plug_ins=("later",))


@pytest.mark.parametrize(
    ("said", "same_year", "another"),
    [
        pytest.param({"goes": Goes.SAME_YEAR}, 2, 0, id="the year's own"),
        pytest.param({"goes": Goes.NEVER}, 0, 0, id="never"),
        pytest.param({"until": "date"}, 2, 0, id="over before the new workbook begins"),
    ],
)
def test_a_table_says_where_its_rows_go(said, same_year, another):
    """Another year's workbook, here of 2028, gets what the record lets go."""
    catalog = _with(**said)
    for year, count in ((2026, same_year), (2027 if said.get("until") is None else 2028, another)):
        new, old = _book(catalog, year, "zh"), _used(catalog)
        old.host.write_name("year", 2027 if year == 2028 else 2026)
        carry_over(new, old)
        assert len(_visits(new)) == count


@pytest.mark.parametrize(("goes", "expected"), [(Goes.ALWAYS, (8, 8)), (Goes.SAME_YEAR, (8, 5)), (Goes.NEVER, (5, 5))])
def test_a_setting_says_where_it_goes(goes, expected):
    """Into a workbook of the same year, and into one of the next."""
    catalog = _with(option=goes)
    found = []
    for year in (2026, 2027):
        new = _book(catalog, year, "zh")
        carry_over(new, _used(catalog))
        found.append(new.setting("calls_a_day"))
    assert tuple(found) == expected


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        pytest.param([{"date": None, "who": "小李"}], "row-without-key", id="no day"),
        pytest.param([{"date": DAY, "who": "小李"}, {"date": DAY, "who": "小王"}], "row-twice", id="a day twice"),
    ],
)
def test_rows_that_cannot_be_told_apart_are_told(rows, code):
    """The first of them goes; the other is named with its cell."""
    catalog = later()
    old, new = _book(catalog, 2026, "zh"), _book(catalog, 2026, "zh")
    old.upsert("Visits", [{"date": day_number(day), "who": "–"} for day in (DAY, NEXT)[: len(rows)]])
    body = old.host.book.table("Visits").body
    page = old.host.book.sheet(old.host.read_table("Visits").sheet)
    for at, row in enumerate(rows):
        old.host.book.write(page, body.top + at, body.left, row["date"] and day_number(row["date"]))
        old.host.book.write(page, body.top + at, body.left + 1, row["who"])
    left = carry_over(new, old).left
    assert [(one.code, one.where.cell) for one in left] == [(code, f"B{body.top + len(rows) - 1}")]
    assert len(_visits(new)) == len(rows) - 1


def test_a_word_outside_the_list_goes_along_as_it_was_typed():
    """What a drop-down would not offer is somebody's word all the same; a line that no metric has stays behind and is told."""
    catalog = later()
    old, new = _book(catalog, 2026, "zh"), _book(catalog, 2026, "en")
    old.upsert("Peers", [{"shop": "某店", "role": "朋友"}])
    old.upsert("Thresholds", [{"key": "nothing|shop", "green": 1.0}, {"key": "cvr|source", "green": 0.02}])
    left = carry_over(new, old).left
    assert [(row["shop"], row["role"]) for row in new.rows("Peers") if row["shop"]] == [("某店", "朋友")]
    assert [(one.code, one.seen["key"]) for one in left] == [("row-without-place", ("nothing|shop",))]
    assert [row["green"] for row in new.rows("Thresholds") if row["key"] == "cvr|source"] == [0.02]


@pytest.mark.parametrize(
    ("tabs", "own", "expected"),
    [
        (["Daily"], ["日报", "草稿"], {"草稿": "草稿"}),
        (["Daily", "DRAFT"], ["日报", "Draft"], {"Draft": "Draft 2"}),
        (["x" * 31], ["日报", "X" * 31], {"X" * 31: "X" * 28 + " 2"}),
    ],
)
def test_a_sheet_whose_name_is_taken_gets_a_number(tabs, own, expected):
    """Names are compared as Excel does, and fit its limit."""
    new = SimpleNamespace(workbook=SimpleNamespace(tabs=lambda: tabs))
    assert own_titles(new, SimpleNamespace(sheet_names=own), {"日报"}) == expected
