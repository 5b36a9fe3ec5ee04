"""How a message is chosen and read aloud; the sentences stand with what says them."""

from opsbook.messages.saying import Voice, Words, describe, place, say, what_to_do

__all__ = ["Voice", "Words", "describe", "place", "say", "what_to_do"]
