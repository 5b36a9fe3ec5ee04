"""Formulas that read the day shown: metrics of the Calc sheet, goals, thresholds, month so far."""

from opsbook.features.daily.metrics import METRIC
from opsbook.formulas.node import Cell, Column, Name, Node, both, call, either, has, is_num, lookup, when
from opsbook.model.language import LANGS, Lang

THE_DAY, AS_OF = Name("shown_day"), Name("as_of")  # what stands in the date cell, where it is a date
MONTH_START = THE_DAY - call("DAY", THE_DAY) + 1
HAS_DAY = is_num(THE_DAY)
CHART_UNIT: dict[Lang, int] = {"zh": 10_000, "en": 1_000}  # yuan to one of a chart: 万, or thousands
SHOWN_CHANGE, SHOWN_POINTS = 3, 2  # places a change is shown with: what rounds to nothing carries no arrow


def is_net(lang: Lang) -> Node:
    """Whether goals are set in what remains after refunds, as Settings say."""
    return Name("goal_metric").equals(METRIC["net_gmv"].label[lang])


def metric(name: str, column: str = "value") -> Node:
    """A metric on the day shown, the day before, a week ago or over the 7 days before."""
    return lookup(Column("CalcMetric", column), name, Column("CalcMetric", "key"))


def figure(name: str) -> Node:
    """A single named figure of the Calc sheet, such as the month's forecast."""
    return Name(name)


def of_day(table: str, column: str, day: Node = THE_DAY) -> Node:
    """A figure of a day table on a day; empty when the day is not in the book or the cell holds none."""
    return _of(table, column, "date", day)


def of_month(column: str, month: Node = MONTH_START) -> Node:
    """A figure of the month table for the month of the day shown."""
    return _of("GoalMonth", column, "month", month)


def _of(table: str, column: str, key: str, wanted: Node) -> Node:
    row = (Column(table, key), wanted)
    found = call("COUNTIFS", *row, Column(table, column), ">=-1E+300")
    return when(found.equals(0), "", call("SUMIFS", Column(table, column), *row))


def threshold(key: str, column: str) -> Node:
    """A cell of the thresholds table; empty when the row is gone."""
    keys = Column("Thresholds", "key")
    return when(has(keys, key), lookup(Column("Thresholds", column), key, keys))


def total(table: str, column: str, start: Node, end: Node) -> Node:
    """Sum of a day table's column from a day to a day; empty when no day has a figure."""
    dates = Column(table, "date")
    span = (dates, ">=" & start, dates, "<=" & end)
    found = call("COUNTIFS", *span, Column(table, column), ">=-1E+300")
    return when(found.equals(0), "", call("SUMIFS", Column(table, column), *span))


def earned(start: Node, end: Node) -> Node:
    """What counts towards the goal from a day to a day, of last year too, which has no rows of goals."""
    goals = total("GoalDay", "actual", start, end)
    net = either(*(is_net(lang) for lang in LANGS))
    sold = when(net, total("ShopDay", "net_gmv", start, end), total("ShopDay", "gmv", start, end))
    return when(is_num(goals), goals, sold)


def has_goals() -> Node:
    """Whether the day shown lies in a year this book has goals for."""
    return call("COUNTIFS", Column("GoalDay", "date"), THE_DAY) > 0


def no_goals(lang: Lang) -> Node:
    """Words for a day of another year than the book's, and for no day at all."""
    year = call("YEAR", THE_DAY)
    if lang == "zh":
        return when(HAS_DAY, "本书没有 " & year & " 年的目标", "还没有选日期")
    return when(HAS_DAY, "this book has no goals for " & year, "no day is chosen")


def ratio(over: Node, under: Node) -> Node:
    """A share of two cells that may be empty; empty when one is, or when the lower is 0."""
    return when(both(is_num(over), is_num(under)), when(under.equals(0), "", over / under))


def change(now: Node, before: Node) -> Node:
    """Relative change between two cells that may be empty."""
    return when(
        both(is_num(now), is_num(before)), when(before.equals(0), "", call("ROUND", now / before - 1, SHOWN_CHANGE))
    )


def difference(now: Node, before: Node) -> Node:
    """Difference in percentage points between two shares that may be empty."""
    return when(both(is_num(now), is_num(before)), call("ROUND", (now - before) * 100, SHOWN_POINTS))


def number(value: Node, number: str) -> Node:
    """A figure as text inside a sentence."""
    return call("TEXT", value, number)


def row(table: str, column: str) -> Cell:
    """The cell of a column in the formula's own row."""
    return Cell(table, column)
