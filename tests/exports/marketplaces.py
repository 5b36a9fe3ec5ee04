"""Built samples of 京东, 拼多多 and Amazon."""

from exports.writers import books, csv, filled, names, xls, xlsx

ALL = "-全部渠道"
OF_JUNE = "2026-06-18_2026-06-18"
JD_OLD = names(
    "时间,成交金额,成交商品件数,成交客户数,成交单量,店铺成交转化率,客单价,店铺浏览量,店铺访客数,平均停留时长,加购客户数,"
    "下单金额,下单客户数,取消及售后退款金额"
)
JD_NEW = names("日期,浏览量,访客数,人均浏览量,平均停留时间,跳失率,成交客户数,成交单量,成交金额,客单价")
JD_SKU = names(
    "SKU,SKU名称,SPU,一级类目,二级类目,三级类目,成交金额,成交商品件数,成交单量,成交客户数,商品访客数,商品浏览量,搜索曝光次数,"
    "搜索点击次数,商品曝光次数,商品曝光人数,加购客户数,下单金额,下单单量,下单客户数,取消及售后退款金额,最近上架时间"
)
JZT_ALL = names("日期,产品线,花费,全站交易额,全站投产比,全站订单行,全站订单成本,全站费比,核心位置展现量,核心位置点击量")
JZT_HOURS = names("点击时间,花费,展现数,点击数,点击率,总订单行,总订单金额,直接订单行,直接订单金额,总加购数,总收藏数")
JD_DAY = {"平均停留时长": "1分05秒", "成交商品件数": "81", "成交单量": "77", "成交客户数": "64"}
JD_MORE = {"店铺浏览量": "9,100", "店铺访客数": "2,135", "下单金额": "6,500.00", "加购客户数": "210"}
JD_RATES = {"店铺成交转化率": "3.00%", "客单价": "97.34", "取消及售后退款金额": "120.50"}
JD_SOLD = {"SKU名称": "示例商品 夏季薄款", "成交商品件数": 15, "成交单量": 14, "成交客户数": 12}
JD_SEEN = {"商品访客数": 1234, "商品浏览量": 2468, "下单金额": 1300, "搜索曝光次数": 9000, "商品曝光人数": 8000}

TRADE = names(
    "统计时间,成交金额,成交订单数,成交买家数,成交转化率,客单价,老买家占比,关注用户数,退款金额,退款单数,平均访客价值"
)
GOODS = names("统计时间,商品访客数,商品浏览量,商品收藏用户数,被访问商品数,成交金额,成交订单数,成交买家数,成交转化率")
SERVICE = names(
    "统计时间,纠纷退款数,纠纷退款率,介入订单数,平台介入率,品质退款率,平均退款时长,成功退款订单数,成功退款金额,成功退款率,"
    "退货退款自主完结时长,退款自主完结时长"
)
PDD_ADS = names(
    "日期,商品ID,商品名称,推广场景,推广名称,出价方式,分组,是否已删除,成交花费(元),交易额(元),实际投产比,总花费(元),净交易额(元),"
    "净实际投产比,净成交笔数,每笔净成交花费(元),净交易额占比,结算交易额(元),结算投产比,成交笔数,每笔成交花费(元),每笔成交金额(元),"
    "直接交易额(元),间接交易额(元),直接成交笔数,间接成交笔数,曝光量,点击量,询单花费(元),询单量,收藏花费(元),收藏量,关注花费(元),关注量"
)
BY_DATE = names(
    "Date,Ordered Product Sales,Ordered Product Sales - B2B,Units Ordered,Units Ordered - B2B,Total Order Items,"
    "Total Order Items - B2B,Average Sales per Order Item,Average Selling Price,Sessions – Total,Page Views – Total,"
    "Order Item Session Percentage,Average Offer Count"
)
BY_ASIN = names(
    "(Parent) ASIN,(Child) ASIN,Title,Sessions – Total,Sessions – Total – B2B,Session Percentage – Total,Page Views – Total,"
    "Featured Offer (Buy Box) Percentage,Units Ordered,Units Ordered - B2B,Unit Session Percentage,Ordered Product Sales,"
    "Total Order Items"
)


def beside(header: list[str], word: str) -> list[str]:
    """A header with a comparison behind every measure."""
    return [header[0], *(name for measure in header[1:] for name in (measure, word or f"{measure}环比"))]


def compared(row: list[object], change: str = "3.21%") -> list[object]:
    """A row with a comparison behind every measure."""
    return [row[0], *(value for measure in row[1:] for value in (measure, change))]


def jd_sku(number: object, gmv: object, **more: object) -> list[object]:
    """One row of 商品明细."""
    return filled(JD_SKU, "", **{"SKU": number, "成交金额": gmv, **JD_SOLD, **JD_SEEN, **more})


def jzt(day: object, line: str, spend: object, gmv: object) -> list[object]:
    """One row of 全站营销."""
    known = {"全站投产比": "5.00", "全站订单行": "30", "核心位置展现量": "12,000", "核心位置点击量": "480"}
    return filled(JZT_ALL, "", **{"日期": day, "产品线": line, "花费": spend, "全站交易额": gmv, **known})


def hour(key: str, spend: object, clicks: object) -> list[object]:
    """One hour of 京准通."""
    known = {"展现数": 1000, "总订单行": 2, "总订单金额": 199.9, "直接订单金额": 99.9, "总加购数": 5, "点击率": "3.00%"}
    return filled(JZT_HOURS, 0, **{"点击时间": key, "花费": spend, "点击数": clicks, **known})


def promoted(day: object, number: object, spend: object, **more: object) -> list[object]:
    """One row of 拼多多 推广."""
    ids = {"日期": day, "商品ID": number, "商品名称": "示例商品", "推广场景": "商品推广", "推广名称": "夏季主推"}
    spent = {"成交花费(元)": "180.00", "总花费(元)": spend, "交易额(元)": "1,860.50", "净交易额(元)": "1,500.00"}
    shown = {"成交笔数": "12", "直接交易额(元)": "1,200.00", "曝光量": "10,000", "点击量": "300", "收藏量": "22"}
    return filled(PDD_ADS, "0", **{**ids, **spent, **shown, **more})


def sold_on(day: object, sales: object, units: object, sessions: object) -> list[object]:
    """One day of the Business Report."""
    known = {"Ordered Product Sales - B2B": "$100.00", "Total Order Items": "150", "Page Views – Total": "2,400"}
    shares = {"Order Item Session Percentage": "8.33%", "Average Offer Count": "12"}
    values = {"Date": day, "Ordered Product Sales": sales, "Units Ordered": units, "Sessions – Total": sessions}
    return filled(BY_DATE, "0", **values, **known, **shares)


def asin(child: str, sales: object, sessions: object) -> list[object]:
    """One item of the Business Report."""
    values = {"(Parent) ASIN": "B0SAMPLE00", "(Child) ASIN": child, "Title": "Sample Jacket, Blue"}
    shown = {"Sessions – Total": sessions, "Page Views – Total": "1,800", "Unit Session Percentage": "8.33%"}
    return filled(BY_ASIN, "0", **values, **shown, **{"Units Ordered": "100", "Ordered Product Sales": sales})


def trade(day: str, gmv: object, orders: object) -> list[object]:
    """One day of 交易概况."""
    known = {"成交买家数": "64", "成交转化率": "3.00%", "老买家占比": "21.00%", "退款金额": "88.00"}
    return compared(filled(TRADE, "0", **{"统计时间": day, "成交金额": gmv, "成交订单数": orders, **known}))


def goods(day: str, visitors: object) -> list[object]:
    """One day of 商品概况."""
    known = {"商品浏览量": "9,100", "商品收藏用户数": "55", "成交金额": "6,230.00", "成交订单数": "77"}
    return compared(filled(GOODS, "0", **{"统计时间": day, "商品访客数": visitors, **known}))


def served(day: str, refund: object) -> list[object]:
    """One day of 服务概况."""
    known = {"平均退款时长": "7小时41分52秒", "成功退款订单数": "2", "成功退款率": "2.60%"}
    return compared(filled(SERVICE, "0", **{"统计时间": day, "成功退款金额": refund, **known}))


PDD_TOTAL = filled(
    PDD_ADS, "-", **{"日期": "总计", "总花费(元)": "412.50", "交易额(元)": "3,721.00", "曝光量": "20,000"}
)
JD_TOTAL = {"SKU名称": "", "SKU": "合计", "成交客户数": 24, "商品访客数": 2468, "最近上架时间": ""}

CASES: dict[str, tuple[str, bytes]] = {
    "jd/shop-old": (
        "JD店铺销售_20260619_093000.xlsx",
        xlsx(
            [
                JD_OLD,
                filled(JD_OLD, **{"时间": "2026-06-16", "成交金额": "6,230.00", **JD_DAY, **JD_MORE, **JD_RATES}),
                filled(JD_OLD, **{"时间": "2026-06-17", "成交金额": "5,871.55", **JD_DAY, **JD_MORE}),
                filled(JD_OLD, **{"时间": "合计", "成交金额": "12,101.55", **JD_DAY, **JD_MORE}),
            ]
        ),
    ),
    "jd/shop-new": (
        "店铺概况_20260619_093000.xlsx",
        xlsx(
            [
                beside(JD_NEW, ""),
                compared(["2026-06-16", 9100, 2135, 4.26, "65秒", 0.482, 64, 77, 6230, 97.34]),
                compared(["2026-06-17", 8800, 2201, 4.0, "7小时41分52秒", "45.1%", 60, 70, 5871.55, 97.86]),
            ],
            percents=("跳失率",),
        ),
    ),
    "jd/shop-all-channels": (
        "JD店铺日报_店铺示例.xls",
        xls(
            [
                [JD_NEW[0], *(f"{name}{ALL}" for name in JD_NEW[1:])],
                ["20260616", "9,100", "2,135", "4.26", "65", "48.20%", "64", "77", "6,230.00", "97.34"],
                ["20260617", "8,800", "2,201", "4.00", "61", "45.10%", "60", "70", "5,871.55", "97.86"],
            ]
        ),
    ),
    "jd/items": (
        "示例店_20260618_全部渠道_商品明细.xlsx",
        xlsx(
            [
                JD_SKU,
                jd_sku("合计", 2376, **JD_TOTAL),
                jd_sku(10012345678901, 1188, SPU=10012345678900),
                jd_sku("10012345678902", 1188, 取消及售后退款金额=99, 最近上架时间="2026-05-01 10:00:00"),
            ]
        ),
    ),
    "jd/items-total-unnamed": (
        "示例店_20260618_全部渠道_商品明细.xlsx",
        xlsx([JD_SKU, jd_sku("", 1188, SKU名称="合计"), jd_sku(10012345678901, 1188)]),
    ),
    "jd/items-no-day": ("商品明细.xlsx", xlsx([JD_SKU, jd_sku(10012345678901, 1188)])),
    "jzt/sitewide": (
        "营销概况_全站营销.csv",
        csv(
            [
                ["营销概况"],
                [*JZT_ALL, "'当前时间'"],
                [*jzt("汇总", "", "412.50", "2,062.50"), "2026-06-19 09:30:00"],
                [*jzt("20260616", "全站营销", "200.05", "1,000.25"), "2026-06-19 09:30:00"],
                [*JZT_ALL, "'当前时间'"],
                [*jzt("20260617", "全站营销", "212.45", "1,062.25"), "2026-06-19 09:30:00"],
            ]
        ),
    ),
    "jzt/sitewide-no-lines": (
        "营销概况_全站营销.csv",
        csv([["日期", *JZT_ALL[2:6]], ["20260616", "200.05", "1,000.25", "5.00", "30"]]),
    ),
    "jzt/hours": (
        "京准通_20260325_093000.xlsx",
        xlsx(
            [
                ["京准通 推广报表"],
                JZT_HOURS,
                hour("20260324000000~20260324005959", 0.1, 30),
                hour("20260324010000~20260324015959", 0.2, 12),
                hour("汇总", 0.3, 42),
            ]
        ),
    ),
    "pdd/trade": (
        "交易概况.xlsx",
        xlsx([beside(TRADE, "较上周期"), trade("12-29-25", "6,230.00", 77), trade("12-30-25", "5,871.55", 70)]),
    ),
    "pdd/goods": (
        "商品概况.xlsx",
        xlsx([beside(GOODS, "较上周期"), goods("12-29-25", "2,135"), goods("12-30-25", "2,201")]),
    ),
    "pdd/goods-with-shop": (
        "商品概况.xlsx",
        xlsx([[*GOODS, "店铺访客数"], [*filled(GOODS, "0", 统计时间="12-29-25", 商品访客数="2,135"), "2,900"]]),
    ),
    "pdd/service": (
        "服务概况.xlsx",
        xlsx([beside(SERVICE, "较上周期"), served("12-29-25", "120.50"), served("12-30-25", "0")]),
    ),
    "pdd/ads": (
        "推广报表_20260619_110330.xlsx",
        books(
            {
                "账户汇总": [["推广报表"], ["总花费(元)", "交易额(元)"], ["500.00", "3,721.00"]],
                "商品_分天数据_20260617": [
                    PDD_ADS,
                    promoted("2026-06-17", "601234567890", "200.05"),
                    promoted("2026-06-17", "601234567891", "212.45", 推广名称="-50% 清仓"),
                    PDD_TOTAL,
                ],
            }
        ),
    ),
    "pdd/ads-title-row": (
        "商品推广_20260619_110330.xlsx",
        xlsx(
            [
                ["商品推广 分天数据"],
                PDD_ADS,
                promoted("2026-06-17", "601234567890", "200.05"),
                promoted("2026-06-17", "601234567890", "0.10", 推广场景="直播推广"),
                PDD_TOTAL,
            ]
        ),
    ),
    "amazon/by-date": (
        "BusinessReport-06-19-26.csv",
        csv(
            [
                BY_DATE,
                sold_on("6/16/26", "$38,000.00", "1,200", "14,400"),
                sold_on("6/17/26", "$1,950.50", "60", "0"),
                sold_on("Total", "$39,950.50", "1,260", "14,400"),
            ]
        ),
    ),
    "amazon/by-date-india": (
        "BusinessReport-02-07-26.csv",
        csv([BY_DATE, sold_on("01/07/26", "₹1,08,218.36", "169", "15,147")]),
    ),
    "amazon/by-asin": (
        f"BusinessReport-{OF_JUNE}.csv",
        csv(
            [
                BY_ASIN,
                asin("B0SAMPLE01", "$38,000.00", "1,200"),
                asin("B0SAMPLE02", "$12.50", "12"),
                filled(BY_ASIN, "", **{"(Parent) ASIN": "Total", "Ordered Product Sales": "$38,012.50"}),
            ]
        ),
    ),
    "amazon/by-asin-no-day": ("BusinessReport-06-19-26.csv", csv([BY_ASIN, asin("B0SAMPLE01", "$1", "1")])),
}
