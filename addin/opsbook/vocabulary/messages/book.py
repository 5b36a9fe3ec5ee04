"""Messages about workbooks: opening, owning, saving."""

from opsbook.vocabulary.language import Label
from opsbook.vocabulary.messages.record import Message

BOOK: dict[str, Message] = {
    "no-file": Message(
        Label("找不到文件「{file}」。", "There is no file {file}."),
        Label("请检查路径和文件名。", "Check the path and the name."),
    ),
}
