"""Print a BookPlan as a new workbook with XlsxWriter: build time only, the same bytes every time."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from opsbook.book.compile.calculate import BookCells
from opsbook.book.compile.draw_plan import formulas_of
from opsbook.book.kit.format.styles import FONT, INK
from opsbook.book.plan import BookPlan, ButtonPlan, CellPlan, Rich, Rule, SheetPlan, Style, TablePlan, Validation
from opsbook.formulas.node import Node
from opsbook.formulas.text import text
from opsbook.formulas.value import compile_value
from opsbook.hosts.template.chart import insert_chart
from opsbook.hosts.template.xlsxwriter_inside import PlainWorksheet
from opsbook.model.values import Value

CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
FOOTER = {"zh": "&R&8第 &P / &N 页", "en": "&R&8Page &P / &N"}


def print_book(plan: BookPlan, target: Path | BytesIO, project: bytes = b"") -> None:
    """Write a template.

    Args:
        plan: the workbook.
        target: file to write, an existing one is replaced; or memory.
        project: VBA project behind the plan's buttons; empty for a workbook without macros.
    """
    defaults = {"default_format_properties": {"font_name": FONT, "font_size": 10}, "default_row_height": 22}
    book = xlsxwriter.Workbook(target, {**defaults, "in_memory": True})
    if project:
        book.add_vba_project(BytesIO(project), is_stream=True)
    book.set_properties({"title": "OpsBook", "created": CREATED})
    book.set_size(28000, 16000)
    for name, value in plan.properties.items():
        book.set_custom_property(name, value)
    printer = _Printer(book, plan)
    for sheet in plan.sheets:
        printer.add(sheet)
    for name, place in sorted(plan.names.items()):
        book.define_name(name, f"={place}")
    book.close()


def template_cells(plan: BookPlan) -> BookCells:
    """What the template's own formulas see: the plan's starting values."""
    tables = [table for sheet in plan.sheets for table in sheet.tables]
    facts = {
        table.name: {column.id: [row[at] for row in table.body] for at, column in enumerate(table.columns)}
        for table in tables
    }
    named = {
        cell.name: cell.content
        for sheet in plan.sheets
        for cell in sheet.cells.values()
        if cell.name and not isinstance(cell.content, Node | Rich)
    }
    return BookCells(plan.lang, formulas_of(plan), facts, named)


class _Printer:
    """One workbook being written."""

    def __init__(self, book: Any, plan: BookPlan) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self._book, self._plan = book, plan
        self._cells, self._labels = template_cells(plan), plan.labels()
        self._formats: dict[Style, Any] = {}
        self._titles = {sheet.id: sheet.title for sheet in plan.sheets}

    def add(self, sheet: SheetPlan) -> None:
        page = self._book.add_worksheet(sheet.title, worksheet_class=PlainWorksheet)
        page.hide_gridlines(2)
        page.set_tab_color(sheet.tab)
        page.set_default_row(sheet.row_height * 0.75)
        self._sizes(page, sheet)
        for table in sheet.tables:
            self._table(page, table)
        for box in sheet.merges:
            page.merge_range(*box, "")
        for place, cell in sorted(sheet.cells.items()):
            self._cell(page, place, cell)
        for rule in sheet.rules:
            self._rule(page, rule)
        for validation in sheet.validations:
            self._validation(page, validation)
        for chart in sheet.charts:
            insert_chart(self._book, page, chart, self._titles["calc"])
        for button in sheet.buttons:
            page.insert_button(*button.at, _button_options(button))
        self._view(page, sheet)
        if sheet.hidden:
            page.hide()

    def _sizes(self, page: Any, sheet: SheetPlan) -> None:  # noqa: ANN401
        for column, pixels, level, hidden in sheet.widths:
            page.set_column_pixels(column, column, pixels, None, {"level": level, "hidden": hidden})
        for row, pixels in sorted(sheet.heights.items()):
            page.set_row_pixels(row, pixels, None, _outline(sheet.folded, row))

    def _format(self, look: Style) -> Any:  # noqa: ANN401
        if look not in self._formats:
            base = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
            self._formats[look] = self._book.add_format({**base, **dict(look)})
        return self._formats[look]

    def _cell(self, page: Any, place: tuple[int, int], cell: CellPlan) -> None:  # noqa: ANN401
        look, content = self._format(cell.style), cell.content
        if content is None or content == "":
            page.write_blank(*place, None, look)
        elif isinstance(content, Node):
            self._formula(page, place, cell, content)
        elif isinstance(content, Rich):
            runs = [part for props, words in content.runs for part in (self._format(props), words)]
            page.write_rich_string(*place, *runs, look)
        elif isinstance(content, str):
            page.write_string(*place, content, look)
        else:
            page.write_number(*place, content, look)

    def _formula(self, page: Any, place: tuple[int, int], cell: CellPlan, node: Node) -> None:  # noqa: ANN401
        if cell.name:
            words, value = self._cells.formulas.name_texts[cell.name], self._cells.name(cell.name)
        else:
            words, value = text(node, self._labels), compile_value(node)(self._cells, 0)
        page.write_formula(*place, f"={words}", self._format(cell.style), "" if value is None else value)

    def _table(self, page: Any, table: TablePlan) -> None:  # noqa: ANN401
        last = table.row + len(table.body)
        columns = [self._column_options(table, at) for at in range(len(table.columns))]
        options = {"name": table.name, "columns": columns, "style": None, "autofilter": table.filtered}
        page.add_table(table.row, table.column, last, table.column + len(columns) - 1, options)
        for offset in range(len(table.body)):
            if table.row_height:
                page.set_row_pixels(table.row + 1 + offset, table.row_height)
            for at in range(len(table.columns)):
                self._body_cell(page, table, offset, at)

    def _column_options(self, table: TablePlan, at: int) -> Mapping[str, object]:
        column = table.columns[at]
        options: dict[str, object] = {"header": column.header, "header_format": self._format(column.head)}
        if column.node is not None and not isinstance(column.node, tuple):
            options["formula"] = f"={self._cells.formulas.column_texts[table.name, column.id]}"
        return options

    def _body_cell(self, page: Any, table: TablePlan, offset: int, at: int) -> None:  # noqa: ANN401
        column, place = table.columns[at], (table.row + 1 + offset, table.column + at)
        look = self._format(column.body)
        if (table.name, column.id) in self._cells.formulas.columns:
            words = self._cells.formulas.column_texts[table.name, column.id]
            own = words[offset] if isinstance(words, tuple) else words
            value = self._cells.column(table.name, column.id)[offset]
            page.write_formula(*place, f"={own}", look, "" if value is None else value)
        else:
            _write_value(page, place, table.body[offset][at], look)

    def _rule(self, page: Any, rule: Rule) -> None:  # noqa: ANN401
        if rule.bar:
            bar = {
                "type": "data_bar",
                "data_bar_2010": True,
                "bar_solid": True,
                "bar_only": True,
                "bar_no_border": True,
            }
            bounds = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
            page.conditional_format(*rule.box, {**bar, **bounds, **dict(rule.style)})
            return
        look = self._book.add_format(dict(rule.style))
        options = {"type": "formula", "criteria": f"={rule.formula}", "format": look, "stop_if_true": rule.stop}
        page.conditional_format(*rule.box, options)

    def _validation(self, page: Any, validation: Validation) -> None:  # noqa: ANN401
        options = {name: list(value) if isinstance(value, tuple) else value for name, value in validation.options}
        page.data_validation(*validation.box, options)

    def _view(self, page: Any, sheet: SheetPlan) -> None:  # noqa: ANN401
        if any(sheet.freeze):
            page.freeze_panes(*sheet.freeze)
        page.set_landscape()
        page.set_paper(9)
        page.set_margins(0.35, 0.35, 0.4, 0.5)
        page.fit_to_pages(sheet.page.wide, sheet.page.tall)
        page.center_horizontally()
        page.set_footer(f"&L&8&A{FOOTER[self._plan.lang]}", {"margin": 0.2})
        if sheet.page.repeat:
            page.repeat_rows(*sheet.page.repeat)
        if sheet.page.area:
            page.print_area(*sheet.page.area)
        if sheet.protected:
            page.protect("", {"select_locked_cells": True, "select_unlocked_cells": True})


def _outline(folded: frozenset[int], row: int) -> Mapping[str, object]:
    """A folded row, the row below it that carries the [+], or an ordinary one."""
    if row in folded:
        return {"level": 1, "hidden": True}
    return {"collapsed": row - 1 in folded}


def _button_options(button: ButtonPlan) -> Mapping[str, object]:
    left, top, width, height = button.box
    place = {"x_offset": left, "y_offset": top, "width": width, "height": height}
    return {**place, "caption": button.label, "macro": button.macro, "description": button.tip}


def _write_value(page: Any, place: tuple[int, int], value: Value, look: Any) -> None:  # noqa: ANN401
    if value is None or value == "":
        page.write_blank(*place, None, look)
    elif isinstance(value, str):
        page.write_string(*place, value, look)
    else:
        page.write_number(*place, value, look)
