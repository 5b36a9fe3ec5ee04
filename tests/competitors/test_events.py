"""Events of one item from look to look: worked by hand, with the limits and one step beyond."""

import pytest

from opsbook.features.competitors.rules.event import EventRule, PeerEvent
from opsbook.features.competitors.rules.events import events_of
from support.sightings import ITEM, on, seen, shelf

RULE = EventRule()


def _told(log, rule=RULE):
    return [(e.kind, e.before, e.after, e.change and round(e.change, 4), e.since) for e in events_of(log, rule)]


def _two(before, after):
    """What two looks a week apart tell."""
    return _told([seen(0, **before), seen(7, **after)])


@pytest.mark.parametrize(
    ("before", "after", "events"),
    [
        pytest.param(
            {"price": 219, "list_price": 299},
            {"price": 199, "list_price": 279},
            [("price_down", 219, 199, -0.0913, on(0))],
            id="cheaper, list price too",
        ),
        pytest.param({"price": 149}, {"price": 159}, [("price_up", 149, 159, 0.0671, on(0))], id="no list price"),
        pytest.param(
            {"price": 219, "list_price": 299},
            {"price": 199, "list_price": 299},
            [("coupon", 219, 199, -0.0913, on(0))],
            id="same list price: a coupon did it",
        ),
        pytest.param(
            {"list_price": 299}, {"list_price": 269}, [("price_down", 299, 269, -0.1003, on(0))], id="list price alone"
        ),
        pytest.param(
            {"list_price": 299},
            {"list_price": 269, "price": 199},
            [("price_down", 299, 269, -0.1003, on(0))],
            id="not known before what was paid",
        ),
        pytest.param(
            {"list_price": 299, "price": 199},
            {"list_price": 329},
            [("price_up", 299, 329, 0.1003, on(0))],
            id="not known now what is paid",
        ),
        pytest.param(
            {"price": 199, "list_price": 299}, {"price": 199, "list_price": 399}, [], id="nobody pays a list price"
        ),
        pytest.param({"price": 199.0}, {"price": 199.004}, [], id="less than a cent"),
        pytest.param({"price": 199}, {"price": 199.01}, [("price_up", 199, 199.01, 0.0001, on(0))], id="one cent"),
        pytest.param({"price": 199}, {"price": None}, [], id="not noted"),
        pytest.param({"price": 199}, {"price": 0}, [], id="0 is a blank in disguise"),
        pytest.param({"price": 0}, {"price": 199}, [], id="nothing to compare with"),
        pytest.param({"price": 199}, {"price": float("nan")}, [], id="no number"),
        pytest.param({"price": 199}, {"price": float("inf")}, [], id="endless"),
    ],
)
def test_prices(before, after, events):
    """What buyers pay went up or down, by a coupon where the list price stood still."""
    assert _two(before, after) == events


def test_a_price_stands_from_the_day_it_was_first_seen():
    """Looks that note no price or the same one do not move the day."""
    log = [seen(0, price=219), seen(2, price=219), seen(4), seen(6, price=199), seen(8, price=189)]
    assert _told(log) == [("price_down", 219, 199, -0.0913, on(0)), ("price_down", 199, 189, -0.0503, on(6))]


@pytest.mark.parametrize(
    ("before", "after", "event"),
    [
        pytest.param("水洗棉四件套 夏季床单款", "水洗棉四件套 秋冬床单款", ("title", "夏季", "秋冬"), id="words"),
        pytest.param("水洗棉四件套", "羊毛地毯客厅", ("rewritten", "水洗棉四件套", "羊毛地毯客厅"), id="written anew"),
    ],
)
def test_a_new_title_is_an_event(before, after, event):
    """Its words went and came, or it was written anew; since the day of the old one."""
    assert _two({"title": before}, {"title": after}) == [(*event, None, on(0))]


@pytest.mark.parametrize("after", [" 水洗棉  ａ类 四件套 ", None, ""], ids=["read the same", "none", "empty"])
def test_the_same_title_is_no_event(after):
    """Nor is one that was not noted."""
    assert _two({"title": "水洗棉 A类四件套"}, {"title": after}) == []


@pytest.mark.parametrize("blank", [None, ""], ids=["none", "empty"])
def test_a_title_that_was_not_noted_leaves_the_one_before(blank):
    """The next one is compared with the last that was seen, and with its day."""
    log = [seen(0, title="水洗棉四件套 学生"), seen(3, title=blank), seen(7, title="水洗棉四件套")]
    assert _told(log) == [("title", "学生", None, None, on(0))]


@pytest.mark.parametrize(("differing", "raised"), [(10, False), (11, True)], ids=["at the limit", "one bit more"])
def test_a_picture_changes_beyond_the_distance(differing, raised):
    """Up to the distance it is the same picture, saved again."""
    events = _two({"image": 0, "image_name": "a.jpg"}, {"image": 2**differing - 1, "image_name": "b.jpg"})
    assert events == ([("image", "a.jpg", "b.jpg", round(differing / 64, 4), on(0))] if raised else [])


def test_a_picture_is_compared_with_the_one_last_reported():
    """Small changes add up, and a picture without a file's name is told by its fingerprint."""
    log = [seen(0, image=0), seen(1, image=0b11111111), seen(2), seen(3, image=0xFFFF), seen(4, image=0xFFFF)]
    assert _told(log) == [("image", "#0000000000000000", "#000000000000ffff", 0.25, on(0))]


@pytest.mark.parametrize(
    ("before", "after", "events"),
    [
        pytest.param(30, 20, [("rank_up", 30, 20, 0.3333, on(0))], id="10 places up"),
        pytest.param(20, 30, [("rank_down", 20, 30, -0.5, on(0))], id="10 places down"),
        pytest.param(11, 1, [("rank_up", 11, 1, 0.9091, on(0))], id="to the first place"),
        pytest.param(30, 21, [], id="9 places"),
        pytest.param(30, None, [], id="not noted"),
        pytest.param(30, 0, [], id="no place"),
    ],
)
def test_ranks(before, after, events):
    """A move of ten places is told, up to a smaller number."""
    assert _two({"rank": before}, {"rank": after}) == events


def test_a_rank_is_compared_with_the_one_last_reported():
    """Small moves add up."""
    log = [seen(day, rank=rank) for day, rank in enumerate([30, 25, 20, 15, 11, 10])]
    assert _told(log) == [("rank_up", 30, 20, 0.3333, on(0)), ("rank_up", 20, 10, 0.5, on(2))]


@pytest.mark.parametrize(
    ("sales", "events"),
    [
        pytest.param([820, 820, 1460], [(820, 1460, 0.7805)], id="over half more"),
        pytest.param([800, 1200], [(800, 1200, 0.5)], id="exactly half more"),
        pytest.param([800, 1199], [], id="not quite"),
        pytest.param([100, 200], [(100, 200, 1)], id="exactly the floor"),
        pytest.param([100, 199], [], id="twice as much of little"),
        pytest.param([0, 100], [(0, 100, None)], id="from nothing"),
        pytest.param([400, 900, 500, 800], [(400, 900, 1.25), (500, 800, 0.6)], id="the median, not the last"),
        pytest.param([400, 500, 700], [(450, 700, 0.5556)], id="of two looks the mean"),
        pytest.param([800, 900, 1000, 1100, 1200, 1600], [(1000, 1600, 0.6)], id="of five the third"),
        pytest.param([400, 900, 950, 900], [(400, 900, 1.25)], id="told once while it lasts"),
        pytest.param([400, 900, 1400], [(400, 900, 1.25), (900, 1400, 0.5556)], id="and again on top of it"),
        pytest.param([400, 900, 400, 400, 900], [(400, 900, 1.25), (400, 900, 1.25)], id="over, and back again"),
        pytest.param([1460, 820], [], id="falling"),
        pytest.param([None, 500, None, 800], [(500, 800, 0.6)], id="looks without a figure"),
    ],
)
def test_sales_jump_over_their_own_history(sales, events):
    """Half as much again as the median of the item's looks, at least 100 a month."""
    told = _told([seen(day, monthly_sales=figure) for day, figure in enumerate(sales)])
    assert [one[:4] for one in told] == [("sales_jump", *one) for one in events]


def test_a_jump_on_top_of_another_dates_from_it():
    """The sales of the first look stood from then on, those of the jump from the day it was told."""
    told = _told([seen(day, monthly_sales=figure) for day, figure in enumerate([400, 900, 1400])])
    assert [(before, since) for _, before, _, _, since in told] == [(400, on(0)), (900, on(1))]


@pytest.mark.parametrize(("days", "raised"), [(30, True), (31, False)], ids=["30 days", "31 days"])
def test_sales_are_compared_with_the_last_thirty_days(days, raised):
    """A monthly figure says nothing about what came before it."""
    told = _told([seen(0, monthly_sales=500), seen(days, monthly_sales=900)])
    assert told == ([("sales_jump", 500, 900, 0.8, on(0))] if raised else [])


def test_settings_decide_what_is_an_event():
    """Every figure of the rule is used."""
    log = [seen(0, monthly_sales=10, rank=5, image=0), seen(1, monthly_sales=12, rank=4, image=1)]
    assert _told(log) == []
    sensitive = EventRule(jump=0.1, jump_floor=1, rank_step=1, image_distance=0)
    assert [one[0] for one in _told(log, sensitive)] == ["image", "rank_up", "sales_jump"]


def test_with_every_limit_at_nought_the_same_is_still_no_event():
    """Nothing that stands still has changed."""
    same = {"monthly_sales": 0, "rank": 5, "image": 3, "price": 9}
    rule = EventRule(jump=0, jump_floor=0, rank_step=0, image_distance=0)
    assert _told([seen(0, **same), seen(1, **same)], rule) == []


def test_an_event_says_whose_it_is():
    """Day, shop and item are those of the look that shows it."""
    log = [*shelf(0, [1]), seen(0, price=100), seen(3, price=90)]
    assert events_of(log, RULE) == (PeerEvent(on(3), "素里", ITEM, "price_down", 100, 90, pytest.approx(-0.1), on(0)),)
