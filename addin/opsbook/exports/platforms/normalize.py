"""Headers and text cells in one spelling, whoever exported them.

Source: header and value quirks seen in real exports of 生意参谋, 万相台, 京东商智 and 淘宝 orders.
"""

import re
import unicodedata
from functools import lru_cache

_FORMULA = re.compile(r'^="(.*)"$', re.DOTALL)
_UNIT = re.compile(r"[-_/]?\((?:元|秒|人|千元|万元?|亿元?)\)$|(?<=.)[-_/]?(?:千元|万元|亿元)$")
_SPACE = re.compile(r"[\s\ufeff\u200b]+")
_DASH = re.compile(r"[\u2010-\u2015\u2212]")
_BREAK = re.compile(r"[\t\r\n\v\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\u200b]")
_QUOTED_LEAST = 2


@lru_cache(maxsize=65536)  # states, zeros and blanks fill an export, and a cell is asked about several times
def clean(text: str) -> str:
    """Take off what exports wrap around a cell: BOM, TAB, blanks, a leading apostrophe, `="…"`.

    Args:
        text: a cell as the file holds it.

    Returns:
        The text itself; line breaks inside become blanks. A leading `=`, `+`, `-` or `@` stays: it is text.

    >>> clean('="601234567890"')
    '601234567890'
    """
    bare = text.strip(" ")
    if bare.isprintable() and not bare.startswith(("=", "'")):
        return bare  # nearly every cell
    bare = _CONTROL.sub("", _BREAK.sub(" ", bare)).strip()
    wrapped = _FORMULA.match(bare)
    return (wrapped[1] if wrapped else bare.removeprefix("'")).strip()


def plain_shop(shop: str) -> str:
    """A shop's name without the differences that do not matter."""
    return "".join(unicodedata.normalize("NFKC", shop).split()).casefold()


@lru_cache(maxsize=4096)
def plain_header(text: str) -> str:
    """Spell a header so that two spellings of the same column are equal.

    Args:
        text: a header as the file holds it.

    Returns:
        NFKC, lower case, every dash short, without white space, BOM, quotes around it, units such as `(元)` `(万元)`
        and `-全部渠道`.

    >>> plain_header(" 访客数-全部渠道")
    '访客数'
    """
    bare = _DASH.sub("-", _SPACE.sub("", unicodedata.normalize("NFKC", clean(text))).lower())
    if len(bare) > _QUOTED_LEAST and bare[0] == bare[-1] and bare[0] in "'\"":
        bare = bare[1:-1]
    bare = bare.removesuffix("'").removesuffix("-全部渠道")
    return _UNIT.sub("", bare)
