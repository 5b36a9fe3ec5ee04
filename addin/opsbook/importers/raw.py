"""A sheet of a file as text, before anybody knows what it is."""

from datetime import date

from opsbook.vocabulary.records import record


@record
class RawTable:
    """One sheet of text cells.

    Args:
        file: file name without its folder; for a zip member "outer.zip/inner.csv".
        sheet: sheet name; empty for text files.
        rows: every row from the first row of the sheet, cells as text exactly as shown; ragged.
        exported: the day the file itself was made (from its name, else its modification time); None when unknown.
    """

    file: str
    sheet: str
    rows: tuple[tuple[str, ...], ...]
    exported: date | None = None
