"""What was sold, a row an item and day."""

from opsbook.engine.feature import Feature
from opsbook.features.daily.thresholds import VISITORS
from opsbook.features.items.exports import amazon, douyin, jd, sycm
from opsbook.features.items.tables import ITEM_DAY
from opsbook.model.departments import DESIGN, OPERATIONS, SERVICE
from opsbook.model.language import Label
from opsbook.model.records.contribution import Report, Sheet
from opsbook.model.records.threshold import Least, Scope, Threshold

THRESHOLDS: tuple[Threshold, ...] = (
    Threshold("cvr", "item", OPERATIONS, Label("看价格、评价和详情页，找不到原因就换款引流", "check price, reviews, page; or swap item"), least=VISITORS),
    Threshold("fav_cart_rate", "item", DESIGN, Label("测主图和首屏卖点", "test the main picture and the first screen"), least=VISITORS),
    Threshold("refund_rate", "item", SERVICE, Label("看退款原因，改描述或联系供应商", "read reasons; mend the page or supplier"), 0.04, 0.05, least_orders=Least("buyers", 10)),
)  # fmt: skip


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
