"""What the demo's operator decided fits the book and the shop."""

from datetime import date

import pytest

from opsbook.features.demo import setup
from opsbook.features.demo.commands import in_words
from opsbook.features.goals.rules.own_events import read_own_events
from opsbook.features.goals.rules.promotions import EVENTS, PHASES
from opsbook.model.schema import Kind
from opsbook.model.values import serial
from support.house import TABLE

LAST = date(2026, 11, 12)


def test_typed_rows_cover_the_last_sixty_days():
    """There is one row for each of the last 60 days and no other."""
    assert list(setup.typed_rows()) == list(range(serial(LAST) - 59, serial(LAST) + 1))


def test_typed_columns_are_the_operators():
    """Only columns the operator owns are typed, and the two no export of the demo fills."""
    columns = {column.id: column for column in TABLE["ShopDay"].columns}
    typed = {column for row in setup.typed_rows().values() for column in row}
    yours = {name for name, column in columns.items() if column.kind is Kind.YOURS}
    assert typed - yours == {"inquiries", "inquiry_buyers"}
    assert typed & yours == yours - {"cogs"}


def test_served_buyers_asked_before():
    """Nobody bought after an inquiry that was not made; about half did buy."""
    shares = [row["inquiry_buyers"] / row["inquiries"] for row in setup.typed_rows().values()]
    assert 0.45 < min(shares) <= max(shares) < 0.75


def test_presale_buyers_stand_only_in_the_presale():
    """Deposits are typed on presale days only."""
    days = [day for day, row in setup.typed_rows().items() if "presale_buyers" in row]
    assert days == list(range(serial(date(2026, 10, 20)), serial(date(2026, 10, 30)) + 1))


def test_locks_leave_room():
    """Locked months fit into the year and locked days into their months."""
    assert sum(setup.MONTH_LOCKS.values()) < setup.YEAR_GOAL
    for month, goal in setup.MONTH_LOCKS.items():
        assert sum(lock for day, lock in setup.DAY_LOCKS.items() if day.replace(day=1) == month) < goal


def test_every_month_has_targets():
    """Each month of the year has a conversion and an order value to reach."""
    assert list(setup.TARGETS) == [date(setup.YEAR, month, 1) for month in range(1, 13)]
    assert all(0.02 < cvr < 0.04 and 180 < aov < 230 for cvr, aov in setup.TARGETS.values())


def test_the_last_day_misses_its_goal_a_little(inbox):
    """The day after 双11 reaches 90 to 100 % of its goal: an amber light."""
    gmv = float(inbox.shop[LAST]["支付金额"].replace(",", ""))
    assert 0.9 < gmv / setup.DAY_LOCKS[LAST] < 1


def test_the_main_item_is_on_sale(inbox):
    """The main item stands in the last day's item report."""
    assert setup.MAIN_ITEM in {row["商品ID"] for row in inbox.items[LAST]}


def test_events_are_usable():
    """Every row of the promotion calendar can be read and uses known names."""
    own = read_own_events(setup.EVENTS, "设置", 2, "zh")
    assert (own.issues, len(own.promotions)) == ((), len(setup.EVENTS))
    assert {event.event for event in own.promotions} <= set(EVENTS)
    assert {event.phase for event in own.promotions} <= set(PHASES)


def test_events_speak_the_workbooks_language():
    """In an English book a promotion and its phase have their English names; in a Chinese one nothing changes."""
    assert [in_words(event, "zh") for event in setup.EVENTS] == list(setup.EVENTS)
    named = {(one["event"], one["phase"]) for one in (in_words(event, "en") for event in setup.EVENTS)}
    assert ("Double 11", "burst") in named
    assert all("".join(words).isascii() for words in named)


@pytest.mark.parametrize("year", [2025, 2026])
def test_events_do_not_overlap(year):
    """No day belongs to two promotions."""
    own = read_own_events(setup.EVENTS, "设置", 2, "zh")
    days = [day for event in own.promotions if event.start.year == year for day in event.days]
    assert len(days) == len(set(days)) > 0
