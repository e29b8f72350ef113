"""The page *My workbook*: opened, given a file, and read."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from joinedup import workbook

MINE = "book/my-workbook.html"
EARLIER, LATER = "2026-11-20T10:15:00Z", "2026-11-27T10:15:00Z"


def opens(reader, address, scheme: str = "http") -> Page:
    page = reader.open(address(MINE, scheme))
    page.locator('[data-workbook="delete"][data-ready]').wait_for(state="attached")
    return page


def told(page: Page, name: str) -> Locator:
    return page.locator(f'[data-answer="{name}"]')


def notice(page: Page, part: str = "bring") -> Locator:
    return page.locator(f'[data-workbook="{part}"] .jw-notice')


def downloaded(page: Page, button: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.path().read_bytes()


def a_file(name: str = "theirs.json", who: dict | None = None, **answers: dict) -> dict:
    """Return a workbook file as a person would choose it: answers by exercise, each with the day it was given."""
    whole = {
        **workbook.empty(),
        "who": who or {},
        "answers": {key.replace("_", "-"): one for key, one in answers.items()},
    }
    return {"name": name, "mimeType": "application/json", "buffer": workbook.to_text(whole).encode()}


def note(text: str, saved: str = LATER) -> dict:
    return {"widget": "reflection", "saved": saved, "answer": {"notes": {"move": text}}}


def chooses(page: Page, file: dict) -> None:
    page.get_by_label("Choose a workbook file").set_input_files(file)
