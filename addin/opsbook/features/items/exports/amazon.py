"""Amazon Business Reports: items by ASIN.

Source: published samples that say they copy the header, and programs that read it (2023-2026).
"""

from opsbook.features.daily.exports.amazon import ASIDE, ASINS, MEASURES
from opsbook.features.items.tables import ITEM_DAY
from opsbook.model.records.export import Importer, Source

ITEMS = Importer(
    id="amazon-items",
    name="Amazon 按 ASIN 业务报告",
    table=ITEM_DAY,
    needs=("item_id", "gmv", "visitors", "items"),
    columns=(
        Source("date", ("Date",)),
        Source("item_id", ASINS),
        Source("title", ("Title",)),
        Source("sku_code", ("SKU",)),
        *MEASURES,
    ),
    aside=(*ASIDE, "Total Order Items"),
    foreign=True,
    evidence="C",
)
