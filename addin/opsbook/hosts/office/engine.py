"""What an engine is: a program other than Excel that calculates a whole workbook."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from opsbook.model.language import Label
from opsbook.model.values import Value

PATIENCE_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class Gap:
    """A way of writing formulas that an engine is known to calculate otherwise than Excel documents.

    Args:
        id: what it is called.
        formulas: is found in the text of every formula that is written so.
        reason: what the engine does and what Excel documents, in a sentence.
        explains: whether a cell that shows the first value may do so where the engine says the second; None where the
            engine's agreement would say as little as its disagreement.
    """

    id: str
    formulas: re.Pattern[str]
    reason: Label
    explains: Callable[[Value, Value], bool] | None = None

    def has(self, formula: str | None) -> bool:
        """Whether a formula is written so."""
        return formula is not None and self.formulas.search(formula) is not None


class Engine(Protocol):
    """A program that calculates workbooks."""

    @property
    def id(self) -> str:
        """Its name in commands and in answers for scripts."""
        ...

    @property
    def name(self) -> str:
        """Its name in sentences."""
        ...

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What it is known to calculate otherwise."""
        ...

    def save_recalculated(self, book: Path, folder: Path, patience: float = PATIENCE_SECONDS) -> Path:
        """Calculate every formula of a workbook and save it as .xlsx.

        Args:
            book: the workbook; it is only read.
            folder: a folder for the result and whatever else the engine writes; the caller removes it.
            patience: seconds until the engine is stopped.

        Returns:
            The file the engine saved.

        Raises:
            FileRefusedError: the engine cannot calculate the workbook, or needs longer than `patience`.
        """
        ...
