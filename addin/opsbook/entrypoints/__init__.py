"""Names under which add-ins that are installed already call: they move to `cli`, `ribbon` and `udf`."""
