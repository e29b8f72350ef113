"""The sheets as a printer gets them: as many pages as they say, nothing cut off, black on white."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.helpers.book import BOOK, PACKS, SHEETS

pytestmark = pytest.mark.browser

LIST = "book/instructors/paper.html"
A4 = (595, 842)
"""In points."""
PAPER = {"width": 688, "height": 1029}
"""What is left of A4 inside its margins, in pixels of 1/96 inch."""
MISTAKES = """() => {
  const found = [];
  const say = (node, what) => found.push(`${node.closest(".sheet")?.id}: ${what}: ${node.textContent.trim().slice(0, 40)}`);
  for (const page of document.querySelectorAll(".page")) {
    const edge = page.getBoundingClientRect();
    if (edge.height > 1029 + 1) say(page, `${Math.round(edge.height)} px tall`);
    for (const node of page.querySelectorAll("*:not(.unseen)")) {
      const box = node.getBoundingClientRect();
      const style = getComputedStyle(node);
      if (box.width && (box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1)) say(node, "outside of the page");
      if (style.overflow !== "visible") say(node, "cut off");
      if (style.color !== "rgb(0, 0, 0)") say(node, `colour ${style.color}`);
      if (!["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(style.backgroundColor) || style.backgroundImage !== "none") say(node, "a background");
      if (parseFloat(style.borderTopWidth) && style.borderTopColor !== "rgb(0, 0, 0)") say(node, `border ${style.borderTopColor}`);
      const least = node.closest(".foot, .card-head") ? 8 : 9;
      if (node.children.length === 0 && node.textContent.trim() && parseFloat(style.fontSize) < least * 96 / 72 - 0.1) say(node, `type of ${parseFloat(style.fontSize) * 72 / 96} points`);
    }
  }
  return found;
}"""


def printed(page: Page) -> PdfReader:
    """Print as a person does who leaves backgrounds off."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=False)))


@pytest.fixture(scope="module")
def printer(browser) -> Page:
    context = browser.new_context(viewport=PAPER)
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_pack_prints_on_the_pages_it_says_and_nothing_is_cut_off(printer: Page, pack) -> None:
    printer.goto((BOOK / f"book/paper/{pack.name}.html").as_uri())
    assert printer.evaluate(MISTAKES) == []
    pages = printed(printer).pages
    assert len(pages) == pack.pages
    expected = [
        (sheet.number, number, len(sheet.pages)) for sheet in pack.sheets for number in range(1, len(sheet.pages) + 1)
    ]
    for page, (number, place, many) in zip(pages, expected, strict=True):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
        assert re.search(rf"{re.escape(number)}\s+page {place} of {many}", page.extract_text())


def test_the_list_says_how_many_pages_each_sheet_has_and_leads_to_it(visit, address) -> None:
    page = visit().open(address(LIST))
    links = page.locator(".paper-list td p")
    listed = {
        link.locator("a").get_attribute("href"): int(re.search(r"(\d+)\s+pages?$", link.inner_text())[1])
        for link in links.all()
    }
    expected = {f"../paper/{pack.name}.html#{sheet.id}": len(sheet.pages) for pack in PACKS for sheet in pack.sheets}
    assert listed == expected | {f"../paper/{pack.name}.html": pack.pages for pack in PACKS}


def test_a_link_to_one_sheet_prints_that_sheet_alone(visit, address) -> None:
    page = visit().open(address(LIST))
    page.get_by_role("link", name="Cards 3.1").click()
    expect(page.get_by_role("heading", name="Where would you put it?")).to_have_count(1)
    assert len(printed(page).pages) == 4
    page.get_by_role("link", name="3.1 Frame, no names").click()
    expect(page.locator("#ch03-sorter-frame")).to_be_visible()
    expect(page.locator("#ch03-sorter-cards")).to_be_hidden()
    assert len(printed(page).pages) == 1
    page.get_by_role("link", name="All sheets on this page").click()
    expect(page.locator("#ch03-sorter-cards")).to_be_visible()
    assert len(printed(page).pages) == 10


def test_the_print_button_asks_the_browser_to_print(visit, address) -> None:
    reader = visit()
    reader.context.add_init_script("window.print = () => (document.title = 'printing')")
    page = reader.open(address(SHEETS[0]))
    page.get_by_role("button", name="Print").click()
    assert page.title() == "printing"


def test_without_a_script_there_is_no_button_that_does_nothing(visit, address) -> None:
    page = visit(java_script_enabled=False).open(address(SHEETS[0]))
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    expect(page.get_by_role("heading", name="Who does what?")).to_be_visible()


def test_a_chapter_leads_to_its_sheets_and_they_lead_back(visit, address) -> None:
    page = visit().open(address("notebooks/07_sustaining.html"))
    page.get_by_role("link", name="Sheets to print").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sustaining collaboration: sheets for each person")
    page.get_by_role("link", name="Back to the chapter").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sustaining collaboration")
    page.go_back()
    page.get_by_role("link", name="All sheets", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("On paper"))
