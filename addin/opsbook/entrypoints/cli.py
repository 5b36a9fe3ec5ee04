"""The command line: words in, exit code out. Heavy libraries load only when a command needs them."""

import argparse
import gc
import importlib
import sys
from collections.abc import Callable, Sequence

from opsbook import __version__
from opsbook.entrypoints.console import Console, locale_language
from opsbook.errors import OpsbookError
from opsbook.vocabulary.commands import COMMAND, COMMANDS
from opsbook.vocabulary.language import Label, Lang

DONE, PROBLEMS, CANNOT_RUN = 0, 1, 2

Run = Callable[[argparse.Namespace, Console], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the words after `opsbook`; None takes them from the process.

    Returns:
        0 done, 1 done but the data has problems, 2 cannot run.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows consoles start in a code page
    lang = locale_language()
    words = parser(lang).parse_args(argv)
    if not words.command:
        parser(lang).print_help()
        return DONE
    console = Console(lang, quiet=words.quiet, as_json=words.json)
    gc.disable()  # looking for cycles among a book's many small texts takes a seventh of a daily run and finds none
    try:
        return _guarded(_find(words.command), words, console)
    finally:
        gc.enable()


def _find(command: str) -> Run:
    module, name = COMMAND[command].run.split(":")
    run: Run = getattr(importlib.import_module(module), name)
    return run


def _guarded(run: Run, words: argparse.Namespace, console: Console) -> int:
    """The boundary: expected failures are a sentence, others a log id; never a traceback."""
    try:
        return run(words, console)
    except OpsbookError as error:
        console.fail(error)
    except KeyboardInterrupt:
        console.stopped()
    except Exception as error:  # noqa: BLE001 - the last line of defence: the traceback goes to the log
        console.crash(error)
    return CANNOT_RUN


def parser(lang: Lang) -> argparse.ArgumentParser:
    """All commands and their options, in a language."""
    top = argparse.ArgumentParser(prog="opsbook", description=_top(lang))
    top.add_argument("--version", action="version", version=f"opsbook {__version__}")
    top.set_defaults(command="", quiet=False, json=False)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        one = commands.add_parser(command.id, help=command.label[lang], description=command.label[lang])
        for add in OPTIONS[command.id]:
            add(one, lang)
        one.add_argument("--json", action="store_true", help=Label("以 JSON 输出", "answer in JSON")[lang])
        one.add_argument("--quiet", action="store_true", help=Label("只说问题", "say problems only")[lang])
    return top


def _top(lang: Lang) -> str:
    return Label("OpsBook：会自动填数的店铺运营工作簿。", "OpsBook: a shop operations workbook that fills itself.")[
        lang
    ]


Add = Callable[[argparse.ArgumentParser, Lang], None]


def _place(name: str, label: Label, **more: object) -> Add:
    def add(one: argparse.ArgumentParser, lang: Lang) -> None:
        one.add_argument(name, help=label[lang], **more)  # type: ignore[arg-type]

    return add


def _one_of(*places: Add) -> Add:
    """Exactly one of several options."""

    def add(one: argparse.ArgumentParser, lang: Lang) -> None:
        group = one.add_mutually_exclusive_group(required=True)
        for place in places:
            place(group, lang)  # type: ignore[arg-type]

    return add


BOOK = _place("book", Label("工作簿文件（.xlsx 或 .xlsm）", "the workbook (.xlsx or .xlsm)"), metavar="BOOK")
PATHS = _place("paths", Label("导出文件、文件夹或压缩包", "exports: files, folders, zips"), metavar="PATH", nargs="+")
YEAR = _place("--year", Label("年份，如 2026", "year, such as 2026"), type=int, metavar="YYYY")
OPTIONS: dict[str, tuple[Add, ...]] = {
    "demo": (
        _place("folder", Label("放在哪个文件夹", "where to put it"), metavar="DIR", nargs="?", default="opsbook-demo"),
        _place("--lang", Label("语言", "language"), choices=("zh", "en"), default="zh"),
    ),
    "new": (
        BOOK,
        _place("--shop", Label("店铺名", "shop name"), required=True, metavar="NAME"),
        _place("--year", Label("年份", "year"), required=True, type=int, metavar="YYYY"),
        _place("--lang", Label("语言", "language"), choices=("zh", "en"), default="zh"),
        _place("--template", Label("团队自己的模板", "your team's own template"), metavar="FILE"),
    ),
    "import": (
        BOOK,
        PATHS,
        _place("--dry-run", Label("只看会改什么，不写", "tell what would change, write nothing"), action="store_true"),
        _place("--shop-alias", Label("认可文件里的这个店名", "accept this shop name in files"), metavar="NAME"),
    ),
    "refresh": (BOOK, _place("--date", Label("看板要看的日期", "the day the dashboard shows"), metavar="YYYY-MM-DD")),
    "daily": (BOOK, _place("inbox", Label("放导出文件的文件夹", "folder with the exports"), metavar="INBOX")),
    "goal": (
        BOOK,
        _one_of(YEAR, _place("--month", Label("月份，如 2026-12", "month, such as 2026-12"), metavar="YYYY-MM")),
        _place(
            "amount", Label("金额（元），如 38000000 或 3800万", "amount in yuan, such as 38000000"), metavar="AMOUNT"
        ),
        _place(
            "--refit",
            Label("进行中和过去的月份也重算权重", "fit the weights of past and running months too"),
            action="store_true",
        ),
    ),
    "detect": (PATHS,),
    "check": (
        BOOK,
        _place("--repair", Label("把被改掉的公式放回去", "put overwritten formulas back"), action="store_true"),
    ),
    "verify": (BOOK,),
    "build": (
        _place("--out", Label("写到哪个文件夹", "folder to write to"), default="templates", metavar="DIR"),
        _place("--check", Label("只核对，不写", "compare only, write nothing"), action="store_true"),
    ),
}
