"""Every worksheet function that Python answers, once: names, arguments and the help Excel shows.

Metrics are worksheet functions too; their records follow from the registry (`opsbook.vba.metric`).
"""

from opsbook.model.function import Argument, Function
from opsbook.model.language import Label

GOALS = Label("OpsBook 目标", "OpsBook goals")
DIAGNOSIS = Label("OpsBook 诊断", "OpsBook diagnosis")
DECISIONS = Label("OpsBook 决策", "OpsBook decisions")


def _given(name: str, zh: str, en: str) -> Argument:
    return Argument(name, Label(zh, en))


def _maybe(name: str, zh: str, en: str) -> Argument:
    return Argument(name, Label(f"{zh}，可不填", f"{en}; may be left out"), optional=True)


_SERVICE = _maybe("service_level", "不缺货的把握，默认 0.95", "how sure to be never out of stock, 0.95 by default")
_LEAD_SD = _maybe(
    "lead_sd", "备货天数的标准差（天），默认 0", "standard deviation of the lead time in days, 0 by default"
)
_CONFIDENCE = _maybe("confidence", "把握程度，默认 0.95", "how sure to be, 0.95 by default")
_STOCK = (
    _given("daily_sales", "平均日销量（件）", "average sales per day, in pieces"),
    _given("daily_sd", "日销量的标准差（件）", "standard deviation of daily sales, in pieces"),
    _given("lead_days", "备货天数：下单到入仓", "lead time in days, from order to warehouse"),
    _LEAD_SD,
    _SERVICE,
)

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_METRIC", Label("任意指标：先合计各列，再相除，不是比率的平均。", "Any metric of a table: a ratio of sums, never a mean of ratios."), (
        _given("metric_id", "指标代号或名称，例如 cvr 或「支付转化率」", "id or name of a metric, such as cvr"),
        _given("data", "一片带表头的区域，每天一行", "a range with its header row, one row per day"),
    ), DIAGNOSIS),
    Function("OPS_STATUS", Label("一个值的灯：▲ 达标、● 留意、▼ 未达。", "The light of a value: met, near or low."), (
        _given("value", "指标的值，一格或一列", "values of the metric: one cell or a range"),
        _given("metric_id", "指标代号或名称，例如 refund_rate", "id or name of a metric, such as refund_rate"),
        _maybe("thresholds", "绿线、红线两格，或「阈值」整张表（含表头）；默认用内置界线", "two cells, green and red line, or the Thresholds table with its headers; built-in lines by default"),
    ), DIAGNOSIS),
    Function("OPS_BRIDGE", Label("成交额变化拆成访客、转化率、客单价三部分，相加正好等于差额。", "Splits a change of GMV into visitors, conversion and order value; the parts add up exactly."), (
        _given("before", "之前的访客数、支付转化率、客单价三格", "visitors, pay conversion and AOV before: three cells"),
        _given("after", "之后的访客数、支付转化率、客单价三格", "visitors, pay conversion and AOV after: three cells"),
    ), DIAGNOSIS, spills=True),
    Function("OPS_SOURCE_EFFECTS", Label("成交额变化拆到每个流量来源：流量效应和效率效应。", "Splits a change of GMV over traffic sources: volume and rate effect of each."), (
        _given("before", "之前各来源三列：来源、访客数、支付金额", "before, three columns: source, visitors, GMV"),
        _given("after", "之后各来源三列：来源、访客数、支付金额", "after, three columns: source, visitors, GMV"),
    ), DIAGNOSIS, spills=True),
    Function("OPS_ANOMALY", Label("与前几周同一天相比是否异常：结论、偏离程度、常见值、变化幅度。", "Whether a value is unusual against the same weekday: verdict, robust z, usual value, change."), (
        _given("value", "当天的值", "the day's value"),
        _given("history", "前 8 周同一星期几的值，至少 4 个，大促日不要选", "the same weekday of the last 8 weeks, at least 4 values, without campaign days"),
        _maybe("min_z", "偏离多少算异常，默认 3", "robust z from which a value is unusual, 3 by default"),
        _maybe("min_change", "变化多少算异常，默认 0.1", "change from which a value is unusual, 0.1 by default"),
    ), DIAGNOSIS, spills=True),
    Function("OPS_PAGE_HEALTH", Label("页面健康：客单价倍数、跳失率、访问深度各一盏灯。", "Page health: one light each for AOV ratio, bounce rate and visit depth."), (
        _given("aov_ratio", "全店客单价 ÷ 主推款客单价", "shop AOV divided by the main item's"),
        _given("bounce_rate", "跳失率，0 到 1", "bounce rate, 0 to 1"),
        _given("depth", "访问深度：浏览量 ÷ 访客数", "visit depth: page views per visitor"),
        _maybe("thresholds", "「阈值」整张表（含表头）；默认用内置界线", "the Thresholds table with its headers; built-in lines by default"),
        _maybe("many_returning", "回头客多不多：是或否，默认否；多时跳失率和访问深度的绿线更严", "whether many visitors return: yes or no, no by default; then bounce rate and depth have stricter green lines"),
    ), DIAGNOSIS, spills=True),
    Function("OPS_GOAL_DAYS", Label("月目标分到每天：日期、权重、日目标，合计分毫不差。", "A month's goal split over its days: date, weight, goal, adding up exactly."), (
        _given("month_goal", "月目标（整数元）", "the month's goal in whole yuan"),
        _given("month", "月份：带引号的 2026-11，或该月任意一天的日期", "the month: '2026-11' in quotes, or any date of it"),
        _maybe("history", "历史两列：日期、支付金额，用来拟合权重", "history, two columns: date and GMV, to fit the weights"),
        _maybe("locks", "锁定两列：日期、日目标", "locked days, two columns: date and goal"),
        _maybe("events", "活动五列：活动、阶段、开始、结束、系数", "events, five columns: event, phase, start, end, lift"),
    ), GOALS, spills=True),
    Function("OPS_CATCHUP", Label("追赶目标：本月还差的钱分到剩余各天。", "Catch-up goals: what is left of a month over its remaining days."), (
        _given("month_goal", "月目标（整数元）", "the month's goal in whole yuan"),
        _given("actual", "本月已完成（元）", "yuan earned so far this month"),
        _given("weights", "剩余各天的权重", "weights of the remaining days"),
        _maybe("locks", "剩余各天的手工目标，没有的留空", "manual goals of those days, blank where there is none"),
    ), GOALS, spills=True),
    Function("OPS_PACE", Label("进度：本月实际 ÷ 本月应达。", "Pace: month-to-date actual over month-to-date goal."), (
        _given("actual", "本月实际（元）", "month-to-date actual in yuan"),
        _given("goal_to_date", "截至当日的目标合计（元）", "goal up to the same day in yuan"),
    ), GOALS),
    Function("OPS_PROJECTION", Label("按目前走势推算的月末金额。", "Month end in yuan if the rest of the month goes as so far."), (
        _given("actual", "本月实际（元）", "month-to-date actual in yuan"),
        _given("weight_elapsed", "已过各天的权重合计", "sum of the weights of the complete days"),
        _given("weight_month", "全月权重合计", "sum of the weights of the whole month"),
    ), GOALS),
    Function("OPS_AB_TEST", Label("A/B 测试：两个版本的转化率差多少、是不是碰巧、该不该换。", "A/B test: difference of two conversion rates, its p-value and interval, and what to do."), (
        _given("visitors_a", "版本 A 的访客数", "visitors of version A"),
        _given("buyers_a", "版本 A 的买家数", "buyers of version A"),
        _given("visitors_b", "版本 B 的访客数", "visitors of version B"),
        _given("buyers_b", "版本 B 的买家数", "buyers of version B"),
        _maybe("planned", "计划每版访客数；没到之前不下结论", "planned visitors per version; no verdict before they are reached"),
        _CONFIDENCE,
    ), DECISIONS, spills=True),
    Function("OPS_SAMPLE_SIZE", Label("测试前先算：每个版本要多少访客。", "Visitors each version of a test needs."), (
        _given("base_rate", "现在的转化率，0 到 1", "the conversion rate now, 0 to 1"),
        _given("lift", "想看出的相对提升，例如 0.1 表示提升 10%", "relative lift worth seeing, such as 0.1 for 10%"),
        _maybe("power", "有提升时看得出的把握，默认 0.8", "chance to see it when it is there, 0.8 by default"),
        _CONFIDENCE,
    ), DECISIONS),
    Function("OPS_KEYWORD_ACTION", Label("关键词怎么办：加价、降价、删除、观察、添加，附理由。", "What to do with a keyword: raise, lower, delete, watch or add, with the reason."), (
        _given("clicks", "点击量，一格或一列", "clicks: one cell or a column"),
        _given("ad_orders", "成交笔数", "orders"),
        _given("ad_spend", "花费（元）", "spend in yuan"),
        _given("ad_gmv", "成交金额（元）", "GMV in yuan"),
        _given("gross_margin", "毛利率，例如 0.35", "gross margin, such as 0.35"),
        _maybe("shop_cvr", "全店转化率，用来判断没成交的词还有没有希望", "the shop's conversion, to judge keywords that never sold"),
        _maybe("position", "平均排名；已是第 1 名就不再加价", "average position; the first is not raised further"),
        _maybe("bid", "是否已出价：是或否，默认是", "whether it is bid on: yes or no, yes by default"),
        _maybe("impressions", "展现量；填了就在理由里附上点击率和它的可信区间", "impressions; with them the reason also tells the CTR and its likely range"),
    ), DECISIONS, spills=True),
    Function("OPS_SAFETY_STOCK", Label("安全库存：应付销量和到货的波动（件，未取整）。", "Safety stock in pieces (not rounded) against swings of sales and delivery."), _STOCK, DECISIONS),
    Function("OPS_REORDER_POINT", Label("补货点：库存降到多少就该下单（件，未取整）。", "Stock level in pieces (not rounded) at which to order again."), _STOCK, DECISIONS),
    Function("OPS_DAYS_OF_COVER", Label("现有库存还能卖几天。", "Days the stock lasts."), (
        _given("pieces", "现有库存（件）", "stock in pieces"),
        _given("daily_sales", "平均日销量（件）", "average sales per day, in pieces"),
    ), DECISIONS),
    Function("OPS_PRICE_INDEX", Label("价格指数：我的价格 ÷ 竞店同款价格的中位数。", "Our price over the median of the peers' prices."), (
        _given("price", "我的价格（元）", "our price in yuan"),
        _given("peer_prices", "竞店同款的价格", "the peers' prices of the same style"),
    ), DECISIONS),
    Function("OPS_TITLE_SIMILARITY", Label("两个标题有多像，0 到 1；越接近 1 越可能是同款。", "How alike two titles are, 0 to 1; near 1 may be a copy."), (
        _given("title", "自己的标题", "our title"),
        _given("other", "对方的标题", "the other title"),
    ), DECISIONS),
    Function("OPS_VERSION", Label("OpsBook 的版本号。", "OpsBook's version."), (), DECISIONS),
)  # fmt: skip

FUNCTION: dict[str, Function] = {function.name: function for function in FUNCTIONS}
