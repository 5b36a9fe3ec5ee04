"""Tests of pictures, prices and copy."""

from opsbook.engine.feature import Feature
from opsbook.features.experiments.function_help import FUNCTIONS
from opsbook.model.language import Label

FEATURE = Feature("experiments", Label("测试", "Experiments"), since="0.1.0", functions=FUNCTIONS)
