"""Order exports as shops download them; every buyer, address and number in them is invented and looks it."""

from exports.writers import Rows, csv, xlsx

TAB = "\t"


def names(listed: str) -> list[str]:
    """Headers from one line of them; blanks around them are the export's own."""
    return listed.split(",")


TAOBAO_2012 = names(
    "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,"
    "订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,"
    "物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单"
)
TAOBAO_2018 = TAOBAO_2012 + names(
    "分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,"
    "天猫卡券抵扣,集分宝抵扣,是否是O2O交易,新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,"
    "新零售发货门店id,退款金额,预约门店,确认收货时间,打款商家金额,含应开票给个人的个人红包"
)
DETAIL = names("订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码")
DETAIL_NEW = [
    *("子订单编号", *DETAIL),
    *names("支付单号,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间"),
]
PDD = names(
    "商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),"
    "商家实收金额(元),商品数量(件),收货人, 用户购买手机号,省,市,区,街道地址,发货时间,确认收货时间,商品id,商品规格,样式ID,"
    "商家编码-规格维度,商家编码-商品维度,商家备注,售后状态,快递单号,快递公司,订单成交时间"
)
SHOPIFY = names(
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,"
    "Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,"
    "Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Street,Billing Address1,Billing Zip,"
    "Billing Phone,Shipping Name,Shipping Address1,Notes,Cancelled at,Refunded Amount,Id,Tags,Phone"
)
DETAIL_2025 = names(
    "子订单编号,主订单编号,商品标题,商品价格,购买数量,外部系统编号,商品属性,订单状态,商家编码,支付单号,买家应付货款,买家实付金额,"
    "退款状态,退款金额,订单创建时间,订单付款时间,发货时间,物流单号,物流公司,应发货时间,商品 ID,备注标签"
)
REFUNDS_2017 = names(
    "订单编号,退款编号,支付宝交易号,订单付款时间,商家编码,退款完结时间,买家会员名称,买家实际支付金额,宝贝标题,买家退款金额,"
    "手工退款/系统退款,是否需要退货,退款的申请时间,超时时间,退款状态,货物状态,退货物流信息,发货物流信息,客服介入状态,卖家真实姓名,"
    "卖家退货地址,卖家邮编,卖家电话,卖家手机,退货物流单号,退货物流公司,买家退款原因,买家退款说明,买家退货时间,责任方,售中或售后,"
    "商家备注,完结时间,部分退款/全部退款,审核操作人,举证超时,是否零秒响应,退款操作人"
)
REFUNDS_2022 = [
    *("商品编码" if name == "商家编码" else name for name in REFUNDS_2017 if name != "买家会员名称"),
    *names("卖家真实姓名新,退款原因标签,业务类型,是否帮他退款,帮他退款操作账号"),
]
REFUNDS_2025 = names(
    "订单编号,退款编号,支付单号,订单付款时间,商品 id,商品编码,退款完结时间,买家实际支付金额,宝贝标题,买家退款金额,手工退款/系统退款,"
    "售后类型,退款的申请时间,超时时间,退款状态,货物状态,退货物流信息,发货物流信息,客服介入状态,卖家真实姓名,卖家退货地址,卖家手机,"
    "退货物流单号,退货物流公司,买家退款原因,买家退款说明,买家退货时间,责任方,售中或售后,商家备注,完结时间,部分退款/全部退款,"
    "退款操作人,退款原因标签,业务类型,备注标签"
)
DOUYIN_AFTER = names(
    "售后单号,订单号,商品单号,商品名称,商品ID,应付金额（元）,商品运费（元）,支付优惠（元）,商品税费（元）,商品发货状态,售后类型,"
    "退商品金额（元）,退运费金额（元）,退支付优惠（元）,退税费金额（元）,售后状态,售后申请时间,退款方式,售后原因,退货物流单号,"
    "商家退款时间,用户到账时间,商家退货地址,商家退货联系人姓名,商家退货联系人电话,售后完结时间,商家编码"
)
JD_AFTER = names(
    "服务单号,订单号,商品编号,商品名称,商品金额,商品数量,售后申请时间,客户期望,服务单状态,一级申请原因,二级申请原因,客户问题描述,"
    "返回方式,省,市,订单类型,审核结果,审核时间,运单号,快递公司,处理结果,退款金额,售后整体时长"
)
AMAZON_RETURNS = names(
    "return-date,order-id,sku,asin,fnsku,product-name,quantity,fulfillment-center-id,detailed-disposition,reason,status,"
    "license-plate-number,customer-comments"
)
APPLIED = "2026-06-17 09:12:44"
AMAZON_RETURN = [
    *("2026-06-17T10:00:00+00:00", "111-0000000-0000000", "DUVET-01", "B000000000", "X000000000", "Example duvet", 1),
    *("XXX1", "SELLABLE", "UNWANTED_ITEM", "Reimbursed", "LPN0", ""),
]
REFUNDED = (("180000000000001", "2026-06-14 10:00:00"), ("180000000000002", "2026-06-15 10:00:00"))
SOLD, SENT, PAID = "交易成功", "卖家已发货，等待买家确认", "买家已付款，等待卖家发货"
CLOSED, WAITING = "交易关闭", "等待买家付款"


def row(header: list[str], **values: object) -> list[object]:
    """One row by header; blanks behind a header do not matter, what is not named is empty."""
    bare = [name.strip() for name in header]
    assert not values.keys() - set(bare), values.keys() - set(bare)
    return [values.get(name, "") for name in bare]


def taobao(
    number: object, paid: object, amount: object, pieces: object = 1, state: str = SOLD, **more: object
) -> list[object]:
    """One order of ExportOrderList, of 2012 unless `header` says otherwise; made on the day it was paid."""
    header = more.pop("header", TAOBAO_2012)
    who = {
        "买家会员名": "示例买家甲",
        "买家支付宝账号": "nobody@example.com",
        "收货人姓名": "某某",
        "联系手机": "'13900000000",
    }
    where = {"收货地址": "示例省 示例市 示例路 1 号", "宝贝标题": "示例棉袄", "店铺名称": "示例旗舰店", "店铺Id": "0"}
    money = {"总金额": "999.00", "买家应付货款": "999.00", "买家实际支付金额": amount, "宝贝总数量": pieces}
    made = more.pop("made", paid or "2026-01-06 10:00:00")
    times = {"订单编号": number, "订单状态": state, "订单创建时间": made, "订单付款时间": paid}
    return row(header, **{**who, **where, **money, **times, **more})


def sub_order(number: str, paid: str, pieces: object, state: str = SOLD) -> list[object]:
    """One item ordered, of the newer list of items."""
    told = {"标题": "示例棉袄", "价格": "99.00", "购买数量": pieces, "买家实付金额": "89.00", "退款金额": "无退款申请"}
    times = {"订单创建时间": paid or "2026-01-06 10:00:00", "订单付款时间": paid}
    return row(DETAIL_NEW, 子订单编号=number, 订单编号="3100000000000000001", 订单状态=state, **told, **times)


def sub_order_2025(number: str, paid: str, pieces: object, state: str = SOLD) -> list[object]:
    """One item ordered, of the list of items of 2025."""
    told = {"商品标题": "示例四件套", "商品价格": "129.00", "购买数量": pieces, "退款金额": "无退款申请"}
    times = {"订单创建时间": paid or "2026-06-15 10:00:00", "订单付款时间": paid}
    return row(DETAIL_2025, 子订单编号=number, 主订单编号="3300000000000000010", 订单状态=state, **told, **times)


def refund(header: list[str], number: str, paid: str) -> list[object]:
    """One refund: the order's payment stands beside what was given back."""
    money = {"买家实际支付金额": "129.00", "买家退款金额": "129.00", "退款状态": "退款成功"}
    times = {"订单付款时间": paid, "退款的申请时间": APPLIED, "退款完结时间": APPLIED}
    return row(header, 订单编号="3300000000000000011", 退款编号=number, 宝贝标题="示例四件套", **money, **times)


def pdd(number: str, paid: str, amount: str, pieces: str = "1", state: str = "已收货") -> list[object]:
    """One order of 拼多多: text with a TAB behind it."""
    money = {"商品总价(元)": "99.00", "用户实付金额(元)": amount, "商家实收金额(元)": "999", "商品数量(件)": pieces}
    who = {"收货人": "某某", "用户购买手机号": "13900000000", "街道地址": "示例路 1 号"}
    told = {"商品": "示例电热毯", "订单号": number, "订单状态": state, "订单成交时间": paid, **money, **who}
    return [f"{value}{TAB}" for value in row(PDD, **told)]


def shopify(number: str, paid: str, total: str, pieces: object = 1, **more: object) -> list[object]:
    """One row of an order; without a total it is a further item of the order above."""
    first = {"Financial Status": "paid" if paid else "pending", "Paid at": paid, "Total": total, "Currency": "CNY"}
    who = {"Email": "nobody@example.com", "Billing Name": "No Body", "Billing Phone": "000"} if total else {}
    made = {"Name": number, "Created at": paid or "2026-01-06 10:00:00 +0800", "Lineitem quantity": pieces}
    return row(SHOPIFY, **{**(first if total else {}), **who, **made, **more})


OLD: Rows = [
    TAOBAO_2012,
    taobao('="284700000000001"', "2012-5-22 9:10", "20.50"),
    taobao('="284700000000002"', "2012-5-23 23:34", "100.00", 2, SENT, 买家会员名="示例买家乙"),
    taobao('="284700000000003"', "2012-5-23 0:00", "49.50", 1, PAID)[:25],
    taobao('="284700000000004"', "", "0.00", 1, WAITING)[:20],
    taobao('="284700000000005"', "2012-5-24 8:00", "70.00", 3),
    *([[""] * len(TAOBAO_2012)] * 30),
]
LATER: Rows = [
    TAOBAO_2018,
    taobao("'601000000000000001", "2026/1/5 0:00", "12.50元", header=TAOBAO_2018),
    taobao("'601000000000000002", "2026/1/6 23:59", "1,234.00", 4, header=TAOBAO_2018, made="2026/1/5 21:00"),
    # Paid and given back later: still paid that day, though nothing of it is left.
    taobao(
        "'601000000000000003", "2026/1/6 7:00", "0.00", 1, CLOSED, header=TAOBAO_2018, 退款金额="66.00", 总金额="66.00"
    ),
    taobao("'601000000000000004", "", "0", 1, CLOSED, header=TAOBAO_2018),
    taobao("'601000000000000005", "2026/1/7 7:00", "30", 1, SENT, header=TAOBAO_2018, 买家会员名="t**1"),
    # The same order once more, as when two files are pasted together.
    taobao("'601000000000000002", "2026/1/6 23:59", "1,234.00", 4, header=TAOBAO_2018, made="2026/1/5 21:00"),
    taobao("'601000000000000006", "2026/1/9 7:00", "88", header=TAOBAO_2018, made="2026/1/7 21:00"),
]
CASES: dict[str, tuple[str, bytes]] = {
    "taobao/orders-2012": ("ExportOrderList201205241650.csv", csv(OLD, "gbk")),
    "taobao/orders-2018": ("ExportOrderList202601201650.csv", csv(LATER, "gbk")),
    # The list of today with the columns of old: nothing says what was given back.
    "taobao/orders-net": (
        "ExportOrderList202601201651.csv",
        csv(
            [
                TAOBAO_2012,
                taobao("601000000000000011", "2026-01-05 10:00:00", "12.50"),
                taobao("601000000000000012", "2026-01-06 10:00:00", "30.00", 2),
                taobao("601000000000000013", "2026-01-06 11:00:00", "0.00", 1, CLOSED),
                taobao("601000000000000014", "2026-01-07 11:00:00", "8.00", 1, SENT, 买家会员名="示例买家乙"),
                taobao("601000000000000015", "2026-01-08 11:00:00", "9.00"),
                taobao("601000000000000016", "2026-01-09 11:00:00", "", 1, WAITING),
            ],
            "gbk",
        ),
    ),
    "taobao/orders-xlsx": (
        "ExportOrderList21000000001.xlsx",
        xlsx(
            [
                TAOBAO_2018,
                taobao("3100000000000000001", "2026-01-05 23:59:54", 100.0, 1, header=TAOBAO_2018),
                taobao("3100000000000000002", "2026-01-06 00:00:01", 0.1, 1, header=TAOBAO_2018),
                taobao("3100000000000000003", "2026-01-06 12:00:00", 0.2, 1, header=TAOBAO_2018),
            ]
        ),
    ),
    "taobao/orders-damaged": (
        "ExportOrderList202601201650.csv",
        csv(
            [
                TAOBAO_2012,
                taobao("601000000000000001", "2026-01-05 10:00:00", "10"),
                taobao("1.37359E+14", "2026-01-06 10:00:00", "20"),
                taobao("601000000000000003", "2026-01-06 11:00:00", "30"),
                taobao("601000000000000004", "2026-01-07 11:00:00", "abc"),
                taobao("601000000000000005", "某某", "40", made=""),
                taobao("", "2026-01-08 11:00:00", "50"),
                [*taobao("601000000000000006", "2026-01-09 11:00:00", "60"), "", "slipped"],
                taobao("601000000000000007", "2026-01-09 12:00:00", "60"),
                taobao("601000000000000008", "2026-01-10 12:00:00", "70"),
                taobao("601000000000000008", "2026-01-10 12:00:00", "71"),
            ],
            "gbk",
        ),
    ),
    # The report on items, saved under the name of the report on orders.
    "taobao/items-under-the-other-name": (
        "ExportOrderList201903121048.csv",
        csv([DETAIL, ['="284700000000001"', "示例棉袄", "99.00", "1", "A-1", "颜色:红", "", "", SOLD, "A-1"]], "gbk"),
    ),
    "taobao/items-2024": (
        "ExportOrderDetailList202601201650.xlsx",
        xlsx(
            [
                DETAIL_NEW,
                sub_order("3100000000000000011", "2026-01-05 10:00:00", 2),
                sub_order("3100000000000000012", "2026-01-06 10:00:00", 3),
                sub_order("3100000000000000013", "2026-01-06 10:00:00", 1, CLOSED),
                sub_order("3100000000000000014", "", 1, WAITING),
                sub_order("3100000000000000015", "2026-01-07 10:00:00", 1, SENT),
            ]
        ),
    ),
    "taobao/items-2025": (
        "ExportOrderDetailList202606201650.xlsx",
        xlsx(
            [
                DETAIL_2025,
                sub_order_2025("3300000000000000011", "2026-06-15 20:11:03", 1),
                sub_order_2025("3300000000000000021", "2026-06-16 08:00:30", 2),
                sub_order_2025("3300000000000000022", "2026-06-16 23:59:59", 4, CLOSED),
                sub_order_2025("3300000000000000031", "", 8, WAITING),
                sub_order_2025("3300000000000000041", "2026-06-17 00:00:00", 16, PAID),
            ]
        ),
    ),
    **{
        f"taobao/refunds-{year}": (
            f"退款报表{year}.csv",
            csv([header, *(refund(header, number, paid) for number, paid in REFUNDED)], "gbk"),
        )
        for year, header in (("2017", REFUNDS_2017), ("2022", REFUNDS_2022), ("2025", REFUNDS_2025))
    },
    "douyin/after-sales": (
        "售后单.xlsx",
        xlsx(
            [DOUYIN_AFTER, row(DOUYIN_AFTER, 售后单号="7000000001", 订单号="6900000001", 售后状态="同意退款，退款成功")]
        ),
    ),
    "jd/after-sales": (
        "自主售后服务单.xlsx",
        xlsx(
            [JD_AFTER, row(JD_AFTER, 服务单号="5000001", 订单号="300000000001", 退款金额="59.00", 售后申请时间=APPLIED)]
        ),
    ),
    "amazon/returns": (
        "returns.txt",
        "\n".join(TAB.join(map(str, cells)) for cells in (AMAZON_RETURNS, AMAZON_RETURN)).encode(),
    ),
    "pdd/orders": (
        "orders_export.csv",
        csv(
            [
                PDD,
                pdd("260515-000000000000001", "2026-05-15 08:00:00", "43.2"),
                pdd("260516-000000000000002", "", "36.8", "2"),
                pdd("260516-000000000000003", "2026-05-16 23:59:59", "57.4", "1", "已发货，退款成功"),
                pdd("260516-000000000000004", "", "24.3", "1", "已取消"),
                pdd("260516-000000000000005", "", "24.3", "1", "待付款"),
                pdd("260517-000000000000006", "2026-05-17 00:00:00", "0.00", "1", "待发货"),
            ],
            "gb18030",
        ),
    ),
    "pdd/orders-xlsx": (
        "orders_export.xlsx",
        xlsx([PDD, pdd("260515-000000000000001", "", "43.2"), pdd("260516-000000000000002", "", "36.8", "2")]),
    ),
    "pdd/orders-without-numbers": (
        "orders_export.xlsx",
        xlsx([["商品名", "订单状态", "商家实收金额", "商品数量"], ["示例电热毯", "已收货", f"38.6{TAB}", f"1{TAB}"]]),
    ),
    "shopify/orders": (
        "orders_export_1.csv",
        csv(
            [
                SHOPIFY,
                shopify("#1001", "2026-01-05 17:18:52 +0800", "120.50"),
                shopify("#1002", "2026-01-06 23:59:59 +0800", "300.00", 2),
                shopify("#1002", "", "", 3, **{"Created at": "2026-01-06 23:00:00 +0800"}),
                shopify("#1003", "2026-01-06 01:00:00 +0800", "80", 1, **{"Refunded Amount": "80.00"}),
                shopify("#1004", "", "55", 1),
                shopify("#1004", "", "", 9),
            ],
            "utf-8",
        ),
    ),
    "shopify/orders-two-currencies": (
        "orders_export_1.csv",
        csv(
            [
                SHOPIFY,
                shopify("#1001", "2025-04-01 17:18:52 -0700", "120.50", Currency="USD"),
                shopify("#1002", "2025-04-02 17:18:52 -0700", "120.50", Currency="EUR"),
            ],
            "utf-8",
        ),
    ),
}
