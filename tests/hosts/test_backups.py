"""Which backups stay: all of today's, one a day, one a week before; decided without a clock and without files."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.hosts.files.backups import Keeping, backup_name, backups_in, kept, prune

NOON = datetime(2026, 11, 12, 12)  # a Thursday
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31))


def _ago(days, hours=0.0):
    return NOON - timedelta(days, hours * 3600)


@pytest.mark.parametrize(
    ("keeping", "moments", "stay"),
    [
        pytest.param(Keeping(), [], [], id="none but the newest"),
        pytest.param(Keeping(0, 0), [_ago(0, 3), _ago(0, 11.5)], [0, 1], id="all of today's"),
        pytest.param(Keeping(0, 0), [_ago(0, 12.5)], [], id="yesterday before midnight is another day"),
        pytest.param(Keeping(1, 0), [_ago(1), _ago(1, 5), _ago(1, -3)], [1], id="of a day the first"),
        pytest.param(Keeping(2, 0), [_ago(1), _ago(2), _ago(3)], [0, 1], id="as many days as asked for"),
        pytest.param(Keeping(2, 0), [_ago(1), _ago(40), _ago(300)], [0, 1], id="days without any do not count"),
        pytest.param(Keeping(0, 1), [_ago(1), _ago(2), _ago(3)], [2], id="of a week the first: Monday the 9th"),
        pytest.param(Keeping(0, 1), [_ago(3), _ago(4)], [0], id="a week ends on Sunday"),
        pytest.param(Keeping(1, 2), [_ago(1), _ago(3), _ago(10), _ago(17)], [0, 1, 2], id="weeks come before the days"),
        pytest.param(Keeping(1, 1), [_ago(-400), _ago(-401), _ago(2)], [0, 1, 2], id="the future is counted apart"),
        pytest.param(Keeping(-1, -1), [_ago(1)], [], id="no number below none"),
    ],
)
def test_what_stays(keeping, moments, stay):
    """The newest always stays; of the others those named."""
    assert kept(moments, NOON, keeping) == {NOON, *(moments[at] for at in stay)}


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (14, 14), (15, 15), (23, 17), (100, 23)])
def test_a_daily_save(count, expected):
    """By hand: one a day for 14 days, then weeks: days 15 to 22 lie in two weeks, 100 days in more than eight."""
    moments = [_ago(day) for day in range(count)]
    assert len(kept(moments, NOON, Keeping())) == expected


@given(moments=st.lists(MOMENTS, max_size=60), now=MOMENTS, days=st.integers(0, 20), weeks=st.integers(0, 10))
def test_what_stays_is_bounded_and_never_loses_a_day_too_soon(moments, now, days, weeks):
    """Whatever the moments and wherever the clock stands: the newest and all of its day stay, one of every other day at
    most, no more than asked for on either side of now, and choosing again changes nothing."""
    stay = kept(moments, now, Keeping(days, weeks))
    today = {one for one in moments if one.date() == now.date() and one <= now}
    assert {now, *today} <= stay <= {now, *moments}
    for side in ([one for one in stay if one <= now], [one for one in stay if one > now]):
        last = max(side, default=now).date()
        others = [one.date() for one in side if one.date() != last]
        assert len(others) == len(set(others)) <= days + weeks
    known = {one.date() for one in moments if one < now} - {now.date()}
    assert {one.date() for one in stay if one <= now} >= set(sorted(known)[-days:] if days else ())
    assert kept(stay, now, Keeping(days, weeks)) == stay


@given(starts=st.lists(st.integers(-3, 3), min_size=1, max_size=40))
def test_day_after_day_a_week_keeps_what_it_began_with(starts):
    """Backups made one after the other, pruned each time, the clock going back and forth: the newest is never pruned, and a
    day's first backup of the last days is there."""
    folder: set[datetime] = set()
    now = NOON
    for step in starts:
        now += timedelta(days=step, minutes=7)
        folder = kept(folder, now, Keeping(3, 2))
        assert now in folder


def test_only_backups_of_its_kind_are_pruned(tmp_path):
    """Other files, and backups of a macro workbook, stay where they are."""
    names = [backup_name(_ago(day), ".xlsx") for day in range(30)]
    others = ["notes.txt", "yesterday.xlsx.bak", backup_name(_ago(20), ".xlsm")]
    for name in (*names, *others):
        (tmp_path / name).touch()
    prune(tmp_path, ".xlsx", NOON, Keeping(2, 0))
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([*names[:3], *others])
    assert [one.at for one in backups_in(tmp_path, ".xlsx")] == [_ago(2), _ago(1), _ago(0)]
