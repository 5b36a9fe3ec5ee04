"""What every input cell must hold: read off the plan's units and validations, so that nothing is said twice."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from opsbook.book.compile.input_rule import InputRule, SheetRules
from opsbook.book.plan import BookPlan, ColumnPlan, SheetPlan, TablePlan
from opsbook.formulas.node import Node
from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang
from opsbook.model.records.contribution import InputCell
from opsbook.model.reference import resolve
from opsbook.model.schema import Kind, Table
from opsbook.model.units import Unit
from opsbook.model.values import FIRST_DAY, LAST_DAY, Value

NEEDED = {"shop", "year", "goal_metric"}


def sheet_rules(catalog: Catalog, book: BookPlan) -> tuple[SheetRules, ...]:
    """What every input cell must hold, in the order of the sheets."""
    choices: dict[tuple[str, str], tuple[Value, ...]] = {}
    for words in catalog.choices:
        choices |= resolve(words)(catalog, book)
    cells = _input_cells(catalog)
    return tuple(
        SheetRules(
            dict(_names(sheet, book.lang, cells)),
            {
                table.name: _columns(sheet, catalog.tables[table.name], table, choices)
                for table in sheet.tables
                if not catalog.tables[table.name].judged_elsewhere
            },
        )
        for sheet in book.sheets
    )


def _input_cells(catalog: Catalog) -> dict[str, InputCell]:
    """Settings, and the other named cells somebody types into."""
    cells = {
        one.name: InputCell(one.name, one.label, one.number != "@", one.name in NEEDED) for one in catalog.every_setting
    }
    return {**cells, **catalog.inputs}


def _names(sheet: SheetPlan, lang: Lang, cells: Mapping[str, InputCell]) -> Iterator[tuple[str, InputRule]]:
    for place, cell in sheet.cells.items():
        if cell.name in cells and not isinstance(cell.content, Node):
            one = cells[cell.name]
            rule = InputRule(one.label[lang], number=one.number, day=one.day, whole=one.whole, needed=one.needed)
            if one.whole:
                rule = replace(rule, least=one.least, most=one.most)
            yield cell.name, _guarded(rule, sheet, place)


def _columns(
    sheet: SheetPlan, known: Table, table: TablePlan, choices: Mapping[tuple[str, str], tuple[Value, ...]]
) -> dict[str, InputRule]:
    found = {}
    for at, column in enumerate(table.columns, table.column):
        if column.kind is not Kind.FORMULA:
            rule = replace(_by_unit(column), needed=column.id == known.key[0])
            rule = _guarded(rule, sheet, (table.row + 1, at))
            found[column.id] = replace(rule, choices=choices.get((table.name, column.id), rule.choices))
    return found


def _by_unit(column: ColumnPlan) -> InputRule:
    rule = InputRule(column.header)
    if column.unit is Unit.DATE:
        return replace(rule, day=True, least=FIRST_DAY, most=LAST_DAY + 1)  # a moment of the last day, too
    if not column.unit.is_number:
        return rule
    return replace(rule, number=True, share=column.unit.most == 1, least=0, most=column.unit.most)


def _guarded(rule: InputRule, sheet: SheetPlan, place: tuple[int, int]) -> InputRule:
    """The same, with what Excel itself refuses to take in that cell."""
    for one in sheet.validations:
        top, left, bottom, right = one.box
        if not (top <= place[0] <= bottom and left <= place[1] <= right):
            continue
        options = dict(one.options)
        least, most, source = (options.get(key) for key in ("minimum", "maximum", "source"))
        if isinstance(source, tuple):
            return replace(rule, choices=source)
        if isinstance(least, int | float) and isinstance(most, int | float):
            share = options["validate"] == "decimal" and most == 1
            return replace(rule, whole=options["validate"] == "integer", share=share, least=least, most=most)
    return rule
