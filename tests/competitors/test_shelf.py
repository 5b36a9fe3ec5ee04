"""What is on sale: launches, what was taken off, what is back; and what a snapshot cannot tell."""

import pytest

from opsbook.features.competitors.rules.event import EventRule
from opsbook.features.competitors.rules.events import events_of, off_sale
from support.sightings import FIRST, on, seen, shelf


def _told(log, rule=None):
    return [(e.kind, (e.day - FIRST).days, e.item_id[-1], e.since) for e in events_of(log, rule or EventRule())]


def test_the_first_snapshot_is_no_news():
    """Whatever it holds, everything was there before."""
    assert _told(shelf(0, range(9))) == []


def test_an_item_not_seen_before_is_a_launch():
    """With its price, since the day it was seen or the day it says it was listed."""
    log = [*shelf(0, [1, 2]), *shelf(5, [1, 2, 3], price=279), *shelf(9, [1, 2, 3, 4], listed_on=on(8), list_price=99)]
    assert [(e.kind, e.item_id[-1], e.before, e.after, e.since) for e in events_of(log, EventRule())] == [
        ("launched", "3", None, 279, on(5)),
        ("launched", "4", None, 99, on(8)),
    ]


@pytest.mark.parametrize(
    ("listed_on", "launched"),
    [(None, True), (on(1), True), (on(0), False), (on(-300), False)],
    ids=["no date", "after the first look", "on its day", "long ago"],
)
def test_what_was_listed_before_the_shop_was_watched_is_no_launch(listed_on, launched):
    """It was only found late."""
    log = [*shelf(0, [1]), *shelf(5, [1]), *shelf(5, [2], listed_on=listed_on)]
    assert [one[0] for one in _told(log)] == ["launched"] * launched


def test_what_was_listed_since_the_shop_is_watched_is_a_launch():
    """Even where other snapshots came between."""
    log = [*shelf(0, [1]), *shelf(5, [1]), *shelf(9, [1]), *shelf(9, [2], listed_on=on(3))]
    assert _told(log) == [("launched", 9, "2", on(3))]


@pytest.mark.parametrize(
    ("known", "new", "launches"),
    [(1, 3, 3), (1, 4, 0), (5, 5, 5), (5, 6, 0)],
    ids=["three", "four beside one", "as many as known", "more than known"],
)
def test_many_new_items_at_once_are_a_longer_list(known, new, launches):
    """The first list was typed by hand, the second came from a file: what is in it without a date is no news."""
    log = [*shelf(0, range(known)), *shelf(1, range(known + new))]
    assert [one[0] for one in _told(log)] == ["launched"] * launches


def test_an_item_missing_from_two_snapshots_is_off_sale():
    """Dated at the second, which confirms it, since it was last seen; its last price is told."""
    log = [*shelf(0, [1, 2], price=159), *shelf(3, [1, 2]), *shelf(5, [1]), *shelf(8, [1]), *shelf(9, [1])]
    assert _told(log) == [("delisted", 8, "2", on(3))]
    assert [(e.before, e.after) for e in events_of(log, EventRule())] == [(159, None)]


def test_an_item_off_sale_is_told_with_its_list_price_where_no_other_is_known():
    """What buyers paid was never noted."""
    log = [row for day, items in enumerate([(1, 2), (1,), (1,)]) for row in shelf(day, items, list_price=299)]
    assert [(e.kind, e.before) for e in events_of(log, EventRule())] == [("delisted", 299)]


@pytest.mark.parametrize(("absent", "day"), [(1, 5), (2, 8), (3, 9), (4, None)])
def test_how_many_snapshots_is_a_setting(absent, day):
    """One snapshot confirms at once, four are not there yet."""
    log = [*shelf(0, [1, 2]), *shelf(5, [1]), *shelf(8, [1]), *shelf(9, [1])]
    assert [one[1] for one in _told(log, EventRule(absent=absent))] == ([] if day is None else [day])


def test_an_item_missing_once_was_overlooked():
    """Snapshots it is missing from must follow on each other."""
    log = [row for day, items in enumerate([[1, 2], [1], [1, 2], [1], [1, 2]]) for row in shelf(day, items)]
    assert _told(log) == []


def test_an_item_that_returns_is_back():
    """Since the first snapshot that lacked it, with its price then and now, and not as a launch."""
    looks = [shelf(0, [1, 2], price=100), shelf(1, [1]), shelf(2, [1]), shelf(6, [1]), shelf(7, [2], price=90)]
    events = events_of([row for look in looks for row in look], EventRule())
    assert [(e.kind, e.before, e.after, e.change and round(e.change, 4), e.since) for e in events] == [
        ("delisted", 100, None, None, on(0)),
        ("back", 100, 90, -0.1, on(1)),
        ("price_down", 100, 90, -0.1, on(0)),
    ]


def test_what_is_back_begins_anew():
    """Missing once more is no event, missing twice is one, each since its own first day."""
    held = [[1, 2], [1], [1, 2], [1], [1], [1, 2], [1], [1, 2], [1], [1], [1, 2]]
    log = [row for day, items in enumerate(held) for row in shelf(day, items)]
    assert _told(log) == [
        ("delisted", 4, "2", on(2)),
        ("back", 5, "2", on(3)),
        ("delisted", 9, "2", on(7)),
        ("back", 10, "2", on(8)),
    ]


def test_what_is_off_sale_now_follows_from_the_events():
    """Taken off and not back."""
    log = [row for day, items in enumerate([(1, 2, 3, 4), (1, 2), (1, 2), (1, 2, 3)]) for row in shelf(day, items)]
    assert off_sale(events_of(log, EventRule())) == {("素里", "60000000004")}


def test_a_gap_between_snapshots_is_no_event():
    """Nobody looked: what is there afterwards as before did not change."""
    assert _told([*shelf(0, range(5), price=9), *shelf(200, range(5), price=9)]) == []


def test_days_on_which_only_others_were_looked_at_do_not_count():
    """An item is missing from snapshots of its own shop."""
    others = [row for day in range(1, 9) for row in shelf(day, [7], shop="木槿")]
    assert _told([*shelf(0, [1, 2]), *others]) == []


@pytest.mark.parametrize(("held", "delisted"), [(5, 5), (4, 0)], ids=["half of what was on sale", "less than half"])
def test_a_few_items_typed_by_hand_take_nothing_off_sale(held, delisted):
    """A snapshot tells what is gone only if it holds at least half of what was on sale."""
    log = [row for day, items in enumerate([10, held, held]) for row in shelf(day, range(items))]
    assert [one[0] for one in _told(log)] == ["delisted"] * delisted


def test_what_counts_as_a_list_is_a_setting():
    """With 0 every snapshot is the whole shop."""
    log = [row for day, items in enumerate([10, 1, 1]) for row in shelf(day, range(items))]
    assert len(_told(log, EventRule(list_share=0))) == 9


def test_a_whole_range_exchanged_is_seen():
    """New goods count towards the list, so that the old ones are known to be gone."""
    log = [row for day, items in enumerate([(1, 2, 3), (4, 5, 6), (4, 5, 6)]) for row in shelf(day, items)]
    kinds = [one[0] for one in _told(log)]
    assert kinds == ["launched"] * 3 + ["delisted"] * 3


def test_a_shop_with_a_new_name_is_the_same_shop():
    """Its items keep their histories, nothing is launched or taken off, and new goods are launches at once."""
    renamed = [
        *shelf(3, [1, 2], "素里家居", price=90),
        *shelf(3, [3], "素里家居"),
        *shelf(4, [1, 2, 3], "素里家居", price=90),
    ]
    log = [*shelf(0, [1, 2], price=100), *renamed]
    assert [(e.kind, e.shop, e.item_id[-1], e.since) for e in events_of(log, EventRule())] == [
        ("price_down", "素里家居", "1", on(0)),
        ("price_down", "素里家居", "2", on(0)),
        ("launched", "素里家居", "3", on(3)),
    ]


def test_half_of_the_items_tell_a_shop_under_a_new_name():
    """However many others there are of one kind."""
    log = [*shelf(0, [2, 3], price=100), *shelf(3, [0, 1], "素里家居"), *shelf(3, [2, 3], "素里家居", price=90)]
    assert [(e.kind, e.item_id[-1]) for e in events_of(log, EventRule())] == [
        *(("launched", "0"), ("launched", "1"), ("price_down", "2"), ("price_down", "3")),
    ]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(shelf(1, [1, 2], "木槿", price=50) + shelf(1, [1, 2], price=100), id="both seen that day"),
        pytest.param(shelf(1, [1, 7, 8], "木槿", price=50), id="less than half of it"),
        pytest.param([seen(1, "木槿", "1", price=50)], id="a number of the operator's own"),
    ],
)
def test_another_shop_is_another_shop(other):
    """A shop that is seen beside, shares few items or only short numbers is no rename."""
    log = [*shelf(0, [1, 2], price=100), seen(0, item="1", price=100), *other]
    assert _told(log) == []
