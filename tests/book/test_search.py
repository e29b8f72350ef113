"""Search: what a reader looks for is found, down to the exercise, and told to nobody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from joinedup.content.dataframes import table
from tests.helpers.book import CHAPTERS

pytestmark = pytest.mark.browser


def looks_for(page: Page, words: str) -> list[str]:
    """Search from the box at the top of a page; give the names of what is found, the best first."""
    page.locator("#find").fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("#search-results")).to_contain_text(f"“{words}”")
    return page.locator("#search-results li > a").all_inner_texts()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_it_finds_the_exercise_that_a_statement_stands_in_and_leads_there(visit, address, scheme: str) -> None:
    page = visit().open(address("book/intro.html", scheme))
    found = looks_for(page, "open, willing to engage with the unfamiliar")
    assert "Exercise 4.4" in " ".join(found)
    page.locator("#search-results li > a", has_text="Exercise 4.4").first.click()
    page.wait_for_url("**/04_working_together.html#*")
    assert page.evaluate("document.getElementById(location.hash.slice(1)) !== null")


def test_a_card_of_every_sort_is_found(visit, address, in_notebooks) -> None:
    page = visit().open(address("search.html"))
    for name, exercise in (
        ("situations", "Exercise 3.1"),
        ("role_behaviours", "Exercise 0.1"),
        ("barriers", "Exercise 8.1"),
        ("co_production_cards", "Exercise 12.1"),
    ):
        card = table(name).iloc[-1]["text" if "text" in table(name) else "claim"]
        words = " ".join(word.strip(".,;:?!’'“”()") for word in card.split()[:6])
        assert any(one.startswith(exercise) for one in looks_for(page, words)), words


def test_an_exercise_is_found_by_its_number_and_a_chapter_by_its_own(visit, address) -> None:
    page = visit().open(address("notebooks/07_sustaining.html"))
    assert looks_for(page, "3.1")[0].startswith("Exercise 3.1:")
    assert looks_for(page, "exercise 10.1")[0].startswith("Exercise 10.1:")
    assert looks_for(page, "Chapter 7")[0] == "Chapter 7: Sustaining collaboration"


def test_macrons_may_be_left_out(visit, address) -> None:
    page = visit().open(address("search.html"))
    plain, written = looks_for(page, "whanau"), looks_for(page, "whānau")
    assert plain == written and len(plain) > 5
    assert page.locator("#search-results [lang=mi]").count() > 0


def test_the_notes_for_instructors_are_found_and_unfolded(visit, address) -> None:
    page = visit().open(address("search.html"))
    assert "For instructors" in looks_for(page, "crowded corners")
    page.get_by_role("link", name="For instructors").first.click()
    page.wait_for_url("**#for-instructors")
    expect(page.get_by_text("people trained to analyse")).to_be_visible()


def test_every_chapter_comes_by_its_title(visit, address) -> None:
    page = visit().open(address("search.html"))
    for chapter in CHAPTERS:
        found = looks_for(page, f"Chapter {int(chapter[:2])}")
        assert found[0].startswith(f"Chapter {int(chapter[:2])}: ")


def test_what_is_looked_for_reaches_no_host_and_is_kept_nowhere(visit, address) -> None:
    reader = visit()
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url))
    page = reader.open(address("book/intro.html"))
    looks_for(page, "burnout in my team")
    page.get_by_label("Words to look for").fill("my manager")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#search-results")).to_contain_text("“my manager”")
    page.go_back()
    expect(page.get_by_label("Words to look for")).to_have_value("burnout in my team")
    assert not any("burnout" in url.split("#")[0] or "manager" in url.split("#")[0] for url in asked)
    assert page.evaluate("localStorage.length") == 0


def test_nothing_of_it_is_loaded_before_somebody_searches(visit, address) -> None:
    reader = visit()
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url))
    page = reader.open(address("book/intro.html"))
    page.goto(address("notebooks/01_setting_the_scene.html"))
    page.goto(address("search.html"))
    expect(page.get_by_label("Words to look for")).to_be_focused()
    assert not any("searchindex" in url for url in asked)
    looks_for(page, "fatigue")
    assert any("searchindex" in url for url in asked)


def test_an_index_that_cannot_be_loaded_is_said_and_can_be_tried_again(visit, address) -> None:
    reader = visit()
    page = reader.open(address("search.html"))
    page.route("**/searchindex.js*", lambda route: route.abort())
    page.locator("#find").fill("fatigue")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results")).to_contain_text("couldn’t be loaded")
    reader.complaints.clear()  # the browser says that the file did not come
    page.unroute("**/searchindex.js*")
    page.goto(address("search.html"))
    assert looks_for(page, "fatigue")


def test_words_that_nothing_has_get_a_hint(visit, address) -> None:
    page = visit().open(address("search.html"))
    assert looks_for(page, "<img src=x onerror=alert(1)> zyx") == []
    expect(page.locator("#search-results")).to_contain_text("Try fewer words")
