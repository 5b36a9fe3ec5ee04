"""Answers of the commands that make or fill a workbook: new, import, daily, refresh."""

from opsbook.features.books.answers.answer import Answer, Problem
from opsbook.features.books.answers.proposed import ProposedReport


class LeftBehind(Answer):
    """Something of an older workbook that could not go along.

    Args:
        code: stable; scripts should go by it.
        sheet: the sheet where it stands in the older workbook; empty where it stands on none.
        column: header of its column; empty where it is no column.
        cell: address of the cell, the first of several; empty where it is none.
        where: the same place in words.
        why: what could not go along and why, in the workbook's language.
    """

    code: str
    sheet: str
    column: str
    cell: str
    where: str
    why: str


class BookMade(Answer):
    """A new workbook was made; the exit code is 1 where something of the older one could not go along.

    Args:
        book: its path.
        shop: its shop.
        year: its year.
        carried: rows taken over from an older workbook, by table.
        left: what of it could not go along.
    """

    book: str
    shop: str
    year: int
    carried: dict[str, int]
    left: list[LeftBehind]


class Imported(Answer):
    """Files were imported; a dry run answers the same.

    Args:
        book: path of the workbook.
        files: how many files were read.
        known: how many were passed over, for their content was imported before.
        added: new rows.
        updated: rows that were changed.
        unchanged: rows that said the same.
        rejected: rows that were refused.
        moved: rows that left for the history file, by table.
        kept: formulas of ours that the user replaced, and that stay.
        lines: the morning's five lines; none unless the command was `daily`.
        issues: what is the matter with the files.
        proposals: what reports nobody knows may be.
        missing_days: days of the month shown, as 2026-11-06, that the shop report does not speak of.
        add_up: commands that import files with several rows per day, item or plan by adding them up.
    """

    book: str
    files: int
    known: int
    added: int
    updated: int
    unchanged: int
    rejected: int
    moved: dict[str, int]
    kept: int
    lines: list[str]
    issues: list[Problem]
    proposals: list[ProposedReport]
    missing_days: list[str]
    add_up: list[str]


class Refreshed(Answer):
    """A workbook was calculated anew.

    Args:
        book: its path.
        day: the day its dashboard shows, – for none.
        kept: formulas of ours that the user replaced, and that stay.
        has_data: whether that day has figures.
        last_with_data: the last complete day, – for none.
        missing_days: days of the month shown, as 2026-11-06, that the shop report does not speak of.
    """

    book: str
    day: str
    kept: int
    has_data: bool
    last_with_data: str
    missing_days: list[str]


class BookUpgraded(Answer):
    """A workbook was brought up to date, or would be.

    Args:
        book: its path.
        upgraded: whether something was written.
        renamed: new headers by old ones, by table.
        renamed_sheets: new names of sheets by old ones.
        columns: headers of new columns, by table.
        tables: new tables on sheets that were there.
        options: names of new options.
        sheets: new sheets.
        replaced: sheets drawn anew.
        kept: sheets that were changed by somebody and stay as they are.
        formulas: places of formulas that became today's: a defined name, or table and column id.
        moved: those of them that show another figure.
        looks: places of lights, guards and labels that became today's.
        own: places that have a new formula, light or guard but hold one of somebody's, which stays.
    """

    book: str
    upgraded: bool
    renamed: dict[str, dict[str, str]]
    renamed_sheets: dict[str, str]
    columns: dict[str, list[str]]
    tables: list[str]
    options: list[str]
    sheets: list[str]
    replaced: list[str]
    kept: list[str]
    formulas: list[str]
    moved: list[str]
    looks: list[str]
    own: list[str]
