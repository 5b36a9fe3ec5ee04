"""Messages about a workbook made from an older one: what went along, what could not, and why."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


CARRYING: dict[str, Message] = {
    "carried": _said(
        "    沿用 {file}：{tables}；还有填写过的格子、设置、阈值、活动、竞店名单、对应表、导入记录，以及自己加的列和表",
        "    carried over from {file}: {tables}; also what was typed, settings, thresholds, events, peers, the mapping, the record "
        "of imports, and columns and sheets of your own",
    ),
    "carried-no-rows": _said("没有数据行", "no rows of data"),
    "left-behind": _said(
        "    没能带过来的有 {count} 处，见上面；旧工作簿「{file}」没有改动，都还在里面。",
        "    Could not come along: {count}, see above. The old workbook {file} was not changed and still has it all.",
    ),
    "row-without-place": _said(
        "这一行没有带过来：新工作簿里没有「{key}」的位置。",
        "This row did not come along: the new workbook has no place for {key}.",
        "还要用，就在新工作簿里照着补填。",
        "If you still need it, type it into the new workbook.",
    ),
    "row-without-key": _said(
        "这一行没有带过来：{headers} 是空的，没法放进新工作簿。",
        "This row did not come along: {headers} is blank, and rows go by it.",
        "先在旧工作簿里补上再新建，或在新工作簿里补填。",
        "Fill it in before you make the new workbook, or type the row there.",
    ),
    "row-twice": _said(
        "这一行没有带过来：上面已有一行也是「{key}」，新工作簿里只放得下一行。",
        "This row did not come along: a row above it is {key}, too, and only one of them can go.",
        "先在旧工作簿里改得不同再新建，或在新工作簿里补填。",
        "Make them differ before you make the new workbook, or type the row there.",
    ),
    # what its operator made
    "own-column-left": _said(
        "自己加的这一列没有带过来：新工作簿里这张表右边没有空位（{reads}）。",
        "This column of your own did not come along: the table has no room at its right edge ({reads}).",
        "把它挪到右边没有别的表的表里，再新建一次。",
        "Move it to a table without a neighbour on its right and make the new workbook again.",
    ),
    "own-header-left": _said(
        "自己加的这一列没有带过来：新工作簿里「{reads}」是 OpsBook 自己的列。",
        "This column of your own did not come along: {reads} is a column of OpsBook itself in the new workbook.",
        "给它换个列名，再新建一次。",
        "Give it another header and make the new workbook again.",
    ),
    "own-rules-left": _said(
        "这里的一条条件格式、下拉选项或名称没有带过来：它读的「{reads}」新工作簿里没有。",
        "A conditional format, a drop-down or a name did not come along: it reads {reads}, which the new workbook lacks.",
        "还要用，就在新工作簿里重设。",
        "If you still need it, set it anew.",
    ),
    "own-formula-left": _said(
        "{count} 个公式没有带过来，格子里留的是当时的值：它读的「{reads}」新工作簿里没有。",
        "Formulas that did not come along: {count}. Their cells hold what they showed, for they read {reads}, which the new workbook lacks.",
        "还要算，就在新工作簿里重写公式。",
        "To have them calculate, write them anew.",
    ),
    "own-name-left": _said(
        "自己定义的名称「{reads}」没有带过来：它指的地方新工作簿里没有。",
        "The name {reads} that you defined did not come along: what it stands for is not in the new workbook.",
        "还要用，就在「公式 › 名称管理器」里重新定义。",
        "If you still need it, define it anew under Formulas › Name Manager.",
    ),
    "own-chart-left": _said(
        "图表里的一个引用没有带过来：它读的「{reads}」新工作簿里没有。",
        "A reference of a chart did not come along: it reads {reads}, which the new workbook lacks.",
        "在图表上右键「选择数据」，重新指定。",
        "Choose its data anew: right click on the chart, Select Data.",
    ),
    "own-part-left": _said(
        "没有带过来：{reads}。表上的格子都在。",
        "Did not come along: {reads}. The cells of the sheet did.",
        "在新工作簿里重新插入。",
        "Insert it anew.",
    ),
    "own-control-left": _said(
        "表上的按钮、下拉框或嵌入的文件没有带过来。",
        "Buttons, boxes or embedded files of the sheet did not come along.",
        "在新工作簿里重新插入。",
        "Insert them anew.",
    ),
    "own-table-left": _said(
        "这张表变成了普通格子：新工作簿里已有一张叫「{reads}」的表。",
        "This table became plain cells: the new workbook has a table called {reads} already.",
        "选中它，用「插入 › 表格」起个新名字。",
        "Select it and make it a table of another name: Insert › Table.",
    ),
    "own-cells-left": _said(
        "你写在表格外面的 {count} 个格子没有带过来。",
        "Cells that you filled outside the tables and that did not come along: {count}.",
        "还要用，就从旧工作簿复制过来。",
        "If you still need them, copy them from the old workbook.",
    ),
    "own-drawings-left": _said(
        "你加在这张表上的 {count} 个图表、图片或图形没有带过来。",
        "Charts, pictures or shapes that you added to this sheet and that did not come along: {count}.",
        "还要用，就从旧工作簿复制过来。",
        "If you still need them, copy them from the old workbook.",
    ),
    "own-comments-left": _said(
        "这张表上的 {count} 条批注没有带过来。",
        "Comments of this sheet that did not come along: {count}.",
        "还要用，就在新工作簿里重写。",
        "If you still need them, write them anew.",
    ),
    "own-chart-sheet-left": _said(
        "这张只放图表的工作表没有带过来。",
        "This sheet, which holds nothing but a chart, did not come along.",
        "把图表移到普通工作表上再新建一次，或在新工作簿里重画。",
        "Move the chart to an ordinary sheet and make the new workbook again, or draw it anew.",
    ),
    "own-replaced-left": _said(
        "你改掉的 {count} 个公式没有带过来，新工作簿里是 OpsBook 的公式。",
        "Formulas that you replaced and that are those of OpsBook again in the new workbook: {count}.",
        "还要那样算，就在新工作簿里再改一次。",
        "To have them as they were, replace them once more.",
    ),
}
