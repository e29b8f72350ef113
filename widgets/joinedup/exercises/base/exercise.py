"""The base of every exercise: configuration in, answers out, three faces."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets
from markupsafe import Markup

from ... import workbook
from ...content import te_reo
from ...content.exercise_table import previous_answers, prompts
from ...content.translations import current_language, in_language
from ...content.words import labels
from ...errors import ConfigurationError
from ...rendering import linker, templates
from ...rendering.styles import style
from ...workbook.flatten import flatten, unflatten
from ..registry import KINDS, register

HERE = Path(__file__).parent
STYLES = tuple(
    HERE / "styles" / f"{name}.css"
    for name in ("exercise", "heading", "actions", "writing", "result", "tables", "paper", "previous_answers")
)
"""What every exercise looks like, part by part."""
BROWSER_KERNEL = (HERE / "browser_kernel.js", "keptInBrowser") if sys.platform == "emscripten" else None
"""Where Python itself runs in the browser, the page keeps the answers: see browser_kernel.js."""


HELD: dict[Path, dict[str, workbook.Entry]] = {}
"""What was in each workbook file when this notebook last read or wrote it: a file that is deleted meanwhile is written
again as a whole."""


class Exercise(anywidget.AnyWidget):
    """Something to answer, alone or in a group.

    Every kind also takes `lang`, the code of a language such as "mi": its words then come from the tables in
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
        What else an engine needs: statements, cards, stops, the sentences of the result.
    """

    kind: ClassVar[str] = "exercise"
    """The name the page knows the widget by, in `data-joinedup`."""
    template: ClassVar[str] = ""
    """The template of its HTML, as `joinedup.rendering.templates` finds it."""
    script: ClassVar[Path]
    """The JavaScript module whose default export draws it."""
    styles: ClassVar[tuple[Path, ...]] = ()
    """Its style sheets, after the one that every exercise has."""
    in_group: ClassVar[Path | None] = None
    """A JavaScript module whose default export says of a group's answers what only this kind has to say, if it has.

    It is called with the page's data, the exercise's spec and the answers, and returns a `text`, perhaps with a `title`
    and `circles` to draw, each with `label` and `count`.
    """

    config = traitlets.Dict(read_only=True, help="What the exercise shows. Fixed when it is made.").tag(sync=True)
    answer = traitlets.Dict(help="What the person has answered so far. Empty at first.").tag(sync=True)
    saved = traitlets.Dict(
        read_only=True,
        help="What of the answer is saved (`answer`), in which file (`place`), and what keeps it from being saved "
        "(`problem`, empty if nothing does). Empty where answers are not saved at all.",
    ).tag(sync=True)
    previous_answers = traitlets.Dict(help="What was answered in the exercises it goes on from, by their ids.").tag(
        sync=True
    )

    def __init__(self, exercise: str, head: Mapping[str, str], content: Mapping[str, Any]):
        config = {
            "widget": self.kind,
            "exercise": exercise,
            **head,
            "prompts": prompts(exercise),
            "previous": previous_answers(exercise, KINDS),
            **content,
        }
        config["mi"] = te_reo.found_in(te_reo.texts_in(config))
        config["words"] = labels(self.kind, exercise)
        if language := current_language():
            config["lang"] = language
        super().__init__()
        self.set_trait("config", config)
        self._restore()

    def __init_subclass__(cls, **kwargs: Any):
        if "script" in vars(cls):
            cls._esm = linker.module(cls.script, BROWSER_KERNEL)
            cls._css = style(*STYLES, *cls.styles)
        super().__init_subclass__(**kwargs)
        if "kind" in vars(cls):
            register(cls.kind, cls)
            cls.__init__ = in_language(cls.__init__)  # type: ignore[method-assign]

    def _restore(self) -> None:
        """Take up what is saved in the workbook file, and save every change there, where a person is at work."""
        path = workbook.current()
        if path is None:
            return
        held, problem = HELD.setdefault(path, {}), ""
        try:
            found = workbook.entries(path)
            if found or not held:
                held.clear()
                held.update(found)
        except workbook.WorkbookError as error:
            found, problem = {}, str(error)
        answers = {exercise: entry["answer"] for exercise, entry in found.items()}
        self.previous_answers = {one["exercise"]: answers.get(one["exercise"], {}) for one in self.config["previous"]}
        self.answer = self._fitting(answers.get(self.config["exercise"], {}))
        self._report_saved(self.answer, path.name, problem)
        self.observe(self._keep, "answer")

    def _fitting(self, answer: Mapping[str, Any]) -> dict[str, Any]:
        """Return what of a saved answer still belongs to this exercise: a table may have changed since."""
        fitting = {}
        for way, value in flatten(answer).items():
            try:
                self.check_answer(unflatten({way: value}))
            except (ConfigurationError, AttributeError, TypeError):
                continue
            fitting[way] = value
        return unflatten(fitting)

    def _keep(self, change: traitlets.Bunch) -> None:
        path = workbook.current()
        if path is None:
            return
        before = self.saved.get("answer", {})  # and not the last answer, which perhaps could not be saved
        held = HELD.setdefault(path, {})
        try:
            written = workbook.keep(path, self.config["exercise"], self.kind, before, change["new"], held)
        except workbook.WorkbookError as error:
            self._report_saved(before, path.name, str(error))
            return
        now = self._fitting(written)
        self._report_saved(now, path.name)
        if now != change["new"]:  # another notebook has changed this answer too
            self.answer = now

    def _report_saved(self, answer: Mapping[str, Any], place: str, problem: str = "") -> None:
        self.set_trait("saved", {"answer": dict(answer), "place": place, "problem": problem})

    @traitlets.validate("answer")
    def _refuse_impossible_answer(self, proposal: traitlets.Bunch) -> dict[str, Any]:
        self.check_answer(proposal["value"])
        return proposal["value"]

    def check_answer(self, answer: Mapping[str, Any]) -> None:
        """Raise a ConfigurationError if an answer names something the exercise does not have."""
        raise NotImplementedError

    @classmethod
    def answer_spec(cls, exercise: str, **options: str) -> dict[str, Any]:
        """Return what an exercise of this kind asks, apart from text to write, without making one.

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
            a choice perhaps with the name it has `before` the names are shown. Empty where there is only text to write.

            Besides, where it is so: `shape`, how an item is answered ("one" choice unless said, "several" of them, or
            one on each of some `axes`, a list of `id` and `choices`); `none`, what no choice of several means;
            `result`, the part of an answer that is True once the result was asked for; `by_choice`, True where answers
            are told by what was chosen; `picture`, what a group's answers are drawn as ("rows" unless said, "line", or
            "cells" for two axes); `apart`, the choices that stand apart from a line.
        """
        return {}

    @classmethod
    def group_spec(cls) -> dict[str, Any]:
        """Return what else a picture of a group needs to know, to be added to what `answer_spec` returns."""
        return {}

    @property
    def reading(self) -> dict[str, Any] | None:
        """What the exercise makes of the answer so far, or None while there is too little to say."""
        raise NotImplementedError

    def static_html(self) -> str:
        """Return the exercise as plain HTML, complete without a script: what the book and paper start from."""
        data = json.dumps(self.config, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
        return templates.render(self.template, config=self.config, data=Markup(data))

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": self.static_html()}, metadata

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.config['exercise']!r}: {self.config['title']})"
