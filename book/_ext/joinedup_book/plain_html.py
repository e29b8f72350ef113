"""HTML that everybody's browser understands, instead of what the tools below Jupyter Book write in three places."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

CODE = re.compile(r'(?<=<div class="highlight"><pre>).*?(?=</pre>)', re.DOTALL)
MARK = re.compile(r"</?span[^>]*>")
SCROLLER = '<div class="pst-scrollable-table-container"'


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_node(HideCodeCellNode, override=True, html=(_open_folded_code, _close_folded_code))
    app.add_node(nodes.citation, override=True, html=(_open_work, _close_work))
    app.connect("doctree-resolved", _leave_out_thebe, priority=900)
    app.connect("html-page-context", _plain_code)
    app.add_node(nodes.table, override=True, html=(_open_table, _close_table))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _open_folded_code(self: HTML5Translator, node: nodes.Element) -> None:
    """Name the fold with the words that are seen on it: MyST-NB gives it another name, and paragraphs inside."""
    show, hide = escape(node["prompt_show"]), escape(node["prompt_hide"])
    self.body.append(
        f'<details class="hide {" ".join(node["classes"])}">\n<summary>'
        f'<span class="collapsed">{show}</span><span class="expanded">{hide}</span></summary>\n'
    )


def _close_folded_code(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</details>\n")


def _plain_code(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Take the marks for colouring out of code, which no page colours."""
    if "body" in context:
        context["body"] = CODE.sub(lambda code: MARK.sub("", code.group()), context["body"])


def _open_table(self: HTML5Translator, node: nodes.table) -> None:
    """Let a keyboard reach a table, and name it, so that it can be scrolled.

    Any table may have to scroll sideways on a phone: that depends on the letters a reader has.
    """
    at = len(self.body)
    type(self).visit_table(self, node)
    named = f'{SCROLLER} tabindex="0" role="group" aria-label="{escape(_name_of(node))}"'
    self.body[at:] = [part.replace(SCROLLER, named) for part in self.body[at:]]


def _name_of(table: nodes.table) -> str:
    """Return the names of a table's columns, or without any the heading above it."""
    head = next(table.findall(nodes.thead), None)
    names = [entry.astext() for entry in head.findall(nodes.entry)] if head else []
    above: nodes.Element | None = table
    while not any(names) and above is not None:
        names = [title.astext() for title in above.children if isinstance(title, nodes.title)]
        above = above.parent
    return ", ".join(filter(None, names))


def _close_table(self: HTML5Translator, node: nodes.table) -> None:
    type(self).depart_table(self, node)


def _is_work(node: nodes.Node | None) -> bool:
    return isinstance(node, nodes.citation)


def _open_work(self: HTML5Translator, node: nodes.Element) -> None:
    """Begin an item of a list of works without the role docutils adds, which has been withdrawn."""
    if not _is_work(node.previous_sibling()):
        self.body.append('<ul class="works">\n')
    self.body.append(self.starttag(node, "li", CLASS="citation"))


def _close_work(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</li>\n")
    if not _is_work(node.next_node(descend=False, siblings=True)):
        self.body.append("</ul>\n")


def _leave_out_thebe(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take out the scripts that Jupyter Book puts into every page for a service this book does not use."""
    for script in list(doctree.findall(nodes.raw)):
        if re.match(r"\s*<script[^>]*>\s*(kernelName|\{\s*requestKernel)", script.astext()):
            script.parent.remove(script)
