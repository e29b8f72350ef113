"""A wide picture that somebody puts into a page stays within it."""

from __future__ import annotations

import pytest

from tests.helpers.doing_exercises import SCENE

pytestmark = pytest.mark.browser

WIDE = """place => {
  const image = new Image(2400, 1200);
  image.alt = "wide";
  image.src = "data:image/svg+xml," + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1200"><rect width="2400" height="1200"/></svg>');
  const holders = {
    paragraph: () => document.createElement("p"),
    figure: () => Object.assign(document.createElement("figure"), { className: "align-default" }),
    cell: () => document.querySelector("main table td"),
    link: () => document.createElement("a"),
  };
  const holder = holders[place]();
  if (!holder.isConnected) document.querySelector("main section").append(holder);
  holder.append(image);
  return image.decode().then(() => {
    const box = image.getBoundingClientRect();
    return [box.width / box.height, document.documentElement.scrollWidth - innerWidth, box.width];
  });
}"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("place", ["paragraph", "figure", "link", "cell"])
def test_a_wide_picture_stays_within_its_page(visit, address, width: int, place: str) -> None:
    page = visit(viewport={"width": width, "height": 900}).open(
        address("book/how-to-use.html" if place == "cell" else SCENE)
    )
    ratio, over, wide = page.evaluate(WIDE, place)
    assert over <= 0 and wide <= width
    assert ratio == pytest.approx(2, rel=0.01)
