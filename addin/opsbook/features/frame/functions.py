"""OpsBook about itself."""

from opsbook import __version__
from opsbook.engine.functions.boundary import offered
from opsbook.features.frame.function_help import FUNCTIONS

worksheet_function = offered(FUNCTIONS)


@worksheet_function
def OPS_VERSION() -> str:
    """Say which OpsBook answers, so that two colleagues can compare.

    Returns:
        The version, such as 0.1.0.
    """
    return __version__
