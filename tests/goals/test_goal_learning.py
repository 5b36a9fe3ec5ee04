"""How far habits are believed: worked by hand, and tried on shops that have some and shops that have none."""

import json
import math
import random
from pathlib import Path

import pytest

from opsbook.features.goals.rules.effects import Level
from opsbook.features.goals.rules.learning import (
    TRUSTS,
    Effects,
    Sold,
    Trust,
    _Left,
    _shrunk,
    held_out_error,
    learn,
    month_bases,
)
from opsbook.features.goals.rules.openings import Business, openings

ANSWERS = json.loads((Path(__file__).parents[1] / "answers" / "goals.json").read_text(encoding="utf-8"))
MONDAY, OTHER = Level("weekday", "0", 0.0), Level("weekday", "1", 0.0)
APRIL, MAY, JUNE = (2026, 4), (2026, 5), (2026, 6)


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in ANSWERS["shrinkage"].items()])
def test_surprises_are_held_back_as_worked_by_hand(case):
    """The believed part of experience, and the surprises beyond it over their number plus its strength."""
    trust = Trust(*map(float, case["trust"]))
    level = Level("campaign", "x", case["prior"])
    left = [_Left(level, APRIL, surprise) for surprise in case["surprises"]]
    effects = Effects({"campaign": trust}, {("campaign", name): one for name, one in _shrunk(left, trust).items()})
    assert effects.of(level) == pytest.approx(case["effect"])


def test_a_stated_lift_has_no_effect_beside_it():
    """What the operator stated is not held against history."""
    stated = Level("campaign", "x", 0.7, fitted=False)
    assert Effects({"campaign": Trust(0, 3)}, {("campaign", "x"): 0.4}).of(stated) == 0.0


@pytest.mark.parametrize(
    ("strength", "error"),
    [
        (1, 1 + 1 + 2 / 3),  # April knows May's 0 of one day: 0 / 2; May knows April's 2 of two days: 2 / 3
        (4, 1 + 1 + 2 / 6),
        (math.inf, 1 + 1 + 0),
    ],
)
def test_a_month_is_told_by_the_others_only(strength, error):
    """Two Mondays of April that surprise by 1, one of May by 0."""
    left = [_Left(MONDAY, APRIL, 1.0), _Left(MONDAY, APRIL, 1.0), _Left(MONDAY, MAY, 0.0)]
    assert held_out_error(left, Trust(1, strength)) == pytest.approx(error, abs=1e-6)


def test_a_months_base_is_the_median_of_what_is_left():
    """Of 1, 2 and 9, less the effect of Mondays."""
    days = [Sold(APRIL, 1.5, (MONDAY,)), Sold(APRIL, 2.0, (OTHER,)), Sold(APRIL, 9.0, (OTHER,))]
    assert month_bases(days, Effects({}, {("weekday", "0"): 0.5})) == {APRIL: 2.0}


def _weeks(monday, months=(APRIL, MAY, JUNE)):
    """Four weeks a month; Mondays surprise by so much."""
    for month in months:
        for at in range(28):
            yield Sold(month, monday if at % 7 == 0 else 0.0, (Level("weekday", str(at % 7), 0.0),))


def test_a_rhythm_that_comes_again_is_believed():
    """Mondays surprise by 1 in each of three months: the weakest prior is chosen, and 12 of 14 parts believed."""
    effects = learn(list(_weeks(1.0)))
    assert effects.trusts["weekday"].strength == 2
    assert effects.learnt["weekday", "0"] == pytest.approx(12 / 14, abs=1e-6)


def test_what_each_month_contradicts_is_no_rhythm():
    """Mondays are high in April, low in May and nothing in June: weekdays stay alike."""
    days = [*_weeks(1.0, (APRIL,)), *_weeks(-1.0, (MAY,)), *_weeks(0.0, (JUNE,))]
    effects = learn(days)
    assert effects.trusts["weekday"].strength == math.inf
    assert {effect for (factor, _), effect in effects.learnt.items() if factor == "weekday"} == {0.0}


def test_where_no_other_month_tells_the_usual_trust_stands():
    """A promotion seen in one month only: believed as usual, two days of surprise 1 over 2 plus 3."""
    burst = Level("campaign", "burst", 0.5)
    days = [*_weeks(0.0, (APRIL,)), *(Sold(APRIL, 1.0, (burst,)) for _ in range(2))]
    effects = learn(days)
    assert effects.trusts["campaign"] == TRUSTS["campaign"][0] == Trust(1, 3)
    assert effects.learnt["campaign", "burst"] == pytest.approx(0.4)


@pytest.mark.parametrize(("follows", "prior"), [(1, 1), (0.5, 0.5), (0, 0)])
def test_how_far_a_shop_follows_promotions_is_found(follows, prior):
    """Three promotions of one month each, followed in full, by half or not at all; none teaches about another's level."""
    days = list(_weeks(0.0))
    for at, month in enumerate((APRIL, MAY, JUNE)):
        level = Level("campaign", f"promotion {at}", 0.8 + at / 10)
        days += [Sold(month, (follows - 1) * level.prior, (level,))] * 3
    assert learn(days).trusts["campaign"].prior == prior


def _open(months, shut):
    """Four weeks a month; the weekdays of `shut` sell nothing."""
    for month in months:
        for at in range(28):
            yield Business(month, (Level("weekday", str(at % 7), 0.0),), at % 7 not in shut)


def test_a_weekday_that_never_sells_is_found():
    """6 of 7 days sell: 12 Saturdays, 10.29 of which should have sold, sold never: 0.1 / 10.386; the others 12.1 / 10.386."""
    found = openings(list(_open((APRIL, MAY, JUNE), {5})))
    assert found["weekday", "5"] == pytest.approx(0.1 / (12 * 6 / 7 + 0.1))
    assert found["weekday", "0"] == pytest.approx(12.1 / (12 * 6 / 7 + 0.1))


def test_days_that_sell_nothing_by_chance_close_no_weekday():
    """One day in five sells nothing, by chance: all weekdays stay alike."""
    chance = random.Random(3)
    days = [Business(day.month, day.levels, chance.random() > 0.2) for day in _open((APRIL, MAY, JUNE), set())]
    assert set(openings(days).values()) == {1.0}
