"""What the charts of the month and of the last days read."""

from opsbook.book.kit.calc_table import calc_drawing, numbered
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import DAY_LONG
from opsbook.book.kit.table import Drawing
from opsbook.features.frame.holes import MissingDays
from opsbook.features.frame.reading import CHART_UNIT, HAS_DAY, MONTH_START, THE_DAY, figure, of_day, row
from opsbook.features.goals.sheet.figures import share_until
from opsbook.features.goals.sheet.holes import gaps_until
from opsbook.features.goals.sheet.reading import earned
from opsbook.features.goals.tables import CALC_DAYS, CALC_MONTH
from opsbook.formulas.node import Column, Name, Node, both, call, is_num, when
from opsbook.metrics.refer import ANY_NUMBER
from opsbook.model.language import Lang

DAYS_BACK = 30
LACKING: dict[Lang, str] = {"zh": "缺", "en": "–"}


def month(draft: Draft) -> Drawing:
    """The month day by day: goal, actual and forecast added up."""
    return calc_drawing(
        CALC_MONTH, _month_nodes(draft.lang), numbered(31, CALC_MONTH), {"day": DAY_LONG, "tick": DAY_LONG}
    )


def days(draft: Draft) -> Drawing:
    """The last days: sold, planned, met or missed."""
    return calc_drawing(CALC_DAYS, _days_nodes(draft.lang), numbered(DAYS_BACK, CALC_DAYS), {"day": DAY_LONG})


def _month_nodes(lang: Lang) -> dict[str, Node | tuple[Node, ...]]:
    n, day = row("CalcMonth", "n"), row("CalcMonth", "day")
    until, month_end = MONTH_START + n - 1, call("EOMONTH", THE_DAY, 0)
    goal = (
        call(
            "SUMIFS",
            Column("GoalDay", "goal"),
            Column("GoalDay", "month"),
            MONTH_START,
            Column("GoalDay", "date"),
            "<=" & until,
        )
        / CHART_UNIT[lang]
    )
    done = earned(MONTH_START, day)
    share = share_until(day)
    ahead = both(is_num(day), is_num(figure("month_forecast")))
    sound = gaps_until(day).equals(0)
    sold, over = figure("month_actual"), figure("month_share")
    rest = (figure("month_forecast") - sold) * (share - over) / (1 - over)
    forecast = when(is_num(share), when(over < 1, (sold + rest) / CHART_UNIT[lang]))
    return {
        "day": when(HAS_DAY, when(until > month_end, "", until)),
        "tick": when(HAS_DAY, call("MIN", until, month_end)),  # a short month ends where it ends
        "goal": when(HAS_DAY, goal, 0),
        "actual": when(is_num(day), when(day > THE_DAY, "", when(both(sound, is_num(done)), done / CHART_UNIT[lang]))),
        "forecast": when(ahead, when(day > THE_DAY, forecast)),
        "mark": when(is_num(day), when(day.equals(THE_DAY), when(sound, row("CalcMonth", "actual"), _last_after()))),
    }


def _last_after() -> Node:
    """What the month adds up to on the day shown, after a day that lacks; empty where that day itself lacks."""
    found = call("COUNTIFS", Column("CalcHoles", "day"), THE_DAY, Column("CalcHoles", "after"), ANY_NUMBER)
    return when(found > 0, call("MAX", Column("CalcHoles", "after")))


def _days_nodes(lang: Lang) -> dict[str, Node | tuple[Node, ...]]:
    n, day = row("CalcDays", "n"), row("CalcDays", "day")
    sold, planned = row("CalcDays", "sold"), row("CalcDays", "planned")
    counted = of_day("GoalDay", "actual", day)  # sold, or net of refunds, as the goal is set
    reached = both(is_num(counted), is_num(planned), counted >= planned)
    tick = call("MONTH", day) & "." & call("DAY", day)
    lacks = both(day <= call("SUM", Name("as_of")), MissingDays(day, day).count(lang) > 0)
    return {
        "day": when(HAS_DAY, THE_DAY - DAYS_BACK + n),
        "sold": when(is_num(day), of_day("ShopDay", "gmv", day)),
        "planned": when(is_num(day), of_day("ShopDay", "goal", day)),
        "tick": when(is_num(day), when(lacks, LACKING[lang], when(call("WEEKDAY", day, 2).equals(1), tick))),
        "met": when(reached, sold / CHART_UNIT[lang]),
        "missed": when(is_num(sold), when(reached, "", sold / CHART_UNIT[lang])),
        "goal": when(is_num(planned), planned / CHART_UNIT[lang], 0),
        "mark": when(both(is_num(sold), n.equals(DAYS_BACK)), sold / CHART_UNIT[lang]),
    }
