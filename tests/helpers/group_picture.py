"""The page *Group picture*: opened, given workbooks, and read."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Locator, Page, expect

from joinedup import workbook
from tests.helpers.book import ROOT

GROUP = "book/group-picture.html"
SAMPLE = sorted((ROOT / "data" / "sample_workshop").glob("*.json"))


@cache
def answered_in_sample() -> dict[str, str]:
    """Return one exercise of each kind that the made-up workshop has answers to, by the kind."""
    found: dict[str, str] = {}
    for path in SAMPLE:
        for exercise, entry in workbook.load(path)["answers"].items():
            found.setdefault(entry["widget"], exercise)
    return found


def opens(visit, address, scheme: str = "http", **options) -> Page:
    page = visit(**options).open(address(GROUP, scheme))
    page.locator('[data-group="picture"][data-ready]').wait_for(state="attached")
    return page


def brings(page: Page, files: list, which: str = "now") -> None:
    part_ = page.locator(f'[data-group="{which}"]')
    part_.locator("input[type=file]").set_input_files(files)
    expect(part_.get_by_role("status")).to_contain_text("Workbooks included: ")


def looks_at(page: Page, exercise_id: str, by: str = "") -> Locator:
    page.locator('[data-group="choose"] select').nth(0).select_option(exercise_id)
    page.locator('[data-group="choose"] select').nth(1).select_option(by)
    return page.locator('[data-group="picture"]')


def person(
    number: int, answers: dict, *, role: str = "", team: str = "", saved: str = "2026-11-22T10:15:00Z", **more
) -> dict:
    """Return a file of somebody with these answers, each by the exercise's id: (widget, answer)."""
    whole = {
        **workbook.empty(),
        "id": f"{number:032x}",
        **more,
        "who": {"label": f"P{number}", "team": team, "role": role},
        "answers": {name: {"widget": widget, "saved": saved, "answer": one} for name, (widget, one) in answers.items()},
    }
    return {"name": f"p{number}.json", "mimeType": "application/json", "buffer": workbook.to_text(whole).encode()}


def stands(now: str, needed: str = "collaboration") -> dict:
    return {"ch01-continuum": ("continuum-slider", {"places": {"now": now, "needed": needed}})}


def numbers(page: Page) -> list[list[str]]:
    """Read the table behind the picture."""
    page.locator('[data-group="picture"] summary', has_text="The numbers behind it").first.click()
    rows = page.locator('[data-group="picture"] table').first.locator("tr")
    found = [row.locator("th, td").all_text_contents() for row in rows.all()]
    page.locator('[data-group="picture"] summary', has_text="The numbers behind it").first.click()
    return found
