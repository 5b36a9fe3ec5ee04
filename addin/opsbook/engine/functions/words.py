"""What worksheet functions answer in words, by the ids the analyses use."""

from opsbook.model.language import Label

LIGHT: dict[tuple[int, int], Label] = {
    (1, 1): Label("▲ 达标", "▲ met"),
    (1, -1): Label("▲ 达标", "▲ ok"),
    (0, 1): Label("● 留意", "● near"),
    (0, -1): Label("● 留意", "● near"),
    (-1, 1): Label("▼ 未达", "▼ low"),
    (-1, -1): Label("▼ 超限", "▼ over"),
}
"""A light by its number, and by whether higher (1) or lower (-1) is better."""

BETTER: dict[int, Label] = {1: Label("越高越好", "higher is better"), -1: Label("越低越好", "lower is better")}
GAP = Label("合计差额", "Gap")
OVERALL = Label("整体", "Overall")
LEFT_OUT = Label("合计行，未计入", "a total, left out")
UNMEASURED = Label("缺访客数或支付金额", "visitors or GMV missing")

FINDING: dict[str, Label] = {
    "high": Label("异常偏高", "unusually high"),
    "low": Label("异常偏低", "unusually low"),
    "normal": Label("正常", "normal"),
    "not-enough-history": Label("历史不足", "not enough history"),
    "missing": Label("当天没有值", "no value"),
}

COMPARISON: dict[str, Label] = {
    "rate_a": Label("A 版转化率", "Rate of A"),
    "rate_b": Label("B 版转化率", "Rate of B"),
    "difference": Label("B − A", "B − A"),
    "low": Label("差异区间下限", "Difference, low end"),
    "high": Label("差异区间上限", "Difference, high end"),
    "p_value": Label("p 值", "p-value"),
    "verdict": Label("结论", "Verdict"),
}
"""The lines of an A/B test's answer, in order."""

VERDICT: dict[str, Label] = {
    "better": Label("B 更好，可以换", "B is better: switch"),
    "worse": Label("B 更差，保留 A", "B is worse: keep A"),
    "no-difference": Label("看不出差别", "no difference shown"),
    "too-early": Label("样本不够，先别下结论", "too early to say"),
}

ACTION: dict[str, Label] = {
    "raise": Label("加价", "raise"),
    "lower": Label("降价", "lower"),
    "delete": Label("删除", "delete"),
    "watch": Label("观察", "watch"),
    "add": Label("添加", "add"),
}

REASON: dict[str, Label] = {
    "sold-not-bid": Label("没出价也成交了，值得买", "sold without a bid"),
    "unsold-not-bid": Label("没出价也没成交", "neither bid on nor sold"),
    "figure-missing": Label("数据不全，判断不了", "figures are missing"),
    "few-clicks": Label("点击太少，再等等", "too few clicks yet"),
    "hopeless": Label("点击够多仍没成交", "clicked often and never sold"),
    "unsold-yet": Label("还没成交，但点击还不足以放弃", "not sold yet, too early to give up"),
    "margin-missing": Label("没有毛利率，算不出保本 ROI", "no gross margin, so no break-even ROI"),
    "no-margin": Label("毛利率不大于 0，卖得越多亏得越多", "no margin: every sale loses"),
    "no-spend": Label("没有花费，不必调价", "nothing was spent"),
    "first-already": Label("ROI {roi} 高于保本 {breakeven}，但已在第 1 名", "ROI {roi} is above break-even {breakeven}, but it is first already"),
    "above-breakeven": Label("ROI {roi}（{low}–{high}）高于保本 {breakeven}", "ROI {roi} ({low}–{high}) is above break-even {breakeven}"),
    "below-breakeven": Label("ROI {roi}（{low}–{high}）低于保本 {breakeven}", "ROI {roi} ({low}–{high}) is below break-even {breakeven}"),
    "around-breakeven": Label("ROI {roi}（{low}–{high}）与保本 {breakeven} 分不出高低", "ROI {roi} ({low}–{high}) cannot be told from break-even {breakeven}"),
}  # fmt: skip

CLICK_RATE = Label("；点击率 {ctr}（{low}–{high}）", "; CTR {ctr} ({low}–{high})")

YES = frozenset({"是", "yes", "y", "true", "1"})
NO = frozenset({"否", "no", "n", "false", "0"})
