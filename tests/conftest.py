"""What the tests share: where things are, and a browser that reaches nothing but this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.helpers.book import BOOK, ROOT
from tests.helpers.browser import PATIENCE, QUIET, Visit, chromium_path
from tests.helpers.serving import serve
from tests.helpers.small_workbook import small_workbook, workbook  # noqa: F401 - fixtures for every test
from tests.helpers.walked import Walk, in_folder, served

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture
def in_notebooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where a notebook stands: `data/` is found from there."""
    monkeypatch.chdir(ROOT / "notebooks")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The built book, served on this machine."""
    if not (BOOK / "index.html").is_file():
        pytest.fail("The book is not built. Run 'make book' first, or all of 'make test'.")
    with serve(BOOK) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[type]:
    """Make visits, each a fresh browser profile; every one must have been quiet and stayed at home."""
    visits = []

    def make(**options: object) -> Visit:
        visits.append(Visit(browser.new_context(**{"service_workers": "block", **options})))
        return visits[-1]

    yield make
    for one in visits:
        one.context.close()
        assert one.asked_elsewhere == [], "a page asked another host"
        assert one.complaints == [], "a page complained in the console"


@pytest.fixture
def address(site: str):
    """Return a page's address by its path, served or opened from its folder."""

    def give(path: str, scheme: str = "http") -> str:
        return f"{site}{path}" if scheme == "http" else (BOOK / path).as_uri()

    return give


@pytest.fixture(scope="session")
def walked(browser: Browser, site: str) -> Iterator[Walk]:
    """Say what is wrong with a page by one of the checks that are made in one visit to it."""
    walk = served(browser, lambda path: f"{site}{path}")
    yield walk
    walk.visit.context.close()


@pytest.fixture(scope="session")
def walked_in_folder(browser: Browser) -> Iterator[Walk]:
    """Say the same of a page that is opened from its folder."""
    walk = in_folder(browser, lambda path: (BOOK / path).as_uri())
    yield walk
    walk.visit.context.close()


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups in this hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give to one worker what shares something costly; everything else goes to whoever is free."""
    for item in items:
        params = item.callspec.params if hasattr(item, "callspec") else {}
        shared = [(name, found[-1]) for name, found in item._fixtureinfo.name2fixturedefs.items()]
        costly = sorted(
            f"{one.baseid if one.scope == 'package' else item.path} {name} {params.get(name, '')}"
            for name, one in shared
            if one.scope in ("module", "package")
        )
        page = params["path"] if "walked" in item.fixturenames else ""
        if page or costly:
            item.add_marker(pytest.mark.xdist_group(page or costly[-1]))
