"""The bridge: effects of the factors of an amount, exact in sum, limits at zero, the same as the workbook's."""

from fractions import Fraction
from itertools import permutations
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.diagnosis import bridge_formulas as native
from opsbook.features.diagnosis.bridge import FACTORS, Method, bridge
from opsbook.formulas.value import compile_value
from opsbook.model.errors import FigureRefusedError
from support.cells import MemoryCells

AMOUNTS = st.floats(1e-6, 1e9)
PAIRS = st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=5)
SMALL = st.integers(1, 50)
WITH_ZEROS = st.lists(st.tuples(st.just(0.0) | AMOUNTS, st.just(0.0) | AMOUNTS), min_size=1, max_size=5)


def _sides(pairs):
    return [old for old, _ in pairs], [new for _, new in pairs], [f"f{index}" for index in range(len(pairs))]


def _amounts(before, after):
    return [effect.amount for effect in bridge(before, after, [str(index) for index in range(len(before))]).effects]


def _averaged(before, after):
    """Brute force: each factor's share of the change, averaged over every order, in exact arithmetic."""
    shares = [Fraction(0)] * len(before)
    orders = list(permutations(range(len(before))))
    for order in orders:
        state = [Fraction(value) for value in before]
        for index in order:
            start = prod(state)
            state[index] = Fraction(after[index])
            shares[index] += prod(state) - start
    return [share / len(orders) for share in shares]


@pytest.mark.parametrize(
    ("before", "after", "method", "effects"),
    [
        # L(1200, 1000) = 200 / ln 1.2 = 1096.962967; x ln 1.2, ln 1.25 = 0.2231436, ln 0.8 = -0.2231436
        pytest.param((1000, 0.02, 50), (1200, 0.025, 40), Method.LMDI, (200, 244.780227, -244.780227), id="all moved"),
        # L(400, 100) = 300 / ln 4 = 216.404256; ln 2 = half of ln 4
        pytest.param((100, 0.5, 2), (200, 0.5, 4), Method.LMDI, (150, 0, 150), id="two doubled"),
        pytest.param((100, 0.5, 2), (100, 0.5, 2), Method.LMDI, (0, 0, 0), id="nothing moved"),
        pytest.param(
            (100, 0.5, 2), (50, 1.0, 2), Method.LMDI, (-69.314718, 69.314718, 0), id="equal amounts: L is 100"
        ),
        pytest.param((0, 0.02, 50), (100, 0.03, 60), Method.LIMIT, (180, 0, 0), id="no visitors before"),
        pytest.param((100, 0.03, 60), (100, 0, 60), Method.LIMIT, (0, -180, 0), id="nobody bought after"),
        pytest.param((0, 0.02, 50), (0, 0.03, 60), Method.LIMIT, (0, 0, 0), id="no visitors on both sides"),
        pytest.param((0, 0.02, 50), (100, 0, 60), Method.LIMIT, (0, 0, 0), id="another factor at 0 on each side"),
        pytest.param((0, 0, 50), (0, 0.1, 60), Method.LIMIT, (0, 0, 0), id="amounts stay 0"),
        # each of the two needs the other: half each
        pytest.param((0, 0, 50), (100, 0.02, 50), Method.SHAPLEY, (50, 50, 0), id="two zeros, third still"),
        # visitors 100 x (1/6 x 0.02 x 50 + 1/3 x 0.02 x 100) = 83.3; order value 50 x 1/3 x 100 x 0.02 = 33.3
        pytest.param((0, 0, 50), (100, 0.02, 100), Method.SHAPLEY, (250 / 3, 250 / 3, 100 / 3), id="two zeros"),
        pytest.param((0, 0, 0), (100, 0.02, 60), Method.SHAPLEY, (40, 40, 40), id="three zeros"),
        pytest.param((100, 0.02, 60), (0, 0, 60), Method.SHAPLEY, (-60, -60, 0), id="two zeros after"),
    ],
)
def test_effects_are_those_worked_by_hand(before, after, method, effects):
    """Logarithms where they exist, the limit where one factor is 0, the average over all orders where several are."""
    result = bridge(before, after)
    assert result.method is method
    assert [effect.factor for effect in result.effects] == list(FACTORS)
    assert [effect.amount for effect in result.effects] == pytest.approx(effects, abs=1e-5)
    assert result.gap == pytest.approx(prod(after) - prod(before), abs=1e-12)


@given(WITH_ZEROS, st.randoms())
def test_effects_add_up_to_the_gap_exactly_in_any_order(pairs, chance):
    """Not one bit is lost or found, and a waterfall from before ends at after, whatever order its steps have."""
    result = bridge(*_sides(pairs))
    steps = [effect.amount for effect in result.effects]
    chance.shuffle(steps)
    level = result.before
    for step in steps:
        level += step
    assert (sum(steps), level) == (result.gap, result.after)


@given(PAIRS)
def test_the_amounts_are_the_products_of_the_factors(pairs):
    """Putting them on one grid moves them by less than a worksheet shows."""
    before, after, names = _sides(pairs)
    result = bridge(before, after, names)
    sizes = sum(abs(effect.amount) for effect in result.effects) + prod(before) + prod(after)
    assert [result.before, result.after] == pytest.approx([prod(before), prod(after)], abs=1e-15 * sizes)


@given(PAIRS)
def test_looking_back_turns_every_sign(pairs):
    """From after to before each factor takes back what it gave."""
    before, after, _ = _sides(pairs)
    there, back = _amounts(before, after), _amounts(after, before)
    assert back == pytest.approx([-amount for amount in there], rel=1e-9, abs=1e-12 * (prod(before) + prod(after)))


@given(PAIRS, st.integers(-10, 10))
def test_effects_have_the_unit_of_the_amount(pairs, power):
    """In another currency every effect changes by the same factor."""
    before, after, _ = _sides(pairs)
    rate = 2.0**power
    changed = _amounts([before[0] * rate, *before[1:]], [after[0] * rate, *after[1:]])
    plain = [amount * rate for amount in _amounts(before, after)]
    assert changed == pytest.approx(plain, rel=1e-9, abs=1e-12 * rate * (prod(before) + prod(after)))


@given(WITH_ZEROS, st.randoms())
def test_the_order_of_factors_does_not_matter(pairs, chance):
    """A factor has the same effect wherever it stands."""
    order = list(range(len(pairs)))
    chance.shuffle(order)
    plain = _amounts(*_sides(pairs)[:2])
    moved = _amounts(*_sides([pairs[index] for index in order])[:2])
    sizes = sum(map(abs, plain)) + sum(prod(side) for side in _sides(pairs)[:2])
    assert moved == pytest.approx([plain[index] for index in order], rel=1e-9, abs=1e-12 * sizes)


@given(AMOUNTS, st.just(0.0) | AMOUNTS, st.lists(AMOUNTS, max_size=3))
def test_a_factor_that_moved_alone_takes_the_whole_gap(old, new, others):
    """The others did nothing, and get exactly nothing."""
    result = bridge([old, *others], [new, *others], [str(index) for index in range(len(others) + 1)])
    assert [effect.amount for effect in result.effects] == [result.gap, *[0.0] * len(others)]


@given(st.lists(SMALL, min_size=2, max_size=3), st.lists(st.tuples(SMALL, SMALL), max_size=2), st.booleans())
def test_several_zeros_share_as_the_average_over_all_orders(from_zero, others, backwards):
    """The closed form gives what trying every order gives, from zero as well as to zero."""
    pairs = [*((0, new) for new in from_zero), *others]
    before, after, names = _sides([(new, old) for old, new in pairs] if backwards else pairs)
    result = bridge(before, after, names)
    assert result.method is Method.SHAPLEY
    averaged = [float(share) for share in _averaged(before, after)]
    assert [effect.amount for effect in result.effects] == pytest.approx(averaged, rel=1e-12, abs=1e-9)


@pytest.mark.parametrize("zero", [0, 1, 2])
def test_the_limit_is_what_ever_smaller_values_tend_to(zero):
    """A factor near 0 takes more and more of the gap; at 0 it has all of it. Logarithms make that slow."""
    before, after = [80.0, 0.02, 50.0], [100.0, 0.03, 60.0]
    left = []
    for small in (1e-10, 1e-50, 1e-250):
        before[zero] = small
        effects = bridge(before, after).effects
        left.append(180 - effects[zero].amount)
    before[zero] = 0.0
    assert left[0] > left[1] > left[2] > 0
    assert left[2] < 1
    assert bridge(before, after).effects[zero].amount == 180


@pytest.mark.parametrize(
    ("before", "after", "missing", "amounts"),
    [
        pytest.param((None, 0.02, 50), (100, 0.02, 50), ("visitors",), (None, 100), id="before"),
        pytest.param((100, 0.02, 50), (0, 0, None), ("aov",), (100, None), id="no buyers: no order value"),
        pytest.param((100, None, 50), (100, 0.02, None), ("cvr", "aov"), (None, None), id="both sides"),
    ],
)
def test_a_missing_factor_gives_no_bridge_and_is_named(before, after, missing, amounts):
    """Nothing is made up for a factor that is not known; an amount that is known is still told."""
    result = bridge(before, after)
    assert (result.effects, result.missing, result.method, result.gap) == ((), missing, Method.NONE, None)
    assert (result.before, result.after) == pytest.approx(amounts)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (-0.01, "figure-outside"),
        (float("nan"), "figure-outside"),
        (float("inf"), "figure-too-large"),
        (1e15, "figure-too-large"),
    ],
)
@pytest.mark.parametrize("side", [0, 1])
def test_a_factor_that_cannot_be_is_refused(wrong, code, side):
    """A negative or endless factor stops the analysis."""
    sides = [[100, 0.02, 50], [100, 0.02, 50]]
    sides[side][1] = wrong
    with pytest.raises(FigureRefusedError) as refused:
        bridge(*sides)
    assert refused.value.code == code


def _native_effects(before, after):
    """What the workbook's own formulas show for the same six factors, in yuan."""
    metrics = (*FACTORS, "gmv")
    cells = MemoryCells(
        {
            ("CalcMetric", "key"): metrics,
            ("CalcMetric", "value"): (*after, prod(after)),
            ("CalcMetric", "week_ago"): (*before, prod(before)),
        }
    )
    nodes = native.bridge_nodes("zh")["effect"][1:4]
    shown = [compile_value(node)(cells, 0) for node in nodes]
    return [one if one == "" else one * native.CHART_UNIT["zh"] for one in shown]


@given(*[st.tuples(st.integers(1, 10**7), st.floats(1e-4, 1), st.floats(1, 1e5))] * 2)
def test_the_workbooks_own_formulas_say_the_same(before, after):
    """The native bridge and this one have the same factors and the same effects."""
    assert native.FACTORS == FACTORS
    plain = [effect.amount for effect in bridge(before, after).effects]
    # the native mean is (b - a) / LN(b / a), which loses digits where both are nearly equal
    near = abs(prod(after) / prod(before) - 1)
    sizes = prod(before) + prod(after)
    assert _native_effects(before, after) == pytest.approx(plain, rel=1e-9 + 1e-15 / max(near, 1e-15), abs=1e-9 * sizes)


@pytest.mark.parametrize("zero", [0, 1, 2])
def test_the_workbooks_own_formulas_stay_empty_at_zero(zero):
    """Where there is no logarithm the native bridge is empty; this one has the limit."""
    before = [100, 0.02, 50]
    before[zero] = 0
    assert _native_effects(before, [100, 0.02, 50]) == ["", "", ""]
    assert bridge(before, [100, 0.02, 50]).effects[zero].amount == 100
