"""The ribbon tab as Office reads it: customUI XML."""

from xml.sax.saxutils import quoteattr

from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang
from opsbook.model.records.button import Button, Group
from opsbook.vba.button_modules import callback
from opsbook.vba.buttons import TAB, groups_of

OFFICE_2010 = "http://schemas.microsoft.com/office/2009/07/customui"
OFFICE_2007 = "http://schemas.microsoft.com/office/2006/01/customui"
TAB_KEYTIP = "OB"


def custom_ui(lang: Lang, catalog: Catalog, namespace: str = OFFICE_2010) -> str:
    """Write the tab.

    Args:
        lang: language of labels and tooltips.
        catalog: whose buttons.
        namespace: `OFFICE_2010`, or `OFFICE_2007` for the part that older readers fall back to.

    Returns:
        The part's XML; every button calls its procedure in the VBA module `OpsRibbon`.
    """
    shown = "".join(_group(group, lang) for group in groups_of(catalog))
    tab = f"<tab{_attributes(id='opsbookTab', label=TAB[lang], keytip=TAB_KEYTIP)}>\n{shown}      </tab>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<customUI xmlns={quoteattr(namespace)}>\n  <ribbon>\n    <tabs>\n      {tab}\n"
        "    </tabs>\n  </ribbon>\n</customUI>\n"
    )


def keytip(group: Group, button: Button) -> str:
    """Letters after Alt that press a button: the group's initial and the button's place in it."""
    return f"{group.id[0].upper()}{group.buttons.index(button) + 1}"


def _group(group: Group, lang: Lang) -> str:
    buttons = "".join(f"          <button{_button(group, button, lang)}/>\n" for button in group.buttons)
    head = _attributes(id=f"opsbook_{group.id}", label=group.label[lang])
    return f"        <group{head}>\n{buttons}        </group>\n"


def _button(group: Group, button: Button, lang: Lang) -> str:
    return _attributes(
        id=f"opsbook_{group.id}_{button.id}",
        label=button.label[lang],
        size="large" if button.large else "normal",
        imageMso=button.image,
        screentip=button.tip[lang],
        supertip=button.more[lang],
        keytip=keytip(group, button),
        onAction=f"OpsRibbon.{callback(button)}",
    )


def _attributes(**values: str) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items())
