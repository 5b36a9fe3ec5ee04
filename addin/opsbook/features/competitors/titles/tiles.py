"""What two titles have in common, wherever it stands: operators move the words of a title about.

Source: greedy string tiling, after M. J. Wise, String Similarity via Greedy String Tiling and Running Karp-Rabin Matching
(1993).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opsbook.features.competitors.titles.letters import Letters

_BEGINS = frozenset("大中小高低新老多无不超厚薄长短单双加可带防")
"""Letters that begin a word more often than they end one."""

Titles = tuple[Letters, Letters]


@dataclass(frozen=True, slots=True)
class Tile:
    """Letters that both titles have.

    Args:
        at: the place it begins at in the one title and in the other.
        size: how many letters.
    """

    at: tuple[int, int]
    size: int

    def places(self, title: int) -> range:
        """The letters it covers in one of the titles."""
        return range(self.at[title], self.at[title] + self.size)


def tiles(titles: Titles) -> list[Tile]:
    """Find what two titles have in common, in whole words.

    Args:
        titles: the one and the other.
    """
    left, right = ([*title.read] for title in titles)
    found: list[Tile] = []
    while (tile := _longest(titles, left, right)).size:
        for letters, one in ((left, 0), (right, 1)):
            letters[tile.at[one] : tile.at[one] + tile.size] = ["\0" * (one + 1)] * tile.size
        found.append(tile)
    for one in (0, 1):
        found = [tile for cut in _completed(titles, found, one) if (tile := _in_words(titles, cut)).size]
    return found


def covered(found: Sequence[Tile], title: int) -> frozenset[int]:
    """The letters of one of the titles that are in both."""
    return frozenset(place for tile in found for place in tile.places(title))


def _longest(titles: Titles, left: Sequence[str], right: Sequence[str]) -> Tile:
    """The longest common run of whole words among the letters that are left; the first of several."""
    best, after = Tile((0, 0), 0), [0] * (len(right) + 1)
    for i in range(len(left) - 1, -1, -1):
        runs = [0] * (len(right) + 1)
        for j in range(len(right) - 1, -1, -1):
            if left[i] == right[j]:
                runs[j] = after[j + 1] + 1
                if runs[j] >= best.size:
                    tile = _in_words(titles, Tile((i, j), runs[j]))
                    best = tile if tile.size >= max(best.size, 1) else best
        after = runs
    return best


def _in_words(titles: Titles, tile: Tile) -> Tile:
    """A tile without the parts of words at its ends; a single letter counts only where it is a word of its own."""
    (i, j), size = tile.at, tile.size
    old, new = titles
    while size and (i in old.inside or j in new.inside):
        i, j, size = i + 1, j + 1, size - 1
    while size and (i + size in old.inside or j + size in new.inside):
        size -= 1
    alone = size == 1 and not (old.is_word(i, 1) and new.is_word(j, 1))
    return Tile((i, j), 0 if alone else size)


def _completed(titles: Titles, found: Sequence[Tile], title: int) -> Iterator[Tile]:
    """The tiles without the letters that make words of the single letters between them: 蓬松 became 蓬软, not 松 软."""
    last, first = _taken(titles, found, title)
    for tile in found:
        places = tile.places(title)
        end, start = int(places.stop in last), int(places.start in first)
        yield Tile((tile.at[0] + start, tile.at[1] + start), tile.size - start - end)


def _taken(titles: Titles, found: Sequence[Tile], title: int) -> tuple[frozenset[int], frozenset[int]]:
    """Where tiles end that give their last letter away, and where those begin that give their first."""
    mine, ours, theirs = titles[title], covered(found, title), covered(found, 1 - title)
    free = {letter for at, letter in enumerate(titles[1 - title].read) if at not in theirs}
    alone = [
        at
        for at, letter in enumerate(mine.read)
        if at not in ours and letter not in free and not mine.is_word(at, 1) and _is_alone(mine, at, ours)
    ]
    ahead = {at for at in alone if at + 1 not in mine.ends and (at in mine.ends or mine.read[at] in _BEGINS)}
    behind = {at for at in alone if at not in ahead and at not in mine.ends}
    return frozenset(behind), frozenset(at + 1 for at in ahead)


def _is_alone(title: Letters, at: int, ours: frozenset[int]) -> bool:
    """Whether the letters next to one stand in both titles, or belong to other words."""
    return (at in title.gaps or at - 1 in ours) and (at + 1 in title.gaps or at + 1 in ours)
