"""The dashboard's list of data: is everything here for the day shown, and what to fetch if not."""

from itertools import chain

from opsbook.book.kit.calc_table import Figure
from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.format.lights import chip_rules
from opsbook.book.kit.format.styles import DAY, DAY_LONG, PAPER, SOFT, WARN, WARN_BG, Look, big
from opsbook.book.kit.grid import NOW_ROW, edges
from opsbook.book.kit.listing import CENTER, HEADING, RIGHT, list_line
from opsbook.book.plan import Rule
from opsbook.features.frame.holes import CLOSED, MissingDays, short_day
from opsbook.features.frame.reading import HAS_DAY, MONTH_START, THE_DAY, figure
from opsbook.formulas.node import Column, Name, Node, both, call, is_num, when
from opsbook.model.language import Label, Lang
from opsbook.model.records.contribution import Report

WEEK = 7


def newest(table: str) -> Node:
    """The last date of a table; empty when it holds none."""
    dates = Column(table, "date")
    return when(call("COUNT", dates).equals(0), "", call("MAX", dates))


def missing_figures(draft: Draft) -> tuple[Figure, ...]:
    """For every report how many days of the last ones it lacks, and which if it is one."""
    return tuple(chain.from_iterable(_missing(one, draft.lang) for one in draft.catalog.reports))


def _missing(one: Report, lang: Lang) -> tuple[Figure, Figure]:
    count, day = _shop_lacks(lang) if one.table == "ShopDay" else _lacks(one, lang)
    name, label = f"lack_{one.id}", one.label
    known = both(HAS_DAY, is_num(Name(one.newest)))
    return (
        Figure(name, Label(f"{label.zh}缺几天", f"{label.en}: days missing"), when(known, count)),
        Figure(f"lack_{one.id}_day", Label("缺哪天", "Which"), when(known, day), DAY_LONG),
    )


def _shop_lacks(lang: Lang) -> tuple[Node, Node]:
    """Of the month and the week that the dashboard adds up."""
    missing = MissingDays(call("MIN", MONTH_START, THE_DAY - 6), THE_DAY)
    return missing.count(lang), missing.day(lang)


def _lacks(one: Report, lang: Lang) -> tuple[Node, Node]:
    """Of the last 7 days, from the first that the report tells of; of a report that stopped before them, all since."""
    dates = Column(one.table, "date")
    gaps = [_gap(dates, THE_DAY - back, lang) for back in range(WEEK)]
    count = call("SUM", *(when(gap, 1, 0) for gap in gaps))
    day = call("SUM", *(when(gap, THE_DAY - back, 0) for back, gap in enumerate(gaps)))
    return call("MAX", count, THE_DAY - Name(one.newest)), day


def _gap(dates: Column, day: Node, lang: Lang) -> Node:
    closed = call("COUNTIFS", Column("ShopDay", "date"), day, Column("ShopDay", "event"), f"*{CLOSED[lang]}")
    return both(day >= call("MIN", dates), call("COUNTIFS", dates, day).equals(0), closed.equals(0))


def draw_freshness(canvas: Canvas) -> None:
    """Heading, one line per report and the goal on modules 4 to 7."""
    row, say, reports = NOW_ROW, canvas.say, canvas.catalog.reports
    heads = (
        (1, say("数据", "Data"), "", CENTER),
        (2, say("报表", "Report"), "", {"indent": 1}),
        (9, say("最新一天", "Latest"), "", RIGHT),
        (13, say("缺哪天", "Missing"), "", RIGHT),
        (14, say("从哪里导出", "Export it from"), "", {"indent": 1}),
    )
    list_line(canvas, row, 4, heads, **HEADING)
    for offset, one in enumerate(reports, 1):
        _line(canvas, row + offset, one)
    _goal_line(canvas, row + len(reports) + 1)
    left = edges(4, 1)[0] + 1
    chips = (row + 1, left, row + len(reports) + 1, left)
    gaps = cell_name(row + 1, left, column_fixed=True)
    which = (row + 1, left + 12, row + len(reports), left + 12)
    canvas.rules.append(Rule(chips, f'AND(NOT(ISNUMBER({gaps})),{gaps}<>"")', style(font_color=WARN, bg_color=WARN_BG)))
    canvas.rules.extend(chip_rules(chips))
    canvas.rules.append(Rule(which, f'AND(NOT(ISNUMBER({gaps})),{gaps}<>"")', style(font_color=WARN, bold=True)))


def _chip(canvas: Canvas) -> Look:
    number = canvas.say('"▲已到";"▼缺";"●旧"', '"▲ here";"▼ none";"● old"')
    return {"num_format": number, "bottom": 5, "bottom_color": PAPER, **CENTER}


def _line(canvas: Canvas, row: int, one: Report) -> None:
    name, last, lang = one.id, Name(one.newest), canvas.lang
    lacks, day = Name(f"lack_{name}"), Name(f"lack_{name}_day")
    words = "●缺 " & lacks & " 天" if lang == "zh" else "●gap " & lacks & " d"
    here = when(last >= THE_DAY, when(lacks > 0, words, 1), 0)
    state = when(HAS_DAY, when(is_num(last), here, -1))
    which = when(call("SUM", lacks).equals(1), short_day(day), lacks)
    number = {"num_format": canvas.say('0" 天";;"–"', '0" d";;"–"'), "font_color": SOFT}
    cells = (
        (1, state, f"data_{name}_state", _chip(canvas)),
        (2, one.label[lang], "", {"indent": 1}),
        (9, last, f"data_{name}_last", {**RIGHT, "num_format": DAY}),
        (13, when(HAS_DAY, when(is_num(last), which)), f"data_{name}_behind", {**RIGHT, **number}),
        (14, one.source[lang], "", {"indent": 1, "font_color": SOFT}),
    )
    list_line(canvas, row, 4, cells)


def _goal_line(canvas: Canvas, row: int) -> None:
    state = when(HAS_DAY, when(is_num(figure("day_goal")), 1, -1))
    words = canvas.say("「目标分解」填年目标，或 opsbook goal", "Goals sheet: year goal, or opsbook goal")
    cells = (
        (1, state, "data_goal_state", _chip(canvas)),
        (2, canvas.say("日目标", "Day goal"), "", {"indent": 1}),
        (9, figure("day_goal"), "data_goal", {**RIGHT, "num_format": big(canvas.lang)}),
        (14, words, "", {"indent": 1, "font_color": SOFT}),
    )
    list_line(canvas, row, 4, cells)
