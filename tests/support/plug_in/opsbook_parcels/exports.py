"""The warehouse's report of every day. Source: made up for this example."""

from opsbook.model.records.export import Importer, Source
from opsbook_parcels.tables import PARCEL_DAY

COURIERS = Importer(
    id="acme-couriers",
    name="Acme 快递日报",
    table=PARCEL_DAY,
    columns=(
        Source("date", ("发货日期",)),
        Source("courier", ("快递公司",)),
        Source("parcels", ("发出包裹",)),
        Source("damaged", ("破损件",)),
    ),
    needs=("date", "courier", "parcels"),
    evidence="A",
)
