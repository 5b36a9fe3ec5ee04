"""The whole workbook as one plan."""

from dataclasses import replace
from functools import cache

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.cells import quoted, range_name
from opsbook.book.kit.place import Place
from opsbook.book.plan import BookPlan, SheetPlan
from opsbook.model.catalog import Catalog
from opsbook.model.errors import FormulaError
from opsbook.model.language import Lang
from opsbook.model.records.contribution import ColumnName
from opsbook.model.reference import resolve
from opsbook.model.version import TEMPLATE_VERSION
from opsbook.model.versions import PROPERTY, told_versions


@cache
def plan_book(catalog: Catalog, lang: Lang) -> BookPlan:
    """Plan every sheet in one language.

    Args:
        catalog: whose sheets.
        lang: language of sheet names, headers and texts.

    Returns:
        The plan a host prints as a template; its formulas are also what every later refresh recalculates.
    """
    sheets = tuple(
        replace(canvas.plan(), hidden=bool(one.hidden or one.filled_by))
        for one, canvas in zip(catalog.sheets, _drawn(catalog, lang), strict=True)
    )
    return BookPlan(
        lang,
        sheets,
        {**_cell_names(sheets), **_column_names(catalog, lang)},
        {"opsbook_version": TEMPLATE_VERSION, "opsbook_lang": lang, "opsbook_shop": "-", **_versions(catalog)},
    )


def _versions(catalog: Catalog) -> dict[str, str]:
    """What tells later versions which parts the workbook has; nothing where it is as the first version made it."""
    told = told_versions({}, catalog)
    return {PROPERTY: told} if told else {}


def _drawn(catalog: Catalog, lang: Lang) -> tuple[Canvas, ...]:
    """Every sheet in the order of the tabs; those that others read from are drawn before them."""
    places: dict[str, Place] = {}
    canvases: dict[str, Canvas] = {}
    for sheet in sorted(catalog.sheets, key=lambda one: not one.first):
        canvas: Canvas = resolve(sheet.draw)(Draft(lang, catalog, places))
        canvases[sheet.id] = canvas
        places |= canvas.places
    return tuple(canvases[sheet.id] for sheet in catalog.sheets)


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


def _column_names(catalog: Catalog, lang: Lang) -> dict[str, str]:
    """Defined names of table columns, read by conditional formats, drop-downs and jumps."""
    header = catalog.labels(lang)
    return {name: _column_name(one, header(one.table, one.column)) for name, one in catalog.names.items()}


def _column_name(one: ColumnName, header: str) -> str:
    cells = f"{one.table}[{header}]"
    return f"INDEX({cells},MATCH(the_day,{cells},0))" if one.of_the_day else cells
