"""Anomalies: a day against the same weekday of the weeks before, robust against odd days among them."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.diagnosis.anomaly import Finding, anomaly, usual_limit
from opsbook.model.errors import FigureRefusedError

# median 100, absolute deviations 0 0 1 1 3 3 4 4: MAD 2, spread 1.4826 x 2 = 2.9652
ORDINARY = [100, 104, 96, 101, 99, 103, 97, 100]
# MAD 0; mean absolute deviation (30 + 30) / 8 = 7.5, spread 1.2533 x 7.5 = 9.39975
MOSTLY_EQUAL = [100, 100, 130, 100, 100, 70, 100, 100]
THREE = {"z_limit": 3}
WHOLE = st.integers(-(10**6), 10**6)
HISTORY = st.lists(WHOLE, min_size=4, max_size=8)


@pytest.mark.parametrize(
    ("value", "history", "limits", "finding"),
    [
        pytest.param(90, ORDINARY, {}, Finding.NORMAL, id="z -3.37 of 5.9"),
        pytest.param(90, ORDINARY, THREE, Finding.LOW, id="z -3.37, change exactly -10%"),
        pytest.param(90.01, ORDINARY, THREE, Finding.NORMAL, id="change just under 10%"),
        pytest.param(110, ORDINARY, THREE, Finding.HIGH, id="change exactly 10%"),
        pytest.param(108.8956, ORDINARY, THREE | {"change_limit": 0.05}, Finding.HIGH, id="z exactly 3"),
        pytest.param(108.8955, ORDINARY, THREE | {"change_limit": 0.05}, Finding.NORMAL, id="z just under 3"),
        pytest.param(110, ORDINARY, {"z_limit": 3.5}, Finding.NORMAL, id="own limit of z"),
        pytest.param(100, ORDINARY, {"z_limit": 0, "change_limit": 0}, Finding.NORMAL, id="the median is never odd"),
        pytest.param(129, MOSTLY_EQUAL, THREE, Finding.HIGH, id="mostly equal: z 3.09 of the mean deviation"),
        pytest.param(128, MOSTLY_EQUAL, THREE, Finding.NORMAL, id="mostly equal: z 2.98"),
        pytest.param(110, [100] * 8, {}, Finding.HIGH, id="all equal: the change decides"),
        pytest.param(77.77, [70.7] * 8, {}, Finding.HIGH, id="10%, though binary fractions say a little less"),
        pytest.param(109.99, [100] * 8, {}, Finding.NORMAL, id="all equal: change under 10%"),
        pytest.param(100, [100] * 8, {}, Finding.NORMAL, id="all equal and so is the day"),
        pytest.param(1, [0] * 8, {}, Finding.HIGH, id="never anything until now"),
        pytest.param(0, [0] * 8, {}, Finding.NORMAL, id="never anything, today neither"),
        pytest.param(0, ORDINARY, {}, Finding.LOW, id="nothing today"),
        pytest.param(-120, [-100, -101, -99, -100], {}, Finding.LOW, id="negative amounts"),
        pytest.param(500, [100, 101, 99], {}, Finding.NOT_ENOUGH_HISTORY, id="three days"),
        pytest.param(500, [100, 101, 99, None], {}, Finding.NOT_ENOUGH_HISTORY, id="three days and a blank"),
        pytest.param(500, [100, 101, 99, 100], {}, Finding.HIGH, id="four days"),
        pytest.param(500, [100, 101, 99], {"min_days": 3}, Finding.HIGH, id="own fewest days"),
        pytest.param(500, [], {"min_days": 0}, Finding.NOT_ENOUGH_HISTORY, id="no history at all"),
        pytest.param(None, ORDINARY, {}, Finding.MISSING, id="no value"),
        pytest.param(None, [], {}, Finding.MISSING, id="neither"),
    ],
)
def test_a_day_is_reported_when_both_limits_are_reached(value, history, limits, finding):
    """|z| and the change must both reach their limit, on the limit counts; too few days say nothing."""
    assert anomaly(value, history, **limits).finding is finding


@pytest.mark.parametrize(
    ("days", "limit"),
    [(0, 15.8), (4, 15.8), (5, 14.6), (6, 8.1), (7, 7.0), (8, 5.9), (9, 5.4), (12, 4.4), (16, 4.0), (20, 3.6), (30, 3.3), (39, 3.03), (40, 3.0), (400, 3.0)],
)  # fmt: skip
def test_few_days_need_a_larger_distance(days, limit):
    """The limits that one ordinary day in a hundred reaches, by days to compare with, and between them on a line."""
    assert usual_limit(days) == limit


def test_of_few_ordinary_days_hardly_one_is_called_unusual():
    """Of 2,000 chance days beside 8 of their like, 3 spreads would name about one in ten; the limit for 8 names about one in a hundred."""
    chance = Random(8)
    days = [[chance.gauss(1000, 300) for _ in range(9)] for _ in range(2000)]
    named = [anomaly(one[0], one[1:], change_limit=0).finding is not Finding.NORMAL for one in days]
    assert 5 <= sum(named) <= 45
    assert sum(anomaly(one[0], one[1:], **THREE, change_limit=0).finding is not Finding.NORMAL for one in days) > 100


def test_the_figures_are_those_worked_by_hand():
    """Median, spread, z and change of the usual case."""
    result = anomaly(90, ORDINARY)
    assert (result.days, result.expected) == (8, 100)
    assert (result.spread, result.z, result.change) == pytest.approx((2.9652, -10 / 2.9652, -0.1))


@pytest.mark.parametrize(
    ("value", "history", "figures"),
    [
        pytest.param(129, MOSTLY_EQUAL, (100, 9.39975, 29 / 9.39975, 0.29), id="mostly equal"),
        pytest.param(120, [100] * 4, (100, 0, None, 0.2), id="all equal: no z"),
        pytest.param(-120, [-100] * 4, (-100, 0, None, -0.2), id="losses: a larger one is down"),
        pytest.param(1, [0, 0, 0, 0], (0, 0, None, None), id="median 0: no change"),
        pytest.param(None, ORDINARY, (100, 2.9652, None, None), id="no value"),
        pytest.param(5, [None], (None, None, None, None), id="no history"),
    ],
)
def test_what_cannot_be_said_is_left_empty(value, history, figures):
    """A spread or median of 0 gives no number to divide by, and none is made up."""
    result = anomaly(value, history)
    assert (result.expected, result.spread, result.z, result.change) == pytest.approx(figures)


@given(WHOLE, HISTORY, st.randoms())
def test_the_order_of_history_does_not_matter(value, history, chance):
    """Nor do blanks in it."""
    shuffled = [*history, None]
    chance.shuffle(shuffled)
    assert anomaly(value, shuffled) == anomaly(value, history)


@given(WHOLE, HISTORY, st.sampled_from([2, 64, 0.5]))
def test_the_finding_has_no_unit(value, history, rate):
    """In another currency the same days are odd."""
    assert anomaly(value * rate, [one * rate for one in history]).finding is anomaly(value, history).finding


@given(WHOLE, HISTORY)
def test_high_mirrors_low(value, history):
    """What is high among gains is low among losses."""
    mirrored = {Finding.HIGH: Finding.LOW, Finding.LOW: Finding.HIGH, Finding.NORMAL: Finding.NORMAL}
    assert anomaly(-value, [-one for one in history]).finding is mirrored[anomaly(value, history).finding]


@given(WHOLE, HISTORY, st.integers(0, 10**6))
def test_farther_out_is_not_less_odd(value, history, farther):
    """A day above the median that is reported stays reported when it is higher still."""
    if anomaly(value, history).finding is Finding.HIGH:
        assert anomaly(value + farther, history).finding is Finding.HIGH


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"value": float("nan"), "history": ORDINARY}, id="value"),
        pytest.param({"value": 1, "history": [1, float("inf"), 2, 3]}, id="history"),
        pytest.param({"value": 1, "history": ORDINARY, "z_limit": -1}, id="negative limit of z"),
        pytest.param({"value": 1, "history": ORDINARY, "change_limit": -0.1}, id="negative limit of change"),
        pytest.param({"value": 1, "history": ORDINARY, "min_days": 2.5}, id="half a day"),
    ],
)
def test_figures_that_cannot_be_are_refused(wrong):
    """Endless figures and negative limits stop the analysis."""
    with pytest.raises(FigureRefusedError):
        anomaly(**wrong)
