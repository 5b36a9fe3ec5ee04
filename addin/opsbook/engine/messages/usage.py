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
    "no-libreoffice": Message(
        Label(
            "这台电脑上没有找到 LibreOffice，无法核对公式。",
            "LibreOffice was not found on this computer, so formulas cannot be verified.",
        ),
        Label(
            "请安装 LibreOffice（免费，www.libreoffice.org；Linux：apt-get install libreoffice-calc）后再运行。平时使用工作簿不需要它。",
            "Install LibreOffice (free, www.libreoffice.org; on Linux: apt-get install libreoffice-calc) and run again. "
            "Everyday use of the workbook does not need it.",
        ),
    ),
    "libreoffice-slow": Message(
        Label(
            "LibreOffice 在 {seconds} 秒内没有算完「{file}」，已停止。",
            "LibreOffice did not finish {file} within {seconds} seconds and was stopped.",
        ),
        Label("请关闭其他占用电脑的程序后重试。", "Close other busy programs and try again."),
    ),
    "libreoffice-failed": Message(
        Label("LibreOffice 打不开「{file}」，没有得到结果。", "LibreOffice could not open {file} and gave no result."),
        Label(
            "请确认它能在 Excel 或 WPS 里正常打开；能打开时，用 LibreOffice 手工打开一次看提示。",
            "Check that it opens in Excel or WPS; if it does, open it once in LibreOffice by hand to see what it says.",
        ),
    ),
}

COMMANDS: dict[str, Message] = {**_WORDS, **_SYSTEM}
