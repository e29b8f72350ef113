"""What a published site needs besides its pages: addresses, a card, a site map, headers, and one file to carry it in."""

from __future__ import annotations

import re
import shutil
import struct
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from deploy.pack import pack
from joinedup_book.policy import POLICY
from tests.helpers.book import BOOK, LISTED, PAGES, ROOT
from tests.helpers.publishing import SITE, build
from tests.helpers.serving import serve

HEADERS = ROOT / "deploy" / "headers"


def test_with_an_address_every_page_names_its_own_and_has_a_card(published: Path) -> None:
    for path in PAGES:
        text = (published / path).read_text("utf-8")
        named = re.findall(r'<link rel="canonical" href="([^"]*)">', text)
        assert named == ([SITE + path] if path in LISTED else [])
        assert ('content="noindex"' in text) == (path not in LISTED)
        if path in LISTED:
            assert f'<meta property="og:image" content="{SITE}_static/card.png">' in text
    width, height = struct.unpack(">II", (published / "_static/card.png").read_bytes()[16:24])
    assert (width, height) == (1200, 630)


def test_with_an_address_there_is_a_site_map_of_every_page(published: Path) -> None:
    found = ElementTree.parse(published / "sitemap.xml").iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    assert {one.text for one in found} == {SITE + path for path in LISTED}
    assert f"Sitemap: {SITE}sitemap.xml" in (published / "robots.txt").read_text("utf-8")


def test_the_page_for_wrong_addresses_leads_back_into_the_book(published: Path) -> None:
    assert '<a href="/learning/better-connected/">' in (published / "404.html").read_text("utf-8")
    assert '<a href="/">' in (BOOK / "404.html").read_text("utf-8")


def test_the_licence_goes_with_every_copy() -> None:
    assert (BOOK / "LICENSE.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_an_address_that_is_none_is_said(tmp_path: Path) -> None:
    done = build(tmp_path, BOOK_URL="example.org/book")
    assert done.returncode != 0
    assert "Expected a whole one: https://example.org/book/" in done.stdout + done.stderr


def test_without_an_address_nothing_names_one() -> None:
    for path in PAGES:
        text = (BOOK / path).read_text("utf-8")
        assert "canonical" not in text and "og:image" not in text
        assert path not in LISTED or '<meta name="description" content="' in text, path
        assert path not in LISTED or '<meta property="og:title" content="' in text
    assert not (BOOK / "sitemap.xml").exists()


def test_every_page_says_in_a_line_of_its_own_what_it_is() -> None:
    found = {}
    for path in LISTED:
        text = (BOOK / path).read_text("utf-8")
        said = re.search(r'<meta name="description" content="([^"]*)">', text)[1]
        assert 40 <= len(said) <= 165 and "<" not in said and "&lt;" not in said, path
        found[said] = path
    assert len(found) == len(LISTED)


@pytest.mark.parametrize(
    "name", ["_headers", "nginx.conf", "apache.htaccess", "web.config", "staticwebapp.config.json"]
)
def test_the_example_headers_hold_the_policy_of_the_pages(name: str) -> None:
    text = (HEADERS / name).read_text("utf-8")
    assert f"{POLICY}; frame-ancestors 'self'" in text
    for header in ("nosniff", "no-referrer", "camera=(), microphone=(), geolocation=()", "same-origin", "no-cache"):
        assert header in text, header


def test_the_packed_book_is_the_same_every_time_and_works_once_it_is_unpacked(visit, tmp_path: Path) -> None:
    packed = tmp_path / "better-connected.zip"
    size = pack(BOOK, packed, "Better <Connected>")
    first = packed.read_bytes()
    assert size == len(first) < 4e6
    pack(BOOK, packed, "Better <Connected>")
    assert packed.read_bytes() == first
    unpacked = tmp_path / "A shared drive" / "better connected"
    with ZipFile(packed) as archive:
        archive.extractall(unpacked)
    assert "Unpack this file first" in (unpacked / "READ ME FIRST.txt").read_text("utf-8")
    page = visit().open((unpacked / "index.html").as_uri())
    page.wait_for_url("**/book/intro.html")
    page.get_by_role("main").get_by_role("link", name="Setting the scene").first.click()
    expect(page.locator("[data-joinedup]").first).to_have_attribute("data-ready", "true")


def test_the_packed_book_lists_its_files_for_a_learning_management_system(tmp_path: Path) -> None:
    packed = tmp_path / "book.zip"
    pack(BOOK, packed, "Better <Connected>")
    with ZipFile(packed) as archive:
        manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
        names = set(archive.namelist())
    space = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
    assert {one.get("href") for one in manifest.iter(f"{space}file")} == names - {
        "imsmanifest.xml",
        "READ ME FIRST.txt",
    }
    assert manifest.find(f".//{space}title").text == "Better <Connected>"
    assert manifest.find(f".//{space}resource").get("href") == "index.html"


def test_no_book_to_pack_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="Build it first, with 'make book'"):
        pack(tmp_path, tmp_path / "book.zip", "Book")


def test_nothing_of_the_theme_travels_that_no_page_asks_for() -> None:
    naming = [*BOOK.rglob("*.html"), BOOK / "manifest.webmanifest"]
    named = "".join(path.read_text("utf-8") for path in naming)
    files = [path.relative_to(BOOK).as_posix() for path in (BOOK / "_static").rglob("*") if path.is_file()]
    assert [path for path in files if path not in named] == []


def test_the_book_works_in_any_folder_of_a_host(visit, tmp_path: Path) -> None:
    shutil.copytree(BOOK, tmp_path / "some" / "where else")
    with serve(tmp_path) as address:
        reader = visit()
        for path in ("index.html", "notebooks/03_getting_together.html", "book/group-picture.html", "search.html"):
            page = reader.open(f"{address}some/where%20else/{path}")
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            exercises = page.locator("[data-joinedup]").count()
            expect(page.locator('[data-joinedup][data-ready="true"]')).to_have_count(exercises)
