"""What `goal` answers in JSON."""

from opsbook.features.books.answers.answer import Answer


class GoalSet(Answer):
    """A goal was set.

    Args:
        book: path of the workbook.
        period: year or month.
        old: yuan before; nothing where there was no goal.
        new: yuan now.
        refitted: months whose weights were fitted anew.
    """

    book: str
    period: str
    old: float | None
    new: int
    refitted: list[str]
