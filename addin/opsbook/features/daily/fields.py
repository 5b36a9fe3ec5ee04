"""Every base field: what exports give and operators type in.

A field declares its unit and, per dimension, how it adds up.
"""

from opsbook.model.language import Label
from opsbook.model.records.field import Field
from opsbook.model.schema import FOUND, Column, Kind
from opsbook.model.units import Adding, Unit

SUM, PEOPLE, MEAN, LAST = Adding.SUM, Adding.SUM_OF_DAYS, Adding.MEAN, Adding.LAST
REFUSED = Adding.REFUSED


def _people(name: str, zh: str, en: str) -> Field:
    return Field(
        name,
        Label(zh, en),
        Unit.COUNT,
        PEOPLE,
        REFUSED,
        Label("多日为日累加，不是平台去重人数", "days are added, not de-duplicated"),
    )


def _count(name: str, zh: str, en: str) -> Field:
    return Field(name, Label(zh, en), Unit.COUNT, SUM, SUM)


def _amount(name: str, zh: str, en: str) -> Field:
    return Field(name, Label(zh, en), Unit.AMOUNT, SUM, SUM)


def _last(name: str, zh: str, en: str, unit: Unit) -> Field:
    return Field(name, Label(zh, en), unit, LAST, REFUSED)


FIELDS: tuple[Field, ...] = (
    _people("visitors", "访客数", "Visitors"),
    _count("pageviews", "浏览量", "Page views"),
    Field(
        "bounce_rate", Label("跳失率", "Bounce rate"), Unit.RATE, MEAN, REFUSED, Label("多日取日均", "mean of the days")
    ),
    Field("stay_seconds", Label("平均停留时长", "Stay seconds"), Unit.SECONDS, MEAN, REFUSED),
    _people("fav_users", "收藏人数", "Favourite users"),
    _people("cart_users", "加购人数", "Cart users"),
    _people("order_buyers", "下单买家数", "Order buyers"),
    _amount("order_amount", "下单金额", "Order amount"),
    _people("buyers", "支付买家数", "Buyers"),
    _count("orders", "支付订单数", "Orders"),
    _count("items", "支付件数", "Items sold"),
    _amount("gmv", "支付金额", "GMV"),
    _people("new_buyers", "支付新买家数", "New buyers"),
    _people("old_buyers", "支付老买家数", "Returning buyers"),
    _people("new_visitors", "新访客数", "New visitors"),
    _amount("refund_amount", "成功退款金额", "Refund amount"),
    _people("inquiries", "询单人数", "Inquiries"),
    _people("inquiry_buyers", "询单成交人数", "Inquiry buyers"),
    _count("impressions", "展现量", "Impressions"),
    _count("clicks", "点击量", "Clicks"),
    _amount("ad_spend", "花费", "Ad spend"),
    _amount("ad_gmv", "推广成交金额", "Ad GMV"),
    _count("ad_orders", "推广成交笔数", "Ad orders"),
    _amount("direct_gmv", "直接成交金额", "Direct GMV"),
    Field("exit_rate", Label("详情页跳出率", "Exit rate"), Unit.RATE, MEAN, REFUSED),
    _people("presale_buyers", "预售买家数", "Presale buyers"),
    Field("peer_cvr", Label("同行转化率", "Peer conversion"), Unit.CONVERSION, MEAN, REFUSED),
    _last("rank", "行业排名", "Industry rank", Unit.COUNT),
    _last("dsr_item", "描述评分", "Item score", Unit.SCORE),
    _last("dsr_service", "服务评分", "Service score", Unit.SCORE),
    _last("dsr_logistics", "物流评分", "Logistics score", Unit.SCORE),
    _last("shop_tier", "店铺层级", "Shop tier", Unit.COUNT),
    _count("violation_points", "违规扣分", "Violation points"),
    _count("negative_reviews", "中差评数", "Negative reviews"),
    Field("ship_hours", Label("发货时长", "Ship hours"), Unit.HOURS, MEAN, REFUSED),
    Field("main_item_aov", Label("主推款客单价", "Main item AOV"), Unit.PRICE, MEAN, REFUSED),
    _amount("cogs", "成本", "Cost of goods"),
    _amount("goal", "日目标", "Day goal"),
    Field("target_cvr", Label("目标转化率", "Target conversion"), Unit.CONVERSION, MEAN, REFUSED),
    Field("target_aov", Label("目标客单价", "Target AOV"), Unit.PRICE, MEAN, REFUSED),
)

FIELD: dict[str, Field] = {field.id: field for field in FIELDS}


def field_column(name: str, zh: str = "", en: str = "", kind: Kind = Kind.FACT) -> Column:
    """A column that holds a field, under its own label or another."""
    known = FIELD[name]
    label = Label(zh or known.label.zh, en or known.label.en) if zh or en else known.label
    return Column(name, label, known.unit, kind)


def field_columns(*names: str) -> tuple[Column, ...]:
    """Columns that hold fields, under their own labels."""
    return tuple(field_column(name) for name in names)


def typed_column(name: str) -> Column:
    """A column that holds a field the operator types in."""
    return field_column(name, kind=Kind.YOURS)


def found_column(name: str, since: int) -> Column:
    """The column beside a typed one: what files say of the field, so that they never write into what people typed."""
    typed = typed_column(name)
    label = Label(f"{typed.label.zh}{FOUND.zh}", f"{typed.label.en}{FOUND.en}")
    return Column(f"{name}_found", label, typed.unit, since=since, found_for=name)
