"""Writes the sample exports of the made-up shop into a folder."""

from pathlib import Path

from opsbook.features.demo.exports.ads import ad_exports
from opsbook.features.demo.exports.items import item_exports
from opsbook.features.demo.exports.peers import peer_exports
from opsbook.features.demo.exports.shop import shop_exports
from opsbook.features.demo.exports.sources import source_exports


def write_inbox(folder: Path) -> tuple[Path, ...]:
    """Fill a folder with what the shop's operator would have downloaded up to the day after 双11.

    Args:
        folder: where the files go; made if missing, files of the same names are replaced.

    Returns:
        The files, shop reports first, then sources, items, ads and competitors, each oldest first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    exports = (*shop_exports(), *source_exports(), *item_exports(), *ad_exports(), *peer_exports())
    return tuple(export.write(folder) for export in exports)
