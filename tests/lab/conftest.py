"""A real JupyterLab, without the internet, and somebody with a notebook open in it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.helpers.book import ROOT
from tests.helpers.lab import ELSEWHERE, PATIENCE, Lab, Person, answers


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Run a server that neither reads nor writes anything of the person who runs the tests."""
    home = tmp_path_factory.mktemp("home")
    folder = tmp_path_factory.mktemp("workbooks")
    news = home / "config/lab/user-settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings"
    news.parent.mkdir(parents=True)
    news.write_text('{"fetchNews": "false", "checkForUpdates": false}')
    own = {f"JUPYTER_{kind.upper()}_DIR": str(home / kind) for kind in ("config", "data", "runtime")}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [
        "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=",
        f"--config={ROOT / 'jupyter_server_config.py'}", "--ServerApp.password=", "--allow-root", f"--notebook-dir={folder}",
    ]  # fmt: skip
    with (
        (home / "log.txt").open("w+") as log,
        subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            env=os.environ | own | {"HOME": str(home)},
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        try:
            found = Lab(f"http://127.0.0.1:{port}", folder)
            if not answers(f"{found.address}/api/status", server):
                pytest.fail(f"JupyterLab did not start:\n{(home / 'log.txt').read_text()}")
            yield found
        finally:
            server.terminate()  # it ends its kernels first
            try:
                server.wait(60)
            except subprocess.TimeoutExpired:
                server.kill()


@pytest.fixture
def person(request: pytest.FixtureRequest, lab: Lab, browser: Browser) -> Iterator[Person]:
    """Give somebody a copy of the workbook, and a browser that reports every request to somewhere else."""
    for part in ("notebooks", "data"):
        shutil.copytree(ROOT / part, lab.folder / request.node.name / part)
    away: list[str] = []
    with browser.new_context(viewport={"width": 1300, "height": 900}, service_workers="block") as context:
        context.on("request", lambda asked: away.append(asked.url) if ELSEWHERE.match(asked.url) else None)
        page = context.new_page()
        page.on("websocket", lambda asked: away.append(asked.url) if ELSEWHERE.match(asked.url) else None)
        page.set_default_timeout(PATIENCE)
        yield Person(page, lab, request.node.name)
    assert away == [], "JupyterLab asked another host"
