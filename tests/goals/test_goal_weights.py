"""Weights fitted on history and held back by experience."""

import json
import math
import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opsbook.features.frame.holes import CLOSED
from opsbook.features.goals.rules.effects import seasons
from opsbook.features.goals.rules.learning import Effects, Sold
from opsbook.features.goals.rules.mark import Mark
from opsbook.features.goals.rules.own_events import OwnEvent, OwnEvents
from opsbook.features.goals.rules.promotions import WHOLE
from opsbook.features.goals.rules.weights import AVERAGE, FEW_DAYS, _month_effects, fit
from opsbook.model.language import LANGS, Label
from support.house import tell as describe

ANSWERS = json.loads((Path(__file__).parents[1] / "answers" / "goals.json").read_text(encoding="utf-8"))
YEAR = 2027
MONTHS = seasons("CN")
PRIOR = fit([], YEAR)


def _days(first, last):
    return [first + timedelta(offset) for offset in range((last - first).days + 1)]


def _shop(first, last, level=30_000.0, times=lambda _: 1.0):
    """A shop that sells exactly what experience expects, except as `times` says."""
    experience = {year: fit([], year).days for year in range(first.year, last.year + 1)}
    mean = {year: _mean_effect(year) for year in experience}
    return [
        (day, level * experience[day.year][day] * mean[day.year] * MONTHS[day.month - 1] * times(day))
        for day in _days(first, last)
    ]


def _mean_effect(year):
    """Undo the scaling of weights, which differs from year to year: an ordinary April Monday is 1."""
    monday = next(day for day in _days(date(year, 4, 11), date(year, 4, 17)) if day.weekday() == 0)
    return 1 / fit([], year).days[monday]


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in ANSWERS["prior_ratios"].items()])
def test_experience_alone_weighs_days_as_worked_by_hand(case):
    """Without history two days compare as the built-in effects say."""
    one, other, ratio = case
    days = PRIOR.days
    assert days[date.fromisoformat(one)] / days[date.fromisoformat(other)] == pytest.approx(ratio, rel=2e-4)


def test_months_share_a_years_surprise_in_twelve_rounds():
    """April in full (28 days) of surprise 1, half of May (14 days) of none, both beyond their built-in season.

    With the year's base Y, April takes (1 - Y) / 2 and May -Y / 3; Y starts at 2/3 and becomes 1/3 + 4/9 Y. It settles
    at 0.6; in the twelfth round it is 0.6 + (4/9)^11 / 15 = 0.6000089.
    """
    april, may = (math.log(MONTHS[month - 1]) for month in (4, 5))
    observed = [Sold((2026, 4), 1 + april, ())] * 28 + [Sold((2026, 5), may, ())] * 14
    seasons = _month_effects(observed, Effects(), "CN")
    assert (seasons[4], seasons[5]) == (0.199996, -0.200003)
    assert {season for month, season in seasons.items() if month not in {4, 5}} == {0.0}


@pytest.mark.parametrize(("days", "share"), [(7, 0.25), (14, 0.5), (28, 1), (31, 1)])
def test_a_month_counts_by_its_days(days, share):
    """A month of 28 days counts whole: alone in its year it has no season, whatever its share."""
    alone = [Sold((2026, 4), 0.7, ())] * days
    assert _month_effects(alone, Effects(), "CN")[4] == 0.0
    both = alone + [Sold((2026, 5), 0.7, ())] * 28
    gap = math.log(MONTHS[4] / MONTHS[3])  # April's surprise beyond its season, less May's
    april, may = _month_effects(both, Effects(), "CN")[4], _month_effects(both, Effects(), "CN")[5]
    assert (april / share * (share + 1) - may * 2) == pytest.approx(gap, abs=1e-5)


@pytest.mark.parametrize("year", [2024, 2026, 2027, 2028, 2090, 2150])
def test_weights_are_whole_and_average_ten_thousand(year):
    """Every day and month of any year has a whole weight of at least 1, averaging 10,000."""
    weights = fit([], year)
    assert len(weights.days) == (date(year + 1, 1, 1) - date(year, 1, 1)).days
    assert list(weights.months) == [date(year, month, 1) for month in range(1, 13)]
    for group in (weights.days, weights.months):
        assert all(isinstance(weight, int) and weight >= 1 for weight in group.values())
        assert sum(group.values()) / len(group) == pytest.approx(AVERAGE, abs=0.3)


def test_lunar_new_year_is_the_quietest_time():
    """The lightest days of a year without history lie around Lunar New Year, the heaviest is 双11."""
    lightest = sorted(PRIOR.days, key=PRIOR.days.__getitem__)[:5]
    assert all(abs((day - date(2027, 2, 6)).days) <= 4 for day in lightest)
    assert max(PRIOR.days, key=PRIOR.days.__getitem__) in {date(2027, 11, 10), date(2027, 11, 11)}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param(date(2026, 9, 1), date(2026, 10, 31), id="two months"),
        pytest.param(date(2024, 1, 1), date(2026, 12, 31), id="three years"),
    ],
)
def test_a_shop_as_experience_expects_changes_nothing(first, last):
    """History that agrees with experience gives the weights of experience, within rounding."""
    fitted = fit(_shop(first, last), YEAR)
    for group, expected in ((fitted.days, PRIOR.days), (fitted.months, PRIOR.months)):
        assert all(group[day] == pytest.approx(weight, rel=1e-3) for day, weight in expected.items())


@given(st.floats(0.001, 1e5), st.integers(0, 2**32 - 1))
@settings(max_examples=15)
def test_scaling_the_history_changes_nothing(factor, seed):
    """A shop ten times as large with the same rhythm gets the same weights."""
    noise = random.Random(seed)
    history = [(day, amount * noise.uniform(0.5, 2)) for day, amount in _shop(date(2026, 3, 1), date(2026, 8, 31))]
    one, other = fit(history, YEAR), fit([(day, amount * factor) for day, amount in history], YEAR)
    assert (one.days, one.months) == (other.days, other.months)


def test_order_of_history_does_not_matter():
    """History may come in any order."""
    history = _shop(date(2026, 3, 1), date(2026, 5, 31), times=lambda day: 1 + day.day / 31)
    shuffled = sorted(history, key=lambda entry: entry[0].day)
    assert fit(history, YEAR) == fit(shuffled, YEAR)


def test_more_history_brings_weights_closer_to_the_shop():
    """A shop that sells three times as much on Saturdays is believed more with every month of history."""
    times = lambda day: 3.0 if day.weekday() == 5 else 1.0  # noqa: E731 - the shop's rhythm in one line
    truth = math.log(3)
    starts = (date(2026, 12, 15), date(2026, 11, 1), date(2026, 1, 1), date(2024, 1, 1))
    misses = []
    for start in starts:
        days = fit(_shop(start, date(2026, 12, 31), times=times), YEAR).days
        misses.append(abs(math.log(days[date(2027, 4, 17)] / days[date(2027, 4, 12)]) - truth))
    assert misses == sorted(misses, reverse=True)
    assert misses[-1] < 0.15


def test_a_shops_own_burst_is_learned_but_held_back():
    """After two 双11 of eight times an ordinary day the weight lies between experience and the shop."""
    times = lambda day: 2.5 if (day.month, day.day) in {(11, 10), (11, 11)} else 1.0  # noqa: E731 - as above
    days = fit(_shop(date(2025, 1, 1), date(2026, 12, 31), times=times), YEAR).days
    ratio = days[date(2027, 11, 11)] / days[date(2027, 11, 18)]
    assert 4.5 < ratio < 8


def test_season_is_learned_and_growth_is_not_taken_for_it():
    """A shop that doubles every January has no season; one that sells four times as much each December has."""
    first, last = date(2024, 1, 1), date(2026, 12, 31)
    growing = fit(_shop(first, last, times=lambda day: 2.0 ** (day.year - 2024)), YEAR)
    assert all(growing.months[month] == pytest.approx(PRIOR.months[month], rel=2e-3) for month in PRIOR.months)
    seasonal = fit(_shop(first, last, times=lambda day: 4.0 if day.month == 12 else 1.0), YEAR)
    december, april = date(2027, 12, 1), date(2027, 4, 1)
    gain = seasonal.months[december] / seasonal.months[april] / (PRIOR.months[december] / PRIOR.months[april])
    assert 2 < gain < 4
    assert all(seasonal.days[day] == pytest.approx(weight, rel=1e-3) for day, weight in PRIOR.days.items())


@pytest.mark.parametrize("amount", [None, -350.5, math.nan, math.inf], ids=str)
def test_days_without_a_usable_amount_are_passed_over(amount):
    """Blank, refunded and broken days teach nothing: the weights are those of the other days."""
    history = _shop(date(2026, 3, 1), date(2026, 8, 31), times=lambda day: 1 + day.weekday())
    bad = {date(2026, 3, 9), date(2026, 5, 20), date(2026, 6, 18)}
    holes = fit([(day, value) for day, value in history if day not in bad], YEAR)
    marked = fit([(day, amount if day in bad else value) for day, value in history], YEAR)
    assert (holes.days, holes.months) == (marked.days, marked.months)


def test_one_wild_day_cannot_bend_the_year():
    """One day a thousand times too high moves no day by a sixth, no month by a twentieth."""
    history = _shop(date(2026, 1, 1), date(2026, 12, 31))
    wild = fit([(day, amount * 1000 if day == date(2026, 4, 14) else amount) for day, amount in history], YEAR)
    assert all(wild.days[day] == pytest.approx(weight, rel=1 / 6) for day, weight in PRIOR.days.items())
    assert all(wild.months[day] == pytest.approx(weight, rel=1 / 20) for day, weight in PRIOR.months.items())


@pytest.mark.parametrize("last_lift", [2.0, None], ids=["stated last year too", "blank last year"])
def test_a_stated_lift_holds_whatever_history_says(last_lift):
    """An operator's own lift is used as written: twice the same weekday a week later."""
    name = Label("周年庆", "周年庆")
    last = OwnEvent(name, WHOLE, date(2026, 4, 12), date(2026, 4, 12), last_lift)
    this = OwnEvent(name, WHOLE, date(2027, 4, 12), date(2027, 4, 12), 2.0)
    history = _shop(date(2026, 1, 1), date(2026, 12, 31), times=lambda day: 5.0 if day == last.start else 1.0)
    days = fit(history, YEAR, OwnEvents((last, this))).days
    assert days[date(2027, 4, 12)] / days[date(2027, 4, 19)] == pytest.approx(2.0, rel=2e-3)


def test_a_month_weighs_its_days_times_its_season():
    """July weighs the sum of its days times 0.94, August times 0.95, without history."""
    july, august = (sum(weight for day, weight in PRIOR.days.items() if day.month == month) for month in (7, 8))
    ratio = PRIOR.months[date(2027, 7, 1)] / PRIOR.months[date(2027, 8, 1)]
    assert ratio == pytest.approx(july * 0.94 / (august * 0.95), rel=2e-4)


def test_marks_of_the_operator_reach_the_weights():
    """A day marked as a day off weighs less than the same day unmarked, one marked as worked weighs more."""
    day_off, work_day = date(2027, 4, 15), date(2027, 4, 17)
    marked = fit([], YEAR, OwnEvents(marks={day_off: Mark.REST, work_day: Mark.WORK})).days
    assert marked[day_off] < PRIOR.days[day_off]
    assert marked[work_day] > PRIOR.days[work_day]


def test_days_of_other_years_teach_through_their_own_calendar():
    """双11 history of last year raises this year's 双11, not the days around it."""
    burst = {date(2026, 11, 10), date(2026, 11, 11)}
    november = _shop(date(2026, 10, 1), date(2026, 11, 30), times=lambda day: 3.0 if day in burst else 1.0)
    days = fit(november, YEAR).days
    assert days[date(2027, 11, 11)] / PRIOR.days[date(2027, 11, 11)] > 1.2
    assert days[date(2027, 11, 18)] / PRIOR.days[date(2027, 11, 18)] == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        pytest.param(0, ["history-short"], id="none"),
        pytest.param(55, ["history-short"], id="a day less than 8 weeks"),
        pytest.param(56, [], id="8 weeks"),
    ],
)
def test_short_history_is_said(days, codes):
    """Under 8 weeks of usable days the operator is told that nothing was learnt."""
    history = _shop(date(2025, 3, 1), date(2025, 4, 30))[:days]
    assert [note.code for note in fit(history, 2026).notes] == codes


def test_skipped_days_are_counted_blanks_are_not():
    """Days below 0 are counted in a note; blank days are simply not there, days of 0 are days without business."""
    history = _shop(date(2025, 3, 1), date(2025, 5, 31))
    history[3:6] = [(history[3][0], 0.0), (history[4][0], -1.0), (history[5][0], None)]
    notes = fit(history, 2026).notes
    assert [(note.code, note.seen["days"]) for note in notes] == [("history-skipped", 1)]
    assert all(describe(note, lang) for note in notes for lang in LANGS)


@given(
    st.lists(st.tuples(st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.none() | st.floats(-1e9, 1e12)), max_size=60)
)
@settings(max_examples=30)
def test_any_history_gives_sane_weights(history):
    """Whatever the history holds, weights are whole, at least 1, and no day outweighs a hundred average days."""
    weights = fit(history, YEAR)
    assert all(1 <= weight <= 100 * AVERAGE for weight in (*weights.days.values(), *weights.months.values()))


def _share(weights, month, weekday):
    """Part of a month that falls on one weekday."""
    days = {day: weight for day, weight in weights.days.items() if day.month == month}
    return sum(weight for day, weight in days.items() if day.weekday() == weekday) / sum(days.values())


def test_a_weekday_without_sales_has_next_to_no_weight():
    """Every Saturday of 1,000 days sold nothing: four Saturdays of April 2027 are under a fifth of a percent of it."""
    history = _shop(date(2024, 4, 7), date(2026, 12, 31), times=lambda day: 0.0 if day.weekday() == 5 else 1.0)
    assert len(history) == 999
    assert _share(fit(history, YEAR), 4, 5) < 0.002
    assert _share(fit(history[-60:], YEAR), 4, 5) < 0.02


def test_days_without_sales_here_and_there_make_no_weekday_lighter():
    """Every ninth day sold nothing, whatever its weekday: the weights are those of a shop that sells daily."""
    history = [
        (day, 0.0 if at % 9 == 4 else amount)
        for at, (day, amount) in enumerate(_shop(date(2026, 1, 1), date(2026, 12, 31)))
    ]
    fitted = fit(history, YEAR)
    assert all(fitted.days[day] == pytest.approx(weight, rel=0.02) for day, weight in PRIOR.days.items())


@pytest.mark.parametrize(
    ("days", "empty", "learnt"),
    [
        pytest.param(FEW_DAYS - 1, 0, False, id="a day less than 8 weeks"),
        pytest.param(FEW_DAYS, 0, True, id="8 weeks"),
        pytest.param(100, 40, True, id="40 % without sales"),
        pytest.param(100, 41, False, id="more than 40 %"),
    ],
)
def test_from_little_history_or_sales_nothing_is_learnt(days, empty, learnt):
    """The split is even times known events then: exactly the weights without history."""
    rhythm = lambda day: 4.0 if day.weekday() == 0 else 1.0  # noqa: E731 - the shop's rhythm in one line
    history = _shop(date(2026, 3, 2), date(2026, 3, 1) + timedelta(days), times=rhythm)
    without = set(range(2, 2 + 2 * empty, 2))
    fitted = fit([(day, 0.0 if at in without else amount) for at, (day, amount) in enumerate(history)], YEAR)
    assert len(without) == empty
    same = (fitted.days, fitted.months) == (PRIOR.days, PRIOR.months)
    assert same is not learnt
    sparse = ["history-sparse"] if empty > 40 else []
    told = [note.code for note in fitted.notes if note.code.startswith("history")]
    assert told == (["history-short"] if days < FEW_DAYS else sparse)
    assert all(describe(note, lang) for note in fitted.notes for lang in LANGS)


def test_a_shop_that_opens_late_or_ends_early_was_not_closed():
    """Days of 0 before the first sale and after the last are no history."""
    history = _shop(date(2026, 3, 1), date(2026, 8, 31), times=lambda day: 1 + day.weekday())
    before = [(day, 0.0) for day in _days(date(2025, 1, 1), date(2026, 2, 28))]
    after = [(day, 0.0) for day in _days(date(2026, 9, 1), date(2026, 12, 31))]
    assert fit([*before, *history, *after], YEAR) == fit(history, YEAR)


def test_closed_days_weigh_nothing_and_teach_nothing():
    """A week of closed days has weight 0, its month that much less; last year's closed days are passed over."""
    name = Label("装修", "装修")
    shut = OwnEvent(name, CLOSED, date(2027, 4, 12), date(2027, 4, 18))
    last = OwnEvent(name, CLOSED, date(2026, 4, 13), date(2026, 4, 19))
    history = _shop(date(2026, 1, 1), date(2026, 12, 31), times=lambda day: 1 + day.weekday())
    plain, marked = fit(history, YEAR), fit(history, YEAR, OwnEvents((shut, last)))
    assert {marked.days[day] for day in shut.days} == {0}
    assert all(weight > 0 for day, weight in marked.days.items() if day not in shut.days)
    assert marked.months[date(2027, 4, 1)] / plain.months[date(2027, 4, 1)] == pytest.approx(23 / 30, abs=0.02)
    emptied = [(day, 0.0 if day in last.days else amount) for day, amount in history]
    assert fit(emptied, YEAR, OwnEvents((shut, last))) == marked


def test_a_month_of_closed_days_weighs_nothing():
    """It has no part of the year's goal."""
    april = OwnEvent(Label("装修", "装修"), CLOSED, date(2027, 4, 1), date(2027, 4, 30))
    assert fit([], YEAR, OwnEvents((april,))).months[date(2027, 4, 1)] == 0


def test_without_a_market_days_are_alike():
    """No holidays, no promotions, no season: every day weighs 10,000, and months by their days."""
    weights = fit([], YEAR, market="none")
    assert set(weights.days.values()) == {AVERAGE}
    assert weights.months[date(2027, 3, 1)] / weights.months[date(2027, 2, 1)] == pytest.approx(31 / 28, abs=1e-3)
    assert [note.code for note in weights.notes] == ["history-short"]  # and no word on China's holidays


def test_own_promotions_count_in_any_market():
    """A stated lift is used as written where the calendar is switched off."""
    day = date(2027, 4, 12)
    own = OwnEvents((OwnEvent(Label("周年庆", "周年庆"), WHOLE, day, day, 3.0),))
    days = fit([], YEAR, own, "none").days
    assert days[day] / days[date(2027, 4, 13)] == pytest.approx(3, rel=1e-3)


def test_holidays_abroad_are_learnt():
    """Thanksgiving and Christmas sell a quarter: after two years both weigh less, days beside them do not."""
    quiet = {date(2025, 11, 27), date(2025, 12, 25), date(2026, 11, 26), date(2026, 12, 25)}
    history = [(day, 250.0 if day in quiet else 1000.0) for day in _days(date(2025, 1, 1), date(2026, 12, 31))]
    days = fit(history, YEAR, market="US").days
    assert days[date(2027, 12, 25)] < 0.75 * days[date(2027, 12, 23)]
    assert days[date(2027, 11, 25)] < 0.75 * days[date(2027, 11, 18)]


def test_promotions_a_shop_takes_no_part_in_fade():
    """A shop that sells the same every day of a year has no burst the next."""
    history = [(day, 1000.0) for day in _days(date(2026, 1, 1), date(2026, 12, 31))]
    days = fit(history, YEAR).days
    assert PRIOR.days[date(2027, 11, 11)] / PRIOR.days[date(2027, 11, 18)] == pytest.approx(3.2, rel=1e-3)
    assert days[date(2027, 11, 11)] / days[date(2027, 11, 18)] == pytest.approx(1, abs=0.05)
