"""Customers lost: to whom, how many, how much, which share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.competitors.rules.lost import Loss, LostTo, lost_to
from support.sightings import on


def test_losses_are_added_up_by_shop():
    """The largest amount first, with its share of everything lost, and whether the shop is watched."""
    losses = [
        Loss(on(0), "木槿", "1", 10, 1000),
        Loss(on(1), "木槿", "1", 5, 500),
        Loss(on(0), "素里", "2", 25, 2500),
        Loss(on(0), "木槿", "3", 10, 1000),
    ]
    assert lost_to(losses, {"素里"}) == (
        LostTo("木槿", 25, 2500, 0.5, 0.5, watched=False, item_id="1"),
        LostTo("素里", 25, 2500, 0.5, 0.5, watched=True, item_id="2"),
    )


def test_the_largest_amount_comes_first():
    """Then the most customers, then names."""
    told = {"丙": (1, 100), "乙": (9, 50), "甲": (3, 50), "丁": (3, 50), "戊": (None, None)}
    losses = [Loss(on(0), shop, None, users, amount) for shop, (users, amount) in told.items()]
    assert [one.shop for one in lost_to(losses, ())] == ["丙", "乙", *sorted(["甲", "丁"]), "戊"]


@pytest.mark.parametrize(
    ("losses", "sums"),
    [
        pytest.param([], [], id="nothing lost"),
        pytest.param([Loss(on(0), "木槿", None, None, 80)], [(None, 80, None, 1)], id="no customers told"),
        pytest.param([Loss(on(0), "木槿", None, 3, None)], [(3, None, 1, None)], id="no amount told"),
        pytest.param([Loss(on(0), "木槿", None, 0, 0)], [(0, 0, None, None)], id="a share of nothing is none"),
        pytest.param(
            [Loss(on(0), "木槿", None, 3, None), Loss(on(1), "木槿", None, None, 80)],
            [(3, 80, 1, 1)],
            id="told in parts",
        ),
    ],
)
def test_what_is_not_told_is_not_nought(losses, sums):
    """Missing figures give none."""
    found = [(one.users, one.amount, one.user_share, one.amount_share) for one in lost_to(losses, ())]
    assert found == sums


@pytest.mark.parametrize(
    ("losses", "amount"),
    [
        pytest.param([("1", 80), ("1", 90)], 170, id="two names of a shop on one item"),
        pytest.param([("1", 80), (None, 200), ("2", 90)], 200, id="the whole shop and items of it"),
        pytest.param([(None, 200), (None, 100)], 300, id="two names of a whole shop"),
    ],
)
def test_rows_of_one_shop_and_day_become_one_sum(losses, amount):
    """Parts are added; what the whole shop took stands for its items of that day, and for no other day or shop."""
    others = [Loss(on(1), "木槿", "1", None, 1000), Loss(on(0), "素里", "1", None, 10)]
    told = [*(Loss(on(0), "木槿", item, None, yuan) for item, yuan in losses), *others]
    assert [(one.shop, one.amount) for one in lost_to(told, ())] == [("木槿", 1000 + amount), ("素里", 10)]


@pytest.mark.parametrize(
    ("losses", "item"),
    [
        pytest.param([("1", 1, 60), ("2", 1, 50), ("2", 1, 50)], "2", id="added up over days"),
        pytest.param([("1", 9, 50), ("2", 2, 60)], "2", id="amounts before customers"),
        pytest.param([("1", 3, None), ("2", 2, None), ("2", 2, None)], "2", id="customers where no amount is told"),
        pytest.param([("2", 1, 50), ("1", 1, 50)], "1", id="equal"),
        pytest.param([(None, 3, 80)], None, id="the whole shop"),
    ],
)
def test_the_item_that_most_was_spent_on_is_named(losses, item):
    """Who knows a shop by its number only can look it up by that item."""
    told = [Loss(on(at), "木槿", one, users, amount) for at, (one, users, amount) in enumerate(losses)]
    assert [one.item_id for one in lost_to(told, ())] == [item]


LOSSES = st.lists(
    st.builds(
        Loss,
        st.integers(0, 3).map(on),
        st.sampled_from(["素里", "木槿", "小满"]),
        st.sampled_from([None, "1", "2"]),
        st.none() | st.integers(0, 50).map(float),
        st.none() | st.integers(0, 5000).map(float),
    ),
    unique_by=lambda one: (one.day, one.shop, one.item_id),
)


@given(LOSSES, st.randoms())
def test_the_order_of_losses_does_not_matter(losses, chance):
    """Rows of any order add up to the same."""
    shuffled = [*losses]
    chance.shuffle(shuffled)
    assert lost_to(shuffled, ()) == lost_to(losses, ())


@given(LOSSES)
def test_shares_make_a_whole(losses):
    """Nothing is lost between the shops, but for items that a whole shop stands for."""
    whole = {(one.day, one.shop) for one in losses if one.item_id is None}
    counted = [one for one in losses if one.item_id is None or (one.day, one.shop) not in whole]
    found = lost_to(losses, ())
    assert sum(one.amount or 0 for one in found) == sum(one.amount or 0 for one in counted)
    shares = [one.user_share for one in found if one.user_share is not None]
    assert sum(shares) == pytest.approx(1 if shares else 0)
