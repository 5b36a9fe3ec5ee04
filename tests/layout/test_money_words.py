"""Sums of money in the dashboard's sentences."""

from datetime import date

import pytest

from opsbook.engine.refresh import refresh
from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import serial
from support.house import open_book

DAY = serial(date(2026, 5, 8))
SOLD = {"visitors": 100, "buyers": 10}


@pytest.mark.parametrize(
    ("lang", "gmv", "said", "moved"),
    [
        pytest.param("zh", 9_999, "支付 9,999 元，比上周同日多 4,999 元：", "客单 +4,999 元", id="below 1 万"),
        pytest.param("zh", 10_000, "支付 1.00 万，比上周同日多 0.50 万：", "客单 +0.50 万", id="1 万"),
        pytest.param("zh", 70, "支付 70 元，比上周同日少 4,930 元：", "客单 −4,930 元", id="next to nothing"),
        pytest.param("en", 9_999, " sold 9,999, up 4,999 on", "AOV +4,999", id="English spells it out"),
    ],
)
def test_a_small_shop_reads_yuan(lang, gmv, said, moved, new_file):
    """Below 1 万 a day a sentence counts in yuan, all of its parts: 0.07 万 and −0.00 万 would say nothing."""
    workbook = open_book(FilesHost(new_file(lang)))
    workbook.host.write_name("the_day", DAY)
    workbook.upsert("ShopDay", [{"date": DAY - 7, "gmv": 5_000, **SOLD}, {"date": DAY, "gmv": gmv, **SOLD}])
    cells, _ = refresh(workbook)
    assert said in cells.name("dash_conclusion")
    assert moved in cells.name("dash_conclusion")
    assert moved in cells.name("dash_bridge")
    assert not {"元", "万"} <= set(cells.name("dash_bridge"))
