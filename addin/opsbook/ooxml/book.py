"""A workbook opened for patching: its sheets, tables and names, read when first asked for."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.values import Value
from opsbook.ooxml.addresses import Area, area, cell_name
from opsbook.ooxml.custom_properties import properties_of, write_property
from opsbook.ooxml.package.parts import Package
from opsbook.ooxml.sheet.cell import text_of, write_formula, write_value
from opsbook.ooxml.sheet.formula_groups import FormulaGroups
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.table import TableXml, read_table
from opsbook.ooxml.workbook import WorkbookXml
from opsbook.ooxml.xml_text import bytewise

Body = tuple[tuple[Value, ...], ...]
_COMMENTED = re.compile(r'<(?:comment|threadedComment)\s[^>]*?\bref="([^"]*)"')


class BookXml:
    """Everything of a workbook that can be patched.

    Args:
        content: the bytes of the file.
        file: file name for messages.

    Raises:
        FileRefusedError: the file is not a workbook OpsBook can patch.
    """

    def __init__(self, content: bytes, file: str) -> None:
        self._package = Package(content, file)
        self._workbook = WorkbookXml(self._package)
        self._sheets: dict[str, SheetXml] = {}
        self._groups: dict[str, FormulaGroups] = {}
        self._values: dict[str, tuple[int, Area, Body]] = {}
        self._written: dict[str, tuple[int, str]] = {}

    @cached_property
    def tables(self) -> dict[str, TableXml]:
        """Tables by name, in the order of the tabs."""
        found = (self._tables_of(sheet, part) for sheet, part in self._sheet_parts.items())
        return {table.name: table for tables in found for table in tables}

    @cached_property
    def _sheet_parts(self) -> dict[str, str]:
        return self._workbook.sheets()

    def _tables_of(self, sheet: str, owner: str) -> Iterable[TableXml]:
        for link in self._package.relationships(owner):
            if link.type == "table" and (table := read_table(self._package.read(link.target), link.target, sheet)):
                yield table

    @cached_property
    def _strings(self) -> list[str]:
        part = self._workbook.strings_part()
        if not part or part not in self._package:
            return []
        items = bytewise(self._package.content(part)).split("</si>")
        return [text_of(item) for item in items[:-1]]

    def table(self, name: str) -> TableXml:
        """A table.

        Raises:
            WorkbookBrokenError: there is no such table.
        """
        if name not in self.tables:
            raise WorkbookBrokenError("missing-table", table=name, found=tuple(self.tables) or "-")
        return self.tables[name]

    def sheet(self, name: str) -> SheetXml:
        """A sheet by the name on its tab."""
        if name not in self._sheets:
            part = self._sheet_parts[name]
            text, file = bytewise(self._package.content(part)), self._package.file
            self._sheets[name] = SheetXml(text, name, file, part, lambda: self._strings)
        return self._sheets[name]

    def groups(self, name: str) -> FormulaGroups:
        """The shared and array formulas of a sheet."""
        if name not in self._groups:
            self._groups[name] = FormulaGroups(self.sheet(name))
        return self._groups[name]

    def read_property(self, name: str) -> str:
        """The text of a custom document property; empty without one."""
        return properties_of(self._package).get(name, "")

    def write_property(self, name: str, value: str) -> None:
        """Set a custom document property; it is added where the workbook lacks it."""
        write_property(self._package, name, value)

    def cell_named(self, name: str) -> tuple[SheetXml, int, int]:
        """Sheet, row and column of the one cell a defined name points to.

        Raises:
            WorkbookBrokenError: there is no such name, or it is not one cell.
        """
        where = self._workbook.cell_named(name)
        if where is None or where[0] not in self._sheet_parts or not where[1].is_cell:
            raise WorkbookBrokenError("missing-name", name=name)
        return self.sheet(where[0]), where[1].top, where[1].left

    def values(self, table: TableXml) -> Body:
        """The body of a table; the same object until its sheet changes."""
        sheet, body = self.sheet(table.sheet), table.body
        known = self._values.get(table.name)
        if known is None or known[:2] != (sheet.changes, body):
            known = self._values[table.name] = (sheet.changes, body, tuple(sheet.values(body)))
        return known[2]

    def check_free(self, table: TableXml, cells: Iterable[tuple[int, int]]) -> None:
        """Make sure that cells of a table's body, by row and column index, may be written.

        Raises:
            WorkbookBrokenError: one is a part of an array formula.
        """
        groups, body = self.groups(table.sheet), table.body
        if groups.arrays():
            for row, column in cells:
                groups.refuse_arrays(Area(body.top + row, body.left + column, body.top + row, body.left + column))

    def write_cells(self, table: TableXml, cells: Mapping[tuple[int, int], Value]) -> None:
        """Put values into a table's body, by row and column index; formats stay."""
        sheet = self.sheet(table.sheet)
        for (row, column), value in cells.items():
            self.write(sheet, table.place.top + table.header_rows + row, table.place.left + column, value)

    def write(self, sheet: SheetXml, row: int, column: int, value: Value) -> None:
        """Put a value into a cell; its format stays."""
        self.groups(sheet.name).release_cell(row, column)
        sheet.put(row, column, write_value(cell_name(row, column), sheet.style(row, column), value))

    def write_formula(self, sheet: SheetXml, row: int, column: int, text: str, value: Value) -> None:
        """Put a formula and what it shows into a cell; its format stays."""
        self.groups(sheet.name).release_cell(row, column)
        sheet.put(row, column, write_formula(cell_name(row, column), sheet.style(row, column), text, value))

    def pinned(self, sheet: str) -> Iterable[Area]:
        """Cells of a sheet whose merge, link or comment would not travel with them."""
        yield from self.sheet(sheet).pinned()
        for link in self._package.relationships(self._sheet_parts[sheet]):
            if link.type in {"comments", "threadedComment"}:
                found = (area(ref) for ref in _COMMENTED.findall(self._package.read(link.target)))
                yield from (place for place in found if place)

    def resize(self, table: TableXml, last_body_row: int) -> None:
        """Give a table another last body row."""
        self.tables[table.name] = table.resized(last_body_row)

    def neighbours(self, table: TableXml) -> list[Area]:
        """Where the other tables of the same sheet stand."""
        return [
            other.place for other in self.tables.values() if other.sheet == table.sheet and other.name != table.name
        ]

    def write_sheets(self) -> None:
        """Put the sheets as they are now into the package, which compresses them meanwhile; what changes later is put again."""
        for name, sheet in self._sheets.items():
            if self._written.get(name) != sheet.state:
                text = sheet.xml()
                if text != sheet.text or name in self._written:
                    self._package.replace(self._sheet_parts[name], text.encode("latin-1"))
                self._written[name] = sheet.state

    def to_bytes(self) -> bytes | None:
        """The patched file; None when nothing changed."""
        self.write_sheets()
        for table in self.tables.values():
            self._package.write(table.part, table.text)
        if not self._package.changed:
            return None
        self._workbook.recalculate_on_load()
        return self._package.to_bytes()
