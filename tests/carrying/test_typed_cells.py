"""`opsbook new --from`: what people typed goes along as the records say, into the same year, another year, another language."""

import pytest

from opsbook.engine.history import every_row
from support.facts import cell, day_number
from support.house import TABLE
from support.own_book import BEFORE, DAY, FIRST, ITEM, LAST, PEER

ANOTHER_BOOK = {"opsbook_version"}


def _said(value):
    """A cell's content; blank ones are all alike."""
    return None if value == "" else value


def _cells(workbook, table):
    rows = ({name: _said(one) for name, one in row.items()} for row in workbook.rows(table))
    return sorted(
        (row for row in rows if row[TABLE[table].key[0]] is not None),
        key=lambda row: repr([row[one] for one in TABLE[table].key]),
    )


@pytest.mark.parametrize("table", TABLE)
def test_a_book_of_the_same_year_holds_and_shows_the_same_cells(table, old, new):
    """Every cell of every table, formulas with what they show: goals, locks, targets, kept goals and weights among them."""
    before, after = _cells(old, table), _cells(new(2026, "zh"), table)
    assert [
        {name: pytest.approx(one) if isinstance(one, float) else one for name, one in row.items()} for row in before
    ] == after


def test_a_book_of_the_same_year_has_the_same_named_cells(old, new):
    """Settings, options, the goal of the year, the day that is shown, and every named figure."""
    names = [name for name in old.plan.names if name not in ANOTHER_BOOK]
    assert {name: _said(new(2026, "zh").setting(name)) for name in names} == {
        name: _said(old.setting(name)) for name in names
    }
    assert (new(2026, "zh").number("year_goal"), new(2026, "zh").number("the_day")) == (5e6, day_number(DAY))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_another_year_begins_without_the_goals_of_the_old_one(lang, new):
    """Its months and days are its own, and so is its goal; none was kept yet, and no day was chosen."""
    book = new(2027, lang)
    assert (book.number("year"), book.number("year_goal"), book.number("the_day")) == (2027, None, None)
    for table in ("GoalMonth", "GoalDay"):
        typed = [row[name] for row in book.rows(table) for name in ("lock", "target_cvr", "target_aov") if name in row]
        assert {*typed} == {None}
        assert {row[TABLE[table].key[0]] >= day_number("2027-01-01") for row in book.rows(table)} == {True}
    assert [row["kept"] for row in book.rows("GoalKept") if row["kept"] is not None] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_another_year_takes_last_years_figures_along(lang, new):
    """Days of the year before last stay behind; rows go where their window puts them; imports of those days are forgotten."""
    book = new(2027, lang)
    assert [cell(book, "ShopDay", day, "gmv") for day in (FIRST, DAY, LAST)] == [300, 300, 300]
    assert [cell(book, "ShopDay", DAY, name) for name in ("cogs", "note", "dsr_item")] == [120, "换主图", 4.9]
    assert day_number(BEFORE) not in book.columns("ShopDay")["date"]
    assert [row["date"] for row in every_row(book, "ItemDay")] == [day_number(DAY), day_number(LAST)]
    assert [row["date"] for row in book.rows("ItemDay") if row["item_id"] == ITEM] == [day_number(LAST)]
    assert {row["last"] for row in book.rows("Imports")} == {day_number(DAY), day_number(LAST)}


@pytest.mark.parametrize(
    ("year", "lang", "on", "base", "metric", "role", "same", "complaint", "table", "field", "confirmed", "event"),
    [
        pytest.param(2026, "en", "No", "Visitors", "Net GMV", "Leader", "Yes", "Filed", "Daily", "Visitors", "Yes", "店庆 burst", id="same year, English"),
        pytest.param(2027, "en", "No", "Visitors", "Net GMV", "Leader", "Yes", "Filed", "Daily", "Visitors", "Yes", "店庆 burst", id="next year, English"),
        pytest.param(2027, "zh", "否", "访客数", "净支付金额", "标杆", "是", "已投诉", "日报", "访客数", "是", "店庆 爆发", id="next year, Chinese"),
    ],
)  # fmt: skip
def test_what_people_typed_goes_along_in_the_new_books_words(
    year, lang, on, base, metric, role, same, complaint, table, field, confirmed, event, new
):
    """Words that a cell chooses from are said in the new language; numbers, names and notes are as they were typed."""
    book = new(year, lang)
    lines = {row["key"]: row for row in book.rows("Thresholds")}
    assert [lines["cvr|shop"][name] for name in ("green", "red", "owner", "on")] == [0.031, None, "小王", on]
    assert [lines["roi|shop"][name] for name in ("green", "green_base")] == [3, base]
    named = {
        name: book.setting(name) for name in ("shop_aliases", "cost_rate", "window_items", "goal_metric", "items_kept")
    }
    assert named == {
        "shop_aliases": "甲店",
        "cost_rate": 0.4,
        "window_items": 20,
        "goal_metric": metric,
        "items_kept": 50,
    }
    peer = next(row for row in book.rows("Peers") if row["shop"] == PEER)
    assert (peer["role"], peer["note"]) == (role, "看价格")
    assert [(row["same"], row["complaint"]) for row in book.rows("PeerMatches") if row["item_id"] == ITEM] == [
        (same, complaint)
    ]
    mapped = next(row for row in book.rows("Mapping") if row["signature"] == "ab12")
    assert [mapped[name] for name in ("report", "table", "header", "field", "confirmed", "sure")] == [
        "达人",
        table,
        "UV",
        field,
        confirmed,
        0.9,
    ]
    day = "2026-10-10"
    assert cell(book, "ShopDay", day, "event") == event


def test_lines_nobody_changed_speak_the_new_language(new):
    """Advice and owners of the other thresholds are those of an English workbook."""
    lines = {row["key"]: row for row in new(2026, "en").rows("Thresholds")}
    spoken = [
        str(row[name] or "") for row in lines.values() for name in ("owner", "advice", "on", "green_base", "red_base")
    ]
    assert [word for word in spoken if not word.isascii()] == ["小王"]
    assert new(2026, "en").text("platform") == "Tmall"
