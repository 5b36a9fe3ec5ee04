"""Messages about goals."""

from opsbook.vocabulary.messages.record import Message

GOALS: dict[str, Message] = {}
