"""Whole goals split into whole parts."""

import json
from collections import Counter
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.goals.rules.split import CHECK_WORDS, check, split
from support.house import MESSAGES as CATALOG

ANSWERS = json.loads((Path(__file__).parents[1] / "answers" / "goals.json").read_text(encoding="utf-8"))
CASES = [pytest.param(case, id=name) for name, case in ANSWERS["splits"].items()]

TOTALS = st.integers(0, 10**10)
WEIGHTS = st.integers(1, 90_000)
PARTS = st.lists(st.tuples(WEIGHTS, st.none() | st.integers(0, 10**8)), min_size=1, max_size=366)
OPEN = st.lists(WEIGHTS, min_size=1, max_size=366)


@pytest.mark.parametrize("case", CASES)
def test_parts_are_those_worked_by_hand(case):
    """A split gives the parts a person works out with a pencil."""
    assert split(case["total"], case["weights"], case["locks"]) == case["parts"]


@pytest.mark.parametrize("case", CASES)
def test_check_names_what_keeps_parts_from_adding_up(case):
    """A split that cannot add up has a code, and one that can has none."""
    assert check(case["total"], case["weights"], case["locks"]) == case["check"]


def test_leap_february_is_spread_to_the_yuan():
    """A million over the 29 days of February 2028 leaves no yuan over."""
    case = ANSWERS["leap_february"]
    parts = split(case["total"], [10_000] * 29, [None] * 29)
    assert parts[:3] == case["first"]
    assert Counter(map(str, parts)) == case["counts"]


@given(TOTALS, PARTS)
def test_parts_add_up_exactly_unless_check_objects(total, parts):
    """Parts sum to the goal exactly whenever the check is silent, and differ whenever it speaks."""
    weights, locks = [weight for weight, _ in parts], [lock for _, lock in parts]
    assert (sum(split(total, weights, locks)) == total) is (check(total, weights, locks) == "")


@given(TOTALS, PARTS)
def test_locks_are_kept_and_no_part_is_negative(total, parts):
    """A locked part is its lock, an open part is at least 0."""
    answer = split(total, [weight for weight, _ in parts], [lock for _, lock in parts])
    assert all(part == lock if lock is not None else part >= 0 for part, (_, lock) in zip(answer, parts, strict=True))


@given(TOTALS, OPEN)
def test_no_part_is_more_than_a_yuan_off_its_share(total, weights):
    """Rounding moves no part by more than one yuan from its exact share."""
    whole = sum(weights)
    answer = split(total, weights, [None] * len(weights))
    assert all(abs(part - Fraction(total * weight, whole)) <= 1 for part, weight in zip(answer, weights, strict=True))


@given(TOTALS, TOTALS, OPEN)
def test_a_higher_goal_never_lowers_a_running_total(one, other, weights):
    """With a higher goal the days up to any day ask for at least as much."""
    low, high = sorted((one, other))
    locks = [None] * len(weights)
    below, above = accumulate(split(low, weights, locks)), accumulate(split(high, weights, locks))
    assert all(less <= more for less, more in zip(below, above, strict=True))


@given(TOTALS, OPEN, st.integers(2, 1000))
def test_only_proportions_of_weights_matter(total, weights, factor):
    """Multiplying all weights by one number changes no part."""
    locks = [None] * len(weights)
    assert split(total, weights, locks) == split(total, [weight * factor for weight in weights], locks)


@given(TOTALS, PARTS)
def test_a_locked_part_may_as_well_not_be_there(total, parts):
    """Open parts are what they would be if the locks were simply taken off the goal."""
    locked = sum(lock or 0 for _, lock in parts)
    free = [weight for weight, lock in parts if lock is None]
    answer = split(total, [weight for weight, _ in parts], [lock for _, lock in parts])
    rest = [part for part, (_, lock) in zip(answer, parts, strict=True) if lock is None]
    assert rest == split(max(0, total - locked), free, [None] * len(free))


def test_uneven_lists_are_an_error():
    """A weight without its lock is a mistake of the program, not a silent loss of days."""
    with pytest.raises(ValueError, match="shorter"):
        split(10, [1, 2], [None])


@pytest.mark.parametrize("code", sorted({code for _, code in CHECK_WORDS}))
def test_every_check_code_has_a_message(code):
    """What the check column says in short the command says in full."""
    assert CATALOG[code].hint.zh
    assert CATALOG[code].hint.en
