"""What is wrong with goals: manual ones that contradict each other, strange events, years without a calendar."""

from collections.abc import Iterator

from opsbook.book.compile.calculate import BookCells
from opsbook.engine.checks.input_checks import Found, in_body
from opsbook.engine.workbook import Facts, Workbook
from opsbook.features.goals import events
from opsbook.features.goals.rules.split import STRANGE_LOCK
from opsbook.hosts.showing import spoken
from opsbook.model.issues import Issue, Level
from opsbook.model.values import YEARS, ErrorValue, Value, day_words, is_number


def own_events(workbook: Workbook) -> tuple[Issue, ...]:
    """Rows of the operator's own events that cannot be."""
    return events.own_events(workbook).issues


def calendar(workbook: Workbook) -> tuple[Issue, ...]:
    """What the calendar does not know of the workbook's year; a strange year has its own issue."""
    from opsbook.features.goals.rules.calendar import calendar_notes  # noqa: PLC0415 - its libraries are slow to load

    year = workbook.number("year") or 0
    return calendar_notes(int(year), events.market_of(workbook)) if YEARS[0] <= year <= YEARS[1] else ()


def year_of_goals(workbook: Workbook, value: Value, facts: Facts) -> Issue | None:
    """A year that the goals are not of: it was changed by hand."""
    del workbook
    years = {day_words(month)[:4] for month in facts.get("GoalMonth", {}).get("month", ()) if is_number(month)}
    if not years or spoken(value) in years:
        return None
    return Issue("year-changed", Level.WARNING, seen={"seen": spoken(value), "year": min(years)})


def contradictions(workbook: Workbook, shown: BookCells) -> Iterator[Found]:
    """Months whose manual goals contradict each other, in the words of the sheet's own check column."""
    body, named = (
        workbook.host.read_table("GoalMonth"),
        STRANGE_LOCK[workbook.lang],
    )  # such cells are issues of their own
    for at, said in enumerate(shown.column("GoalMonth", "check")):
        if isinstance(said, str) and said and said != named and not isinstance(said, ErrorValue):
            month = day_words(shown.facts["GoalMonth"]["month"][at])[:7]
            issue = Issue("goals-contradict", Level.WARNING, seen={"month": month, "seen": said})
            yield in_body(workbook, body, "GoalMonth", (at, "lock", issue))
