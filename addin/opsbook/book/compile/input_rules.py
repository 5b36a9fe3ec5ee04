"""What every input cell must hold: read off the plan's units and validations, so that nothing is said twice."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from opsbook.book.compile.book import plan_book
from opsbook.book.compile.input_rule import Expected, Wanted
from opsbook.book.plan import BookPlan, ColumnPlan, SheetPlan, TablePlan
from opsbook.features.daily.metrics import METRIC
from opsbook.features.daily.tables import TABLE, Kind
from opsbook.features.frame.settings_list import SETTINGS
from opsbook.features.thresholds.assess import ON_WORDS
from opsbook.features.thresholds.defaults import SCOPE
from opsbook.formulas.node import Node
from opsbook.model.answers import NO, YES
from opsbook.model.language import Label, Lang
from opsbook.model.units import Unit
from opsbook.model.values import FIRST_DAY, LAST_DAY, YEARS, Value

# Rows of Events are read, and judged, by the goals; the others are written anew by every refresh.
SELF_CHECKED = {"Events", "PeerEvents", "PeerNews"}
NEEDED = {"shop", "year", "goal_metric"}
LABELS: dict[str, Label] = {
    **{one.name: one.label for one in SETTINGS},
    "the_day": Label("查看日期", "Day shown"),
    "peer_item": Label("看哪一款", "Our item"),
    "year_goal": Label("年目标", "Year goal"),
}


@cache
def expected(lang: Lang) -> tuple[Expected, ...]:
    """What every input cell must hold, in the order of the sheets."""
    book = plan_book(lang)
    choices = _choices(book)
    return tuple(
        Expected(
            dict(_names(sheet, lang)),
            {table.name: _columns(sheet, table, choices) for table in sheet.tables if table.name not in SELF_CHECKED},
        )
        for sheet in book.sheets
    )


def _names(sheet: SheetPlan, lang: Lang) -> Iterator[tuple[str, Wanted]]:
    numbers = {one.name for one in SETTINGS if one.number != "@"} | {"year_goal"}
    for place, cell in sheet.cells.items():
        if cell.name in LABELS and not isinstance(cell.content, Node):
            wanted = Wanted(LABELS[cell.name][lang], number=cell.name in numbers, needed=cell.name in NEEDED)
            if cell.name == "the_day":
                wanted = replace(wanted, day=True, whole=True, least=FIRST_DAY, most=LAST_DAY)
            if cell.name == "year":
                wanted = replace(wanted, whole=True, least=YEARS[0], most=YEARS[1])
            yield cell.name, _guarded(wanted, sheet, place)


def _columns(
    sheet: SheetPlan, table: TablePlan, choices: Mapping[tuple[str, str], tuple[Value, ...]]
) -> dict[str, Wanted]:
    found = {}
    for at, column in enumerate(table.columns, table.column):
        if column.kind is not Kind.FORMULA:
            wanted = replace(_by_unit(column), needed=column.id == TABLE[table.name].key[0])
            wanted = _guarded(wanted, sheet, (table.row + 1, at))
            found[column.id] = replace(wanted, choices=choices.get((table.name, column.id), wanted.choices))
    return found


def _by_unit(column: ColumnPlan) -> Wanted:
    wanted = Wanted(column.header)
    if column.unit is Unit.DATE:
        return replace(wanted, day=True, least=FIRST_DAY, most=LAST_DAY + 1)  # a moment of the last day, too
    if not column.unit.is_number:
        return wanted
    return replace(wanted, number=True, share=column.unit.most == 1, least=0, most=column.unit.most)


def _guarded(wanted: Wanted, sheet: SheetPlan, place: tuple[int, int]) -> Wanted:
    """The same, with what Excel itself refuses to take in that cell."""
    for one in sheet.validations:
        top, left, bottom, right = one.box
        if not (top <= place[0] <= bottom and left <= place[1] <= right):
            continue
        options = dict(one.options)
        least, most, source = (options.get(key) for key in ("minimum", "maximum", "source"))
        if isinstance(source, tuple):
            return replace(wanted, choices=source)
        if isinstance(least, int | float) and isinstance(most, int | float):
            share = options["validate"] == "decimal" and most == 1
            return replace(wanted, whole=options["validate"] == "integer", share=share, least=least, most=most)
    return wanted


def _choices(book: BookPlan) -> dict[tuple[str, str], tuple[Value, ...]]:
    """Words that formulas look for, where no drop-down lists all of them."""
    lang, tables = book.lang, {table.name: table for sheet in book.sheets for table in sheet.tables}
    shown = _body(tables["CalcMetric"], "metric")
    bases = (*shown, *(column.header for column in tables["ShopDay"].columns))
    measures = (*shown, *_body(tables["Thresholds"], "metric"), *(metric.label[lang] for metric in METRIC.values()))
    keys = (*_body(tables["Thresholds"], "key"), *(f"{name}|{scope}" for name in METRIC for scope in SCOPE))
    return {
        ("ShopDay", "partial"): (YES[lang],),
        ("Thresholds", "key"): keys,
        ("Thresholds", "metric"): measures,
        ("Thresholds", "scope"): tuple(scope[lang] for scope in SCOPE.values()),
        ("Thresholds", "direction"): (1, -1),
        ("Thresholds", "green_base"): bases,
        ("Thresholds", "red_base"): bases,
        ("Mapping", "field"): _body(tables["MappingFields"], "name"),
        ("Thresholds", "on"): tuple(dict.fromkeys((YES[lang], NO[lang], *ON_WORDS, NO.zh, NO.en))),
    }


def _body(table: TablePlan, name: str) -> tuple[Value, ...]:
    at = next(at for at, column in enumerate(table.columns) if column.id == name)
    return tuple(row[at] for row in table.body)
