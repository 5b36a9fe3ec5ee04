"""Rows written as a file for other programs: CSV, Excel or Parquet."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opsbook.hosts.files.save import write_new
from opsbook.model.errors import ToolMissingError, UsageError
from opsbook.model.units import Unit
from opsbook.model.values import Value, from_serial, is_number

COMMANDING = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a text that begins so
WORDS = {Unit.TEXT, Unit.ID, Unit.FLAG}


@dataclass(frozen=True, slots=True)
class RowSheet:
    """Rows of one table.

    Args:
        title: what they are.
        headers: left to right.
        units: what each column holds; days are serial numbers in the rows.
        rows: as wide as the headers.
    """

    title: str
    headers: tuple[str, ...]
    units: tuple[Unit, ...]
    rows: Sequence[Sequence[Value]]


def write_row_file(path: Path, sheets: Sequence[RowSheet]) -> None:
    """Write rows as a new file; its ending says in which form.

    In CSV a text that begins with = + - @ gets an apostrophe in front, as people type it, so that no program takes it
    for a formula; in Excel and Parquet a text is a text.

    Raises:
        UsageError: the ending is unknown, or the form holds one table only.
        ToolMissingError: Parquet without pyarrow.
        FileRefusedError: there is a file of that name already, or the disk refuses.
    """
    form = path.suffix.lower()
    if form not in FORMS:
        raise UsageError("unknown-form", file=path.name, forms=tuple(FORMS))
    if form != ".xlsx" and len(sheets) != 1:
        raise UsageError("one-table-only", form=form)
    write_new(path, FORMS[form](sheets))


def _csv(sheets: Sequence[RowSheet]) -> bytes:
    (sheet,) = sheets
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(map(_harmless, sheet.headers))
    for row in sheet.rows:
        writer.writerow(_spoken(value, unit) for value, unit in zip(row, sheet.units, strict=True))
    return text.getvalue().encode("utf-8-sig", "replace")


def _spoken(value: Value, unit: Unit) -> object:
    if isinstance(value, str):
        return _harmless(value)
    day = _day(value, unit)
    if day is not None:
        return day.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(COMMANDING) else text


def _day(value: Value, unit: Unit) -> date | None:
    return from_serial(value) if unit is Unit.DATE and isinstance(value, int | float) else None


def _xlsx(sheets: Sequence[RowSheet]) -> bytes:
    import xlsxwriter  # noqa: PLC0415 - only this form needs it

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "nan_inf_to_errors": True}) as book:
        bold, days = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.title)
            page.freeze_panes(1, 0)
            for column, header in enumerate(sheet.headers):
                page.write_string(0, column, header, bold)
                page.set_column(column, column, 12)
            for at, row in enumerate(sheet.rows, 1):
                for column, (value, unit) in enumerate(zip(row, sheet.units, strict=True)):
                    if isinstance(value, str):
                        page.write_string(at, column, value)
                    elif value is not None:
                        page.write_number(at, column, value, days if unit is Unit.DATE else None)
    return content.getvalue()


def _parquet(sheets: Sequence[RowSheet]) -> bytes:
    try:
        import pyarrow as pa  # noqa: PLC0415 - nobody has to install it
        from pyarrow import parquet  # noqa: PLC0415 - the same
    except ImportError:
        raise ToolMissingError("no-pyarrow") from None
    (sheet,) = sheets
    columns = zip(*sheet.rows, strict=True) if sheet.rows else [()] * len(sheet.headers)
    typed = [
        pa.array([_typed(value, unit) for value in column], _type(unit, pa.string(), pa.date32(), pa.float64()))
        for column, unit in zip(columns, sheet.units, strict=True)
    ]
    content = io.BytesIO()
    parquet.write_table(pa.table(typed, names=list(sheet.headers)), content)
    return content.getvalue()


def _type(unit: Unit, text: object, day: object, number: object) -> object:
    if unit in WORDS:
        return text
    return day if unit is Unit.DATE else number


def _typed(value: Value, unit: Unit) -> object:
    """What a column of one type can hold; a word among figures becomes blank."""
    if unit in WORDS:
        return None if value is None else str(value)
    return _day(value, unit) if unit is Unit.DATE else value if is_number(value) else None


FORMS: Mapping[str, Callable[[Sequence[RowSheet]], bytes]] = {".csv": _csv, ".xlsx": _xlsx, ".parquet": _parquet}
