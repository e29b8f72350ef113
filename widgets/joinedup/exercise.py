"""The base of every exercise: configuration in, answers out, three faces."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from typing import Any, ClassVar

import anywidget
import traitlets
from markupsafe import Markup

from . import faces, te_reo
from .errors import ConfigurationError, suggest
from .tables import Source, rows


class Exercise(anywidget.AnyWidget):
    """Something to answer, alone or in a group.

    In JupyterLab it is a live widget; in the published book a small script brings its HTML face to life; on paper the
    HTML face is the exercise. All three are made from `config` alone.

    Parameters
    ----------
    exercise : str
        The exercise's id, which also names its place in the page and in a workbook file.
    head : dict of str to str
        Its `number`, `title` and `instruction`: see `heading`.
    content : dict
        What an engine needs besides: statements, cards, stops, the sentences of the result.
    """

    kind: ClassVar[str] = "exercise"
    """The name the page knows the widget by, in `data-joinedup`."""
    face_template: ClassVar[str] = ""
    parts: ClassVar[tuple[str, ...]] = ()
    """The JavaScript files it is made of, its own last."""

    config = traitlets.Dict(read_only=True, help="What the exercise shows. Fixed when it is made.").tag(sync=True)
    answer = traitlets.Dict(help="What the person has answered so far. Empty at first.").tag(sync=True)

    def __init__(self, exercise: str, head: Mapping[str, str], content: Mapping[str, Any]):
        config = {"widget": self.kind, "exercise": exercise, **head, "prompts": _prompts(exercise), **content}
        config["mi"] = te_reo.found_in(_texts(config))
        config["words"] = _words(config["widget"])
        super().__init__()
        self.set_trait("config", config)

    @traitlets.validate("answer")
    def _refuse_impossible_answer(self, proposal: traitlets.Bunch) -> dict[str, Any]:
        self.check_answer(proposal["value"])
        return proposal["value"]

    def check_answer(self, answer: Mapping[str, Any]) -> None:
        """Raise a ConfigurationError if an answer names something the exercise does not have."""
        raise NotImplementedError

    @property
    def reading(self) -> dict[str, Any] | None:
        """What the exercise makes of the answer so far, or None while there is too little to say."""
        raise NotImplementedError

    def face(self) -> str:
        """Give the exercise as plain HTML, complete without a script: what the book and paper start from."""
        data = json.dumps(self.config, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
        return faces.render(self.face_template, config=self.config, data=Markup(data))

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": self.face()}, metadata

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.config['exercise']!r}: {self.config['title']})"


def refuse_unknown(cls: type, unknown: Mapping[str, Any]) -> None:
    """Raise a ConfigurationError that names the options a class takes, if any unknown one was given."""
    for name in unknown:
        known = [p for p in inspect.signature(cls).parameters if p not in ("self", "unknown")]
        raise ConfigurationError(f"{cls.__name__} has no option '{name}'.{suggest(name, known)}")


def check_ids(what: str, given: Any, known: list[str], where: str) -> None:
    """Raise a ConfigurationError unless a given id is one of the known ones."""
    if given not in known:
        raise ConfigurationError(f"{where}: {what} '{given}' is not in this exercise.{suggest(str(given), known)}")


def check_text(answer: Mapping[str, Any], prompts: list[dict[str, str]], where: str) -> None:
    """Raise a ConfigurationError unless the notes of an answer are texts that belong to a prompt."""
    notes = answer.get("notes", {})
    if not isinstance(notes, Mapping):
        raise ConfigurationError(f"{where}: 'notes' is {type(notes).__name__}. Expected a dictionary of texts.")
    for prompt, text in notes.items():
        check_ids("prompt", prompt, [row["id"] for row in prompts], where)
        if not isinstance(text, str):
            raise ConfigurationError(f"{where}: the note '{prompt}' is {type(text).__name__}. Expected a text.")


def check_keys(answer: Mapping[str, Any], known: list[str], where: str) -> None:
    """Raise a ConfigurationError if an answer has a part that the exercise does not know."""
    for key in answer:
        check_ids("part", key, known, where)


def heading(exercise: str, title: str | None, instruction: str | None, number: str | None) -> dict[str, str]:
    """Give an exercise's number, title and instruction: as given, or else from its row of `data/exercises.csv`.

    Raises
    ------
    ConfigurationError
        If the table has no such exercise and no title and instruction are given.
    """
    if title is not None and instruction is not None:
        return {"number": number or "", "title": title, "instruction": instruction}
    table = {row["id"]: row for row in rows("exercises", ["id", "number", "title", "instruction"], label="exercises")}
    if exercise not in table:
        raise ConfigurationError(
            f"There is no exercise '{exercise}' in data/exercises.csv.{suggest(exercise, table)} "
            "Add a row there, or give title= and instruction=."
        )
    row = table[exercise]
    return {
        "number": number if number is not None else row["number"],
        "title": title if title is not None else row["title"],
        "instruction": instruction if instruction is not None else row["instruction"],
    }


def sentences(widget: str, keys: list[str], source: Source = "readings") -> dict[str, str]:
    """Read the sentences that a widget's result is built of.

    Parameters
    ----------
    widget : str
        The widget's kind, as in the table's `widget` column.
    keys : list of str
        Every key that must be there.
    source : table
        The table of readings: columns widget, key, text.

    Returns
    -------
    dict of str to str
        The sentence of each key, with its placeholders in braces.
    """
    found = {
        row["key"]: row["text"]
        for row in rows(source, ["widget", "key", "text"], label="readings", unique=None)
        if row["widget"] == widget
    }
    for key in keys:
        if key not in found:
            raise ConfigurationError(f"The readings table has no '{key}' for {widget}.{suggest(key, found)}")
    return {key: found[key] for key in keys}


def _prompts(exercise: str) -> list[dict[str, str]]:
    every = rows("prompts", ["exercise", "id", "prompt", "help?"], label="prompts", unique=None)
    return [{"id": r["id"], "prompt": r["prompt"], "help": r["help"]} for r in every if r["exercise"] == exercise]


def _words(widget: str) -> dict[str, str]:
    """Look up the labels a widget's buttons and messages use, so that they can be changed or translated."""
    return {
        row["id"]: row["text"]
        for row in rows("labels", ["widget", "id", "text"], label="labels", unique=None)
        if row["widget"] in ("every", widget)
    }


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else []
    return [text for item in inner for text in _texts(item)]
