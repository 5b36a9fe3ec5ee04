"""Damaged files that cannot be read."""

import io
from pathlib import Path

from damaged import DAY, SHOP_HEAD, WHOLE, Case, case, packed, shop

from opsbook.exports.reading.readers import MOST_BYTES
from opsbook.features.demo.exports.files import xlsx
from opsbook.hosts.template.shipped import template_path


def far_corner() -> bytes:
    """A workbook with a stray word in its last corner."""
    import xlsxwriter  # noqa: PLC0415 - as the demo does

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("日报").write("XFD1048576", "x")
    return stream.getvalue()


def locked_zip() -> bytes:
    """A zip whose member says that it has a password."""
    data = bytearray(packed(**{"日报.csv": shop()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def huge(path: Path) -> None:
    """A file over the limit that takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1024 * 1024)


NEW = xlsx("Sheet1", (SHOP_HEAD, DAY))
FILES: tuple[Case, case, ...] = (
    case(
        "empty-file",
        "店铺日报.xls",
        b"",
        ("0 字节的文件", "a file of 0 bytes"),
        ("下载刚开始就断了。", "The download stopped before it began."),
    ),
    case(
        "no-cells",
        "店铺日报.xlsx",
        xlsx("Sheet1", ()),
        ("空的 .xlsx", "an .xlsx without a cell"),
        ("导出时还没有数据，或数据在隐藏的表里。", "There was no data yet, or it is on a hidden sheet."),
    ),
    case(
        "damaged-file",
        "店铺日报.xlsx",
        NEW[:-200],
        ("没下完的 .xlsx", "an .xlsx that was cut"),
        (
            "后半截没有了；宁可不读，也不导入半天的数。",
            "The rest is missing; half a report is not imported as a whole one.",
        ),
    ),
    case(
        "password",
        "计划报表.zip",
        locked_zip(),
        ("加了密码的文件", "a file with a password"),
        (
            ".xls、.xlsx 和 zip 都会这样说明；OpsBook 不问密码。",
            "Said of .xls, .xlsx and zip alike; OpsBook asks for no passwords.",
        ),
    ),
    case(
        "unknown-encoding",
        "计划报表.csv",
        "日期,花费\n".encode("gb18030") + b"\xff\xff",
        ("乱码的 CSV", "a CSV of garbled bytes"),
        (
            "UTF-8、UTF-16 和 GB18030（含 GBK）都试过，文件里有它们都没有的字节。",
            "Bytes that are neither UTF-8 nor GB18030 (which holds GBK); with a BOM UTF-16 is tried.",
        ),
    ),
    case(
        "page-without-table",
        "店铺日报.xls",
        "<html><body>请登录</body></html>".encode(),
        ("网页存成的 .xls", "a web page named .xls"),
        (
            "登录过期时，后台给的是登录页。有表格的网页可以直接导入。",
            "The back-end gave its login page. A page with a table is read as one.",
        ),
    ),
    case(
        "no-table-file",
        "日报截图.xls",
        b"\x89PNG\r\n\x1a\n",
        ("图片或 PDF", "a picture or PDF"),
        ("改成 .xls 的名字也还是图片。", "Naming it .xls leaves it a picture."),
    ),
    case(
        "other-archive",
        "报表.rar",
        b"Rar!\x1a\x07\x01\x00",
        ("RAR、7z 压缩包", "a RAR or 7z archive"),
        ("只认 zip。", "Only zip is unpacked."),
    ),
    case(
        "open-document",
        "报表.ods",
        packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": b"<office/>"}),
        ("LibreOffice 的表格", "a spreadsheet of LibreOffice"),
        ("另存为 .xlsx 就行，里面的数不变。", "Saved as .xlsx it is read; its figures stay the same."),
    ),
    case(
        "nested-zip",
        "报表.zip",
        packed(**{"内层.zip": packed(**{"a.csv": WHOLE})}),
        ("压缩包里的压缩包", "a zip inside a zip"),
        ("外层里的其他表照常导入。", "Other tables of the outer zip are imported."),
    ),
    case(
        "empty-zip",
        "报表.zip",
        packed(**{"说明.pdf": b"%PDF"}),
        ("没有表格的 zip", "a zip without a table"),
        ("里面只有图片、文档之类。", "It holds pictures or documents only."),
    ),
    case(
        "outside-zip",
        "报表.zip",
        packed(**{"../a.csv": WHOLE}),
        ("想写到别处的 zip", "a zip that points elsewhere"),
        ("后台的导出不会这样，多半被改过。", "No back-end packs like this; somebody changed it."),
    ),
    case(
        "too-large",
        "订单.csv",
        huge,
        ("特别大的文件", "a huge file"),
        ("读它会占满内存。", "Reading it would use up the memory."),
    ),
    case(
        "too-wide",
        "店铺日报.xlsx",
        far_corner(),
        ("最远的格子里有字的表", "a sheet with a word in its last corner"),
        ("不小心在表的尽头敲了字，整张表就有一百多万行。", "A stray key stroke made it a sheet of a million rows."),
    ),
    case(
        "unreadable-file",
        "店铺日报.xls",
        Path.mkdir,
        ("系统不让读的文件", "a file the system withholds"),
        ("没有权限、被占用，或其实是个文件夹。", "No permission, in use, or in fact a folder."),
    ),
    case(
        "own-workbook",
        "运营.xlsx",
        template_path("zh").read_bytes(),
        ("OpsBook 自己的工作簿", "a workbook of OpsBook"),
        ("选错了文件；放在文件夹里会自动跳过。", "The wrong file was chosen; in a folder it is passed over."),
    ),
)
