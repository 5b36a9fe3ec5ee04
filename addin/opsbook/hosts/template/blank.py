"""The workbook that a new one starts from: the shipped template, or one drawn with what other packages add."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.kept import kept
from opsbook.hosts.template.shipped import sources_hash, template_path
from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang


def blank_book(catalog: Catalog, lang: Lang) -> FilesHost:
    """Open an empty workbook of everything the product consists of.

    Args:
        catalog: what the product consists of.
        lang: language of the workbook.

    Returns:
        The template, which was read and has no file of its own yet: save it as another.

    Raises:
        ToolMissingError: this installation carries no template.
    """
    return _drawn(catalog, lang) if catalog.plug_ins else FilesHost(template_path(lang))


def _drawn(catalog: Catalog, lang: Lang) -> FilesHost:
    content = kept(f"template-{lang}", catalog, sources_hash(), lambda: _printed(catalog, lang))
    with TemporaryDirectory() as folder:
        path = Path(folder, f"opsbook-{lang}.xlsx")
        path.write_bytes(content)
        return FilesHost(path)


def _printed(catalog: Catalog, lang: Lang) -> bytes:
    from opsbook.book.compile.book import plan_book  # noqa: PLC0415 - only plug-ins draw
    from opsbook.hosts.template.printing import print_book  # noqa: PLC0415 - and need XlsxWriter

    book = BytesIO()
    print_book(plan_book(catalog, lang), book)
    return book.getvalue()
