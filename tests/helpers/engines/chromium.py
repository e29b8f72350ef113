"""Chromium, new or as old as Chrome 109, by Playwright."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Playwright

from .engine import Engine


class Chromium(Engine):
    """Chromium, whatever its version."""

    def __init__(self, playwright: Playwright, path: str, downloads: Path, *arguments: str, **options: Any):
        self.downloads = downloads
        self.browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", *arguments], ignore_default_args=["--hide-scrollbars"]
        )
        self.name = f"Chromium {self.browser.version}"
        self.context = self.browser.new_context(viewport={"width": 1280, "height": 800}, **options)
        self.page = self.context.new_page()
        self.page.on("download", lambda file: file.save_as(downloads / file.suggested_filename))

    def open(self, address: str) -> None:
        if address.split("#")[0] == self.page.url.split("#")[0]:
            self.page.reload()
        else:
            self.page.goto(address)

    def js(self, script: str, *given: Any) -> Any:
        return self.page.evaluate(f"(given) => (function () {{ {script} }}).apply(null, given)", list(given))

    def _shown(self, query: str, place: int = 0) -> Locator:
        found = self.page.locator(query).locator("visible=true").nth(place)
        found.evaluate("(one) => one.scrollIntoView({ block: 'center', behavior: 'instant' })")
        return found

    def click(self, query: str, place: int = 0) -> None:
        self._shown(query, place).click()

    def wait(self, seconds: float) -> None:
        self.page.wait_for_timeout(1000 * seconds)  # what comes meanwhile, such as a download, is only heard of in here

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def drag(self, query: str, onto: str) -> None:
        self._shown(query).drag_to(self.page.locator(onto).first)

    def choose(self, query: str, files: list[Path]) -> None:
        self.page.locator(query).first.set_input_files(files)

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def screenshot(self, path: Path) -> None:
        self.page.screenshot(path=path)

    def close(self) -> None:
        self.browser.close()
