"""Commands every workbook needs."""

from opsbook.engine.feature import Feature
from opsbook.features.books.command_records import COMMANDS
from opsbook.model.language import Label
from opsbook.model.records.contribution import Check

FEATURE = Feature(
    "books",
    Label("工作簿", "Workbooks"),
    since="0.1.0",
    checks=(Check(5, "opsbook.features.books.gaps:gaps"),),
    commands=COMMANDS,
)
