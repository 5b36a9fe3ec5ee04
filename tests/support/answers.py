"""What commands answer in JSON, held against the models of answers."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from pydantic import BaseModel, TypeAdapter

from opsbook.features.books.schema import FAILURES
from support.house import ANSWERS


def command_of(words: Sequence[str]) -> str:
    """The command that words begin with; empty where they begin with none."""
    return next((name for name in ANSWERS if list(words[: len(name.split())]) == name.split()), "")


def answer_of(words: Sequence[str], text: str) -> BaseModel:
    """A command's answer; one that is not as declared raises.

    Args:
        words: what was typed after `opsbook`.
        text: what was answered.
    """
    shapes = (*ANSWERS.get(command_of(words), ()), *FAILURES)
    return TypeAdapter(reduce(or_, shapes)).validate_json(text)
