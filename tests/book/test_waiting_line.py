"""When a script doesn't arrive, for whatever reason, each exercise says so; when it does, nothing of that is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser
SCENE = "notebooks/01_setting_the_scene.html"
LINE = "You can’t answer this exercise on the screen yet."


def sent_as_text(route: Route) -> None:
    route.fulfill(body="window.came = true;", content_type="text/plain", headers={"x-content-type-options": "nosniff"})


def signed_out(route: Route) -> None:
    route.fulfill(body="<title>Sign in</title>", content_type="text/html")


FAILURES: dict[str, Callable[[Route], None]] = {
    "wrong type": sent_as_text,
    "a page to sign in on": signed_out,
    "blocked": lambda route: route.abort("blockedbyclient"),
    "not found": lambda route: route.fulfill(status=404, body="Not found"),
    "an older script": lambda route: route.fulfill(body="startExercise();", content_type="text/javascript"),
}


def at_once(page: Page) -> None:
    """Let the time pass that a script is given to arrive."""
    page.evaluate("for (const one of document.getAnimations()) if (one.animationName === 'say-so') one.finish();")


@pytest.mark.parametrize("failure", FAILURES)
def test_an_exercise_without_its_script_says_so(browser: Browser, site: str, failure: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/joinedup.js*", FAILURES[failure])
    page.goto(site + SCENE)
    lines = page.locator(".ju-waiting")
    expect(lines).to_have_count(page.locator("[data-joinedup]").count())
    expect(lines.first).to_be_hidden()
    at_once(page)
    expect(lines.first).to_be_visible()
    expect(lines.first).to_contain_text(LINE)
    expect(page.locator("[data-joinedup] .ju-paper").first).to_be_visible()
    context.close()


def test_without_any_script_it_says_so_at_once(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + SCENE)
    expect(page.locator(".ju-waiting").first).to_be_visible()
    page.goto(site + "book/my-workbook.html")
    expect(page.locator(".script-waiting")).to_be_visible()
    context.close()


def test_an_exercise_that_is_ready_says_nothing_of_it(browser: Browser, site: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(site + SCENE)
    expect(page.locator('[data-joinedup][data-ready="true"]').first).to_be_visible()
    expect(page.locator(".ju-waiting")).to_have_count(0)
    page.goto(site + "book/my-workbook.html")
    page.locator('[data-workbook="delete"][data-ready]').wait_for(state="attached")
    expect(page.locator(".script-waiting")).to_be_hidden()
    context.close()
