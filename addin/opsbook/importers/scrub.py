"""Buyers' personal data stays outside: what must not be kept, named or quoted.

Columns about people are never read, by their header or by what stands in them. In the text that is kept (titles, keywords,
plans, channels) phones, identity cards, e-mail and house addresses become `***`. Ids of signs and digits only stay whole: an old
item id looks like a phone. What a message quotes is hidden altogether when a person is in it.
"""

import re
from collections.abc import Sequence

from opsbook.importers.normalize import clean, plain_header
from opsbook.importers.people import HIDDEN, holds_people, mask, tells_of_people

_PERSONAL = re.compile(
    r"会员名|会员昵称|买家(?:昵称|旺旺|姓名|账号|支付宝|留言|手机|id|名|$)|客户(?:昵称|姓名|名称|账号|手机|id|$)"
    r"|用户(?:昵称|姓名|名称|账号|手机|id|购买手机)|昵称|收货人(?!数)|收货信息|收件人|联系人(?!数)|联系方式|姓名|地址|电话"
    r"|手机(?!端|订单)|支付宝|身份证|旺旺(?:号|id|名)|发票抬头|邮箱|微信号|微信昵称|qq号|银行卡|生日|出生"
    r"|e-?mail|phone|mobile|address|street|(?:buyer|customer|recipient|billing|shipping|user|nick|contact|receiver|consignee).*name"
    r"|recipient|zip(?:code)?$|postcode|postalcode|(?:buyer|customer|user)-?_?(?:id|nick)?$|openid|unionid"
)
_BARE = re.compile(r"[A-Za-z0-9_]+")
_LONGEST = 40
_SAMPLE = 500  # rows that are looked at


def is_personal(header: str) -> bool:
    """Whether a column holds names, phones, addresses or accounts of people, by its header."""
    return _PERSONAL.search(plain_header(header)) is not None or mask(clean(header)) != clean(header)


def is_about_people(rows: Sequence[Sequence[str]], position: int) -> bool:
    """Whether a column holds people though its header does not say so.

    Args:
        rows: data rows; of many a part is looked at, evenly spread.
        position: the column, from 0.
    """
    shown = rows[:: max(1, len(rows) // _SAMPLE)]
    return holds_people(clean(row[position]) for row in shown if position < len(row))


def hide_in_id(text: str) -> str:
    """Hide people in the text of an id column; a bare number or code stays as it is."""
    return text if _BARE.fullmatch(text) else mask(text)


def quote(text: str) -> str:
    """Shorten a cell for a message; one that tells of a person is hidden altogether."""
    bare = clean(text)
    if tells_of_people(bare):
        return HIDDEN
    return bare if len(bare) <= _LONGEST else bare[:_LONGEST] + "…"
