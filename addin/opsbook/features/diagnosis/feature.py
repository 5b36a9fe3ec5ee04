"""Why a figure moved."""

from opsbook.engine.feature import Feature
from opsbook.features.diagnosis.function_help import FUNCTIONS
from opsbook.features.diagnosis.tables import CALC_BRIDGE
from opsbook.model.language import Label
from opsbook.model.records.contribution import CalcTable, Sentence, Tile

FEATURE = Feature(
    "diagnosis",
    Label("诊断", "Diagnosis"),
    since="0.1.0",
    needs=("frame", "daily", "goals", "thresholds"),
    tables=(CALC_BRIDGE,),
    calc=(CalcTable("CalcBridge", 5, "opsbook.features.diagnosis.bridge_formulas:table"),),
    tiles=(
        Tile("conclusion", 1, "opsbook.features.diagnosis.conclusion:tile"),
        Tile("why", 3, "opsbook.features.diagnosis.panel:panel"),
    ),
    brief=(Sentence(3, "opsbook.features.diagnosis.brief:change", "daily-change"),),
    functions=FUNCTIONS,
)
