"""A title as its letters, and where among them words may end."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from opsbook.features.competitors.titles.lexicon import words_of_titles

_BETWEEN = re.compile(r"[^\w.+%*×]+|_+|(?<!\d)\.|\.(?!\d)")  # 1.8m and 200*230 stay what they are

_WORD = 2  # letters of most Chinese words


@dataclass(frozen=True, slots=True)
class Letters:
    """A title without spaces and punctuation; places between letters are counted, 0 is before the first.

    Args:
        shown: its letters as they stand in the title.
        read: the same, capitals as small ones.
        gaps: places where the title begins, ends, or has a space or punctuation.
        ends: places where a word may end: gaps, and either side of a word that is known.
        inside: places within a word that is known.
        weights: what each letter counts: those of a figure or a Latin word count together as much as two Chinese ones.
    """

    shown: Sequence[str]
    read: Sequence[str]
    gaps: frozenset[int]
    ends: frozenset[int]
    inside: frozenset[int]
    weights: Sequence[float]

    def is_word(self, start: int, size: int) -> bool:
        """Tell whether letters from a place on are a word of their own."""
        return start in self.ends and start + size in self.ends

    def pieces(self, passed_over: Collection[int]) -> Iterator[str]:
        """Read out the letters that are not passed over, run by run."""
        run = ""
        for at, letter in enumerate(self.shown):
            if at in passed_over:
                if run:
                    yield run
                run = ""
            else:
                run += f" {letter}" if run and at in self.gaps else letter
        if run:
            yield run


def bare_title(title: str) -> str:
    """Reduce a title to its letters: width, capitals, spaces and punctuation do not matter.

    >>> bare_title("【纯棉】　Ｔ恤 1.8M")
    '纯棉t恤1.8m'
    """
    return _BETWEEN.sub("", normalize("NFKC", title).lower())


def letters_of(title: str) -> Letters:
    """Take a title apart.

    Args:
        title: as shown on the item's page.
    """
    runs = [run for run in _BETWEEN.split(normalize("NFKC", title)) if run]
    shown = "".join(runs)
    read = "".join(letter.lower()[:1] for letter in shown)
    gaps = [0]
    for run in runs:
        gaps.append(gaps[-1] + len(run))
    spans = [found.span() for start, end in pairwise(gaps) for found in words_of_titles().finditer(read, start, end)]
    ends = frozenset((*gaps, *(place for span in spans for place in span)))
    inside = frozenset(at for start, end in spans for at in range(start + 1, end))
    weights = [1.0] * len(shown)
    for start, end in spans:
        if read[start].isascii():
            weights[start:end] = [min(1, _WORD / (end - start))] * (end - start)
    return Letters(shown, read, frozenset(gaps), ends, inside, weights)
