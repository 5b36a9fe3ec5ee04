"""What to do with keywords, as a worksheet function."""

from collections.abc import Sequence
from typing import Any

from opsbook.engine.functions.boundary import offered
from opsbook.engine.functions.elementwise import values_of
from opsbook.engine.functions.figures import figure, place
from opsbook.engine.functions.inputs import Cell, Cells, rows, yes_or_no
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
        One row per keyword: what to do, and why with the figures; nothing for a blank row.

    Raises:
        FunctionRefusedError: shown as text: the ranges differ in size.

    Source: Wilson (1927) intervals; break-even ROI = 1 / gross margin.
    """
    given = {
        "clicks": clicks,
        "ad_orders": ad_orders,
        "ad_spend": ad_spend,
        "ad_gmv": ad_gmv,
        "gross_margin": gross_margin,
        "shop_cvr": shop_cvr,
        "position": position,
        "bid": bid,
        "impressions": impressions,
    }
    columns = [_column(name, cells) for name, cells in given.items()]
    count = max(map(len, columns))
    if any(len(column) not in {1, count} for column in columns):
        sizes = tuple(f"{len(rows(cells))}×{len(rows(cells)[0])}" for cells in given.values())
        raise FunctionRefusedError("function-sizes-differ", sizes=sizes)
    long = [column * count if len(column) == 1 else column for column in columns]
    return [_line(values) for values in zip(*long, strict=True)]


def _column(argument: str, cells: Cells) -> list[object]:
    """One value per keyword; a cell that is refused is its own refusal."""
    return [value for row in values_of(argument, cells, _bid if argument == "bid" else figure) for value in row]


def _bid(cell: Cell, argument: str, row: int, column: int) -> bool:
    return yes_or_no(place(argument, row, column), cell, blank=True)


def _line(values: Sequence[Any]) -> list[object]:
    """One keyword; a figure that is refused says so in its own row."""
    refused = next((one for one in values if isinstance(one, Exception)), None)
    if refused:
        return [refused, None]
    clicked, ordered, spend, gmv, margin, shop_cvr, rank, bid, shown = values
    if clicked is ordered is spend is gmv is shown is None:
        return [None, None]  # a blank row
    try:
        advice = keyword_action(Keyword(shown, clicked, ordered, spend, gmv, rank, bid=bid), margin, shop_cvr=shop_cvr)
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
