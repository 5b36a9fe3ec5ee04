"""Our features, then those of installed packages, put together once."""

from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from itertools import chain

from opsbook.engine.feature import Feature, catalog_of
from opsbook.engine.functions.messages import FUNCTIONS
from opsbook.engine.messages.analyses import ANALYSES
from opsbook.engine.messages.carrying import CARRYING
from opsbook.engine.messages.history import HISTORY
from opsbook.engine.messages.mapping import MAPPING
from opsbook.engine.messages.replaced import REPLACED
from opsbook.engine.messages.typed_days import TYPED_DAYS
from opsbook.engine.messages.upgrade import UPGRADE
from opsbook.engine.messages.usage import COMMANDS
from opsbook.engine.messages.verifying import VERIFYING
from opsbook.engine.messages.working import WORKING
from opsbook.exports.messages.imports import IMPORTS
from opsbook.exports.messages.orders import ORDERS
from opsbook.exports.messages.parts import PARTS
from opsbook.features.books.feature import FEATURE as BOOKS
from opsbook.features.competitors.feature import FEATURE as COMPETITORS
from opsbook.features.daily.feature import FEATURE as DAILY
from opsbook.features.demo.feature import FEATURE as DEMO
from opsbook.features.diagnosis.feature import FEATURE as DIAGNOSIS
from opsbook.features.experiments.feature import FEATURE as EXPERIMENTS
from opsbook.features.frame.feature import FEATURE as FRAME
from opsbook.features.goals.feature import FEATURE as GOALS
from opsbook.features.items.feature import FEATURE as ITEMS
from opsbook.features.promotion.feature import FEATURE as PROMOTION
from opsbook.features.runs.feature import FEATURE as RUNS
from opsbook.features.stock.feature import FEATURE as STOCK
from opsbook.features.thresholds.feature import FEATURE as THRESHOLDS
from opsbook.features.traffic.feature import FEATURE as TRAFFIC
from opsbook.formulas.messages import FORMULAS
from opsbook.hosts.messages import BOOK
from opsbook.model.catalog import Catalog, once
from opsbook.model.errors import PlugInError

FEATURES: tuple[Feature, ...] = (
    *(DAILY, TRAFFIC, ITEMS, EXPERIMENTS, PROMOTION, STOCK, COMPETITORS),
    *(GOALS, THRESHOLDS, DIAGNOSIS, FRAME, BOOKS, RUNS, DEMO),
)
BELOW = (
    *(ANALYSES, BOOK, CARRYING, COMMANDS, FORMULAS, FUNCTIONS, HISTORY),
    *(IMPORTS, MAPPING, ORDERS, PARTS, REPLACED, TYPED_DAYS, UPGRADE, VERIFYING, WORKING),
)
PLUG_INS = "opsbook.features"
"""The entry point group under which an installed package offers features of its own."""


@cache
def catalog() -> Catalog:
    """Everything the product consists of: our features, and those that installed packages offer.

    Raises:
        PlugInError: a package cannot be loaded, or its features and ours do not fit together.
    """
    offered = tuple(entry_points(group=PLUG_INS))
    if not offered:
        return own_catalog()
    plugged = [_loaded(point) for point in offered]
    try:
        return _catalog(*plugged)
    except Exception as error:
        raise _broken(error, *offered) from error


def _loaded(point: EntryPoint) -> Feature:
    try:
        feature = point.load()
    except Exception as error:
        raise _broken(error, point) from error
    if not isinstance(feature, Feature):
        raise _broken(TypeError(f"{point.value} is no Feature"), point)
    return feature


def _broken(error: Exception, *points: EntryPoint) -> PlugInError:
    packages = tuple(point.dist.name if point.dist else point.value for point in points)
    return PlugInError("plug-in-broken", packages=packages, reason=f"{type(error).__name__}: {error}")


@cache
def own_catalog() -> Catalog:
    """What the product consists of with no other package installed."""
    return _catalog()


def _catalog(*plugged: Feature) -> Catalog:
    said = once("message", chain.from_iterable(one.items() for one in BELOW))
    return replace(catalog_of((*FEATURES, *plugged), said), plug_ins=tuple(one.id for one in plugged))
