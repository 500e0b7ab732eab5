"""What the tests of documents share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.support.programs import program


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The headless browser of the system."""
    path = program("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()
