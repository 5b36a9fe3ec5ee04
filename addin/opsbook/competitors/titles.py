"""How alike two item titles are: copycats take a title over, move its words about and add promises."""

import re
from unicodedata import normalize

PROMOTIONAL = (
    "官方旗舰店", "旗舰店", "专卖店", "官方正品", "正品保证", "包邮", "现货", "当天发", "新款", "爆款", "热卖", "热销",
    "清仓", "特价", "秒杀", "限时", "促销", "折扣", "优惠", "买一送一", "送运费险", "同款", "网红", "抖音", "直播", "淘宝", "天猫",
)  # fmt: skip
"""Words of titles that say nothing about the goods; longer ones stand before their parts."""

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)年?款?")
_NOT_WORD = re.compile(r"[^\w.]+|_+|(?<!\d)\.|\.(?!\d)")  # the point of 1.8m stays
_PROMOTION = re.compile("|".join(PROMOTIONAL))


def normalized_title(title: str) -> str:
    """Reduce a title to what it says about the goods.

    Args:
        title: as shown on the item's page.

    Returns:
        Full-width as half-width, lower case, without promotional words, years, punctuation and spaces.

    >>> normalized_title("【２０２６新款】法式 碎花连衣裙，包邮！")
    '法式碎花连衣裙'
    """
    plain = _YEAR.sub("", normalize("NFKC", title).casefold())
    return _PROMOTION.sub("", _NOT_WORD.sub("", plain))


def title_letters(title: str | None) -> str | None:
    """Sort the characters of what a title says about the goods, so that titles can be compared in any order.

    Args:
        title: as shown on the item's page; None when missing.

    Returns:
        The characters in order; None when there are none.
    """
    return "".join(sorted(normalized_title(title))) or None if title is not None else None


def letters_similarity(first: str | None, second: str | None) -> float | None:
    """Say how much two titles share, given what `title_letters` made of them."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - not needed to start

    return Indel.normalized_similarity(first, second) if first and second else None


def title_similarity(first: str | None, second: str | None) -> float | None:
    """Say how alike two item titles are: what share of their characters they have in common, in any order.

    The order does not count, because those who copy a title move its words about: of the labelled pairs of titles in
    `tests/competitors`, order tells copies from other goods of the kind worse than no order.

    Args:
        first: a title; None when missing.
        second: another.

    Returns:
        0 (nothing in common) to 1 (the same characters once normalised), symmetric; None when a title is missing or
        says nothing about the goods.

    >>> title_similarity("法式碎花连衣裙", "【新款】碎花连衣裙 A字")
    0.7142857142857143
    """
    return letters_similarity(title_letters(first), title_letters(second))
