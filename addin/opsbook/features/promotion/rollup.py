"""Plan days rolled up into the shop's day: spend and what it brought come from the plans when they are there.

Commission of 淘宝联盟 is charged for sales, not for traffic, and the shop report tells it apart from its spend: it stays out.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from opsbook.engine.imports.ledger import Ledger
from opsbook.engine.imports.reports import FileReport
from opsbook.features.promotion.exports.taobaoke import SCENE
from opsbook.hosts.host import Key
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.values import Value, from_serial

AD_FIELDS = ("impressions", "clicks", "ad_spend", "ad_gmv", "ad_orders")
TOLERANCE = 0.01  # of spend, between the plan reports and the shop report

Sums = Mapping[float, Mapping[str, float]]


def plan_sums(plans: Mapping[Key, Mapping[str, Value]]) -> Sums:
    """By day, the sums of the fields that at least one plan has, affiliates apart."""
    days: dict[float, dict[str, float]] = defaultdict(dict)
    for key, row in plans.items():
        if row.get("scene") == SCENE:
            continue
        for name in AD_FIELDS:
            value = row.get(name)
            if isinstance(value, int | float) and isinstance(key[0], int | float):
                days[float(key[0])][name] = days[float(key[0])].get(name, 0.0) + value
    return {day: {name: round(value, 2) for name, value in sums.items()} for day, sums in days.items()}


def spend_differs(day: float, reported: Value, sums: Sums, where: Where) -> Issue | None:
    """An issue when the shop report's spend and the plans' differ by more than 1 %."""
    spend = sums[day].get("ad_spend", 0.0)
    if not isinstance(reported, int | float) or abs(reported - spend) <= TOLERANCE * max(abs(reported), abs(spend)):
        return None
    seen = {"day": from_serial(day).isoformat(), "shop": f"{reported:,.2f}", "plans": f"{spend:,.2f}"}
    return Issue("spend-differs", Level.WARNING, where, seen)


def roll_up(shop: Ledger, sums: Sums, plans: Mapping[Value, FileReport], before: Collection[Value]) -> list[Issue]:
    """Write the sums of the plans just imported into the shop's days.

    Args:
        shop: the shop's days.
        sums: the plans' sums by day.
        plans: by day that plans were imported for, the last of their files.
        before: days that had plans already: their spend in the shop's day is the plans' own.

    Returns:
        An issue per day whose spend from an earlier shop report differs from the plans' by more than 1 %.
    """
    issues = []
    for day, one in sorted(sums.items()):
        if day not in plans or (day,) not in shop.rows:
            continue
        if day not in before:
            issues.append(spend_differs(day, shop.rows[day,].get("ad_spend"), sums, Where()))
        shop.upsert({"date": day, **one}, plans[day], named=False)
    return [issue for issue in issues if issue]
