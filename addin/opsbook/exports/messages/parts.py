"""Messages about rows that are parts of one: a device, an hour, a size each, and what is done about it."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

_ADD_UP = Label(
    "请导出每天（每个商品、计划）只有一行的报表，终端选「所有终端」；或在导入命令后加 --add-up：金额、点击、订单、件数相加，"
    "人数和比率留空，以后同样表头的文件照此导入。",
    "Export one row a day (a day and item, a day and plan) and choose 所有终端 (all terminals), or add --add-up to the command: money, "
    "clicks, orders and items are added, people and ratios left blank, and later files with the same headers go in likewise.",
)

_STOP = Label(
    "不想相加，就在「对应」表里把这个报表的「相加」改成「不导入」。",
    "To stop it, set Add up of this report to Leave out on the sheet Mapping.",
)

PARTS: dict[str, Message] = {
    "parts-share-key": Message(
        Label(
            "「{key}」有 {rows} 行（第 {first} 行、第 {second} 行……），分得比这里细，没有导入。分开它们的列：{columns}。",
            "{key} has {rows} rows (row {first}, row {second} …), which are parts of it; not imported. They are told apart by: {columns}.",
        ),
        _ADD_UP,
    ),
    "most-parts-share-keys": Message(
        Label(
            "{of} 个日期（或商品、计划）中有 {keys} 个不止一行，分得比这里细，没有导入。例如「{key}」有 {rows} 行（第 {first} 行、第 {second} 行……），"
            "分开它们的列：{columns}。",
            "{keys} of {of} days (or items, plans) have more than one row, which are parts of them; not imported. {key}, say, has {rows} "
            "rows (row {first}, row {second} …), told apart by: {columns}.",
        ),
        _ADD_UP,
    ),
    "parts-summed": Message(
        Label(
            "按 {columns} 分开的 {rows} 行已相加成 {keys} 行：{added}。",
            "{rows} rows told apart by {columns} were added up to {keys}: {added}.",
        ),
        _STOP,
    ),
    "parts-summed-but": Message(
        Label(
            "按 {columns} 分开的 {rows} 行已相加成 {keys} 行：{added}。没有相加、留空的：{left}（人数相加会重复计算，比率不能相加）。",
            "{rows} rows told apart by {columns} were added up to {keys}: {added}. Left blank: {left} (people would count twice, "
            "ratios do not add up).",
        ),
        _STOP,
    ),
}
