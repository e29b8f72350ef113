"""What readers load is smaller than what people wrote, and does the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from joinedup_book.smaller import smaller
from tests.helpers.book import BOOK, ROOT

from .helpers.javascript import NODE

NOT_OURS = ("vega.js", "search.js")
STYLES = sorted(path for folder in ("book", "widgets") for path in (ROOT / folder).rglob("*.css"))
RULES = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css.replace(/@import[^;]*;/g, ""));
  return [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s*,\\s*/g, ","));  // within a variable it stays as written
}"""


@pytest.mark.browser
def test_a_smaller_style_sheet_says_the_same(browser: Browser) -> None:
    page = browser.new_page()
    for path in STYLES:
        text = path.read_text("utf-8")
        said = page.evaluate(RULES, text)
        assert said and said == page.evaluate(RULES, smaller("x.css", text)), path
    page.close()


def test_every_script_of_the_built_book_can_be_read(tmp_path: Path) -> None:
    scripts = [path for path in (BOOK / "_static").glob("*.js") if path.name not in NOT_OURS]
    assert {"joinedup.js", "joinedup-line.js", "my-workbook.js", "group-picture.js", "page.js"} <= {
        s.name for s in scripts
    }
    for path in (*scripts, BOOK / "service-worker.js"):
        assert subprocess.run([NODE, "--check", path], capture_output=True, text=True).stderr == "", path.name
        assert not [line for line in path.read_text("utf-8").splitlines() if line.startswith(("//", " * ", "  "))], path


def test_a_licence_stays_and_a_comment_goes() -> None:
    script = "/*! Licence: MIT */\n// why\nconst a = `x  // no comment`;\nconst b = /[/]\\/\\/'/.test(a);\n"
    made = smaller("a.js", script)
    assert "/*! Licence: MIT */" in made and "// why" not in made
    assert "`x  // no comment`" in made and "/[/]\\/\\/'/" in made
    style = "/*! MIT */\na:hover,\nb :is(c, d) {\n  /* why */\n  color: red;\n}\n"
    assert smaller("a.css", style) == "/*! MIT */\na:hover,b :is(c, d){color:red}\n"
    assert smaller("favicon.svg", "<svg> </svg>") == "<svg> </svg>"


def test_what_others_wrote_is_left_as_it_is() -> None:
    text = (BOOK / "_static" / "vega.js").read_text("utf-8")
    kept = next((BOOK.parent).rglob("vega-*.js"), None) or next((BOOK.parent / "next").rglob("vega-*.js"))
    assert text == kept.read_text("utf-8")


def test_a_template_inside_another_is_refused() -> None:
    """The minifier would take the spaces out of it: "# My workbook" came out as "#My workbook"."""
    with pytest.raises(ValueError, match="template literal inside another"):
        smaller("some.js", "const text = `${[`# ${title}`, more].join()}`;\n")
    assert "`a ${one} b`, `c ${two} d`" in smaller("some.js", "const both = [`a ${one} b`, `c ${two} d`];\n").replace(
        ",`", ", `"
    )
