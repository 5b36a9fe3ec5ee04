"""Keyword actions: what to do, why, and the intervals behind it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from opsbook.features.promotion.breakeven import breakeven_roi
from opsbook.features.promotion.interval import wilson
from opsbook.features.promotion.keywords import Action, Keyword, Reason, keyword_action
from opsbook.model.errors import FigureRefusedError

# 40 of 400: Wilson 0.07430 to 0.13331; ROI 6000 / 600 = 10, interval 7.43 to 13.34; break-even 1 / 0.3 = 3.33
GOOD = Keyword(impressions=20_000, clicks=400, orders=40, spend=600.0, gmv=6000.0, rank=4)
ORDER = [Action.LOWER, Action.WATCH, Action.RAISE]
SOLD = st.builds(
    Keyword,
    impressions=st.just(100_000),
    clicks=st.integers(100, 5000),
    orders=st.integers(1, 300),
    spend=st.integers(1, 10**6).map(float),
    gmv=st.integers(0, 10**6).map(float),
)


@pytest.mark.parametrize(
    ("changes", "settings", "action", "reason"),
    [
        pytest.param({}, {}, Action.RAISE, Reason.ABOVE_BREAKEVEN, id="whole interval above"),
        pytest.param({"rank": None}, {}, Action.RAISE, Reason.ABOVE_BREAKEVEN, id="rank unknown"),
        pytest.param({"rank": 1.5}, {}, Action.RAISE, Reason.ABOVE_BREAKEVEN, id="second half the time"),
        pytest.param({"rank": 1.49}, {}, Action.WATCH, Reason.FIRST_ALREADY, id="mostly first"),
        pytest.param(
            {"gmv": 1400.0}, {}, Action.LOWER, Reason.BELOW_BREAKEVEN, id="whole interval below: 1.73 to 3.11"
        ),
        pytest.param({"gmv": 1600.0}, {}, Action.WATCH, Reason.AROUND_BREAKEVEN, id="value below, interval across"),
        pytest.param({"gmv": 2500.0}, {}, Action.WATCH, Reason.AROUND_BREAKEVEN, id="value above, interval across"),
        pytest.param({"gmv": 0.0}, {}, Action.LOWER, Reason.BELOW_BREAKEVEN, id="sold for nothing"),
        pytest.param({}, {"gross_margin": None}, Action.WATCH, Reason.MARGIN_MISSING, id="margin unknown"),
        pytest.param({}, {"gross_margin": 0}, Action.LOWER, Reason.NO_MARGIN, id="no margin: nothing breaks even"),
        pytest.param({}, {"gross_margin": -0.1}, Action.LOWER, Reason.NO_MARGIN, id="sold at a loss"),
        pytest.param({"spend": 0.0}, {}, Action.WATCH, Reason.NO_SPEND, id="free clicks"),
        pytest.param({"spend": None}, {}, Action.WATCH, Reason.FIGURE_MISSING, id="spend unknown"),
        pytest.param({"gmv": None}, {}, Action.WATCH, Reason.FIGURE_MISSING, id="payments unknown"),
        pytest.param({"clicks": None}, {}, Action.WATCH, Reason.FIGURE_MISSING, id="clicks unknown"),
        pytest.param({"orders": None}, {}, Action.WATCH, Reason.FIGURE_MISSING, id="orders unknown"),
        pytest.param({"impressions": None}, {}, Action.RAISE, Reason.ABOVE_BREAKEVEN, id="impressions unknown"),
        pytest.param({"clicks": 99}, {}, Action.WATCH, Reason.FEW_CLICKS, id="one click short"),
        pytest.param({"clicks": 100}, {}, Action.RAISE, Reason.ABOVE_BREAKEVEN, id="clicks just enough"),
        pytest.param({"clicks": 30}, {"min_clicks": 30}, Action.RAISE, Reason.ABOVE_BREAKEVEN, id="own fewest clicks"),
        pytest.param({"clicks": 0, "orders": 0}, {"min_clicks": 0}, Action.WATCH, Reason.FEW_CLICKS, id="no clicks"),
        pytest.param({"orders": 0, "gmv": 0.0}, {}, Action.DELETE, Reason.HOPELESS, id="never sold"),
        # 0 of 400: upper end 3.8415 / 403.8415 = 0.95%; 0 of 100: 3.70%
        pytest.param(
            {"orders": 0}, {"shop_cvr": 0.0096}, Action.DELETE, Reason.HOPELESS, id="upper end below the shop"
        ),
        pytest.param(
            {"orders": 0}, {"shop_cvr": 0.0095}, Action.WATCH, Reason.UNSOLD_YET, id="upper end above the shop"
        ),
        pytest.param(
            {"orders": 0, "clicks": 100}, {"shop_cvr": 0.03}, Action.WATCH, Reason.UNSOLD_YET, id="may still sell"
        ),
        pytest.param(
            {"orders": 0}, {"gross_margin": None}, Action.DELETE, Reason.HOPELESS, id="hopeless at any margin"
        ),
        pytest.param(
            {"bid": False, "orders": 1, "clicks": 3}, {}, Action.ADD, Reason.SOLD_NOT_BID, id="sold, not bid on"
        ),
        pytest.param({"bid": False, "orders": 0}, {}, Action.WATCH, Reason.UNSOLD_NOT_BID, id="neither"),
        pytest.param({"bid": False, "orders": None}, {}, Action.WATCH, Reason.UNSOLD_NOT_BID, id="not bid on, unknown"),
        pytest.param(
            {"orders": 500, "gmv": 60_000.0}, {}, Action.RAISE, Reason.ABOVE_BREAKEVEN, id="more orders than clicks"
        ),
    ],
)
def test_a_keyword_gets_its_action_and_reason(changes, settings, action, reason):
    """Raise, lower, delete, watch or add, on the line and one past it."""
    advice = keyword_action(replace(GOOD, **changes), **{"gross_margin": 0.3, **settings})
    assert (advice.action, advice.reason) == (action, reason)


def test_the_figures_are_those_worked_by_hand():
    """Rates with their Wilson intervals; ROI's interval is cvr's times 150 yuan per order over 1.5 yuan per click."""
    advice = keyword_action(GOOD, 0.3)
    assert (advice.ctr.value, advice.cvr.value, advice.roi.value) == pytest.approx((0.02, 0.1, 10))
    # (0.1 + 3.841459/800 +- 1.959964 sqrt(0.09/400 + 3.841459/640000)) / (1 + 3.841459/400)
    assert (advice.cvr.low, advice.cvr.high) == pytest.approx((0.07430, 0.13331), abs=5e-6)
    assert (advice.roi.low, advice.roi.high) == pytest.approx((advice.cvr.low * 100, advice.cvr.high * 100))
    assert advice.breakeven == pytest.approx(10 / 3)


def test_what_cannot_be_said_is_left_empty():
    """Nothing shown, nothing clicked, nothing sold: no rate, no ROI."""
    advice = keyword_action(Keyword(0, 0, 0, 0.0, 0.0), None)
    assert (advice.ctr, advice.cvr, advice.roi, advice.breakeven) == (None,) * 4


def test_the_shops_conversion_on_the_edge_of_the_interval_is_no_reason_to_delete():
    """The keyword may still be as good as the shop."""
    unsold = replace(GOOD, orders=0)
    edge = wilson(0, 400).high
    assert keyword_action(unsold, 0.3, shop_cvr=edge).reason is Reason.UNSOLD_YET
    assert keyword_action(unsold, 0.3, shop_cvr=edge * (1 + 1e-12)).reason is Reason.HOPELESS


def test_break_even_on_the_edge_of_the_interval_is_no_reason_to_act():
    """Only an interval that lies wholly on one side counts."""
    roi = keyword_action(GOOD, 0.3).roi
    for edge in (roi.low, roi.high):
        margin = next(one for one in (1 / edge, 1 / edge * (1 + 2e-16)) if 1 / one <= roi.high and 1 / one >= roi.low)
        assert keyword_action(GOOD, margin).reason is Reason.AROUND_BREAKEVEN


@given(SOLD, st.floats(0.05, 0.9), st.integers(-8, 8))
def test_the_action_has_no_unit(keyword, margin, power):
    """In another currency every keyword gets the same advice."""
    rate = 2.0**power
    other = replace(keyword, spend=keyword.spend * rate, gmv=keyword.gmv * rate)
    assert keyword_action(other, margin).reason is keyword_action(keyword, margin).reason


@given(SOLD, st.floats(0.05, 0.9), st.integers(0, 10**6))
def test_selling_for_more_never_makes_the_advice_worse(keyword, margin, more):
    """Lower, watch, raise, in this order."""
    richer = keyword_action(replace(keyword, gmv=keyword.gmv + more), margin).action
    assert ORDER.index(richer) >= ORDER.index(keyword_action(keyword, margin).action)


@given(SOLD, st.floats(0.05, 0.5), st.floats(0, 0.4))
def test_a_better_margin_never_makes_the_advice_worse(keyword, margin, more):
    """What pays at a small margin pays at a larger one."""
    better = keyword_action(keyword, margin + more).action
    assert ORDER.index(better) >= ORDER.index(keyword_action(keyword, margin).action)


@pytest.mark.parametrize(
    ("changes", "settings", "code"),
    [
        pytest.param({"clicks": 20_001}, {}, "figure-over-whole", id="more clicks than impressions"),
        pytest.param({"clicks": 0.02}, {}, "figure-outside", id="a rate where a count belongs"),
        pytest.param({"orders": -1}, {}, "figure-outside", id="negative orders"),
        pytest.param({"spend": -1.0}, {}, "figure-outside", id="negative spend"),
        pytest.param({"gmv": float("nan")}, {}, "figure-outside", id="payments not a number"),
        pytest.param({}, {"gross_margin": 30}, "rate-outside", id="percent where a rate belongs"),
        pytest.param({}, {"shop_cvr": 3}, "rate-outside", id="the same for the shop"),
        pytest.param({}, {"min_clicks": -1}, "figure-outside", id="negative fewest clicks"),
    ],
)
def test_figures_that_cannot_be_are_refused(changes, settings, code):
    """Rates given as counts, percents given as rates and negative amounts stop the analysis."""
    with pytest.raises(FigureRefusedError) as refused:
        keyword_action(replace(GOOD, **changes), **{"gross_margin": 0.3, **settings})
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17, 857-872, Table I, method 3
        pytest.param(81, 263, 0.2553, 0.3662, id="81 of 263"),
        pytest.param(15, 148, 0.0624, 0.1605, id="15 of 148"),
        pytest.param(0, 20, 0.0, 0.1611, id="0 of 20"),
        pytest.param(1, 29, 0.0061, 0.1718, id="1 of 29"),
    ],
)
def test_intervals_of_rates_are_the_published_ones(successes, trials, low, high):
    """Wilson's score interval, to the four digits of the paper."""
    interval = wilson(successes, trials)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 5000), st.integers(1, 5000), st.sampled_from([0.05, 0.01, 0.2]))
def test_the_interval_is_the_one_of_the_textbooks(successes, trials, alpha):
    """statsmodels, which has it from the same paper, gives the same ends."""
    interval = wilson(successes, trials, alpha)
    ends = proportion_confint(min(successes, trials), trials, alpha=alpha, method="wilson")
    assert (interval.low, interval.high) == pytest.approx(ends, rel=1e-9, abs=1e-12)


def test_more_orders_than_clicks_count_as_all():
    """A conversion above 1 does not exist; repeated orders stay in the payments."""
    assert wilson(12, 10) == wilson(10, 10)


@pytest.mark.parametrize(
    ("margin", "roi"),
    [(0.25, 4), (1, 1), (0.3, pytest.approx(10 / 3)), (0, None), (-0.2, None), (None, None)],
)
def test_break_even_is_one_over_the_margin(margin, roi):
    """Without a margin above 0 nothing breaks even."""
    assert breakeven_roi(margin) == roi


@pytest.mark.parametrize("wrong", [1.01, 30, float("nan")])
def test_a_margin_above_one_is_refused(wrong):
    """30 is a percent, not a rate."""
    with pytest.raises(FigureRefusedError):
        breakeven_roi(wrong)
