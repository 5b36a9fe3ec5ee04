"""Where visitors came from, a row a source and day."""

from opsbook.engine.feature import Feature
from opsbook.features.daily.thresholds import VISITORS
from opsbook.features.traffic.exports import SOURCES
from opsbook.features.traffic.tables import CALC_SOURCE, SOURCE_DAY
from opsbook.model.departments import OPERATIONS
from opsbook.model.language import Label
from opsbook.model.records.contribution import CalcTable, Report, Sheet, Step, Tile
from opsbook.model.records.threshold import Scope, Threshold

THRESHOLDS: tuple[Threshold, ...] = (
    Threshold("cvr", "source", OPERATIONS, Label("低于红线的来源减少投入，高的多给流量", "move spend to sources above the line"), least=VISITORS),
    Threshold("uv_value", "source", OPERATIONS, Label("访客价值低的来源先查人群是否对口", "check the audience of weak sources"), least=VISITORS),
)  # fmt: skip


FEATURE = Feature(
    "traffic",
    Label("流量来源", "Traffic"),
    since="0.1.0",
    needs=("frame", "daily"),
    tables=(SOURCE_DAY, CALC_SOURCE),
    scopes=(Scope("source", Label("来源", "Source"), "SourceDay"),),
    thresholds=THRESHOLDS,
    exports=(SOURCES,),
    reports=(
        Report(
            "sources",
            "SourceDay",
            Label("流量来源", "Traffic sources"),
            Label("生意参谋 › 流量 › 店铺来源", "Sycm: traffic, shop sources"),
            "sources_to",
        ),
    ),
    sheets=(Sheet("traffic", 4, "opsbook.features.traffic.sheet:traffic"),),
    calc=(CalcTable("CalcSource", 3, "opsbook.features.traffic.shares:table"),),
    tiles=(Tile("why", 1, "opsbook.features.traffic.shares:panel"),),
    steps=(
        Step(
            "largest sources",
            reads=("SourceDay",),
            writes=("CalcSource.source",),
            run="opsbook.features.traffic.largest:write_largest",
        ),
    ),
)
