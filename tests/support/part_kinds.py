"""Every kind of part that Excel, WPS and add-ins keep in a workbook, and what each hangs on."""

from collections.abc import Iterator
from typing import NamedTuple

_OPEN, _MICROSOFT = "http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/"
_LINKS = {
    "o": f"{_OPEN}officeDocument/2006/relationships/",
    "p": f"{_OPEN}package/2006/relationships/",
    "m": _MICROSOFT,
}
_TYPES = {
    "sml": "application/vnd.openxmlformats-officedocument.spreadsheetml.{}+xml",
    "dml": "application/vnd.openxmlformats-officedocument.drawingml.{}+xml",
    "odf": "application/vnd.openxmlformats-officedocument.{}",
    "ms": "application/vnd.ms-excel.{}+xml",
    "app": "application/{}",
    "off": "application/vnd.ms-office.{}",
}

# part | what it hangs on: sheet, drawing, chart and table of the user's, the book, the package, a sheet of ours, or a part
# named before | kind of link | content type
_KINDS = """
xl/printerSettings/printerSettings91.bin | sheet | o:printerSettings | sml-bare:printerSettings
xl/customProperty91.bin | sheet | o:customProperty | sml-bare:customProperty
xl/embeddings/oleObject91.bin | sheet | o:oleObject | odf:oleObject
xl/embeddings/Microsoft_Word_Document91.docx | sheet | o:package | odf:wordprocessingml.document
xl/embeddings/Microsoft_Excel_Worksheet91.xlsx | sheet | o:package | odf:spreadsheetml.sheet
xl/embeddings/Book91.pdf | sheet | o:oleObject | app:pdf
xl/media/ole91.emf | sheet | o:image | image/x-emf
xl/media/back91.jpeg | sheet | o:image | image/jpeg
xl/ctrlProps/ctrlProp91.xml | sheet | o:ctrlProp | app:vnd.ms-excel.controlproperties+xml
xl/ctrlProps/ctrlProp92.xml | sheet | o:ctrlProp | app:vnd.ms-excel.controlproperties+xml
xl/activeX/activeX91.xml | sheet | o:control | off:activeX+xml
xl/activeX/activeX91.bin | xl/activeX/activeX91.xml | m:2006/relationships/activeXControlBinary | off:activeX
xl/queryTables/queryTable91.xml | sheet | o:queryTable | sml:queryTable
xl/queryTables/queryTable92.xml | table | o:queryTable | sml:queryTable
xl/tables/tableSingleCells91.xml | sheet | o:tableSingleCells | sml:tableSingleCells
xl/threadedComments/threadedComment91.xml | sheet | m:2017/10/relationships/threadedComment | ms:threadedcomments
xl/namedSheetViews/namedSheetView91.xml | sheet | m:2019/04/relationships/namedSheetView | ms:namedsheetviews
xl/worksheets/wsSortMap91.xml | sheet | m:2006/relationships/wsSortMap | ms:wsSortMap
xl/slicers/slicer91.xml | sheet | m:2007/relationships/slicer | ms:slicer
xl/timelines/timeline91.xml | sheet | m:2011/relationships/timeline | ms:timeline
xl/drawings/vmlDrawing91.vml | sheet | o:vmlDrawing | odf:vmlDrawing
xl/media/header91.png | xl/drawings/vmlDrawing91.vml | o:image | image/png
xl/pivotCache/pivotCacheDefinition91.xml | book | o:pivotCacheDefinition | sml:pivotCacheDefinition
xl/pivotCache/pivotCacheRecords91.xml | xl/pivotCache/pivotCacheDefinition91.xml | o:pivotCacheRecords | sml:pivotCacheRecords
xl/pivotTables/pivotTable91.xml | sheet | o:pivotTable | sml:pivotTable
xl/slicerCaches/slicerCache91.xml | book | m:2007/relationships/slicerCache | ms:slicerCache
xl/slicerCaches/slicerCache92.xml | book | m:2007/relationships/slicerCache | ms:slicerCache
xl/timelineCaches/timelineCache91.xml | book | m:2011/relationships/timelineCache | ms:timelineCache
xl/connections.xml | book | o:connections | sml:connections
xl/xmlMaps.xml | book | o:xmlMaps | app:xml
xl/volatileDependencies.xml | book | o:volatileDependencies | sml:volatileDependencies
xl/externalLinks/externalLink91.xml | book | o:externalLink | sml:externalLink
xl/externalLinks/externalLink92.xml | book | o:externalLink | sml:externalLink
xl/persons/person.xml | book | m:2017/10/relationships/person | ms:person
xl/metadata.xml | book | o:sheetMetadata | sml:sheetMetadata
xl/richData/rdrichvalue.xml | book | m:2017/06/relationships/rdRichValue | ms:rdrichvalue
xl/richData/rdrichvaluestructure.xml | book | m:2017/06/relationships/rdRichValueStructure | ms:rdrichvaluestructure
xl/richData/rdRichValueTypes.xml | book | m:2017/06/relationships/rdRichValueTypes | ms:rdrichvaluetypes
xl/richData/rdarray.xml | book | m:2019/02/relationships/rdArray | ms:rdarray
xl/richData/rdsupportingpropertybag.xml | book | m:2017/06/relationships/rdSupportingPropertyBag | ms:rdsupportingpropertybag
xl/richData/rdsupportingpropertybagstructure.xml | book | m:2017/06/relationships/rdSupportingPropertyBagStructure | ms:rdsupportingpropertybagstructure
xl/richData/richStyles.xml | book | m:2017/06/relationships/richStyles | ms:richstyles
xl/richData/richValueRel.xml | book | m:2022/10/relationships/richValueRel | ms:richvaluerel
xl/media/incell91.png | xl/richData/richValueRel.xml | o:image | image/png
xl/featurePropertyBag/featurePropertyBag.xml | book | m:2022/11/relationships/FeaturePropertyBag | ms:featurepropertybag
xl/model/item.data | book | o:powerPivotData | sml-bare:model
xl/customData/itemProps91.xml | book | o:customDataProps | ms:customDataProperties
xl/customData/item91.data | xl/customData/itemProps91.xml | o:customData | app:binary
xl/attachedToolbars.bin | book | m:2006/relationships/attachedToolbars | app:vnd.ms-excel.attachedToolbars
xl/revisions/revisionHeaders.xml | book | o:revisionHeaders | sml:revisionHeaders
xl/revisions/revisionLog91.xml | xl/revisions/revisionHeaders.xml | o:revisionLog | sml:revisionLog
xl/revisions/userNames.xml | book | o:usernames | sml:userNames
xl/cellimages.xml | book | http://www.wps.cn/officeDocument/2020/cellImage | app:vnd.wps-officedocument.cellimage+xml
xl/media/wps91.png | xl/cellimages.xml | o:image | image/png
customXml/item91.xml | book | o:customXml | app:xml
customXml/itemProps91.xml | customXml/item91.xml | o:customXmlProps | odf:customXmlProperties+xml
customXml/item92.xml | root | o:customXml | app:xml
customXml/itemProps92.xml | customXml/item92.xml | o:customXmlProps | odf:customXmlProperties+xml
xl/diagrams/data91.xml | drawing | o:diagramData | dml:diagramData
xl/diagrams/layout91.xml | drawing | o:diagramLayout | dml:diagramLayout
xl/diagrams/quickStyle91.xml | drawing | o:diagramQuickStyle | dml:diagramStyle
xl/diagrams/colors91.xml | drawing | o:diagramColors | dml:diagramColors
xl/diagrams/drawing91.xml | drawing | m:2007/relationships/diagramDrawing | off:drawingml.diagramDrawing+xml
xl/charts/chartEx91.xml | drawing | m:2014/relationships/chartEx | off:chartex+xml
xl/charts/style92.xml | xl/charts/chartEx91.xml | m:2011/relationships/chartStyle | off:chartstyle+xml
xl/charts/colors92.xml | xl/charts/chartEx91.xml | m:2011/relationships/chartColorStyle | off:chartcolorstyle+xml
xl/charts/style91.xml | chart | m:2011/relationships/chartStyle | off:chartstyle+xml
xl/charts/colors91.xml | chart | m:2011/relationships/chartColorStyle | off:chartcolorstyle+xml
xl/theme/themeOverride91.xml | chart | o:themeOverride | odf:themeOverride+xml
xl/drawings/drawing91.xml | chart | o:chartUserShapes | dml:chartshapes
xl/embeddings/Chart91.xlsx | chart | o:package | odf:spreadsheetml.sheet
xl/drawings/drawing92.xml | xl/chartsheets/sheet91.xml | o:drawing | odf:drawing+xml
xl/charts/chart92.xml | xl/drawings/drawing92.xml | o:chart | dml:chart
xl/ink/ink91.xml | drawing | o:customXml | app:inkml+xml
xl/media/logo91.svg | drawing | o:image | image/svg+xml
xl/media/old91.emf | drawing | o:image | image/x-emf
xl/media/old91.wmf | drawing | o:image | image/x-wmf
xl/media/moving91.gif | drawing | o:image | image/gif
xl/media/film91.mp4 | drawing | m:2007/relationships/media | video/mp4
xl/media/sound91.wav | drawing | o:audio | audio/wav
xl/media/hdphoto91.wdp | drawing | m:2007/relationships/hdphoto | image/vnd.ms-photo
xl/media/model91.glb | drawing | m:2017/06/relationships/model3d | model/gltf.binary
xl/webextensions/webextension92.xml | drawing | m:2011/relationships/webextension | off:webextension+xml
xl/webextensions/taskpanes.xml | root | m:2011/relationships/webextensiontaskpanes | off:webextensiontaskpanes+xml
xl/webextensions/webextension91.xml | xl/webextensions/taskpanes.xml | m:2011/relationships/webextension | off:webextension+xml
customUI/customUI.xml | root | m:2006/relationships/ui/extensibility | app:xml
customUI/customUI14.xml | root | m:2007/relationships/ui/extensibility | app:xml
customUI/images/button91.png | customUI/customUI14.xml | o:image | image/png
userCustomization/customUI.xml | root | m:2006/relationships/ui/userCustomization | app:xml
docMetadata/LabelInfo.xml | root | m:2020/02/relationships/classificationlabels | off:classificationlabels+xml
docProps/thumbnail.jpeg | root | p:metadata/thumbnail | image/jpeg
_xmlsignatures/origin.sigs | root | p:digital-signature/origin | odf-package:digital-signature-origin
_xmlsignatures/sig91.xml | _xmlsignatures/origin.sigs | p:digital-signature/signature | odf-package:digital-signature-xmlsignature+xml
xl/printerSettings/printerSettings93.bin | daily | o:printerSettings | sml-bare:printerSettings
xl/customProperty93.bin | daily | o:customProperty | sml-bare:customProperty
xl/comments93.xml | daily | o:comments | sml:comments
xl/drawings/vmlDrawing93.vml | daily | o:vmlDrawing | odf:vmlDrawing
xl/threadedComments/threadedComment93.xml | daily | m:2017/10/relationships/threadedComment | ms:threadedcomments
xl/slicers/slicer93.xml | daily | m:2007/relationships/slicer | ms:slicer
xl/media/back93.png | daily | o:image | image/png
xl/printerSettings/printerSettings94.bin | dashboard | o:printerSettings | sml-bare:printerSettings
xl/printerSettings/printerSettings95.bin | guide | o:printerSettings | sml-bare:printerSettings
xl/printerSettings/printerSettings96.bin | calc | o:printerSettings | sml-bare:printerSettings
"""
_MACROS = """
xl/vbaProjectSignature.bin | xl/vbaProject.bin | m:2006/relationships/vbaProjectSignature | off:vbaProjectSignature
xl/vbaProjectSignatureAgile.bin | xl/vbaProject.bin | m:2014/relationships/vbaProjectSignatureAgile | off:vbaProjectSignatureAgile
xl/vbaProjectSignatureV3.bin | xl/vbaProject.bin | m:2020/07/relationships/vbaProjectSignatureV3 | off:vbaProjectSignatureV3
"""
# Charts and pictures of the user's on the Dashboard, which is drawn anew where it is still ours.
_ON_THE_DASHBOARD = """
xl/media/mine97.png | dashboard drawing | o:image | image/png
xl/charts/chart97.xml | dashboard drawing | o:chart | dml:chart
xl/charts/style97.xml | xl/charts/chart97.xml | m:2011/relationships/chartStyle | off:chartstyle+xml
"""


class PartKind(NamedTuple):
    """One part: its name, the part it hangs on, the link's kind and its content type."""

    name: str
    owner: str
    link: str
    type: str


def part_kinds(*, macros: bool = False, on_the_dashboard: bool = False) -> Iterator[PartKind]:
    """All of them, owners before what hangs on them.

    Args:
        macros: with what only a workbook with macros has.
        on_the_dashboard: with a picture and a chart among ours.
    """
    table = _KINDS + _MACROS * macros + _ON_THE_DASHBOARD * on_the_dashboard
    for line in filter(None, table.splitlines()):
        name, owner, link, kind = line.split(" | ")
        where, _, what = link.partition(":")
        yield PartKind(name, owner, _LINKS.get(where, f"{where}:") + what, _type(kind))


def _type(kind: str) -> str:
    form, _, what = kind.partition(":")
    bare = {"sml-bare": _TYPES["sml"].removesuffix("+xml"), "odf-package": "application/vnd.openxmlformats-package.{}"}
    return (_TYPES | bare)[form].format(what) if what else kind
