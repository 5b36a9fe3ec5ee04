"""New weights without moving goals people work towards."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.goals.rules.refit import keep_sold_days, months_to_refit, refit
from opsbook.features.goals.rules.split import split
from opsbook.features.goals.rules.weights import Weights

MONTHS = [date(2027, month, 1) for month in range(1, 13)]
DAYS = [date(2027, 1, 1) + timedelta(offset) for offset in range(365)]
TWELVE = st.lists(st.integers(1, 90_000), min_size=12, max_size=12)


def _weights(months, day=10_000):
    return Weights(dict.fromkeys(DAYS, day), dict(zip(MONTHS, months, strict=True)), ())


@pytest.mark.parametrize(
    ("as_of", "asked", "months"),
    [
        pytest.param(None, (), range(1, 13), id="nothing imported"),
        pytest.param(date(2025, 12, 30), (), range(1, 13), id="year before"),
        pytest.param(date(2025, 12, 31), (), range(2, 13), id="January begins tomorrow"),
        pytest.param(date(2026, 10, 30), (), [11, 12], id="day before the last"),
        pytest.param(date(2026, 10, 31), (), [12], id="last day of a month"),
        pytest.param(date(2026, 11, 1), (), [12], id="first day of a month"),
        pytest.param(date(2026, 12, 31), (), [], id="year over"),
        pytest.param(date(2026, 11, 5), (date(2026, 3, 9),), [3, 12], id="a past month asked for"),
        pytest.param(date(2026, 11, 5), (date(2026, 11, 1),), [11, 12], id="the running month asked for"),
        pytest.param(date(2026, 11, 5), (date(2025, 3, 1),), [12], id="another year asked for"),
    ],
)
def test_running_and_past_months_keep_their_weights_unless_asked(as_of, asked, months):
    """Only months that have not begun are refitted, and those the operator names."""
    assert months_to_refit(2026, as_of, asked) == tuple(date(2026, month, 1) for month in months)


@given(TWELVE, TWELVE, st.sets(st.sampled_from(MONTHS)), st.sets(st.sampled_from(MONTHS)), st.integers(0, 10**10))
def test_goals_of_other_months_do_not_move(before, after, months, locked, year_goal):
    """Whatever is refitted and locked, every other month's share of any year goal is the same yuan."""
    old = _weights(before)
    new = refit(old, _weights(after), months, locked)
    locks = [1000 if month in locked else None for month in MONTHS]
    goals = [split(year_goal, list(weights.months.values()), locks) for weights in (old, new)]
    kept = [index for index, month in enumerate(MONTHS) if month not in months]
    assert [goals[0][index] for index in kept] == [goals[1][index] for index in kept]
    assert all(weight >= 1 for weight in new.months.values())


@pytest.mark.parametrize(
    ("months", "locked", "weights"),
    [
        pytest.param([], [], [10] * 12, id="nothing"),
        pytest.param([12], [], [10] * 12, id="one month alone keeps its weight"),
        # 11 and 12 weigh 20 together; 1 each, and 18 in 1:2 is 6 and 12
        pytest.param([11, 12], [], [10] * 10 + [7, 13], id="two share 1:2"),
        pytest.param([10, 12], [], [10] * 12, id="apart they cannot share"),
        # the locked month takes its new weight as it is: it counts only once it is unlocked
        pytest.param([10, 11, 12], [11], [10] * 9 + [7, 400, 13], id="a locked month between"),
    ],
)
def test_refitted_neighbours_share_what_they_weighed(months, locked, weights):
    """Neighbouring refitted months share their old total in new proportions, worked by hand."""
    fitted = [1] * 9 + ([300, 400, 600] if locked else [100, 400, 800])
    new = refit(
        _weights([10] * 12),
        _weights(fitted),
        [MONTHS[month - 1] for month in months],
        [MONTHS[month - 1] for month in locked],
    )
    assert list(new.months.values()) == weights


def test_only_days_of_refitted_months_change():
    """Days of a refitted month get their new weights, all others keep theirs."""
    new = refit(_weights([10] * 12, day=1), _weights([10] * 12, day=2), [date(2027, 3, 1)])
    assert {day.month for day, weight in new.days.items() if weight == 2} == {3}
    assert len(new.days) == 365


def test_a_book_without_weights_takes_all_of_the_fit():
    """The first fit of a book is used as it is, whatever months are named."""
    fitted = _weights(range(1, 13))
    assert refit(Weights({}, {}, ()), fitted, []) == fitted


MARCH = [date(2027, 3, day) for day in range(1, 32)]
CHOSEN = st.sets(st.sampled_from(MARCH))


@given(st.lists(st.integers(1, 90_000), min_size=31, max_size=31), st.integers(1, 30), CHOSEN, st.integers(0, 10**9))
def test_goals_of_sold_days_do_not_move(after, sold, locked, month_goal):
    """Whatever is refitted and locked, every sold day's share of any month goal is the same yuan."""
    old = _weights([10] * 12)
    fitted = Weights({**old.days, **dict(zip(MARCH, after, strict=True))}, old.months, ())
    new = keep_sold_days(old, refit(old, fitted, [MARCH[0]]), MARCH[sold - 1], locked)
    locks = [1000 if day in locked else None for day in MARCH]
    goals = [split(month_goal, [weights.days[day] for day in MARCH], locks) for weights in (old, new)]
    assert goals[0][:sold] == goals[1][:sold]
    assert {day: new.days[day] for day in MARCH[:sold]} == {day: old.days[day] for day in MARCH[:sold]}
    assert all(weight >= 1 for weight in new.days.values())


@pytest.mark.parametrize(
    ("as_of", "sold", "left"),
    [
        # 1 each, and 19,998 in 2:6 is 4,999.5, rounded to 5,000, and 14,998
        pytest.param(date(2027, 3, 29), 10_000, [5_001, 14_999], id="running: two days are left"),
        pytest.param(date(2027, 3, 31), 7, [2, 6], id="over: all of it is new"),
        pytest.param(date(2027, 4, 2), 7, [2, 6], id="another month is running"),
    ],
)
def test_only_a_running_month_keeps_its_sold_days(as_of, sold, left):
    """Days left take new proportions of what they weighed, 2 to 6 here; a finished month takes the fit as it is."""
    old = _weights([10] * 12)
    fitted = Weights({**old.days, **dict.fromkeys(MARCH, 7), MARCH[29]: 2, MARCH[30]: 6}, old.months, ())
    new = keep_sold_days(old, refit(old, fitted, [MARCH[0]]), as_of)
    assert new.days[MARCH[0]] == sold
    assert [new.days[MARCH[29]], new.days[MARCH[30]]] == left


def test_closed_days_stay_closed_when_weights_are_shared_out():
    """Of three days left the one that is closed keeps 0: 2 and 6 share what 30,000 weighed, 1 each and 29,998 in 2:6."""
    old = _weights([10] * 12)
    fitted = Weights({**old.days, **dict.fromkeys(MARCH, 7), MARCH[28]: 2, MARCH[29]: 0, MARCH[30]: 6}, old.months, ())
    new = keep_sold_days(old, refit(old, fitted, [MARCH[0]]), MARCH[27])
    assert [new.days[MARCH[at]] for at in (28, 29, 30)] == [7_501, 0, 22_499]


def test_a_closed_month_takes_no_part():
    """November is closed: December has what both weighed."""
    new = refit(_weights([10] * 12), _weights([1] * 10 + [0, 7]), MONTHS[10:])
    assert list(new.months.values()) == [10] * 10 + [0, 20]
