"""Messages of the ribbon's buttons: what is asked, what was done, what stops them."""

from opsbook.vocabulary.language import Label
from opsbook.vocabulary.messages.record import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


RIBBON: dict[str, Message] = {
    # what stops a button
    "book-without-file": _said(
        "「{file}」在这台电脑上没有文件：还没有保存过，或者只在云端。没有改动任何内容。",
        "{file} has no file on this computer: it was never saved, or lies in the cloud only. Nothing was changed.",
        "请先另存到电脑上的文件夹，再点一次。",
        "Save it to a folder on this computer and press the button again.",
    ),
}
