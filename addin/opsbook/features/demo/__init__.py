"""A made-up shop: deterministic exports in the real formats."""

from opsbook.features.demo.inbox import write_inbox

__all__ = ["write_inbox"]
