"""A/B tests of rates: is B better than A, how sure is that, and how many visitors a test needs.

Source: pooled z test; interval of the difference: Newcombe (1998), Interval estimation for the difference between
independent proportions, Statistics in Medicine 17, 873-890, method 10; sample size: Fleiss, Levin and Paik (2003),
Statistical Methods for Rates and Proportions, chapter 4, without continuity correction. Calculated by statsmodels.
"""

from dataclasses import dataclass
from enum import Enum
from math import ceil

from opsbook.model.figures import COUNT, NOT_ZERO, NOTICEABLE, OPEN_SHARE, require, require_part


class Verdict(Enum):
    """What the test says about B."""

    BETTER = "better"
    WORSE = "worse"
    NO_DIFFERENCE = "no-difference"  # none shown; that is no proof that there is none
    TOO_EARLY = "too-early"  # the planned sample is not reached: looking earlier finds differences that are chance


@dataclass(frozen=True, slots=True)
class Sample:
    """What one version of a test got.

    Args:
        successes: buyers (or clicks), a whole number; None when missing.
        visitors: visitors (or impressions), a whole number not below the successes; None when missing.
    """

    successes: float | None
    visitors: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of an A/B test.

    Args:
        rate_a: rate of A, 0-1; None without visitors.
        rate_b: rate of B, 0-1; None without visitors.
        difference: rate of B less rate of A; None when a rate is.
        low: lower end of the difference's interval; None when there is no difference.
        high: upper end of it.
        p_value: how often chance alone makes a difference at least as large; None when there is no difference.
        verdict: what follows.
    """

    rate_a: float | None
    rate_b: float | None
    difference: float | None
    low: float | None
    high: float | None
    p_value: float | None
    verdict: Verdict


def ab_test(a: Sample, b: Sample, *, planned: float | None = None, alpha: float = 0.05) -> Comparison | None:
    """Compare two rates, such as the pay conversion of two main pictures.

    Args:
        a: the version in use.
        b: the version that may replace it.
        planned: visitors each version should have before anything is concluded; None when no sample was planned.
        alpha: significance level; the interval covers 1 - alpha.

    Returns:
        Rates, difference, interval, p-value and verdict; None when a count is missing. B is better or worse only when
        both the p-value is below `alpha` and the interval leaves out 0; too early while either version has fewer
        visitors than planned, or none.

    Raises:
        FigureRefusedError: a count is negative or not whole, successes exceed visitors, or alpha is not within 0-1.

    Source: Newcombe (1998), method 10.

    >>> ab_test(Sample(48, 80), Sample(56, 70)).verdict
    <Verdict.BETTER: 'better'>
    """
    require("planned", planned, COUNT)
    require("alpha", alpha, OPEN_SHARE)
    counts_a, counts_b = _counts(a, "a"), _counts(b, "b")
    if counts_a is None or counts_b is None:
        return None
    rate_a, rate_b = _rate(*counts_a), _rate(*counts_b)
    if rate_a is None or rate_b is None:
        return Comparison(rate_a, rate_b, None, None, None, None, Verdict.TOO_EARLY)
    low, high = _interval(counts_b, counts_a, alpha)
    p_value = _p_value(counts_b, counts_a)
    early = min(counts_a[1], counts_b[1]) < (planned or 0)
    verdict = Verdict.TOO_EARLY if early else _verdict(low, high, p_value, alpha)
    return Comparison(rate_a, rate_b, rate_b - rate_a, low, high, p_value, verdict)


def sample_size(
    base_rate: float | None,
    lift: float | None,
    *,
    alpha: float = 0.05,
    power: float = 0.8,
) -> int | None:
    """Count the visitors each version of a test needs.

    Args:
        base_rate: today's rate, within 0-1.
        lift: smallest change worth finding, as a share of today's rate: 0.1 is ten percent more; negative for a drop.
        alpha: significance level of the two-sided test.
        power: chance of finding the lift when it is there, within 0-1.

    Returns:
        Visitors per version, rounded up; None when rate or lift is missing.

    Raises:
        FigureRefusedError: the lift is 0 or changes the rate by less than 1e-9, or a rate, the lifted rate included, is not within 0-1.

    Source: Fleiss, Levin and Paik (2003), chapter 4, without continuity correction.

    >>> sample_size(0.5, 0.5, power=0.9)
    77
    """
    from statsmodels.stats.proportion import samplesize_proportions_2indep_onetail  # noqa: PLC0415 - slow to load

    for name, value in (("base_rate", base_rate), ("alpha", alpha), ("power", power)):
        require(name, value, OPEN_SHARE)
    require("lift", lift, NOT_ZERO)
    if base_rate is None or lift is None:
        return None
    change = base_rate * lift
    require("lift", change, NOTICEABLE)  # below, the arithmetic of the sample overflows
    require("target_rate", base_rate + change, OPEN_SHARE)
    visitors = samplesize_proportions_2indep_onetail(change, base_rate, power, alpha=alpha)
    return ceil(round(float(visitors), 6))


def _counts(sample: Sample, version: str) -> tuple[float, float] | None:
    successes, visitors = f"successes_{version}", f"visitors_{version}"
    require(successes, sample.successes, COUNT)
    require(visitors, sample.visitors, COUNT)
    require_part(successes, sample.successes, visitors, sample.visitors)
    return None if sample.successes is None or sample.visitors is None else (sample.successes, sample.visitors)


def _rate(successes: float, visitors: float) -> float | None:
    return successes / visitors if visitors else None


def _interval(first: tuple[float, float], second: tuple[float, float], alpha: float) -> tuple[float, float]:
    from statsmodels.stats.proportion import confint_proportions_2indep  # noqa: PLC0415 - slow to load

    low, high = confint_proportions_2indep(*first, *second, method="newcomb", compare="diff", alpha=alpha)
    return float(low), float(high)


def _p_value(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Pooled z test, two-sided; 1 where nobody or everybody succeeded, so that nothing differs."""
    from statsmodels.stats.proportion import proportions_ztest  # noqa: PLC0415 - slow to load

    successes, visitors = zip(first, second, strict=True)
    if sum(successes) in {0, sum(visitors)}:
        return 1.0
    return float(proportions_ztest(successes, visitors)[1])


def _verdict(low: float, high: float, p_value: float, alpha: float) -> Verdict:
    if p_value >= alpha or low <= 0 <= high:
        return Verdict.NO_DIFFERENCE
    return Verdict.BETTER if low > 0 else Verdict.WORSE
