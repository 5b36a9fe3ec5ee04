"""What an item's page shows, as plain figures and ids: plug-ins copy it word by word."""

import re
import unicodedata

from opsbook.exports.platforms.cells import bare_id
from opsbook.exports.platforms.normalize import clean

_IN_LINK = re.compile(r"[?&]id=(\d+)|/(\d{5,})\.html")
_ID = re.compile(r"(?:id|编号)?[:\s]*(\d+|\d{1,9}(?:[,\s]+\d{1,9})+)", re.IGNORECASE)
_PRICE = re.compile(r"(?:券后|到手|折后|活动|现)?价?[：:\s]*([^\d\s]?\s*\d.*?)\s*(?:起|\+)?")
_COUNT = re.compile(
    r"(?:第|no\.?|top|(?:近\s?30\s?天|30\s?天|本月|月)?(?:已售|销量|销|成交|售出)?出?[:\s]*)\s*"
    r"(\d[\d.,]*\s*[万w]?)\s*(?:\+|以上|多)?\s*"
    r"(?:人(?:付款|收货|购买|已买|评价)?|[件条单笔个名位]|条评价)?\s*\+?",
    re.IGNORECASE,
)


def item_id(text: str) -> str:
    """The digits of an item, out of its link or in groups; any other text, such as two ids, as it is.

    >>> item_id("https://item.example.com/item.htm?spm=a1&id=684120337756"), item_id("684 120,337"), item_id("B0C1")
    ('684120337756', '684120337', 'B0C1')
    """
    if text.isascii() and text.isdecimal():
        return text
    if link := _IN_LINK.search(text):
        return link[1] or link[2]
    found = _ID.fullmatch(unicodedata.normalize("NFKC", bare_id(text)))
    return re.sub(r"[,\s]", "", found[1]) if found else text


def count(text: str) -> str:
    """A count without the words around it; any other text as it is.

    >>> [count(text) for text in ("300+人付款", "已售 1.2万+", "月销500件", "第3名", "100-199")]
    ['300', '1.2万', '500', '3', '100-199']
    """
    if text.isascii() and text.isdecimal():
        return text
    found = _COUNT.fullmatch(unicodedata.normalize("NFKC", clean(text)))
    return found[1].strip().lower().replace("w", "万") if found else text


def price(text: str) -> str:
    """A price without the words around it, the lowest where a page shows it as such; any other text as it is.

    >>> [price(text) for text in ("券后¥88起", "到手价：79", "99.5+", "1.2万", "88-199")]
    ['¥88', '79', '99.5', '1.2万', '88-199']
    """
    found = _PRICE.fullmatch(clean(text))
    return found[1] if found else text
