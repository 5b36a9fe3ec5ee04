"""Commands about what commands did: log, undo, restore."""

from opsbook.model.language import Label
from opsbook.model.records.command import BOOK, Command, Flag, Option

COMMANDS: tuple[Command, ...] = (
    Command(
        "log",
        Label("每条命令改了什么，从早到晚", "What each command changed, the oldest first"),
        (BOOK,),
        "opsbook.features.runs.log:run_log",
        rank=72,
        answers=("opsbook.features.runs.answers:Logged",),
    ),
    Command(
        "undo",
        Label(
            "撤销最近一条命令：只放回没人再动过的格子",
            "Take back the last command: only cells that nobody changed since",
        ),
        (BOOK,),
        "opsbook.features.runs.undo:run_undo",
        rank=74,
        answers=("opsbook.features.runs.answers:TakenBack",),
    ),
    Command(
        "restore",
        Label(
            "整本换回一个备份；不写时间为最近一个，换下来的也留备份",
            "Bring a whole backup back, the newest without a time; what it replaces is backed up",
        ),
        (
            BOOK,
            Flag("--list", Label("列出有哪些备份，不改动", "list the backups, change nothing")),
            Option(
                "--at",
                Label(
                    "那时或更早的最近一个备份，如 2026-11-12 或 '2026-11-12 09:10'",
                    "the last one made by then, such as 2026-11-12 or '2026-11-12 09:10'",
                ),
                "TIME",
            ),
        ),
        "opsbook.features.runs.restore:run_restore",
        rank=76,
        answers=("opsbook.features.runs.answers:BroughtBack", "opsbook.features.runs.answers:BackupList"),
    ),
)
