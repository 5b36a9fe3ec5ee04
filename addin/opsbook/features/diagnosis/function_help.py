"""Worksheet functions of this feature: names, arguments and the help Excel shows."""

from opsbook.model.language import Label
from opsbook.model.records.function import DIAGNOSIS, Function, given, maybe

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_BRIDGE", Label("成交额变化拆成访客、转化率、客单价三部分，相加正好等于差额。", "Splits a change of GMV into visitors, conversion and order value; the parts add up exactly."), (
        given("before", "之前的访客数、支付转化率、客单价三格", "visitors, pay conversion and AOV before: three cells"),
        given("after", "之后的访客数、支付转化率、客单价三格", "visitors, pay conversion and AOV after: three cells"),
    ), DIAGNOSIS, spills=True, run="opsbook.features.diagnosis.functions:OPS_BRIDGE"),
    Function("OPS_SOURCE_EFFECTS", Label("成交额变化拆到每个流量来源：流量效应和效率效应。", "Splits a change of GMV over traffic sources: volume and rate effect of each."), (
        given("before", "之前各来源三列：来源、访客数、支付金额", "before, three columns: source, visitors, GMV"),
        given("after", "之后各来源三列：来源、访客数、支付金额", "after, three columns: source, visitors, GMV"),
    ), DIAGNOSIS, spills=True, run="opsbook.features.diagnosis.functions:OPS_SOURCE_EFFECTS"),
    Function("OPS_ANOMALY", Label("与前几周同一天相比是否异常：结论、偏离程度、常见值、变化幅度。", "Whether a value is unusual against the same weekday: verdict, robust z, usual value, change."), (
        given("value", "当天的值", "the day's value"),
        given("history", "前 8 周同一星期几的值，至少 4 个，大促日不要选", "the same weekday of the last 8 weeks, at least 4 values, without campaign days"),
        maybe("min_z", "偏离多少算异常，默认看历史有几天：4 天 15.8、8 天 5.9、20 天 3.6、40 天起 3", "robust z from which a value is unusual; by default by the number of days: 15.8 for 4, 5.9 for 8, 3.6 for 20, 3 from 40 on"),
        maybe("min_change", "变化多少算异常，默认 0.1", "change from which a value is unusual, 0.1 by default"),
    ), DIAGNOSIS, spills=True, run="opsbook.features.diagnosis.functions:OPS_ANOMALY"),
    Function("OPS_PAGE_HEALTH", Label("页面健康：客单价倍数、跳失率、访问深度各一盏灯。", "Page health: one light each for AOV ratio, bounce rate and visit depth."), (
        given("aov_ratio", "全店客单价 ÷ 主推款客单价", "shop AOV divided by the main item's"),
        given("bounce_rate", "跳失率，0 到 1", "bounce rate, 0 to 1"),
        given("depth", "访问深度：浏览量 ÷ 访客数", "visit depth: page views per visitor"),
        maybe("thresholds", "「阈值」整张表（含表头）；默认用内置界线", "the Thresholds table with its headers; built-in lines by default"),
        maybe("many_returning", "回头客多不多：是或否，默认否；多时跳失率和访问深度的绿线更严", "whether many visitors return: yes or no, no by default; then bounce rate and depth have stricter green lines"),
    ), DIAGNOSIS, spills=True, run="opsbook.features.diagnosis.functions:OPS_PAGE_HEALTH"),
)  # fmt: skip
