"""The thresholds a new workbook starts with. Only defaults: every one is a row the operator edits."""

from opsbook.model.departments import DESIGN, OPERATIONS, SERVICE
from opsbook.model.language import Label
from opsbook.model.threshold import Threshold

THRESHOLDS: tuple[Threshold, ...] = (
    Threshold("cvr", "item", OPERATIONS, Label("看价格、评价和详情页，找不到原因就换款引流", "check price, reviews, page; or swap item")),
    Threshold("fav_cart_rate", "item", DESIGN, Label("测主图和首屏卖点", "test the main picture and the first screen")),
    Threshold("refund_rate", "item", SERVICE, Label("看退款原因，改描述或联系供应商", "read reasons; mend the page or supplier"), 0.04, 0.05),
)  # fmt: skip
