"""An attack on the minimum group size through the page: seeded random walks, and an observer that reads all that is shown."""

from __future__ import annotations

import json
import os
import random
import re

import pytest

from joinedup import workbook
from joinedup.content.words import labels
from tests.helpers.group_picture import opens, person

pytestmark = pytest.mark.browser

TOGETHER = labels("group-picture", "")["together"]
WALKS = int(os.environ.get("JOINEDUP_WALKS", "4"))
STEPS = 14
SMALL = 3
ROLES = ["front line", "manager", "head office", "community", ""]
PLACES = ["co-existence", "communication", "co-operation", "co-ordination", "collaboration", "dont-know", "not-agreed"]
WORDS = ["true", "partly", "not-true", "dont-know"]
EXERCISES = ["ch01-continuum", "ch12-cos", "ch12-strengthen"]

WALK = """async (steps) => {
  const one = (selector) => document.querySelector(selector);
  const settle = () => new Promise((done) => setTimeout(done, 0));
  const picture = one('[data-group="picture"]');
  const saved = [];
  URL.createObjectURL = (blob) => (saved.push(blob), "#");
  HTMLAnchorElement.prototype.click = () => {};
  const choose = (control, value) => {
    control.value = value;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const drop = async (which, files) => {
    const dropped = new DataTransfer();
    for (const { name, text } of files) dropped.items.add(new File([text], name, { type: "application/json" }));
    const before = one(`[data-group="${which}"] .gp-said`).textContent;
    const area = one(`[data-group="${which}"] .gp-drop`);
    area.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
    for (let wait = 0; wait < 200; wait += 1) {
      await new Promise((done) => setTimeout(done, 2));
      if (one(`[data-group="${which}"] .gp-said`).textContent !== before) return;
    }
    throw new Error("the files did not come in");
  };
  const seen = [];
  for (const step of steps) {
    const selects = document.querySelectorAll('[data-group="choose"] select');
    if (step.act === "add") await drop(step.which, step.files);
    if (step.act === "remove") {
      const all = document.querySelectorAll('[data-group="now"] .gp-people button');
      if (all.length) all[step.number % all.length].click();
    }
    if (step.act === "look") choose(selects[0], step.exercise);
    if (step.act === "split") choose(selects[1], step.by);
    if (step.act === "size") choose(one('[data-group="choose"] input[type=number]'), String(step.size));
    if (step.act === "agree") one(".gp-waiting button")?.click();
    if (step.act === "clear") one('[data-group="now"] > button:last-of-type')?.click();
    await settle();
    saved.length = 0;
    for (const button of picture.querySelectorAll(".gp-figure > .jw-buttons button"))
      if (/CSV|SVG/.test(button.textContent)) button.click();
    seen.push({
      step: step.act,
      // What is shown stays when everybody is deleted, and nothing can be chosen any more.
      exercise: picture.querySelector("h3")?.textContent ?? "",
      size: Number(one('[data-group="choose"] input[type=number]').value),
      table: [...picture.querySelectorAll("table tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
      text: picture.innerText,
      drawn: [...picture.querySelectorAll("svg text")].map((node) => node.textContent.trim()),
      notes: [...picture.querySelectorAll(".gp-notes ul")].map((list) => list.children.length),
      gap: picture.querySelector(".gp-gap")?.textContent ?? "",
      exports: await Promise.all(saved.map((blob) => blob.text())),
    });
  }
  return seen;
}"""


def somebody(chance: random.Random, number: int) -> dict:
    """Return a file of somebody who answered some of it."""
    answers: dict = {}
    places = {
        item: chance.choices(PLACES, [1, 6, 3, 1, 1, 1, 1])[0] for item in ("now", "needed") if chance.random() < 0.8
    }
    if places:
        answers["ch01-continuum"] = ("continuum-slider", {"places": places})
    said = {
        item: chance.choices(WORDS, [5, 3, 1, 1])[0]
        for item in ("co-commission", "co-design", "co-deliver", "co-assess")
        if chance.random() < 0.7
    }
    if said:
        answers["ch12-cos"] = ("check", {"answers": said})
    if chance.random() < 0.6:
        answers["ch12-strengthen"] = ("reflection", {"notes": {"why": f"Note {number}"}})
    more = {"notes_for_group": True} if chance.random() < 0.7 else {}
    file = person(number, answers, role=chance.choice(ROLES), team=chance.choice(["North", "South", ""]), **more)
    book = {**workbook.from_text(file["buffer"]), "id": f"{chance.getrandbits(128):032x}"}
    return {"name": file["name"], "text": workbook.to_text(book)}


def walk(chance: random.Random) -> list[dict]:
    serial = iter(range(1000))

    def some(many: int) -> list[dict]:
        return [somebody(chance, next(serial)) for _ in range(many)]

    steps = [
        {"act": "add", "which": "now", "files": some(chance.randint(4, 22))},
        {"act": "look", "exercise": chance.choice(EXERCISES)},
    ]
    for _ in range(STEPS):
        act = chance.choice(
            ["add", "add", "remove", "look", "look", "split", "split", "size", "size", "agree", "clear"]
        )
        steps.append(
            {
                "act": act,
                "which": chance.choice(["now", "now", "now", "earlier"]),
                "files": some(chance.randint(1, 6)) if act == "add" else [],
                "number": chance.randint(0, 50),
                "exercise": chance.choice(EXERCISES),
                "by": chance.choice(["", "role", "team"]),
                "size": chance.choice([3, 4, 5, 5, 8, 100]),
            }
        )
    return steps


def numbers_of(row: list[str]) -> list[int]:
    return [int(cell) for cell in row[3:] if cell != "–"]


def judge(seen: list[dict]) -> int:
    """Fail where anything shown is of too few, or where what was shown before gives somebody away; count the pictures."""
    before: dict[tuple[str, str], list[str]] = {}
    splits: dict[str, set[str]] = {}
    pictures = 0
    for now in seen:
        if now["step"] == "agree":
            before = {key: row for key, row in before.items() if key[0] != now["exercise"]}
        rows = now["table"][1:]
        pictures += bool(rows)
        for line, who, people, *_ in rows:
            assert int(people) >= now["size"], (line, who, people)
        for row in rows:
            assert all(number == 0 or number >= SMALL for number in numbers_of(row)), row
            if row[1] == "everybody":  # whoever comes or goes, the picture of these people stays what it was
                # The table has a column for what is counted together only where some row of it has such answers.
                shown = {TOGETHER: "0", **dict(zip(now["table"][0], row, strict=True))}
                key = (now["exercise"], row[0])
                assert before.setdefault(key, shown) == shown, (before[key], shown)
        kinds = {"role" if row[1] in ROLES else "team" for row in rows if row[1] not in ("everybody", "others")}
        splits.setdefault(now["exercise"], set()).update(kinds)
        assert len(splits[now["exercise"]]) < 2
        assert all(many >= now["size"] for many in now["notes"])
        assert all(int(n) == 0 or int(n) >= SMALL for n in re.findall(r"\b\d+\b", now["gap"]))
        said = re.findall(r"(\d+) (?:say|‘|did not|are counted|people have)", now["text"])
        assert all(int(number) >= SMALL for number in said), now["text"]
        assert all(int(text) >= SMALL for text in now["drawn"] if text.isdigit())
        table = {cell for row in now["table"] for cell in row}
        for text in now["exports"]:
            if not text.startswith("<"):
                found = {cell.strip('"') for cell in text.replace("\ufeff", "").split("\r\n")[-2].rsplit(",", 4)[1:]}
                assert found <= table
    return pictures


def test_no_random_walk_through_the_page_finds_anything_of_fewer_than_the_minimum(visit, address) -> None:
    seed, pictures = int(os.environ.get("JOINEDUP_WALK_SEED", "2008")), 0
    page = opens(visit, address)
    for number in range(WALKS):
        steps = walk(random.Random(seed * 100_000 + number))
        try:
            pictures += judge(page.evaluate(WALK, steps))
        except AssertionError as error:
            told = [{key: one for key, one in step.items() if key != "files"} for step in steps]
            raise AssertionError(f"walk {number}: {error}\n{json.dumps(told)}") from error
        page.reload()
        page.locator('[data-group="picture"][data-ready]').wait_for(state="attached")
    print(f"{WALKS} walks, {pictures} pictures looked at")
    assert pictures > WALKS
