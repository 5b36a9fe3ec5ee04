"""万相台无界 and 直通车 (paid promotion): plans and keywords by day.

Source: header lists of 计划报表 and 关键词报表 (2024-2026), CSV in GB18030 or UTF-8, often in a zip, also xlsx.
"""

from opsbook.features.promotion.tables import KEYWORD_DAY, PLAN_DAY
from opsbook.model.records.export import Importer, Repeat, Source

_PLAN = (
    Source("date", ("日期", "统计日期")),
    Source("scene", ("场景名字", "场景名称", "营销场景")),
    Source("plan_id", ("计划ID",)),
    Source("plan", ("计划名字", "计划名称")),
)
_MEASURES = (
    Source("impressions", ("展现量",)),
    Source("clicks", ("点击量",)),
    Source("ad_spend", ("花费",)),  # 成交花费 is another measure
    Source("ad_gmv", ("总成交金额",)),
    Source("ad_orders", ("总成交笔数",)),
    Source("direct_gmv", ("直接成交金额",)),
    Source("cart_users", ("总购物车数",)),
    Source("fav_users", ("总收藏数", "收藏宝贝数")),
)
_ASIDE = (
    *(
        "场景ID",
        "原二级场景ID",
        "原二级场景名字",
        "主体ID",
        "主体类型",
        "主体名称",
        "点击率",
        "平均点击花费",
        "千次展现花费",
    ),
    *(
        "总预售成交金额",
        "总预售成交笔数",
        "直接预售成交金额",
        "直接预售成交笔数",
        "间接预售成交金额",
        "间接预售成交笔数",
    ),
    *(
        "间接成交金额",
        "直接成交笔数",
        "间接成交笔数",
        "点击转化率",
        "投入产出比",
        "含预售投产比",
        "总成交成本",
        "直接购物车数",
    ),
    *(
        "间接购物车数",
        "加购率",
        "加购成本",
        "收藏店铺数",
        "店铺收藏成本",
        "总收藏加购数",
        "总收藏加购成本",
        "宝贝收藏加购数",
    ),
    *(
        "宝贝收藏加购成本",
        "宝贝收藏成本",
        "宝贝收藏率",
        "直接收藏宝贝数",
        "间接收藏宝贝数",
        "收藏宝贝数",
        "拍下订单笔数",
    ),
    *("拍下订单金额", "优惠券领取量", "购物金充值笔数", "购物金充值金额", "旺旺咨询量", "引导访问量", "引导访问人数"),
    *(
        "引导访问潜客数",
        "引导访问潜客占比",
        "入会率",
        "入会量",
        "引导访问率",
        "深度访问量",
        "平均访问页面数",
        "成交新客数",
    ),
    *("成交新客占比", "会员首购人数", "会员成交金额", "会员成交笔数", "成交人数", "人均成交笔数", "人均成交金额"),
    *(
        "自然流量转化金额",
        "自然流量曝光量",
        "平台助推总成交",
        "平台助推直接成交",
        "平台助推点击",
        "净成交金额",
        "净成交笔数",
    ),
    *("净实际投产比", "实际投产比", "直接净成交金额", "成交花费"),
)
_WORDS = ("词名字/词包名字", "词名字", "词包名字", "词名称/词包名称", "词名称", "词包名称", "关键词", "关键词名称")
_OTHER = ("人群ID", "人群名字", "人群名称", "创意ID", "创意名字", "创意名称", "省份", "城市", "地域", "小时")

PLANS = Importer(
    id="wxt-plans",
    name="万相台 计划报表",
    table=PLAN_DAY,
    columns=(*_PLAN, *_MEASURES),
    needs=("plan_id", "impressions", "clicks", "ad_spend"),
    never=(*_OTHER, *_WORDS, "主体ID", "商品ID"),
    aside=_ASIDE,
    repeat=Repeat.PARTS,
)

KEYWORDS = Importer(
    id="wxt-keywords",
    name="万相台 关键词报表",
    table=KEYWORD_DAY,
    columns=(*_PLAN, Source("keyword", _WORDS), *_MEASURES),
    needs=("plan_id", "keyword", "impressions", "clicks", "ad_spend"),
    never=_OTHER,
    aside=_ASIDE,
    repeat=Repeat.PARTS,
)
