"""One message in two languages."""

from dataclasses import dataclass

from opsbook.model.language import Label


@dataclass(frozen=True, slots=True)
class Message:
    """What is said and what to do; both may hold `{placeholders}`."""

    text: Label
    hint: Label = Label("", "")
