"""The pages for instructors in a browser: the sheets' times and words, on the screen and on A4, and the way to them."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from joinedup_book.run_sheets.sessions import sessions
from tests.helpers.book import ROOT

pytestmark = pytest.mark.browser

HERE = "book/instructors"
SESSIONS = sessions(ROOT)
A4 = (595, 842)
EVERY_SHEET = (
    "The room, and what you need in it",
    "What to do in the hour before",
    "Words to open with",
    "What to notice",
    "What goes wrong",
    "What people may misread",
    "How to debrief",
    "Take care",
    "When someone is distressed",
    "Everybody is from one agency",
    "Seniors and juniors in one room",
    "Four people",
    "Forty people",
    "Online",
    "No computers",
)
SHARED = ("distressed", "one-agency", "seniors-and-juniors", "four-people", "forty-people", "online", "on-paper")
each_sheet = pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.id)


def plain(text: str) -> str:
    """Words as they are read: without marks for emphasis and links, with one space between them."""
    text = re.sub(r"\\([^\w\s])", r"\1", text)  # what Markdown could take for a mark of its own
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text).replace("*", "")
    return " ".join(text.replace('"', "").translate(str.maketrans({"“": "", "”": "", "’": "'", "‘": "'"})).split())


def said(page: Page) -> str:
    return plain(page.locator("main").inner_text())


def printed_pages(paper: PdfReader) -> list[str]:
    """The words of each page, its number first, with letters that are printed as one taken apart."""
    return [unicodedata.normalize("NFKC", one.extract_text()) for one in paper.pages]


@each_sheet
def test_a_sheet_shows_the_clock_and_every_step_with_its_words(visit, address, session) -> None:
    page = visit().open(address(f"{HERE}/{session.id}.html"))
    rows = page.eval_on_selector_all(
        "main table tbody tr", "all => all.map(({ cells }) => [...cells].map((cell) => cell.innerText.trim()))"
    )
    blocks = [block for meeting in session.meetings for block in meeting.blocks]
    shown = [(time, minutes) for time, minutes, _ in rows if ":" in time and minutes]
    assert shown == [(block.clock, str(block.minutes)) for block in blocks]
    ends = [(time, what) for time, minutes, what in rows if not minutes]
    assert ends == [(one.end, f"End, {one.minutes} minutes in all") for one in session.meetings]
    clocks = page.locator(".run-clock b").all_inner_texts()
    assert clocks == [placed.clock for block in blocks if len(block.steps) > 1 for placed in block.steps]
    text, at = said(page), 0
    for block in blocks:
        for words in [words for placed in block.steps for words in (placed.step.do, placed.step.say)]:
            at = text.find(plain(words), at)
            assert at >= 0, words
        assert plain(block.debrief) in text
    for heading in EVERY_SHEET:
        expect(page.get_by_role("heading", name=re.compile(rf"^{heading}( meeting| each meeting)?\b"))).to_be_visible()


@each_sheet
def test_a_sheet_prints_whole_on_a4_in_black(visit, address, session) -> None:
    page = visit().open(address(f"{HERE}/{session.id}.html"))
    page.emulate_media(media="print")
    colours = page.eval_on_selector_all(
        "main :is(h1, h2, h3, p, li, a, td, th, b, span)",
        "all => [...new Set(all.map((one) => getComputedStyle(one).color))]",
    )
    for colour in colours:
        assert len(set(re.findall(r"\d+", colour)[:3])) == 1, f"{colour} is no grey"
    text = said(page)
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    pages = printed_pages(paper)
    assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in paper.pages} == {A4}
    count = len(pages)
    for number, words in enumerate(pages, start=1):
        assert words.startswith(f"{number} / {count}\n")
        assert len(words) > 200, f"page {number} is nearly empty"
    printed = plain(" ".join(words.partition("\n")[2] for words in pages)).replace(" ", "")
    for sentence in re.split(r"(?<=[.?:]) ", text):
        assert sentence.replace(" ", "") in printed, sentence
    for meeting in session.meetings if len(session.meetings) > 1 else []:  # each has pages of its own
        begins = [words.partition("\n")[2].startswith(f"Meeting {meeting.number}:") for words in pages]
        assert begins.count(True) == 1
    if len(session.meetings) == 1:  # all of the plan stands on the first page
        assert all(block.clock in pages[0] for block in session.meetings[0].blocks) and "minutes in all" in pages[0]


def test_an_exercise_on_a_sheet_leads_to_the_exercise(visit, address) -> None:
    page = visit().open(address(f"{HERE}/ninety-minutes.html"))
    page.get_by_role("table").get_by_role("link", name="Exercise 3.1").click()
    page.wait_for_url("**/03_getting_together.html#ch03-sorter")
    expect(page.locator('[data-exercise="ch03-sorter"]')).to_be_in_viewport()


def test_a_session_is_chosen_on_the_first_page(visit, address) -> None:
    page = visit().open(address(f"{HERE}/index.html"))
    for session in SESSIONS:
        card = page.locator(".session").filter(has=page.get_by_role("link", name=f"{session.name}: {session.title}"))
        for words in (session.for_whom, session.leave_with, "To print"):
            expect(card).to_contain_text(words)
    page.get_by_role("main").get_by_role("link", name="A whole day: From a shared problem").click()
    page.wait_for_url("**/whole-day.html")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("In a whole day"))


def test_the_pages_for_instructors_are_listed_while_one_is_among_them(visit, address) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open(address("book/how-to-use.html"))
    contents = page.get_by_role("navigation", name="The book")
    expect(contents.get_by_role("link", name="Run it tomorrow")).to_have_count(1)
    expect(contents.get_by_role("link", name="In half a day")).to_have_count(0)
    contents.get_by_role("link", name="Run it tomorrow").click()
    for name in ("In half a day", "Facilitating sense-making", "Set-up", "Test this computer"):
        expect(contents.get_by_role("link", name=name)).to_have_count(1)
    contents.get_by_role("link", name="In half a day").click()
    expect(contents.get_by_role("link", name="In half a day")).to_have_class(re.compile("current"))
    expect(contents.get_by_role("link", name="People in the room")).to_have_count(1)


def test_what_is_shared_is_the_same_on_every_sheet_and_on_its_own_page(visit, address) -> None:
    last = [(ROOT / HERE / "shared" / f"{name}.md").read_text("utf-8").splitlines()[-1] for name in SHARED]
    shared = [plain(re.sub(r"^(\d+\.|-) ", "", line)) for line in last]
    for name in (*(session.id for session in SESSIONS), "people-in-the-room"):
        text = said(visit().open(address(f"{HERE}/{name}.html")))
        for words in shared:
            assert words in text, f"{name}: {words}"
