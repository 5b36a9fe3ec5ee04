"""Our price over the peers'."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.competitors.rules.price_index import price_index
from opsbook.model.errors import FigureRefusedError

PRICES = st.integers(1, 10**7).map(lambda cents: cents / 100)


@pytest.mark.parametrize(
    ("price", "peers", "index"),
    [
        pytest.param(110, [90, 100, 120], 1.1, id="odd number of peers"),
        pytest.param(90, [80, 120], 0.9, id="even number: mean of the middle two"),
        pytest.param(100, [100, 100], 1, id="equal prices"),
        pytest.param(110, [None, 100, None], 1.1, id="missing prices are passed over"),
        pytest.param(50, [90, 100, 120], 0.5, id="cheapest"),
    ],
)
def test_indexes_are_those_worked_by_hand(price, peers, index):
    """Price over the median."""
    assert price_index(price, peers) == pytest.approx(index)


@pytest.mark.parametrize(("price", "peers"), [(None, [100]), (100, []), (100, [None, None])])
def test_without_prices_there_is_no_index(price, peers):
    """Ours and at least one of theirs are needed."""
    assert price_index(price, peers) is None


@given(PRICES, st.lists(PRICES, min_size=1, max_size=20), st.randoms())
def test_the_order_of_peers_does_not_matter(price, peers, chance):
    """Any order gives the same index."""
    shuffled = [*peers]
    chance.shuffle(shuffled)
    assert price_index(price, shuffled) == price_index(price, peers)


@given(PRICES, st.lists(PRICES, min_size=1, max_size=20), st.sampled_from([0.5, 4.0]))
def test_the_index_has_no_unit(price, peers, rate):
    """In another currency it is the same."""
    assert price_index(price * rate, [one * rate for one in peers]) == price_index(price, peers)


@given(PRICES, PRICES, st.lists(PRICES, min_size=1, max_size=20))
def test_a_higher_price_never_stands_lower(price, more, peers):
    """The index rises with the price."""
    assert price_index(price + more, peers) > price_index(price, peers)


@pytest.mark.parametrize(("price", "peers"), [(0, [100]), (-1, [100]), (100, [100, 0]), (100, [float("nan")])])
def test_prices_that_cannot_be_are_refused(price, peers):
    """A price of 0 is a blank in disguise."""
    with pytest.raises(FigureRefusedError):
        price_index(price, peers)
