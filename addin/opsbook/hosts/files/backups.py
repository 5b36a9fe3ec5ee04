"""Backups of a workbook by day: which are kept, where they lie, when they were made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

_STAMP = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many backups are kept beside all of today's.

    Args:
        days: earlier days of which one backup each stays.
        weeks: weeks before those of which one backup each stays.
    """

    days: int = 14
    weeks: int = 8


@dataclass(frozen=True, slots=True)
class Backup:
    """One old version of a workbook.

    Args:
        path: where it lies.
        at: when it was made, by the clock of whoever made it: until then the workbook looked like this.
    """

    path: Path
    at: datetime


def kept(moments: Iterable[datetime], now: datetime, keeping: Keeping) -> set[datetime]:
    """Choose the backups that stay; it asks no clock and opens no file.

    All of today's stay. Of earlier days that have any, the last few keep one each; of the weeks before them the last few keep
    one each. It is always the first: the workbook as that day or week found it. Days and weeks without backups do not count,
    so a clock set far ahead for once costs nothing; what seems to come from the future is chosen in the same way, apart.

    Args:
        moments: when backups were made.
        now: when the newest was made.
        keeping: how many.

    Returns:
        Those to keep, the newest among them.
    """
    every = {*moments, now}
    ahead = {moment for moment in every if moment > now}
    stay = _chosen(every - ahead, now, keeping)
    return stay | (_chosen(ahead, max(ahead), keeping) if ahead else set())


def _chosen(moments: set[datetime], newest: datetime, keeping: Keeping) -> set[datetime]:
    today = {moment for moment in moments if moment.date() == newest.date()}
    first_of_days = _firsts(moments - today, lambda moment: moment.date())
    days = _last(first_of_days, keeping.days)
    older = set(first_of_days.values()) - days
    return today | days | _last(_firsts(older, lambda moment: _monday(moment.date())), keeping.weeks)


def _firsts(moments: Iterable[datetime], span: Callable[[datetime], date]) -> dict[date, datetime]:
    """The first moment of each day, or of each week."""
    found: dict[date, datetime] = {}
    for moment in sorted(moments):
        found.setdefault(span(moment), moment)
    return found


def _last(firsts: dict[date, datetime], count: int) -> set[datetime]:
    return {firsts[span] for span in sorted(firsts, reverse=True)[: max(0, count)]}


def _monday(day: date) -> date:
    return date.fromordinal(day.toordinal() - day.weekday())


def backup_name(moment: datetime, suffix: str) -> str:
    """What a backup made at a moment is called."""
    return f"{moment.strftime(_STAMP)}{suffix}.bak"


def backups_in(folder: Path, suffix: str) -> list[Backup]:
    """Backups of workbooks of one kind (.xlsx, .xlsm) in a folder, oldest first; other files are passed over."""
    ending = f"{suffix}.bak".lower()
    names = folder.iterdir() if folder.is_dir() else ()
    found = ((path, _moment(path.name, ending)) for path in names if path.name.lower().endswith(ending))
    return sorted((Backup(path, at) for path, at in found if at is not None), key=lambda one: one.at)


def _moment(name: str, ending: str) -> datetime | None:
    try:
        return datetime.strptime(name[: -len(ending)], _STAMP)  # noqa: DTZ007 - the user's own clock
    except ValueError:
        return None


def prune(folder: Path, suffix: str, now: datetime, keeping: Keeping) -> None:
    """Delete the backups that are not kept any more."""
    found = backups_in(folder, suffix)
    stay = kept((one.at for one in found), now, keeping)
    for one in found:
        if one.at not in stay:
            one.path.unlink(missing_ok=True)
