"""What is answered of a report nobody knows: which table its columns may fill."""

from opsbook.features.books.answers.answer import Answer, Problem


class ProposedColumn(Answer):
    """What one column may stand for.

    Args:
        header: its name in the file.
        field: id of the workbook's column, + for one that is kept as it is, empty where nothing fits.
        sure: 0 to 1.
        reason: why, in words.
        example: its first cell, empty where that may be a person.
    """

    header: str
    field: str
    sure: float
    reason: str
    example: str


class Unsure(Answer):
    """A column that wants an answer.

    Args:
        map: what would confirm it behind `--map`.
        reason: why it is not sure.
    """

    map: str
    reason: str


class ProposedReport(Answer):
    """A sheet nobody knows, and what it may be.

    Args:
        file: its file.
        header_row: row of its header, as Excel counts.
        signature: what tells the report from others.
        table: table it may fill.
        columns: left to right.
        personal: columns about people; they stay out.
        map: words behind `--map` that confirm what is sure.
        unsure: the other columns.
        complete: whether what is sure is enough to import it.
        issues: what is in the way.
        add_up: whether `--add-up` has to stand behind `--map`, for its rows are parts of one.
    """

    file: str
    header_row: int
    signature: str
    table: str
    columns: list[ProposedColumn]
    personal: list[str]
    map: list[str]
    unsure: list[Unsure]
    complete: bool
    issues: list[Problem]
    add_up: bool
