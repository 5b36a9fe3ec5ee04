"""Compare what a workbook's formulas show with what LibreOffice calculates."""

import math
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from opsbook.hosts.office.soffice import PATIENCE_SECONDS, find_soffice, save_recalculated
from opsbook.model.errors import FileRefusedError
from opsbook.model.reasons import why
from opsbook.model.values import ErrorValue, Value, is_number

TOLERANCE = 1e-9

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Difference:
    """One formula cell whose shown value is not what its formula gives.

    Args:
        sheet: sheet name.
        cell: address, such as B7.
        formula: the formula's text without '='; of a formula shared by many cells, the first cell's.
        cached: what the file shows; None when it holds no result at all.
        now: what LibreOffice calculated; for an error cell its name, such as #DIV/0!.
    """

    sheet: str
    cell: str
    formula: str
    cached: Value
    now: Value


@dataclass(frozen=True, slots=True)
class Recalculated:
    """What a recalculation found.

    Args:
        formulas: how many formula cells were compared.
        differences: cells that show another value, in sheet order.
        errors: cells that calculate to an error, in sheet order; they are not repeated in `differences`.
    """

    formulas: int
    differences: tuple[Difference, ...]
    errors: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    formula: str | None
    value: Value
    error: bool = False


_ABSENT = _Shown(None, None)
_Cells = Mapping[tuple[str, str], _Shown]


def recalculate(path: Path, soffice: Path | None = None, patience: float = PATIENCE_SECONDS) -> Recalculated:
    """Recalculate every formula of a workbook and list the cells whose value differs.

    Args:
        path: an .xlsx or .xlsm file; it is only read and may be open in Excel.
        soffice: the LibreOffice program; looked for when not given.
        patience: seconds until LibreOffice is stopped.

    Returns:
        Numbers that differ by more than 1e-9 (relative or absolute), texts that differ at all, and error cells.

    Raises:
        ToolMissingError: LibreOffice is not installed.
        FileRefusedError: the file is missing, is not a workbook, or LibreOffice cannot calculate it.
    """
    program = soffice or find_soffice()
    # LibreOffice may still be closing files when it is stopped; a leftover must not hide the answer.
    with tempfile.TemporaryDirectory(prefix="opsbook-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        book = _copy(path, folder)
        before = _cells(book)
        after = _cells(save_recalculated(program, book, folder, patience))
    return _compare(before, after)


def _copy(path: Path, folder: Path) -> Path:
    """A copy, so that no lock file appears beside the book and both readings see the same bytes."""
    book = folder / path.name
    try:
        shutil.copyfile(path, book)
    except (FileNotFoundError, NotADirectoryError):
        raise FileRefusedError("no-file", file=path.name) from None
    except OSError as problem:
        raise FileRefusedError("book-unreadable", file=path.name, reason=why(problem)) from None
    return book


def _compare(before: _Cells, after: _Cells) -> Recalculated:
    formulas = {at: shown for at, shown in before.items() if shown.formula is not None}
    differences, errors = [], []
    for (sheet, cell), shown in formulas.items():
        now = after.get((sheet, cell), _ABSENT)
        found = Difference(sheet, cell, shown.formula or "", shown.value, now.value)
        if now.error:
            errors.append(found)
        elif shown.error or not _same(shown.value, now.value):
            differences.append(found)
    return Recalculated(len(formulas), tuple(differences), tuple(errors))


def _same(cached: Value, now: Value) -> bool:
    if isinstance(cached, bool) and is_number(now):  # LibreOffice saves TRUE in a number format as 1
        return float(cached) == now
    if isinstance(cached, int | float) and isinstance(now, int | float):
        return math.isclose(cached, now, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return cached == now


def _cells(book: Path) -> dict[tuple[str, str], _Shown]:
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


def _read_sheet(package: zipfile.ZipFile, part: str, texts: list[str]) -> Iterator[tuple[str, _Shown]]:
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


def _shown(formula: str | None, kind: str, stored: str | None, texts: list[str]) -> _Shown:
    """A cell's value by its stored type; writers keep the empty text with or without a type or a value."""
    if kind == "e":
        return _Shown(formula, ErrorValue(stored or ""), error=True)
    if kind == "str" or stored == "":
        return _Shown(formula, stored or "")
    if stored is None:
        return _Shown(formula, None)
    if kind == "s":
        return _Shown(formula, texts[int(stored)])
    return _Shown(formula, stored == "1" if kind == "b" else float(stored))
