"""A Firefox with a profile on disk, spoken to in WebDriver BiDi, which it knows without a driver."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import threading
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import websocket

NAMES = ("firefox-esr", "firefox")
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


def firefox_path() -> str:
    """Find Firefox; its absence is a failure, never a reason to skip."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail("No Firefox here. 'make test' installs it; by hand: apt-get install firefox-esr.")
    return path


class Firefox:
    """One run of the browser with one tab.

    Parameters
    ----------
    profile : Path
        The folder of its profile.
    """

    def __init__(self, profile: Path):
        command = [
            firefox_path(),
            "--headless",
            "--no-remote",
            "--profile",
            str(profile),
            "--remote-debugging-port",
            "0",
        ]
        self.process = subprocess.Popen(
            command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, start_new_session=True
        )
        assert self.process.stderr is not None
        address = next(found[1] for line in self.process.stderr if (found := LISTENING.search(line)))
        self.reading = threading.Thread(target=self.process.stderr.read, daemon=True)
        self.reading.start()
        self.socket = websocket.create_connection(f"{address}/session", suppress_origin=True)
        self.numbers = count(1)
        self.ask("session.new", capabilities={})
        self.tab = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            said = json.loads(self.socket.recv())
            if said.get("id") == number:
                assert said["type"] == "success", said
                return said["result"]

    def goto(self, url: str) -> None:
        self.ask("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def evaluate(self, function: str, given: Any = None) -> Any:
        """Return what a function of JavaScript gives, as JSON can hold it."""
        call = f"(async () => JSON.stringify((await ({function})({json.dumps(given)})) ?? null))()"
        done = self.ask("script.evaluate", expression=call, target={"context": self.tab}, awaitPromise=True)
        assert done["type"] == "success", done
        return json.loads(done["result"]["value"])

    def kill(self) -> None:
        """End the whole browser, with nothing left to do for it."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.socket.close()
        self.reading.join()
        self.process.stderr.close()
