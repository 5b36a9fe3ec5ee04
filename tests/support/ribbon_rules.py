"""What Office takes in a ribbon tab like ours; anything else, and it shows no tab at all, or a button without its icon.

`ATTRIBUTES` follow Microsoft's schema of customUI, as far as our tab goes. `ICONS` were looked up by hand in Microsoft's
lists of the controls of Excel 2013 to 365: an icon of another program is not sure to be there.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

CHILDREN = {"customUI": "ribbon", "ribbon": "tabs", "tabs": "tab", "tab": "group", "group": "button"}
ATTRIBUTES = {
    "customUI": set(),
    "ribbon": set(),
    "tabs": set(),
    "tab": {"id", "label", "keytip"},
    "group": {"id", "label"},
    "button": {"id", "label", "size", "imageMso", "screentip", "supertip", "keytip", "onAction"},
}
SIZES = {"normal", "large"}
ICONS = {  # by its place in Excel
    "About": "the list of all commands",
    "AddInManager": "Developer, Add-ins",
    "CalculateNow": "Formulas, Calculation",
    "ChartInsert": "Insert, Charts",
    "ChartTypeLineInsertGallery": "Insert, Charts",
    "ChartTrendline": "Chart tools, Analysis",
    "Copy": "Home, Clipboard",
    "ErrorChecking": "Formulas, Formula Auditing",
    "FileNew": "File",
    "FileOpen": "File",
    "FileSaveAs": "File",
    "FindDialog": "Home, Editing",
    "FormulaEvaluate": "Formulas, Formula Auditing",
    "FunctionsDateTimeInsertGallery": "Formulas, Function Library",
    "GetExternalDataFromOtherSources": "Data, Get External Data",
    "GetExternalDataFromText": "Data, Get External Data",
    "HeaderFooterCurrentDate": "Header & Footer tools, Elements",
    "Help": "Help",
    "Lock": "Home, Cells, Format",
    "Refresh": "Data, Connections",
    "ReviewNewComment": "Review, Comments",
    "Repeat": "Quick Access Toolbar",
}


def problems(text: str) -> list[str]:
    """What Office would not take, in the order of the tab."""
    root = etree.fromstring(text.encode())
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    twice = [f"id {name} twice" for name, count in ids.items() if count > 1]
    return [*twice, *(problem for element in root.iter() for problem in _wrong(element))]


def _wrong(element) -> Iterator[str]:
    name = etree.QName(element).localname
    if name not in ATTRIBUTES:
        yield f"element {name}"
        return
    inside = [etree.QName(child).localname for child in element]
    yield from (f"{child} in {name}" for child in inside if child != CHILDREN.get(name))
    yield from (f"attribute {one} of {name}" for one in element.attrib if one not in ATTRIBUTES[name])
    yield from (f"no {one} of {name}" for one in sorted(ATTRIBUTES[name]) if not element.get(one) and one != "keytip")
    if name == "button":
        yield from (f"icon {icon}" for icon in [element.get("imageMso")] if icon and icon not in ICONS)
        yield from (f"size {size}" for size in [element.get("size")] if size not in SIZES)
