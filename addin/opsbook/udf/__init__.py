"""Worksheet functions, callable as plain Python under their worksheet names, such as `OPS_BRIDGE(before, after)`.

Metrics, such as `OPS_CVR(buyers, visitors)`, follow from the registry; in Excel their VBA twins answer instead.
"""

from opsbook.features.competitors.functions import OPS_PRICE_INDEX, OPS_TITLE_SIMILARITY
from opsbook.features.daily.metric_functions import __getattr__
from opsbook.features.daily.metric_table import OPS_METRIC
from opsbook.features.diagnosis.functions import OPS_ANOMALY, OPS_BRIDGE, OPS_PAGE_HEALTH, OPS_SOURCE_EFFECTS
from opsbook.features.experiments.functions import OPS_AB_TEST, OPS_SAMPLE_SIZE
from opsbook.features.frame.functions import OPS_VERSION
from opsbook.features.goals.functions import OPS_CATCHUP, OPS_GOAL_DAYS, OPS_PACE, OPS_PROJECTION
from opsbook.features.promotion.functions import OPS_KEYWORD_ACTION
from opsbook.features.stock.functions import OPS_DAYS_OF_COVER, OPS_REORDER_POINT, OPS_SAFETY_STOCK
from opsbook.features.thresholds.functions import OPS_STATUS

__all__ = [
    "OPS_AB_TEST", "OPS_ANOMALY", "OPS_BRIDGE", "OPS_CATCHUP", "OPS_DAYS_OF_COVER", "OPS_GOAL_DAYS",
    "OPS_KEYWORD_ACTION", "OPS_METRIC", "OPS_PACE", "OPS_PAGE_HEALTH", "OPS_PRICE_INDEX", "OPS_PROJECTION",
    "OPS_REORDER_POINT", "OPS_SAFETY_STOCK", "OPS_SAMPLE_SIZE", "OPS_SOURCE_EFFECTS", "OPS_STATUS",
    "OPS_TITLE_SIMILARITY", "OPS_VERSION", "__getattr__",
]  # fmt: skip
