"""淘宝 / 天猫 已卖出的宝贝: the list of orders and the list of items ordered.

买家实际支付金额 is what the seller is left with: of an order that was given back in part or whole, 退款金额 is off it already
(the two come to 总金额 in real files). Lists without the column 退款金额 therefore tell net amounts.

Source: ExportOrderList of 2012 (32 columns) and of about 2018 (54), ExportOrderDetailList of 2019 (10), CSV in GBK and later
.xlsx; names that programs of 2025 read of the list of items. Seen in real files: `="…"` and 1.37359E+14 as order numbers, rows of commas, ragged rows, blanks behind headers.
"""

from dataclasses import replace

from opsbook.features.daily.tables import SHOP_DAY
from opsbook.model.orders import GIVEN_BACK, Orders
from opsbook.model.records.export import Importer, Source

_REFUNDED = "退款金额"
_UNPAID, _CLOSED, _PAID = ("等待买家付款",), ("交易关闭",), ("交易成功", "买家已付款")

_ORDERS = Orders(
    number=("订单编号",),
    status=("订单状态",),
    created=("订单创建时间",),
    buyer=("买家会员名",),
    unpaid=_UNPAID,
    closed=_CLOSED,
    paid=_PAID,
    counted=False,  # one row is a whole order; 支付订单数 of the workbook are sub-orders, one per item ordered
    net=True,
)

LIST = Importer(
    id="taobao-orders",
    name="淘宝 订单报表（已扣退款）",
    formerly=("淘宝 订单报表",),
    table=SHOP_DAY,
    needs=("date", "gmv"),
    marks=("订单编号",),
    never=("子订单编号", "购买数量", _REFUNDED, *GIVEN_BACK),
    columns=(
        Source("date", ("订单付款时间",)),
        # 总金额 and 买家应付货款 are what was asked; only this is what was paid.
        Source("gmv", ("买家实际支付金额", "买家实付金额")),
        Source("items", ("宝贝总数量",)),
    ),
    aside=(
        *(
            "订单编号",
            "主订单编号",
            "订单状态",
            "订单创建时间",
            "买家应付货款",
            "买家应付邮费",
            "买家支付积分",
            "总金额",
        ),
        *("返点积分", "买家实际支付积分", "运送方式", "宝贝标题", "宝贝种类", "物流单号", "物流公司", "订单备注"),
        *("店铺Id", "订单关闭原因", "卖家服务费", "买家服务费", "是否手机订单", "分阶段订单信息", "特权订金订单id"),
        *("是否上传合同照片", "是否上传小票", "是否代付", "定金排名", "修改后的sku", "异常信息", "天猫卡券抵扣"),
        *("集分宝抵扣", "是否是O2O交易", "新零售交易类型", "新零售导购门店名称", "新零售导购门店id"),
        *("新零售发货门店名称", "新零售发货门店id", "预约门店", "确认收货时间", "打款商家金额"),
        *("含应开票给个人的个人红包", "预售订单", "发货时间", "商家备忘", "淘特订单"),
    ),
    evidence="A",
    orders=_ORDERS,
)

WITH_REFUNDS = replace(
    LIST,
    id="taobao-orders-with-refunds",
    name="淘宝 订单报表（含退款金额）",
    formerly=(),
    marks=(*LIST.marks, _REFUNDED),
    aside=(*LIST.aside, _REFUNDED),
    never=tuple(name for name in LIST.never if name != _REFUNDED),
    orders=replace(_ORDERS, refunded=(_REFUNDED,), asked=("总金额",), net=False),
)

ITEMS = Importer(
    id="taobao-order-items",
    name="淘宝 宝贝报表（订单明细）",
    table=SHOP_DAY,
    needs=("items",),
    marks=("标题", "价格", "订单状态"),
    never=("宝贝总数量", "总金额", *GIVEN_BACK),
    columns=(
        Source("date", ("订单付款时间",)),  # the older files have none: they are named, and refused
        Source("items", ("购买数量",)),
    ),
    aside=(
        *("订单编号", "主订单编号", "子订单编号", "标题", "价格", "商品标题", "商品价格", "外部系统编号", "商品属性"),
        *(
            "套餐信息",
            "备注",
            "备注标签",
            "订单状态",
            "商家编码",
            "支付单号",
            "买家应付货款",
            "买家实付金额",
            "退款状态",
        ),
        *("退款金额", "订单创建时间", "发货时间", "应发货时间", "物流单号", "物流公司", "商品ID", "淘鲜达渠道"),
        *("飞猪购订单信息", "免单资格", "免单金额", "百亿补贴超链订单信息", "超链半托管订单信息", "主动赔付金额"),
        "主动赔付出账时间",
    ),
    evidence="B",
    orders=Orders(
        number=("子订单编号", "订单编号", "主订单编号"),
        status=("订单状态",),
        created=("订单创建时间",),
        unpaid=_UNPAID,
        closed=_CLOSED,
        paid=_PAID,
    ),
)

ITEMS_2025 = replace(
    ITEMS,
    id="taobao-order-items-2025",
    name="淘宝 宝贝报表（2025 年起）",
    marks=("商品标题", "商品价格", "订单状态"),
)
