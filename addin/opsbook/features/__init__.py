"""The table of contents of the product, in the order of the operator's day."""

from opsbook.features.contents import FEATURES, catalog

__all__ = ["FEATURES", "catalog"]
