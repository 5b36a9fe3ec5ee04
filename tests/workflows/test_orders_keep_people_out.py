"""What order exports tell of people stays outside: of the book, its backups and history, the log and what is printed."""

import zipfile
from collections.abc import Iterator

import pytest

from exports.orders import DETAIL, DETAIL_NEW, PDD, SHOPIFY, SOLD, TAOBAO_2012, TAOBAO_2018
from exports.writers import csv, xlsx

NAME, PHONE, STREET, ACCOUNT = "欧阳示例某", "13700001234", "子虚路乌有里", "nobody-at-all@example.com"
SECRETS = (NAME, PHONE, STREET, ACCOUNT)
EVERYTHING = " ".join(SECRETS)
# What a row needs to be an order; every other cell is filled with a person.
ORDER = {
    "订单编号": "31000000000000000{at}",
    "子订单编号": "31000000000000000{at}",
    "订单号": "260105-{at}",
    "Name": "#{at}",
    "订单状态": SOLD,
    "Financial Status": "paid",
    "店铺名称": "小棉袄家居店",
    "Currency": "CNY",
    **dict.fromkeys(("买家实际支付金额", "买家实付金额", "用户实付金额(元)", "商家实收金额(元)", "Total"), "10.00"),
    **dict.fromkeys(("宝贝总数量", "购买数量", "商品数量(件)", "Lineitem quantity"), "1"),
    **dict.fromkeys(
        ("订单创建时间", "订单付款时间", "订单成交时间", "Paid at", "Created at"), "2026-01-0{day} 10:00:00"
    ),
}
READ = [name for name in ORDER if name != "店铺名称"]  # a shop's name is named where it is another shop
HEADERS = {
    "taobao-2012": TAOBAO_2012,
    "taobao-2018": TAOBAO_2018,
    "taobao-items-old": DETAIL,
    "taobao-items-new": DETAIL_NEW,
    "pdd": PDD,
    "shopify": SHOPIFY,
}


def _order(header, at, **instead):
    cells = {**ORDER, **instead}
    return [cells.get(name.strip(), EVERYTHING).format(at=at, day=at % 5 + 3) for name in header]


def _rows(header):
    """Good orders, orders with a person in the very cells that are read, and one whose columns have slipped."""
    good = [_order(header, at) for at in range(1, 5)]
    bad = [_order(header, at, **{name: EVERYTHING}) for at, name in enumerate(READ, 5)]
    slipped = _order(header, 99)
    return [header, *good, *bad, [*slipped[:2], EVERYTHING, *slipped[2:]]]


def _texts(folder) -> Iterator[tuple[str, bytes]]:
    """Everything below a folder, workbooks and backups unpacked."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as package:
                    yield from ((f"{path.name}/{name}", package.read(name)) for name in package.namelist())


@pytest.mark.parametrize("kind", HEADERS)
def test_nothing_of_a_person_is_kept_or_said(kind, book, run, tmp_path, tmp_path_factory):
    """Planted in every column, in cells that are read too, no name, phone, address or account comes through."""
    inbox = tmp_path_factory.mktemp("inbox")
    header = HEADERS[kind]
    (inbox / "orders.csv").write_bytes(csv(_rows(header), "gb18030"))
    (inbox / "orders.xlsx").write_bytes(xlsx(_rows(header)[:5]))
    said = [run("import", book, inbox), run("import", book, inbox, "--json"), run("detect", inbox, "--json")]
    said.append(run("daily", book, inbox))
    kept = [("printed", f"{one.out}{one.err}".encode()) for one in said] + list(_texts(tmp_path))
    leaks = [
        (where, secret)
        for where, data in kept
        for secret in SECRETS
        if secret.encode() in data or secret.encode("gb18030") in data or secret.encode("utf-16-le") in data
    ]
    assert leaks == []
    assert any("orders.xlsx" in text.decode(errors="replace") for _, text in kept)
