"""Candidates for the same style: by title, by picture, the items with most traffic first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.competitors.titles.same_style import Match, OwnItem, StyleRule, candidates
from support.sightings import seen

RULE = StyleRule()
OURS = "水洗棉四件套裸睡简约纯色床单款"
COPY = "简约纯色水洗棉裸睡四件套 床单款包邮"
OTHER = "竹棉凉被双人空调被夏凉被"


def _found(own, log, rule=RULE):
    return [(one.item_id, one.shop, one.peer_item_id) for one in candidates(own, log, rule)]


def test_a_copy_is_found_and_other_goods_are_not():
    """With both likenesses where both can be known."""
    log = [seen(0, "素里", "1", title=COPY, image=0b111), seen(0, "素里", "2", title=OTHER, image=2**64 - 1)]
    assert candidates([OwnItem("9", OURS, image=0)], log, RULE) == (Match("9", "素里", "1", 1, 1 - 3 / 64),)


@pytest.mark.parametrize(("differing", "found"), [(10, True), (11, False)], ids=["ten bits apart", "eleven"])
def test_a_stolen_picture_is_enough(differing, found):
    """Another title does not hide it."""
    log = [seen(0, "素里", "1", title=OTHER, image=2**differing - 1)]
    assert _found([OwnItem("9", OURS, image=0)], log) == [("9", "素里", "1")] * found


@pytest.mark.parametrize(("common", "found"), [(13, True), (12, False)], ids=["13 of 20", "12 of 20"])
def test_titles_are_alike_from_the_limit_on(common, found):
    """A share of 0.65 in common is alike, a little less is not."""
    title = "春夏秋冬东南西北上下左右前后里外天地玄黄"
    copy = title[:common] + "甲乙丙丁戊己庚辛"[: 20 - common]
    assert _found([OwnItem("9", title)], [seen(0, "素里", "1", title=copy)]) == [("9", "素里", "1")] * found


def test_items_with_most_traffic_come_first():
    """Then the most alike, then shops and items in order; an item without traffic comes last."""
    own = [OwnItem("7", OURS), OwnItem("9", OURS, traffic=50), OwnItem("8", OURS, traffic=900)]
    log = [
        seen(0, "木槿", "1", title=OURS + "学生宿舍"),
        seen(0, "素里", "3", title=OURS),
        seen(0, "素里", "2", title=OURS),
    ]
    assert _found(own, log) == [
        (item, *peer) for item in ("8", "9", "7") for peer in (("素里", "2"), ("素里", "3"), ("木槿", "1"))
    ]


def test_the_same_picture_is_more_alike_than_a_title_with_other_words():
    """Of title and picture the one that is more alike counts."""
    log = [seen(0, "木槿", "1", title=OURS + "学生宿舍"), seen(0, "素里", "2", title=OTHER, image=0)]
    assert _found([OwnItem("9", OURS, image=0)], log) == [("9", "素里", "2"), ("9", "木槿", "1")]


def test_items_that_are_off_sale_are_no_candidates():
    """Their last price compares with nothing; another shop's item of the same short number stays."""
    log = [seen(0, shop, item, title=COPY) for shop, item in (("素里", "7"), ("木槿", "7"), ("木槿", "8"))]
    gone = {("素里", "7"), ("木槿", "8")}
    assert [one.shop for one in candidates([OwnItem("9", OURS)], log, RULE, gone)] == ["木槿"]


def test_the_newest_picture_counts():
    """A look without one leaves the last one, and likeness counts from the limit on."""
    log = [seen(0, "素里", "1", image=2**64 - 1), seen(1, "素里", "1", image=2**16 - 1), seen(2, "素里", "1")]
    assert _found([OwnItem("9", image=0)], log, StyleRule(image_likeness=0.75)) == [("9", "素里", "1")]


def test_the_newest_title_counts():
    """A copy that gave the title up is none; a look without a title leaves the last one."""
    log = [seen(0, "素里", "1", title=COPY), seen(3, "素里", "1", title=OTHER)]
    assert _found([OwnItem("9", OURS)], log) == []
    assert _found([OwnItem("9", OURS)], [log[0], seen(3, "素里", "1")]) == [("9", "素里", "1")]


@pytest.mark.parametrize(
    "own", [OwnItem("1", OURS), OwnItem("9"), OwnItem("9", "包邮")], ids=["ours", "no title", "empty"]
)
def test_what_cannot_be_compared_is_no_candidate(own):
    """Our own item in the log, and items that say nothing, match nothing."""
    log = [seen(0, "素里", "1", title=OURS if own.item_id == "1" else "包邮"), seen(0, "素里", "3")]
    assert _found([own], log) == []


TITLES = st.sampled_from([None, OURS, COPY, OTHER, "水洗棉夏凉被"])
OWN = st.lists(
    st.builds(OwnItem, st.sampled_from(["7", "8", "9"]), TITLES, traffic=st.sampled_from([None, 1.0, 5.0])),
    unique_by=lambda one: one.item_id,
)
LOGS = st.lists(
    st.builds(
        seen, st.integers(0, 3), st.sampled_from(["素里", "木槿"]), st.sampled_from(["1", "2", "9"]), title=TITLES
    ),
    max_size=10,
    unique_by=lambda row: (row.day, row.shop, row.item_id),
)


@given(OWN, LOGS, st.randoms())
def test_order_and_repetition_do_not_matter(own, log, chance):
    """Own items and rows in any order, once or twice, give the same candidates, each once."""
    rows, items = [*log, *log], [*own]
    chance.shuffle(rows)
    chance.shuffle(items)
    found = candidates(items, rows, RULE)
    assert found == candidates(own, log, RULE)
    assert len(set(found)) == len(found)


@given(OWN, LOGS)
def test_a_stricter_limit_finds_no_more(own, log):
    """What is found at a higher limit is found at a lower one."""
    assert set(candidates(own, log, StyleRule(similarity=0.9))) <= set(candidates(own, log, StyleRule(similarity=0.5)))
