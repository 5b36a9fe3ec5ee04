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


def title_similarity(first: str | None, second: str | None) -> float | None:
    """Say how alike two item titles are.

    Half of it is how much text they share in the same order, half how many characters they share in any order.

    Args:
        first: a title; None when missing.
        second: another.

    Returns:
        0 (nothing in common) to 1 (the same once normalised), symmetric; None when a title is missing or says nothing
        about the goods.

    >>> title_similarity("法式碎花连衣裙", "【新款】碎花连衣裙 法式")
    0.8571428571428572
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - not needed to start

    if first is None or second is None:
        return None
    one, other = normalized_title(first), normalized_title(second)
    if not one or not other:
        return None
    in_order = Indel.normalized_similarity(one, other)
    in_any_order = Indel.normalized_similarity(sorted(one), sorted(other))
    return (in_order + in_any_order) / 2
