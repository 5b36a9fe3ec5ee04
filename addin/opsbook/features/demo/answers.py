"""What `demo` answers in JSON."""

from opsbook.features.books.answers.answer import Answer


class DemoMade(Answer):
    """A sample was made.

    Args:
        book: path of the workbook.
        inbox: path of the folder with the exports.
        files: how many exports it holds.
        lines: the morning's five lines.
    """

    book: str
    inbox: str
    files: int
    lines: list[str]
