"""How the workbooks beside this file were made, with version 0.1.0's templates; they are kept, and never made again.

Run once: `python tests/books/make.py`. A later version opens them as they are; whoever makes them anew throws that away.
"""

import shutil
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from opsbook.cli.main import main
from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import serial
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.xml_text import with_attribute
from support.packages import parts, write
from support.team_book import NOTE, print_team_template

HERE = Path(__file__).parent / "0.1.0"
TEMPLATES = Path(__file__).parents[2] / "templates"
SHOP = "云上居家旗舰店"
DAYS = [date(2026, 11, day) for day in (10, 11, 12)]


def run(*words: object) -> None:
    """A command that must succeed."""
    if code := main([*map(str, words), "--quiet"]):
        sys.exit(f"{words}: {code}")


def make(folder: Path) -> None:
    """Make all of them."""
    HERE.mkdir()
    for lang in ("zh", "en"):
        shutil.copy(TEMPLATES / f"opsbook-{lang}.xlsx", HERE / f"template-{lang}.xlsx")
    run("demo", folder / "demo", "--lang", "zh")
    shutil.copy(folder / "demo" / "OpsBook-demo.xlsx", HERE / "demo-zh.xlsx")
    inbox = folder / "inbox"
    inbox.mkdir()
    for file in (folder / "demo" / "inbox").iterdir():
        if any(day.isoformat() in file.name or f"{day:%Y%m%d}" in file.name for day in DAYS):
            shutil.copy(file, inbox)
    users(folder, inbox)
    macros(folder, inbox)
    shutil.rmtree(HERE / ".opsbook")


def users(folder: Path, inbox: Path) -> None:
    """A team's template, two columns changed places, a sheet of its own, and a user who used everything."""
    book = HERE / "users-zh.xlsx"
    run("new", book, "--shop", SHOP, "--year", 2026, "--template", print_team_template(folder / "team.xlsx"))
    run("import", book, inbox)
    run("goal", book, "--month", "2026-11", 3000000)
    host = FilesHost(book)
    notes = [{"日期": float(serial(day)), NOTE: f"备注{day.day}"} for day in DAYS]
    host.upsert_rows("ShopDay", ["日期"], notes)
    host.upsert_rows("GoalDay", ["日期"], [{"日期": float(serial(date(2026, 11, 20))), "手工目标": 123456.0}])
    restyle(host.book)
    host.save()
    run("refresh", book)
    write(book, {name: protected(name, content) for name, content in parts(book).items()})


def restyle(book: BookXml) -> None:
    """A bold look for the goals of November, and the value per visitor of one day worked out otherwise."""
    goals, daily = book.table("GoalDay"), book.table("ShopDay")
    page, look = book.sheet(goals.sheet), book.sheet(goals.sheet).style(goals.place.top, goals.place.left)
    for row in range(goals.body.top + 304, goals.body.top + 334):
        raw = page.raw(row, goals.place.left)
        page.put(row, goals.place.left, with_attribute(raw, "s", look))
    dates = [row[daily.column("日期")] for row in book.values(daily)]
    at = daily.body.top + dates.index(float(serial(DAYS[1])))
    book.write_formula(book.sheet(daily.sheet), at, daily.place.left + daily.column("访客价值"), "1+1", 2.0)


def protected(name: str, content: bytes) -> bytes:
    """The user's own sheet is protected; the table of sources has a filter that hides nothing."""
    if b'"SourceDay"' in content and name.startswith("xl/tables/") and b"<autoFilter" not in content:
        place = content.split(b' ref="')[1].split(b'"')[0]
        return content.replace(b"<tableColumns", b'<autoFilter ref="' + place + b'"/><tableColumns', 1)
    if name.startswith("xl/worksheets/") and "SUM(老王的日报".encode() in content:
        return content.replace(b"</sheetData>", b'</sheetData><sheetProtection sheet="1" objects="1"/>', 1)
    return content


def macros(folder: Path, inbox: Path) -> None:
    """The English workbook with buttons."""
    book = HERE / "macros-en.xlsm"
    run("addin", "build", "--out", folder / "addin")
    run("new", book, "--shop", SHOP, "--year", 2026, "--lang", "en", "--template", folder / "addin" / "opsbook-en.xlsm")
    run("import", book, inbox)


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        make(Path(made))
