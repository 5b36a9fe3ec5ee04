"""Our price among the peers'."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.competitors.price_index import price_position
from opsbook.errors import FigureRefusedError

PRICES = st.integers(1, 10**7).map(lambda cents: cents / 100)


@pytest.mark.parametrize(
    ("price", "peers", "index", "median", "cheaper", "count"),
    [
        pytest.param(110, [90, 100, 120], 1.1, 100, 2 / 3, 3, id="odd number of peers"),
        pytest.param(90, [80, 120], 0.9, 100, 0.5, 2, id="even number: mean of the middle two"),
        pytest.param(100, [100, 100], 1, 100, 0, 2, id="equal prices are not cheaper"),
        pytest.param(110, [None, 100, None], 1.1, 100, 1, 1, id="missing prices are passed over"),
        pytest.param(50, [90, 100, 120], 0.5, 100, 0, 3, id="cheapest"),
    ],
)
def test_positions_are_those_worked_by_hand(price, peers, index, median, cheaper, count):
    """Price over the median, and the share of peers below it."""
    result = price_position(price, peers)
    assert (result.index, result.peer_median, result.cheaper_share, result.peers) == pytest.approx(
        (index, median, cheaper, count)
    )


@pytest.mark.parametrize(("price", "peers"), [(None, [100]), (100, []), (100, [None, None])])
def test_without_prices_there_is_no_position(price, peers):
    """Ours and at least one of theirs are needed."""
    assert price_position(price, peers) is None


@given(PRICES, st.lists(PRICES, min_size=1, max_size=20), st.randoms())
def test_the_order_of_peers_does_not_matter(price, peers, chance):
    """Any order gives the same position."""
    shuffled = [*peers]
    chance.shuffle(shuffled)
    assert price_position(price, shuffled) == price_position(price, peers)


@given(PRICES, st.lists(PRICES, min_size=1, max_size=20), st.sampled_from([0.5, 4.0]))
def test_the_index_has_no_unit(price, peers, rate):
    """In another currency index and place are the same."""
    plain, other = price_position(price, peers), price_position(price * rate, [one * rate for one in peers])
    assert (other.index, other.cheaper_share) == (plain.index, plain.cheaper_share)


@given(PRICES, PRICES, st.lists(PRICES, min_size=1, max_size=20))
def test_a_higher_price_never_stands_lower(price, more, peers):
    """Index and share of cheaper peers rise with the price."""
    low, high = price_position(price, peers), price_position(price + more, peers)
    assert high.index > low.index
    assert high.cheaper_share >= low.cheaper_share


@pytest.mark.parametrize(("price", "peers"), [(0, [100]), (-1, [100]), (100, [100, 0]), (100, [float("nan")])])
def test_prices_that_cannot_be_are_refused(price, peers):
    """A price of 0 is a blank in disguise."""
    with pytest.raises(FigureRefusedError):
        price_position(price, peers)
