"""How the house is laid out: three layers, imports downwards only, no circle, and a kind of exercise in one place."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from authoring import cli
from authoring.graph.command import flowchart, together
from authoring.graph.imports import LAYERS, graph, javascript_imports, layer_of, node_of, python_imports
from authoring.graph.judging import circles, mistakes
from joinedup.exercises import registry
from joinedup.rendering import linker
from tests.helpers.book import ROOT
from tests.helpers.javascript import NODE

WIDGETS = ROOT / "widgets" / "joinedup"
IMPORTS = {"Python": python_imports, "JavaScript": javascript_imports}
SCRIPTS = [path for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.js"))]
ASKED_BY_FOLDER = (
    "book/_ext/joinedup_book/paper",
    "book/_ext/joinedup_book/pages",
    "widgets/joinedup/cohort",
    "authoring",
)


@pytest.mark.parametrize("language", IMPORTS)
def test_imports_go_downwards_and_in_no_circle(language: str) -> None:
    found = list(IMPORTS[language](ROOT))
    assert len({path for path, _ in found}) > 30, "the imports are seen at all"
    assert list(mistakes(graph(iter(found)))) == []
    by_file: dict[str, set[str]] = {}
    for path, other in found:
        by_file.setdefault(path, set()).add(other)
    assert circles(by_file) == [], "nor inside a folder"


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("widgets/joinedup/content", "book/_ext/joinedup_book", "which is in a layer above it"),
        ("widgets/joinedup/content", "authoring/check", "which is in a layer above it"),
        ("book/_ext/joinedup_book/paper", "authoring/new", "which is in a layer above it"),
        ("widgets/joinedup/content", "widgets/joinedup/rendering", "which isn't below it"),
        ("widgets/joinedup/rendering", "widgets/joinedup/exercises/base", "which isn't below it"),
        ("widgets/joinedup/exercises/base", "widgets/joinedup/exercises/line", "which isn't below it"),
    ],
)
def test_an_arrow_upwards_is_a_mistake(one: str, other: str, said: str) -> None:
    (found,) = mistakes({one: {other}, other: set()})
    assert found.startswith(f"{one} imports {other}, {said}. Expected ")


def test_a_family_may_build_on_another_one() -> None:
    one, other = (f"widgets/joinedup/exercises/{family}" for family in ("priorities", "questionnaire"))
    assert list(mistakes({one: {other}, other: set()})) == []


def test_a_circle_is_a_mistake() -> None:
    a, b, c = (f"authoring/{name}" for name in "abc")
    (found,) = mistakes({a: {b}, b: {c}, c: {a}})
    assert found == f"{a} > {b} > {c} > {a}: these import each other in a circle. Expected imports one way only."


def test_a_top_file_of_a_layer_is_apart_from_its_folder() -> None:
    assert node_of("widgets/joinedup/errors.py") == "widgets/joinedup/errors.py"
    assert node_of("widgets/joinedup/__init__.py") == "widgets/joinedup"
    assert node_of("widgets/joinedup/cohort/group.py") == "widgets/joinedup/cohort"
    assert [layer_of(layer) for layer in LAYERS] == [0, 1, 2]


def test_the_top_of_the_package_shows_ten_entries_at_most() -> None:
    shown = [path.name for path in WIDGETS.iterdir() if path.name != "__pycache__"]
    assert len(shown) <= 10, shown


def test_the_command_prints_the_graph(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.main(["graph"]) == 0
    said = capsys.readouterr().out
    assert "Python\n" in said and "JavaScript\n" in said
    assert said.endswith("Three layers, no arrow upwards, and no circle.\n")
    assert re.search(r"^  widgets/joinedup/content  ->  errors\.py$", said, re.MULTILINE)


def test_the_picture_in_the_guide_is_the_one_the_command_draws() -> None:
    found = together(*(graph(imports(ROOT)) for imports in IMPORTS.values()))
    drawn = "\n".join(flowchart(found))
    assert f"```mermaid\n{drawn}\n```" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_first_edition_s_command_goes_on_and_names_the_new_one() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "joinedup", "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr.startswith("The command is called 'joinedup' now.")
    assert re.match(r"usage: joinedup\b", done.stdout)


@pytest.mark.parametrize("folder", ASKED_BY_FOLDER)
def test_no_code_outside_a_kind_asks_which_kind_it_is(folder: str) -> None:
    asks = re.compile(
        r"\"(?:zones|stops|statements|axes|passages|stages)\" in |(?:key|widget|kind)\"?\]? ?===? ?[\"'](?:marks|marked|"
        rf"places|placed|answers|{'|'.join(registry.CLASSES)})[\"']"
    )
    templates = {"authoring/new/making.py", "authoring/new/command.py"}  # the kinds of templates, not of exercises
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".py", ".js", ".html") and path.relative_to(ROOT).as_posix() not in templates
        for line in path.read_text(encoding="utf-8").splitlines()
        if asks.search(line)
    ]
    assert found == []


def test_pages_name_no_kind_of_exercise() -> None:
    """The registry is the one place that names them; their own folders do, and nothing else."""
    named = re.compile(rf"[\"'](?:{'|'.join(kind for kind in registry.CLASSES if '-' in kind)})[\"']")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for layer in LAYERS
        for path in sorted((ROOT / layer).rglob("*"))
        if path.suffix in (".py", ".js") and "exercises" not in path.relative_to(ROOT / layer).parts
        for line in path.read_text(encoding="utf-8").splitlines()
        if named.search(line)
    ]
    assert found == []


# --- A standard bundler beside our linker

BUNDLE = """
import { readFileSync } from "node:fs";
const { rollup: path, files } = JSON.parse(readFileSync(0, "utf-8"));
const { rollup } = await import(path);
const said = [];
const bundle = await rollup({
  input: files, preserveEntrySignatures: "strict", treeshake: false, onLog: (level, { message }) => said.push(message),
});
const { output } = await bundle.generate({ format: "es" });
const found = output.filter((one) => one.isEntry).map((one) => [one.facadeModuleId, one.exports.sort()]);
process.stdout.write(JSON.stringify({ said, found }));
"""


def bundled(files: list[Path]) -> dict:
    rollup = ROOT / ".venv" / "proofs" / "node_modules" / "rollup" / "dist" / "es" / "rollup.js"
    asked = json.dumps({"rollup": rollup.as_uri(), "files": [str(path.resolve()) for path in files]})
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", BUNDLE], input=asked, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_standard_bundler_finds_every_import_and_the_exports_the_linker_finds() -> None:
    told = bundled(SCRIPTS)
    assert told["said"] == []
    exports = {str(path.resolve()): sorted(linker.read(path.resolve()).exports) for path in SCRIPTS}
    assert dict(told["found"]) == exports


def test_a_standard_bundler_refuses_what_the_linker_refuses(tmp_path: Path) -> None:
    (tmp_path / "one.js").write_text('import { two } from "./two.js";\n\nexport const one = two;\n', encoding="utf-8")
    (tmp_path / "two.js").write_text("export const three = 3;\n", encoding="utf-8")
    with pytest.raises(linker.LinkError, match=r"two\.js exports no 'two'"):
        linker.script(tmp_path / "one.js")
    with pytest.raises(AssertionError, match=r"\"two\" is not exported by"):
        bundled([tmp_path / "one.js"])
