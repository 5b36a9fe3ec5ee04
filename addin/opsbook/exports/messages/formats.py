"""Messages about workbooks in a format that is not read."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

FORMATS: dict[str, Message] = {
    "open-document": Message(
        Label(
            "这是 OpenDocument 文件（.ods），没有读取。",
            "This is an OpenDocument file (.ods); not read.",
        ),
        Label(
            "请用 LibreOffice、WPS 或 Excel 打开，另存为 .xlsx 再导入。",
            "Open it in LibreOffice, WPS or Excel, save it as .xlsx and import that.",
        ),
    ),
}
