"""Whatever a host answers, only the book's own bytes are kept, and what was kept wrongly heals on the next visit."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from joinedup_book.offline import setup as offline
from tests.helpers.javascript import NODE

HOSTILE = int(os.environ.get("HOSTILE_ANSWERS", "100"))
SCRIPT = Path(offline.__file__).with_name("service-worker.js").read_text("utf-8")
RUN = Path(__file__).parent / "helpers" / "service_worker.mjs"
FILES = {
    "index.html": "<p>The first page</p>",
    "offline.html": "<p>Not here</p>",
    "chapter.html": "<p>A chapter</p><script src='_static/joinedup.js'></script>",
    "_static/joinedup.js": "startExercises();",
}
DIGESTS = {path: hashlib.sha256(body.encode()).hexdigest() for path, body in FILES.items()}
BOOK = {
    "version": "1", "files": DIGESTS, "fixed": ["_static/joinedup.js"], "shell": ["index.html", "offline.html"], "size": "1 MB",
}  # fmt: skip
SCRIPT_AT = f"_static/joinedup.js?v={DIGESTS['_static/joinedup.js'][:10]}"
PLACES = {**{path: path for path in FILES}, "_static/joinedup.js": SCRIPT_AT}
WELL = {path: {"body": body} for path, body in FILES.items()}
SIGN_IN = {"body": "<title>Sign in</title>", "type": "text/html", "redirected": "https://sign-in.example/"}
INSTALLED = {"ask": "install", "hosts": WELL}
OFF = {path: {"gone": True} for path in (*FILES, "chapter")}


def visits(*made: dict[str, Any]) -> list[dict[str, Any]]:
    """Let a service worker run through some visits; return what each showed, and what was kept after it."""
    asked = json.dumps({"script": SCRIPT, "book": BOOK, "visits": made})
    done = subprocess.run([NODE, "--no-warnings", RUN], input=asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for one in found:
        wrong = {place: body for place, body in one["kept"].items() if body not in (*FILES.values(), "")}
        assert wrong == {}, "something else than the book is kept"
    return found


@pytest.mark.parametrize("path", ["chapter.html", "_static/joinedup.js"])
@pytest.mark.parametrize(
    "answer",
    [
        SIGN_IN,
        {"body": "<title>Sign in</title>", "type": "text/html"},
        {"body": "anOlderScript();"},
        {"body": "", "status": 204},
        {"body": "Server error", "status": 500},
    ],
)
def test_what_is_not_the_books_is_not_kept_and_the_next_visit_heals(path: str, answer: dict[str, Any]) -> None:
    at, spoilt = PLACES[path], {**WELL, path: answer}
    _, first, second, last = visits(
        INSTALLED, {"ask": at, "hosts": spoilt}, {"ask": at, "hosts": WELL}, {"ask": at, "hosts": OFF}
    )
    assert at not in first["kept"]
    assert second["body"] == FILES[path] and at in second["kept"]
    assert last["body"] == FILES[path], "and from then on it's there without a connection"


@pytest.mark.parametrize("path", ["chapter.html", "_static/joinedup.js"])
def test_what_an_earlier_edition_kept_wrongly_is_thrown_away(path: str) -> None:
    """The check of `visits` holds only after the visit: the wrong body is put there just before it."""
    at = PLACES[path]
    seed = {at: {"body": "<title>Sign in</title>"}}
    _, healed = visits(INSTALLED, {"ask": at, "hosts": WELL, "seed": seed})
    assert healed["body"] == FILES[path] and healed["kept"][at] == FILES[path]
    _, off = visits(INSTALLED, {"ask": at, "hosts": OFF, "seed": seed})
    assert "Sign in" not in off.get("body", "") and at not in off["kept"]


def test_a_host_that_strips_html_is_no_hindrance() -> None:
    stripping = {
        **WELL,
        "chapter.html": {"body": FILES["chapter.html"], "redirected": "https://host.example/book/chapter"},
    }
    stripping["chapter"] = {"body": FILES["chapter.html"]}
    _, _, whole, off = visits(
        INSTALLED, {"ask": "chapter", "hosts": stripping}, {"ask": "whole", "hosts": stripping}, {"ask": "chapter", "hosts": OFF}
    )  # fmt: skip
    assert whole["told"]["whole"] and "chapter.html" in whole["kept"]
    assert off["body"] == FILES["chapter.html"]


def test_no_browser_fetches_pages_before_it_asks() -> None:
    """Where it does, Firefox shows its own error page without a connection, though the page asked for is kept."""
    _, active, _, off = visits(
        INSTALLED, {"ask": "activate", "hosts": WELL}, {"ask": "chapter.html", "hosts": WELL}, {"ask": "chapter.html", "hosts": OFF}
    )  # fmt: skip
    assert active["done"] == "fulfilled" and active["preloads"] is False
    assert off["body"] == FILES["chapter.html"]


def test_a_script_said_to_be_something_else_is_given_its_type() -> None:
    wrong = {**WELL, "_static/joinedup.js": {"body": FILES["_static/joinedup.js"], "type": "text/plain"}}
    _, shown = visits(INSTALLED, {"ask": SCRIPT_AT, "hosts": wrong})
    assert shown["type"].startswith("text/javascript")


def test_the_whole_book_is_not_said_to_be_saved_if_one_page_of_it_is_not() -> None:
    _, spoilt, well = visits(
        INSTALLED, {"ask": "whole", "hosts": {**WELL, "chapter.html": SIGN_IN}}, {"ask": "whole", "hosts": WELL}
    )
    assert spoilt["told"]["failed"] and not spoilt["told"]["whole"]
    assert well["told"]["whole"] and not well["told"]["failed"]


def test_a_newer_page_than_the_list_knows_is_shown_and_its_scripts_come_from_the_network() -> None:
    newer = {**WELL, "chapter.html": {"body": "newer"}, "_static/joinedup.js": {"body": "newerScript();"}}
    _, page, script = visits(
        INSTALLED, {"ask": "chapter.html", "hosts": newer}, {"ask": "_static/joinedup.js?v=0123456789", "hosts": newer}
    )
    assert (page["body"], script["body"]) == ("newer", "newerScript();")


def test_a_hundred_hostile_answers_leave_nothing_behind() -> None:
    dice = random.Random(20)
    made = [INSTALLED]
    asked = []
    for _ in range(HOSTILE):
        path = dice.choice(list(FILES))
        right = FILES[path]
        cut = dice.randrange(len(right))
        body = dice.choice(
            [right[:cut], right + " ", right.upper(), right[cut:] + right[:cut], SIGN_IN["body"], "", "\ufeff" + right]
        )
        answer = {
            "body": body,
            "status": dice.choice([200, 200, 200, 203, 404, 500, 503]),
            "type": dice.choice(["", "text/html", "text/plain", "application/json"]),
            "redirected": dice.choice(["", "", "https://sign-in.example/", "https://host.example/other/"]),
        }
        made += [{"ask": PLACES[path], "hosts": {**WELL, path: answer}}, {"ask": PLACES[path], "hosts": WELL}]
        asked.append(path)
    found = visits(*made)
    for path, healed in zip(asked, found[2::2], strict=True):
        assert healed["body"] == FILES[path]
