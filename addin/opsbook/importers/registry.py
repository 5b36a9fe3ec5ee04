"""Every export OpsBook understands."""

from opsbook.importers import sycm, wxt
from opsbook.importers.importer import Importer

IMPORTERS: tuple[Importer, ...] = (sycm.SHOP, sycm.ITEMS, sycm.SOURCES, wxt.PLANS, wxt.KEYWORDS)
IMPORTER: dict[str, Importer] = {importer.id: importer for importer in IMPORTERS}
