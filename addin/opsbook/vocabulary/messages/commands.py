"""Messages about commands."""

from opsbook.vocabulary.messages.record import Message

COMMANDS: dict[str, Message] = {}
