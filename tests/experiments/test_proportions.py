"""A/B tests against published values, hand-worked ones, and the laws of a test."""

from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.experiments.proportions import Sample, Verdict, ab_test, sample_size
from opsbook.model.errors import FigureRefusedError

SAMPLES = st.integers(1, 5000).flatmap(lambda visitors: st.builds(Sample, st.integers(0, visitors), st.just(visitors)))


@pytest.mark.parametrize(
    ("b", "a", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17, 873-890, Table II, method 10, examples (a) to (h)
        pytest.param((56, 70), (48, 80), 0.0524, 0.3339, id="a"),
        pytest.param((9, 10), (3, 10), 0.1705, 0.8090, id="b"),
        pytest.param((6, 7), (2, 7), 0.0582, 0.8062, id="c"),
        pytest.param((5, 56), (0, 29), -0.0381, 0.1926, id="d"),
        pytest.param((0, 10), (0, 20), -0.1611, 0.2775, id="e"),
        pytest.param((0, 10), (0, 10), -0.2775, 0.2775, id="f"),
        pytest.param((10, 10), (0, 20), 0.6791, 1.0000, id="g"),
        pytest.param((10, 10), (0, 10), 0.6075, 1.0000, id="h"),
    ],
)
def test_intervals_are_the_published_ones(b, a, low, high):
    """Newcombe's hybrid score interval of the difference, to the four digits of the paper."""
    result = ab_test(Sample(*a), Sample(*b))
    assert (result.low, result.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("a", "b", "p_value"),
    [
        # pooled 104/150, sd sqrt(0.69333 x 0.30667 x (1/70 + 1/80)) = 0.075468, z = 0.2 / 0.075468 = 2.65014
        pytest.param((48, 80), (56, 70), 0.008046, id="worked by hand"),
        pytest.param((5, 83), (12, 99), 0.159, id="example in the manual of statsmodels' proportions_ztest"),
        pytest.param((0, 50), (0, 70), 1.0, id="nobody bought"),
        pytest.param((50, 50), (70, 70), 1.0, id="everybody bought"),
    ],
)
def test_p_values_are_the_published_ones(a, b, p_value):
    """Two-sided, pooled; nothing differs where nobody or everybody succeeded."""
    assert ab_test(Sample(*a), Sample(*b)).p_value == pytest.approx(p_value, abs=5e-4 if p_value > 0.1 else 5e-6)


@pytest.mark.parametrize(
    ("a", "b", "settings", "verdict"),
    [
        pytest.param((48, 80), (56, 70), {}, Verdict.BETTER, id="better"),
        pytest.param((56, 70), (48, 80), {}, Verdict.WORSE, id="worse"),
        pytest.param((56, 70), (56, 70), {}, Verdict.NO_DIFFERENCE, id="equal"),
        pytest.param((300, 10_000), (330, 10_000), {}, Verdict.NO_DIFFERENCE, id="a tenth more, but p is 0.22"),
        pytest.param((48, 80), (56, 70), {"alpha": 0.005}, Verdict.NO_DIFFERENCE, id="not sure enough for 0.5%"),
        pytest.param((48, 80), (56, 70), {"planned": 70}, Verdict.BETTER, id="plan just reached"),
        pytest.param((48, 80), (56, 70), {"planned": 71}, Verdict.TOO_EARLY, id="one visitor short"),
        pytest.param((0, 0), (56, 70), {}, Verdict.TOO_EARLY, id="A not shown yet"),
        pytest.param((0, 0), (0, 0), {}, Verdict.TOO_EARLY, id="nothing shown yet"),
        # p is 0.041, but the interval ends at 0.030; p is 0.051, though the interval starts at 0.002
        pytest.param((1, 5), (0, 20), {}, Verdict.NO_DIFFERENCE, id="only the p-value shows it"),
        pytest.param((1, 5), (23, 35), {}, Verdict.NO_DIFFERENCE, id="only the interval shows it"),
    ],
)
def test_verdicts_follow_from_plan_p_value_and_interval(a, b, settings, verdict):
    """No verdict before the plan; a difference only where p-value and interval both show it."""
    assert ab_test(Sample(*a), Sample(*b), **settings).verdict is verdict


def test_a_p_value_on_the_line_shows_no_difference():
    """1 of 5 against 23 of 35: the interval leaves out 0, the p-value is alpha itself, and a hair more is enough."""
    a, b = Sample(1, 5), Sample(23, 35)
    p_value = ab_test(a, b).p_value
    assert ab_test(a, b, alpha=p_value).verdict is Verdict.NO_DIFFERENCE
    assert ab_test(a, b, alpha=p_value + 1e-9).verdict is Verdict.BETTER


def test_the_figures_are_about_b():
    """The difference is B less A, even when it is too early for a verdict."""
    result = ab_test(Sample(48, 80), Sample(56, 70), planned=1000)
    assert (result.rate_a, result.rate_b, result.difference) == pytest.approx((0.6, 0.8, 0.2))
    assert (result.low, result.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_a_version_nobody_saw_has_no_rate():
    """Without visitors on one side there is nothing to compare, and nothing is made up."""
    result = ab_test(Sample(0, 0), Sample(56, 70))
    assert (result.rate_a, result.rate_b) == (None, 0.8)
    assert (result.difference, result.low, result.high, result.p_value) == (None,) * 4


def test_the_interval_follows_alpha():
    """By Wilson's formula at 99 %: 0.45655 to 0.72813 and 0.65350 to 0.89456, joined as Newcombe's method 10 says."""
    result = ab_test(Sample(48, 80), Sample(56, 70), alpha=0.01)
    low = 0.2 - sqrt((0.8 - 0.65350) ** 2 + (0.72813 - 0.6) ** 2)
    high = 0.2 + sqrt((0.6 - 0.45655) ** 2 + (0.89456 - 0.8) ** 2)
    assert (result.low, result.high) == pytest.approx((low, high), abs=2e-5)


@pytest.mark.parametrize("missing", [(None, 80, 56, 70), (48, None, 56, 70), (48, 80, None, 70), (48, 80, 56, None)])
def test_a_missing_count_gives_no_answer(missing):
    """All four counts are needed."""
    assert ab_test(Sample(*missing[:2]), Sample(*missing[2:])) is None


@given(SAMPLES, SAMPLES)
def test_swapping_the_versions_turns_the_answer_round(a, b):
    """Better becomes worse, the interval is mirrored, the p-value stays."""
    there, back = ab_test(a, b), ab_test(b, a)
    assert (back.difference, back.low, back.high) == pytest.approx((-there.difference, -there.high, -there.low))
    assert back.p_value == pytest.approx(there.p_value)
    mirrored = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    assert back.verdict is mirrored.get(there.verdict, there.verdict)


@given(SAMPLES, SAMPLES)
def test_the_answer_stays_within_what_is_possible(a, b):
    """Interval around the difference, within -1 and 1; p within 0 and 1; the verdict never against the interval."""
    result = ab_test(a, b)
    assert -1 - 1e-12 <= result.low <= result.difference <= result.high <= 1 + 1e-12
    assert 0 <= result.p_value <= 1
    assert result.verdict is not Verdict.BETTER or result.low > 0
    assert result.verdict is not Verdict.WORSE or result.high < 0


@given(SAMPLES, SAMPLES)
def test_more_of_the_same_is_surer(a, b):
    """Ten times the sample at the same rates narrows the interval."""
    few = ab_test(a, b)
    many = ab_test(*(Sample(one.successes * 10, one.visitors * 10) for one in (a, b)))
    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        pytest.param({"a": Sample(81, 80)}, "figure-over-whole", id="more buyers than visitors"),
        pytest.param({"a": Sample(-1, 80)}, "figure-outside", id="negative"),
        pytest.param({"a": Sample(0.6, 80)}, "figure-outside", id="a rate where a count belongs"),
        pytest.param({"a": Sample(48, float("inf"))}, "figure-too-large", id="endless"),
        pytest.param({"alpha": 0}, "rate-outside", id="alpha 0"),
        pytest.param({"alpha": 1}, "rate-outside", id="alpha 1"),
        pytest.param({"planned": -5}, "figure-outside", id="negative plan"),
        pytest.param({"planned": 10.5}, "figure-outside", id="half a visitor planned"),
    ],
)
def test_counts_that_cannot_be_are_refused(wrong, code):
    """Rates given as counts, swapped arguments and impossible settings stop the test."""
    with pytest.raises(FigureRefusedError) as refused:
        ab_test(**{"a": Sample(48, 80), "b": Sample(56, 70), **wrong})
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("base", "lift", "settings", "visitors"),
    [
        # R, help page of power.prop.test: p1 = .50, p2 = .75, power = .90 gives n = 76.7
        pytest.param(0.5, 0.5, {"power": 0.9}, 77, id="R's example"),
        pytest.param(0.75, -1 / 3, {"power": 0.9}, 77, id="the same difference downwards"),
        # (1.959964 sqrt(2 x 0.225 x 0.775) + 0.841621 sqrt(0.2 x 0.8 + 0.25 x 0.75))^2 / 0.05^2 = 1093.74
        pytest.param(0.2, 0.25, {}, 1094, id="worked by hand"),
    ],
)
def test_sample_sizes_are_the_published_ones(base, lift, settings, visitors):
    """Visitors per version, rounded up."""
    assert sample_size(base, lift, **settings) == visitors


def test_the_continuity_correction_leads_to_the_tables_of_fleiss():
    """Fleiss' example (0.60 against 0.70, alpha 0.01, power 0.95) has 827 per group in his corrected tables."""
    plain = sample_size(0.6, 1 / 6, alpha=0.01, power=0.95)
    assert plain / 4 * (1 + sqrt(1 + 4 / (plain * 0.1))) ** 2 == pytest.approx(827, abs=1.5)


@given(st.floats(0.005, 0.5), st.floats(0.05, 0.9), st.floats(0.6, 0.99), st.floats(0.01, 0.2))
def test_the_sample_has_the_power_asked_for_and_one_less_has_not(base, lift, power, alpha):
    """By the definition of power for the pooled test, counted without the library."""
    normal, target = NormalDist(), base * (1 + lift)

    def reached(visitors):
        pooled = (base + target) / 2
        null, real = sqrt(2 * pooled * (1 - pooled)), sqrt(base * (1 - base) + target * (1 - target))
        return normal.cdf((sqrt(visitors) * (target - base) - normal.inv_cdf(1 - alpha / 2) * null) / real)

    visitors = sample_size(base, lift, alpha=alpha, power=power)
    assert reached(visitors) >= power - 1e-9
    assert reached(visitors - 1) < power + 1e-9


@given(st.floats(0.005, 0.4), st.floats(0.05, 0.5), st.floats(0.6, 0.9))
def test_more_certainty_needs_more_visitors(base, lift, power):
    """A smaller lift, more power or a stricter level never needs fewer."""
    visitors = sample_size(base, lift, power=power)
    assert sample_size(base, lift / 2, power=power) > visitors
    assert sample_size(base, lift, power=power + 0.05) >= visitors
    assert sample_size(base, lift, power=power, alpha=0.01) >= visitors


def test_the_smallest_lift_has_a_sample():
    """A change of one in a billion is still counted, in visitors no shop will ever have."""
    assert sample_size(0.05, 2e-8) > 1e15


@pytest.mark.parametrize(("base", "lift"), [(None, 0.1), (0.03, None)])
def test_without_rate_or_lift_there_is_no_sample_size(base, lift):
    """Both are needed."""
    assert sample_size(base, lift) is None


@pytest.mark.parametrize(
    ("base", "lift", "settings"),
    [
        pytest.param(0, 0.1, {}, id="rate 0"),
        pytest.param(1, -0.1, {}, id="rate 1"),
        pytest.param(3, 0.1, {}, id="percent where a rate belongs"),
        pytest.param(0.03, 0, {}, id="no lift"),
        pytest.param(0.05, 1.9e-8, {}, id="a lift nobody could notice"),
        pytest.param(0.6, 0.7, {}, id="lifted above 1"),
        pytest.param(0.6, -1, {}, id="dropped to 0"),
        pytest.param(0.03, 0.1, {"power": 1}, id="certainty"),
        pytest.param(0.03, 0.1, {"alpha": 0}, id="alpha 0"),
    ],
)
def test_rates_that_cannot_be_are_refused(base, lift, settings):
    """A rate, today's and the lifted one, lies between 0 and 1."""
    with pytest.raises(FigureRefusedError):
        sample_size(base, lift, **settings)
