"""What lights a table's column and guards it: known again wherever the column stands, and renewed as another workbook has it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from opsbook.ooxml.addresses import Area
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import plain_formula, spelled_out
from opsbook.ooxml.styles.style_sheet import StyleSheet
from opsbook.ooxml.table import TableXml
from opsbook.ooxml.transplant.columns import column_blocks
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.route import Route, by_offset
from opsbook.ooxml.transplant.rules import Block, blocks, with_blocks
from opsbook.ooxml.xml_text import attribute, readable, unescaped

_FORMULA = re.compile(r"<formula[12]?>([^<]*)</formula[12]?>")
_TAG = re.compile(r"<(?:cfRule|dataValidation)\s[^>]*>")
_SAID = ("type", "operator", "stopIfTrue", "allowBlank", "errorTitle", "error", "promptTitle", "prompt", "errorStyle")


def rules_text(book: BookXml, table: TableXml, header: str, styles: StyleSheet, ours: int) -> str:
    """The lights and guards of a column as a text that does not depend on where the table and its columns stand.

    Args:
        book: the workbook.
        table: the table.
        header: header of the column.
        styles: the workbook's styles.
        ours: how many of the table's columns a person did not add.
    """
    column, found = table.place.left + table.column(header), []
    route = Route(table.sheet, by_offset(table, column, ours))
    for block in blocks(book.sheet(table.sheet).tail):
        if place := _covering(block, table, column):
            formulas = [_said_of(one, route, column - place.left) for one in _FORMULA.findall(block.text)]
            found.append(f"{[_tag(tag, styles) for tag in _TAG.findall(block.text)]} {formulas}")
    return "\n".join(sorted(found))


def renew_rules(donor: Donor, table: str, header: str) -> None:
    """Give a column the lights and guards that the source has for it; those of other columns stay."""
    source, target = donor.source.table(table), donor.target.table(table)
    page, column = donor.target.sheet(target.sheet), target.place.left + target.column(header)
    for block in list(blocks(page.tail)):
        if _covering(block, target, column):
            left = _without(block, target, column)
            page.tail = page.tail.replace(block.text, left.text if left.areas else "", 1)
    page.tail = with_blocks(_without_empty_groups(page.tail), column_blocks(donor, source, target, header))


def _covering(block: Block, table: TableXml, column: int) -> Area | None:
    """Which of a block's areas covers a column of a table."""
    return next((one for one in block.areas if one.holds(table.body.top, column)), None)


def _without(block: Block, table: TableXml, column: int) -> Block:
    """A block that no longer covers a column of a table."""
    place = _covering(block, table, column)
    pieces = [piece for one in block.areas for piece in (_around(one, column) if one is place else [one])]
    first = block.areas[0]
    shift = pieces[0].left - first.left if pieces and block.areas[0] is place else 0
    return block.at(pieces, lambda formula: spelled_out(formula, 0, shift)) if pieces else replace(block, areas=())


def _around(area: Area, column: int) -> Iterator[Area]:
    if area.left < column:
        yield replace(area, right=column - 1)
    if area.right > column:
        yield replace(area, left=column + 1)


def _without_empty_groups(tail: str) -> str:
    """A sheet's XML without a list of validations that holds none; otherwise the list tells how many it holds."""
    count = len(re.findall(r"<dataValidation\s", tail))
    if not count:
        return re.sub(r"<dataValidations\b[^>]*>\s*</dataValidations>", "", tail)
    return re.sub(r'(<dataValidations\b[^>]*\scount=")\d+(")', rf"\g<1>{count}\2", tail)


def _said_of(stored: str, route: Route, columns: int) -> str:
    return plain_formula(route.formula(spelled_out(unescaped(readable(stored)), 0, columns)))


def _tag(tag: str, styles: StyleSheet) -> str:
    """What a rule says of itself, with its format spelled out."""
    told = readable(tag)  # before its values are unescaped: some programs write letters as numbers
    said = [f"{name}={value}" for name in _SAID if (value := attribute(told, name))]
    number = attribute(tag, "dxfId")
    return " ".join([*said, styles.difference(int(number)) if number else ""])
