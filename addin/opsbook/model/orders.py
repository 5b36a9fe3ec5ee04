"""Order exports: what makes their rows orders, and orders days.

An order belongs to the day it was paid, on the clock the export is written in: that is the shop's own clock, and a time with
an offset behind it (Shopify) is already told on it. Only paid orders count. Paid and refunded later is still paid that day:
lists of orders do not say when money went back, so no refund is worked out from them. Where a list tells the amount without
what was given back since, that is added again if a column says how much; if none does, the amounts are net of refunds and
no refund of those days may be taken off them once more.

The first day of an export may lack orders made the day before it begins, the last one is whole only when the file was made
on a later day, and days after its last order was made hold nothing but late payments: all of these are partial days.
"""

from dataclasses import dataclass

# A refund has the order's number, payment and amount beside its own: what was given back is no sale.
GIVEN_BACK = (
    *("退款编号", "退款单号", "售后单号", "售后编号", "服务单号", "服务单ID", "赔付单号", "Refund ID"),
    *("买家退款金额", "退款的申请时间", "退款申请时间", "售后申请时间", "return-date"),
)


@dataclass(frozen=True, slots=True)
class Orders:
    """What an order export has beside the columns of the shop's day. Headers are named best first.

    Args:
        number: headers of the order's number; one of them must be there.
        status: headers of its state.
        created: headers of the time it was made, which may be days before it was paid.
        buyer: headers that name the buyer; counted per day and forgotten.
        currency: headers of the currency.
        unpaid: parts of a state that say it never was paid.
        paid: beginnings of a state that say it was paid; where its time is blank its day is the one it was made on.
        closed: parts of a state that count only where a time of payment stands beside it.
        dated: the number begins with the day (260517-…), for rows without a time of payment.
        lines: an order has a row per item and its money on the first of them.
        counted: its numbers are what the workbook calls orders.
        refunded: headers of what was given back of an order, which its amount lacks.
        asked: headers of what was asked for an order: amount and refund together are no more.
        net: the amounts lack what was given back, and no column tells how much.
    """

    number: tuple[str, ...]
    status: tuple[str, ...] = ()
    created: tuple[str, ...] = ()
    buyer: tuple[str, ...] = ()
    currency: tuple[str, ...] = ()
    unpaid: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    paid: tuple[str, ...] = ()
    dated: bool = False
    lines: bool = False
    counted: bool = True
    refunded: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    net: bool = False
