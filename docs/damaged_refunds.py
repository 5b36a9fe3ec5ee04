"""Orders of which something was given back, and lists written with a comma or with the day in front."""

from damaged import SOLD, TAOBAO_HEAD, Case, case, text

_PAID = ("2026-11-09 10:00:00", "2026-11-09 10:01:00", "1")
_REFUNDED = ("退款金额", "总金额")


def _list(*orders: tuple[str, ...]) -> bytes:
    """Orders of one day: what was paid, given back and asked."""
    rows = ((f"310000000000000{at}", paid, SOLD, *_PAID, *more) for at, (paid, *more) in enumerate(orders))
    return text((*TAOBAO_HEAD, *_REFUNDED[: len(orders[0]) - 1]), *rows)


LOST: tuple[Case, ...] = (
    case(
        "unclear-order-figure",
        "ExportOrderList202611120905.csv",
        _list(("1,200",), ("8,5",)),
        ("逗号两种用法的金额", "amounts with commas of two kinds"),
        ("「8,5」是小数，「1,200」就可能是 1.2。", "Where 8,5 has decimals, 1,200 may be 1.2."),
    ),
)

TOLD: tuple[Case, ...] = (
    case(
        "net-amounts",
        "ExportOrderList202611120905.csv",
        _list(("60",)),
        ("没有「退款金额」列的订单报表", "orders without the column 退款金额"),
        (
            "照常导入；净支付金额、退款率不会再扣一次退款。",
            "Imported as usual; refunds are not taken off net GMV and the refund rate once more.",
        ),
    ),
    case(
        "refunds-added",
        "ExportOrderList202611120905.csv",
        _list(("60", "40", "100"), ("0", "30", "30"), ("5", "0", "5")),
        ("退过款的订单", "orders with refunds"),
        ("60 + 40、0 + 30、5：当天卖了 135。", "60 + 40, 0 + 30 and 5: that day sold 135."),
    ),
    case(
        "paid-at-first",
        "ExportOrderList202611120905.csv",
        _list(("100", "40", "100"), ("30", "30", "30")),
        ("实付金额没扣退款的订单", "orders whose amounts have no refund taken off"),
        ("再加一次就多了。", "Adding refunds would be too much."),
    ),
    case(
        "refund-beyond",
        "ExportOrderList202611120905.csv",
        _list(("60", "40", "100"), ("0", "30", "30"), ("30", "30", "30")),
        ("夹着一笔加起来超过总金额的订单", "one order that comes to more than its total"),
        ("其余照常加回退款。", "Refunds of the others are added as usual."),
    ),
)
