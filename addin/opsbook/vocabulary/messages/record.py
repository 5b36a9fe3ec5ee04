"""One message in two languages."""

from opsbook.vocabulary.language import Label
from opsbook.vocabulary.records import record


@record
class Message:
    """What is said and what to do; both may hold `{placeholders}`."""

    text: Label
    hint: Label = Label("", "")
