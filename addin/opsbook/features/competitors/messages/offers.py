"""Messages about competitors nobody watches: whose items were logged, to whom customers were lost, whose news is left out."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str) -> Message:
    return Message(Label(zh, en), Label("", ""))


PEER_OFFERS: dict[str, Message] = {
    "offer-peers": _said(
        "日志里有 {count} 家店不在竞店名单里：{shops}。想关注就运行：",
        "Shops of the log that are not watched ({count}): {shops}. To watch them, run:",
    ),
    "offer-peer": _said("  opsbook peers add {book} {shop}", "  opsbook peers add {book} {shop}"),
    "offer-takers": _said(
        "流失去向里有 {count} 家店不在竞店名单里：{shops}。想关注就运行：",
        "Shops that took customers and are not watched ({count}): {shops}. To watch them, run:",
    ),
    "offer-numbers": _said(
        "流失去向里有 {count} 家只有商家编号：{shops}。打开它的商品页看店名和价格，填进下面再运行，以后这个编号就认得：",
        "Shops that took customers and are known by number only ({count}): {shops}. Open the item's page, fill in its shop "
        "and price and run this; the number is known from then on:",
    ),
    "offer-number": _said(
        "  opsbook peers log {book} --item {item} --shop 店名 --price 券后价",
        "  opsbook peers log {book} --item {item} --shop NAME --price PRICE",
    ),
    "other-events": _said(
        "  另有 {count} 条来自不在名单里的店，见「竞品日志」的动态",
        "  Events of shops that are not in the list: {count}, see Peer log",
    ),
    "taker": _said("{shop}（{amount}{users}）", "{shop} ({amount}{users})"),
}
