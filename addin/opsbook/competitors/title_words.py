"""What words a changed title lost and gained."""

from unicodedata import normalize

_ANOTHER_TITLE = 0.5  # share of text in common below which single words say nothing


def same_title(first: str, second: str) -> bool:
    """Say whether two titles read the same: full-width and half-width, one space or three do not matter.

    >>> same_title("纯棉　四件套", "纯棉 四件套 ")
    True
    """
    return first == second or _plain(first) == _plain(second)


def changed_words(before: str, after: str) -> tuple[str | None, str | None]:
    """Name the words that went and the words that came.

    Args:
        before: the old title.
        after: the new one.

    Returns:
        What only the old title has and what only the new one has, pieces separated by a space, None for nothing; the
        two whole titles where words only changed places or most of the text is new.

    >>> changed_words("水洗棉四件套 夏季床单款", "水洗棉四件套 秋冬床单款")
    ('夏季', '秋冬')
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - not needed to start

    old, new = _plain(before), _plain(after)
    steps = Indel.opcodes(old, new)
    gone = " ".join(old[one.src_start : one.src_end].strip() for one in steps if one.tag == "delete").strip()
    came = " ".join(new[one.dest_start : one.dest_end].strip() for one in steps if one.tag == "insert").strip()
    moved = sorted(gone.replace(" ", "")) == sorted(came.replace(" ", ""))
    if moved or Indel.normalized_similarity(old, new) < _ANOTHER_TITLE:
        return before, after
    return gone or None, came or None


def _plain(title: str) -> str:
    return " ".join(normalize("NFKC", title).split())
