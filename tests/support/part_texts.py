"""What stands in parts of the user's, and how a workbook's sheets, its drawing and itself name them."""

from support.rich_book import png

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_SLICER = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_ROOT = f'xmlns="{_MAIN}" xmlns:r="{_OFFICE}"'
_VIEW = '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
_NUMBERS = '<sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1"/>'
_FIELDS = "".join(f'<cacheField name="{name}" numFmtId="0">{_NUMBERS}</cacheField>' for name in "甲乙丙")
_ELSEWHERE = (
    '<externalBook r:id="rIdMine0"><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>'
)

_PIE = f'<c:chartSpace xmlns:c="{_CHART}"><c:chart><c:plotArea><c:layout/><c:pieChart/></c:plotArea></c:chart></c:chartSpace>'


def _frame(number: int, arrow: str) -> str:
    """What stands for a chart in a drawing."""
    return (
        f'<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="{number}" name="我的饼图"/><xdr:cNvGraphicFramePr/>'
        '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
        f'<a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" xmlns:r="{_OFFICE}" r:id="{arrow}"/>'
        "</a:graphicData></a:graphic></xdr:graphicFrame>"
    )


# Texts that a library reads when it opens a workbook; any other part holds its own name.
_TEXTS = {
    "xl/comments93.xml": f"<comments {_ROOT}><authors><author>老王</author></authors><commentList>"
    '<comment ref="B1" authorId="0"><text><t>看这里</t></text></comment></commentList></comments>',
    "xl/pivotCache/pivotCacheDefinition91.xml": f'<pivotCacheDefinition {_ROOT} r:id="rIdMine0" recordCount="1">'
    '<cacheSource type="worksheet"><worksheetSource ref="J1:L4" sheet="我的页0"/></cacheSource>'
    f'<cacheFields count="3">{_FIELDS}</cacheFields></pivotCacheDefinition>',
    "xl/pivotCache/pivotCacheRecords91.xml": f"<pivotCacheRecords {_ROOT}"
    ' count="1"><r><n v="1"/><n v="2"/><n v="3"/></r></pivotCacheRecords>',
    "xl/pivotTables/pivotTable91.xml": f'<pivotTableDefinition {_ROOT} name="透视表1" cacheId="91" dataCaption="值">'
    '<location ref="N1:N2" firstHeaderRow="1" firstDataRow="1" firstDataCol="0"/><pivotFields count="3">'
    '<pivotField dataField="1" showAll="0"/><pivotField showAll="0"/><pivotField showAll="0"/></pivotFields>'
    '<dataFields count="1"><dataField name="求和" fld="0"/></dataFields></pivotTableDefinition>',
    "xl/externalLinks/externalLink91.xml": f"<externalLink {_ROOT}>{_ELSEWHERE}",
    "xl/externalLinks/externalLink92.xml": f"<externalLink {_ROOT}>{_ELSEWHERE}",
    "xl/charts/chart92.xml": _PIE,
    "xl/charts/chart97.xml": _PIE,
    "xl/chartsheets/sheet91.xml": f'<chartsheet {_ROOT}>{_VIEW}<drawing r:id="rIdMine0"/></chartsheet>',
    "xl/drawings/drawing92.xml": f'<xdr:wsDr xmlns:xdr="{_DRAWN}" xmlns:a="{_DRAWN.replace("spreadsheetDrawing", "main")}">'
    '<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9" cy="9"/>'
    f"{_frame(92, 'rIdMine0')}<xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>",
    "xl/dialogsheets/sheet91.xml": f"<dialogsheet {_ROOT}>{_VIEW}</dialogsheet>",
}

# Tabs that are no worksheets: part, kind of link, content type, title.
SHEETS = (
    (
        "xl/chartsheets/sheet91.xml",
        f"{_OFFICE}/chartsheet",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml",
        "图页",
    ),
    (
        "xl/dialogsheets/sheet91.xml",
        f"{_OFFICE}/dialogsheet",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.dialogsheet+xml",
        "对话",
    ),
    (
        "xl/macrosheets/sheet91.xml",
        "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
        "application/vnd.ms-excel.macrosheet+xml",
        "宏表",
    ),
)

# What lies outside the workbook: what points there, kind of link, where it is.
OUTSIDE = (
    ("xl/externalLinks/externalLink91.xml", f"{_OFFICE}/externalLinkPath", "file:///D:/%E4%BB%B7%E6%A0%BC.xlsx"),
    ("xl/externalLinks/externalLink92.xml", f"{_OFFICE}/externalLinkPath", "https://example.com/stock.xlsx"),
    ("sheet", f"{_OFFICE}/hyperlink", "https://example.com/"),
    ("drawing", f"{_OFFICE}/image", "file:///D:/logo.png"),
)

# How a part names others: before which text, and in which words; «part» stands for the arrow to it.
_PRINTER = r"(?<=<pageSetup )"
NAMES = {
    "sheet": {
        "<drawing ": '<pageSetup r:id="«xl/printerSettings/printerSettings91.bin»"/><customProperties>'
        '<customPr name="mine" r:id="«xl/customProperty91.bin»"/></customProperties>',
        "<tableParts ": '<legacyDrawingHF r:id="«xl/drawings/vmlDrawing91.vml»"/><picture r:id="«xl/media/back91.jpeg»"/>',
    },
    "book": {
        "<definedNames>": '<externalReferences><externalReference r:id="«xl/externalLinks/externalLink91.xml»"/>'
        '<externalReference r:id="«xl/externalLinks/externalLink92.xml»"/></externalReferences>',
        "</workbook>": "<pivotCaches>"
        '<pivotCache cacheId="91" r:id="«xl/pivotCache/pivotCacheDefinition91.xml»"/></pivotCaches><extLst>'
        f'<ext uri="{{BBE1A952-AA13-448e-AADC-164F8A28A991}}" xmlns:x14="{_SLICER}"><x14:slicerCaches>'
        '<x14:slicerCache r:id="«xl/slicerCaches/slicerCache91.xml»"/>'
        '<x14:slicerCache r:id="«xl/slicerCaches/slicerCache92.xml»"/></x14:slicerCaches></ext></extLst>',
    },
    "daily": {
        _PRINTER: 'r:id="«xl/printerSettings/printerSettings93.bin»" ',
        "<tableParts ": '<customProperties><customPr name="mine" r:id="«xl/customProperty93.bin»"/></customProperties>'
        '<legacyDrawing r:id="«xl/drawings/vmlDrawing93.vml»"/><picture r:id="«xl/media/back93.png»"/>',
        "</worksheet>": f'<extLst><ext uri="{{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}}" xmlns:x14="{_SLICER}">'
        '<x14:slicerList><x14:slicer r:id="«xl/slicers/slicer93.xml»"/></x14:slicerList></ext></extLst>',
    },
    "dashboard": {_PRINTER: 'r:id="«xl/printerSettings/printerSettings94.bin»" '},
    "guide": {_PRINTER: 'r:id="«xl/printerSettings/printerSettings95.bin»" '},
    "calc": {_PRINTER: 'r:id="«xl/printerSettings/printerSettings96.bin»" '},
}
_FROM, _TO = (
    f"<xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    for column, row in ((60, 3), (62, 9))
)
_ANCHOR = f"<xdr:twoCellAnchor><xdr:from>{_FROM}</xdr:from><xdr:to>{_TO}</xdr:to>"
_ANCHORED = "<xdr:clientData/></xdr:twoCellAnchor>"
ON_THE_DASHBOARD = {
    "</xdr:wsDr>": f'{_ANCHOR}<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="97" name="我的图"/><xdr:cNvPicPr/></xdr:nvPicPr>'
    f'<xdr:blipFill><a:blip xmlns:r="{_OFFICE}" r:embed="«xl/media/mine97.png»"/><a:stretch><a:fillRect/></a:stretch>'
    '</xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
    f"{_ANCHORED}{_ANCHOR}{_frame(98, '«xl/charts/chart97.xml»')}{_ANCHORED}"
}


def content_of(part: str) -> bytes:
    """What a part of the user's holds: no two hold the same."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    if part in _TEXTS:
        return (head + _TEXTS[part]).encode()
    if part.endswith((".xml", ".vml", ".svg", ".rels")):
        return f'{head}<mine xmlns="urn:mine" of="{part}"/>'.encode()
    return (png() if part.endswith(".png") else b"\x00\xff\x01\xd0\xcf") + part.encode()
