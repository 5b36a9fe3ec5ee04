"""Messages about figures an analysis cannot work with."""

from opsbook.vocabulary.language import Label
from opsbook.vocabulary.messages.record import Message

ANALYSES: dict[str, Message] = {
    "figure-outside": Message(
        Label("「{name}」是 {seen}，应填{wanted}。", "The figure {name} is {seen}; it must be {wanted}."),
        Label(
            "请检查选的单元格；百分比请写成 30% 或 0.3。",
            "Check the cell you chose; write a percentage as 30% or 0.3.",
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
