"""Buttons of the group Goals: set a goal, fit weights anew, lock a day."""

from types import SimpleNamespace as Namespace

from opsbook.engine.workbook import Workbook
from opsbook.features.books.commands import refresh_day
from opsbook.features.goals.commands import months_as_spans, run_goal
from opsbook.features.goals.goal_setting import open_months, refit_weights
from opsbook.features.goals.locking import toggle_lock
from opsbook.model.errors import UsageError
from opsbook.ribbon.click import Click


def set_goal(click: Click) -> None:
    """Set a year's or a month's goal."""
    year = click.open().number("year") or 0
    period = click.ask("ask-period", f"{year:.0f}")
    amount = click.ask("ask-amount", "") if period else None
    if not period or not amount:
        return
    whole_year = int(period) if period.isdecimal() else None
    words = Namespace(year=whole_year, month=None if whole_year else period, amount=amount, refit=False, restate=False)
    with click.change("status-goal") as host:
        words.book = host
        run_goal(words, click.speaker)


def refit(click: Click) -> None:
    """Fit day weights of months that have not begun on the shop's history."""
    workbook = click.open()
    with click.change("status-goal") as host:
        months = open_months(workbook, ())
        issues = refit_weights(workbook, months)
        refresh_day(workbook)
        host.save()
        click.speaker.issues(issues)
        if months:
            click.speaker.tell("weights-fitted", months=tuple(months_as_spans(months)))
        else:
            click.speaker.tell("no-month-to-refit")


def lock_day(click: Click) -> None:
    """Lock the goal of the chosen day, or unlock it."""
    workbook = click.open()
    at = _chosen_row(click, workbook)
    with click.change("status-goal") as host:
        lock = toggle_lock(workbook, at)
        refresh_day(workbook)
        host.save()
        old, new = ("–" if one is None else f"{one:,.0f}" for one in (lock.old, lock.new))
        click.speaker.tell("day-unlocked" if lock.new is None else "day-locked", day=lock.day, old=old, new=new)


def _chosen_row(click: Click, workbook: Workbook) -> int:
    """The selected row of the table of daily goals, counted from 0."""
    days, chosen = workbook.host.read_table("GoalDay"), click.book.app.selection
    at = chosen.row - days.first_row if chosen is not None and chosen.sheet.name == days.sheet else -1
    if not 0 <= at < len(days.rows):
        raise UsageError("no-day-chosen", sheet=days.sheet)
    return at
