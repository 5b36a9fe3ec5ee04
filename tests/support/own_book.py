"""A workbook of 2026 that its operator used for a year: goals, locks, lines, notes, and things of their own everywhere."""

from pathlib import Path

from opsbook.cli.main import main
from opsbook.engine.imports.importing import import_files
from opsbook.engine.refresh import refresh
from opsbook.hosts.files.host import FilesHost
from opsbook.ooxml.addresses import column_letters
from opsbook.ooxml.xml_text import with_attribute
from support import inbox
from support.books import SHOP
from support.facts import NOW, day_number
from support.house import open_book
from support.packages import edit
from support.team_book import DAILY, NOTE, OWN_SHEET, print_team_template

BEFORE, FIRST, DAY, LAST, MADE = "2025-12-31", "2026-01-01", "2026-03-18", "2026-12-31", "2027-01-01"
ITEM, PEER = "600000000001", "慕棉家纺旗舰店"
MARGIN, WEATHER = "毛利", "GMV"  # the second is what an English workbook calls a column of ours
MARGIN_SAYS = "ShopDay[[#This Row],[支付金额]]-ShopDay[[#This Row],[访客数]]*2"
EXTERNAL = "[1]Sheet1!A1"


def own_book(folder: Path) -> Path:
    """Make it."""
    path = folder / "2026.xlsx"
    words = ["new", path, "--shop", SHOP, "--year", 2026, "--template", print_team_template(folder / "team.xlsx")]
    assert main([*map(str, words), "--quiet"]) == 0
    workbook = open_book(FilesHost(path))
    import_files(workbook, exports(folder / "in"), NOW)
    typed(workbook)
    columns(workbook)
    formulas(workbook)
    refresh(workbook)
    workbook.host.save()
    assert main(["goal", str(path), "--year", "2026", "5000000", "--quiet"]) == 0
    daily = FilesHost(path).book.table("ShopDay")
    sold = f"${column_letters(daily.place.left + daily.column('支付买家数'))}$"
    shown = f"'{DAILY}'!{sold}{daily.body.top}:{sold}{daily.body.bottom}"
    edit(path, "xl/charts/chart7.xml", f"'{OWN_SHEET}'!$A$1:$A$3", shown)
    return path


def exports(folder: Path) -> list[Path]:
    """Four days of the shop, an item on three of them, the sources of one."""
    days = {day: {"访客数": 20, "支付金额": 300, "支付买家数": 2} for day in (BEFORE, FIRST, DAY, LAST)}
    return [
        inbox.shop(folder, days, made=MADE),
        *(inbox.items(folder, day, {ITEM: {"支付金额": 9}}, made=MADE, name=day) for day in (BEFORE, DAY, LAST)),
        inbox.sources(folder, DAY, {"付费推广": {"访客数": 8}}, made=MADE),
    ]


def typed(workbook) -> None:
    """Everything people type into yellow cells."""
    workbook.upsert("ShopDay", [{"date": day_number(DAY), "cogs": 120.0, "note": "换主图", "dsr_item": 4.9}])
    workbook.upsert("Thresholds", [{"key": "cvr|shop", "green": 0.031, "red": "", "owner": "小王", "on": "否"}])
    workbook.upsert("Thresholds", [{"key": "roi|shop", "green": 3.0, "green_base": "访客数"}])
    event = {"event": "店庆", "phase": "爆发", "start": day_number("2026-10-10"), "end": day_number("2026-10-12")}
    workbook.upsert("Events", [{**event, "lift": 2.5}])
    workbook.upsert(
        "GoalMonth", [{"month": day_number("2026-05-01"), "lock": 300000.0, "target_cvr": 0.03, "target_aov": 120.0}]
    )
    workbook.upsert("GoalDay", [{"date": day_number("2026-05-20"), "lock": 20000.0}])
    workbook.upsert("GoalKept", [{"date": day_number(FIRST), "grain": "day", "kept": 12345.0}])
    workbook.upsert("Peers", [{"shop": PEER, "role": "标杆", "note": "看价格"}])
    workbook.upsert(
        "PeerMatches",
        [{"item_id": ITEM, "shop": PEER, "peer_item_id": "700000000001", "same": "是", "complaint": "已投诉"}],
    )
    mapped = {
        "report": "达人",
        "table": "日报",
        "header": "UV",
        "field": "访客数",
        "confirmed": "是",
        "signature": "ab12",
    }
    workbook.upsert("Mapping", [{**mapped, "sure": 0.9, "reason": "名称相同"}])
    for name, value in (
        ("shop_aliases", "甲店"),
        ("window_items", 20),
        ("goal_metric", "净支付金额"),
        ("items_kept", 50),
    ):
        workbook.host.write_name(name, value)
    workbook.host.write_name("the_day", day_number(DAY))


def columns(workbook) -> None:
    """A column that calculates, one that is typed into, and the team's note."""
    host = workbook.host
    for header, like in ((MARGIN, "支付金额"), (WEATHER, "我的备注")):
        host.add_column("ShopDay", header, like)
    table = host.book.tables["ShopDay"] = host.book.table("ShopDay").continued(MARGIN, MARGIN_SAYS)
    page = host.book.sheet(table.sheet)
    page.size_column_as(table.place.left + table.column(MARGIN), '<col min="1" max="1" width="33.5" customWidth="1"/>')
    for row in range(table.body.top, table.body.bottom + 1):
        host.book.write_formula(page, row, table.place.left + table.column(MARGIN), MARGIN_SAYS, 0.0)
    for day, shown in ((FIRST, 260.0), (DAY, 260.0), (LAST, 260.0), (BEFORE, 260.0)):
        host.book.write_formula(
            page, row_of(workbook, day), table.place.left + table.column(MARGIN), MARGIN_SAYS, shown
        )
    host.upsert_rows("ShopDay", ["日期"], [{"日期": day_number(DAY), NOTE: "周末补货", WEATHER: "暴雨"}])
    bold = page.style(table.place.top, table.place.left)
    at = table.place.left + table.column(WEATHER)
    page.put(row_of(workbook, DAY), at, with_attribute(page.raw(row_of(workbook, DAY), at), "s", bold))


def row_of(workbook, day: str) -> int:
    """The row number of a day on Daily."""
    return workbook.host.read_table("ShopDay").first_row + list(workbook.columns("ShopDay")["date"]).index(
        day_number(day)
    )


def formulas(workbook) -> None:
    """Formulas on the operator's sheet and in yellow cells, and a word beside a table of ours."""
    book, page = workbook.host.book, workbook.host.book.sheet(OWN_SHEET)
    rows = own_formulas(row_of(workbook, DAY), letters(workbook, "支付金额"))
    for row, (text, shown) in enumerate(rows, start=11):
        book.write_formula(page, row, 1, text, shown)
    goal, row = book.table("GoalDay"), list(workbook.columns("GoalDay")["date"]).index(day_number("2026-05-21"))
    goals = book.sheet(goal.sheet)
    book.write_formula(goals, goal.body.top + row, goal.place.left + goal.column("手工目标"), "100*150", 15000.0)
    settings, line, column = book.cell_named("cost_rate")
    book.write_formula(settings, line, column, "1-0.6", 0.4)
    book.write(book.sheet("设置"), 3, 60, "我的话")


def letters(workbook, header: str) -> str:
    """The letters of a column of Daily."""
    table = workbook.host.book.table("ShopDay")
    return column_letters(table.place.left + table.column(header))


def own_formulas(row: int, gmv: str) -> list[tuple[str, float]]:
    """Formulas of the operator's own sheet with what they show, from A11 down."""
    return [
        (f"SUM(ShopDay[{MARGIN}])", 1040.0),
        (f"{DAILY}!{gmv}{row}+1", 301.0),
        ("cost_rate*2", 0.8),
        (f"SUM('{DAILY}'!{gmv}:{gmv})", 1200.0),
        (EXTERNAL, 5.0),
    ]
