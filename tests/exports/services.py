"""Built samples of 抖音, 淘宝联盟 and 生意参谋 服务."""

from exports.writers import Rows, csv, filled, names, xlsx

TAB = "\t"
OF_JUNE = "2026-06-18_2026-06-18"
QIANCHUAN = names(
    "日期,抖音号名称,整体消耗,整体展示次数,整体点击次数,整体点击率,整体转化率,整体成交金额,整体支付ROI,净成交ROI,净成交金额,"
    "用户实际支付金额,1小时内退款率"
)
LIVE = names(
    "商品ID,商品名称,讲解次数,讲解时长,直播间价格,用户支付金额,成交件数,预售订单数,商品点击人数,商品曝光-点击率（人数）,"
    "商品点击-成交转化率（人数）,千次曝光用户支付金额,发货前退款订单数,发货前退款金额,发货后退款订单数,发货后退款金额"
)
TAOBAOKE = names(
    "日期,数据内容,点击量(即进店量),点击人数(即进店人数),点击转化率(即付款转化率),付款人数,付款金额(元),付款笔数,付款件数,"
    "付款佣金支出,付款服务费支出,付款佣金率,付款支出费用,结算人数,结算笔数,结算金额,结算佣金支出,结算服务费支出,结算支出费用,"
    "确认收货人数,确认收货金额,确认收货笔数,单件商品付款支出费用"
)
INQUIRIES = names(
    "日期,询单人数,当日询单人数,当日付款人数,当日付款金额,最终付款人数,最终付款金额,询单当日付款转化率,询单最终付款转化率"
)
RECEPTION = names(
    "日期,咨询人数,接待人数,未回复人数,有效接待人数,平均响应时长,3分钟人工响应率,咨询客服人次,客服回复人次,客服未回复人次,"
    "旺旺回复率,首次响应时长,慢响应人数,长接待人数,买家发起人数,客服主动跟进人数,总消息数,买家消息条数,客服消息条数,答问比,"
    "客服字数,平均接待时长"
)
ORDER_VALUE = names("日期,销售额,销售量,销售人数,客单价,客件数,件均价")
SCORE_FIELDS = names("发出,收到,很满意,满意,一般,不满,很不满,发送率,返回率,满意率,服务度")
SCORE_HEADER: Rows = [
    ["日期", "接待人数", *(cell for group in ("总", "邀请", "自主") for cell in (group, *[""] * 10))],
    ["", "", *SCORE_FIELDS * 3],
]


def qianchuan(day: object, account: str, spend: object) -> list[object]:
    """One day of 千川."""
    known = {"整体展示次数": "120,000", "整体点击次数": "3,600", "整体成交金额": "¥12,345.6", "整体点击率": "3.00%"}
    paid = {"用户实际支付金额": "¥11,000.0", "净成交金额": "¥10,500.0", "整体支付ROI": "10.00"}
    return filled(QIANCHUAN, **{"日期": day, "抖音号名称": account, "整体消耗": spend, **known, **paid})


def live(number: object, gmv: object, **more: object) -> list[object]:
    """One item of the live rooms."""
    known = {
        "商品名称": "示例商品 直播款",
        "讲解次数": 6,
        "讲解时长": "7小时41分52秒",
        "成交件数": 15,
        "商品点击人数": 900,
    }
    back = {"发货前退款金额": "¥99.9", "发货后退款金额": "¥0.2", "商品曝光-点击率（人数）": "12.50%"}
    return filled(LIVE, **{"商品ID": number, "用户支付金额": gmv, **known, **back, **more})


def affiliates(day: object, content: str, spend: object) -> list[object]:
    """One plan type of 淘宝联盟 on one day."""
    known = {"点击量(即进店量)": "226", "付款金额(元)": "15,620.09", "付款笔数": "395", "付款人数": "292"}
    paid = {"付款佣金支出": "1,200.00", "付款服务费支出": "120.00", "付款佣金率": "7.68%", "结算支出费用": "999.00"}
    return filled(TAOBAOKE, "0", **{"日期": day, "数据内容": content, "付款支出费用": spend, **known, **paid})


def asked(day: object, people: object, paid: object) -> list[object]:
    """One row of 业绩询单."""
    known = {"当日询单人数": 110, "当日付款人数": 50, "最终付款金额": 6100.5, "询单最终付款转化率": 0.5}
    return filled(INQUIRIES, **{"日期": day, "询单人数": people, "最终付款人数": paid, **known})


CASES: dict[str, tuple[str, bytes]] = {
    "douyin/qianchuan": (
        "千川_整体数据_20260619_110330.csv",
        csv(
            [
                QIANCHUAN,
                qianchuan("2026-06-17", "示例旗舰店", "¥1,234.5"),
                qianchuan("2026-06-17", "示例生活号", "¥0.5"),
                qianchuan("2026-06-18", "示例旗舰店", "1,000"),
                qianchuan("总计", "-", "¥2,235.0"),
            ]
        ),
    ),
    "douyin/live-items": (
        f"直播商品_{OF_JUNE}.xlsx",
        xlsx(
            [
                LIVE,
                live("3601234567890123456", "¥1,234.5"),
                live("3601234567890123457", "1188", 发货后退款金额="-"),
            ]
        ),
    ),
    "taobaoke/days": (
        "20260619_分天数据-计划_活动类型-推广概览-数据汇总.csv",
        csv(
            [
                TAOBAOKE,
                affiliates(f"2026-06-17{TAB}", "通用计划", "1,320.00"),
                affiliates(f"2026-06-17{TAB}", "营销计划", "80.50"),
                affiliates(f"2026-06-18{TAB}", "通用计划", "900"),
                affiliates(f"2026-06-18{TAB}", "汇总", "900"),
            ]
        ),
    ),
    "service/inquiries": (
        "业绩询单_2026-06-18.xlsx",
        xlsx(
            [
                INQUIRIES,
                asked("2026-06-17", 120, 60),
                asked("汇总", 240, 130),
                asked("全店", 240, 130),
                asked("同行均值", 88, 40),
            ]
        ),
    ),
    "service/inquiries-days": (
        "业绩询单.xlsx",
        xlsx(
            [
                [*INQUIRIES, "范围"],
                [*asked("2026-06-17", 120, 60), "本店"],
                [*asked("2026-06-17", 240, 130), "全店"],
                [*asked("2026-06-17", 88, 40), "同行优秀"],
                [*asked("2026-06-17", 77, 30), "客服甲"],
            ]
        ),
    ),
    "service/reception": (
        "咨询接待_2026-06-18.xlsx",
        xlsx([RECEPTION, filled(RECEPTION, 1, 日期="2026-06-17", 咨询人数=300), filled(RECEPTION, 1, 日期="同行均值")]),
    ),
    "service/order-value": (
        "客单价客服_2026-06-18.xlsx",
        xlsx([ORDER_VALUE, filled(ORDER_VALUE, 1, 日期="2026-06-17", 销售额=6100.5)]),
    ),
    "service/scores": (
        "接待评价_2026-06-18.xlsx",
        xlsx([*SCORE_HEADER, ["2026-06-17", 280, *[5] * 33], ["汇总", 280, *[5] * 33]]),
    ),
}
