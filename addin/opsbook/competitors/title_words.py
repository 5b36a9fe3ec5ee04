"""What words a changed title lost and gained."""

from collections import Counter
from unicodedata import normalize

_PIECES = 3  # more of them are no words, but letters that happen to stand in the same order


def same_title(first: str, second: str) -> bool:
    """Say whether two titles read the same: width, capitals and spaces do not matter.

    >>> same_title("纯棉　Ｔ恤", "纯棉t恤 ")
    True
    """
    return first == second or _bare(first) == _bare(second)


def changed_words(before: str, after: str) -> tuple[str | None, str | None]:
    """Name the words that went and the words that came.

    Args:
        before: the old title.
        after: the new one.

    Returns:
        What only the old title has and what only the new one has, at most three pieces of each, separated by a space;
        None for nothing. The two whole titles where words changed places or most of the text is new.

    >>> changed_words("水洗棉四件套 夏季床单款", "水洗棉四件套 秋冬床单款")
    ('夏季', '秋冬')
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - not needed to start

    old, new = _plain(before), _plain(after)
    steps = Indel.opcodes(old, new)
    gone = [text for one in steps if one.tag == "delete" and (text := old[one.src_start : one.src_end].strip())]
    came = [text for one in steps if one.tag == "insert" and (text := new[one.dest_start : one.dest_end].strip())]
    scattered = max(len(gone), len(came)) > _PIECES or Indel.normalized_similarity(old, new) < 0.5
    if scattered or _moved("".join(gone), "".join(came)):
        return before, after
    return " ".join(gone) or None, " ".join(came) or None


def _moved(gone: str, came: str) -> bool:
    """Whether at least half of what went came again at another place."""
    return 2 * (Counter(gone) & Counter(came)).total() >= max(len(gone), 1)


def _bare(title: str) -> str:
    return _plain(title).casefold().replace(" ", "")


def _plain(title: str) -> str:
    return " ".join(normalize("NFKC", title).split())
