"""Answers of the commands that look at files: detect, check, verify, history, build, and schema itself."""

from typing import Literal

from pydantic import ConfigDict, Field

from opsbook.features.books.answers.answer import Answer, Problem
from opsbook.features.books.answers.proposed import ProposedReport

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class DetectedSheet(Answer):
    """What one sheet of a file is.

    Args:
        file: the file's name.
        kind: which export, empty when nobody claims it.
        header_row: row of its header as Excel counts, 0 without one.
        days: first and last day in words, – for none.
        shop: shop named inside, empty without one.
        rows: usable rows, by table.
        mapping: the workbook's column by the header in the file.
        unknown: headers nobody knows.
        issues: what is the matter with it.
        proposal: what it may be; left out where it is known.
    """

    file: str
    kind: str
    header_row: int
    days: str
    shop: str
    rows: dict[str, int]
    mapping: dict[str, str]
    unknown: list[str]
    issues: list[Problem]
    proposal: ProposedReport | None = None


class Detected(Answer):
    """What files are.

    Args:
        files: sheet by sheet.
        issues: all that is the matter.
    """

    files: list[DetectedSheet]
    issues: list[Problem]


class Checked(Answer):
    """A workbook was looked over.

    Args:
        book: its path.
        issues: what is the matter with it.
    """

    book: str
    issues: list[Problem]


class Repaired(Answer):
    """Formulas were put back.

    Args:
        book: path of the workbook.
        repaired: cells, each with its sheet.
    """

    book: str
    repaired: list[str]


class EngineSaid(Answer):
    """What one engine says of all formulas.

    Args:
        engine: its name.
        formulas: how many were held against it.
        differences: how many of ours show another value.
        users: how many of the user's own do.
        unchecked: how many it can say nothing of.
    """

    engine: Literal["libreoffice", "ironcalc"]
    formulas: int
    differences: int
    users: int
    unchecked: int


class CellSaid(Answer):
    """What one engine says of one formula.

    Args:
        cell: with its sheet, such as Daily!B7.
        engine: its name.
        verdict: another value, or none that counts.
        formula: its text.
        shown: what the workbook shows; nothing for a formula that was never calculated.
        calculated: what the engine calculates; nothing where that does not count.
        ours: whether OpsBook writes the formula.
    """

    cell: str
    engine: Literal["libreoffice", "ironcalc"]
    verdict: Literal["differs", "unchecked"]
    formula: str
    shown: float | str | bool | None
    calculated: float | str | bool | None
    ours: bool


class Verified(Answer):
    """Formulas were compared with other engines'.

    Args:
        book: path of the workbook.
        formulas: how many it has.
        differences: how many of ours show another value than an engine calculates.
        users: how many of the user's own do.
        unchecked: how many no engine can say anything of.
        engines: engine by engine.
        cells: every formula that differs or was not checked.
    """

    book: str
    formulas: int
    differences: int
    users: int
    unchecked: int
    engines: list[EngineSaid]
    cells: list[CellSaid]


class HeldRows(Answer):
    """The rows of one table.

    Args:
        table: its name.
        rows: how many there are.
        in_book: how many stand in the workbook.
        in_history: how many stand in the history file only.
        first: first day, nothing without rows.
        last: last day, nothing without rows.
    """

    table: str
    rows: int
    in_book: int
    in_history: int
    first: str | None
    last: str | None


class History(Answer):
    """What workbook and history hold together.

    Args:
        book: path of the workbook.
        tables: table by table.
        file: the file the rows were written to, nothing without one.
    """

    book: str
    tables: list[HeldRows]
    file: str | None


class HistoryChosen(Answer):
    """A workbook's history was chosen.

    Args:
        book: path of the workbook.
        id: of the history, which the workbook carries from now on.
        rows: archived rows in it.
        runs: runs in its record.
    """

    book: str
    id: str
    rows: int
    runs: int


class Built(Answer):
    """Files were written: templates, or the add-in.

    Args:
        folder: where.
        written: their names.
    """

    folder: str
    written: list[str]


class Compared(Answer):
    """Templates were compared with what the program would write.

    Args:
        folder: where they lie.
        stale: names of those that differ.
    """

    folder: str
    stale: list[str]


class SchemaNames(Answer):
    """The schemas there are.

    Args:
        schemas: their names.
    """

    schemas: list[str]


class SchemaText(Answer):
    """A JSON Schema; its own rules say what else it holds."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)

    dialect: Literal["https://json-schema.org/draft/2020-12/schema"] = Field(alias="$schema")
    title: str
