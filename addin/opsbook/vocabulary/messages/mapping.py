"""Messages about reports nobody knows: what their columns may mean, what is asked, what was decided."""

from opsbook.vocabulary.language import Label
from opsbook.vocabulary.messages.record import Message

MAPPING: dict[str, Message] = {
    "no-column-free": Message(
        Label(
            "表「{table}」右边没有空列（{cell} 有内容），附加列没有加上。",
            "There is no free column right of the table {table} ({cell} is in the way): the extra column was not added.",
        ),
        Label(
            "请把那里的内容移开再导入，或在「对应」里把这一列改成「不导入」。",
            "Move what stands there and import again, or set the column to Leave out on the Mapping sheet.",
        ),
    ),
}
