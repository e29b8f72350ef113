"""The group picture: thirty workbooks in, a picture out, and nobody to be found in it."""

from __future__ import annotations

import csv
import io
import itertools
import json
import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from joinedup import cohort, workbook
from joinedup.cohort.names import named_alike
from tests.bench.group import measure
from tests.helpers.book import ROOT
from tests.helpers.doing_exercises import SCENE, exercise
from tests.helpers.group_picture import GROUP, SAMPLE, brings, looks_at, numbers, opens, person, stands
from tests.helpers.javascript import WIDGETS, in_javascript
from tests.helpers.keyboard import tab_to

pytestmark = pytest.mark.browser

VECTORS = json.loads((ROOT / "tests" / "vectors" / "pooling.json").read_text("utf-8"))


# --- The made-up workshop, against pandas


@pytest.mark.parametrize(("scheme", "by"), [("http", ""), ("http", "role"), ("http", "team"), ("file", "role")])
def test_thirty_files_are_pooled_right_to_the_count(visit, address, scheme: str, by: str) -> None:
    page = opens(visit, address, scheme)
    brings(page, SAMPLE)
    expect(page.get_by_text("Workbooks included: 30. Left out: 0.")).to_be_visible()
    group = cohort.load(ROOT / "data" / "sample_workshop")
    options = (
        page.locator('[data-group="choose"] select')
        .nth(0)
        .locator("option")
        .evaluate_all("all => all.map(o => o.value).filter(Boolean)")
    )
    pooled = 0
    for name in options:
        looks_at(page, name, by)
        if page.locator('[data-group="picture"] table').count() == 0:
            continue
        head, *rows = numbers(page)
        if head[3:] == ["Ideas"]:
            continue
        shown = {
            (item, who, choice): int(count)
            for item, who, _, *counts in rows
            for choice, count in zip(head[3:], counts, strict=True)
            if count != "–"
            and (choice, count) != ("Answers counted together", "0")
            and bool(by) == (who != "everybody")
        }
        if not shown:
            continue
        frame = group.counts(name, by=by) if by else group.counts(name).assign(group="everybody")
        expected = {(str(r.item), str(r.group), str(r.choice)): int(r.people) for r in frame.itertuples()}
        assert shown == expected, name
        pooled += 1
    assert pooled >= (5 if by == "team" else 8)


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_made_up_workshop_is_a_button_away_and_says_what_it_is(visit, address, scheme: str) -> None:
    page = opens(visit, address, scheme)
    page.get_by_role("button", name="Try it with a made-up workshop of thirty").click()
    expect(page.locator('[data-group="now"]').get_by_role("status")).to_contain_text("These people don’t exist")
    shown = looks_at(page, "ch01-continuum", "role")
    expect(shown.get_by_role("img").first).to_have_attribute(
        "aria-label", re.compile("^1.1 How close do you need to be")
    )
    expect(shown.get_by_role("heading", name="conversations most worth having")).to_be_visible()
    expect(shown.locator(".gp-conversations li")).to_have_count(2)


# --- Who is in, and who is not


def test_one_bad_file_among_thirty_is_named_and_the_others_count(visit, address) -> None:
    page = opens(visit, address)
    bad = {"name": "holiday.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\xe0\x00\x10JFIF"}
    page.locator('[data-group="now"] input[type=file]').set_input_files(
        [*({"name": p.name, "mimeType": "application/json", "buffer": p.read_bytes()} for p in SAMPLE[:29]), bad]
    )
    expect(page.get_by_text("Workbooks included: 29. Left out: 1.")).to_be_visible()
    expect(page.locator('[data-group="now"] .gp-left')).to_contain_text(
        re.compile(r"holiday\.jpg wasn’t (imported|included).* It isn’t a workbook file")
    )


def test_a_file_twice_counts_once_and_of_two_of_one_person_the_newer(visit, address) -> None:
    page = opens(visit, address)
    older, newer = person(1, stands("communication")), person(1, stands("co-operation"), saved="2026-11-23T10:15:00Z")
    again, newer["name"] = {**older, "name": "copy.json"}, "p1-new.json"
    brings(page, [older, again, newer])
    left = page.locator('[data-group="now"] .gp-left')
    expect(left).to_contain_text("copy.json is the same as p1.json, so it is counted once.")
    expect(left).to_contain_text(
        "p1.json is an older workbook from the same person as p1-new.json. Only the newer one is counted."
    )
    expect(page.get_by_text("Workbooks included: 1. Left out: 2.")).to_be_visible()
    brings(page, [older])
    expect(page.get_by_text("Workbooks included: 1. Left out: 3.")).to_be_visible()


def test_codes_come_in_one_after_another(visit, address) -> None:
    page = opens(visit, address)
    codes = [workbook.to_code(workbook.from_text(person(n, stands("communication"))["buffer"])) for n in range(6)]
    page.get_by_label("Or paste short codes").first.fill(
        "\n".join(
            [
                f"Ana: {codes[0]} Thanks!",
                f"Ben Ōtara, 10:15\n`{codes[1]}`.",
                f"> {codes[2][:40]}\n> {codes[2][40:]}\nSent from my phone 👍",
                f"“{codes[3]}”",
                codes[4],
                codes[5][:-9],
            ]
        )
    )
    page.get_by_role("button", name="Import the codes").first.click()
    expect(page.get_by_text("Workbooks included: 5. Left out: 1.")).to_be_visible()
    expect(page.get_by_label("Or paste short codes").first).to_have_value(codes[5][:-9])  # what failed is not lost
    expect(page.locator('[data-group="now"] .gp-left')).to_contain_text(
        re.compile("Code 6 wasn’t .*It is damaged or incomplete")
    )


def test_somebody_can_be_taken_out_and_nothing_is_kept(visit, address) -> None:
    reader = visit()
    page = reader.open(address(GROUP))
    brings(page, [person(n, stands("communication")) for n in range(7)])
    page.locator('[data-group="now"] summary').click()
    page.get_by_role("button", name="Remove: P3").click()
    expect(page.get_by_text("Who is included (6)")).to_be_visible()
    expect(page.get_by_role("button", name="Remove: P3")).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.reload()
    expect(page.get_by_text("Who is in").first).not_to_be_visible()


def test_a_name_never_stands_beside_an_answer(visit, address) -> None:
    page = opens(visit, address)
    files = [
        person(n, stands(("communication", "co-operation")[n % 2]), role="manager", team="Housing") for n in range(8)
    ]
    brings(page, files)
    shown = looks_at(page, "ch01-continuum", "role")
    expect(shown.locator("svg").first).to_be_visible()
    assert not re.search(r"\bP\d\b", shown.evaluate("(node) => node.outerHTML"))


# --- The minimum group size


@pytest.mark.parametrize("people", [4, 5])
def test_fewer_than_five_are_not_shown(visit, address, people: int) -> None:
    page = opens(visit, address)
    brings(page, [person(n, stands("communication")) for n in range(people)])
    shown = looks_at(page, "ch01-continuum")
    if people == 5:
        expect(shown.locator("svg")).to_have_count(1)
        return
    expect(shown).to_contain_text("fewer than 5 people have answered any one line of it")
    assert shown.locator("svg, table").count() == 0
    page.get_by_label("Minimum group size").fill("3")
    page.keyboard.press("Tab")
    expect(page.get_by_text("With fewer than five people, others can guess who said what.")).to_be_visible()
    expect(shown.locator("svg")).to_have_count(1)


def test_a_picture_that_was_shown_stays_until_another_is_asked_for(visit, address) -> None:
    """However many come or go: one who goes among five who come would be given away too."""
    page = opens(visit, address)
    brings(page, [person(n, stands("communication")) for n in range(4)])
    shown = looks_at(page, "ch01-continuum")
    brings(page, [person(n, stands("communication"), role="manager") for n in range(4, 10)])
    expect(shown.locator("svg")).to_have_count(1)  # too few were no picture, so nobody is given away by this one
    before = numbers(page)
    page.locator('[data-group="now"] summary').click()
    page.get_by_role("button", name="Remove: P0", exact=True).click()
    brings(page, [person(n, stands("collaboration")) for n in range(20, 26)])
    expect(shown.get_by_role("status").filter(has_text="People have been added or removed")).to_be_visible()
    assert numbers(page) == before
    looks_at(page, "ch01-continuum", "role")  # another look at the same people
    assert {row[2] for row in numbers(page)[1:]} == {"10"}
    shown.get_by_role("button", name="They agree: redraw it").click()
    expect(shown.locator(".gp-waiting")).to_have_count(0)
    assert "15" in numbers(page)[1]


def test_an_earlier_date_stays_as_it_was_shown_too(visit, address) -> None:
    page = opens(visit, address)
    brings(page, [person(n, stands("communication")) for n in range(8)])
    brings(page, [person(n, stands("co-existence")) for n in range(8)], "earlier")
    shown = looks_at(page, "ch01-continuum")
    expect(shown.locator(".gp-dates svg")).to_have_count(2)
    before = shown.locator(".gp-dates").inner_html()
    brings(page, [person(30, stands("collaboration"))], "earlier")
    expect(shown.locator(".gp-waiting")).to_have_count(1)
    assert shown.locator(".gp-dates").inner_html() == before


def test_a_line_that_too_few_answered_is_left_out(visit, address) -> None:
    page = opens(visit, address)
    few = {"ch01-continuum": ("continuum-slider", {"places": {"now": "communication"}})}
    brings(page, [*(person(n, few) for n in range(8)), *(person(n, stands("co-operation")) for n in range(10, 14))])
    looks_at(page, "ch01-continuum")
    assert [row[0] for row in numbers(page)[1:]] == ["Where are you and the others today on this problem?"]


def test_what_is_made_up_says_so_and_can_be_taken_out_again(visit, address) -> None:
    page = opens(visit, address)
    page.get_by_role("button", name="Try it with a made-up workshop of thirty").click()
    shown = looks_at(page, "ch01-continuum")
    expect(shown.get_by_role("heading", level=3)).to_contain_text("(made up)")
    assert "(made up)" in shown.locator("svg title").first.text_content()
    page.get_by_role("button", name="Remove everybody").first.click()
    expect(page.get_by_text("Workbooks included: 0. Left out: 0.")).to_be_visible()


def test_two_ways_to_show_people_apart_do_not_single_anybody_out(visit, address) -> None:
    """All of Housing are managers, and two managers are not of Housing: both splits together would show these two."""
    page = opens(visit, address)
    places = [("manager", "Housing")] * 6 + [("manager", "Health")] * 2 + [("front line", "Health")] * 6
    brings(page, [person(n, stands("communication"), role=r, team=t) for n, (r, t) in enumerate(places)])
    shown = looks_at(page, "ch01-continuum", "role")
    expect(shown).to_contain_text("Split into: front line (6) and manager (8).")
    looks_at(page, "ch01-continuum", "team")
    expect(shown).to_contain_text("could identify someone")
    assert {row[1] for row in numbers(page)[1:]} == {"everybody"}


def test_two_dates_are_shown_side_by_side_unless_they_give_few_away(visit, address) -> None:
    page = opens(visit, address)
    brings(page, [person(n, stands("communication")) for n in range(8)])
    brings(page, [person(n, stands("co-existence")) for n in range(8)], "earlier")
    shown = looks_at(page, "ch01-continuum")
    expect(shown.get_by_role("heading", name="Two dates side by side")).to_be_visible()
    expect(shown.locator(".gp-dates svg")).to_have_count(2)
    page.reload()
    brings(page, [person(n, stands("communication")) for n in range(8)])
    # Seven have changed a note and one a mark: the picture would differ by this one.
    noted = [
        {name: (kind, {**one, "notes": {"problem": "x"}}) for name, (kind, one) in stands("communication").items()}
    ] * 7
    brings(page, [person(n, answers) for n, answers in enumerate([*noted, stands("collaboration")])], "earlier")
    looks_at(page, "ch01-continuum")
    expect(shown).to_contain_text("The earlier date isn’t shown")
    expect(shown.locator(".gp-dates")).to_have_count(0)


def test_notes_are_shown_only_of_those_who_agreed_and_only_of_enough(visit, address) -> None:
    page = opens(visit, address)
    note = {"ch01-take-back": ("reflection", {"notes": {"move": "Ring the school in Ōtara"}})}
    secret = {"ch01-take-back": ("reflection", {"notes": {"move": "For me alone"}})}
    brings(
        page, [*(person(n, note, notes_for_group=True) for n in range(4)), *(person(n, secret) for n in range(10, 16))]
    )
    shown = looks_at(page, "ch01-take-back")
    expect(shown.locator(".gp-notes")).to_have_count(0)
    brings(page, [person(n, note, notes_for_group=True) for n in range(20, 26)])
    expect(shown.locator(".gp-notes li")).to_have_count(10)
    expect(shown).not_to_contain_text("For me alone")


COHORT = tuple(WIDGETS / "cohort" / f"{name}.js" for name in ("min_group_size", "pooling", "persons", "names"))


def test_javascript_counts_and_splits_every_case_as_python_does() -> None:
    for name, call in (
        (
            "cases",
            "({ wording, people, order, min_group_size: least }) => pooledAnswers(wording, people, order, least)",
        ),
        ("splits", "({ groups, order, min_group_size: least }) => suppressSmallGroups(groups, order, least)"),
    ):
        cases = VECTORS[name]
        asked = [{**case, "wording": VECTORS["wordings"].get(case.get("wording"))} for case in cases]
        assert in_javascript(COHORT, call, asked) == [case["expected"] for case in cases], name


def test_names_typed_by_hand_are_one_as_in_python() -> None:
    rng = random.Random(2008)
    typed = ["Housing", "housing", " HOUSING ", "Front  line", "front line", "Ōtara", "ōtara", ""]
    asked = [{"names": rng.choices(typed, k=rng.randint(1, 12)), "known": ["front line"]} for _ in range(300)]
    found = in_javascript(COHORT, "({ names, known }) => namedAlike(names, known)", asked)
    assert found == [named_alike(one["names"], one["known"]) for one in asked]


def test_no_figure_and_no_difference_of_two_describes_fewer_than_the_minimum() -> None:
    """2,000 made-up groups: whoever is shown apart, and whoever is left when some of them are taken from the whole."""
    rng = random.Random(2008)
    order = ["front line", "manager", "head office", "community"]
    groups = [
        {
            "groups": rng.choices(["", *order, "kitchen"], [rng.random() for _ in range(6)], k=rng.randint(1, 40)),
            "min_group_size": rng.randint(2, 8),
        }
        for _ in range(2000)
    ]
    found = in_javascript(
        COHORT,
        f"({{ groups, min_group_size: least }}) => suppressSmallGroups(groups, {json.dumps(order)}, least)",
        groups,
    )
    split = 0
    for asked, shown in zip(groups, found, strict=True):
        if not shown:
            continue
        split += 1
        assert len(shown) == len(asked["groups"])
        sizes = [shown.count(name) for name in set(shown)]
        assert len(sizes) >= 2
        for many in range(1, len(sizes)):
            for some in itertools.combinations(sizes, many):
                assert min(sum(some), len(shown) - sum(some)) >= asked["min_group_size"]
        assert all(name in (given, "others") for name, given in zip(shown, asked["groups"], strict=True))
    assert split > 500


# --- Taken along


def test_pictures_and_counts_can_be_taken_along(visit, address, tmp_path: Path) -> None:
    page = opens(visit, address)
    brings(page, [person(n, stands(("communication", "=1+1", "co-operation")[n % 3])) for n in range(9)])
    looks_at(page, "ch01-continuum")

    def taken(button: str) -> bytes:
        with page.expect_download() as download:
            page.get_by_role("button", name=button).first.click()
        return download.value.path().read_bytes()

    drawing = taken("Download the drawing (SVG)").decode()
    assert drawing.startswith("<?xml") and "<title>1.1 How close do you need to be?</title>" in drawing
    assert taken("Download an image (PNG)").startswith(b"\x89PNG")
    rows = list(csv.reader(io.StringIO(taken("Download the counts (CSV)").decode("utf-8-sig"))))
    assert rows[0][:4] == ["Exercise", "What was asked", "Who", "People"]
    assert {row[2] for row in rows[1:]} == {"everybody"}


TOP_LEFT = """async (bytes) => {
  const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
  const sheet = new OffscreenCanvas(1, 1).getContext("2d");
  sheet.drawImage(image, 0, 0);
  return [...sheet.getImageData(0, 0, 1, 1).data];
}"""


def test_a_picture_is_dark_on_a_dark_page_and_white_where_it_is_taken_along(visit, address) -> None:
    page = opens(visit, address, color_scheme="dark")
    brings(page, SAMPLE)
    sheet = looks_at(page, "ch01-continuum").locator("svg").first.locator("rect").first
    dark = sheet.evaluate("(sheet) => getComputedStyle(sheet).fill")
    page.get_by_role("button", name="Light").click()
    assert sheet.evaluate("(sheet) => getComputedStyle(sheet).fill") != dark
    page.get_by_role("button", name="Dark").click()
    files = []
    for button in ("Download the drawing (SVG)", "Download an image (PNG)"):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).first.click()
        files.append(download.value.path().read_bytes())
    assert re.search(r'<rect [^>]*fill="#ffffff"', files[0].decode())
    assert page.evaluate(TOP_LEFT, list(files[1])) == [255, 255, 255, 255]


def test_a_thousand_workbooks_are_pooled_while_the_page_answers(visit, address) -> None:
    """However long it takes on this machine, the page is never stopped for most of it; `make bench` measures how long."""
    page = opens(visit, address)
    took, stop, _ = measure(page, [path.read_text("utf-8") for path in SAMPLE])
    expect(page.get_by_text("Workbooks included: 1000. Left out: 0.")).to_be_visible()
    expect(page.locator('[data-group="picture"] svg').first).to_be_visible()
    assert stop < took / 2


# --- As a person


def test_what_is_chosen_is_said_aloud(visit, address) -> None:
    page = opens(visit, address)
    brings(page, SAMPLE)
    shown = looks_at(page, "ch01-continuum")
    heard = shown.get_by_role("status").filter(has_text="30 people have answered. They differ most on")
    expect(heard).to_contain_text("1.1 How close do you need to be?")
    looks_at(page, "ch03-sorter")
    expect(shown.get_by_role("status").filter(has_text="3.1 Where would you put it?")).to_have_count(1)
    expect(shown.get_by_role("status").filter(has_text="1.1")).to_have_count(0)


def test_the_two_places_for_workbooks_are_told_apart_by_name(visit, address) -> None:
    page = opens(visit, address)
    for name in ("Import the workbooks", "Compare with answers from an earlier date"):
        place = page.get_by_role("group", name=name)
        expect(place.get_by_label("Workbook files: choose several")).to_have_count(1)
        expect(place.get_by_role("button", name="Import the codes")).to_have_count(1)


def test_by_keyboard_alone(visit, address) -> None:
    page = opens(visit, address)
    keys = page.keyboard
    codes = " ".join(
        workbook.to_code(workbook.from_text(person(n, stands("communication"))["buffer"])) for n in range(5)
    )

    tab_to(page, '[data-group="now"] textarea')
    keys.insert_text(codes)
    keys.press("Tab")
    keys.press("Enter")
    expect(page.get_by_text("Workbooks included: 5. Left out: 0.")).to_be_visible()
    tab_to(page, '[data-group="choose"] select')
    keys.press("1")
    expect(page.locator('[data-group="picture"] svg').first).to_be_visible()
    tab_to(page, '[data-group="picture"] summary')
    keys.press("Enter")
    expect(page.locator('[data-group="picture"] table').first).to_be_visible()


def test_a_file_says_whether_the_notes_are_for_the_group(visit, address) -> None:
    reader = visit()
    page = reader.open(address(SCENE))
    exercise(page, "ch01-take-back").get_by_role("textbox").first.fill("Ring the school")
    page.goto(address("book/my-workbook.html"))
    without, shared = page.get_by_label("Leave out my notes"), page.get_by_label("A facilitator may show my notes")

    def file() -> dict:
        with page.expect_download() as download:
            page.get_by_role("button", name="Download the workbook file").click()
        return workbook.from_text(download.value.path().read_bytes())

    assert "notes_for_group" not in file()
    shared.check()
    assert file()["notes_for_group"] is True
    without.check()
    expect(shared).not_to_be_checked()
    assert file()["answers"] == {} and "notes_for_group" not in file()
