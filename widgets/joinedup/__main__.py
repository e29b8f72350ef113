"""The commands of the workbook: `python -m joinedup check` and `python -m joinedup execute`."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run one command; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m joinedup", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="say in seconds whether tables, notebooks and contents are in order")
    execute = commands.add_parser("execute", help="run notebooks and store them as they will be published")
    execute.add_argument("notebooks", nargs="*", type=Path, help="all of notebooks/ unless given")
    options = parser.parse_args(arguments)
    if options.command == "check":
        from .check import check

        return check(Path.cwd())
    return _execute(options.notebooks or sorted(Path("notebooks").glob("*.ipynb")))


def _execute(paths: list[Path]) -> int:
    from .notebooks import execute

    with ThreadPoolExecutor(2) as pool:
        for path, _ in zip(paths, pool.map(execute, paths), strict=True):
            print(f"{path}: run and stored")
    return 0


if __name__ == "__main__":
    sys.exit(main())
