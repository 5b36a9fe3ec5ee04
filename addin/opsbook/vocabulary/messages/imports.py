"""Messages about imports."""

from opsbook.vocabulary.messages.record import Message

IMPORTS: dict[str, Message] = {}
