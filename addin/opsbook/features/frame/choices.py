"""Words that cells of the frame and of the shop's days may hold, where no drop-down lists all of them."""

from opsbook.book.plan import BookPlan, body_cells
from opsbook.exports.mapping.targets import ADD_UP
from opsbook.features.frame.visibility import AUTO
from opsbook.model.answers import NO, YES
from opsbook.model.catalog import Catalog
from opsbook.model.language import LANGS
from opsbook.model.values import Value


def choices(catalog: Catalog, book: BookPlan) -> dict[tuple[str, str], tuple[Value, ...]]:
    """Words by table and column id.

    Args:
        catalog: not needed here.
        book: the planned workbook.
    """
    del catalog
    fields = next(table for table in book.tables if table.name == "MappingFields")
    return {
        ("ShopDay", "partial"): (YES[book.lang],),
        ("Mapping", "field"): (*body_cells(fields, "name"), *(ADD_UP[lang] for lang in LANGS)),
        ("Features", "on"): tuple(
            dict.fromkeys(word[lang] for lang in (book.lang, *LANGS) for word in (AUTO, YES, NO))
        ),
    }
