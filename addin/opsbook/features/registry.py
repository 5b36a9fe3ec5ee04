"""Every export OpsBook understands."""

from opsbook.importers import (
    amazon,
    douyin,
    jd,
    pdd,
    pdd_orders,
    peers,
    refunds,
    service,
    shopify_orders,
    sycm,
    taobao_orders,
    taobaoke,
    wxt,
)
from opsbook.importers.importer import Importer

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
