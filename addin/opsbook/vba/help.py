"""Help of worksheet functions that the workbook part carries, in UTF-8: groups, and what each argument means."""

from xml.sax.saxutils import escape, quoteattr

from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang
from opsbook.model.records.function import Function
from opsbook.vba.worksheet_functions import FIRST_OWN_CATEGORY, categories, worksheet_functions

_MAIN_2009 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_HELP_EXTENSION = "{8193D73E-4604-4355-AFF4-8A2333D13BE4}"


def argument_help(lang: Lang, catalog: Catalog) -> str:
    """Write the extension of workbook.xml that explains every argument of every function.

    Args:
        lang: language of the explanations.
        catalog: whose functions.

    Returns:
        One `ext` element for the workbook part's `extLst`.

    Source: workbook.xml as Excel saves it after help for arguments was given in VBA.
    """
    functions = sorted(worksheet_functions(catalog), key=lambda function: function.name.lower())
    names = "".join(_described(function, lang) for function in functions if function.arguments)
    return (
        f"<ext uri={quoteattr(_HELP_EXTENSION)} xmlns:x14={quoteattr(_MAIN_2009)}>"
        f"<x14:definedNames>{names}</x14:definedNames></ext>"
    )


def function_groups(lang: Lang, catalog: Catalog) -> str:
    """Write the names of the functions' groups.

    Args:
        lang: language of the names.
        catalog: whose functions.

    Returns:
        One `functionGroups` element, which stands right after `sheets` in workbook.xml.
    """
    names = "".join(f"<functionGroup name={quoteattr(label[lang])}/>" for label in categories(catalog))
    return f'<functionGroups builtInGroupCount="{FIRST_OWN_CATEGORY - 1}">{names}</functionGroups>'


def _described(function: Function, lang: Lang) -> str:
    helps = "".join(
        f'<x14:argumentDescription index="{place}">{escape(argument.help[lang])}</x14:argumentDescription>'
        for place, argument in enumerate(function.arguments)
    )
    return (
        f'<x14:definedName name="{function.name}"><x14:argumentDescriptions count="{len(function.arguments)}">'
        f"{helps}</x14:argumentDescriptions></x14:definedName>"
    )
