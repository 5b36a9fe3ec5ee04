"""The whole workbook as one plan."""

from functools import cache

from opsbook.errors import FormulaError
from opsbook.layout.calc import calc
from opsbook.layout.canvas import Canvas
from opsbook.layout.cells import quoted, range_name
from opsbook.layout.competitors import competitors
from opsbook.layout.daily import daily
from opsbook.layout.dashboard import dashboard
from opsbook.layout.facts import items, traffic
from opsbook.layout.goals import goals
from opsbook.layout.guide import guide
from opsbook.layout.imports import imports
from opsbook.layout.mapping import mapping
from opsbook.layout.peer_log import peer_log, same_style
from opsbook.layout.plan import BookPlan, SheetPlan
from opsbook.layout.promotion import promotion
from opsbook.layout.settings import settings
from opsbook.layout.settings_list import VERSION
from opsbook.layout.thresholds import thresholds
from opsbook.metrics.columns import labels
from opsbook.rules.highlight import NAMES
from opsbook.vocabulary.language import Lang


@cache
def plan_book(lang: Lang) -> BookPlan:
    """Plan every sheet in one language.

    Args:
        lang: language of sheet names, headers and texts.

    Returns:
        The plan a host prints as a template; its formulas are also what every later refresh recalculates.
    """
    charts, places = calc(lang)
    drawn: tuple[Canvas, ...] = (
        dashboard(lang, places),
        goals(lang),
        daily(lang),
        traffic(lang),
        items(lang),
        promotion(lang),
        competitors(lang, places),
        same_style(lang),
        peer_log(lang),
        thresholds(lang),
        settings(lang),
        imports(lang),
        mapping(lang),
        guide(lang),
        charts,
    )
    sheets = tuple(canvas.plan() for canvas in drawn)
    return BookPlan(
        lang,
        sheets,
        {**_cell_names(sheets), **_table_names(lang)},
        {"opsbook_version": VERSION, "opsbook_lang": lang, "opsbook_shop": "-"},
    )


def _cell_names(sheets: tuple[SheetPlan, ...]) -> dict[str, str]:
    """Defined names of single cells."""
    names: dict[str, str] = {}
    for sheet in sheets:
        for place, cell in sheet.cells.items():
            if cell.name in names:
                raise FormulaError("name-twice", name=cell.name)
            if cell.name:
                names[cell.name] = f"{quoted(sheet.title)}!{range_name(*place, *place).split(':')[0]}"
    return names


def _table_names(lang: Lang) -> dict[str, str]:
    """Names that stand for table columns: what conditional formats and drop-downs read."""
    header = labels(lang)
    threshold = {**NAMES, "thr_green_bound": "green_bound", "thr_red_bound": "red_bound"}
    columns = {name: f"Thresholds[{header('Thresholds', column)}]" for name, column in threshold.items()}
    row = "INDEX({table}[{date}],MATCH(the_day,{table}[{date}],0))"
    date = header("ShopDay", "date")
    return {
        **columns,
        "day_list": f"CalcDates[{header('CalcDates', 'day')}]",
        "peer_items": f"PeerPrices[{header('PeerPrices', 'title')}]",
        "field_list": f"MappingFields[{header('MappingFields', 'name')}]",
        "day_row": row.format(table="ShopDay", date=date),
        "goal_row": row.format(table="GoalDay", date=date),
    }
