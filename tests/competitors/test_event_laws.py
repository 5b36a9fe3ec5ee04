"""Laws of events: order, repetition and gaps do not matter, and what was told stays told."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from opsbook.features.competitors.rules.event import EventRule
from opsbook.features.competitors.rules.events import events_of
from opsbook.features.competitors.rules.sighting import Sighting
from opsbook.features.competitors.words import EVENT_KINDS
from support.sightings import on

RULE = EventRule(jump_floor=10, rank_step=2)
ROWS = st.builds(
    Sighting,
    day=st.integers(0, 8).map(on),
    shop=st.sampled_from(["素里", "木槿", "小满"]),
    item_id=st.sampled_from(["684120337756", "684120337757", "684120337758", "7"]),
    title=st.sampled_from([None, "水洗棉四件套", "水洗棉四件套 加厚", "羊毛地毯客厅"]),
    list_price=st.sampled_from([None, 299.0, 279.0]),
    price=st.sampled_from([None, 0.0, 199.0, 189.5]),
    monthly_sales=st.sampled_from([None, 0.0, 50.0, 500.0]),
    rank=st.sampled_from([None, 1.0, 3.0, 9.0]),
    listed_on=st.sampled_from([None, on(-9), on(3)]),
    image=st.sampled_from([None, 0, 2**40 - 1]),
)
LOGS = st.lists(ROWS, max_size=40, unique_by=lambda row: (row.day, row.shop, row.item_id))


@given(LOGS, st.randoms())
def test_the_order_of_rows_does_not_matter(log, chance):
    """Any order of imports tells the same."""
    shuffled = [*log]
    chance.shuffle(shuffled)
    assert events_of(shuffled, RULE) == events_of(log, RULE)


@given(LOGS)
def test_the_same_data_twice_tells_nothing_twice(log):
    """A file imported again adds no event."""
    assert events_of([*log, *log], RULE) == events_of(log, RULE)


@given(LOGS)
def test_the_first_of_two_rows_counts(log):
    """A row of the same day, shop and item that comes later is passed over."""
    later = [Sighting(row.day, row.shop, row.item_id, "另一个标题", 1, 1, 10**6, 99) for row in log]
    assert events_of([*log, *later], RULE) == events_of(log, RULE)


@given(LOGS, st.integers(0, 8))
def test_what_was_told_stays_told(log, days):
    """Rows of later days add events and change none."""
    shorter = events_of([row for row in log if row.day <= on(days)], RULE)
    assert events_of(log, RULE)[: len(shorter)] == shorter
    assert all(event.day > on(days) for event in events_of(log, RULE)[len(shorter) :])


@given(LOGS)
def test_one_event_for_each_item_kind_and_day(log):
    """In order, of known kinds, of a row's own day and shop, since an earlier day or the day itself."""
    events = events_of(log, RULE)
    keys = [(event.day, event.shop, event.item_id, event.kind) for event in events]
    assert keys == sorted(set(keys))
    assert {event.kind for event in events} <= set(EVENT_KINDS)
    assert {key[:2] for key in keys} <= {(row.day, row.shop) for row in log}
    assert all(event.since <= event.day for event in events if event.kind != "launched")


@given(LOGS)
def test_looking_again_at_what_did_not_change_tells_nothing_of_it(log):
    """The newest rows of each shop, seen once more a day later, raise nothing but what is missing for the second time."""
    newest = {row.shop: row.day for row in sorted(log, key=lambda row: row.day)}
    again = [
        Sighting(on(9), row.shop, row.item_id, row.title, row.list_price, row.price, row.monthly_sales, row.rank)
        for row in log
        if row.day == newest[row.shop]
    ]
    told = {event.kind for event in events_of([*log, *again], RULE) if event.day == on(9)}
    assert told <= {"delisted"}


@given(LOGS, st.integers(1, 30))
@settings(max_examples=50)
def test_a_gap_changes_no_event(log, days):
    """All later days put off: the same kinds of the same items, but for sales, which compare with the last 30 days."""
    moved = [_put_off(row, days) for row in log]
    plain = [event for event in events_of(log, RULE) if event.kind != "sales_jump"]
    later = [event for event in events_of(moved, RULE) if event.kind != "sales_jump"]
    assert [(e.shop, e.item_id, e.kind, e.before, e.after, e.change) for e in later] == [
        (e.shop, e.item_id, e.kind, e.before, e.after, e.change) for e in plain
    ]


def _put_off(row: Sighting, days: int) -> Sighting:
    gap = timedelta(days=days if row.day > on(3) else 0)
    listed = row.listed_on + gap if row.listed_on and row.listed_on > on(3) else row.listed_on
    return replace(row, day=row.day + gap, listed_on=listed)


WHOLE = st.lists(
    st.tuples(*(st.sampled_from([None, 199.0, 189.5]) for _ in range(3)), st.sampled_from([50.0, 500.0])),
    min_size=1,
    max_size=8,
).map(
    lambda looks: [
        Sighting(on(day), "素里", f"68412033775{item}", price=price, monthly_sales=sales)
        for day, (*prices, sales) in enumerate(looks)
        for item, price in enumerate(prices)
    ]
)


@given(WHOLE, st.integers(0, 8), st.integers(0, 8))
@example([Sighting(on(day), "素里", "684120337750", price=199 - day) for day in range(5)], 1, 3)
def test_a_new_name_of_a_shop_changes_no_event(log, first, last):
    """Renamed on a day, and back on another: the same events under the name of their day."""
    renamed = [replace(row, shop="素里家居") if on(first) <= row.day < on(last) else row for row in log]
    plain = [replace(event, shop="") for event in events_of(log, RULE)]
    assert [replace(event, shop="") for event in events_of(renamed, RULE)] == plain


@given(LOGS, st.sampled_from([2.0, 0.5]))
def test_events_have_no_currency(log, rate):
    """Prices in another unit tell the same changes."""
    other = [
        Sighting(
            *(row.day, row.shop, row.item_id, row.title),
            row.list_price and row.list_price * rate,
            row.price and row.price * rate,
        )
        for row in log
    ]
    plain = [Sighting(row.day, row.shop, row.item_id, row.title, row.list_price, row.price) for row in log]
    kinds = [[(e.day, e.item_id, e.kind, e.change) for e in events_of(rows, RULE)] for rows in (plain, other)]
    assert kinds[0] == kinds[1]
