"""What to do with keywords, as a worksheet function."""

from collections.abc import Sequence

from opsbook.engine.functions.boundary import offered
from opsbook.engine.functions.inputs import Cell, Cells, flat, number, rows, yes_or_no
from opsbook.engine.functions.language import addin_language
from opsbook.engine.functions.words import ACTION, CLICK_RATE, REASON
from opsbook.features.promotion.function_help import FUNCTIONS
from opsbook.features.promotion.keywords import Advice, Keyword, keyword_action
from opsbook.model.errors import FunctionRefusedError

worksheet_function = offered(FUNCTIONS)


@worksheet_function
def OPS_KEYWORD_ACTION(
    clicks: Cells,
    ad_orders: Cells,
    ad_spend: Cells,
    ad_gmv: Cells,
    gross_margin: Cells,
    shop_cvr: Cells = None,
    position: Cells = None,
    bid: Cells = None,
    impressions: Cells = None,
) -> list[list[object]]:
    """Say what to do with keywords, judged by intervals and never by a bare ratio.

    Each argument is one cell, or one cell per keyword.

    Returns:
        One row per keyword: what to do, and why with the figures.

    Raises:
        FunctionRefusedError: shown as text: the ranges differ in size.

    Source: Wilson (1927) intervals; break-even ROI = 1 / gross margin.
    """
    given = (clicks, ad_orders, ad_spend, ad_gmv, gross_margin, shop_cvr, position, bid, impressions)
    columns = [flat(cells) for cells in given]
    count = max(map(len, columns))
    if any(len(column) not in {1, count} for column in columns):
        sizes = tuple(f"{len(rows(cells))}×{len(rows(cells)[0])}" for cells in given)
        raise FunctionRefusedError("function-sizes-differ", sizes=sizes)
    long = [column * count if len(column) == 1 else column for column in columns]
    return [_line(cells) for cells in zip(*long, strict=True)]


def _line(cells: Sequence[Cell]) -> list[object]:
    """One keyword; a figure that is refused says so in its own row."""
    clicked, ordered, spend, gmv, margin, shop_cvr, rank = (number(cell) for cell in cells[:7])
    try:
        bid = yes_or_no("bid", cells[7], blank=True)
        keyword = Keyword(number(cells[8]), clicked, ordered, spend, gmv, rank, bid=bid)
        advice = keyword_action(keyword, margin, shop_cvr=shop_cvr)
    except Exception as error:  # noqa: BLE001 - the boundary says it in the cell and logs it
        return [error, None]
    lang = addin_language()
    reason = REASON[advice.reason.value][lang].format(**_figures(advice))
    return [ACTION[advice.action.value][lang], reason + _click_rate(advice)]


def _click_rate(advice: Advice) -> str:
    """The CTR with its range, behind any reason; nothing where impressions are unknown."""
    if advice.ctr is None:
        return ""
    ctr = {"ctr": advice.ctr.value, "low": advice.ctr.low, "high": advice.ctr.high}
    return CLICK_RATE[addin_language()].format(**{name: f"{value:.2%}" for name, value in ctr.items()})


def _figures(advice: Advice) -> dict[str, str]:
    roi = advice.roi
    known = {"roi": roi and roi.value, "low": roi and roi.low, "high": roi and roi.high, "breakeven": advice.breakeven}
    return {name: "" if value is None else f"{value:.2f}" for name, value in known.items()}
