"""A made-up shop: deterministic exports in the real formats, and a workbook filled from them."""

from opsbook.engine.feature import Feature
from opsbook.features.demo.command_records import COMMANDS
from opsbook.model.language import Label

FEATURE = Feature(
    "demo",
    Label("示例", "Demo"),
    since="0.1.0",
    needs=("books", "competitors", "goals"),
    commands=COMMANDS,
)
