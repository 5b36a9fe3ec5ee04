"""How a year's goal becomes months and a month's goal days: whole yuan, exact, in native formulas.

A lock is the goal, or else what a day or month closed with. What is left is shared by cumulative rounding, ROUND(left x up to here / all) less ROUND(left x up to
before / all), so that the parts always add up. `opsbook.features.goals.rules.split` is the same rule in Python.
"""

from opsbook.book.kit.draft import Draft
from opsbook.features.daily.days import is_net, over_days
from opsbook.features.daily.derived import attainment
from opsbook.features.frame.reading import figure, total
from opsbook.features.goals.rules.split import (
    ALL_KEPT,
    ALL_LOCKED,
    CHECK_WORDS,
    KEPT_OVER_TOTAL,
    LOCKS_OVER_TOTAL,
    STRANGE_LOCK,
)
from opsbook.features.goals.sheet.holes import if_complete
from opsbook.formulas.node import Cell, Column, Name, Node, both, call, either, is_num, when
from opsbook.metrics.formula import formula
from opsbook.metrics.refer import ANY_NUMBER, matching
from opsbook.model.language import Lang

YEAR_GOAL, AS_OF = Name("year_goal"), Name("as_of")
KEPT = Column("GoalKept", "counted")


def _month(column: str) -> Cell:
    return Cell("GoalMonth", column)


def _day(column: str) -> Cell:
    return Cell("GoalDay", column)


def _shared(amount: Node, whole: Node, start: Node, end: Node) -> Node:
    """The part of an amount between two marks of the cumulated weight."""
    return call("ROUND", amount * end / whole, 0) - call("ROUND", amount * start / whole, 0)


def month_nodes(draft: Draft) -> dict[str, Node | tuple[Node, ...]]:
    """Formulas of the GoalMonth table."""
    free, months = Column("GoalMonth", "free_weight"), Column("GoalMonth", "month")
    whole, kept = call("SUM", free), kept_goal("month", _month("month"))
    left = call("MAX", 0, YEAR_GOAL - call("SUM", Column("GoalMonth", "lock")) - _all_kept("month"))
    start, end = (call("SUMIFS", free, months, sign & _month("month")) for sign in ("<", "<="))
    cannot = either(call("NOT", is_num(YEAR_GOAL)), whole.equals(0))
    month_end = call("EOMONTH", _month("month"), 0)
    ended = both(is_num(AS_OF), is_num(_month("month")))
    reached = if_complete(draft.lang, _month("month"), month_end, attainment(_month("actual"), _month("goal")))
    return {
        "goal": _set_or_shared(_month("lock"), kept, when(cannot, "", _shared(left, whole, start, end))),
        "actual": when(is_num(_month("month")), total("GoalDay", "actual", _month("month"), month_end)),
        "attainment": when(ended, when(month_end <= AS_OF, when(is_num(_month("actual")), reached))),
        "check": _check(draft.lang),
        "free_weight": _free_weight(_month("lock"), kept, _month("weight")),
    }


def kept_goal(grain: str, day: Node) -> Node:
    """The goal that a day or month closed with; 0 where it had none, or has a manual one by now."""
    return call("SUMIFS", KEPT, Column("GoalKept", "date"), day, Column("GoalKept", "grain"), grain)


def _all_kept(grain: str, *dates: Node) -> Node:
    """What those of a month, or of the year, add up to."""
    criteria = [part for one in dates for part in (Column("GoalKept", "date"), one)]
    return call("SUMIFS", KEPT, Column("GoalKept", "grain"), grain, *criteria)


def _set_or_shared(lock: Node, kept: Node, shared: Node) -> Node:
    """The manual goal, or else the one it closed with, or else its part of what is left."""
    return when(is_num(lock), lock, when(kept > 0, kept, shared))


def _free_weight(lock: Node, kept: Node, weight: Node) -> Node:
    return when(either(is_num(lock), kept > 0), 0, when(is_num(weight), weight, 0))


def kept_nodes() -> dict[str, Node | tuple[Node, ...]]:
    """Formulas of the GoalKept table: a kept goal counts where no manual one stands in its place."""
    date, grain, kept = (Cell("GoalKept", name) for name in ("date", "grain", "kept"))
    days, months = (
        call("COUNTIFS", Column(table, key), date, Column(table, "lock"), ANY_NUMBER)
        for table, key in (("GoalDay", "date"), ("GoalMonth", "month"))
    )
    free = when(grain.equals("day"), days, months).equals(0)
    return {"counted": when(is_num(kept), when(free, kept, 0), 0)}


def _check(lang: Lang) -> Node:
    """Locks that contradict the goal, in words; empty when all is well."""
    month = _month("month")
    day_locks, day_weight = (
        call("SUMIFS", Column("GoalDay", name), Column("GoalDay", "month"), month) for name in ("lock", "free_weight")
    )
    month_locks, month_weight = (call("SUM", Column("GoalMonth", name)) for name in ("lock", "free_weight"))
    kept_days = _all_kept("day", ">=" & month, "<=" & call("EOMONTH", month, 0))
    days = _contradiction("month", lang, (day_locks, kept_days), day_weight, _month("goal"))
    months = _contradiction("year", lang, (month_locks, _all_kept("month")), month_weight, YEAR_GOAL)
    year = when(both(is_num(YEAR_GOAL), is_num(_month("lock"))), months)
    said = when(both(is_num(_month("goal")), is_num(month)), when(year.differs(""), year, days))
    return when(either(_strange(_month("lock")), _strange(day_locks), _negative_day(month)), STRANGE_LOCK[lang], said)


def _strange(amount: Node) -> Node:
    """Less than nothing, or parts of a yuan; of days their sum shows it."""
    return when(is_num(amount), either(amount < 0, call("ROUND", amount, 0).differs(amount)), otherwise=False)


def _negative_day(month: Node) -> Node:
    return call("COUNTIFS", Column("GoalDay", "month"), month, Column("GoalDay", "lock"), "<0") > 0


def _contradiction(period: str, lang: Lang, fixed: tuple[Node, Node], open_weight: Node, goal: Node) -> Node:
    """Manual and kept goals beyond the goal, or nothing left open and another sum."""
    locks, kept = fixed
    over, closed, past, ended = (
        CHECK_WORDS[period, code][lang] for code in (LOCKS_OVER_TOTAL, ALL_LOCKED, KEPT_OVER_TOTAL, ALL_KEPT)
    )
    other_sum = both(open_weight.equals(0), (locks + kept).differs(goal))
    more = when(locks + kept > goal, past, when(other_sum, ended))
    return when(kept > 0, more, when(locks > goal, over, when(other_sum, closed)))


def day_nodes(draft: Draft) -> dict[str, Node | tuple[Node, ...]]:
    """Formulas of the GoalDay table."""
    date, lock = _day("date"), _day("lock")
    kept = kept_goal("day", date)
    return {
        "month": when(is_num(date), date - call("DAY", date) + 1),
        "free_weight": _free_weight(lock, kept, _day("weight")),
        "left_amount": when(is_num(_month_goal()), call("MAX", 0, _month_goal() - _in_month("lock") - _kept_days())),
        "left_weight": _in_month("free_weight"),
        "from_weight": _in_month("free_weight", "<" & date),
        "to_weight": _in_month("free_weight", "<=" & date),
        "goal": _goal(),
        "visitor_goal": _visitor_goal(),
        "actual": when(is_num(date), _actual(draft)),
        "attainment": attainment(_day("actual"), _day("goal")),
        "open_amount": _open_amount(),
        "past_weight": when(is_num(AS_OF), _in_month("free_weight", "<=" & AS_OF)),
        "used_cvr": _target("target_cvr", "cvr_28d"),
        "used_aov": _target("target_aov", "aov_28d"),
        "catch_up": _catch_up(),
    }


def _in_month(column: str, *dates: Node) -> Node:
    """Sum over the days of the row's month, or of those before or after a day."""
    criteria = [part for one in dates for part in (Column("GoalDay", "date"), one)]
    return call("SUMIFS", Column("GoalDay", column), Column("GoalDay", "month"), _day("month"), *criteria)


def _month_goal() -> Node:
    months = Column("GoalMonth", "month")
    found = call("COUNTIFS", months, _day("month"), Column("GoalMonth", "goal"), ">=0")
    return when(found.equals(0), "", call("SUMIFS", Column("GoalMonth", "goal"), months, _day("month")))


def _kept_days() -> Node:
    """Goals that days of the row's month closed with."""
    return _all_kept("day", ">=" & _day("month"), "<=" & call("EOMONTH", _day("month"), 0))


def _goal() -> Node:
    left, whole = _day("left_amount"), _day("left_weight")
    cannot = either(call("NOT", is_num(left)), whole.equals(0))
    shared = when(cannot, "", _shared(left, whole, _day("from_weight"), _day("to_weight")))
    return _set_or_shared(_day("lock"), kept_goal("day", _day("date")), shared)


def _visitor_goal() -> Node:
    """Goal / target conversion / target order value, rounded up; the month's targets, else the last 28 days'."""
    cvr, aov = _day("used_cvr"), _day("used_aov")
    ready = both(is_num(_day("goal")), is_num(cvr), is_num(aov))
    return when(ready, when(cvr * aov > 0, call("ROUNDUP", call("ROUND", _day("goal") / cvr / aov, 6), 0)))


def _target(column: str, usual: str) -> Node:
    months = Column("GoalMonth", "month")
    found = call("COUNTIFS", months, _day("month"), Column("GoalMonth", column), ">0")
    return when(found > 0, call("SUMIFS", Column("GoalMonth", column), months, _day("month")), figure(usual))


def _actual(draft: Draft) -> Node:
    """What counts towards the goal: paid, or net of refunds, as Settings say."""
    net = formula(draft.catalog.metrics["net_gmv"].expr, matching(draft.catalog, "ShopDay", _day("date")))
    paid = over_days(draft.catalog, "gmv", _day("date"), _day("date"))
    return when(is_net(draft.lang), net, paid)


def _open_amount() -> Node:
    """What the month still misses after the last complete day, beside the manual goals of the days left."""
    done, locks = _in_month("actual", "<=" & AS_OF), _in_month("lock", ">" & AS_OF)
    goal = call("SUMIFS", Column("GoalMonth", "goal"), Column("GoalMonth", "month"), _day("month"))
    missing = call("ROUNDUP", call("MAX", 0, call("ROUND", goal - done - locks, 2)), 0)
    return when(both(is_num(_day("date")), is_num(AS_OF), is_num(_day("left_amount"))), missing)


def _catch_up() -> Node:
    """The rule again on the days after the last complete one, for what the month still misses."""
    date, lock, missing = _day("date"), _day("lock"), _day("open_amount")
    whole, start, end = (_day(name) - _day("past_weight") for name in ("left_weight", "from_weight", "to_weight"))
    share = when(whole.equals(0), "", _shared(missing, whole, start, end))
    return when(is_num(missing), when(date <= AS_OF, "", when(is_num(lock), lock, share)))
