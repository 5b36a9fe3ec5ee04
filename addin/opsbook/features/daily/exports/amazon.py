"""Amazon Business Reports: the shop by date, and its items by ASIN.

Source: published samples that say they copy the header, and programs that read it (2023-2026); old and new names of one measure.
"""

from opsbook.features.daily.tables import SHOP_DAY
from opsbook.model.records.export import Importer, Source

MEASURES = (
    Source("visitors", ("Sessions - Total", "Sessions")),
    Source("pageviews", ("Page Views - Total", "Page Views")),
    Source("items", ("Units Ordered",)),
    Source("gmv", ("Ordered Product Sales",)),
)
_B2B = ("Sessions - Total", "Page Views - Total", "Units Ordered", "Ordered Product Sales", "Total Order Items")
_SHARES = (
    *("Session Percentage", "Session Percentage - Total", "Page Views Percentage", "Page Views Percentage - Total"),
    *("Unit Session Percentage", "Order Item Session Percentage", "Buy Box Percentage", "Featured Offer Percentage"),
    *("Featured Offer (Buy Box) Percentage", "Average Sales per Order Item", "Average Units per Order Item"),
    *("Average Selling Price", "Average Offer Count", "Average Parent Items"),
)
_VISITS = tuple(
    f"{what} - {where}"
    for what in ("Sessions", "Page Views", "Session Percentage", "Page Views Percentage")
    for where in ("Mobile App", "Browser")
)
ASIDE = (*_SHARES, *_VISITS, *(f"{name} - B2B" for name in (*_B2B, *_SHARES, *_VISITS)))
ASINS = ("(Child) ASIN", "Child ASIN", "ASIN", "(Parent) ASIN", "Parent ASIN")

SHOP = Importer(
    id="amazon-shop",
    name="Amazon 按日期业务报告",
    table=SHOP_DAY,
    needs=("gmv", "visitors", "items", "date"),
    never=ASINS,
    columns=(Source("date", ("Date",)), *MEASURES, Source("orders", ("Total Order Items",))),
    aside=(
        *ASIDE,
        *("Units Refunded", "Refund Rate", "Feedback Received", "Negative Feedback Received", "A-to-z Claims Granted"),
        *("Received Negative Feedback Rate", "Claims Amount", "Shipped Product Sales"),
        *("Units Shipped", "Orders Shipped"),
    ),
    foreign=True,
    evidence="C",
)
