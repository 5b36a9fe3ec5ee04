"""The words of every issue and error, in both languages: message and what to do next."""

from opsbook.messages.catalog import CATALOG, ON_BUTTONS, describe, place, say, what_to_do
from opsbook.messages.message import Message

__all__ = ["CATALOG", "ON_BUTTONS", "Message", "describe", "place", "say", "what_to_do"]
