"""How alike two item titles are: copycats take a title over, move its words about and add promises."""

import re
from collections import Counter
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


def title_letters(title: str | None) -> frozenset[str] | None:
    """Take the characters of what a title says about the goods, so that titles can be compared in any order.

    Args:
        title: as shown on the item's page; None when missing.

    Returns:
        Each character, one that comes again as often as it has come; None when there are none.

    >>> sorted(title_letters("棉A棉"))
    ['a', '棉', '棉棉']
    """
    times: Counter[str] = Counter()
    letters = set()
    for sign in normalized_title(title or ""):
        times[sign] += 1
        letters.add(sign * times[sign])
    return frozenset(letters) or None


def letters_similarity(first: frozenset[str] | None, second: frozenset[str] | None) -> float | None:
    """Say how much two titles share, given what `title_letters` made of them.

    It is rapidfuzz's `Indel.normalized_similarity` of the sorted characters, which a set tells as fast without loading it.
    """
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else None


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
