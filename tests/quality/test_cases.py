"""Files that once gave a wrong number, a lost row or a wrong word, imported as a person does: what is right was worked out by hand."""

import shlex
from pathlib import Path
from typing import NamedTuple

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import from_serial
from support.everything_below import everything_below
from support.house import open_book

FOLDER = Path(__file__).parent / "cases"
NINE, TEN, ELEVEN = "2026-11-09", "2026-11-10", "2026-11-11"
CUP, PLATE = "601234567890123", "601234567890124"
THREE_DAYS = {(NINE, "gmv"): 5000, (TEN, "gmv"): 5500.5, (ELEVEN, "gmv"): 6000}
VISITED = {(NINE, "visitors"): 1000, (TEN, "visitors"): 1100, (ELEVEN, "visitors"): 1200}
TWO_ITEMS = {(NINE, CUP, "gmv"): 50, (NINE, PLATE, "gmv"): 60, (NINE, CUP, "visitors"): 100, (NINE, PLATE, "items"): 6}
THREE_ROWS = {**TWO_ITEMS, (TEN, CUP, "gmv"): 70}
EACH_TERMINAL = {(NINE, "gmv"): 5000, (TEN, "gmv"): 5500.5, (ELEVEN, "gmv"): 6000, (NINE, "visitors"): None}
PEOPLE = ("Quentin", "Wanda", "Xaver", "Testperson", "30111222", "5411999")


class Case(NamedTuple):
    """A file, and what is right: exit code, rows, figures by day (and item), words said and words never said."""

    file: str
    code: int
    rows: int
    figures: dict
    said: tuple = ()
    unsaid: tuple = ()
    words: tuple = ()


RANGE = ("--table", "PlanDay", "--map", "广告系列名称=计划名称", "--map", "报告开始日期=日期")
RANGE += ("--map", "已花费金额 (USD)=花费", "--map", "展示次数=展现量")
CASES = (
    Case("own_fullname.csv", 1, 0, {}, ("不会读入的列：Full Name",), PEOPLE),
    Case("own_es.csv", 1, 0, {}, ("不会读入的列：Nombre del comprador、DNI / CUIT、Teléfono",), PEOPLE),
    Case("shop_blankpaid.csv", 0, 1, {(NINE, "gmv"): 600, (NINE, "orders"): 3}, ("2 笔已付款的订单没有付款时间", "500.00")),
    Case("html_span2.xls", 0, 2, TWO_ITEMS),
    Case("items_spec.csv", 1, 0, {}, ("规格 (红 / 蓝)", "--add-up")),
    Case("hourly.csv", 1, 0, {}, ("有 24 行", "--add-up")),
    Case("terminal2.csv", 0, 3, {**THREE_DAYS, **VISITED}),
    Case("terminal3.csv", 1, 0, {}, ("终端 (PC端 / 无线端)", "所有终端")),
    Case("own_range.csv", 1, 0, {}, ("2026-11-01 到 2026-11-24 的合计", "按天导出"), words=RANGE),
    Case("amz_de.csv", 0, 3, {(NINE, "gmv"): 1234.56, (TEN, "gmv"): 2000, (ELEVEN, "gmv"): 300}),
    Case("own_count.csv", 1, 0, {}, ("--map order_count=支付订单数", "--map revenue_sum=支付金额"), ("new_orders=", "下单金额")),
    Case("own_orderid.csv", 1, 0, {}, ("--map 'Total Amount=支付金额'",), ("Order ID=", "支付订单数")),
    Case("id_comma.csv", 0, 3, THREE_ROWS),
    Case("merged_day.xlsx", 0, 3, THREE_ROWS),
    Case("html_span.xls", 0, 3, THREE_ROWS),
    Case("shop_cod.csv", 1, 0, {}, ("有 3 笔订单，没有一笔已付款", "pending × 2、voided × 1", "货到付款"), ("检查导出时选的日期",)),
    Case("tb_sci_unpaid.csv", 0, 1, {(NINE, "gmv"): 200}, (), ("科学计数",)),
    Case("etsy_min.csv", 1, 0, {}, ("Sale Date        → 日期",), PEOPLE),
    Case("date_iso.csv", 0, 3, {**THREE_DAYS, **VISITED}),
    Case("date_eng.csv", 0, 3, {**THREE_DAYS, **VISITED}),
    Case("hdr2.xlsx", 0, 3, {**THREE_DAYS, **VISITED}, (), ("别的店铺",)),
    Case("items_sku.csv", 1, 0, {}, ("生意参谋 商品排行", "每个 SKU 一行", "--add-up"), ("京东",)),
    Case("plan_dev.csv", 1, 0, {}, ("Device (Computers / Mobile phones)", "--map Cost=花费 --add-up")),
    Case("mobile_speed.csv", 1, 0, {}, ("Mobile speed score  → （不导入）",), ("不会读入的列",)),
    Case("t.ods", 1, 0, {}, ("OpenDocument", "另存为 .xlsx"), ("登录",)),
    Case("num_cur.csv", 0, 3, THREE_DAYS),
    Case("num_nbsp.csv", 0, 3, THREE_DAYS),
    Case("num_unit.csv", 0, 3, THREE_DAYS),
)  # fmt: skip
AMBIGUOUS = ("--map", "Sale Date=日期", "--map", "Order Total=支付金额")
ANSWERED = (
    Case("items_spec.csv", 0, 2, {(NINE, CUP, "gmv"): 300, (TEN, CUP, "gmv"): 200, (NINE, CUP, "visitors"): None}),
    Case("hourly.csv", 0, 1, {(NINE, "gmv"): 2400, (NINE, "pageviews"): 7200, (NINE, "visitors"): None}),
    Case("terminal3.csv", 0, 3, EACH_TERMINAL),
    Case("own_count.csv", 0, 2, {(NINE, "orders"): 56, (TEN, "orders"): 51, (NINE, "gmv"): 1000, (TEN, "gmv"): 2000}),
    Case("own_orderid.csv", 0, 2, {(NINE, "gmv"): 10.5, (TEN, "gmv"): 11.5, (NINE, "orders"): None}),
    Case("items_sku.csv", 0, 1, {(NINE, CUP, "gmv"): 300, (NINE, CUP, "visitors"): None}),
    Case("plan_dev.csv", 0, 2, {(NINE, "A", "clicks"): 3, (NINE, "A", "ad_spend"): 4, (TEN, "A", "ad_spend"): 3.5}),
    Case("mobile_speed.csv", 0, 2, {(NINE, "A", "ad_spend"): 5}),
)


def _rows(book):
    """Imported rows by day, and by item or plan where there is one; days that a roll-up filled are none."""
    workbook = open_book(FilesHost(book))
    found = {}
    for table, more in (("ShopDay", ()), ("ItemDay", ("item_id",)), ("PlanDay", ("plan",))):
        for row in workbook.rows(table):
            named = [row[name] for name in ("gmv", "visitors", "ad_spend") if row.get(name) not in {None, ""}]
            if named and not (table == "ShopDay" and row["gmv"] in {None, ""}):
                found[f"{from_serial(row['date'])}", *(row[name] for name in more)] = row
    return found


def _holds(book, case):
    rows = _rows(book)
    assert len(rows) == case.rows
    assert {key: rows[key[:-1]][key[-1]] or None for key in case.figures} == case.figures


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_a_file_gives_the_right_number_or_says_why_not(case, book, run):
    """Imported, the file's figures stand in the workbook; or none does, and the sentence names the reason."""
    answer = run("import", book, FOLDER / case.file, *case.words)
    said = answer.out + answer.err
    assert answer.code == case.code
    assert [words for words in case.said if words not in said] == []
    assert [words for words in case.unsaid if words in said] == []
    _holds(book, case)


def test_there_are_as_many_files_as_cases():
    """None lies there that nobody imports."""
    assert sorted(case.file for case in CASES) == sorted(path.name for path in FOLDER.iterdir())
    assert len(CASES) == 28


@pytest.mark.parametrize("case", ANSWERED, ids=lambda case: case.file)
def test_the_command_that_is_offered_gives_the_right_number(case, book, run):
    """What the refusal offers is run as it stands."""
    refused = run("import", book, FOLDER / case.file).out
    (offered,) = (line.strip() for line in refused.splitlines() if line.strip().startswith("opsbook import"))
    assert run(*shlex.split(offered)[1:]).code == case.code
    _holds(book, case)


def test_dates_that_may_be_two_days_are_refused_when_confirmed(book, run):
    """11/09/2026 and 11/10/2026 alone say neither September nor November."""
    answer = run("import", book, FOLDER / "etsy_min.csv", *AMBIGUOUS)
    assert (answer.code, "「11/09/2026」可能先写月，也可能先写日" in answer.err) == (1, True)
    assert _rows(book) == {}


@pytest.mark.parametrize("file", ["own_fullname.csv", "own_es.csv", "etsy_min.csv"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_people_stand_nowhere(file, lang, new_file, run, tmp_path):
    """Neither workbook, history, backups, log nor any answer holds a name, a number or a phone, also once confirmed."""
    book = tmp_path / "book.xlsx"
    book.write_bytes(new_file(lang).read_bytes())
    said = [run("detect", FOLDER / file), run("import", book, FOLDER / file)]
    day, money = {"own_fullname.csv": ("Sale Date", "Item Total"), "own_es.csv": ("Fecha", "Total")}.get(
        file, ("Sale Date", "Order Total")
    )
    confirmed = ("--table", "ShopDay", "--map", f"{day}=date", "--map", f"{money}=gmv")
    said += [run("import", book, FOLDER / file, *confirmed), run("daily", book, tmp_path, "--json")]
    assert said[2].code == (file == "etsy_min.csv")
    kept = dict(everything_below(tmp_path))
    kept |= {f"answer {at}": (one.out + one.err).encode() for at, one in enumerate(said)}
    assert len(kept) > 20
    assert [(where, name) for where, data in kept.items() for name in PEOPLE if name.encode() in data] == []
