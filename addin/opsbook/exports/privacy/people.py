"""People in the text of a cell: phones, identity cards, e-mail, house addresses, labelled names.

A rare name alone cannot be told from a word, nor an address without a house number from where goods come from: such columns
are kept outside by their headers, and of what is left nothing is shown that may be somebody.

Source: numbering of mainland phones (mobiles 1[3-9] and nine digits; areas 010, 02x, 0[3-9]xx); GB 11643-1999 (identity cards).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from opsbook.exports.privacy.people_abroad import is_contact
from opsbook.exports.privacy.people_names import is_name

HIDDEN = "***"
_LINK = re.compile(r"(?:https?:)?//[!-~]+", re.IGNORECASE)
_ASCII = str.maketrans({0xFF01 + at: 0x21 + at for at in range(94)} | {0x3000: " "})  # one sign for one sign
_HAS_NUMBER = re.compile(r"\d{3}|@")
# what every match of `_HOUSE` holds; few texts do
_HAS_HOUSE = re.compile(r"[道路街巷弄同村楼栋幢座] ?[\dA-Za-z一二三四五六七八九十百-]{1,6} ?[号弄单室]|街道|小区")
_AREA = r"0(?:10|2\d|[3-9]\d\d)"
_CARD = r"(?<!\d)(?P<card>[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![\dA-Za-z])"
_NUMBERS = re.compile(
    r"(?<!\d)(?:\(?(?:\+|00)?86\)?[ -]?)?1[3-9]\d(?:[ .-]?\d{4}){2}(?!\d)"
    r"|(?<!\d)(?:1[3-9]\d[xX]{4}\d{4}|\d{3,}[*•●]{4,}[\dXx]*)"
    rf"|(?<![\d.-])(?:\({_AREA}\)[ -]?|{_AREA}[ -])[1-9]\d{{6,7}}(?:(?:[ -]|转)\d{{1,5}})?(?!\d)"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![\dA-Za-z.])\+\d(?:[ ().-]{0,2}\d){8,14}(?!\d)"  # a phone of any country
    rf"|{_CARD}"
)
# Patterns few texts come to are left to `re` to compile when one does: that takes longer than all else here.
_LABELLED = r"(?i:(?:收货人|收件人|联系人|姓名|昵称|买家|旺旺|微信号?|qq号?|手机号?码?|电话|联系方式|地址|身份证号?码?) ?: ?[^\s,;。|]+)"
_COUNT = r"[\dA-Za-z一二三四五六七八九十百-]{1,6}"
_INSIDE = rf"(?:{_COUNT}(?:号楼|栋|幢|座|单元|门|层|楼|室|户|号))"
# What else is numbered beside a road: 网路5号线, 丝路1号店, 一路2号色.
_HOUSE = (
    rf"(?<![思套线网丝电出])(?:大道|路|街|巷|弄|胡同|村) ?{_COUNT} ?(?:号(?![线店色款码机链])|弄)(?: ?[一-鿿]{{0,10}}{_INSIDE}+)?"
    rf"|{_COUNT}(?:号楼|栋|幢|座) ?{_COUNT}(?:单元|室)(?:\d{{2,5}}(?:室|户)?)?"
    r"|(?<=[省市区])[一-鿿]{1,7}?[市区县][一-鿿]{1,8}?(?:街道|小区)[一-鿿]{0,12}"
)
_BEFORE_HOUSE = r"(?:[一-鿿]{1,8}?(?:省|自治区|市|区|县|州|盟|旗|镇|乡|街道|村)){0,5}[一-鿿]{0,8}$"
_REACH = 40
_WEIGHTS, _CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "石廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔向汤"
)
_NAME = rf"(?:欧阳|司马|诸葛|上官|尉迟|皇甫|夏侯|司徒|慕容)[一-鿿]{{1,3}}|[{_SURNAMES}][一-鿿]{{1,2}}"


@lru_cache(maxsize=65536)  # a title comes again every day
def mask(text: str) -> str:
    """Hide people in a text that is kept: a title, a keyword, a plan, a file's name.

    Args:
        text: a cell.

    Returns:
        The text with `***` in place of phones (masked ones such as 138****0000 too), identity cards, e-mail, addresses with a
        house number and whatever follows words such as 收货人.

    >>> mask("四件套 文三路９９号 13800001234")
    '四件套 *** ***'
    """
    plain = text.translate(_ASCII)
    if _LINK.fullmatch(plain):
        return text  # the number of an item stands in its link
    kept, at = "", 0
    for start, end in sorted(_people(plain)):
        if end > at:
            kept, at = kept + text[at : max(start, at)] + (HIDDEN if start >= at else ""), end
    return kept + text[at:]


def _people(plain: str) -> Iterator[tuple[int, int]]:
    """Where a text speaks of people."""
    if _HAS_NUMBER.search(plain):
        cards = _NUMBERS.finditer(plain)
        yield from (found.span() for found in cards if found["card"] is None or _is_card(found["card"]))
    if ":" in plain:
        yield from (found.span() for found in re.finditer(_LABELLED, plain))
    if _HAS_HOUSE.search(plain):
        for found in re.finditer(_HOUSE, plain):
            before = re.search(_BEFORE_HOUSE, plain[max(0, found.start() - _REACH) : found.start()])
            yield found.start() - len(before[0] if before else ""), found.end()


def _is_card(digits: str) -> bool:
    """Whether eighteen signs carry the check sign of an identity card."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11] == digits[17].upper()


def tells_of_people(text: str) -> bool:
    """Whether a cell says who somebody is: it holds something `mask` hides, or is nothing but a name, a phone, an address.

    Args:
        text: a cell.
    """
    return has_contact(text) or re.fullmatch(_NAME, text.translate(_ASCII).strip()) is not None or is_name(text)


def has_contact(text: str) -> bool:
    """Whether a cell holds something `mask` hides, or is a phone, a number of a person or an address of any country."""
    return mask(text) != text or is_contact(text.translate(_ASCII))


def holds_people(cells: Iterable[str]) -> bool:
    """Whether a column that is called otherwise holds people: more than one in ten of its cells says who somebody is.

    Args:
        cells: the column below its header; blank ones do not count.
    """
    return share_tells(cells, tells_of_people)


def share_tells(cells: Iterable[str], tells: Callable[[str], bool]) -> bool:
    """Whether more than one in ten of the filled cells tells something."""
    filled = [text for text in cells if text.strip()]
    return sum(map(tells, filled)) * 10 > len(filled)
