"""Hold a workbook's cached values against LibreOffice: ours must agree, the user's are listed apart."""

from dataclasses import dataclass
from pathlib import Path

from opsbook.hosts.office.recalculate import Difference, recalculate
from opsbook.hosts.template.shipped import compiled_plan
from opsbook.model.catalog import Catalog
from opsbook.model.language import LANGS
from opsbook.model.values import ErrorValue
from opsbook.ooxml.formula_spelling import same_formula


@dataclass(frozen=True, slots=True)
class Verified:
    """What LibreOffice says.

    Args:
        formulas: how many formula cells were compared.
        own: differences in OpsBook's formulas, and cells of theirs that only LibreOffice calculates to an error.
        users: the same in formulas of the user's.
    """

    formulas: int
    own: tuple[Difference, ...]
    users: tuple[Difference, ...]


def verify(path: Path, catalog: Catalog) -> Verified:
    """Recalculate a workbook in LibreOffice and compare every formula cell.

    Raises:
        ToolMissingError: there is no LibreOffice.
    """
    result = recalculate(path)
    # programs name errors differently: a cell that shows one in both is no difference
    off = (*result.differences, *(one for one in result.errors if not isinstance(one.cached, ErrorValue)))
    known = owned_texts(catalog)
    own = tuple(one for one in off if _is_own(one.formula, known))
    return Verified(result.formulas, own, tuple(one for one in off if one not in own))


def owned_texts(catalog: Catalog) -> frozenset[str]:
    """Every formula OpsBook writes, in both languages."""
    texts: set[str] = set()
    for lang in LANGS:
        formulas = compiled_plan(catalog, lang).formulas
        for words in formulas.column_texts.values():
            texts.update(words if isinstance(words, tuple) else (words,))
        texts.update(formulas.name_texts.values())
    return frozenset(texts)


def _is_own(formula: str, known: frozenset[str]) -> bool:
    plain = formula.removeprefix("=")
    return plain in known or any(same_formula(plain, one) for one in known)
