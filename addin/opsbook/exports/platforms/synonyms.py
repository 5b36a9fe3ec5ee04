"""What people call the fields of the fact tables in reports of their own, and names that only look like them.

Source: names of the same figures in the exports of nine platforms (2019-2026). 下单金额 is not paid, 成交花费 is not all that was
spent, 咨询 is more than 询单, and an index is no amount.
"""

import re
from collections.abc import Mapping

from opsbook.exports.platforms.normalize import plain_header
from opsbook.exports.privacy.header_words import words_of

_ANYWHERE: Mapping[str, tuple[str, ...]] = {
    "date": (
        "统计日期",
        "统计时间",
        "时间",
        "数据日期",
        "业务日期",
        "数据周期",
        "报表日期",
        "年月日",
        "day",
        "Sale date",
        "Order date",
        "Date of sale",
        "Report date",
        "Payment date",
        "Fecha",
        "Datum",
        "Дата",
        "日付",
        "날짜",
        "Tanggal",
        "Ngày",
        "วันที่",
        "التاريخ",
    ),
    "visitors": (
        "店铺访客数",
        "访客人数",
        "访客",
        "UV",
        "独立访客",
        "独立访客数",
        "访问人数",
        "进店人数",
        "进店客户数",
        "Sessions - Total",
    ),
    "pageviews": ("店铺浏览量", "浏览次数", "PV", "pageviews"),
    "stay_seconds": ("人均停留时长", "店铺平均停留时长", "平均停留时间", "人均停留时间"),
    "fav_users": ("商品收藏人数", "商品收藏买家数", "收藏买家数", "商品收藏用户数"),
    "cart_users": ("商品加购人数", "加购客户数", "加购用户数"),
    "order_buyers": ("下单人数", "下单客户数"),
    "order_amount": ("拍下金额", "拍下订单金额"),
    "buyers": (
        "支付人数",
        "成交买家数",
        "成交客户数",
        "成交人数",
        "支付用户数",
        "付款人数",
        "付款买家数",
        "支付客户数",
    ),
    "orders": (
        "支付子订单数",
        "支付笔数",
        "成交订单数",
        "成交单量",
        "成交笔数",
        "付款笔数",
        "订单数",
        "订单量",
        "Order count",
        "Orders count",
        "Number of orders",
        "Total orders",
        "Paid orders",
    ),
    "items": ("支付商品件数", "成交件数", "成交商品件数", "付款件数", "销售件数", "销售量", "销量", "Units ordered"),
    "gmv": (
        "成交金额",
        "成交额",
        "用户支付金额",
        "用户实际支付金额",
        "销售额",
        "销售金额",
        "营业额",
        "付款金额",
        "Sales",
        "Sales amount",
        "Total sales",
        "Revenue",
        "Revenue sum",
        "Total revenue",
        "Total amount",
        "Paid amount",
        "Amount paid",
    ),
    "new_buyers": ("新买家数", "成交新客数", "支付新客数"),
    "old_buyers": ("老买家数", "老客支付买家数", "支付老客数"),
    "new_visitors": ("新访客",),
    "refund_amount": ("退款金额", "退款成功金额", "退款额", "Refunds"),
    "inquiries": ("客服询单人数", "当日询单人数"),
    "inquiry_buyers": ("询单付款人数", "最终付款人数"),
    "impressions": ("展现数", "曝光量", "曝光次数", "展示次数"),
    "clicks": ("点击数", "点击次数"),
    "ad_spend": (
        "总花费",
        "消耗",
        "推广花费",
        "推广费",
        "推广费用",
        "推广消耗",
        "广告费",
        "广告花费",
        "广告消耗",
        "Cost",
    ),
    "ad_gmv": ("推广成交额", "推广销售额", "广告成交金额"),
    "ad_orders": ("推广订单数", "推广成交订单数", "广告成交笔数"),
    "item_id": ("宝贝ID", "主体ID", "商品编号", "SKU", "SPU", "SPUID", "ASIN", "(Child) ASIN", "eBay item ID"),
    "title": ("宝贝名称", "商品标题", "宝贝标题", "标题", "商品", "品名", "Title"),
    "sku_code": ("商家编码", "款号", "商品货号"),
    "exit_rate": ("商品详情页跳出率",),
    "source1": ("一级流量来源", "流量来源", "来源", "来源名称", "渠道", "流量渠道", "来源渠道", "Channel", "Source"),
    "source2": ("二级流量来源",),
    "source3": ("三级流量来源",),
    "scene": ("推广场景", "营销场景", "场景名字"),
    "plan_id": ("计划编号", "Campaign ID"),
    "plan": ("计划", "计划名字", "推广计划", "推广名称", "Campaign"),
    "keyword": ("搜索词", "词名字", "Search term"),
}
_IN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ItemDay": {"visitors": ("商品访客数",), "pageviews": ("商品浏览量",), "stay_seconds": ("商品平均停留时长",)},
    "PlanDay": {
        "ad_gmv": ("成交金额", "成交额", "全站交易额", "总订单金额", "交易额", "推广成交金额"),
        "ad_orders": ("成交笔数", "成交订单数", "总订单行", "订单数", "推广成交笔数"),
        "cart_users": ("总购物车数", "总加购数"),
        "fav_users": ("总收藏数", "收藏宝贝数"),
    },
    "PeerLog": {
        "date": ("采集日期", "采集时间", "抓取时间", "记录日期", "快照日期"),
        "shop": (
            "竞店",
            "竞品店铺",
            "竞店名称",
            "店铺名称",
            "店铺名",
            "商家",
            "商家名称",
            "卖家",
            "掌柜",
            "Store",
            "Seller",
        ),
        "item_id": ("竞品ID", "宝贝ID", "商品编号"),
        "title": ("竞品标题", "竞品名称", "商品标题", "商品名称", "宝贝标题", "宝贝名称"),
        "link": ("商品链接", "宝贝链接", "竞品链接", "URL"),
        "list_price": ("原价", "一口价", "划线价", "吊牌价"),
        "price": ("到手价", "券后", "折后价", "优惠价", "活动价", "售价", "现价", "价格"),
        "monthly_sales": (
            "月销",
            "30天销量",
            "近30天销量",
            "30日销量",
            "月成交",
            "销量",
            "付款人数",
            "已售",
            "Sales of 30 days",
        ),
        "reviews": ("评论数", "评价", "累计评价"),
        "rank": ("名次", "排行", "榜单排名", "搜索排名"),
        "listed_on": ("上架时间", "上新日期", "首次上架"),
        "season": ("季节", "适用季节"),
        "image": ("主图文件", "图片", "Picture"),
    },
}
_SAME_AS = {"KeywordDay": "PlanDay"}

# The workbook works these out itself, over any period; a file's own would only repeat them.
_COMPUTED = (
    *(
        "支付转化率",
        "成交转化率",
        "转化率",
        "下单转化率",
        "点击转化率",
        "客单价",
        "件单价",
        "笔单价",
        "连带率",
        "UV价值",
    ),
    *("访客价值", "访客平均价值", "点击率", "CTR", "CPC", "CPM", "平均点击花费", "千次展现花费", "投入产出比", "ROI"),
    *("退款率", "收藏加购率", "加购率", "收藏率", "人均浏览量", "访问深度", "推广费率", "老买家占比"),
)
COMPUTED = frozenset(map(plain_header, _COMPUTED))

_PEOPLE = re.compile(r"买家|客户|用户|访客|顾客")
# Words that make another figure of a name: a part, another step, another unit.
_MARKS = (
    *(
        "新",
        "老",
        "无线",
        "pc",
        "移动",
        "手机",
        "搜索",
        "引导",
        "预售",
        "直接",
        "间接",
        "净",
        "申请",
        "下单",
        "支付",
        "成交",
        "付款",
    ),
    *(
        "退",
        "会员",
        "粉丝",
        "昨",
        "上月",
        "累计",
        "同行",
        "行业",
        "目标",
        "计划",
        "平均",
        "人均",
        "占",
        "率",
        "人",
        "件",
        "笔",
    ),
    *(
        "额",
        "费",
        "价",
        "次",
        "点击",
        "展现",
        "曝光",
        "加购",
        "收藏",
        "咨询",
        "询单",
        "首",
        "末",
        "成本",
        "积分",
        "直播",
    ),
    *("去年", "今年", "上年", "上周", "本周", "本月", "当日", "当月", "日均", "月均", "小时"),
    *("包", "取消", "关闭", "发货", "出库", "签收", "待", "未", "异常", "纠纷", "介入", "预测", "预估", "预计", "预期"),
    *(
        "客服",
        "视频",
        "图文",
        "笔记",
        "卡",
        "分销",
        "商城",
        "自营",
        "自建",
        "达人",
        "买手",
        "淘客",
        "线下",
        "线上",
        "门店",
        "私域",
    ),
    *("券", "优惠", "补贴", "红包", "佣金", "税", "运", "竞", "页", "父", "主", "回", "收藏店铺"),
)
# The same in English, as whole words; words of one meaning in a line.
_ENGLISH_MARKS = {
    "号": "id ids no nr code codes",
    "新": "new first",
    "老": "returning repeat old existing",
    "净": "net",
    "毛": "gross profit margin",
    "率": "rate rates ratio percent percentage share",
    "平均": "avg average mean per",
    "额": "amount revenue sales turnover",
    "费": "cost costs spend spent fee fees",
    "价": "price prices",
    "件": "unit units piece pieces",
    "人": "buyer buyers customer customers",
    "访": "visitor visitors user users",
    "下单": "ordered placed",
    "退": "refund refunds refunded return returns returned",
    "取消": "cancelled canceled cancel pending unpaid",
    "税": "tax taxes vat shipping discount discounts",
    "点击": "click clicks",
    "展现": "impression impressions view views",
    "加购": "cart carts",
    "收藏": "favorite favorites favourite favourites",
    "询单": "inquiry inquiries enquiry enquiries",
    "目标": "goal goals target targets plan planned budget",
    "累计": "cumulative ytd mtd",
    "预测": "expected predicted forecast forecasted projected estimated",
    "昨": "last previous prior yesterday",
    "同行": "peer peers industry competitor competitors",
    "搜索": "search organic",
    "pc": "pc desktop",
    "移动": "mobile app",
    "直接": "direct",
    "间接": "indirect assisted",
    "直播": "live video affiliate",
    "类": "type types status",
}
_MARK = {word: mark for mark, words in _ENGLISH_MARKS.items() for word in words.split()}
_NUMBER = re.compile(r"[号码]|(?<![a-z])id(?![a-z])")
# What is counted and of what: where one name says it and the other does not, they may still be the same.
_HINTS = (re.compile(r"[数量]"), re.compile(r"商品|宝贝|单品"))
_ENGLISH_HINTS = (
    frozenset({"count", "counts", "number", "qty", "quantity"}),
    frozenset({"item", "items", "product", "products"}),
)
_ONE_STEP = frozenset({"支付", "成交", "付款"})  # three words for one step


def names(table: str) -> dict[str, str]:
    """What fields of a table are called elsewhere: field id by name as people write it.

    >>> names("ShopDay")["成交金额"], names("PlanDay")["成交金额"]
    ('gmv', 'ad_gmv')
    """
    own = _IN.get(_SAME_AS.get(table, table), {})
    found = {name: field for field, known in _ANYWHERE.items() for name in known}
    return found | {name: field for field, known in own.items() for name in known}


def marks(header: str) -> frozenset[str]:
    """The words in a header that tell one figure from another that is spelled nearly the same.

    >>> marks("支付新买家数") == marks("支付买家数"), marks("支付买家人数") == marks("支付买家数")
    (False, True)
    >>> marks("new_orders") == marks("Orders"), marks("Order ID") == marks("Orders")
    (False, False)
    """
    plain = _PEOPLE.sub("人", plain_header(header)).replace("购物车", "加购")
    found = {mark for mark in _MARKS if mark in plain} | {_MARK[word] for word in _words(header) if word in _MARK}
    found |= {"率"} if "%" in plain else set()
    found |= {"号"} if _NUMBER.search(plain) else set()
    return frozenset(found - _ONE_STEP | ({"支付"} if found & _ONE_STEP else set()))


def hints(header: str) -> tuple[bool, ...]:
    """Whether a header says that it counts, and that it is about items.

    >>> hints("Order count"), hints("商品支付金额")
    ((True, False), (False, True))
    """
    plain, spoken = plain_header(header), _words(header)
    both = zip(_HINTS, _ENGLISH_HINTS, strict=True)
    return tuple(pattern.search(plain) is not None or not words.isdisjoint(spoken) for pattern, words in both)


def _words(header: str) -> frozenset[str]:
    return frozenset(words_of(header).spoken[0].split())
