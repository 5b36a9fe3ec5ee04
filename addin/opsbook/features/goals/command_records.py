"""The command about goals."""

from opsbook.model.language import Label
from opsbook.model.records.command import BOOK, Argument, Command, Flag, OneOf, Option

COMMANDS: tuple[Command, ...] = (
    Command(
        "goal",
        Label("设年目标或月目标", "Set a year's or a month's goal"),
        (
            BOOK,
            OneOf(
                (
                    Option("--year", Label("年份，如 2026", "year, such as 2026"), "YYYY", whole=True),
                    Option("--month", Label("月份，如 2026-12", "month, such as 2026-12"), "YYYY-MM"),
                )
            ),
            Argument(
                "amount", Label("金额（元），如 38000000 或 3800万", "amount in yuan, such as 38000000"), "AMOUNT"
            ),
            Flag(
                "--refit",
                Label(
                    "重算权重：设年目标时连过去的月份一起；设月目标时只动这个月，进行中的月份只动剩下的天；"
                    "已过去的目标不因此变动",
                    "fit the weights anew: with --year those of past months too, with --month of that month only, and of a "
                    "running month only the days left; goals of what is over stay",
                ),
            ),
            Flag(
                "--restate",
                Label(
                    "连已过去的日子和月份一起重分：它们定下的目标作废（设月目标时只限这个月）",
                    "split days and months that are over as well, whose goals stay otherwise; with --month those of that month",
                ),
            ),
        ),
        "opsbook.features.goals.commands:run_goal",
        rank=60,
        answers=("opsbook.features.goals.answers:GoalSet",),
    ),
)
