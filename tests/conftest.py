"""What every test may use."""

from hypothesis import settings

pytest_plugins = ["support.office", "support.books", "support.live"]

settings.register_profile("opsbook", deadline=None)  # how long an example takes is a benchmark's business
settings.load_profile("opsbook")
