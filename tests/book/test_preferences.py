"""What a reader's device asks for: colours of its own, and nothing that moves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from joinedup.content.dataframes import table
from tests.helpers.answered import answer_all
from tests.helpers.axe import UNFOLD
from tests.helpers.book import PAGES, ROOT
from tests.helpers.doing_exercises import SCENE, SUSTAINING, TOGETHER
from tests.helpers.saved_answers import put
from tests.helpers.tabbing import walk

pytestmark = pytest.mark.browser

EDGES = """(node) => {
  const { borderTopWidth, borderTopColor, borderTopStyle, borderLeftColor, backgroundColor, backgroundImage, appearance, borderRadius } = getComputedStyle(node);
  return [borderTopWidth, borderTopColor, borderTopStyle, borderLeftColor, backgroundColor, backgroundImage, appearance, borderRadius].join(" ");
}"""
"""How the box of something is drawn; in forced colours no shadow is, and most backgrounds are alike."""


def opened(visit, address, path: str, state: str = "half", scheme: str = "dark") -> Page:
    page = visit(forced_colors="active", color_scheme=scheme).open(address("search.html"))
    answer_all(page, state)
    page.goto(address(path))
    return page


def drawn(node: Locator) -> str:
    return node.evaluate(EDGES)


def test_what_is_chosen_is_seen_in_forced_colours(visit, address) -> None:
    page = opened(visit, address, TOGETHER)
    chips = page.locator("#ch03-sorter .ju-pile .ju-chip")
    held, other = chips.and_(page.locator('[aria-pressed="true"]')), chips.and_(page.locator('[aria-pressed="false"]'))
    assert drawn(held) != drawn(other.first)
    current = page.locator(".contents a.current").first
    assert drawn(current) != drawn(page.locator(".contents a:not(.current)").first)
    page.goto(address(SCENE))
    expect(page.locator("#ch01-continuum .ju-stop input").first).to_have_css("appearance", "auto")
    parts = page.locator("#figure-continuum .ju-parts summary")
    parts.nth(1).click()
    assert drawn(parts.nth(1)) != drawn(parts.nth(0))


def test_what_is_told_by_shape_is_seen_in_forced_colours(visit, address) -> None:
    page = opened(visit, address, SUSTAINING, "done")
    signs = page.locator("#ch07-life-cycle .ju-key .ju-sign")
    assert len({drawn(sign) for sign in signs.all()}) == signs.count() == 4
    signs_of = table("life_cycle_statements", ROOT / "data").groupby("stage", sort=False)["id"]
    first, *_ = signs_of.groups
    answers = {sign: "like-us" if stage == first else "not-like-us" for stage, ids in signs_of for sign in ids}
    put(page, "ch07-life-cycle", "life-cycle-self-check", {"answers": answers, "shown": True})
    page.reload()
    stages = page.locator("#ch07-life-cycle .ju-profile > li")
    expect(stages.and_(page.locator(".ju-present"))).to_have_count(1)
    assert drawn(stages.and_(page.locator(".ju-present"))) != drawn(
        stages.and_(page.locator(":not(.ju-present)")).first
    )


def test_every_button_has_an_edge_in_forced_colours(visit, address) -> None:
    page = opened(visit, address, TOGETHER)
    flat = (
        page.locator("main button")
        .filter(visible=True)
        .evaluate_all(
            """(all) => all.filter((node) => {
          const { borderTopWidth, borderTopColor } = getComputedStyle(node);
          const around = getComputedStyle(document.body).backgroundColor;
          return parseFloat(borderTopWidth) < 1 || borderTopColor === around;
        }).map((node) => node.textContent)"""
        )
    )
    assert flat == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_in_forced_colours(visit, address, scheme: str) -> None:
    stops = walk(opened(visit, address, SCENE, scheme=scheme))
    assert [stop.said for stop in stops if stop.outline < 2 or stop.contrast < 3] == []


@pytest.mark.parametrize(("scheme", "chosen"), [("dark", "light"), ("light", "dark")])
def test_drawings_go_with_forced_colours_whatever_was_chosen_on_the_page(
    visit, address, scheme: str, chosen: str
) -> None:
    page = visit(forced_colors="active", color_scheme=scheme).open(address(SCENE))
    ink = "getComputedStyle(document.querySelector('.ju-drawing .ju-ink')).fill"
    before = page.evaluate(ink)
    page.evaluate("(chosen) => localStorage.setItem('joinedup-appearance', chosen)", chosen)
    page.reload()
    assert page.evaluate(ink) == before
    expect(page.get_by_role("button", name=scheme, exact=False)).to_have_count(0)  # it could change nothing


def test_nothing_moves_where_a_reader_asks_for_less_motion(visit, address) -> None:
    page = visit(reduced_motion="reduce").open(address("search.html"))
    answer_all(page, "done")
    for path in PAGES:
        page.goto(address(path))
        page.evaluate(UNFOLD)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((node) => {
              const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(node);
              return /[1-9]/.test(transitionDuration + animationDuration) || scrollBehavior !== "auto";
            }).map(({ outerHTML }) => outerHTML.slice(0, 80)).concat(
              // What only comes after a while, at once, does not move.
              document.getAnimations().filter(({ effect }) => effect.getComputedTiming().duration).map(String),
            )"""
        )
        assert moving == [], path
