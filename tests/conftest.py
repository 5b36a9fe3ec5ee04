"""What every test may use."""

import gc

from hypothesis import settings

pytest_plugins = ["support.office", "support.books", "support.live"]

settings.register_profile("opsbook", deadline=None)  # how long an example takes is a benchmark's business
settings.load_profile("opsbook")

# Books in memory are a hundred thousand small objects and never cycles: Python may look for cycles less often.
gc.set_threshold(20_000, 50, 100)
