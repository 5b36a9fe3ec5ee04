"""Rows written as a file for other programs: CSV, Excel or Parquet."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from opsbook.hosts.files.whole_files import write_new
from opsbook.model.errors import ToolMissingError, UsageError
from opsbook.model.units import Unit
from opsbook.model.values import Value, from_serial, is_number

if TYPE_CHECKING:
    import pandas as pd

COMMANDING = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a text that begins so
WORDS = {Unit.TEXT, Unit.ID, Unit.FLAG}
MOST_ROWS = 1_048_575  # of an Excel sheet, below its header
_AS_THEY_ARE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


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
        UsageError: the ending is unknown, the form holds one table only, or an Excel sheet fewer rows.
        ToolMissingError: Parquet without pyarrow.
        FileRefusedError: there is a file of that name already, or the disk refuses.
    """
    form = path.suffix.lower()
    if form not in FORMS:
        raise UsageError("unknown-form", file=path.name, forms=tuple(FORMS))
    if form != ".xlsx" and len(sheets) != 1:
        raise UsageError("one-table-only", form=form)
    write_new(path, FORMS[form](sheets))


def _frame(sheet: RowSheet, shown: Callable[[Value, Unit], object]) -> pd.DataFrame:
    """The rows as a frame of what a form shows of each cell; no column is given another type."""
    import pandas as pd  # noqa: PLC0415 - heavy; only a file of rows needs it

    rows = [[shown(value, unit) for value, unit in zip(row, sheet.units, strict=True)] for row in sheet.rows]
    return pd.DataFrame(rows, columns=[_whole(header) for header in sheet.headers], dtype=object)


def _whole(text: str) -> str:
    """A text without half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()


def _csv(sheets: Sequence[RowSheet]) -> bytes:
    (sheet,) = sheets
    frame = _frame(sheet, _spoken)
    text: str = frame.to_csv(index=False, header=list(map(_harmless, frame.columns)), lineterminator="\r\n")
    return text.encode("utf-8-sig")


def _spoken(value: Value, unit: Unit) -> object:
    if isinstance(value, str):
        return _harmless(_whole(value))
    day = _day(value, unit)
    if day is not None:
        return day.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(COMMANDING) else text


def _day(value: Value, unit: Unit) -> date | None:
    return from_serial(value) if unit is Unit.DATE and isinstance(value, int | float) else None


def _xlsx(sheets: Sequence[RowSheet]) -> bytes:
    import pandas as pd  # noqa: PLC0415 - heavy; only a file of rows needs it

    for sheet in sheets:
        if len(sheet.rows) > MOST_ROWS:
            raise UsageError("too-many-rows", report=sheet.title, rows=f"{len(sheet.rows):,}", most=f"{MOST_ROWS:,}")
    content = io.BytesIO()
    with pd.ExcelWriter(
        content, engine="xlsxwriter", engine_kwargs={"options": {"in_memory": True, **_AS_THEY_ARE}}
    ) as writer:
        bold, days = writer.book.add_format({"bold": True}), writer.book.add_format({"num_format": "yyyy-mm-dd"})
        for sheet in sheets:
            frame = _frame(sheet, _stored)
            frame.to_excel(writer, sheet_name=sheet.title, index=False, header=False, startrow=1, freeze_panes=(1, 0))
            page = writer.sheets[sheet.title]
            page.write_row(0, 0, frame.columns, bold)
            for column, unit in enumerate(sheet.units):
                page.set_column(column, column, 12, days if unit is Unit.DATE else None)
    return content.getvalue()


def _stored(value: Value, _unit: Unit) -> object:
    """Days stay serial numbers: their column's format shows them as days."""
    return _whole(value) if isinstance(value, str) else value


def _parquet(sheets: Sequence[RowSheet]) -> bytes:
    try:
        import pyarrow as pa  # noqa: PLC0415 - nobody has to install it
    except ImportError:
        raise ToolMissingError("no-pyarrow") from None
    (sheet,) = sheets
    frame, content = _frame(sheet, _typed), io.BytesIO()
    types = [_type(unit, pa.string(), pa.date32(), pa.float64()) for unit in sheet.units]
    schema = pa.schema(list(zip(frame.columns, types, strict=True)))
    frame.to_parquet(content, engine="pyarrow", index=False, schema=schema)
    return content.getvalue()


def _type(unit: Unit, text: object, day: object, number: object) -> object:
    if unit in WORDS:
        return text
    return day if unit is Unit.DATE else number


def _typed(value: Value, unit: Unit) -> object:
    """What a column of one type can hold; a word among figures becomes blank."""
    if unit in WORDS:
        return None if value is None else _whole(str(value))
    return _day(value, unit) if unit is Unit.DATE else value if is_number(value) else None


FORMS: Mapping[str, Callable[[Sequence[RowSheet]], bytes]] = {".csv": _csv, ".xlsx": _xlsx, ".parquet": _parquet}
