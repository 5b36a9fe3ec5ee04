"""Hold a workbook's cached values against another engine's: ours must agree, the user's are listed apart."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from opsbook.hosts.office.engine import Engine
from opsbook.hosts.office.recalculate import Difference, Unchecked, recalculate
from opsbook.hosts.template.shipped import compiled_plan
from opsbook.model.catalog import Catalog
from opsbook.model.language import LANGS
from opsbook.ooxml.formula_spelling import same_formula

_Cell = TypeVar("_Cell", Difference, Unchecked)


@dataclass(frozen=True, slots=True)
class Verified:
    """What an engine says.

    Args:
        engine: who calculated.
        formulas: how many formula cells the workbook has.
        own: differences in OpsBook's formulas, and cells of theirs that only the engine calculates to an error.
        users: the same in formulas of the user's.
        own_unchecked: cells of OpsBook's that the engine is known to calculate otherwise than Excel documents.
        users_unchecked: cells of the user's of which it can say nothing.
    """

    engine: Engine
    formulas: int
    own: tuple[Difference, ...]
    users: tuple[Difference, ...]
    own_unchecked: tuple[Unchecked, ...]
    users_unchecked: tuple[Unchecked, ...]

    @property
    def unchecked(self) -> tuple[Unchecked, ...]:
        """Every cell of which the engine can say nothing."""
        return self.own_unchecked + self.users_unchecked


def verify(path: Path, catalog: Catalog, engine: Engine) -> Verified:
    """Recalculate a workbook in an engine and compare every formula cell.

    Raises:
        FileRefusedError: the engine cannot calculate it.
    """
    known = owned_texts(catalog)

    @cache
    def is_own(formula: str) -> bool:
        plain = formula.removeprefix("=")
        return plain in known or any(same_formula(plain, one) for one in known)

    result = recalculate(path, engine, must=is_own)
    return Verified(engine, result.formulas, *_parted(result.off, is_own), *_parted(result.unchecked, is_own))


def _parted(cells: Iterable[_Cell], is_own: Callable[[str], bool]) -> tuple[tuple[_Cell, ...], tuple[_Cell, ...]]:
    """Ours, and the user's."""
    judged = [(cell, is_own(cell.formula)) for cell in cells]
    return tuple(cell for cell, own in judged if own), tuple(cell for cell, own in judged if not own)


def owned_texts(catalog: Catalog) -> frozenset[str]:
    """Every formula OpsBook writes, in both languages."""
    texts: set[str] = set()
    for lang in LANGS:
        formulas = compiled_plan(catalog, lang).formulas
        for words in formulas.column_texts.values():
            texts.update(words if isinstance(words, tuple) else (words,))
        texts.update(formulas.name_texts.values())
    return frozenset(texts)
