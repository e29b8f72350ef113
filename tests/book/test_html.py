"""Every page is valid HTML by the Nu checker, what scripts make of it included, and no link within the site is broken."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.helpers.book import BOOK, LISTED, ONE_SHEET_OF_EACH, PAGES
from tests.proofs import nu_checker

HERE = "http://here.invalid/"
OF_THE_POLICY = re.compile(r"^(Resource|Inline script) violates Content Security Policy \(meta tag\)")
"""To the checker, which reads files, no file is the page's own, and data in a page is a script. A browser knows better,
and complains in the console where something is against the policy: see the tests of every page."""


def judge(*pages: Path) -> list[str]:
    """Return what the Nu checker finds wrong with some files."""
    command = [*nu_checker(), "--format", "json", "--stdout", "--exit-zero-always", *map(str, pages)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout
    return [
        f"{Path(one.get('url', '')).name} line {one.get('lastLine')}: {one['message']}"
        for one in json.loads(said)["messages"]
        if (one["type"] == "error" or one.get("subType") == "warning") and not OF_THE_POLICY.match(one["message"])
    ]


def test_every_page_as_it_is_built() -> None:
    assert judge(*(BOOK / path for path in ("index.html", *PAGES))) == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text((BOOK / "book/privacy.html").read_text("utf-8").replace("<main", '<main id="main"'), "utf-8")
    assert any("Duplicate attribute" in one for one in judge(page))


@pytest.mark.browser
def test_every_page_as_scripts_leave_it(visit, address, tmp_path: Path) -> None:
    """Scripts leave the whole book as they leave its pages, and sheets of a kind alike."""
    reader = visit()
    pages = []
    for path in (*LISTED, *ONE_SHEET_OF_EACH, "search.html#q=fatigue", "offline.html", "404.html"):
        page = reader.open(address(path))
        for exercise in page.locator("[data-joinedup]").all():
            exercise.locator("xpath=self::*[@data-ready='true']").wait_for(state="attached")
        pages.append(tmp_path / path.partition("#")[0].replace("/", "-"))
        pages[-1].write_text(f"<!DOCTYPE html>\n{page.locator('html').evaluate('(root) => root.outerHTML')}", "utf-8")
        page.close()
    assert judge(*pages) == []


class Links(HTMLParser):
    """The addresses that a page names, and the ids it has."""

    def __init__(self, text: str):
        super().__init__()
        self.named: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in ("href", "src") and value and tag != "use":
                self.named.append(value)
            if name == "id" and value:
                self.ids.add(value)


def broken(pages: dict[str, Links]) -> Iterator[str]:
    """Return each link within the site that leads nowhere."""
    for path, links in pages.items():
        for named in links.named:
            target = urlsplit(urljoin(HERE + path, named))
            if target.netloc != urlsplit(HERE).netloc or target.scheme == "data":
                continue
            file = unquote(target.path.lstrip("/")) or "index.html"
            if not (BOOK / file).is_file():
                yield f"{path} names {named}, which is not there"
            elif target.fragment and file in pages and unquote(target.fragment) not in pages[file].ids:
                yield f"{path} names {named}: {file} has no such part"


def test_no_link_within_the_site_is_broken() -> None:
    pages = {path: Links((BOOK / path).read_text("utf-8")) for path in ("index.html", *PAGES)}
    assert sum(len(links.named) for links in pages.values()) > 1000
    assert list(broken(pages)) == []


def test_a_broken_link_is_found() -> None:
    page = Links('<a href="privacy.html#nowhere">x</a><img src="gone.png"><a href="privacy.html#main" id="here">y</a>')
    pages = {"book/privacy.html": Links((BOOK / "book/privacy.html").read_text("utf-8")), "book/x.html": page}
    assert [re.split("[,:]", one)[0] for one in broken(pages)] == [
        "book/x.html names privacy.html#nowhere",
        "book/x.html names gone.png",
    ]
