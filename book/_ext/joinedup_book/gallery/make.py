"""Make an exercise of each kind from a small example, in a copy of the tables that has the example's rows as well."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import yaml

from joinedup.content.exercise_table import exercise_rows, options
from joinedup.content.tables import as_written, data_folder
from joinedup.errors import ConfigurationError
from joinedup.exercises.base.exercise import Exercise
from joinedup.exercises.registry import KINDS

EXAMPLES = Path(__file__).parent / "examples"
SHARED = ("exercises", "questions", "prompts")
"""Tables that every exercise has rows in: an example adds to them. Its other tables are its own."""
FEW = 3
"""How many rows of one of the book's own tables are shown."""
ENCODING = "utf-8-sig"
OURS = "ours"
"""What is in the cells of a shared table that an example leaves out: where it comes from, for one."""


@dataclass(frozen=True)
class Example:
    """What the gallery shows of a kind.

    Attributes
    ----------
    kind : str
        The kind's name in the registry.
    name, use : str
        What people call it, and what it is good for in a sentence or two.
    code : str
        The line that makes it.
    tables : dict of str to DataFrame
        The rows it is made from, by the name of their table.
    """

    kind: str
    name: str
    use: str
    code: str
    tables: Mapping[str, pd.DataFrame]


def examples(root: Path) -> Iterator[tuple[Example, Exercise]]:
    """Return, for each kind of the registry, its example and the exercise that comes of it.

    Parameters
    ----------
    root : Path
        The folder of the book, whose words the exercises use.
    """
    with chdir(root):
        shown = [example(kind) for kind in sorted(KINDS)]
    with _copy_of_tables(root, shown):
        for one in shown:
            yield one, make(one.code)


def example(kind: str) -> Example:
    """Read the example of a kind; of a kind without one, say so and return the first exercise of the book's own."""
    path = EXAMPLES / f"{kind}.yaml"
    if not path.is_file():
        return _from_the_book(kind)
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    tables = {name: _frame(StringIO(text)) for name, text in told["tables"].items()}
    return Example(kind, told["name"], told["use"], told["code"], tables)


def _from_the_book(kind: str) -> Example:
    """Take the first exercise of a kind in the book, so that a kind that has just been added is shown as well."""
    row = next((row for row in exercise_rows().values() if row["widget"] == kind), None)
    if row is None:
        raise ConfigurationError(
            f"The gallery has nothing to show for the kind '{kind}'. Expected {kind}.yaml beside the other examples, "
            "or a row of that kind in data/exercises.csv."
        )
    named = {name: as_written(name).head(FEW) for name in options(row).values() if _is_table(name)}
    mine = {column: row[column] for column in ("id", "title", "instruction", "widget", "options")}
    code = f'{KINDS[kind].__name__}("{row["id"]}")'
    return Example(kind, KINDS[kind].__name__, "", code, {"exercises": pd.DataFrame([mine]), **named})


def make(code: str) -> Exercise:
    """Make an exercise from the line of code that a notebook would have: a class of the registry, and plain values."""
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    classes = {kind.__name__: kind for kind in KINDS.values()}
    named = {one.arg: ast.literal_eval(one.value) for one in call.keywords if one.arg}
    return classes[call.func.id](*map(ast.literal_eval, call.args), **named)


@contextmanager
def _copy_of_tables(root: Path, shown: list[Example]) -> Iterator[None]:
    """Stand in a folder whose tables are the book's with the rows of the examples in them."""
    with TemporaryDirectory() as folder:
        data = shutil.copytree(data_folder(root), Path(folder) / "data")
        for one in shown:
            for name, rows in one.tables.items():
                path = data / f"{name}.csv"
                if name in SHARED:
                    there = _frame(path)
                    rows = pd.concat([there, rows.reindex(columns=there.columns, fill_value=OURS)])
                elif path.is_file():
                    continue  # a table of the book's own
                rows.drop_duplicates("id" if name == "exercises" else None).to_csv(path, index=False, encoding=ENCODING)
        with chdir(folder):
            yield


def _frame(source: Path | StringIO) -> pd.DataFrame:
    return pd.read_csv(source, dtype=str, keep_default_na=False, encoding=ENCODING)


def _is_table(name: str) -> bool:
    return (data_folder() / f"{name}.csv").is_file()
