"""Columns that a person added to a table, put into the same table of another workbook: values, formulas, formats, widths."""

from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.own_parts.following import TableMove
from opsbook.ooxml.own_parts.transfer import Lost, Transfer
from opsbook.ooxml.transplant.columns import append_column, column_blocks
from opsbook.ooxml.transplant.route import Route, by_header
from opsbook.ooxml.transplant.rules import with_blocks


def add_own_column(transfer: Transfer, table: str, header: str) -> bool:
    """Add a column, its cells still blank, with its formats and width; returns whether there was room."""
    source = transfer.donor.source.table(table)
    try:
        append_column(transfer.donor, source, header, "")
    except WorkbookBrokenError as problem:
        top = cell_name(source.place.top, source.place.left + source.column(header))
        transfer.lost.append(Lost("own-column-left", source.sheet, top, header, str(problem.seen.get("cell", ""))))
        return False
    return True


def finish_own_column(transfer: Transfer, move: TableMove, header: str) -> None:
    """Give a column that was just added its rules and the formula that Excel continues in it.

    A formula that cannot follow is told of its cells, as they are filled.
    """
    source, book = move.source, transfer.donor.target
    if formula := source.calculated.get(header):
        said = transfer.following.formula(formula, source.sheet)
        if not said.lost:
            book.tables[source.name] = book.table(source.name).continued(header, said.text)
    _add_rules(transfer, move, header)


def fill_column(transfer: Transfer, move: TableMove, header: str) -> None:
    """Fill a column's cells by the keys of their rows; other rows of the target get the formula that Excel continues."""
    book, target = transfer.donor.target, transfer.donor.target.table(move.source.name)
    page, to = book.sheet(target.sheet), target.place.left + target.column(header)
    _fill(transfer, move, header, header)
    if formula := target.calculated.get(header):
        for row in {*range(target.body.top, target.body.bottom + 1)} - {*move.rows.values()}:
            book.write_formula(page, row, to, formula, None)


def fill_formulas(transfer: Transfer, move: TableMove, header: str, into: str) -> None:
    """Put the formulas that somebody typed among a column's values into the rows of the same keys."""
    _fill(transfer, move, header, into, formulas=True)


def _fill(transfer: Transfer, move: TableMove, header: str, into: str, *, formulas: bool = False) -> None:
    """Put a column's cells, or those with a formula, into the rows of the same keys."""
    source, target = move.source, transfer.donor.target.table(move.source.name)
    page, model = transfer.donor.target.sheet(target.sheet), transfer.donor.source.sheet(source.sheet)
    column, to = source.place.left + source.column(header), target.place.left + target.column(into)
    for row, new_row in move.rows.items():
        raw = model.raw(row, column)
        if raw and (not formulas or "<f" in raw):
            page.put(new_row, to, transfer.cell(source.sheet, (row, column), (new_row, to), header))


def _add_rules(transfer: Transfer, move: TableMove, header: str) -> None:
    """Lights and validations of a column."""
    source, target = move.source, transfer.donor.target.table(move.source.name)
    route = Route(source.sheet, by_header(source, target, {**move.headers, header: header}))
    try:
        rules = list(column_blocks(transfer.donor, source, target, header, route))
    except WorkbookBrokenError as problem:
        transfer.lost.append(Lost("own-rules-left", source.sheet, "", header, str(problem.seen.get("header", ""))))
        return
    page = transfer.donor.target.sheet(target.sheet)
    page.tail = with_blocks(page.tail, rules)
