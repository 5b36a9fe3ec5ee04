"""Buttons on sheets, for the macro-enabled template: the ribbon's own commands, beside the heading."""

from collections.abc import Mapping
from dataclasses import replace

from opsbook.book.plan import BookPlan, ButtonPlan, SheetPlan
from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang
from opsbook.model.records.button import Button
from opsbook.vba.button_modules import sheet_macro
from opsbook.vba.buttons import buttons

# Sheet: the empty row under its title band, and the buttons there.
PLACES: dict[str, tuple[int, tuple[str, ...]]] = {
    "dashboard": (3, ("import_inbox", "import_files", "refresh", "today", "go_to_date")),
    "goals": (1, ("set_goal", "refit", "lock_day")),
    "imports": (1, ("import_files", "import_inbox", "check")),
    "guide": (1, ("new", "check", "doctor", "about")),
}
_ROW, _HEIGHT, _TOP, _GAP = 36, 26, 5, 8  # pixels
_CHARACTER, _WIDE_CHARACTER, _SIDES = 7, 14, 28


def with_buttons(book: BookPlan, catalog: Catalog) -> BookPlan:
    """Add buttons to a planned workbook; no cell changes, only the empty rows that hold them grow.

    Args:
        book: the workbook.
        catalog: whose buttons.
    """
    known = {one.id: one for one in buttons(catalog)}
    return replace(book, sheets=tuple(_with_buttons(sheet, book.lang, known) for sheet in book.sheets))


def _with_buttons(sheet: SheetPlan, lang: Lang, known: Mapping[str, Button]) -> SheetPlan:
    if sheet.id not in PLACES:
        return sheet
    row, ids = PLACES[sheet.id]
    planned, left = [], 0
    for button in (known[name] for name in ids):
        width = _width(button.label[lang])
        planned.append(_planned(button, lang, (row, 1), (left, _TOP, width, _HEIGHT)))
        left += width + _GAP
    return replace(sheet, heights={**sheet.heights, row: _ROW}, buttons=tuple(planned))


def _width(label: str) -> int:
    return _SIDES + sum(_WIDE_CHARACTER if sign > "~" else _CHARACTER for sign in label)


def _planned(button: Button, lang: Lang, at: tuple[int, int], box: tuple[int, int, int, int]) -> ButtonPlan:
    return ButtonPlan(at, box, button.label[lang], sheet_macro(button), button.tip[lang])
