"""What a person added to a workbook file: columns, formulas among what they typed, names, and whole sheets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from opsbook.engine.carrying.movement import following_of, named_places, our_titles, own_titles, table_moves
from opsbook.engine.carrying.named_cells import typed_names
from opsbook.engine.workbook import Workbook
from opsbook.model.schema import Kind
from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ooxml.own_parts.columns import add_own_column, fill_column, fill_formulas, finish_own_column
from opsbook.ooxml.own_parts.sheets import add_own_sheet
from opsbook.ooxml.own_parts.transfer import Lost, Transfer


@dataclass(frozen=True, slots=True)
class OwnParts:
    """What a person added to the old workbook, on its way into the new one.

    Args:
        new: the new workbook, its rows all written.
        old: the old one.
        transfer: the way between their files.
    """

    new: Workbook
    old: Workbook
    transfer: Transfer

    def carry(self) -> Iterable[Lost]:
        """Put everything into the new workbook; returns what could not go."""
        book, old_book = self.transfer.donor.target, self.transfer.donor.source
        ours = our_titles(self.new, self.old, book, old_book)
        sheets = own_titles(book, old_book, ours)
        columns = {table: self._own_headers(table) for table in self.new.catalog.tables if table in old_book.tables}
        added = self._add_columns(columns)
        moves = table_moves(self.new, self.old, book, old_book)
        self.transfer.following = following_of(moves, {**ours, **sheets}, named_places(book, old_book))
        self._add_names()
        for table, header in added:
            finish_own_column(self.transfer, moves[table], header)
        for table, headers in columns.items():
            for header in (one for one in headers if moves[table].headers.get(one) == one):
                fill_column(self.transfer, moves[table], header)
        self._fill_formulas()
        for title, new_title in sheets.items():
            add_own_sheet(self.transfer, title, new_title, self._place(title))
        self.transfer.donor.finish()
        return self.transfer.all_lost()

    def _own_headers(self, table: str) -> list[str]:
        """Columns the operator added."""
        known = {*self.old.plan.headers[table].values()}
        return [header for header in self.transfer.donor.source.table(table).headers if header not in known]

    def _add_columns(self, columns: Mapping[str, list[str]]) -> list[tuple[str, str]]:
        """Add the columns that the new workbook lacks; returns those that were added."""
        added = []
        for table, headers in columns.items():
            ours = {*self.new.plan.headers[table].values()}
            for header in headers:
                if header in ours:
                    self._lose_column(table, header)
                elif header not in self.transfer.donor.target.table(table).headers and add_own_column(
                    self.transfer, table, header
                ):
                    added.append((table, header))
        return added

    def _lose_column(self, table: str, header: str) -> None:
        source = self.transfer.donor.source.table(table)
        top = cell_name(source.place.top, source.place.left + source.column(header))
        self.transfer.lost.append(Lost("own-header-left", source.sheet, top, header, header))

    def _add_names(self) -> None:
        """Define the names the operator defined; formulas that use one which cannot follow cannot follow either."""
        book, new, gone = self.transfer.donor.target, list[DefinedName](), set[str]()
        names = *(one.name for one in book.workbook.names()), *(one.name for one in self.new.catalog.retired)
        known = {name.casefold() for name in names}
        for one in self.transfer.donor.source.workbook.names():
            if one.sheet is not None or one.name.casefold() in known or one.name.startswith("_xl"):
                continue
            said = self.transfer.following.formula(one.text, "")
            if said.lost:
                gone.add(one.name.casefold())
                self.transfer.lost.append(Lost("own-name-left", "", reads=one.name))
            else:
                new.append(replace(one, text=said.text))
        book.workbook.add_names(new)
        self.transfer.following = replace(self.transfer.following, gone=frozenset(gone))

    def _fill_formulas(self) -> None:
        """Formulas that somebody typed where a value is asked for."""
        for name, move in self.transfer.following.moves.items():
            for column in self.new.catalog.tables[name].columns:
                header = self.old.header(name, column.id)
                if column.kind is Kind.YOURS and header in move.source.headers:
                    fill_formulas(self.transfer, move, header, self.new.header(name, column.id))
        for name in typed_names(self.new, self.old):
            self._fill_named(name)

    def _fill_named(self, name: str) -> None:
        page, row, column = self.transfer.donor.source.cell_named(name)
        target, to_row, to_column = self.transfer.donor.target.cell_named(name)
        if "<f" in page.raw(row, column):
            target.put(to_row, to_column, self.transfer.cell(page.name, (row, column), (to_row, to_column)))

    def _place(self, title: str) -> int:
        """How many tabs stand before a sheet: it follows the one that it followed."""
        tabs, titles = self.transfer.donor.target.workbook.tabs(), self.transfer.following.titles
        order = self.transfer.donor.source.workbook.tabs()
        before = [titles[one] for one in order[: order.index(title)] if titles.get(one) in tabs]
        return tabs.index(before[-1]) + 1 if before else 0
