"""Competitors: what was seen of their items, and customers who left for them.

Source: the ledger's own headers, filled by hand or by a browser plug-in; 生意参谋 取数 商品-流失竞店分布, as a program reads it
every day (2026).
"""

from opsbook.features.competitors.tables import PEER_LOG, PEER_LOST
from opsbook.model.records.export import Importer, Repeat, Source
from opsbook.model.schema import Table

WHOLE_SHOP = "全店"


def _own_headers(table: Table, *ids: str) -> tuple[Source, ...]:
    """Columns under the names that the workbook itself gives them, in either language."""
    columns = (column for column in table.columns if not ids or column.id in ids)
    return tuple(Source(column.id, (column.label.zh, column.label.en)) for column in columns)


LOG = Importer(
    id="peer-log",
    name="竞店 竞品日志",
    table=PEER_LOG,
    needs=("date", "shop", "item_id", "price"),
    columns=_own_headers(PEER_LOG),
    repeat=Repeat.LOG,
    evidence="",
)

LOST = Importer(
    id="sycm-lost",
    name="生意参谋 流失竞店分布",
    table=PEER_LOST,
    needs=("date", "shop", "item_id", "lost_amount"),
    columns=(
        Source("date", ("统计日期",)),
        Source("shop", ("流失商家ID",)),
        Source("item_id", ("流失商品ID",)),
        Source("lost_amount", ("竞品流失金额",)),
        Source("lost_users", ("竞品流失人数",)),
    ),
    aside=("商品ID", "商品标题", "商品名称", "退款场景", "退款后状态", "时间类型"),
    # One row per item of ours, scene and what the buyer did next: parts of what went to that competitor's item.
    repeat=Repeat.SCENES,
    about="shop",
    again=("时间类型", "支付"),
)

LOST_BY_HAND = Importer(
    id="peer-lost",
    name="竞店 流失竞店",
    table=PEER_LOST,
    needs=("date", "shop", "lost_amount"),
    columns=_own_headers(PEER_LOST, "date", "shop", "item_id", "lost_users", "lost_amount"),
    fixed=(("item_id", WHOLE_SHOP),),
    evidence="",
)
