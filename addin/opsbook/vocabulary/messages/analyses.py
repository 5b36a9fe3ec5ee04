"""Messages about figures an analysis cannot work with."""

from opsbook.vocabulary.language import Label
from opsbook.vocabulary.messages.record import Message

ANALYSES: dict[str, Message] = {
    "figure-outside": Message(
        Label("「{name}」是 {seen}，这里要{wanted}。", "The {name} is {seen}; it must be {wanted}."),
        Label("请检查引用的单元格是否选对。", "Check that the right cell is referred to."),
    ),
    "figure-over-whole": Message(
        Label("「{part}」{seen} 比「{whole}」{limit} 还多。", "The {part} ({seen}) exceed the {whole} ({limit})."),
        Label("请检查两个参数是否填反。", "Check whether the two arguments are swapped."),
    ),
}
