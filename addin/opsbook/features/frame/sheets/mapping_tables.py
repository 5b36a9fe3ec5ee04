"""Tables of the mapping: what the columns of a report nobody knows mean, proposed by import, decided by the operator."""

from opsbook.model.language import Label
from opsbook.model.schema import Column, Kind, Table, text_column
from opsbook.model.units import Unit

# One row per column of a report; the signature tells reports apart by their headers.
MAPPING = Table(
    "Mapping",
    ("signature", "header"),
    (
        text_column("report", "报表", "Report"),
        text_column("table", "填到", "Fills", Kind.YOURS, names=True),
        text_column("header", "文件里的列", "Column in the file"),
        text_column("example", "示例", "Example"),
        text_column("field", "对应字段", "Field", Kind.YOURS, names=True),
        text_column("confirmed", "确认", "Confirmed", Kind.YOURS),
        Column("sure", Label("把握", "Confidence"), Unit.RATE),
        text_column("reason", "依据", "Reason"),
        text_column("file", "文件", "File"),
        Column("signature", Label("签名", "Signature"), Unit.ID),
    ),
    emptied=True,
    typed=True,
)

# What a column may stand for: the drop-down of the fields reads it.
MAPPING_FIELDS = Table(
    "MappingFields",
    ("name",),
    (text_column("name", "可选字段", "Fields", names=True), text_column("tables", "可填到", "May fill")),
    fixed=True,
    printed=True,
)
