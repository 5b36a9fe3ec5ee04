"""What words a changed title lost and gained."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from opsbook.features.competitors.titles.letters import bare_title, letters_of
from opsbook.features.competitors.titles.tiles import Titles, covered, tiles

KEPT = 0.45
"""Share of both titles' letters that must stand in both; below it the title was written anew.

Measured on the labelled titles in `tests/competitors`: where words were only moved or added, 0.6 and more stays.
"""

_BETWEEN = "、"


@dataclass(frozen=True, slots=True)
class TitleChange:
    """What became of a title.

    Args:
        before: the words that went, separated by 、; the whole title where it was written anew, or where its words only
            changed places; None for none.
        after: the words that came, likewise.
        anew: little of the old title is left.
    """

    before: str | None
    after: str | None
    anew: bool = False


def same_title(first: str, second: str) -> bool:
    """Say whether two titles read the same: width, capitals, spaces and punctuation do not matter.

    >>> same_title("【纯棉】　Ｔ恤", "纯棉t恤 ")
    True
    """
    return first == second or bare_title(first) == bare_title(second)


def changed_words(before: str, after: str) -> TitleChange:
    """Name the words that went and the words that came, wherever in the title they stand.

    Args:
        before: the old title.
        after: the new one.

    Returns:
        Whole words, as far as a title tells where they end.

    >>> changed_words("水洗棉四件套 夏季床单款", "秋冬水洗棉四件套 床单款")
    TitleChange(before='夏季', after='秋冬', anew=False)
    """
    titles = letters_of(before), letters_of(after)
    found = tiles(titles)
    both = [covered(found, one) for one in (0, 1)]
    gone, came = (_BETWEEN.join(title.pieces(kept)) for title, kept in zip(titles, both, strict=True))
    anew = _kept(titles, both) < KEPT
    return TitleChange(before, after, anew) if anew or not (gone or came) else TitleChange(gone or None, came or None)


def _kept(titles: Titles, both: Sequence[Collection[int]]) -> float:
    """The share of both titles that stands in both."""
    whole = sum(sum(title.weights) for title in titles)
    kept = sum(title.weights[at] for title, places in zip(titles, both, strict=True) for at in places)
    return kept / whole if whole else 0
