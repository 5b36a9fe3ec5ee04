"""What must not get in: formulas in disguise, and people."""

import pytest
from openpyxl import load_workbook

from opsbook.engine.console.log import log_file
from opsbook.engine.imports.importing import import_files
from support import inbox
from support.facts import NOW, cell
from support.packages import parts

DAY = "2026-03-18"
DANGEROUS = ("=1+1", '=HYPERLINK("x")', "+8613", "-1+2", "@SUM(A1)", "\t=1+1", "\r=1+1")
PEOPLE = ("李小样", "王二麻", "13800138000", "浙江省杭州市某路 1 号", "taobao_lixy")


pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")


@pytest.mark.parametrize("text", DANGEROUS, ids=repr)
def test_text_that_looks_like_a_formula_stays_text(text, memory_book, tmp_path):
    """Titles keep their signs, and are texts."""
    workbook = memory_book()
    path = inbox.items(tmp_path, DAY, {"600000000001": {"商品名称": text, "商品访客数": 1, "支付金额": 2}})
    import_files(workbook, [path], NOW)
    assert cell(workbook, "ItemDay", DAY, "title") == text.strip()


def test_such_text_is_no_formula_in_the_file(book, run, tmp_path):
    """In the file each of them is a string cell: no formula that the plan did not print is added."""
    listed = {
        str(600000000001 + at): {"商品名称": text, "商品访客数": 1, "支付金额": 2} for at, text in enumerate(DANGEROUS)
    }
    channels = {text.strip() + "渠道": {"访客数": 1, "下单金额": 1, "支付金额": 1} for text in DANGEROUS}
    channels_file = inbox.sources(tmp_path / "in", DAY, channels)
    assert run("import", book, inbox.items(tmp_path / "in", DAY, listed), channels_file).code == 0
    sheets = load_workbook(book)
    titles = _column(sheets["商品"], "ItemDay", "商品名称")
    sources = _column(sheets["流量来源"], "SourceDay", "一级来源")
    assert {c.value for c in titles} == {text.strip() for text in DANGEROUS}
    assert {c.value for c in sources} == set(channels)
    assert {c.data_type for c in (*titles, *sources)} == {"s"}


def _column(sheet, table, header):
    rows = sheet[sheet.tables[table].ref]
    at = [c.value for c in rows[0]].index(header)
    return [row[at] for row in rows[1:]]


def test_buyers_never_reach_workbook_log_or_answer(book, run, tmp_path):
    """Names, phones and addresses in extra columns, bad cells and strange files are nowhere to be found."""
    folder = tmp_path / "in"
    name, other, phone, address, account = PEOPLE
    extra = {"买家会员名": account, "收货人姓名": name, "联系手机": phone, "收货地址": address}
    inbox.shop(folder, {DAY: {"访客数": 20, "支付金额": 300, "支付买家数": f"{phone}号", **extra}})
    inbox.items(
        folder, DAY, {"600000000001": {"商品名称": "棉袄", "商品访客数": f"电话{phone}", "支付金额": 2, **extra}}
    )
    inbox.plans(folder, DAY, {"9001": {"展现量": 1, "点击量": 1, "花费": 3, "客户昵称": account}})
    orders = f"订单编号,买家会员名,收货人姓名,联系手机\n1,{account},{name},{phone}\n2,x,{other},{phone}\n"
    (folder / "订单.csv").write_text(orders, encoding="utf-8-sig")
    (folder / "无表头.csv").write_text(f"{name},{phone},{address}\n{other},{phone},{address}\n", encoding="gb18030")
    said = [
        run("import", book, folder),
        run("import", book, folder, "--json"),
        run("detect", folder),
        run("refresh", book),
    ]
    assert [one.code for one in said] == [1, 1, 1, 0]
    kept = [content.decode("utf-8", "ignore") for content in parts(book).values()]
    log = log_file().read_text("utf-8") if log_file().exists() else ""
    found = {one for one in PEOPLE for text in (*kept, log, *(a.out + a.err for a in said)) if one in text}
    assert found == set()


def test_a_crash_leaves_no_cell_in_the_log(book, run, tmp_path, monkeypatch):
    """The log of an unexpected failure names lines of code, not what was read."""

    def fails(*_, **__):
        raise ValueError(PEOPLE[0])

    monkeypatch.setattr("opsbook.engine.imports.inbox.pour", fails)
    answer = run("import", book, inbox.shop(tmp_path, {DAY: {"访客数": 1, "支付金额": 1}}))
    assert answer.code == 2
    log = log_file().read_text("utf-8")
    assert "ValueError" in log
    assert PEOPLE[0] not in log + answer.out + answer.err
    assert "Traceback" not in answer.out + answer.err
