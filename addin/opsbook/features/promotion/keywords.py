"""What to do with a keyword: raise its bid, lower it, delete it, watch it, or add it, with the evidence."""

from dataclasses import dataclass
from enum import Enum

from opsbook.features.promotion.breakeven import breakeven_roi
from opsbook.features.promotion.interval import Interval, wilson
from opsbook.model.figures import COUNT, NOT_NEGATIVE, OPEN_SHARE, require, require_part

MIN_CLICKS = 100
"""Clicks below which nothing is concluded: up to here even a keyword as good as others may not have sold."""

_FIRST = 1.5  # an average rank better than this was first most of the time


class Action(Enum):
    """What to do with a keyword."""

    RAISE = "raise"
    LOWER = "lower"
    DELETE = "delete"
    WATCH = "watch"
    ADD = "add"


class Reason(Enum):
    """Why."""

    SOLD_NOT_BID = "sold-not-bid"
    UNSOLD_NOT_BID = "unsold-not-bid"
    FIGURE_MISSING = "figure-missing"
    FEW_CLICKS = "few-clicks"
    HOPELESS = "hopeless"
    UNSOLD_YET = "unsold-yet"
    MARGIN_MISSING = "margin-missing"
    NO_MARGIN = "no-margin"
    NO_SPEND = "no-spend"
    FIRST_ALREADY = "first-already"
    ABOVE_BREAKEVEN = "above-breakeven"
    BELOW_BREAKEVEN = "below-breakeven"
    AROUND_BREAKEVEN = "around-breakeven"


@dataclass(frozen=True, slots=True)
class Keyword:
    """What a keyword or search term did in a period; None where unknown.

    Args:
        impressions: times shown, a whole number.
        clicks: a whole number, not above the impressions.
        orders: sold through it, a whole number; late and repeated orders may exceed the clicks.
        spend: yuan paid for the clicks.
        gmv: yuan of the orders.
        rank: average position, 1 is the first.
        bid: whether it is bid on; False for a search term that was found by other words.
    """

    impressions: float | None
    clicks: float | None
    orders: float | None
    spend: float | None
    gmv: float | None
    rank: float | None = None
    bid: bool = True


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do with a keyword, why, and the figures behind it.

    Args:
        action: what to do.
        reason: why.
        ctr: clicks per impression with its Wilson interval; None when unknown.
        cvr: orders per click with its Wilson interval; None when unknown.
        roi: payments per yuan spent, with the interval that follows from cvr's; None when unknown or nothing was sold.
        breakeven: the ROI that pays for itself; None without a margin above 0.
    """

    action: Action
    reason: Reason
    ctr: Interval | None
    cvr: Interval | None
    roi: Interval | None
    breakeven: float | None


def keyword_action(
    keyword: Keyword, gross_margin: float | None, *, shop_cvr: float | None = None, min_clicks: float = MIN_CLICKS
) -> Advice:
    """Say what to do with a keyword, judged by intervals, never by a bare ratio.

    Not bid on: add it if it sold. Under `min_clicks`: watch. Nothing sold: delete it if its conversion is, at the upper
    end of its interval, below the shop's (or the shop's is unknown), else watch. Sold: raise the bid if the whole
    interval of its ROI is above break-even and its rank is not first already; lower it if the whole interval is below;
    watch if break-even lies within.

    Args:
        keyword: what it did.
        gross_margin: of what it sells, a share (0.3 is 30 %); None when unknown.
        shop_cvr: the shop's orders per click or visitor, within 0-1; None when unknown.
        min_clicks: fewest clicks to conclude from.

    Returns:
        Action, reason and figures. ROI's interval is cvr's times payments per order over spend per click.

    Raises:
        FigureRefusedError: a count is negative or not whole, clicks exceed impressions, an amount is negative, the
            margin is above 1, or the shop's conversion is not within 0-1.

    Source: Wilson (1927) intervals; break-even ROI = 1 / gross margin.

    >>> keyword_action(Keyword(20_000, 400, 40, 600.0, 6_000.0, rank=4), 0.3).action
    <Action.RAISE: 'raise'>
    """
    _check(keyword, shop_cvr, min_clicks)
    ctr = _rate(keyword.clicks, keyword.impressions)
    cvr = _rate(keyword.orders, keyword.clicks)
    roi = _roi(keyword, cvr)
    breakeven = breakeven_roi(gross_margin)
    reason = _reason(keyword, cvr, shop_cvr, min_clicks) or _worth(keyword, roi, gross_margin, breakeven)
    return Advice(_ACTION.get(reason, Action.WATCH), reason, ctr, cvr, roi, breakeven)


_ACTION = {
    Reason.SOLD_NOT_BID: Action.ADD,
    Reason.HOPELESS: Action.DELETE,
    Reason.NO_MARGIN: Action.LOWER,
    Reason.BELOW_BREAKEVEN: Action.LOWER,
    Reason.ABOVE_BREAKEVEN: Action.RAISE,
}  # everything else is watched


def _check(keyword: Keyword, shop_cvr: float | None, min_clicks: float) -> None:
    for name in ("impressions", "clicks", "orders"):
        require(name, getattr(keyword, name), COUNT)
    for name in ("spend", "gmv", "rank"):
        require(name, getattr(keyword, name), NOT_NEGATIVE)
    require_part("clicks", keyword.clicks, "impressions", keyword.impressions)
    require("shop_cvr", shop_cvr, OPEN_SHARE)
    require("min_clicks", min_clicks, NOT_NEGATIVE)


def _rate(successes: float | None, trials: float | None) -> Interval | None:
    return None if successes is None or trials is None else wilson(successes, trials)


def _roi(keyword: Keyword, cvr: Interval | None) -> Interval | None:
    """Conversion x payments per order / spend per click; scaled so that its value is exactly payments / spend."""
    if cvr is None or not cvr.value or not keyword.spend or keyword.gmv is None:
        return None
    return cvr.times(keyword.gmv / keyword.spend / cvr.value)


def _reason(keyword: Keyword, cvr: Interval | None, shop_cvr: float | None, min_clicks: float) -> Reason | None:
    """What can be said without comparing with break-even."""
    if not keyword.bid:
        return Reason.SOLD_NOT_BID if keyword.orders else Reason.UNSOLD_NOT_BID
    if keyword.clicks is None or keyword.orders is None:
        return Reason.FIGURE_MISSING
    if cvr is None or keyword.clicks < min_clicks:
        return Reason.FEW_CLICKS
    if keyword.orders:
        return None
    return Reason.HOPELESS if shop_cvr is None or cvr.high < shop_cvr else Reason.UNSOLD_YET


def _worth(keyword: Keyword, roi: Interval | None, gross_margin: float | None, breakeven: float | None) -> Reason:
    """What comparing with break-even says of a keyword that sold."""
    if breakeven is None:
        return Reason.MARGIN_MISSING if gross_margin is None else Reason.NO_MARGIN
    if roi is None:
        return Reason.NO_SPEND if keyword.spend == 0 else Reason.FIGURE_MISSING
    if roi.high < breakeven:
        return Reason.BELOW_BREAKEVEN
    if roi.low <= breakeven:
        return Reason.AROUND_BREAKEVEN
    return Reason.FIRST_ALREADY if keyword.rank is not None and keyword.rank < _FIRST else Reason.ABOVE_BREAKEVEN
