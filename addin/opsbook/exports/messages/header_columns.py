"""Messages about columns by their header: which nobody knows, which may be another one's, which are left out."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

COLUMNS: dict[str, Message] = {
    "renamed-column": Message(
        Label(
            "不认识列「{header}」，名字很像「{name}」，没有导入这一列。",
            "Column {header} is unknown but resembles {name}; it was not imported.",
        ),
        Label(
            '如果是同一个指标，导入时加 --map "{header}={name}" 确认一次，以后都认得。',
            'If it is the same measure, import once with --map "{header}={name}"; from then on it is known.',
        ),
    ),
    "column-means": Message(
        Label(
            "不认识列「{header}」，它应是「{name}」的另一种叫法，没有导入这一列。",
            "Column {header} is unknown but should be another name of {name}; it was not imported.",
        ),
        Label(
            '如果是，导入时加 --map "{header}={name}" 确认一次；不是就加 --map "{header}=-"，以后不再提。',
            'If so, import once with --map "{header}={name}"; if not, with --map "{header}=-", and it is not asked again.',
        ),
    ),
    "unknown-columns": Message(
        Label("这些列不认识，没有导入：{columns}。", "Unknown columns, not imported: {columns}."),
        Label("不影响其他列。", "The other columns are not affected."),
    ),
    "personal-columns": Message(
        Label("这些列含个人信息，没有读入：{columns}。", "Columns with personal data, not read: {columns}."),
    ),
    "scaled-column": Message(
        Label(
            "「{column}」以 {times} 为单位，每个数都乘以 {times} 后存入。",
            "Column {column} is in units of {times}: every figure was multiplied by {times}.",
        ),
        Label(
            "格子里自己写了元、万的按格子的算；单位写错了请在文件里改正。",
            "Cells that say 元 or 万 themselves count as they say; if the unit is wrong, correct it in the file.",
        ),
    ),
    "repeated-columns": Message(
        Label(
            "这些列出现了不止一次，只取最左边的一列（整体）：{columns}。",
            "Repeated columns, of which the leftmost (the whole) is used: {columns}.",
        ),
    ),
}
