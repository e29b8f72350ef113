"""The command `joinedup`: what people who change the workbook ask of it."""

from __future__ import annotations

import argparse
import io
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .new import command

# What reads notebooks would build forty grammars for web addresses first: a second or more that no notebook needs.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status.

    Parameters
    ----------
    arguments : list of str, optional
        What follows the command's name; what was typed unless given.
    """
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):  # a console may have no macrons
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if options.command == "check":
        from .check.command import check

        return check(Path.cwd())
    if options.command == "build":
        from .building import build

        return build(Path.cwd())
    if options.command == "new":
        return command.run(options, Path.cwd())
    if options.command == "graph":
        from .graph.command import run

        return run(Path.cwd(), picture=options.picture)
    if options.command == "sample-workshop":
        return _make_sample()
    return _execute(options.notebooks or sorted(Path("notebooks").glob("*.ipynb")))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="joinedup", description="Check the workbook and add to it. Run these commands in the workbook's folder."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    command.add_to(commands)
    commands.add_parser("check", help="say in seconds whether tables, notebooks, contents and licences are in order")
    commands.add_parser("build", help="build the book and say which file to open")
    execute = commands.add_parser("execute", help="run notebooks and store them as they will be published")
    execute.add_argument("notebooks", nargs="*", type=Path, help="which ones; all of notebooks/ if none is named")
    graph = commands.add_parser(
        "graph", help="print which folder of the code imports from which, and what is wrong with it"
    )
    graph.add_argument("--picture", action="store_true", help="print it as a Mermaid flowchart, for CONTRIBUTING.md")
    commands.add_parser("sample-workshop", help="make the made-up workbooks of data/sample_workshop from its tables")
    return parser


def _make_sample() -> int:
    from joinedup.errors import JoinedUpError

    from .sample_workshop import write

    try:
        many = len(write())
    except JoinedUpError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Wrote {many} made-up workbooks. Run 'make notebooks' to redraw their pictures.")
    return 0


def _execute(paths: list[Path]) -> int:
    from nbclient.exceptions import CellExecutionError

    from joinedup.content.notebooks import execute

    failed = 0
    with ThreadPoolExecutor(2) as pool:
        for path, run in [(path, pool.submit(execute, path)) for path in paths]:
            try:
                run.result()
                print(f"{path}: run and stored")
            except CellExecutionError as error:
                failed += 1
                print(f"{path}: not changed, because a cell failed with {error.ename}: {error.evalue}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
