"""Code that records name as text, so that listing the product loads none of it."""

import importlib
from typing import Any


def resolve(reference: str) -> Any:  # noqa: ANN401 - any object may be named
    """Import what a record names.

    Args:
        reference: `package.module:name`.

    Raises:
        ImportError: there is no such module.
        AttributeError: the module has no such name.
    """
    module, _, name = reference.partition(":")
    return getattr(importlib.import_module(module), name)
