"""The command that makes the sample."""

from opsbook.model.language import Label
from opsbook.model.records.command import Argument, Command, Option

COMMANDS: tuple[Command, ...] = (
    Command(
        "demo",
        Label("生成示例：一个收件夹和一本填好的工作簿", "Make a sample inbox and a workbook filled from it"),
        (
            Argument(
                "folder", Label("放在哪个文件夹", "where to put it"), "DIR", optional=True, default="opsbook-demo"
            ),
            Option("--lang", Label("语言", "language"), choices=("zh", "en"), default="zh"),
        ),
        "opsbook.features.demo.commands:run_demo",
        rank=10,
        answers=("opsbook.features.demo.answers:DemoMade",),
    ),
)
