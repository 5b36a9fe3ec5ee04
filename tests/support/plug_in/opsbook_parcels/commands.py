"""The command `staff`: how many people were at work on a day."""

from datetime import date
from types import SimpleNamespace as Namespace

from opsbook.engine.console.printing import Console
from opsbook.engine.refresh import refresh
from opsbook.features.books.answers.answer import Answer
from opsbook.features.books.opening import open_file
from opsbook.model.values import serial


class StaffSet(Answer):
    """How many people were at work.

    Args:
        day: the day.
        staff: how many.
    """

    day: str
    staff: int


def run_staff(words: Namespace, console: Console) -> int:
    """Write it into ShopDay and calculate the book anew."""
    workbook = open_file(words.book, console)
    workbook.upsert("ShopDay", [{"date": serial(date.fromisoformat(words.day)), "staff": int(words.count)}])
    refresh(workbook)
    workbook.host.save()
    console.tell("staff-set", day=words.day, count=words.count)
    console.answer(day=words.day, staff=int(words.count))
    return 0
