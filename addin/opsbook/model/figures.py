"""Figures given to an analysis: what each may be, and the refusal that names the one that is not."""

from collections.abc import Callable
from dataclasses import dataclass

from opsbook.model.errors import FigureRefusedError
from opsbook.model.language import Label


@dataclass(frozen=True, slots=True)
class Span:
    """What a figure may be.

    Args:
        words: how the user is told.
        holds: whether a number of ordinary size is one.
        rate: whether it is a rate, which is often typed as a percentage.
    """

    words: Label
    holds: Callable[[float], bool]
    rate: bool = False


LARGEST = 1e15
"""What a cell still shows to the last digit; anything larger is no figure of a shop."""

ANY = Span(Label("正常大小的数字", "a number of ordinary size"), lambda _: True)
NOT_NEGATIVE = Span(Label("大于等于 0 的数", "0 or more"), lambda value: value >= 0)
POSITIVE = Span(Label("大于 0 的数", "above 0"), lambda value: value > 0)
COUNT = Span(Label("大于等于 0 的整数", "a whole number, 0 or more"), lambda value: value >= 0 and value == int(value))
NOT_ZERO = Span(Label("不等于 0 的数", "a number other than 0"), lambda value: value != 0)
NOTICEABLE = Span(
    Label("让转化率至少变化十亿分之一的数", "a change of the rate by at least one in a billion"),
    lambda value: abs(value) >= 1e-9,
)
MARGIN = Span(Label("不大于 1 的比率", "a rate of at most 1"), lambda value: value <= 1, rate=True)
OPEN_SHARE = Span(Label("大于 0、小于 1 的比率", "a rate between 0 and 1"), lambda value: 0 < value < 1, rate=True)
SERVICE_SHARE = Span(
    Label("不小于 0.5、小于 1 的比率", "a rate from 0.5 to below 1"), lambda value: 0.5 <= value < 1, rate=True
)

FIGURES: dict[str, Label] = {
    "alpha": Label("显著性水平", "significance level"),
    "aov_ratio": Label("客单价倍数", "AOV ratio"),
    "base_rate": Label("现有转化率", "present rate"),
    "bounce_rate": Label("跳失率", "bounce rate"),
    "change_limit": Label("变化幅度界线", "limit of change"),
    "clicks": Label("点击量", "clicks"),
    "daily_sales": Label("日均销量", "daily sales"),
    "depth": Label("访问深度", "visit depth"),
    "factor": Label("因素", "factor"),
    "gmv": Label("支付金额", "GMV"),
    "gross_margin": Label("毛利率", "gross margin"),
    "impressions": Label("展现量", "impressions"),
    "lead_days": Label("补货天数", "lead time"),
    "lead_deviation": Label("补货天数的标准差", "deviation of the lead time"),
    "lift": Label("想测出的提升", "lift to detect"),
    "min_clicks": Label("最少点击量", "fewest clicks"),
    "min_days": Label("最少可比天数", "fewest days"),
    "orders": Label("成交笔数", "orders"),
    "peer_price": Label("竞店价格", "peer's price"),
    "planned": Label("计划样本量", "planned sample"),
    "power": Label("检验功效", "power"),
    "price": Label("本店价格", "our price"),
    "rank": Label("排名", "rank"),
    "safety_stock": Label("安全库存", "safety stock"),
    "sales_deviation": Label("日销量的标准差", "deviation of daily sales"),
    "service_level": Label("现货率目标", "service level"),
    "shop_cvr": Label("全店转化率", "the shop's conversion"),
    "spend": Label("花费", "spend"),
    "stock": Label("库存", "stock"),
    "successes_a": Label("A 版成交数", "successes of A"),
    "successes_b": Label("B 版成交数", "successes of B"),
    "target_rate": Label("目标转化率", "target rate"),
    "value": Label("当日数值", "value"),
    "visitors": Label("访客数", "visitors"),
    "visitors_a": Label("A 版访客数", "visitors of A"),
    "visitors_b": Label("B 版访客数", "visitors of B"),
    "weight_elapsed": Label("已过各天的权重合计", "weights of the days over"),
    "weight_month": Label("全月权重合计", "weights of the month"),
    "days_elapsed": Label("已过天数", "days over"),
    "days_month": Label("全月天数", "days of the month"),
    "days_empty": Label("没有成交的天数", "days without sales"),
    "z_limit": Label("异常界线", "limit of z"),
}
"""What messages call a figure, by the argument's name."""


def require(name: str, value: float | None, span: Span, words: Label | None = None) -> None:
    """Refuse a figure an analysis cannot work with; a missing one passes.

    Args:
        name: the argument's name, a key of `FIGURES` unless `words` are given.
        value: the figure; None is missing.
        span: what it may be.
        words: what the message calls it, where that is not in `FIGURES`.

    Raises:
        FigureRefusedError: `figure-too-large`: beyond `LARGEST`; `rate-outside` and `figure-outside`: not in the
            span, or no number at all.
    """
    if value is None or (abs(value) < LARGEST and span.holds(value)):
        return
    told, seen = words or FIGURES[name], f"{value:.15g}"
    if abs(value) >= LARGEST:
        raise FigureRefusedError("figure-too-large", name=told, seen=seen)
    raise FigureRefusedError("rate-outside" if span.rate else "figure-outside", name=told, seen=seen, wanted=span.words)


def require_part(part: str, value: float | None, whole: str, limit: float | None) -> None:
    """Refuse a part that is larger than its whole; missing ones pass.

    Args:
        part: the part's name, a key of `FIGURES`.
        value: the part.
        whole: the whole's name, a key of `FIGURES`.
        limit: the whole.

    Raises:
        FigureRefusedError: `figure-over-whole`.
    """
    if value is not None and limit is not None and value > limit:
        raise FigureRefusedError(
            "figure-over-whole",
            part=FIGURES[part],
            seen=f"{value:.15g}",
            whole=FIGURES[whole],
            limit=f"{limit:.15g}",
        )
