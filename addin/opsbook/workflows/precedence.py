"""Which export has the last word on a day: the one made last, in whatever order they are imported."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opsbook.vocabulary.values import is_number
from opsbook.workflows.opened import Opened


@dataclass(frozen=True, slots=True)
class Covered:
    """An imported file: the day it was made, the first and last day it tells of (serial numbers)."""

    exported: float
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Precedence:
    """What was imported before, by kind of export."""

    known: Mapping[str, Sequence[Covered]]

    def is_older(self, kind: str, exported: float, day: float) -> bool:
        """Whether a later export of the same kind has told of a day: then this one may only fill blanks."""
        return any(one.exported > exported and one.first <= day <= one.last for one in self.known.get(kind, ()))


def read_precedence(opened: Opened) -> Precedence:
    """What the Imports sheet tells of earlier imports; rows a person emptied tell nothing."""
    known: dict[str, list[Covered]] = defaultdict(list)
    for row in opened.rows("Imports"):
        days = [float(row[name]) for name in ("exported", "first", "last") if is_number(row[name])]  # type: ignore[arg-type]
        if len(days) == 3:
            known[str(row["kind"])].append(Covered(*days))
    return Precedence(known)
