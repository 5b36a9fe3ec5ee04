"""Messages about figures an analysis cannot work with."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

ANALYSES: dict[str, Message] = {
    "figure-outside": Message(
        Label("「{name}」是 {seen}，应填{wanted}。", "The figure {name} is {seen}; it must be {wanted}."),
        Label("请检查选的单元格。", "Check the cell you chose."),
    ),
    "rate-outside": Message(
        Label("「{name}」是 {seen}，应填{wanted}。", "The figure {name} is {seen}; it must be {wanted}."),
        Label("百分比请写成 30% 或 0.3。", "Write a percentage as 30% or 0.3."),
    ),
    "figure-too-large": Message(
        Label("「{name}」是 {seen}，大得不像店铺的数字。", "The figure {name} is {seen}, too large for a shop."),
        Label(
            "请检查选的单元格，是不是选到了编号或算错的公式。",
            "Check whether the cell you chose holds an id or a formula that went wrong.",
        ),
    ),
    "figure-over-whole": Message(
        Label(
            "「{part}」是 {seen}，比「{whole}」的 {limit} 还多。",
            "The figure {part} ({seen}) exceeds {whole} ({limit}).",
        ),
        Label("请检查两个参数是否填反。", "Check whether the two arguments are swapped."),
    ),
}
