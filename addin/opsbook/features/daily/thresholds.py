"""The thresholds a new workbook starts with. Only defaults: every one is a row the operator edits."""

from opsbook.model.departments import DESIGN, OPERATIONS, PROMOTION, SERVICE, WAREHOUSE
from opsbook.model.language import Label
from opsbook.model.records.threshold import Least, Threshold

# of fewer, chance decides: rates over people, what orders come to, what an ad brings
VISITORS, IMPRESSIONS, CLICKS = Least("visitors", 100), Least("impressions", 1000), Least("clicks", 100)
ORDERS, AD_ORDERS = Least("orders", 10), Least("ad_orders", 5)

THRESHOLDS: tuple[Threshold, ...] = (
    Threshold("attainment", "shop", OPERATIONS, Label("把缺口折成访客和预算，转成今天的任务", "turn the gap into visitors and budget"), 1, 0.9, least_orders=ORDERS),
    Threshold("visitor_attainment", "shop", PROMOTION, Label("看哪个来源掉得多，按差额补推广预算", "which source fell? buy what is missing"), 1, 0.9, least=VISITORS),
    Threshold("month_pace", "shop", OPERATIONS, Label("按剩余追赶排后面几天的活动和预算", "plan the days left by what is to catch up"), 1, 0.9, least_orders=Least("month_orders", 10)),
    Threshold("cvr", "shop", OPERATIONS, Label("看主推款详情和评价，查流量来源是否变杂", "check main item's page, reviews, traffic"), 1, 0.9, "peer_cvr", least=VISITORS),
    Threshold("adj_cvr", "shop", OPERATIONS, Label("预售期看这一项，核对预售买家数有没有填", "presale: are presale buyers typed in?"), 1, 0.9, "peer_cvr", least=VISITORS),
    Threshold("aov", "shop", OPERATIONS, Label("调整搭配购和满减门槛，检查低价款占比", "adjust bundles, discounts, cheap items"), 1, 0.9, "target_aov", least_orders=ORDERS),
    Threshold("pay_rate", "shop", SERVICE, Label("催付款，提醒优惠券到期", "remind unpaid orders and expiring coupons"), 0.85, 0.7, least=Least("order_buyers", 100)),
    Threshold("refund_rate", "shop", SERVICE, Label("按退款原因归类，先处理前两名商品", "group by reason; two worst items first"), 0.04, 0.05, least_orders=ORDERS),
    Threshold("inquiry_cvr", "shop", SERVICE, Label("抽查聊天记录，低于红线的安排培训", "review chats; train below the red line"), 0.6, 0.5, least=Least("inquiries", 100)),
    Threshold("depth", "shop", DESIGN, Label("详情页加关联款，首页加分类入口", "add related items and category links"), 3.5, 2.5, least=VISITORS),
    Threshold("bounce_rate", "shop", DESIGN, Label("首屏三秒讲清卖点，核对推广词与页面", "selling point first; ads must match it"), 0.6, 0.7, least=VISITORS),
    Threshold("aov_ratio", "shop", OPERATIONS, Label("给主推款配搭配购和加购推荐", "bundles and add-ons with the main item"), 1.5, 1.3, least_orders=ORDERS),
    Threshold("roi", "shop", PROMOTION, Label("先降低于保本计划的预算，再换词换图", "cut plans below breakeven, then new words"), 1, 0.8, "breakeven_roi", least=CLICKS, least_orders=AD_ORDERS),
    Threshold("uv_cost", "shop", PROMOTION, Label("访客成本超过单客毛利，减少付费流量", "visitors cost more than they earn: buy less"), 1, None, "uv_profit", least=VISITORS),
    Threshold("dsr_item", "shop", OPERATIONS, Label("核对描述与实物，回访低分买家", "match pages to goods; call low raters"), 4.8, 4.6),
    Threshold("dsr_service", "shop", SERVICE, Label("查响应时长和差评对话", "check response times and bad chats"), 4.8, 4.6),
    Threshold("dsr_logistics", "shop", WAREHOUSE, Label("查揽收和在途时长，联系快递", "check transit times with the carrier"), 4.8, 4.6),
    Threshold("ship_hours", "shop", WAREHOUSE, Label("先清积压订单，再安排预售和大促单", "clear the backlog first, then presale"), 24, 24, least_orders=ORDERS),
    Threshold("fav_cart_rate", "shop", OPERATIONS, Label("加收藏加购有礼，检查主图和价格", "reward carts; check picture and price"), least=VISITORS),
    Threshold("fav_rate", "shop", OPERATIONS, Label("详情页首屏加收藏引导", "ask for favourites at the page top"), least=VISITORS),
    Threshold("cart_rate", "shop", OPERATIONS, Label("检查券后价和库存规格是否齐全", "check coupon price and variants in stock"), least=VISITORS),
    Threshold("order_cvr", "shop", OPERATIONS, Label("对比加购与下单，检查运费和优惠门槛", "check postage and discount limits"), least=VISITORS),
    Threshold("items_per_buyer", "shop", OPERATIONS, Label("做多件折扣和关联推荐", "multi-piece discounts, related items"), least_orders=ORDERS),
    Threshold("uv_value", "shop", OPERATIONS, Label("看转化率和客单价哪一项下降，先修那一项", "mend whichever fell: conversion or AOV"), least=VISITORS),
    Threshold("uv_profit", "shop", OPERATIONS, Label("检查成本、退款和折扣力度", "check cost, refunds and discounts"), least=VISITORS),
    Threshold("old_buyer_share", "shop", SERVICE, Label("给老客发券，做会员日和复购提醒", "coupons, member days for old buyers"), least=Least("buyers", 100)),
    Threshold("ctr", "shop", PROMOTION, Label("换主图和创意，去掉不相关的词", "new pictures; drop unrelated keywords"), least=IMPRESSIONS),
    Threshold("cpc", "shop", PROMOTION, Label("降低出价，提高质量分", "lower bids and raise the quality score"), least=CLICKS, least_orders=AD_ORDERS),
    Threshold("ad_cvr", "shop", PROMOTION, Label("把预算移到转化高的计划和人群", "move budget to plans that convert"), least=CLICKS),
    Threshold("cpm", "shop", PROMOTION, Label("收窄人群和时段，避开竞价高峰", "narrow audiences; avoid bidding peaks"), least=IMPRESSIONS),
    Threshold("ad_share", "shop", PROMOTION, Label("控制总预算，先保自然流量", "hold the budget; protect free traffic"), least_orders=ORDERS),
    Threshold("cac", "shop", PROMOTION, Label("减少低效拉新，转向老客运营", "less acquisition, more old buyers"), least_orders=Least("new_buyers", 10)),
    Threshold("net_gmv", "shop", OPERATIONS, Label("支付与退款一起看，找出退款集中的商品", "find the items refunds concentrate on"), least_orders=ORDERS),
    Threshold("gross_margin", "shop", OPERATIONS, Label("检查折扣叠加和成本，调整活动价", "check stacked discounts and cost"), least_orders=ORDERS),
    Threshold("net_margin", "shop", OPERATIONS, Label("先砍亏损的推广，再看折扣", "cut losing ads first, then discounts"), least_orders=ORDERS),
)  # fmt: skip
