"""The plan of the workbook in memory: the tables and named cells that a template has on disk."""

from dataclasses import replace

from opsbook.book.kit.format.cells import cell_name
from opsbook.book.plan import SheetPlan, TablePlan
from opsbook.formulas.node import Node
from opsbook.hosts.host import Host
from support.house import column_texts, name_text, plan_book
from support.memory_host import MemoryCell, MemoryHost, MemoryName, MemoryTable


def plan_host(lang: str, filled: Host) -> MemoryHost:
    """Every table of the plan with the values another host holds, formulas as the plan spells them."""
    sheets = plan_book(lang).sheets
    tables = {table.name: _table(lang, sheet, table, filled) for sheet in sheets for table in sheet.tables}
    names = {
        cell.name: MemoryName(_named(lang, cell, filled), sheet.title, cell_name(*place))
        for sheet in sheets
        for place, cell in sheet.cells.items()
        if cell.name
    }
    host = MemoryHost(tables, names)
    host.hidden = {sheet.title for sheet in sheets if sheet.hidden}
    return host


def _named(lang, cell, filled) -> MemoryCell:
    formula = name_text(lang, cell.name) if isinstance(cell.content, Node) else None
    return MemoryCell(filled.read_name(cell.name), formula)


def _table(lang: str, sheet: SheetPlan, table: TablePlan, filled: Host) -> MemoryTable:
    texts = [column_texts(lang, table.name, column.id) if column.node else None for column in table.columns]
    body = filled.read_table(table.name)
    assert body.headers == tuple(column.header for column in table.columns)
    rows = [
        [MemoryCell(value, _text(text, at)) for value, text in zip(row, texts, strict=True)]
        for at, row in enumerate(body.rows)
    ]
    calculated = {
        column.header: text for column, text in zip(table.columns, texts, strict=True) if isinstance(text, str)
    }
    return MemoryTable(body.headers, rows, sheet.title, body.first_row, table.column + 1, calculated)


def _text(text, at):
    return text[at] if isinstance(text, tuple) else text


def copied(host: MemoryHost) -> MemoryHost:
    """The same book again; changing one leaves the other alone."""
    names = {name: replace(one, cell=replace(one.cell)) for name, one in host._names.items()}
    copy = MemoryHost({}, names)
    copy._tables = _Tables(host._tables)
    copy.hidden = set(host.hidden)
    return copy


class _Tables(dict):
    """Tables of another book, each copied when it is first asked for: few tests touch more than three."""

    def __init__(self, tables):
        super().__init__(dict.fromkeys(tables))
        self._given = tables

    def __getitem__(self, name):
        table = super().__getitem__(name)
        if table is None:
            given = self._given[name]
            rows = [[MemoryCell(cell.value, cell.formula) for cell in row] for row in given.rows]
            table = self[name] = replace(given, rows=rows)
        return table
