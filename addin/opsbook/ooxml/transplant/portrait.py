"""What a sheet looks like and calculates, as a text that is the same whichever program saved the workbook last.

Two sheets with one portrait differ in nothing a person made: cached values, widths and chosen cells are left out.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import plain_formula
from opsbook.ooxml.sheet.cell import read_cell
from opsbook.ooxml.sheet.sheet_xml import SheetXml
from opsbook.ooxml.sheet.tail import elements, found
from opsbook.ooxml.styles.style_sheet import CellFormat, StyleSheet
from opsbook.ooxml.transplant.route import Route
from opsbook.ooxml.transplant.rules import Block, blocks
from opsbook.ooxml.xml_text import attribute, readable, unescaped

_UNSEEN = re.compile(r"<(?:family|scheme|charset)\s[^>]*/>")
_RULE = re.compile(r"<cfRule\s[^>]*>")
_FORMULA = re.compile(r"<formula[12]?>([^<]*)</formula[12]?>")
_SAID = re.compile(r'<a:t>([^<]*)</a:t>|<a:srgbClr val="(\w+)"')
_SHOWN = re.compile(r"<c:f>([^<]*)</c:f>")
_ANCHORED = re.compile(r"<xdr:(graphicFrame|pic|sp|cxnSp|grpSp)\b")
_RULES_OF_2010 = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}"  # they repeat rules that stand above
_ON_ITS_OWN = re.compile(r"<x14:cfRule\s[^>]*\bpriority=")  # unless they have a priority
_KNOWN_ELEMENTS = {
    *("sheetCalcPr", "sheetProtection", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations"),
    *("printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors"),
    *("drawing", "legacyDrawing", "smartTags", "tableParts", "extLst"),
}
_EXTENSION = re.compile(r'<ext\s[^>]*?uri="([^"]*)"')
_HIDDEN = {"1", "true"}
_FOLDED = re.compile(r"\boutlineLevel=")
_COLUMN = re.compile(r"<col\s[^>]*>")
_KNOWN_LINKS = {"table", "drawing", "vmlDrawing", "printerSettings"}
Spot = tuple[int, int]


def portrait(
    book: BookXml, title: str, styles: StyleSheet, apart: Collection[Spot] = (), names: Mapping[str, str] | None = None
) -> str:
    """The portrait of a sheet.

    Args:
        book: its workbook.
        title: its name.
        styles: the workbook's formats.
        apart: row and column of cells whose content does not count.
        names: what sheets are called for comparison, by their names; people rename them.
    """
    page = book.sheet(title)
    lines = [*_cells(book, page, styles, apart), *(f"merged {one}" for one in sorted(map(str, page.merged())))]
    lines += sorted(_rule(block, styles) for block in blocks(page.tail))
    lines += sorted(f"table {table.name} {table.place}" for table in book.tables.values() if table.sheet == title)
    return "\n".join([*lines, *_beside(book, title, Route(title, titles=names or {})), *_settings(page)])


def _cells(book: BookXml, page: SheetXml, styles: StyleSheet, apart: Collection[Spot]) -> Iterator[str]:
    for row in sorted(page.rows):
        for column in sorted(page.rows[row].cells):
            look = _look(styles.format(int(page.style(row, column) or 0)))
            content = "" if (row, column) in apart else _content(book, page, row, column)
            if content or look != _look(styles.format(0)):
                yield f"{cell_name(row, column)} {content} {look}"


def _content(book: BookXml, page: SheetXml, row: int, column: int) -> str:
    if read_cell(page.raw(row, column)).has_formula:
        return f"={plain_formula(book.groups(page.name).formula(row, column) or '')}"
    value = page.value(row, column)
    return "" if value is None else repr(float(value) if isinstance(value, int | float) else str(value))


def _look(style: CellFormat) -> str:
    font = "".join(sorted(_UNSEEN.sub("", style.font).split("><")))
    return f"{style.number or style.own} {font} {style.fill} {style.border} {style.alignment} {style.protection}"


def _rule(block: Block, styles: StyleSheet) -> str:
    formulas = [plain_formula(unescaped(readable(one))) for one in _FORMULA.findall(block.text)]
    formats = [attribute(tag, "dxfId") for tag in _RULE.findall(block.text)]
    looks = [styles.difference(int(one)) if one else "" for one in formats]
    return f"rule {' '.join(sorted(map(str, block.areas)))} {formulas} {looks}"


def _beside(book: BookXml, title: str, route: Route) -> Iterator[str]:
    """What lies over the cells, and what else hangs on the sheet."""
    for link in sorted(book.package.relationships(book.part_of(title)), key=lambda one: one.type):
        if link.type == "drawing":
            yield f"drawn {sorted(_ANCHORED.findall(book.package.read(link.target)))}"
            charts = [one.target for one in book.package.relationships(link.target) if one.type == "chart"]
            yield f"shown {sorted(str(_references(book.package.read(one), route)) for one in charts)}"
            yield f"told {sorted(str(_said(book.package.read(one))) for one in charts)}"
        elif link.type not in _KNOWN_LINKS:
            yield f"with {link.type}"


def _references(chart: str, route: Route) -> list[str]:
    """The cells that a chart shows, sheets under the names they have for comparison."""
    return [route.formula(unescaped(one)) for one in _SHOWN.findall(chart)]


def _said(chart: str) -> list[str]:
    """Words and colours of a chart: of its look what a person changes, and programs store alike."""
    return sorted({found[0] or found[1].upper() for found in _SAID.findall(chart)})


def _settings(page: SheetXml) -> Iterator[str]:
    """What people add to a sheet beside its cells, and no template has: filters, links, rows and columns out of sight."""
    for element in elements(page.tail):
        if element.name not in _KNOWN_ELEMENTS:
            yield f"set {page.tail[element.start : element.end]}"
    extensions = found(page.tail, "extLst")
    yield from (f"set {one}" for one in _EXTENSION.findall(extensions) if one != _RULES_OF_2010)
    yield from ("set x14:cfRule" for _ in _ON_ITS_OWN.findall(extensions))
    hidden = (number for number, row in page.rows.items() if attribute(row.attributes, "hidden") in _HIDDEN)
    yield from (f"hidden {number}" for number in hidden if not _FOLDED.search(page.rows[number].attributes))
    for tag in _COLUMN.findall(page.head):
        if attribute(tag, "hidden") in _HIDDEN and not _FOLDED.search(tag):
            yield f"hidden {attribute(tag, 'min')}:{attribute(tag, 'max')}"
