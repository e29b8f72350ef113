"""What a published site needs apart from its pages: its address, a card for links to it, a page for wrong addresses.

The address is `html.baseurl` in `_config.yml`, or the variable BOOK_URL. Without one, whatever has to name a whole
address is left out, and everything else works anywhere.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape

import vl_convert
from sphinx.application import Sphinx

from joinedup.rendering.palette import colours, device_scheme, for_every_browser, switched

from .book_name import book_name

CARD = "_static/card.png"
CARD_WIDTH = 1200
ICON_SIZES = (192, 512)
MANIFEST = {
    "lang": "en-NZ",
    "start_url": "index.html",
    "scope": "./",
    "display": "minimal-ui",
    "icons": [
        *({"src": f"_static/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in ICON_SIZES),
        {"src": "_static/favicon.svg", "sizes": "any", "type": "image/svg+xml"},
    ],
}


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _take_address)
    app.connect("html-page-context", _add_page_context)
    app.connect("html-collect-pages", _more_pages)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _take_address(app: Sphinx) -> None:
    """Take the address of the site from its settings, whole and with a slash at its end."""
    address = os.environ.get("BOOK_URL") or app.config.html_baseurl
    if address and urlsplit(address).scheme not in ("http", "https"):
        raise ValueError(f"The address of the book is '{address}'. Expected a whole one: https://example.org/book/")
    app.config.html_baseurl = address and f"{address.rstrip('/')}/"


def _add_page_context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    listed = pagename in app.env.found_docs  # the others are no pages that a search engine should send anybody to
    context["unlisted"] = not listed
    site = app.config.html_baseurl
    context["pageurl"] = urljoin(site, app.builder.get_target_uri(pagename)) if site and listed else ""
    context["colour"] = {name: switched(light, dark) for name, light, dark in colours()}
    context["scheme"] = for_every_browser(":root {\n  color-scheme: light dark;\n}\n") + device_scheme()
    context["theme_colour"] = next(light for name, light, _ in colours() if name == "cover")
    context["card"] = urljoin(site, CARD) if site else ""
    context["site_path"] = urlsplit(site).path if site else "/"


def _more_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    yield "404", {"title": "There is no such page"}, "404.html"
    yield "offline", {"title": "This page is not on your device"}, "offline.html"


def _write(app: Sphinx, error: Exception | None) -> None:
    if error is not None or app.builder.format != "html":
        return
    out, site = Path(app.outdir), app.config.html_baseurl
    shutil.copyfile(Path(app.srcdir) / "LICENSE", out / "LICENSE.txt")  # it asks to be kept with every copy
    title, light = app.config.html_title, {name: colour for name, colour, _ in colours()}
    named = {"name": title, "short_name": book_name(title)}
    coloured = {"theme_color": light["cover"], "background_color": light["page"]}
    manifest = json.dumps(named | MANIFEST | coloured, indent=1, ensure_ascii=False)
    (out / "manifest.webmanifest").write_text(manifest, encoding="utf-8")
    icon = (out / "_static" / "favicon.svg").read_text(encoding="utf-8")
    for size in ICON_SIZES:
        (out / "_static" / f"icon-{size}.png").write_bytes(vl_convert.svg_to_png(icon, scale=size / 32))
    if site:
        drawn = (Path(app.srcdir) / "book" / "_templates" / "card.svg").read_text(encoding="utf-8")
        (out / CARD).write_bytes(vl_convert.svg_to_png(_card(drawn, title, light)))
        _write_site_map(out, site, [app.builder.get_target_uri(page) for page in sorted(app.env.found_docs)])


def _card(drawn: str, title: str, light: dict[str, str]) -> str:
    """Put the book's name, a word or two to a line, and its colours into the drawing of the card."""
    lines = textwrap.wrap(book_name(title), 12)[:3] or [""]
    high = [395 - 125 * (len(lines) - 1 - place) for place in range(len(lines))]
    rows = (
        f'<text x="90" y="{y}" font-size="118" font-weight="bold">{escape(line)}</text>'
        for y, line in zip(high, lines, strict=True)
    )
    words = {"name": "\n".join(rows), "subtitle": escape(title.partition(":")[2].strip()), **light}
    return re.sub(r"\{\{ ([\w-]+) \}\}", lambda mark: words[mark[1]], drawn)


def _write_site_map(out: Path, site: str, pages: list[str]) -> None:
    """Write the list of pages that search engines read, and where they find it."""
    addresses = "".join(f"<url><loc>{escape(urljoin(site, page))}</loc></url>\n" for page in pages)
    text = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    (out / "sitemap.xml").write_text(f"{text}{addresses}</urlset>\n", encoding="utf-8")
    robots = f"User-agent: *\nAllow: /\nSitemap: {urljoin(site, 'sitemap.xml')}\n"
    (out / "robots.txt").write_text(robots, encoding="utf-8")
