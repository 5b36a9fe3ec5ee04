"""What every test may use."""

import gc
import os

import pytest
from hypothesis import settings

pytest_plugins = ["support.office", "support.books", "support.live"]

settings.register_profile("opsbook", deadline=None)  # how long an example takes is a benchmark's business
settings.load_profile("opsbook")

# Books in memory are a hundred thousand small objects and never cycles: Python may look for cycles less often.
gc.set_threshold(20_000, 50, 100)


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    """What is drawn for packages is kept with the tests' other files, for all their processes."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.getbasetemp().parent / "cache")
