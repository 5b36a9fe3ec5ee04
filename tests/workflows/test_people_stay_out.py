"""People planted in every known report: in columns, cells, notes, names of files and sheets. Nothing of them is kept or said."""

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.golden import LONG_AFTER, cases, sample
from exports.writers import books
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.reading.readers import read_file
from opsbook.exports.recognise.match_header import HeaderMatch
from opsbook.model.units import Unit
from support.books import SHOP
from support.everything_below import everything_below
from support.house import IMPORTERS
from support.house import claimed as identify

NAME, ACCOUNT, PHONE = "欧阳示例某", "tb_nobody_99", "13800001234"
ADDRESS, WIDE = "浙江省杭州市西湖区子虚路99号6栋1203室", "１３５００００１２３４"
MASKED, CARD, MAIL = "137****0000", "11010519491231002X", "nobody@example.com"
NUMBERS = (PHONE, "139-0000-5678", MASKED, "0571-88880000", CARD, MAIL, WIDE)
EVERYTHING = " ".join((*NUMBERS, ADDRESS))
SECRETS = (NAME, ACCOUNT, *NUMBERS, ADDRESS, "子虚路", "****0000")
EXTRA = {
    "收货人姓名": NAME,
    "买家昵称": ACCOUNT,
    "联系手机": PHONE,
    "收货地址": ADDRESS,
    "Email": MAIL,
    "备用一": "139-0000-5678",
    "备用二": MASKED,
    "备用三": ADDRESS,
    "备用四": CARD,
    "备用五": f"收货人：{NAME}",
}
NOTES = [[f"联系人：{NAME} 电话：{PHONE}"], [f"{ADDRESS} {WIDE}"]]
MONTHS = (("2026-06", "202606", "06-18-26"), ("2026-03", "202603", "03-18-26"))  # items of March are past their window


def _moved(text: str, month: int) -> str:
    """A cell or name with its days in another month."""
    for old, new in zip(MONTHS[0], MONTHS[month], strict=True):
        text = text.replace(old, new)
    return text


def _planted(rows: list[list[str]], matched: HeaderMatch) -> list[list[object]]:
    """A report with people above its header, in columns of their own, behind every text and in place of every figure."""
    width = len(rows[matched.row])
    head = matched.row - matched.importer.grouped
    below = [[*row, *[""] * (width - len(row))] for row in rows[matched.row + 1 :]]
    units = {column.id: column.unit for column in matched.importer.table.columns}
    texts = [at for name, hits in matched.columns.items() for at in hits if units[name] is Unit.TEXT]
    figures = [
        at
        for name, hits in matched.columns.items()
        for at in hits
        if units[name] not in {Unit.TEXT, Unit.DATE, Unit.ID}
    ]
    bad = list(below[-1])
    for row in (*below, bad):
        for at in texts:
            row[at] = f"{row[at]} {EVERYTHING}" if clean(row[at]) and not matched.importer.orders else row[at]
    for number, at in enumerate(figures):
        bad[at] = (NAME, EVERYTHING)[number % 2]
    filled = ([*row[:width], *EXTRA.values()] for row in (*below, bad))
    # rows of another shop would be left out, and files that name none would wait beside them
    body = [[SHOP if cell and at == matched.shop else cell for at, cell in enumerate(row)] for row in filled]
    heads = [[*row, *[""] * (width - len(row)), *EXTRA] for row in rows[head : matched.row + 1]]
    return [*NOTES, *rows[:head], *heads, *body]


def _inbox(folder: Path) -> set[str]:
    """Every sample with people in it, once in its month and once in March; says which reports are there."""
    kinds = set()
    for number, case in enumerate(cases()):
        for sheet in read_file(sample(case))[0]:
            matched = identify(sheet)
            if not isinstance(matched, HeaderMatch):
                continue
            kinds.add(matched.importer.id)
            for month in range(len(MONTHS)):
                rows = [[_moved(clean(cell), month) for cell in row] for row in sheet.rows]
                stem = Path(_moved(sheet.file.split("/")[-1], month)).stem
                path = folder / f"{number}{month} {PHONE} {stem}.xlsx"
                path.write_bytes(books({f"{PHONE} 表": _planted(rows, matched)}))
                os.utime(path, (LONG_AFTER, LONG_AFTER))
    return kinds


@pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")
def test_nothing_of_a_person_is_kept_or_said(book, run, tmp_path, tmp_path_factory):
    """In workbook, history, backups, log, exported rows and answers there is no trace; every report was imported."""
    inbox = tmp_path_factory.mktemp("inbox")
    kinds = _inbox(inbox)
    assert kinds == {importer.id for importer in IMPORTERS}
    said = [
        run("import", book, inbox, "--shop-alias", "示例旗舰店"),  # files that name no shop would wait beside another's
        *(run("import", book, inbox, "--json"), run("detect", inbox)),
        *(run("daily", book, inbox), run("history", book, "-o", tmp_path / "rows.xlsx")),
    ]
    kept = [(f"answer {number}", f"{one.out}{one.err}".encode()) for number, one in enumerate(said)]
    kept += everything_below(tmp_path)
    leaks = [
        (where, secret)
        for where, data in kept
        for secret in SECRETS
        if any(secret.encode(coding) in data for coding in ("utf-8", "gb18030", "utf-16-le"))
    ]
    assert leaks == []
    imported = json.loads(said[1].out)
    assert imported["unchanged"] > 100
    assert {"personal-columns", "bad-number"} <= {issue["code"] for issue in imported["issues"]}
    for holder in ("history.sqlite", "rows", "book.xlsx"):
        assert any("***" in data.decode(errors="ignore") for where, data in kept if where.startswith(holder)), holder


# A report nobody knows: people below headers of eight languages and below one that says nothing, and slipped into figures.
UNKNOWN_HEAD = (
    *(
        "Sale Date",
        "Full Name",
        "Nombre del comprador",
        "DNI / CUIT",
        "Teléfono",
        "Anschrift",
        "氏名",
        "Имя клиента",
        "Col B",
    ),
    *("备用", "Revenue", "Campaign", "Visitors"),
)
UNKNOWN_PEOPLE = (
    *(
        "Zork Testperson",
        "Quentin Sampleton",
        "30111222",
        "+5411999888",
        "Beispielweg 3",
        "見本花子",
        "Иван Примеров",
        "5411999777",
    ),
    "欧阳示例",
)
OTHER_PEOPLE = (
    *(
        "Blip Exampleson",
        "Wanda Nobodyson",
        "30111333",
        "+5411999666",
        "Musterstraße 12",
        "例次郎",
        "Ольга Образцова",
        "5411999555",
    ),
    "司马某某",
)


def _unknown(path: Path) -> None:
    rows = [[f"2026-06-{day:02}", *people, "10.5", "Summer Sale", "7"] for day, people in _days()]
    rows[3][-3] = "Zork Testperson"
    rows[4][-1] = "+54 11 9999-8877"
    rows[5][0] = "Quentin Sampleton"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([UNKNOWN_HEAD, *rows])


def _days() -> Iterator[tuple[int, tuple[str, ...]]]:
    return ((day, (UNKNOWN_PEOPLE, OTHER_PEOPLE)[day % 2]) for day in range(1, 13))


def test_nothing_of_a_person_in_an_unknown_report_is_kept_or_said(book, run, tmp_path, tmp_path_factory):
    """Asked about, answered, kept, wrongly answered and imported: only the names of such columns are told."""
    file = tmp_path_factory.mktemp("inbox") / "每日_20260701_093000.csv"
    _unknown(file)
    answered = ("--map", "Sale Date=日期", "--map", "Revenue=支付金额", "--map", "Visitors=访客数")
    said = [
        *(
            run("detect", file),
            run("detect", file, "--json"),
            run("import", book, file),
            run("import", book, file, "--json"),
        ),
        *(
            run("import", book, file, "--map", f"{header}=+")
            for header in ("Full Name", "Col B", "备用", "Zork Testperso")
        ),
        *(run("import", book, file, *answered, "--map", "Campaign=+"), run("check", book), run("import", book, file)),
        *(run("daily", book, file.parent), run("history", book, "-o", tmp_path / "rows.xlsx")),
    ]
    kept = [(f"answer {number}", f"{one.out}{one.err}".encode()) for number, one in enumerate(said)]
    kept += everything_below(tmp_path)
    leaks = [
        (where, one)
        for where, data in kept
        for one in (*UNKNOWN_PEOPLE, *OTHER_PEOPLE, "9999-8877")
        if one.encode() in data
    ]
    assert leaks == []
    told = json.loads(said[1].out)["files"][0]["proposal"]
    assert told["personal"] == list(UNKNOWN_HEAD[1:10])
    assert [column["header"] for column in told["columns"]] == ["Sale Date", "Revenue", "Campaign", "Visitors"]
    assert [one.code for one in said[4:8]] == [2, 2, 2, 2]
    assert ["是个人信息" in one.err for one in said[4:8]] == [True, True, True, False]
    assert ("新增 11 行，更新 0 行，未变 0 行，拒收 1 行" in said[8].out, said[8].err.count("「***」")) == (True, 3)
