"""Commands every workbook needs."""

from opsbook.engine.feature import Feature
from opsbook.features.books.command_records import COMMANDS
from opsbook.model.language import Label

FEATURE = Feature(
    "books",
    Label("工作簿", "Workbooks"),
    since="0.1.0",
    commands=COMMANDS,
)
