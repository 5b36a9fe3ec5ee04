"""Buttons of this feature, by group of the ribbon."""

from collections.abc import Mapping

from opsbook.model.language import Label
from opsbook.model.records.button import Button

BUTTONS: Mapping[str, tuple[Button, ...]] = {
    "peers": (
        Button("peers_add", Label("关注竞店", "Watch shop"), Label("把一家竞店加进名单，或改它的角色", "Add a shop to those you watch, or change its role"), Label("建议 3–5 家：两家标杆，其余同类。", "3 to 5 are advised: two leaders, the rest alike."), "FindDialog", large=True, command="peers add", run="opsbook.ribbon.peers:peers_add"),
        Button("peers_log", Label("记一条", "Log an item"), Label("手工记下今天看到的一个竞品", "Write down a competing item as seen today"), Label("也可以直接在「竞品日志」里填行，再点「刷新」。", "Rows typed into the peer log count, too: press Refresh."), "ReviewNewComment", command="peers log", run="opsbook.ribbon.peers:peers_log"),
        Button("peers_import", Label("导入日志", "Import log"), Label("选择竞品日志或流失竞店文件并导入", "Choose files of competing items or lost customers"), Label("同一天同一商品先记的不改，缺的补上。", "What was logged first stays; blanks are filled."), "GetExternalDataFromOtherSources", command="peers import", run="opsbook.ribbon.peers:peers_import"),
        Button("peers_report", Label("竞店动态", "Report"), Label("近 7 天的动态、价格、上新时机和同款", "Events of 7 days, prices, season and look-alikes"), Label("只报告，不改工作簿。", "Tells only; changes nothing."), "ChartTypeLineInsertGallery", command="peers report", run="opsbook.ribbon.peers:peers_report"),
    ),
}  # fmt: skip
