"""Promotions of a year, and the operator's own rows over them."""

import json
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.goals.rules.events import event_days, event_label
from opsbook.features.goals.rules.mark import Mark
from opsbook.features.goals.rules.own_events import OwnEvent, read_own_events
from opsbook.features.goals.rules.promotions import BURST, DOUBLE_11, PRESALE, PROMOTIONS, WHOLE
from opsbook.model.language import LANGS, Label
from opsbook.model.values import serial
from support.house import tell as describe

ANNIVERSARY = Label("周年庆", "周年庆")
CALENDAR = json.loads((Path(__file__).parents[1] / "answers" / "goals.json").read_text(encoding="utf-8"))["promotions"]


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        pytest.param(date(2027, 10, 14), "", "", id="day before presale"),
        pytest.param(date(2027, 10, 15), "双11 预售", "Double 11 presale", id="presale"),
        pytest.param(date(2027, 10, 20), "双11 尾款", "Double 11 balance", id="remaining payment"),
        pytest.param(date(2027, 11, 11), "双11 爆发", "Double 11 burst", id="burst"),
        pytest.param(date(2027, 11, 12), "双11 返场", "Double 11 return", id="return"),
        pytest.param(date(2027, 11, 15), "", "", id="day after return"),
        pytest.param(date(2026, 5, 13), "618 预售", "618 presale", id="618 presale"),
        pytest.param(date(2026, 6, 18), "618 爆发", "618 burst", id="618"),
        pytest.param(date(2026, 3, 8), "38节 爆发", "38 festival burst", id="38"),
        pytest.param(date(2026, 12, 12), "双12 爆发", "Double 12 burst", id="double 12"),
        pytest.param(date(2027, 1, 9), "年货节 预热", "New Year goods warm-up", id="28 days before Lunar New Year"),
        pytest.param(date(2027, 1, 8), "", "", id="29 days before"),
        pytest.param(date(2027, 1, 20), "年货节 爆发", "New Year goods burst", id="17 days before"),
        pytest.param(date(2027, 1, 24), "年货节 返场", "New Year goods return", id="13 days before"),
        pytest.param(date(2027, 12, 29), "年货节 预热", "New Year goods warm-up", id="for the Lunar New Year of 2028"),
        pytest.param(date(2027, 8, 8), "七夕", "Qixi", id="Qixi has no phases"),
        pytest.param(date(2027, 9, 9), "99大促 爆发", "99 sale burst", id="99 within the weeks before Mid-Autumn"),
        pytest.param(date(2027, 9, 12), "中秋", "Mid-Autumn", id="3 days before Mid-Autumn"),
        pytest.param(date(2026, 10, 1), "国庆", "National Day", id="National Day"),
    ],
)
def test_a_day_is_called_by_its_promotion(day, zh, en):
    """The 活动 column shows event and phase in the workbook's language, and nothing on ordinary days."""
    assert (event_label(day, "zh"), event_label(day, "en")) == (zh, en)


def _phases(year, own=()):
    """Consecutive days of one phase: the phase, its first and its last day."""
    numbered = enumerate(event_days(year, own).items())
    for (_, phase), run in groupby(numbered, key=lambda item: (item[1][0].toordinal() - item[0], item[1][1])):
        days = [day for _, (day, _) in run]
        yield phase, days[0], days[-1]


@pytest.mark.parametrize("year", ["2025", "2026", "2027"])
def test_the_usual_calendar_of_a_year_is_the_one_written_down(year):
    """Every phase has its days and its lift; lunar festivals move, what covers another one cuts it."""
    found = [
        [phase.label("zh"), f"{start:%m-%d}", f"{end:%m-%d}", phase.lift] for phase, start, end in _phases(int(year))
    ]
    assert found == sorted(CALENDAR["every year"] + CALENDAR[year], key=lambda row: row[1])


def test_every_usual_phase_begins_and_ends_as_written_down():
    """In 2026 no two of them share a day: what one hides of another, or a moved one sets free, cannot be wrong unseen."""
    found = {
        (f"{one.event.zh} {one.phase.zh}".strip(), f"{one.start.of(2026):%m-%d}", f"{one.end.of(2026):%m-%d}", one.lift)
        for one in PROMOTIONS
    }
    assert found == set(map(tuple, CALENDAR["every year"] + CALENDAR["2026"]))


@given(st.integers(1900, 2120))
def test_the_days_of_a_year_are_its_own_and_in_order(year):
    """Only days of the year asked for have a phase, from the first to the last."""
    days = list(event_days(year))
    assert days == sorted(days)
    assert {day.year for day in days} == {year}


def test_presale_is_low_and_balance_is_high():
    """Deposits are not paid sales yet: presale lies below an ordinary day, the balance window above it."""
    for day in (date(2027, 10, 16), date(2027, 5, 14)):
        assert event_days(2027)[day].lift < 1
    for day in (date(2027, 10, 21), date(2027, 5, 17)):
        assert event_days(2027)[day].lift > 1.5


OVERRIDES = [
    pytest.param(
        OwnEvent(ANNIVERSARY, WHOLE, date(2027, 11, 11), date(2027, 11, 11)),
        {"2027-11-10": "双11 爆发", "2027-11-11": "周年庆", "2027-11-12": "双11 返场"},
        id="an own event covers one day only",
    ),
    pytest.param(
        OwnEvent(DOUBLE_11, PRESALE, date(2027, 10, 10), date(2027, 10, 12)),
        {"2027-10-10": "双11 预售", "2027-10-15": "", "2027-10-20": "双11 尾款"},
        id="the same phase is moved, not doubled",
    ),
    pytest.param(
        OwnEvent(DOUBLE_11, PRESALE, date(2026, 10, 10), date(2026, 10, 12)),
        {"2027-10-10": "", "2027-10-15": "双11 预售"},
        id="last year's row leaves this year alone",
    ),
    pytest.param(
        OwnEvent(DOUBLE_11, WHOLE, date(2027, 10, 10), date(2027, 11, 20)),
        {"2027-10-10": "双11", "2027-10-15": "双11 预售", "2027-11-11": "双11 爆发", "2027-11-20": "双11"},
        id="a frame fills the days between phases",
    ),
    pytest.param(
        OwnEvent(DOUBLE_11, BURST, date(2027, 11, 9), date(2027, 11, 9), 5.0),
        {"2027-11-09": "双11 爆发", "2027-11-10": "", "2027-11-08": "双11 预热"},
        id="a shorter burst",
    ),
]


@pytest.mark.parametrize(("row", "labels"), OVERRIDES)
def test_own_rows_win_over_the_usual_calendar(row, labels):
    """A row of the Events table covers the days it names and moves the phase it names."""
    assert {day: event_label(date.fromisoformat(day), "zh", (row,)) for day in labels} == labels


@pytest.mark.parametrize(
    ("start", "usual_stays"),
    [
        pytest.param(date(2027, 9, 11), False, id="60 days before"),
        pytest.param(date(2027, 9, 10), True, id="61 days before"),
        pytest.param(date(2028, 1, 9), False, id="60 days after"),
        pytest.param(date(2028, 1, 10), True, id="61 days after"),
    ],
)
def test_a_row_within_sixty_days_moves_a_phase(start, usual_stays):
    """The burst of 10 November is moved by a row near to it; a row further away is another occasion."""
    row = OwnEvent(DOUBLE_11, BURST, start, start)
    assert (event_label(date(2027, 11, 11), "zh", (row,)) == "双11 爆发") is usual_stays


def test_a_frame_without_a_lift_lifts_nothing():
    """A row that only says 'we take part from here to there' leaves the days between the phases ordinary."""
    row = OwnEvent(DOUBLE_11, WHOLE, date(2027, 10, 10), date(2027, 11, 20))
    days = event_days(2027, (row,))
    assert [days[date(2027, *day)].lift for day in ((10, 10), (10, 15), (11, 11))] == [1.0, 0.75, 3.2]


def test_a_later_row_wins_over_an_earlier_one():
    """An exception written below a longer row holds on its day."""
    rows = (
        OwnEvent(ANNIVERSARY, WHOLE, date(2027, 4, 1), date(2027, 4, 9)),
        OwnEvent(Label("清仓", "清仓"), WHOLE, date(2027, 4, 5), date(2027, 4, 5)),
    )
    found = [(phase.label("zh"), start.day, end.day) for phase, start, end in _phases(2027, rows)]
    assert [entry for entry in found if entry[0] in {"周年庆", "清仓"}] == [
        ("周年庆", 1, 4),
        ("清仓", 5, 5),
        ("周年庆", 6, 9),
    ]


@pytest.mark.parametrize(
    ("row", "lift", "stated"),
    [
        pytest.param(OwnEvent(DOUBLE_11, BURST, date(2027, 11, 9), date(2027, 11, 9)), 3.2, False, id="usual lift"),
        pytest.param(
            OwnEvent(DOUBLE_11, BURST, date(2027, 11, 9), date(2027, 11, 9), 5.0), 5.0, True, id="stated lift"
        ),
        pytest.param(OwnEvent(ANNIVERSARY, BURST, date(2027, 11, 9), date(2027, 11, 9)), 1.6, False, id="usual burst"),
        pytest.param(
            OwnEvent(ANNIVERSARY, Label("x", "x"), date(2027, 11, 9), date(2027, 11, 9)), 1.0, False, id="own phase"
        ),
    ],
)
def test_a_row_without_a_lift_gets_the_usual_one(row, lift, stated):
    """A stated lift is taken as it is, a blank one is the usual lift of that phase."""
    phase = event_days(2027, (row,))[date(2027, 11, 9)]
    assert (phase.lift, phase.stated) == (lift, stated)


@pytest.mark.parametrize(
    ("phase", "lift"),
    [("预售", 0.75), ("尾款", 1.7), ("第二波", 1.5), ("预热", 0.95), ("爆发", 1.6), ("返场", 1.1), ("", 1.3)],
)
def test_a_promotion_of_ones_own_has_the_usual_lift_of_its_phase(phase, lift):
    """A shop's own anniversary sells as such phases usually do, until its history says otherwise."""
    (row,) = read_own_events([_row("周年庆", phase)], "设置", 5, "zh").promotions
    assert event_days(2027, (row,))[date(2027, 11, 9)].lift == lift


def _row(event="双11", phase="爆发", start=date(2027, 11, 9), end=date(2027, 11, 11), lift=None):
    dates = {name: serial(day) if isinstance(day, date) else day for name, day in (("start", start), ("end", end))}
    return {"event": event, "phase": phase, **dates, "lift": lift, "note": None}


@pytest.mark.parametrize(
    ("row", "event", "phase"),
    [
        pytest.param(_row(), "双11", "爆发", id="as listed"),
        pytest.param(_row("双十一", " 定金 "), "双11", "预售", id="other words"),
        pytest.param(_row("double 11", "Presale"), "双11", "预售", id="English"),
        pytest.param(_row(618.0, "爆发"), "618", "爆发", id="a number as name"),
        pytest.param(_row("周年庆", None), "周年庆", "", id="own event without phase"),
        pytest.param(_row("周年庆", "首发"), "周年庆", "首发", id="own phase"),
    ],
)
def test_names_are_understood_in_both_languages(row, event, phase):
    """Event and phase are matched to the known names, else they stand for themselves."""
    (read,) = read_own_events([row], "设置", 5, "zh").promotions
    assert (read.event.zh, read.phase.zh) == (event, phase)


def test_a_blank_end_means_one_day():
    """A row without an end lasts one day; empty text counts as blank."""
    for blank in (None, ""):
        (read,) = read_own_events([_row(end=blank)], "设置", 5, "zh").promotions
        assert read.days == (date(2027, 11, 9),)


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        pytest.param(_row(event=None), "event-no-name", "活动", id="no name"),
        pytest.param(_row(start=None), "event-bad-date", "开始", id="no start"),
        pytest.param(_row(start="11月9日"), "event-bad-date", "开始", id="text as start"),
        pytest.param(_row(start=True), "event-bad-date", "开始", id="truth value as start"),
        pytest.param(_row(start=0.0), "event-bad-date", "开始", id="day 0"),
        pytest.param(_row(start=2_958_466.0, end=None), "event-bad-date", "开始", id="past Excel's last day"),
        pytest.param(_row(end="?"), "event-bad-date", "结束", id="text as end"),
        pytest.param(_row(end=date(2027, 11, 8)), "event-bad-span", "结束", id="ends a day early"),
        pytest.param(_row(end=date(2028, 11, 9)), "event-bad-span", "结束", id="367 days"),
        pytest.param(_row(lift=0), "event-bad-lift", "系数", id="lift of 0"),
        pytest.param(_row(lift="两倍"), "event-bad-lift", "系数", id="text as lift"),
    ],
)
def test_rows_that_cannot_be_used_say_where_and_why(row, code, column):
    """A bad row is one issue at its own cell, and the rows around it are used."""
    read = read_own_events([_row(), row, _row(event="双12")], "设置", 5, "zh")
    assert [(issue.code, issue.where.row, issue.where.column) for issue in read.issues] == [(code, 6, column)]
    assert len(read.promotions) == 2
    assert all(describe(issue, lang) for issue in read.issues for lang in LANGS)


@pytest.mark.parametrize("end", [date(2027, 11, 9), date(2028, 11, 8)])
def test_the_shortest_and_the_longest_span_are_used(end):
    """One day and 366 days are both fine."""
    assert read_own_events([_row(end=end)], "设置", 5, "zh").issues == ()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        pytest.param(1.0, date(1899, 12, 31), id="the first: Excel knows a 29 February 1900, the calendar does not"),
        pytest.param(61.0, date(1900, 3, 1), id="the first day both call the same"),
        pytest.param(2_958_465.0, date(9999, 12, 31), id="the last"),
    ],
)
def test_every_day_excel_knows_can_be_a_start(cell, day):
    """From its first to its last."""
    read = read_own_events([_row(start=cell, end=None)], "设置", 5, "zh")
    assert ([row.days for row in read.promotions], read.issues) == ([(day,)], ())


@pytest.mark.parametrize("name", ["event", "phase", "start", "end", "lift"])
def test_a_row_with_any_cell_that_counts_is_judged(name):
    """Only notes are nobody's business."""
    row = dict.fromkeys(_row(), None) | {name: _row(lift=2.0)[name]}
    assert len(read_own_events([row], "设置", 5, "zh").issues) == 1


def test_blank_rows_are_passed_over():
    """Empty rows, and rows that only hold a note, are no events and no problems."""
    read = read_own_events([_row(None, None, None, None), {"note": "记得报名"}, {}], "设置", 5, "zh")
    assert (read.promotions, read.marks, read.issues) == ((), {}, ())


def test_days_off_and_work_days_are_marks_not_promotions():
    """A row with the phase 放假 or 补班 corrects the calendar and is no promotion."""
    rows = [
        _row("国庆节", "放假", date(2027, 10, 1), date(2027, 10, 2)),
        _row("国庆节", "补班", date(2027, 9, 26), None),
    ]
    read = read_own_events(rows, "设置", 5, "zh")
    expected = {date(2027, 10, 1): Mark.REST, date(2027, 10, 2): Mark.REST, date(2027, 9, 26): Mark.WORK}
    assert (read.promotions, read.marks) == ((), expected)


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(0, 40))
def test_an_own_row_holds_on_all_its_days(start, length):
    """Whatever the usual calendar says, every day of an own row carries its name."""
    row = OwnEvent(ANNIVERSARY, WHOLE, start, start + timedelta(length))
    assert {event_label(day, "zh", (row,)) for day in row.days} == {"周年庆"}
