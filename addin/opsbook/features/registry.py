"""Every export OpsBook understands."""

from opsbook.features.competitors import exports as peers
from opsbook.features.daily.exports import (
    amazon,
    jd,
    pdd,
    pdd_orders,
    refunds,
    service,
    shopify_orders,
    sycm,
    taobao_orders,
)
from opsbook.features.promotion.exports import douyin, taobaoke, wxt
from opsbook.model.export import Importer

IMPORTERS: tuple[Importer, ...] = (
    *(sycm.SHOP, sycm.ITEMS, sycm.SOURCES),
    *(service.INQUIRIES, service.RECEPTION, service.ORDER_VALUE, service.SCORES),
    *(wxt.PLANS, wxt.KEYWORDS, taobaoke.DAYS),
    *(jd.SHOP, jd.ITEMS, jd.SITEWIDE, jd.CLICKS),
    *(pdd.TRADE, pdd.GOODS, pdd.SERVICE, pdd.ADS),
    *(douyin.ADS, douyin.ITEMS),
    *(amazon.SHOP, amazon.ITEMS),
    *(peers.LOG, peers.LOST, peers.LOST_BY_HAND),
    *(taobao_orders.LIST, taobao_orders.ITEMS, taobao_orders.ITEMS_2025, pdd_orders.LIST, shopify_orders.LIST),
    *(refunds.TAOBAO, refunds.DOUYIN, refunds.JD, refunds.AMAZON),
)
IMPORTER: dict[str, Importer] = {importer.id: importer for importer in IMPORTERS}
