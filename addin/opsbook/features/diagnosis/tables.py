"""What moved the amount, as the chart reads it."""

from opsbook.model.schema import STEP, Table, formula_column
from opsbook.model.units import Unit

CALC_BRIDGE = Table(
    "CalcBridge",
    ("n",),
    (
        STEP,
        formula_column("item", "项", "Item", Unit.TEXT),
        formula_column("effect", "贡献", "Effect", Unit.RATIO),
        formula_column("base", "垫底", "Base", Unit.RATIO),
        formula_column("start", "基期", "Before", Unit.RATIO),
        formula_column("end", "当日", "Day", Unit.RATIO),
        formula_column("up", "增", "Up", Unit.RATIO),
        formula_column("down", "减", "Down", Unit.RATIO),
    ),
    fixed=True,
)
