"""Competing shops: what changed, what it means for the season, who copies whom, who takes our customers."""

from opsbook.engine.feature import Feature
from opsbook.features.competitors.buttons import BUTTONS
from opsbook.features.competitors.command_records import COMMANDS, FAMILY
from opsbook.features.competitors.exports import LOG, LOST, LOST_BY_HAND
from opsbook.features.competitors.function_help import FUNCTIONS
from opsbook.features.competitors.messages.offers import PEER_OFFERS
from opsbook.features.competitors.messages.peers import PEERS
from opsbook.features.competitors.settings import PEER_SETTINGS
from opsbook.features.competitors.tables import PEER_TABLES
from opsbook.model.language import Label
from opsbook.model.records.contribution import (
    CalcTable,
    Check,
    ColumnName,
    InputCell,
    Laying,
    News,
    Sentence,
    Sheet,
    Step,
    Tile,
    Typed,
)
from opsbook.model.records.setting import SettingGroup

FEATURE = Feature(
    "competitors",
    Label("竞店", "Competitors"),
    since="0.1.0",
    version=2,
    needs=("frame", "books"),
    tables=PEER_TABLES,
    exports=(LOG, LOST, LOST_BY_HAND),
    settings=(SettingGroup(2, Label("竞店", "Competitors"), PEER_SETTINGS),),
    inputs=(InputCell("peer_item", Label("看哪一款", "Our item")),),
    names={"peer_items": ColumnName("PeerPrices", "title")},
    sheets=(
        Sheet("competitors", 7, "opsbook.features.competitors.sheet.layout:competitors"),
        Sheet("matches", 8, "opsbook.features.competitors.sheet.log:same_style"),
        Sheet("peer_log", 9, "opsbook.features.competitors.sheet.log:peer_log", filled_by=("PeerLog",)),
    ),
    calc=(
        CalcTable("CalcPeerLines", 9, "opsbook.features.competitors.sheet.history:lines"),
        CalcTable("CalcPeerHistory", 10, "opsbook.features.competitors.sheet.history:history"),
    ),
    tiles=(Tile("foot", 1, "opsbook.features.competitors.sheet.sentences:draw_line"),),
    steps=(
        Step(
            "peers",
            reads=("Peers", "PeerLog", "ItemDay"),
            writes=("PeerEvents", "PeerNews", "PeerSeasons", "PeerMatches", "PeerPrices", "PeerLost.to"),
            run="opsbook.features.competitors.ledger.results:write_peers",
        ),
    ),
    layings=(Laying("PeerLog", "opsbook.features.competitors.ledger.log:upsert_log"),),
    after_imports=(
        News("strangers", "opsbook.features.competitors.ledger.log:strangers"),
        News("takers", "opsbook.features.competitors.ledger.lost:takers"),
    ),
    closings=("opsbook.features.competitors.commands.offers:offer_peers",),
    checks=(Check(40, "opsbook.features.competitors.ledger.names:listed_issues"),),
    brief=(Sentence(1, "opsbook.features.competitors.ledger.brief:clause", ends=3),),
    buttons=BUTTONS,
    functions=FUNCTIONS,
    messages={**PEERS, **PEER_OFFERS},
    typed=(Typed("peers", Label("「竞店名单」的一行", "a row of Who we watch"), "Peers"),),
    commands=COMMANDS,
    families={"peers": FAMILY},
)
