"""The base of every exercise: configuration in, answers out, three faces."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from typing import Any, ClassVar

import anywidget
import traitlets
from markupsafe import Markup

from . import faces, te_reo, workbook
from .earlier import earlier, exercise_rows, options, prompts
from .errors import ConfigurationError, suggest
from .tables import Source, rows
from .translations import in_language, spoken
from .workbook.leaves import answer_of, leaves


class Exercise(anywidget.AnyWidget):
    """Something to answer, alone or in a group.

    Every kind takes `lang` besides, the code of a language such as "mi": its words then come from the tables in
    `data/mi/`, where these have them. See `joinedup.translations`.

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
    """The JavaScript files it is made of besides those every exercise has, its own last."""
    kinds: ClassVar[dict[str, type[Exercise]]] = {}
    """Every kind of exercise there is, by the name the page knows it by."""

    config = traitlets.Dict(read_only=True, help="What the exercise shows. Fixed when it is made.").tag(sync=True)
    answer = traitlets.Dict(help="What the person has answered so far. Empty at first.").tag(sync=True)
    kept = traitlets.Dict(
        read_only=True,
        help="What of the answer is kept (`answer`), in which file (`place`), and what keeps it from being kept "
        "(`problem`, empty if nothing does). Empty where answers are not kept at all.",
    ).tag(sync=True)
    earlier = traitlets.Dict(help="What was answered in the exercises it goes on from, by their ids.").tag(sync=True)

    def __init__(self, exercise: str, head: Mapping[str, str], content: Mapping[str, Any]):
        config = {
            "widget": self.kind,
            "exercise": exercise,
            **head,
            "prompts": prompts(exercise),
            "earlier": earlier(exercise, self.kinds),
            **content,
        }
        config["mi"] = te_reo.found_in(_texts(config))
        config["words"] = labels(self.kind, exercise)
        if language := spoken():
            config["lang"] = language
        super().__init__()
        self.set_trait("config", config)
        self._restore()

    def __init_subclass__(cls, **kwargs: Any):
        super().__init_subclass__(**kwargs)
        if "kind" in vars(cls):
            Exercise.kinds[cls.kind] = cls
            cls.__init__ = in_language(cls.__init__)  # type: ignore[method-assign]

    def _restore(self) -> None:
        """Take up what is kept in the workbook file, and keep every change there: where a person is at work."""
        path = workbook.in_use()
        if path is None:
            return
        try:
            answers, problem = workbook.kept(path), ""
        except workbook.WorkbookError as error:
            answers, problem = {}, str(error)
        self.earlier = {one["exercise"]: answers.get(one["exercise"], {}) for one in self.config["earlier"]}
        self.answer = self._fitting(answers.get(self.config["exercise"], {}))
        self._say_kept(self.answer, path.name, problem)
        self.observe(self._keep, "answer")

    def _fitting(self, answer: Mapping[str, Any]) -> dict[str, Any]:
        """Give what of a kept answer still belongs to this exercise: a table may have changed since."""
        fitting = {}
        for way, value in leaves(answer).items():
            try:
                self.check_answer(answer_of({way: value}))
            except (ConfigurationError, AttributeError, TypeError):
                continue
            fitting[way] = value
        return answer_of(fitting)

    def _keep(self, change: traitlets.Bunch) -> None:
        path = workbook.in_use()
        if path is None:
            return
        before = self.kept.get("answer", {})  # and not the last answer, which perhaps could not be kept
        try:
            workbook.keep(path, self.config["exercise"], self.kind, before, change["new"])
            self._say_kept(change["new"], path.name)
        except workbook.WorkbookError as error:
            self._say_kept(before, path.name, str(error))

    def _say_kept(self, answer: Mapping[str, Any], place: str, problem: str = "") -> None:
        self.set_trait("kept", {"answer": dict(answer), "place": place, "problem": problem})

    @traitlets.validate("answer")
    def _refuse_impossible_answer(self, proposal: traitlets.Bunch) -> dict[str, Any]:
        self.check_answer(proposal["value"])
        return proposal["value"]

    def check_answer(self, answer: Mapping[str, Any]) -> None:
        """Raise a ConfigurationError if an answer names something the exercise does not have."""
        raise NotImplementedError

    @classmethod
    def asks(cls, exercise: str, **options: str) -> dict[str, Any]:
        """Give what an exercise of this kind asks besides text to write, without making one.

        Parameters
        ----------
        exercise : str
            The exercise's id.
        **options : str
            The cell `options` of its row in `data/exercises.csv`.

        Returns
        -------
        dict
            `key`, the part of an answer that holds the choices; `items` and `choices`, each a list of `id` and `label`,
            a choice perhaps with the name it has `before` the names are shown; perhaps `none`, what no choice means.
            Empty where there is only text to write.
        """
        return {}

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


def made_of(cls: type, exercise: str, name: str, given: Source | None, otherwise: Source | None = None) -> Source:
    """Give what an exercise is made of: what is given, or else what its row says among its options.

    Parameters
    ----------
    cls : type
        The exercise's class, for a message.
    exercise : str
        Its id.
    name : str
        The option, such as "statements".
    given : table or str, optional
        What the notebook says.
    otherwise : table or str, optional
        What to take where neither says anything.

    Raises
    ------
    ConfigurationError
        If there is nothing to take.
    """
    if given is not None:
        return given
    row = exercise_rows().get(exercise)
    found = options(row).get(name, otherwise) if row else otherwise
    if found is None:
        raise ConfigurationError(
            f"{cls.__name__}({exercise!r}): {name}= is missing. "
            "Expected it here, or in the column 'options' of the exercise's row in data/exercises.csv."
        )
    return found


def labelled(found: list[dict[str, str]], column: str) -> list[dict[str, str]]:
    """Give rows as `id` and `label`, the label taken from one of their columns."""
    return [{"id": row["id"], "label": row[column]} for row in found]


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
    table = exercise_rows()
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


def sentences(widget: str, keys: list[str], source: Source = "readings", exercise: str = "") -> dict[str, str]:
    """Read the sentences that a widget's result is built of.

    Parameters
    ----------
    widget : str
        The widget's kind, as in the table's `widget` column.
    keys : list of str
        Every key that must be there.
    source : table
        The table of readings: columns widget, key, text.
    exercise : str
        The exercise's id; rows that name it in the column `widget` stand in for its kind's.

    Returns
    -------
    dict of str to str
        The sentence of each key, with its placeholders in braces.
    """
    every = rows(source, ["widget", "key", "text"], label="readings", unique=None)
    found = {row["key"]: row["text"] for owner in (widget, exercise) for row in every if row["widget"] == owner}
    for key in keys:
        if key not in found:
            raise ConfigurationError(f"{every.where} has no '{key}' for {widget}.{suggest(key, found)}")
    return {key: found[key] for key in keys}


def labels(widget: str, exercise: str) -> dict[str, str]:
    """Look up the labels a widget's buttons and messages use, so that they can be changed or translated.

    Parameters
    ----------
    widget : str
        The widget's kind, as in the table's `widget` column.
    exercise : str
        The exercise's id; rows that name it in the column `widget` stand in for its kind's.
    """
    every = rows("labels", ["widget", "id", "text"], label="labels", unique=None)
    return {row["id"]: row["text"] for owner in ("every", widget, exercise) for row in every if row["widget"] == owner}


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else []
    return [text for item in inner for text in _texts(item)]
