"""What the cells of a workbook file show, read as plainly as can be: the judge shares no code with what it judges."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from opsbook.model.errors import FileRefusedError
from opsbook.model.values import ErrorValue, Value

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Place: TypeAlias = tuple[str, str]
"""Name of the sheet and address of a cell, such as B7."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What one cell holds.

    Args:
        formula: the formula's text without '='; of a formula shared by many cells, the first cell's; None without one.
        value: what the cell shows; None when it holds no result at all.
        error: whether that is an error value.
    """

    formula: str | None
    value: Value
    error: bool = False


ABSENT = Shown(None, None)
ShownCells: TypeAlias = Mapping[Place, Shown]


def shown_cells(book: Path) -> dict[Place, Shown]:
    """Every cell of a workbook, sheet by sheet.

    Raises:
        FileRefusedError: the file is not a workbook.
    """
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415 heavy

    try:
        with zipfile.ZipFile(book) as package:
            texts = _shared_texts(package)
            return {
                (sheet, cell): shown
                for sheet, part in _sheets(package)
                for cell, shown in _read_sheet(package, part, texts)
            }
    except (zipfile.BadZipFile, KeyError, XMLSyntaxError):
        raise FileRefusedError("not-a-book", file=book.name) from None


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of every worksheet; chart sheets hold no cells."""
    from lxml import etree  # noqa: PLC0415 heavy

    relations = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {r.get("Id"): r.get("Target", "") for r in relations if str(r.get("Type")).endswith("/worksheet")}
    for sheet in etree.fromstring(package.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION))
        if target is not None:
            part = target[1:] if target.startswith("/") else f"xl/{target}"
            yield sheet.get("name", ""), part


def _shared_texts(package: zipfile.ZipFile) -> list[str]:
    from lxml import etree  # noqa: PLC0415 heavy

    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    items = etree.fromstring(package.read("xl/sharedStrings.xml")).iter(f"{_MAIN}si")
    return ["".join(text.text or "" for text in item.iter(f"{_MAIN}t")) for item in items]


def _read_sheet(package: zipfile.ZipFile, part: str, texts: list[str]) -> Iterator[tuple[str, Shown]]:
    from lxml import etree  # noqa: PLC0415 heavy

    shared: dict[str | None, str] = {}
    with package.open(part) as stream:
        for _, cell in etree.iterparse(stream, tag=f"{_MAIN}c", resolve_entities=False):
            formula = cell.find(f"{_MAIN}f")
            text = None if formula is None else formula.text or shared.get(formula.get("si"), "")
            if formula is not None and formula.get("t") == "shared" and formula.text:
                shared[formula.get("si")] = formula.text
            yield cell.get("r", ""), _shown(text, cell.get("t", "n"), cell.findtext(f"{_MAIN}v"), texts)
            cell.clear()


def _shown(formula: str | None, kind: str, stored: str | None, texts: list[str]) -> Shown:
    """A cell's value by its stored type; writers keep the empty text with or without a type or a value."""
    if kind == "e":
        return Shown(formula, ErrorValue(stored or ""), error=True)
    if kind == "str" or stored == "":
        return Shown(formula, stored or "")
    if stored is None:
        return Shown(formula, None)
    if kind == "s":
        return Shown(formula, texts[int(stored)])
    return Shown(formula, stored == "1" if kind == "b" else float(stored))
