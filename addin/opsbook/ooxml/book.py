"""A workbook opened for patching: its sheets, tables and names, read when first asked for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.values import Value
from opsbook.ooxml.addresses import Area, area, cell_name
from opsbook.ooxml.custom_properties import properties_of, write_property
from opsbook.ooxml.package.joining import join
from opsbook.ooxml.package.parts import Package
from opsbook.ooxml.sheet.cell import text_of, write_formula, write_value
from opsbook.ooxml.sheet.formula_groups import FormulaGroups
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.sheet.tail import found, replaced
from opsbook.ooxml.table import TableXml, read_table
from opsbook.ooxml.workbook import WorkbookXml
from opsbook.ooxml.xml_text import bytewise

Body = tuple[tuple[Value, ...], ...]
_PART = re.compile(r"<tablePart\s[^>]*>")
_WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_ITEM = re.compile(r"^.*?<si\b[^>]*>", re.DOTALL)
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
        self.package = Package(content, file)
        self.workbook = WorkbookXml(self.package)
        self._sheets: dict[str, SheetXml] = {}
        self._groups: dict[str, FormulaGroups] = {}
        self._values: dict[str, tuple[int, Area, Body]] = {}
        self._written: dict[str, tuple[int, str]] = {}

    @cached_property
    def tables(self) -> dict[str, TableXml]:
        """Tables by name, in the order of the tabs."""
        tables_of = (self._tables_of(sheet, part) for sheet, part in self._sheet_parts.items())
        return {table.name: table for tables in tables_of for table in tables}

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """Names of the sheets that hold cells, in the order of the tabs."""
        return tuple(self._sheet_parts)

    @cached_property
    def _sheet_parts(self) -> dict[str, str]:
        return self.workbook.sheets()

    def _tables_of(self, sheet: str, owner: str) -> Iterable[TableXml]:
        for link in self.package.relationships(owner):
            if link.type == "table" and (table := read_table(self.package.read(link.target), link.target, sheet)):
                yield table

    @cached_property
    def strings(self) -> list[str]:
        """What the workbook's shared texts say."""
        return [text_of(item) for item in self.rich_strings]

    @cached_property
    def rich_strings(self) -> list[str]:
        """The workbook's shared texts, bytewise, each with the formats of its parts."""
        part = self.workbook.strings_part()
        if not part or part not in self.package:
            return []
        items = bytewise(self.package.content(part)).split("</si>")
        return [_ITEM.sub("", item) for item in items[:-1]]

    def styles(self) -> str:
        """The style part.

        Raises:
            FileRefusedError: there is none.
        """
        return self.package.read(self.workbook.styles_part())

    def write_styles(self, text: str) -> None:
        """Replace the style part; the same text again changes nothing."""
        self.package.write(self.workbook.styles_part(), text)

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
            text, file = bytewise(self.package.content(part)), self.package.file
            self._sheets[name] = SheetXml(text, name, file, part, lambda: self.strings)
        return self._sheets[name]

    def groups(self, name: str) -> FormulaGroups:
        """The shared and array formulas of a sheet."""
        if name not in self._groups:
            self._groups[name] = FormulaGroups(self.sheet(name))
        return self._groups[name]

    def part_of(self, sheet: str) -> str:
        """The part of a sheet."""
        return self._sheet_parts[sheet]

    @property
    def titles(self) -> tuple[str, ...]:
        """Names of the sheets with cells, in the order of the tabs."""
        return tuple(self._sheet_parts)

    def add_sheet(self, title: str, part: str, page: SheetXml, at: int, *, hidden: bool = False) -> None:
        """Put a sheet in whose part the package does not have yet.

        Args:
            title: its name.
            part: its part.
            page: its cells.
            at: how many tabs stand before it.
            hidden: whether it is out of sight.
        """
        join(self.package, part, page.content(), _WORKSHEET)
        self.workbook.insert_sheet(title, part, at, hidden=hidden)
        self.__dict__["_sheet_parts"] = self.workbook.sheets()
        self._sheets[title] = page

    def rename_sheet(self, old: str, new: str) -> None:
        """Give a sheet another name. Formulas that read it by its name read whichever sheet is called so then."""
        page = self.sheet(old)
        self.write_sheets()
        self.workbook.rename_sheet(old, new)
        self.__dict__["_sheet_parts"] = self.workbook.sheets()
        page.name = new
        self._sheets[new], self._written[new] = self._sheets.pop(old), self._written.pop(old)
        self._groups.pop(old, None)
        for table in [one for one in self.tables.values() if one.sheet == old]:
            self.tables[table.name] = replace(table, sheet=new)

    def drop_table(self, table: TableXml) -> None:
        """Make a table plain cells."""
        page, owner = self.sheet(table.sheet), self._sheet_parts[table.sheet]
        arrows = {link.id for link in self.package.relationships(owner) if link.target == table.part}
        parts = found(page.tail, "tableParts")
        kept = [tag for tag in _PART.findall(parts) if not any(f'"{arrow}"' in tag for arrow in arrows)]
        page.tail = replaced(page.tail, "tableParts", f'<tableParts count="{len(kept)}">{"".join(kept)}</tableParts>')
        self.package.remove(table.part, owner)
        del self.tables[table.name]

    def put_sheet(self, title: str, page: SheetXml) -> None:
        """Let a sheet be what another page says, in its own part."""
        self._sheets[title] = page
        self._groups.pop(title, None)
        self._written[title] = (-1, "")  # whatever the part holds is to be written anew

    def read_property(self, name: str) -> str:
        """The text of a custom document property; empty without one."""
        return properties_of(self.package).get(name, "")

    def write_property(self, name: str, value: str) -> None:
        """Set a custom document property to a text; it is added where the book lacks it."""
        write_property(self.package, name, value)

    def cell_named(self, name: str) -> tuple[SheetXml, int, int]:
        """Sheet, row and column of the one cell a defined name points to.

        Raises:
            WorkbookBrokenError: there is no such name, or it is not one cell.
        """
        where = self.workbook.cell_named(name)
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

    def write_like(self, sheet: SheetXml, place: tuple[int, int], value: Value, like: int) -> None:
        """Put a value into a cell, in the format that its column has in another row."""
        row, column = place
        self.groups(sheet.name).release_cell(row, column)
        sheet.put(row, column, write_value(cell_name(row, column), sheet.style(like, column), value))

    def write_formula(self, sheet: SheetXml, row: int, column: int, text: str, value: Value) -> None:
        """Put a formula and what it shows into a cell; its format stays."""
        self.groups(sheet.name).release_cell(row, column)
        sheet.put(row, column, write_formula(cell_name(row, column), sheet.style(row, column), text, value))

    def pinned(self, sheet: str) -> Iterable[Area]:
        """Cells of a sheet whose merge, link or comment would not travel with them."""
        yield from self.sheet(sheet).pinned()
        for link in self.package.relationships(self._sheet_parts[sheet]):
            if link.type in {"comments", "threadedComment"}:
                places = (area(ref) for ref in _COMMENTED.findall(self.package.read(link.target)))
                yield from (place for place in places if place)

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
                content = sheet.content() if sheet.is_changed else b""
                if name in self._written or (content and not sheet.came_as(content)):
                    self.package.replace(self._sheet_parts[name], content or sheet.content())
                self._written[name] = sheet.state

    def to_bytes(self) -> bytes | None:
        """The patched file; None when nothing changed."""
        self.write_sheets()
        for table in self.tables.values():
            self.package.write(table.part, table.text)
        if not self.package.changed:
            return None
        self.workbook.recalculate_on_load()
        return self.package.to_bytes()
