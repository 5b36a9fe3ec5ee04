"""What was sold, a row an item and day."""

from opsbook.engine.feature import Feature
from opsbook.features.items.exports import amazon, douyin, jd, sycm
from opsbook.features.items.tables import ITEM_DAY
from opsbook.features.items.thresholds import THRESHOLDS
from opsbook.model.contribution import Report, Sheet
from opsbook.model.language import Label
from opsbook.model.threshold import Scope

FEATURE = Feature(
    "items",
    Label("商品", "Items"),
    since="0.1.0",
    needs=("frame", "daily"),
    tables=(ITEM_DAY,),
    scopes=(Scope("item", Label("商品", "Item"), "ItemDay"),),
    thresholds=THRESHOLDS,
    exports=(sycm.ITEMS, jd.ITEMS, douyin.ITEMS, amazon.ITEMS),
    reports=(
        Report(
            "items",
            "ItemDay",
            Label("商品", "Items"),
            Label("生意参谋 › 品类 › 全量商品", "Sycm: all items"),
            "items_to",
        ),
    ),
    sheets=(Sheet("items", 5, "opsbook.features.items.sheet:items"),),
)
