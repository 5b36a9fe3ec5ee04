"""Named cells that somebody types into: settings, options and other inputs, as their records say."""

from collections.abc import Iterator

from opsbook.engine.carrying.wording import Wording
from opsbook.engine.carrying.years import same_year
from opsbook.engine.workbook import Workbook


def carry_named_cells(new: Workbook, old: Workbook, wording: Wording) -> None:
    """Give the new workbook what the old one holds; what was cleared there is cleared here, too."""
    for name in typed_names(new, old):
        value = old.setting(name)
        if not wording.starts_so(name, value):
            new.host.write_name(name, wording.named(name, value))


def typed_names(new: Workbook, old: Workbook) -> Iterator[str]:
    """Named cells of both workbooks that somebody may type into and that go along; those with a formula of ours do not."""
    catalog, same = new.catalog, same_year(new, old)
    known = {one.name: one.goes for one in catalog.every_setting if one.yours}
    known |= {one.name: one.goes for one in catalog.inputs.values()}
    for name, goes in known.items():
        if goes.into(same_year=same) and name not in new.plan.formulas.names and old.has(name) and new.has(name):
            yield name
