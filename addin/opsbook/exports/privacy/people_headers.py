"""Whether a column is about people by its header, in whatever language."""

import re
from functools import lru_cache

from opsbook.exports.platforms.normalize import plain_header
from opsbook.exports.privacy.header_words import (
    CONTACT,
    KIND,
    MADE_FOR,
    NAME,
    NUMBERED,
    PLACE,
    THING,
    WHO,
    is_counted,
    words_of,
)

# Chinese has no blanks: what a word is depends on the signs beside it.
_CHINESE = re.compile(
    r"会员名|会员昵称|买家(?:昵称|旺旺|姓名|账号|支付宝|留言|手机|id|名|$)|客户(?:昵称|姓名|名称|账号|手机|id|$)"
    r"|用户(?:昵称|姓名|名称|账号|手机|id|购买手机|名)|昵称|收货人(?!数)|收货信息|收件人|联系人(?!数)|联系方式|姓名|(?<![账帐])户名"
    r"|付款人(?!数)|下单人(?!数)|签收人(?!数)|寄件人|发件人|(?<!链接)(?<!图片)(?<!页面)(?<!网页)地址(?!簿)"
    r"|电话(?!手表|卡|机)|手机(?!端|订单|壳|膜|店|淘宝|访客|支架|品牌|型号)|支付宝|身份证|护照|旺旺(?:号|id|名)"
    r"|发票抬头|邮箱|邮编|邮政编码|门牌|微信(?:号|昵称|$)|qq号|银行卡|生日|出生"
)


@lru_cache(maxsize=4096)
def names_people(header: str) -> bool:
    """Whether a header says that names, phones, addresses, numbers or accounts of people stand below it.

    A word of figures makes a figure of it, a product or a shop has a name of its own.

    Args:
        header: as the file spells it.

    >>> names_people("Nombre del comprador"), names_people("Nombre del producto"), names_people("Phone case sales")
    (True, False, False)
    """
    said = words_of(header)
    if is_counted(said):
        return False
    nobody = any(one.said_in(said) for one in (THING, PLACE, MADE_FOR))
    return names_people_surely(header) or (NAME.said_in(said) and not nobody)


@lru_cache(maxsize=4096)
def names_people_surely(header: str) -> bool:
    """Whether a header says so by more than a bare Name, which may be that of a product too."""
    said = words_of(header)
    if is_counted(said):
        return False
    if _CHINESE.search(plain_header(header)) or (WHO.said_in(said) and not KIND.said_in(said)):
        return True
    return CONTACT.said_in(said) and not (MADE_FOR.said_in(said) or KIND.said_in(said))


@lru_cache(maxsize=4096)
def names_things(header: str) -> bool:
    """Whether a header says that goods, campaigns, channels and the like stand below it: names there are no person's."""
    said = words_of(header)
    return not names_people(header) and any(one.said_in(said) for one in (THING, PLACE, MADE_FOR))


@lru_cache(maxsize=4096)
def numbers_things(header: str) -> bool:
    """Whether a header says that figures, or numbers of goods and orders, stand below it: long digits there are no phone."""
    said = words_of(header)
    return not names_people(header) and (is_counted(said) or NUMBERED.said_in(said) or THING.said_in(said))


def is_figure(header: str) -> bool:
    """Whether a header names a figure."""
    return is_counted(words_of(header))
