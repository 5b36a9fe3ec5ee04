"""The whole workbook as one plan."""

from functools import cache

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.cells import quoted, range_name
from opsbook.book.kit.highlight import NAMES
from opsbook.book.plan import BookPlan, SheetPlan
from opsbook.features.competitors.sheet.log import peer_log, same_style
from opsbook.features.competitors.sheet.sheet import competitors
from opsbook.features.daily.sheet import daily
from opsbook.features.frame.calc import calc
from opsbook.features.frame.dashboard.sheet import dashboard
from opsbook.features.frame.guide import guide
from opsbook.features.frame.imports import imports
from opsbook.features.frame.mapping import mapping
from opsbook.features.frame.settings import settings
from opsbook.features.frame.settings_list import VERSION
from opsbook.features.goals.sheet import goals
from opsbook.features.promotion.sheet import promotion
from opsbook.features.thresholds.sheet import thresholds
from opsbook.features.traffic.sheet import items, traffic
from opsbook.metrics.columns import labels
from opsbook.model.errors import FormulaError
from opsbook.model.language import Lang


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
