"""Messages of log, undo and restore."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


RUNS: dict[str, Message] = {
    # the record
    "run-line": _said("{at}  {command}：{changes}", "{at}  {command}: {changes}"),
    "run-undone": _said("{at}  {command}：{changes}（已撤销）", "{at}  {command}: {changes} (taken back)"),
    "run-outside": _said(
        "{at}  {command}：{changes}（不在这本里：换回了更早的备份，或保存前被打断）",
        "{at}  {command}: {changes} (not in this workbook: an older version is back, or the save was cut short)",
    ),
    "no-runs": _said("「{file}」还没有运行记录。", "There is no record of runs of {file} yet."),
    "rows-changed-in": _said("{table} 改 {count} 行", "{table} {count} changed"),
    "rows-added-in": _said("{table} 加 {count} 行", "{table} {count} added"),
    "rows-dropped-in": _said("{table} 减 {count} 行", "{table} {count} out"),
    "cells-changed-in": _said("设置等 {count} 格", "single cells {count}"),
    "nothing-changed": _said("没有改数", "no figures changed"),
    "book-made": _said("建成这本工作簿", "made the workbook"),
    "older-version": _said("换回了备份", "brought a backup back"),
    # undo
    "nothing-to-undo": _said(
        "没有可以撤销的命令。",
        "There is no command to take back.",
        "升级不在其内，用 opsbook restore 换回升级前的备份。用 opsbook log 看运行记录，用 opsbook restore 工作簿 --list 看备份。",
        "An upgrade is none: opsbook restore brings the backup made before it back. See opsbook log for the record and "
        "opsbook restore BOOK --list for backups.",
    ),
    "undo-restore": _said(
        "最近一步是 {at} 换回备份，整本换过，不能逐格撤销。",
        "The last step, of {at}, brought a backup back: a whole workbook cannot be taken back cell by cell.",
        "用 opsbook restore 工作簿 --list 找到换下来的那一本，再用 --at 换回去。",
        "Find what it replaced with opsbook restore BOOK --list and bring it back with --at.",
    ),
    "undone": _said("撤销了 {at} 的 {command}：{done}。", "Took back {command} of {at}: {done}."),
    "undone-cells": _said("放回 {count} 格", "cells put back {count}"),
    "undone-added": _said("删掉它加的 {count} 行", "rows it had added, gone {count}"),
    "undone-returned": _said("放回它移走的 {count} 行", "rows it had taken out, back {count}"),
    "undone-archived": _said("历史里改回 {count} 行", "rows of the history put right {count}"),
    "undone-nothing": _said("没有可放回的，后来都改过了", "nothing to put back, all of it was changed since"),
    "kept-cell": _said(
        "保留：{place} {column} 现在是 {holds}（那次写的是 {wrote}）",
        "Kept: {place} {column} holds {holds} by now (written: {wrote})",
    ),
    "kept-row": _said(
        "保留：{place} 这一行有人填过，没有删",
        "Kept: {place}, somebody typed into this row",
    ),
    "kept-more": _said("另外还有 {count} 处后来改过，也保留了。", "Others that were changed since and stay: {count}"),
    "undo-again": _said(
        "想要回来：opsbook restore {file}。再撤一条：再运行一次 opsbook undo。",
        "To have it again: opsbook restore {file}. To take back the command before: opsbook undo once more.",
    ),
    # restore
    "backup-line": _said("{at}  {size}  之后：{command}", "{at}  {size}  then: {command}"),
    "no-backups": _said(
        "「{file}」还没有备份。",
        "There is no backup of {file} yet.",
        "每条会改动工作簿的命令在保存前留一份；刚新建的还没有。",
        "Every command that changes a workbook keeps one before it saves; a new workbook has none.",
    ),
    "bad-time": _said(
        "看不懂时间「{seen}」。",
        "{seen} is not understood as a time.",
        "请写成 2026-11-12、'2026-11-12 09:10' 或 09:10（今天）。",
        "Write 2026-11-12, '2026-11-12 09:10' or 09:10 (today).",
    ),
    "no-backup-so-old": _said(
        "{at} 和更早都没有备份，最早的一个是 {oldest}。",
        "There is no backup made by {at}; the oldest is of {oldest}.",
        "用 opsbook restore 工作簿 --list 看有哪些。",
        "See opsbook restore BOOK --list.",
    ),
    "restored": _said(
        "换回了 {at} 的备份；换下来的那一本也留了备份（{backup}）。",
        "The backup of {at} is back; what it replaced is a backup, too ({backup}).",
    ),
    "restored-out": _said(
        "这些命令不再算数，历史文件也跟着退回：",
        "These commands count no more, and the history went back with them:",
    ),
    "restored-in": _said(
        "这些命令重新算数，历史文件也跟着前进：",
        "These commands count again, and the history went forward with them:",
    ),
}
