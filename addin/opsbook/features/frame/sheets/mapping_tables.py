"""Tables of the mapping: what the columns of a report nobody knows mean, proposed by import, decided by the operator."""

from opsbook.model.language import Label
from opsbook.model.schema import Column, Kind, Table
from opsbook.model.units import Unit


def _text(name: str, zh: str, en: str, kind: Kind = Kind.FACT) -> Column:
    return Column(name, Label(zh, en), Unit.TEXT, kind)


# One row per column of a report; the signature tells reports apart by their headers.
MAPPING = Table(
    "Mapping",
    ("signature", "header"),
    (
        _text("report", "报表", "Report"),
        _text("table", "填到", "Fills", Kind.YOURS),
        _text("header", "文件里的列", "Column in the file"),
        _text("example", "示例", "Example"),
        _text("field", "对应字段", "Field", Kind.YOURS),
        _text("confirmed", "确认", "Confirmed", Kind.YOURS),
        Column("sure", Label("把握", "Confidence"), Unit.RATE),
        _text("reason", "依据", "Reason"),
        _text("file", "文件", "File"),
        Column("signature", Label("签名", "Signature"), Unit.ID),
    ),
    emptied=True,
    typed=True,
)

# What a column may stand for: the drop-down of the fields reads it.
MAPPING_FIELDS = Table(
    "MappingFields",
    ("name",),
    (_text("name", "可选字段", "Fields"), _text("tables", "可填到", "May fill")),
    fixed=True,
    printed=True,
)
