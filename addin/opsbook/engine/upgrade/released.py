"""What templates of released versions held: by it the program knows its own formulas, rules, labels and sheets again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from opsbook.hosts.template.shipped import released_path
from opsbook.model.language import Lang
from opsbook.ooxml.formula_spelling import plain_formula
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise

_BYTES = 8  # of each hash


@dataclass(frozen=True, slots=True)
class Released:
    """What templates of one language ever held.

    Args:
        hashes: of everything.
        back: what the workbook's columns were called, where they were renamed since.
    """

    hashes: frozenset[bytes]
    back: CalledOtherwise = field(default_factory=CalledOtherwise)

    def has(self, kind: str, place: str, text: str) -> bool:
        """Whether a released template held this at this place."""
        return hash_of(kind, place, text) in self.hashes

    def has_formula(self, place: str, text: str) -> bool:
        """Whether a released template held this formula at this place, columns and sheets under the names they had."""
        return self.has("formula", place, plain_formula(self.back.formula(text)))


def hash_of(kind: str, place: str, text: str) -> bytes:
    """The hash under which a piece of a template is known.

    Args:
        kind: formula, rule, label or sheet.
        place: the defined name, the table's column, or the cell that it belongs to.
        text: what stands there, spelled as all programs would spell it.
    """
    return blake2b(f"{kind}\0{place}\0{text}".encode(), digest_size=_BYTES).digest()


def read_released(lang: Lang) -> Released:
    """The hashes that the product carries of a language; none where it carries none."""
    path = released_path(lang)
    return Released(frozenset(_unpacked(path.read_bytes()) if path.exists() else ()))


def packed(hashes: Iterable[bytes]) -> bytes:
    """Hashes as they are stored: sorted, one after the other."""
    return b"".join(sorted(set(hashes)))


def _unpacked(content: bytes) -> Iterator[bytes]:
    return (content[at : at + _BYTES] for at in range(0, len(content), _BYTES))
