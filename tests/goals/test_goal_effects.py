"""What acts on a day before anything is known about the shop: the built-in experience, day by day."""

from datetime import date, timedelta
from math import exp

import pytest

from opsbook.features.frame.holes import CLOSED
from opsbook.features.goals.rules.calendar import Festival
from opsbook.features.goals.rules.effects import day_levels, seasons
from opsbook.features.goals.rules.mark import Mark
from opsbook.features.goals.rules.own_events import OwnEvent, OwnEvents
from opsbook.features.goals.rules.promotions import WHOLE
from opsbook.model.language import Label

NONE = OwnEvents()
NEW_YEAR = date(2026, 2, 17)  # of the lunar calendar


def _acting(day, factor, own=NONE, market="CN"):
    """Name and times of what one factor does on a day; None where it does nothing."""
    found = [
        (level.name, round(exp(level.prior), 6)) for level in day_levels(day, own, market) if level.factor == factor
    ]
    return found[0] if found else None


@pytest.mark.parametrize("day", range(6, 13), ids=["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
def test_every_weekday_is_a_level_of_its_own_and_like_the_others(day):
    """Of the week of 6 July 2026: before history no weekday sells more than another."""
    assert _acting(date(2026, 7, day), "weekday") == (str(day - 6), 1.0)


@pytest.mark.parametrize(
    ("day", "third"), [(1, "early"), (10, "early"), (11, "middle"), (20, "middle"), (21, "late"), (31, "late")]
)
def test_a_month_has_three_thirds(day, third):
    """Up to the 10th, up to the 20th, and the rest; alike before history."""
    assert _acting(date(2026, 7, day), "position") == (third, 1.0)


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        pytest.param(date(2026, 1, 1), (Festival.NEW_YEAR.value, 0.95), id="New Year"),
        pytest.param(date(2026, 4, 6), (Festival.TOMB_SWEEPING.value, 0.92), id="Qingming"),
        pytest.param(date(2026, 5, 1), (Festival.LABOUR.value, 0.88), id="Labour Day"),
        pytest.param(date(2026, 6, 19), (Festival.DRAGON_BOAT.value, 0.93), id="Dragon Boat"),
        pytest.param(date(2026, 9, 25), (Festival.MID_AUTUMN.value, 0.93), id="Mid-Autumn"),
        pytest.param(date(2026, 10, 1), (Festival.NATIONAL.value, 0.88), id="National Day"),
        pytest.param(date(2015, 9, 3), (Festival.OTHER.value, 0.95), id="a one-off holiday"),
        pytest.param(date(2026, 5, 9), ("makeup workday", 1.03), id="a Saturday that is worked"),
        pytest.param(date(2026, 7, 11), None, id="a plain Saturday"),
        pytest.param(date(2026, 7, 8), None, id="a plain Wednesday"),
    ],
)
def test_a_holiday_has_its_times(day, holiday):
    """Days off of a festival and worked weekends act; weekends and working days do not."""
    assert _acting(day, "holiday") == holiday


@pytest.mark.parametrize(
    ("left", "holiday"),
    [
        (13, None),
        (12, ("before", 0.75)),
        (3, ("before", 0.75)),
        (2, ("eve", 0.45)),
        (1, ("eve", 0.45)),
        (0, ("new year", 0.4)),
        (-3, ("new year", 0.4)),
        (-4, ("first week", 0.6)),
        (-7, ("first week", 0.6)),
        (-8, ("return", 0.9)),
        (-15, ("return", 0.9)),
        (-16, None),
    ],
)
def test_days_around_lunar_new_year_have_theirs(left, holiday):
    """Counted in days that are left to it; they are stronger than days off and worked weekends among them."""
    assert _acting(NEW_YEAR - timedelta(left), "holiday") == holiday


def test_a_mark_of_the_operator_is_a_holiday_and_a_work_day():
    """What the operator marks acts like what the calendar says."""
    own = OwnEvents(marks={date(2026, 7, 8): Mark.REST, date(2026, 7, 11): Mark.WORK})
    assert _acting(date(2026, 7, 8), "holiday", own) == (Festival.OTHER.value, 0.95)
    assert _acting(date(2026, 7, 11), "holiday", own) == ("makeup workday", 1.03)


@pytest.mark.parametrize(("lift", "times", "fitted"), [(2.5, 2.5, False), (None, 1.3, True)])
def test_a_lift_that_is_stated_is_not_fitted(lift, times, fitted):
    """History may change the usual lift of a promotion, never the operator's own number."""
    day = date(2026, 7, 8)
    own = OwnEvents((OwnEvent(Label("周年庆", "周年庆"), WHOLE, day, day, lift),))
    (campaign,) = [level for level in day_levels(day, own) if level.factor == "campaign"]
    assert (campaign.name, round(exp(campaign.prior), 6), campaign.fitted) == ("周年庆", times, fitted)


def test_only_what_acts_is_listed():
    """Every day has a weekday and a place in its month; a holiday and a promotion only some."""
    assert [level.factor for level in day_levels(date(2026, 7, 8), NONE)] == ["weekday", "position"]
    assert [level.factor for level in day_levels(date(2026, 10, 1), NONE)] == [
        *("weekday", "position", "holiday", "campaign")
    ]


def test_seasons_are_those_written_down():
    """Without holidays and promotions: in China summer is low, autumn high; elsewhere all months are alike."""
    assert seasons("CN") == (0.98, 0.97, 1.0, 0.98, 1.0, 1.0, 0.94, 0.95, 1.0, 1.03, 1.08, 1.07)
    assert {*seasons("US"), *seasons("none")} == {1.0}


@pytest.mark.parametrize(
    ("day", "market", "holiday", "promotion"),
    [
        pytest.param(date(2026, 10, 1), "none", None, None, id="no market: National Day is a day"),
        pytest.param(date(2026, 11, 11), "none", None, None, id="no market: so is Double 11"),
        pytest.param(date(2026, 2, 17), "none", None, None, id="no market: so is Lunar New Year"),
        pytest.param(date(2026, 11, 11), "US", ("Veterans Day", 1.0), None, id="US: Veterans Day"),
        pytest.param(date(2026, 11, 26), "US", ("Thanksgiving Day", 1.0), None, id="US: Thanksgiving"),
        pytest.param(date(2026, 11, 27), "US", None, ("黑五", 2.5), id="US: Black Friday"),
        pytest.param(date(2026, 11, 30), "US", None, ("网络星期一", 2.2), id="US: Cyber Monday"),
        pytest.param(date(2026, 7, 14), "US", None, ("Prime Day", 2.0), id="US: Prime Day"),
        pytest.param(date(2026, 7, 3), "US", ("Independence Day", 1.0), None, id="US: observed on the Friday before"),
        pytest.param(date(2026, 10, 3), "DE", ("German Unity Day", 1.0), None, id="Germany"),
        pytest.param(date(2026, 11, 27), "DE", None, ("黑五", 2.5), id="Germany: Black Friday"),
        pytest.param(date(2026, 11, 27), "JP", None, None, id="Japan has none"),
    ],
)
def test_a_day_acts_as_its_market_says(day, market, holiday, promotion):
    """Holidays abroad act as history will say; sales days have the usual times."""
    assert _acting(day, "holiday", market=market) == holiday
    assert _acting(day, "campaign", market=market) == promotion


def test_marks_count_in_any_market():
    """A day off of the operator is one, a holiday that is worked is none."""
    own = OwnEvents(marks={date(2026, 7, 8): Mark.REST, date(2026, 11, 26): Mark.WORK})
    assert _acting(date(2026, 7, 8), "holiday", own, "US") == (Festival.OTHER.value, 0.95)
    assert _acting(date(2026, 11, 26), "holiday", own, "US") is None


def test_nothing_is_promoted_on_a_closed_day():
    """A closed day has no campaign, whatever its lift."""
    day = date(2026, 7, 8)
    own = OwnEvents((OwnEvent(Label("装修", "装修"), CLOSED, day, day, 2.0),))
    assert _acting(day, "campaign", own) is None
