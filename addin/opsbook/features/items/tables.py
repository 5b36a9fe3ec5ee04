"""What was sold, a row an item and day."""

from opsbook.features.daily.fields import field_columns
from opsbook.model.language import Label
from opsbook.model.schema import DATE, Column, Foremost, Table, text_column
from opsbook.model.units import Unit

ITEM_DAY = Table(
    "ItemDay",
    ("date", "item_id"),
    (
        DATE,
        Column("item_id", Label("商品ID", "Item ID"), Unit.ID),
        text_column("title", "商品名称", "Item title"),
        text_column("sku_code", "货号", "Item code"),
        *field_columns("visitors", "pageviews", "stay_seconds", "exit_rate", "fav_users", "cart_users", "order_buyers"),
        *field_columns("order_amount", "buyers", "items", "gmv", "new_buyers", "old_buyers", "refund_amount"),
    ),
    metrics=("cvr", "aov", "unit_price", "uv_value", "fav_cart_rate", "refund_rate"),
    daily=True,
    sheet=Label("商品", "Items"),
    emptied=True,
    window="window_items",
    foremost=Foremost(
        "items_kept",
        300,
        ("gmv", "visitors"),
        Label("其余", "Others"),
        "title",
        Label("其余 {count} 个商品（人数为各商品之和）", "{count} other items (people: sum over items)"),
    ),
)
