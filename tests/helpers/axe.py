"""axe-core, asked about a page as it looks light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Page

from tests.proofs import axe_core

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.2 at level AA, and what axe-core holds to be good besides."""
COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that can come to another end in the dark, where nothing differs but colours."""
WHOLE = ["duplicate-id-aria", "heading-order", "landmark-unique"]
"""The rules that compare one part of a page with the others."""
LOOKS = tuple((scheme, width) for scheme in ("light", "dark") for width in (1280, 320))

UNFOLD = """() => {
  for (const fold of document.querySelectorAll("details")) {
    fold.removeAttribute("name");
    fold.open = true;
  }
}"""
"""Open all that is folded, also where opening one would close another."""

RUN = """([parts, rules]) => axe.run(parts ? { include: parts } : document, { ...rules, resultTypes: ["violations"] })
  .then(({ violations }) => violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, failureSummary }) =>
    `${id} (${help}): ${target.join(" ")} ${html.slice(0, 120)} ${failureSummary}`)))"""


def violations(page: Page, parts: Sequence[str] | None = None, looks: Sequence[tuple[str, int]] = LOOKS) -> list[str]:
    """Unfold a page, and give what axe-core finds wrong with it in any of its looks.

    Where only some parts have changed since the page was judged, name them: the rest is then only compared with them.
    """
    page.evaluate(UNFOLD)
    page.evaluate(axe_core())
    found = []
    if parts:
        found += _run(page, None, {"runOnly": WHOLE})
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        rules = {"runOnly": COLOUR if scheme == "dark" else TAGS}
        found += [f"{scheme}, {width} px: {one}" for one in _run(page, parts, rules)]
    return found


def _run(page: Page, parts: Sequence[str] | None, rules: dict[str, list[str]]) -> list[str]:
    return page.evaluate(RUN, [parts and list(parts), rules])
