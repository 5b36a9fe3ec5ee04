"""Shopify orders: several rows an order, its money on the first.

Source: orders_export_1.csv, 79 columns, read in full. Times carry the shop's own offset, `2025-04-01 17:18:52 -0700`. In one
public file 51,725 of 590,683 rows are paid and have no `Paid at`: their day is that of `Created at`.
"""

from opsbook.features.daily.tables import SHOP_DAY
from opsbook.model.orders import Orders
from opsbook.model.records.export import Importer, Source

LIST = Importer(
    id="shopify-orders",
    name="Shopify orders",
    table=SHOP_DAY,
    needs=("date", "gmv", "items"),
    marks=("Name",),
    columns=(
        Source("date", ("Paid at",)),
        Source("gmv", ("Total",)),
        Source("items", ("Lineitem quantity",)),
    ),
    aside=(
        *(
            "Name",
            "Financial Status",
            "Fulfillment Status",
            "Fulfilled at",
            "Accepts Marketing",
            "Currency",
            "Subtotal",
        ),
        *("Shipping", "Taxes", "Discount Code", "Discount Amount", "Shipping Method", "Created at", "Lineitem name"),
        *("Lineitem price", "Lineitem compare at price", "Lineitem sku", "Lineitem requires shipping"),
        *("Lineitem taxable", "Lineitem fulfillment status", "Lineitem discount", "Notes", "Note Attributes"),
        *("Billing City", "Billing Province", "Billing Country", "Billing Province Name", "Shipping City"),
        *("Shipping Province", "Shipping Country", "Shipping Province Name", "Cancelled at", "Payment Method"),
        *("Payment Reference", "Payment References", "Payment ID", "Payment Terms Name", "Next Payment Due At"),
        *("Refunded Amount", "Vendor", "Outstanding Balance", "Employee", "Location", "Device ID", "Id", "Tags"),
        *("Risk Level", "Source", "Receipt Number", "Duties"),
        *(f"Tax {number} {part}" for number in range(1, 6) for part in ("Name", "Value")),
    ),
    evidence="A",
    orders=Orders(
        number=("Name",),
        status=("Financial Status",),
        created=("Created at",),
        buyer=("Email",),
        currency=("Currency",),
        unpaid=("pending", "authorized", "voided", "expired", "unpaid"),
        paid=("paid", "partially_refunded", "refunded"),
        lines=True,
    ),
)
