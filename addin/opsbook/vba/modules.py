"""Every VBA module of ours, by name."""

from collections.abc import Mapping

from opsbook.model.catalog import Catalog
from opsbook.vba.button_modules import buttons_module, ribbon_module
from opsbook.vba.function_module import functions_module
from opsbook.vba.metric_module import metrics_module


def modules(catalog: Catalog) -> Mapping[str, str]:
    """Write all VBA modules.

    Returns:
        Source by module name, ASCII with CRLF, as VBA's editor exports it: `OpsMetrics`, `OpsFunctions` and `OpsRibbon`
        for the add-in, `OpsButtons` for workbooks with buttons on their sheets.
    """
    return {
        "OpsMetrics": metrics_module(catalog),
        "OpsFunctions": functions_module(catalog),
        "OpsRibbon": ribbon_module(catalog),
        "OpsButtons": buttons_module(catalog),
    }
