"""The shop's days under an import: reports of the platform, what plans spent, and days added up from orders."""

from collections.abc import Iterable, Mapping

from opsbook.engine.imports.ledger import Ledger
from opsbook.engine.imports.pouring import ORDERS, Pouring
from opsbook.engine.imports.reports import FileReport
from opsbook.features.daily.order_days import OrderDays
from opsbook.features.promotion.rollup import Sums, plan_sums, roll_up, spend_differs
from opsbook.model.answers import YES
from opsbook.model.facts import Fact
from opsbook.model.issues import Issue
from opsbook.model.values import Value, is_number


def upsert_shop_days(pouring: Pouring) -> list[Issue]:
    """Upsert the shop's days, which take their spend from the plans, then add what orders sold.

    Args:
        pouring: the import, its plans already upserted.

    Returns:
        An issue a day whose spend differs from the plans'.
    """
    shop, plans = pouring.ledgers["ShopDay"], pouring.ledgers["PlanDay"]
    sums = plan_sums(plans.rows)
    by_orders = OrderDays(shop, pouring.before, YES[pouring.workbook.lang])
    facts = ((*one, pouring.is_older(*one)) for one in pouring.rows("ShopDay"))
    _upsert_reports(by_orders, facts, sums)
    for report, fact in pouring.rows(ORDERS):
        by_orders.upsert(report, fact)
    return roll_up(shop, sums, plans.last_files(), set(plan_sums(plans.former())))


def _upsert_reports(by_orders: OrderDays, facts: Iterable[tuple[FileReport, Fact, bool]], sums: Sums) -> None:
    """The shop's days, after the plans: a day whose plans are known takes its spend from them."""
    shop = by_orders.shop
    for report, fact, older in facts:
        if _would_spoil(by_orders, fact):
            report.unchanged += 1
            continue
        values = by_orders.under_report(report, fact, dict(fact.values))
        day = values.get("date")
        if isinstance(day, int | float) and day in sums:
            problem = spend_differs(float(day), values.pop("ad_spend", None), sums, fact.where)
            report.issues.extend([problem] if problem else [])
        if fact.values.get("partial") or is_number(
            values.get("gmv")
        ):  # without sales a row says nothing of the whole day
            values["partial"] = by_orders.yes if fact.values.get("partial") else ""
        shop.upsert(values, report, where=fact.where, blanks=older and not _known(shop, fact).get("partial"))


def _would_spoil(by_orders: OrderDays, fact: Fact) -> bool:
    """A day cut short never replaces the whole day, whichever file comes first; days of orders only make room."""
    known, day = _known(by_orders.shop, fact), fact.values.get("date")
    if is_number(fact.values.get("gmv")) and isinstance(day, int | float) and by_orders.only_orders(float(day)):
        return False
    return bool(fact.values.get("partial")) and is_number(known.get("gmv")) and not known.get("partial")


def _known(shop: Ledger, fact: Fact) -> Mapping[str, Value]:
    """The shop's day with what was upserted so far; empty for a day not yet known."""
    day = fact.values.get("date")
    return shop.rows.get((float(day),) if isinstance(day, int | float) else (day,), {})
