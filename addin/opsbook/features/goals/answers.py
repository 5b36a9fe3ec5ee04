"""What `goal` answers in JSON."""

from opsbook.features.books.answers.answer import Answer


class MovedGoal(Answer):
    """A goal that is another one now.

    Args:
        period: month or day, as 2026-12 or 2026-12-24.
        old: yuan before; nothing where there was no goal.
        new: yuan now; nothing where there is no goal any more.
    """

    period: str
    old: float | None
    new: float | None


class GoalSet(Answer):
    """A goal was set.

    Args:
        book: path of the workbook.
        period: year or month.
        old: yuan before; nothing where there was no goal.
        new: yuan now.
        refitted: months whose weights were fitted anew.
        moved: months, then days, whose goal is another one now.
    """

    book: str
    period: str
    old: float | None
    new: int
    refitted: list[str]
    moved: list[MovedGoal]
