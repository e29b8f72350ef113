"""How long a browser takes to pool a thousand workbooks: from dropping them to the first picture."""

from __future__ import annotations

import json
import statistics

from playwright.sync_api import Page, sync_playwright

from tests.helpers.book import BOOK, ROOT
from tests.helpers.browser import QUIET, chromium_path

PEOPLE, RUNS = 1000, 5
DROP = """([texts, people]) => {
  const files = Array.from({ length: people }, (_, number) => {
    const whole = JSON.parse(texts[number % texts.length]);
    whole.who.label = `P${number}`;
    if (whole.id) whole.id = number.toString(16).padStart(32, "0");
    return new File([JSON.stringify(whole)], `p${number}.json`);
  });
  const dropped = new DataTransfer();
  files.forEach((file) => dropped.items.add(file));
  window.gaps = [];
  let last = performance.now();
  setInterval(() => { const now = performance.now(); gaps.push(now - last); last = now; }, 10);
  window.began = performance.now();
  const choose = () => {
    const select = document.querySelector('[data-group="choose"] select');
    if (!select.querySelector('[value="ch01-continuum"]')) return;
    watching.disconnect();
    select.value = "ch01-continuum";
    select.dispatchEvent(new Event("change"));
    requestAnimationFrame(() => (document.documentElement.dataset.took = performance.now() - began));
  };
  const watching = new MutationObserver(choose);
  watching.observe(document.querySelector('[data-group="choose"]'), { childList: true, subtree: true });
  document.querySelector('[data-group="now"] .gp-drop').dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true }));
}"""


def measure(page: Page, texts: list[str]) -> tuple[float, float, float]:
    """Drop the workbooks once; give the milliseconds to the picture, the longest stop between, and the heap in MB."""
    page.reload()
    page.locator('[data-group="picture"][data-ready]').wait_for(state="attached")
    page.evaluate(DROP, [texts, PEOPLE])
    page.locator("html[data-took]").wait_for()
    return tuple(
        page.evaluate(
            "[Number(document.documentElement.dataset.took), Math.max(...gaps), performance.memory.usedJSHeapSize / 1e6]"
        )
    )


def main() -> None:
    """Measure a few times and print the medians."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "data" / "sample_workshop").glob("*.json"))]
    size = sum(len(json.dumps(json.loads(text))) for text in texts) / len(texts) / 1000
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium_path(), args=[*QUIET, "--enable-precise-memory-info"])
        page = browser.new_page()
        page.goto((BOOK / "book" / "group-picture.html").as_uri())
        runs = [measure(page, texts) for _ in range(RUNS)]
        took, stop, heap = (statistics.median(column) for column in zip(*runs, strict=True))
        browser.close()
    print(
        f"{PEOPLE} workbooks of {size:.1f} kB in the browser: picture after {took / 1000:.2f} s, "
        f"longest stop {stop / 1000:.2f} s, heap {heap:.0f} MB"
    )


if __name__ == "__main__":
    main()
