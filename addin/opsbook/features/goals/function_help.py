"""Worksheet functions of this feature: names, arguments and the help Excel shows."""

from opsbook.model.language import Label
from opsbook.model.records.function import GOALS, Function, given, maybe

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_GOAL_DAYS", Label("月目标分到每天：日期、权重、日目标，合计分毫不差。", "A month's goal split over its days: date, weight, goal, adding up exactly."), (
        given("month_goal", "月目标（整数元）", "the month's goal in whole yuan"),
        given("month", "月份：带引号的 2026-11，或该月任意一天的日期", "the month: '2026-11' in quotes, or any date of it"),
        maybe("history", "历史两列：日期、支付金额，用来拟合权重", "history, two columns: date and GMV, to fit the weights"),
        maybe("locks", "锁定两列：日期、日目标", "locked days, two columns: date and goal"),
        maybe("events", "活动五列：活动、阶段、开始、结束、系数", "events, five columns: event, phase, start, end, lift"),
        maybe("market", "市场：CN（不填即是）、none 或国家代码如 US", "market: CN (if left out), none or a country code such as US"),
    ), GOALS, spills=True, run="opsbook.features.goals.functions:OPS_GOAL_DAYS"),
    Function("OPS_CATCHUP", Label("追赶目标：本月还差的钱分到剩余各天。", "Catch-up goals: what is left of a month over its remaining days."), (
        given("month_goal", "月目标（整数元）", "the month's goal in whole yuan"),
        given("actual", "本月已完成（元）；缺数的天按 0 算，追赶会偏高", "yuan earned so far this month; a day without data counts as 0 and makes the goals too high"),
        given("weights", "剩余各天的权重", "weights of the remaining days"),
        maybe("locks", "剩余各天的手工目标，没有的留空", "manual goals of those days, blank where there is none"),
    ), GOALS, spills=True, run="opsbook.features.goals.functions:OPS_CATCHUP"),
    Function("OPS_PACE", Label("进度：本月实际 ÷ 本月应达。", "Pace: month-to-date actual over month-to-date goal."), (
        given("actual", "本月实际（元）；缺数的天按 0 算", "month-to-date actual in yuan; a day without data counts as 0"),
        given("goal_to_date", "截至当日的目标合计（元），缺数的天不要算进来", "goal up to the same day in yuan, days without data left out"),
    ), GOALS, run="opsbook.features.goals.functions:OPS_PACE"),
    Function("OPS_PROJECTION", Label("按目前走势推算的月末金额。", "Month end in yuan if the rest of the month goes as so far."), (
        given("actual", "本月实际（元）；缺数的天按 0 算", "month-to-date actual in yuan; a day without data counts as 0"),
        given("weight_elapsed", "已过各天的权重合计，缺数的天不要算进来", "sum of the weights of the complete days, those without data left out"),
        given("weight_month", "全月权重合计", "sum of the weights of the whole month"),
        maybe("days_elapsed", "已过天数（不含休业）；和全月天数一起填，就按日均一起估", "days over, closed ones left out; with days_month the run rate is mixed in"),
        maybe("days_month", "全月天数（不含休业）", "days of the month, closed ones left out"),
        maybe("days_empty", "已过各天里没有成交的天数", "days over that sold nothing"),
    ), GOALS, run="opsbook.features.goals.functions:OPS_PROJECTION"),
)  # fmt: skip
