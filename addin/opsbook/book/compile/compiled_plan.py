"""The compiled plan: the headers, named cells, formulas and input rules that commands run on.

Drawing the whole plan only to get at its formulas takes longer than calculating them. This part of it is therefore printed
once (`opsbook.hosts.template.shipped`); without it the plan is drawn.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from opsbook.book.compile.input_rule import SheetRules
from opsbook.formulas.node import Node

_Formula = TypeVar("_Formula", Node, str)


@dataclass(frozen=True, slots=True, eq=False)
class Formulas:
    """Every formula of a workbook in one language.

    Args:
        columns: by (table, column id), one tree for all rows or one per row.
        names: by defined name of the one cell that holds it.
        column_texts: formula text of each column as a file stores it; one per row where rows differ.
        name_texts: formula text of each named cell.
    """

    columns: Mapping[tuple[str, str], Node | tuple[Node, ...]]
    names: Mapping[str, Node]
    column_texts: Mapping[tuple[str, str], str | tuple[str, ...]]
    name_texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CompiledSheet:
    """What a sheet carries: its title, its tables, and the defined names of its single cells."""

    title: str
    tables: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class CompiledPlan:
    """The plan in one language, as far as commands need it.

    Args:
        sheets: in the order of the tabs.
        headers: header by column id, in reading order, by table.
        formulas: what calculates.
        sheet_rules: what input cells must hold, in the order of the sheets.
    """

    sheets: tuple[CompiledSheet, ...]
    headers: Mapping[str, Mapping[str, str]]
    formulas: Formulas
    sheet_rules: tuple[SheetRules, ...]

    def without(self, names: Collection[str]) -> "CompiledPlan":
        """The plan of a workbook that lacks some named cells."""
        gone = frozenset(names)
        formulas = replace(
            self.formulas,
            names={name: node for name, node in self.formulas.names.items() if name not in gone},
            name_texts={name: text for name, text in self.formulas.name_texts.items() if name not in gone},
        )
        sheets = tuple(
            replace(sheet, names=tuple(name for name in sheet.names if name not in gone)) for sheet in self.sheets
        )
        rules = tuple(
            SheetRules({name: rule for name, rule in one.names.items() if name not in gone}, one.columns)
            for one in self.sheet_rules
        )
        return CompiledPlan(sheets, self.headers, formulas, rules)

    def with_rows(self, places: Mapping[str, tuple[int, ...]]) -> "CompiledPlan":
        """The plan of a workbook of which some tables have other rows.

        Args:
            places: by table, which of the plan's rows each of its rows is; without any its formulas are left out.
        """
        columns = {at: _picked(one, places[at[0]]) for at, one in self.formulas.columns.items() if at[0] in places}
        texts = {at: _picked(one, places[at[0]]) for at, one in self.formulas.column_texts.items() if at[0] in places}
        gone = {at for at, one in columns.items() if one == ()}
        formulas = replace(
            self.formulas,
            columns={at: one for at, one in {**self.formulas.columns, **columns}.items() if at not in gone},
            column_texts={at: one for at, one in {**self.formulas.column_texts, **texts}.items() if at not in gone},
        )
        return CompiledPlan(self.sheets, self.headers, formulas, self.sheet_rules)

    @property
    def names(self) -> tuple[str, ...]:
        """Defined names of single cells, in the order of the sheets."""
        return tuple(name for sheet in self.sheets for name in sheet.names)

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the cells that hold no formula of ours."""
        return tuple(name for name in self.names if name not in self.formulas.names)


def _picked(cells: _Formula | tuple[_Formula, ...], places: tuple[int, ...]) -> _Formula | tuple[_Formula, ...]:
    """A column's formulas row by row, in another order; one that all rows share stays."""
    return tuple(cells[at] for at in places) if isinstance(cells, tuple) else cells
