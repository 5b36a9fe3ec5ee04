"""Effects of traffic sources: more visitors, or visitors worth more; exact for each source and in sum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.diagnosis.sources import Traffic, source_effects
from opsbook.model.errors import FigureRefusedError

TRAFFIC = st.builds(Traffic, st.integers(0, 10**6), st.integers(0, 10**10).map(lambda cents: cents / 100))
SIDES = st.dictionaries(st.sampled_from(["搜索", "推荐", "直播", "活动", "会员", "站外"]), TRAFFIC, max_size=6)


@pytest.mark.parametrize(
    ("before", "after", "volume", "rate"),
    [
        # r 2 -> 3: 50 x 2.5 and 1 x 125
        pytest.param((100, 200), (150, 450), 125, 125, id="both rose"),
        # r 2 -> 1: 100 x 1.5 and -1 x 150
        pytest.param((100, 200), (200, 200), 150, -150, id="they cancel out"),
        pytest.param((100, 200), (100, 350), 0, 150, id="same visitors"),
        pytest.param((100, 200), (60, 120), -80, 0, id="same value"),
        pytest.param((0, 0), (50, 120), 120, 0, id="new source is all volume"),
        pytest.param((50, 120), (0, 0), -120, 0, id="lost source is all volume"),
        pytest.param((0, 0), (0, 0), 0, 0, id="nothing"),
        pytest.param((0, 30), (50, 120), 120, -30, id="payments without visitors before"),
        pytest.param((50, 120), (0, 30), -120, 30, id="payments without visitors after"),
        pytest.param((0, 30), (0, 80), 0, 50, id="payments without visitors on both sides"),
        pytest.param((100, 0), (150, 0), 0, 0, id="visitors who buy nothing"),
        pytest.param((100, -20), (100, 10), 0, 30, id="refunds above payments"),
    ],
)
def test_effects_are_those_worked_by_hand(before, after, volume, rate):
    """Volume at the mean value per visitor, rate at the mean visitors; without visitors the value stays as it is."""
    (effect,) = source_effects({"搜索": Traffic(*before)}, {"搜索": Traffic(*after)}).effects
    assert (effect.source, effect.volume, effect.rate) == ("搜索", volume, rate)
    assert effect.gap == after[1] - before[1]


@given(SIDES, SIDES)
def test_everything_adds_up_exactly(before, after):
    """Volume and rate make each source's gap, and the sources make the total, to the last bit in any order."""
    result = source_effects(before, after)
    assert all(one.volume + one.rate == one.gap for one in result.effects)
    for backwards in (False, True):
        rows = sorted(result.effects, key=lambda one: one.source, reverse=backwards)
        assert sum(one.volume for one in rows) == result.volume
        assert sum(one.rate for one in rows) == result.rate
        assert sum(one.gap for one in rows) == result.gap == result.volume + result.rate


@given(SIDES, SIDES)
def test_the_gap_is_the_difference_of_payments(before, after):
    """The grid moves it by less than a worksheet shows of the largest effects."""
    wanted = sum(one.gmv for one in after.values()) - sum(one.gmv for one in before.values())
    result = source_effects(before, after)
    sizes = sum(one.gmv for one in (*before.values(), *after.values())) + sum(abs(one.volume) for one in result.effects)
    assert result.gap == pytest.approx(wanted, abs=1e-14 * sizes)


def test_cents_survive():
    """A shop with a hundred million yuan loses none."""
    before, after = {"搜索": Traffic(900_000, 98_765_432.10)}, {"搜索": Traffic(950_000, 98_765_432.11)}
    assert round(source_effects(before, after).gap, 6) == 0.01


@given(SIDES, SIDES)
def test_looking_back_turns_every_sign(before, after):
    """From after to before each effect is taken back."""
    sizes = sum(abs(one.volume) + abs(one.rate) + 1 for one in source_effects(before, after).effects)
    there = {one.source: (one.volume, one.rate) for one in source_effects(before, after).effects}
    back = {one.source: (-one.volume, -one.rate) for one in source_effects(after, before).effects}
    assert back == {source: pytest.approx(effects, rel=1e-9, abs=1e-12 * sizes) for source, effects in there.items()}


def test_a_source_on_one_side_only_counts_as_nothing_on_the_other():
    """New sources come after the known ones; a row of blanks is a source that is not there."""
    before = {"搜索": Traffic(100, 200), "活动": Traffic(40, 100)}
    after = {"直播": Traffic(10, 90), "搜索": Traffic(100, 200), "活动": Traffic(None, None)}
    rows = [(one.source, one.gap, one.volume) for one in source_effects(before, after).effects]
    assert rows == [("搜索", 0, 0), ("活动", -100, -100), ("直播", 90, 90)]


@pytest.mark.parametrize("half", [Traffic(None, 100), Traffic(100, None)])
def test_a_source_known_by_half_is_named_and_left_out(half):
    """Nothing is made up for it, and the sums are those of the others."""
    result = source_effects({"搜索": half, "推荐": Traffic(10, 10)}, {"搜索": Traffic(1, 1), "推荐": Traffic(10, 30)})
    assert (result.missing, result.gap, [one.source for one in result.effects]) == (("搜索",), 20, ["推荐"])


def test_no_sources_give_no_effects():
    """An empty range adds up to nothing."""
    result = source_effects({}, {})
    assert (result.effects, result.gap, result.volume, result.rate, result.missing) == ((), 0, 0, 0, ())


@pytest.mark.parametrize("wrong", [Traffic(-1, 100), Traffic(1, float("nan")), Traffic(float("inf"), 1)])
def test_traffic_that_cannot_be_is_refused(wrong):
    """Negative visitors and endless payments stop the analysis."""
    with pytest.raises(FigureRefusedError):
        source_effects({"搜索": wrong}, {})
