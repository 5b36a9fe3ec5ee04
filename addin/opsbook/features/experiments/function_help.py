"""Worksheet functions of this feature: names, arguments and the help Excel shows."""

from opsbook.model.language import Label
from opsbook.model.records.function import DECISIONS, Function, given, maybe

_CONFIDENCE = maybe("confidence", "把握程度，默认 0.95", "how sure to be, 0.95 by default")

FUNCTIONS: tuple[Function, ...] = (
    Function("OPS_AB_TEST", Label("A/B 测试：两个版本的转化率差多少、是不是碰巧、该不该换。", "A/B test: difference of two conversion rates, its p-value and interval, and what to do."), (
        given("visitors_a", "版本 A 的访客数", "visitors of version A"),
        given("buyers_a", "版本 A 的买家数", "buyers of version A"),
        given("visitors_b", "版本 B 的访客数", "visitors of version B"),
        given("buyers_b", "版本 B 的买家数", "buyers of version B"),
        maybe("planned", "计划每版访客数；没到之前不下结论", "planned visitors per version; no verdict before they are reached"),
        _CONFIDENCE,
    ), DECISIONS, spills=True, run="opsbook.features.experiments.functions:OPS_AB_TEST"),
    Function("OPS_SAMPLE_SIZE", Label("测试前先算：每个版本要多少访客。", "Visitors each version of a test needs."), (
        given("base_rate", "现在的转化率，0 到 1", "the conversion rate now, 0 to 1"),
        given("lift", "想看出的相对提升，例如 0.1 表示提升 10%", "relative lift worth seeing, such as 0.1 for 10%"),
        maybe("power", "有提升时看得出的把握，默认 0.8", "chance to see it when it is there, 0.8 by default"),
        _CONFIDENCE,
    ), DECISIONS, run="opsbook.features.experiments.functions:OPS_SAMPLE_SIZE"),
)  # fmt: skip
