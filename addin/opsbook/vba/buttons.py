"""The ribbon tab: its groups in order, and the buttons that features put into them."""

from itertools import chain

from opsbook.model.catalog import Catalog
from opsbook.model.language import Label
from opsbook.model.records.button import Button, Group

TAB = Label("运营", "Operations")
GROUPS: dict[str, Label] = {
    "data": Label("数据", "Data"),
    "goals": Label("目标", "Goals"),
    "look": Label("查看", "Look"),
    "peers": Label("竞店", "Competitors"),
    "workbook": Label("工作簿", "Workbook"),
    "help": Label("帮助", "Help"),
}
"""Groups by id; one that only a feature knows comes last, under its id."""


def groups_of(catalog: Catalog) -> tuple[Group, ...]:
    """Every group that has buttons."""
    ids = dict.fromkeys((*GROUPS, *catalog.buttons))
    shown = ((name, GROUPS.get(name, Label(name, name))) for name in ids if name in catalog.buttons)
    return tuple(Group(name, label, catalog.buttons[name]) for name, label in shown)


def buttons(catalog: Catalog) -> tuple[Button, ...]:
    """Every button, group by group."""
    return tuple(chain.from_iterable(group.buttons for group in groups_of(catalog)))
