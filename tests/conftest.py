"""What every test may use."""

pytest_plugins = ["support.office", "support.books", "support.live"]
