"""Messages about dates that somebody typed as text."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


TYPED_DAYS: dict[str, Message] = {
    "typed-day-waits": _said(
        "「{label}」里的「{seen}」是文本，不是日期：为免同一天出现两行，这张表这次没有导入，其他表照常。",
        "{seen} in {label} is a text and no date. So that no day stands there twice, no file filled this table; the others "
        "were filled as usual.",
        "请在这一格重新输入日期，或运行 opsbook check 加 --repair，再导入一次。",
        "Type the date again in the cell, or run opsbook check with --repair, and import once more.",
    ),
    "typed-day-twice": _said(
        "「{seen}」是文本，没有改成日期：第 {row} 行已有同一天的同一项，改了就有两行。",
        "{seen} is a text and was not made a date: row {row} is of the same day and thing, so there would be two.",
        "请核对这两行，删掉其中一行，再运行一次。",
        "Compare the two rows, delete one of them and run it again.",
    ),
    "repaired-day": _said(
        "  {sheet}!{cell} 改成日期 {day}，原来是文本「{found}」",
        "  {sheet}!{cell} is the date {day} now; it held the text {found}",
    ),
    "repair-days": _said("文本改成日期：{count} 格。", "Texts made dates: {count}."),
    "repair-bars": _said("数据条恢复原样：{count} 个。", "Data bars drawn solid again: {count}."),
}
