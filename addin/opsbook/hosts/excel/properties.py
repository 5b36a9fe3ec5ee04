"""Custom document properties of an open workbook, where Excel lets them be set: on Windows."""

import xlwings as xw

_TEXT = 4  # msoPropertyTypeString


def write_property(book: xw.Book, name: str, value: str) -> bool:
    """Set a custom document property of an open workbook.

    Args:
        book: the workbook.
        name: of the property; it is added where the workbook lacks it.
        value: its text.

    Returns:
        Whether it is set: Excel for the Mac offers no way to.
    """
    try:
        properties = book.api.CustomDocumentProperties
        if name in {one.Name for one in properties}:
            properties.Item(name).Value = value
        else:
            properties.Add(Name=name, LinkToContent=False, Type=_TEXT, Value=value)
    except Exception:  # noqa: BLE001 - every engine has its own errors
        return False
    return True
