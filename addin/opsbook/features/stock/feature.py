"""Stock: how long it lasts, when to order again."""

from opsbook.engine.feature import Feature
from opsbook.features.stock.function_help import FUNCTIONS
from opsbook.model.language import Label

FEATURE = Feature("stock", Label("库存", "Stock"), since="0.1.0", functions=FUNCTIONS)
