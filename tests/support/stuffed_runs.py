"""Every kind of command that writes, run on a workbook as it comes; what it needs before is done first."""

import contextlib
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from opsbook.cli.main import main
from opsbook.engine.upgrade.upgrading import upgrade
from opsbook.features.demo.setup import SHOP
from opsbook.hosts.files.host import FilesHost
from support import inbox, peer_files
from support.later import later

MADE = "2027-01-01"
ITEM, RIVAL = "600000000001", "素里布艺旗舰店"


def ran(words: Sequence[object]) -> int:
    """Run a command without a word on the console; its exit code."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main([*map(str, words), "--quiet"])


def _exports(folder: Path, made: str = MADE) -> list[Path]:
    days = {day: {"访客数": 20, "支付金额": 300, "支付买家数": 2} for day in ("2026-09-10", "2026-11-20")}
    return [
        inbox.shop(folder, days, made=made, of=SHOP),
        *(inbox.items(folder, day, {ITEM: {"支付金额": 9}}, made=made, name=day) for day in days),
        inbox.sources(folder, "2026-11-20", {"付费推广": {"访客数": 8}}, made=made),
    ]


def _upgrade(book: Path) -> int:
    """Today's book needs none: there a sheet is given its shape again."""
    before, code = book.read_bytes(), ran(["upgrade", book])
    return code if book.read_bytes() != before else _replace(book)


def _upgrade_later(book: Path) -> int:
    """The program of the future that tests know: it draws the Dashboard anew, and calls things otherwise."""
    host = FilesHost(book)
    upgrade(host, later())
    host.save()
    return 0


def _replace(book: Path) -> int:
    """A line of the Guide was changed, so that it stays as it is until somebody asks."""
    host = FilesHost(book)
    page = host.book.sheet(host.book.titles[13])
    host.book.write(page, page.used.bottom, page.used.left + 1, "我的说明")
    book.write_bytes(host.book.to_bytes())
    return ran(["upgrade", book, "--replace", page.name])


def _repair(book: Path) -> int:
    """A formula of ours was typed over."""
    host = FilesHost(book)
    table = host.book.table("ShopDay")
    at = next(at for at, one in enumerate(table.headers) if one in table.calculated)
    host.book.write(host.book.sheet(table.sheet), table.body.top + 3, table.place.left + at, 42.0)
    book.write_bytes(host.book.to_bytes())
    return ran(["check", book, "--repair"])


def _answer(book: Path) -> int:
    """A report that nobody knows, and what its columns mean."""
    file = book.parent / "每日_20261201_093000.csv"
    file.write_text("Sale Date,Revenue,Visitors,Colour\n2026-11-21,100,20,red\n2026-11-22,120,30,red\n", "utf-8")
    answers = ("Sale Date=日期", "Revenue=支付金额", "Visitors=访客数", "Colour=+")
    told = [word for answer in answers for word in ("--map", answer)]
    return ran(["import", book, file, *told, "--table", "ShopDay"])


def _log(book: Path) -> int:
    seen = ("--date", "2026-11-20", "--price", 99, "--sales", 1000, "--title", "四件套")
    return ran(["peers", "log", book, "--shop", RIVAL, "--item", "700000000009", *seen])


def _peers(book: Path) -> int:
    rows = [peer_files.seen("2026-11-18"), peer_files.seen("2026-11-20", price=149)]
    return ran(["peers", "import", book, peer_files.log(book.parent / "peers", rows, made=MADE)])


def _twice(book: Path, *words: object) -> int:
    """A command after an import."""
    return max(ran(["import", book, *_exports(book.parent / "before")]), ran(words))


COMMANDS: dict[str, Callable[[Path], int]] = {
    "upgrade": _upgrade,
    "upgrade --replace": _replace,
    "upgrade by later": _upgrade_later,
    "import": lambda book: ran(["import", book, *_exports(book.parent / "in")]),
    "import --map": _answer,
    "daily": lambda book: ran(["daily", book, _exports(book.parent / "in")[0].parent]),
    "refresh": lambda book: ran(["refresh", book, "--date", "2026-11-05"]),
    "goal --year": lambda book: ran(["goal", book, "--year", 2026, "3000万"]),
    "goal --month": lambda book: ran(["goal", book, "--month", "2026-12", "300万"]),
    "check --repair": _repair,
    "peers add": lambda book: ran(["peers", "add", book, RIVAL, "--note", "看价格"]),
    "peers log": _log,
    "peers import": _peers,
    "undo": lambda book: _twice(book, "undo", book),
    "restore": lambda book: _twice(book, "restore", book),
}
