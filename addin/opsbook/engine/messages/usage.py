"""Messages about commands."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

_HOW = Label("用法：{usage}（详见 {help}）", "Usage: {usage} (more: {help})")

_WORDS: dict[str, Message] = {
    "unknown-words": Message(Label("不认识「{seen}」。", "{seen} is not known here."), _HOW),
    "missing-words": Message(Label("还缺：{names}。", "Still missing: {names}."), _HOW),
    "one-word-of": Message(Label("{options} 要写其中一个。", "Give one of {options}."), _HOW),
    "unknown-command": Message(
        Label("没有「{seen}」这个命令。可用的命令：{choices}。", "There is no command {seen}. Commands: {choices}."),
        _HOW,
    ),
    "not-a-choice": Message(
        Label("{name} 不能写「{seen}」，只能写：{choices}。", "{name} cannot be {seen}; choose from {choices}."), _HOW
    ),
    "not-whole": Message(
        Label("{name} 要写整数，不能写「{seen}」。", "{name} takes a whole number, not {seen}."), _HOW
    ),
    "word-without-value": Message(Label("{name} 后面还要写内容。", "{name} needs a value after it."), _HOW),
    "not-together": Message(
        Label("{name} 和 {other} 只能写一个。", "{name} and {other} exclude each other; give one."), _HOW
    ),
    "takes-no-value": Message(
        Label("{name} 后面不能带内容，看到的是「{seen}」。", "{name} takes no value, but {seen} was given."),
        _HOW,
    ),
    "ambiguous-option": Message(
        Label("「{seen}」可以是 {choices}，请写全。", "{seen} may stand for {choices}; write it out."), _HOW
    ),
    "unknown-schema": Message(
        Label("没有叫「{seen}」的结构。可以写：{choices}。", "There is no schema {seen}. Schemas: {choices}."),
        Label("运行 opsbook schema 看每个名字指什么。", "Run opsbook schema to see what each one is."),
    ),
    "refused-words": Message(Label("命令写得不对：{seen}。", "The command cannot be read: {seen}."), _HOW),
}

_SYSTEM: dict[str, Message] = {
    "and-others": Message(Label("{files} 等 {count} 个文件", "{files} and others ({count} files)")),
    "system-refused": Message(
        Label("「{file}」用不了：{reason}。", "{file} cannot be used: {reason}."),
        Label("请检查路径、权限和磁盘，再运行一次。", "Check the path, the permissions and the disk, and run again."),
    ),
}

COMMANDS: dict[str, Message] = {**_WORDS, **_SYSTEM}
