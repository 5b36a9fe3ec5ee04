"""Buyers' personal data stays outside: what must not be kept, named or quoted."""

import re

from opsbook.importers.normalize import clean, plain_header

_PERSONAL = re.compile(
    r"会员名|买家(?:昵称|旺旺|姓名|账号|支付宝|留言|id|名)|客户(?:昵称|姓名|账号)|用户(?:昵称|姓名|购买手机)|昵称"
    r"|收货人(?!数)|收件人|姓名|地址|电话|手机(?!端|订单)|支付宝|身份证|旺旺(?:号|id|名)|发票抬头|邮箱|微信号|银行卡"
    r"|e-?mail|phone|mobile|address|street|(?:buyer|customer|recipient|billing|shipping).*name|recipient|zip(?:code)?$|postcode"
)
_MOBILE = re.compile(r"(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)")
_LONGEST = 40


def is_personal(header: str) -> bool:
    """Whether a column holds names, phones, addresses or accounts of people."""
    return _PERSONAL.search(plain_header(header)) is not None


def quote(text: str) -> str:
    """Shorten a cell for a message and hide phone numbers in it."""
    bare = _MOBILE.sub("***", clean(text))
    return bare if len(bare) <= _LONGEST else bare[:_LONGEST] + "…"
