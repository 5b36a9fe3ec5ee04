"""Every sentence the command line may say."""

from functools import cache

from opsbook.addin.messages import ADDIN
from opsbook.features.contents import catalog
from opsbook.messages import Words


@cache
def words() -> Words:
    """By code, the sentences of the features and of the add-in."""
    return {**catalog().messages, **ADDIN}
