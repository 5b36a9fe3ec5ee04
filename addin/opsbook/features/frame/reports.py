"""The reports that fill a workbook: what they are called, where they come from, and which cell knows their newest day."""

from opsbook.features.competitors.tables import PEER_LOG, PEER_LOST
from opsbook.features.daily.tables import FACT_TABLES
from opsbook.formulas.node import Name, Node
from opsbook.model.language import Label

REPORTS: tuple[tuple[str, Label, Label, Node], ...] = (
    (
        "shop",
        Label("店铺日报", "Shop report"),
        Label("生意参谋 › 自助取数 › 店铺整体", "Sycm: shop overview by day"),
        Name("as_of"),
    ),
    (
        "sources",
        Label("流量来源", "Traffic sources"),
        Label("生意参谋 › 流量 › 店铺来源", "Sycm: traffic, shop sources"),
        Name("sources_to"),
    ),
    ("items", Label("商品", "Items"), Label("生意参谋 › 品类 › 全量商品", "Sycm: all items"), Name("items_to")),
    (
        "plans",
        Label("推广计划", "Ad plans"),
        Label("万相台 › 报表 › 计划（勾选分日）", "Wanxiangtai: plan report, by day"),
        Name("plans_to"),
    ),
    (
        "keywords",
        Label("推广关键词", "Ad keywords"),
        Label("万相台 › 报表 › 关键词（勾选分日）", "Wanxiangtai: keyword report, by day"),
        Name("keywords_to"),
    ),
)


REPORT_OF: dict[str, Label] = {
    **{table.name: label for table, (_, label, _, _) in zip(FACT_TABLES, REPORTS, strict=True)},
    PEER_LOG.name: Label("竞品日志", "Peer log"),
    PEER_LOST.name: Label("流失去向", "Customers lost"),
}
