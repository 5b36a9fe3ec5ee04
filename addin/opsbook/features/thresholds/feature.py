"""Thresholds: every light is a row the operator edits."""

from opsbook.engine.feature import Feature
from opsbook.features.thresholds.function_help import FUNCTIONS
from opsbook.features.thresholds.tables import CALC_URGENT, THRESHOLDS
from opsbook.model.language import Label
from opsbook.model.records.contribution import CalcTable, ColumnName, Sentence, Sheet, Tile, Typed

NAMED_LATER = ("min_base", "min_orders")
NAMED = ("key", "green", "green_base", "red", "red_base", "on", "direction", "green_bound", "red_bound")
"""Columns that conditional formats read, each by a defined name."""

FEATURE = Feature(
    "thresholds",
    Label("阈值", "Thresholds"),
    since="0.1.0",
    version=2,
    needs=("frame", "daily"),
    tables=(THRESHOLDS, CALC_URGENT),
    choices=("opsbook.features.thresholds.choices:choices",),
    names={
        **{f"thr_{column}": ColumnName("Thresholds", column) for column in NAMED},
        **{f"thr_{column}": ColumnName("Thresholds", column, since=2) for column in NAMED_LATER},
    },
    sheets=(Sheet("thresholds", 10, "opsbook.features.thresholds.sheet:thresholds"),),
    calc=(CalcTable("CalcUrgent", 6, "opsbook.features.thresholds.urgency:table"),),
    tiles=(Tile("now", 1, "opsbook.features.thresholds.urgent:draw_urgent"),),
    brief=(Sentence(4, "opsbook.features.thresholds.brief:action", "daily-action"),),
    functions=FUNCTIONS,
    typed=(Typed("thresholds", Label("「阈值」的一行", "a row of Thresholds"), "Thresholds"),),
)
