"""Messages about formulas and tables OpsBook itself builds; a user sees them only when a plan is wrong."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

_REPORT = Label(
    "这是程序的错误，请把这句话发给维护者。",
    "This is a mistake in the program: please send this sentence to its maintainers.",
)

FORMULAS: dict[str, Message] = {
    "formula-unwritable": Message(
        Label("公式里有 Excel 不接受的内容：{formula}", "A formula holds something Excel refuses: {formula}"),
        _REPORT,
    ),
    "formula-function": Message(
        Label(
            "公式用了不支持的函数「{function}」。",
            "A formula uses the function {function}, which OpsBook does not support.",
        ),
        _REPORT,
    ),
    "formula-unreadable": Message(
        Label("公式无法计算：{formula}", "A formula cannot be calculated: {formula}"),
        _REPORT,
    ),
    "formula-number-format": Message(
        Label(
            "公式用了不支持的数字格式「{format}」。",
            "A formula uses the number format {format}, which OpsBook does not support.",
        ),
        _REPORT,
    ),
    "formula-error-cell": Message(
        Label(
            "公式会显示错误值 {error}：{formula}（遇到的值：{seen}）",
            "A formula would show {error}: {formula} (value seen: {seen})",
        ),
        _REPORT,
    ),
    "column-without-group": Message(
        Label(
            "表 {table} 的列 {columns} 不在版面的任何一组里。",
            "No group of the layout holds {columns} of the table {table}.",
        ),
        _REPORT,
    ),
    "column-in-two-groups": Message(
        Label(
            "表 {table} 的列 {columns} 在版面的分组里出现了不止一次。",
            "The groups of the layout hold {columns} of the table {table} more than once.",
        ),
        _REPORT,
    ),
    "group-without-column": Message(
        Label(
            "版面的分组里有 {columns}，表 {table} 没有这样的列。",
            "The groups of the layout name {columns}, which the table {table} does not have.",
        ),
        _REPORT,
    ),
    "formula-adding": Message(
        Label("「{field}」不能这样合计（{table}）。", "{field} cannot be added up like this ({table})."),
        Label("请改看单日数据，或看店铺合计。", "Look at single days, or at the shop's total."),
    ),
}
