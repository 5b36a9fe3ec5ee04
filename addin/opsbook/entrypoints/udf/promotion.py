"""What to do with keywords, as a worksheet function."""

from collections.abc import Sequence

from opsbook.entrypoints.addin_language import addin_language
from opsbook.entrypoints.udf.boundary import worksheet_function
from opsbook.entrypoints.udf.inputs import Cell, Cells, flat, number, rows, text
from opsbook.errors import FunctionRefusedError, OpsbookError
from opsbook.promotion.keywords import Advice, Keyword, keyword_action
from opsbook.vocabulary.function_words import ACTION, NO, REASON, YES


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
) -> list[list[object]]:
    """Say what to do with keywords, judged by intervals and never by a bare ratio.

    Args:
        clicks: one cell, or one cell per keyword.
        ad_orders: orders through the keyword.
        ad_spend: yuan paid for the clicks.
        ad_gmv: yuan of the orders.
        gross_margin: of what it sells, 0.3 is 30 %.
        shop_cvr: the shop's conversion, to judge keywords that never sold.
        position: average position; the first is not raised further.
        bid: yes or no: whether it is bid on; yes by default.

    Returns:
        One row per keyword: what to do, and why with the figures.

    Raises:
        FunctionRefusedError: shown as text: the ranges differ in size.

    Source: Wilson (1927) intervals; break-even ROI = 1 / gross margin.
    """
    given = (clicks, ad_orders, ad_spend, ad_gmv, gross_margin, shop_cvr, position, bid)
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
        keyword = Keyword(None, clicked, ordered, spend, gmv, rank, bid=_is_bid(cells[7]))
        advice = keyword_action(keyword, margin, shop_cvr=shop_cvr)
    except OpsbookError as error:
        return [error, None]
    lang = addin_language()
    return [ACTION[advice.action.value][lang], REASON[advice.reason.value][lang].format(**_figures(advice))]


def _is_bid(cell: Cell) -> bool:
    word = str(text(cell) if text(cell) is not None else "yes").casefold()
    if word in YES or word in NO:
        return word in YES
    raise FunctionRefusedError("function-yes-or-no", argument="bid", seen=word)


def _figures(advice: Advice) -> dict[str, str]:
    roi = advice.roi
    known = {"roi": roi and roi.value, "low": roi and roi.low, "high": roi and roi.high, "breakeven": advice.breakeven}
    return {name: "" if value is None else f"{value:.2f}" for name, value in known.items()}
