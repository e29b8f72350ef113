"""The published book without a connection: what is kept, how a new version arrives, and that no answer is lost by it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from joinedup_book.offline import setup as offline
from tests.helpers.book import BOOK, PAGES
from tests.helpers.browser import until
from tests.helpers.serving import serve

pytestmark = pytest.mark.browser

SIZE_OF = """async (url) => {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  return `${picture.naturalWidth}x${picture.naturalHeight}`;
}"""
TAKES_OVER_AT_ONCE = """const workers = navigator.serviceWorker;
const { ready } = workers;
const taken = new Promise((done) => workers.addEventListener("controllerchange", done));
Object.defineProperty(workers, "ready", { value: taken.then(() => ready) });"""
SCENE = "notebooks/01_setting_the_scene.html"


class Host(NamedTuple):
    """A website with a book in a folder of it, which can be changed and switched off."""

    address: str
    folder: Path
    asked: list[str]

    def heading(self, path: str) -> str:
        """Return the first heading of a page's parts."""
        return re.search(r"<h2>([^<]+)<", (self.folder / path).read_text("utf-8"))[1]

    def publishes(self, path: str, before: str, after: str) -> None:
        """Put another version of a file there, and the service worker that goes with it."""
        file = self.folder / path
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after), "utf-8")
        script = self.folder / "service-worker.js"
        old = script.read_text("utf-8").split("\n", 1)[1]
        script.write_text(f"const BOOK = {offline.as_text(self.folder)};\n{old}", "utf-8")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "site" / "better-connected"
    shutil.copytree(BOOK, folder)
    asked: list[str] = []
    with serve(folder.parent, asked) as address:
        yield Host(f"{address}better-connected/", folder, asked)


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(service_workers="allow")
    yield context
    context.close()


def opens(reader: BrowserContext, host: Host, path: str) -> Page:
    """Open a page, and wait until the service worker has it in hand."""
    page = reader.new_page()
    page.goto(host.address + path)
    page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    page.wait_for_timeout(50)
    return page


def kept_files(page: Page) -> set[str]:
    return set(
        page.evaluate(
            """async () => (await Promise.all((await caches.keys()).map(async (name) =>
                 (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat()"""
        )
    )


def waits_until_kept(page: Page, url: str) -> None:
    until(page, lambda: any(one.startswith(url) for one in kept_files(page)), f"a copy of {url}")


def test_a_page_that_was_opened_opens_without_a_connection_and_another_says_that_it_does_not(
    reader: BrowserContext, host: Host
) -> None:
    page = opens(reader, host, SCENE)
    waits_until_kept(page, host.address + SCENE)
    waits_until_kept(page, host.address + "_static/joinedup.js")
    reader.set_offline(True)
    page.reload()
    expect(page.locator("[data-joinedup]").first).to_have_attribute("data-ready", "true")
    page.goto(host.address + "notebooks/03_getting_together.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not on your device")
    reader.set_offline(False)
    page.goto(host.address + "notebooks/03_getting_together.html")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Getting together")


def test_the_first_page_is_kept_where_a_new_service_worker_takes_over_at_once(
    reader: BrowserContext, host: Host
) -> None:
    """As in Safari's engine: when the page hears that it is ready, it already serves the page."""
    page = reader.new_page()
    page.add_init_script(TAKES_OVER_AT_ONCE)
    page.goto(host.address + SCENE)
    waits_until_kept(page, host.address + SCENE)


def keeps_everything(page: Page) -> None:
    page.get_by_role("button", name="Save the whole book on this device").click()
    expect(page.get_by_text("The whole book is saved on this device.")).to_be_visible()


def test_the_whole_book_can_be_kept_and_is_used_from_end_to_end_without_a_connection(
    reader: BrowserContext, host: Host
) -> None:
    page = opens(reader, host, "book/how-to-use.html")
    expect(page.locator(".keep-book .size")).to_have_text(re.compile(r"^\d\.\d MB$"))
    keeps_everything(page)
    expect(page.get_by_role("button", name="Save the whole book")).to_be_hidden()
    host.asked.clear()
    reader.set_offline(True)
    for path in PAGES:
        page.goto(host.address + path)
        assert "Better Connected" in page.title() and page.locator("h1").count() == 1
        exercises = page.locator("[data-joinedup]").count()
        expect(page.locator('[data-joinedup][data-ready="true"]')).to_have_count(exercises)
    page.goto(host.address)
    page.wait_for_url("**/book/intro.html")
    page.get_by_role("searchbox").fill("fatigue")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Collaboration fatigue").first.wait_for()
    # The browser itself asks now and then whether there is a new edition, whatever it was told of the connection.
    assert [one for one in host.asked if not one.endswith("/service-worker.js")] == []


def a_new_version_is_there(page: Page) -> None:
    """Let the browser look for a new version, as it does on its own from time to time, and wait until it is in charge."""
    page.evaluate(
        """async () => {
          const there = await navigator.serviceWorker.getRegistration();
          const before = there.active;
          const changed = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
          await there.update();
          if (there.active === before) await changed;
        }"""
    )


def test_a_new_version_arrives_whole_and_answers_stay(reader: BrowserContext, host: Host) -> None:
    page = opens(reader, host, "book/how-to-use.html")
    keeps_everything(page)
    page.goto(host.address + SCENE)
    answer = page.locator("#ch01-take-back textarea").first
    answer.fill("Damp homes")
    expect(page.locator("#ch01-take-back")).to_contain_text("Saved on this device")
    other = "notebooks/03_getting_together.html"
    host.publishes(other, "Someone begins", "Someone starts")
    host.asked.clear()
    a_new_version_is_there(page)
    expect(answer).to_have_value("Damp homes")
    fetched = {path.removeprefix("/better-connected/").split("?")[0] for path in host.asked}
    assert fetched <= {"service-worker.js", other}, "what has not changed is not fetched again"
    reader.set_offline(True)
    page.goto(host.address + other)
    expect(page.get_by_role("heading", name="Someone starts", level=2)).to_be_visible()
    page.goto(host.address + SCENE)
    expect(page.locator("#ch01-take-back textarea").first).to_have_value("Damp homes")


def test_a_version_that_cannot_be_fetched_whole_leaves_the_older_one_in_charge(
    reader: BrowserContext, host: Host
) -> None:
    page = opens(reader, host, "book/how-to-use.html")
    keeps_everything(page)
    other = "notebooks/03_getting_together.html"
    host.publishes(other, "Someone begins", "Someone starts")
    (host.folder / other).unlink()
    page.evaluate(
        """async () => {
          const there = await navigator.serviceWorker.getRegistration();
          await there.update();
          const coming = there.installing;
          if (coming) await new Promise((done) => coming.addEventListener("statechange", () => coming.state === "redundant" && done()));
        }"""
    )
    reader.set_offline(True)
    page.goto(host.address + other)
    expect(page.get_by_role("heading", name="Someone begins", level=2)).to_be_visible()


def test_what_was_opened_before_a_new_version_is_still_there_after_it(reader: BrowserContext, host: Host) -> None:
    page = opens(reader, host, SCENE)
    waits_until_kept(page, host.address + SCENE)
    waits_until_kept(page, host.address + "_static/joinedup.js")
    host.publishes(SCENE, host.heading(SCENE), "Tangled problems")
    a_new_version_is_there(page)
    reader.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Tangled problems", level=2)).to_be_visible()
    expect(page.locator("[data-joinedup]").first).to_have_attribute("data-ready", "true")


def test_online_a_page_is_always_the_newest(reader: BrowserContext, host: Host) -> None:
    page = opens(reader, host, SCENE)
    waits_until_kept(page, host.address + SCENE)
    file = host.folder / SCENE
    file.write_text(file.read_text("utf-8").replace(host.heading(SCENE), "Tangled problems"), "utf-8")
    page.reload()
    expect(page.get_by_role("heading", name="Tangled problems", level=2)).to_be_visible()


def test_two_copies_on_one_website_leave_each_other_alone(reader: BrowserContext, host: Host) -> None:
    second = host.folder.parent / "another"
    shutil.copytree(host.folder, second)
    page = opens(reader, host, SCENE)
    waits_until_kept(page, host.address + SCENE)
    page.goto(host.address.replace("better-connected", "another") + SCENE)
    page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    waits_until_kept(page, host.address.replace("better-connected", "another") + SCENE)
    assert host.address + SCENE in kept_files(page)
    reader.set_offline(True)
    page.goto(host.address + SCENE)
    expect(page.locator("[data-joinedup]").first).to_have_attribute("data-ready", "true")


def test_a_book_opened_from_its_folder_asks_for_none_of_this(visit, address) -> None:
    page = visit(service_workers="allow").open(address("book/how-to-use.html", "file"))
    assert page.locator("link[rel=manifest]").count() == 0
    expect(page.locator(".keep-book")).to_be_hidden()


def test_the_book_has_what_a_browser_asks_of_what_it_installs(reader: BrowserContext, host: Host) -> None:
    """A manifest without a mistake, icons of the sizes it gives, and a first page that opens without a connection."""
    page = opens(reader, host, "book/intro.html")
    said = reader.new_cdp_session(page).send("Page.getAppManifest")
    assert said["errors"] == []
    assert '"short_name": "Better Connected"' in said["data"]
    manifest = said["manifest"]
    assert manifest["display"] in ("kMinimalUi", "kStandalone")
    drawn = {one["sizes"]: one["url"] for one in manifest["icons"] if one["type"] == "image/png"}
    assert set(drawn) == {"192x192", "512x512"}
    for size, url in drawn.items():
        assert page.evaluate(SIZE_OF, url) == size
    assert manifest["scope"] == host.address and manifest["startUrl"].startswith(host.address)
    waits_until_kept(page, host.address + "book/intro.html")
    reader.set_offline(True)
    page.goto(manifest["startUrl"])
    page.wait_for_url("**/book/intro.html")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
