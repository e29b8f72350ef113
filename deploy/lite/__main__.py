"""Build the live part of the book: `make lite`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from deploy.lite.fetching import FetchError
from deploy.lite.site import build
from deploy.lite.wheels import WheelError

ROOT = Path(__file__).parent.parent.parent
TO = ROOT / "_build" / "lite"

if __name__ == "__main__":
    try:
        size = build(ROOT, ROOT / ".venv" / "lite", TO)
    except (FetchError, WheelError) as error:
        sys.exit(str(error))
    except subprocess.CalledProcessError as error:
        sys.exit(f"JupyterLite could not be built:\n{error.stderr or error.stdout}")
    (TO.parent / "lite.json").write_text(json.dumps({"size": f"{size / 1e6:.0f} MB"}), encoding="utf-8")
    print(f"The live part is built, {size / 1e6:.1f} MB to load.")
