"""The exercises in Python: what they hold, what they show without a script, what they refuse and how."""

from __future__ import annotations

import html
import re

import pandas as pd
import pytest

from joinedup import (
    CardSort,
    Check,
    CodeAStory,
    ComplexityLine,
    ConfigurationError,
    ContinuumSlider,
    FactorsCheck,
    LifeCycleSelfCheck,
    PriorityMatrix,
    Reflection,
    SenseMakingSorter,
    TableError,
    table,
)
from joinedup.content.exercise_table import exercise_rows, exercise_spec, options
from joinedup.exercises.registry import KINDS
from joinedup.rendering.linker import linked_files
from joinedup_book.exercises import book_scripts, family_of

pytestmark = pytest.mark.usefixtures("in_notebooks")

MAKE = {
    "slider": lambda: ContinuumSlider("ch01-continuum"),
    "sorter": lambda: SenseMakingSorter("ch03-sorter"),
    "self-check": lambda: LifeCycleSelfCheck("ch07-life-cycle"),
    "factors": lambda: FactorsCheck("ch03-factors", section="3"),
    "reflection": lambda: Reflection("ch03-membership"),
    "card-sort": lambda: CardSort("ch00-roles", cards="role_behaviours", places="roles"),
    "check": lambda: Check("ch02-triggers", statements="triggers"),
    "grouped check": lambda: Check(
        "ch04-tasks", statements="health_check", groups="health_elements", group_by="element"
    ),
    "complexity": lambda: ComplexityLine("ch02-complexity"),
    "code-a-story": lambda: CodeAStory("ch10-code", story="nmcc"),
    "priorities": lambda: PriorityMatrix("ch12-priorities"),
}


def words_of(face: str) -> str:
    """What a reader of the plain face can read: no tags, no script."""
    plain = re.sub(r"<script.*?</script>", "", face, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", plain)).split())


@pytest.mark.parametrize("name", MAKE)
def test_every_exercise_has_three_faces(name: str) -> None:
    exercise = MAKE[name]()
    data, _ = exercise._repr_mimebundle_()
    assert set(data) == {"text/plain", "text/html", "application/vnd.jupyter.widget-view+json"}
    assert f'data-joinedup="{exercise.kind}"' in data["text/html"]
    assert f'data-exercise="{exercise.config["exercise"]}"' in data["text/html"]
    assert data["text/plain"] == repr(exercise)


@pytest.mark.parametrize("name", MAKE)
def test_faces_and_repr_come_from_the_configuration_alone(name: str) -> None:
    first, second = MAKE[name](), MAKE[name]()
    second.answer = {"notes": {p["id"]: "ours" for p in second.config["prompts"]}}
    assert (first.static_html(), repr(first)) == (second.static_html(), repr(second))


@pytest.mark.parametrize("name", MAKE)
def test_configuration_cannot_be_changed(name: str) -> None:
    with pytest.raises(Exception, match="read-only"):
        MAKE[name]().config = {}


@pytest.mark.parametrize(
    ("name", "source", "column"),
    [
        ("slider", "continuum", "summary"),
        ("sorter", "situations", "text"),
        ("sorter", "sense_making_domains", "plain"),
        ("self-check", "life_cycle_statements", "statement"),
        ("card-sort", "role_behaviours", "text"),
        ("card-sort", "roles", "plain"),
        ("check", "triggers", "statement"),
        ("grouped check", "health_check", "statement"),
        ("grouped check", "health_elements", "name"),
        ("complexity", "complexity_levels", "response"),
    ],
)
def test_the_plain_face_has_every_word_of_the_exercise(name: str, source: str, column: str) -> None:
    shown = words_of(MAKE[name]().static_html())
    for text in table(source)[column]:
        assert text in shown


@pytest.mark.parametrize("name", ["slider", "complexity"])
def test_the_plain_face_asks_every_question(name: str) -> None:
    exercise = MAKE[name]()
    questions = table("questions")
    own = questions[questions["exercise"] == exercise.config["exercise"]]
    assert len(own) > 1
    assert all(text in words_of(exercise.static_html()) for text in own["question"])


def test_the_plain_sorter_keeps_names_and_notes_for_later() -> None:
    sorter = SenseMakingSorter("ch03-sorter")
    shown = words_of(sorter.static_html())
    for name in ("Complex", "Knowable", "Chaos", "Disorder"):
        assert not re.search(rf"\b{name}\b", shown)
    assert not any(note in shown for note in table("situations")["seen_note"])
    roles = words_of(MAKE["card-sort"]().static_html())
    assert not any(note in roles for note in table("role_behaviours")["seen_note"])
    assert "Knowable" in words_of(SenseMakingSorter("ch03-sorter", labelled=True).static_html())


def test_there_are_at_least_24_situations_from_every_domain_and_story() -> None:
    situations = table("situations")
    assert len(situations) >= 24
    seen = {domain for cell in situations["seen_as"] for domain in cell.split(";")}
    assert seen == {"complex", "knowable", "chaos", "known", "disorder"}
    stories = set(re.findall(r"Appendix 1, story (\d)", " ".join(situations["source"])))
    assert stories == set("1234567")


def test_signs_stand_in_mixed_order() -> None:
    stages = [statement["stage"] for statement in LifeCycleSelfCheck("ch07-life-cycle").config["statements"]]
    assert len(stages) == 24
    assert all(one != next_one for one, next_one in zip(stages, stages[1:], strict=False))


def test_an_answer_given_in_python_is_read() -> None:
    slider = ContinuumSlider("ch01-continuum")
    assert slider.reading is None
    slider.answer = {"places": {"now": "collaboration", "needed": "communication"}}
    assert slider.reading["kind"] == "over-many"


def test_a_data_frame_a_list_and_a_name_are_the_same() -> None:
    frame = table("continuum")
    by_name, by_frame, by_list = (
        ContinuumSlider("ch01-continuum", levels=levels).config
        for levels in ("continuum", frame, frame.to_dict("records"))
    )
    assert by_name == by_frame == by_list


def test_an_instructor_can_make_an_exercise_of_their_own_without_a_row_in_the_tables() -> None:
    mine = pd.DataFrame(
        {"id": ["a"], "section": "x", "kind": "enabler", "level": "group", "statement": "We meet.", "work_on": "Meet."}
    )
    check = FactorsCheck("ours", factors=mine, title="Ours", instruction="Say what is true.")
    assert "We meet." in words_of(check.static_html())


def test_markup_in_a_table_is_shown_and_never_run() -> None:
    levels = table("continuum")
    levels.loc[0, "summary"] = "</script><img src=x onerror=alert(1)>"
    face = ContinuumSlider("ch01-continuum", levels=levels).static_html()
    assert "<img" not in face
    assert face.count("</script>") == 1


def test_te_reo_maori_is_marked_as_such() -> None:
    assert '<span lang="mi">whānau</span>' in SenseMakingSorter("ch03-sorter").static_html()


FRAME = {
    "domains without a corner": lambda: table("sense_making_domains").drop(index=0),
    "a situation of no domain": lambda: table("situations").assign(seen_as="complicated"),
    "a level without a name": lambda: table("continuum").assign(name=["Co-existence", "", "c", "d", "e"]),
    "twins": lambda: table("continuum").assign(id="co-existence"),
    "no rows": lambda: table("continuum").iloc[:0],
    "one row": lambda: table("continuum").iloc[:1],
    "no shares": lambda: table("continuum").drop(columns="shares"),
}

REFUSALS = [
    (lambda: ContinuumSlider("ch01-continuum", levles=1), "no option 'levles'. Did you mean 'levels'?"),
    (lambda: SenseMakingSorter("ch03-sorter", labeled=True), "no option 'labeled'. Did you mean 'labelled'?"),
    (lambda: LifeCycleSelfCheck("ch07-life-cycle", stage=1), "no option 'stage'. Did you mean 'stages'?"),
    (lambda: FactorsCheck("ch03-factors", sections="3"), "no option 'sections'. Did you mean 'section'?"),
    (lambda: Reflection("ch03-membership", titel="x"), "no option 'titel'. Did you mean 'title'?"),
    (
        lambda: ContinuumSlider("ch01-continum"),
        "no exercise 'ch01-continum' in data/exercises.csv. Did you mean 'ch01-continuum'?",
    ),
    (
        lambda: ContinuumSlider("ch01-continuum", levels="continum"),
        "data/continum.csv does not exist. Did you mean 'continuum'?",
    ),
    (
        lambda: ContinuumSlider("ch01-continuum", levels=FRAME["no rows"]()),
        "The levels table has no rows. Expected at least one",
    ),
    (lambda: ContinuumSlider("ch01-continuum", levels=[]), "The levels table has no rows"),
    (lambda: ContinuumSlider("ch01-continuum", levels=FRAME["one row"]()), "has 1 row. Expected two or more"),
    (
        lambda: ContinuumSlider("ch01-continuum", levels=FRAME["no shares"]()),
        "has no column 'shares'. It needs: id, name",
    ),
    (
        lambda: ContinuumSlider("ch01-continuum", levels=FRAME["a level without a name"]()),
        "row 3 (in the DataFrame, index 1), column 'name': the cell is empty",
    ),
    (
        lambda: ContinuumSlider("ch01-continuum", levels=FRAME["twins"]()),
        "column 'id': 'co-existence' is already in row 2 (in the DataFrame, index 0)",
    ),
    (lambda: ContinuumSlider("ch01-continuum", levels=7), "cannot make a table of int. Expected a DataFrame"),
    (lambda: ContinuumSlider("ch07-fatigue"), "has 0 of two rows for this exercise. Expected two"),
    (
        lambda: SenseMakingSorter("ch03-sorter", domains=FRAME["domains without a corner"]()),
        "one row for the corner 'top-left'",
    ),
    (
        lambda: SenseMakingSorter("ch03-sorter", situations=FRAME["a situation of no domain"]()),
        "row 2 (in the DataFrame, index 0), column 'seen_as': 'complicated' is not a domain",
    ),
    (lambda: SenseMakingSorter("ch03-sorter", reveal_after=99), "reveal_after is 99. Expected 0 to 32"),
    (
        lambda: LifeCycleSelfCheck("ch07-life-cycle", stages=table("life_cycle_stages").iloc[::-1]),
        "Expected, in this order: forming",
    ),
    (
        lambda: LifeCycleSelfCheck("ch07-life-cycle", statements=table("life_cycle_statements").assign(shown="first")),
        "'first' is not a whole number",
    ),
    (
        lambda: LifeCycleSelfCheck("ch07-life-cycle", advice=table("life_cycle_advice").assign(stage="flyng")),
        "'flyng' is not a stage. Did you mean 'flying'?",
    ),
    (
        lambda: LifeCycleSelfCheck("ch07-life-cycle", advice=table("life_cycle_advice").query("stage != 'failing'")),
        "no row for the stage 'failing'",
    ),
    (lambda: FactorsCheck("ch03-factors", section="33"), "no factors of section '33'"),
    (
        lambda: FactorsCheck("ch03-factors", factors=table("factors").assign(kind="enabeler")),
        "row 2 (in the DataFrame, index 0), column 'kind': 'enabeler'. Did you mean 'enabler'?",
    ),
    (lambda: Check("ch02-triggers", statement="triggers"), "no option 'statement'. Did you mean 'statements'?"),
    (
        lambda: Check("ch04-tasks", statements="health_check", groups="roles", group_by="element"),
        "data/health_check.csv, row 2, column 'element': 'authorising-environment' is not a group",
    ),
    (
        lambda: CardSort("ch00-roles", cards="role_behaviours", places="barrier_kinds"),
        "data/role_behaviours.csv, row 2, column 'seen_as': ",
    ),
    (
        lambda: CardSort("ch00-roles", cards="role_behaviours", places=table("roles").assign(id="cant-say").iloc[:1]),
        "The places table has a row 'cant-say'",
    ),
    (
        lambda: CardSort("ch00-roles", cards="role_behaviours", places="roles", reveal_after=-1),
        "reveal_after is -1. Expected 0 or more",
    ),
    (
        lambda: ComplexityLine("ch02-complexity", cases=table("complexity_examples").assign(level="much")),
        "column 'level': 'much'",
    ),
    (
        lambda: ComplexityLine("ch02-complexity", cases=table("complexity_examples").iloc[:1]),
        "The cases table has no row 'cafe-owner', which a question is about",
    ),
    (lambda: ComplexityLine("ch01-continuum"), "no row 'own' for this exercise"),
    (lambda: CodeAStory("ch10-code", story="nmc"), "no story 'nmc'. Did you mean 'nmcc'?"),
    (lambda: PriorityMatrix("ch12-cos"), "data/prompts.csv has no row for this exercise"),
    (lambda: Reflection("ch03-factors"), "data/prompts.csv has no row for this exercise"),
    (
        lambda: ContinuumSlider("ch01-continuum", readings=table("readings").query("key != 'fit'")),
        "has no 'fit' for continuum-slider",
    ),
]


@pytest.mark.parametrize(("make", "message"), REFUSALS, ids=[message for _, message in REFUSALS])
def test_what_cannot_work_is_refused_with_a_reason(make, message: str) -> None:
    with pytest.raises((ConfigurationError, TableError), match=re.escape(message)) as refused:
        make()
    # In a notebook that one line is all there is: no traceback.
    assert refused.value._render_traceback_() == [f"{type(refused.value).__name__}: {refused.value}"]


IMPOSSIBLE = [
    (
        "slider",
        {"places": {"now": "cooperation"}},
        "stop 'cooperation' is not in this exercise. Did you mean 'co-operation'?",
    ),
    ("slider", {"places": {"then": "co-operation"}}, "question 'then' is not in this exercise"),
    ("slider", {"place": {}}, "part 'place' is not in this exercise. Did you mean 'places'?"),
    ("slider", {"notes": {"problem": 3}}, "the note 'problem' is int. Expected a text"),
    ("sorter", {"placed": {"fifty-schools": "complicated"}}, "zone 'complicated' is not in this exercise"),
    (
        "sorter",
        {"placed": {"sixty-schools": "complex"}},
        "card 'sixty-schools' is not in this exercise. Did you mean 'fifty-schools'?",
    ),
    ("sorter", {"revealed": "yes"}, "'revealed' is 'yes'. Expected True or False"),
    ("self-check", {"answers": {"forming-common-cause": "yes"}}, "answer 'yes' is not in this exercise"),
    ("factors", {"chosen": ["no-such-factor"]}, "statement 'no-such-factor' is not in this exercise"),
    ("reflection", {"notes": {"nobody": "x"}}, "prompt 'nobody' is not in this exercise"),
    (
        "code-a-story",
        {"marked": {"semo-01": []}},
        "passage 'semo-01' is not in this exercise. Expected one of: nmcc-01",
    ),
    ("code-a-story", {"marked": {"nmcc-01": ["trust"]}}, "factor 'trust' is not in this exercise"),
    ("priorities", {"marks": {"idea-1": {"effort": "improvement-small"}}}, "answer 'improvement-small' is not in this"),
    ("priorities", {"marks": {"idea-9": {}}}, "idea 'idea-9' is not in this exercise"),
]


@pytest.mark.parametrize(("name", "answer", "message"), IMPOSSIBLE, ids=[message for _, _, message in IMPOSSIBLE])
def test_an_impossible_answer_is_refused_and_the_old_one_stays(name: str, answer: dict, message: str) -> None:
    exercise = MAKE[name]()
    with pytest.raises(ConfigurationError, match=re.escape(message)):
        exercise.answer = answer
    assert exercise.answer == {}


WIDGETS = tuple(KINDS.values())


@pytest.mark.parametrize("widget", WIDGETS, ids=lambda widget: widget.kind)
def test_every_label_a_script_uses_is_in_the_table(widget: type) -> None:
    labels = table("labels")
    known = set(labels[labels["widget"].isin(["every", widget.kind])]["id"])
    source = "\n".join(path.read_text("utf-8") for path in linked_files(widget.script))
    used = set(re.findall(r'words\["([\w-]+)"\]', source)) | set(
        re.findall(r"\bwords\.(\w+)(?!\w*\.js)", re.sub(r"^import .*", "", source, flags=re.MULTILINE))
    )
    frame = {
        "cause-and-effect",
        "response",
        "tools",
        "name-today",
        "corner",
        "centre",
    }  # of the sense-making frame only
    assert used - known - (frame if widget.kind == "card-sort" else set()) == set()


def test_the_scripts_of_the_book_are_one_function_each_without_imports() -> None:
    scripts = book_scripts(dict(KINDS), {"exercises": [], "words": {}}, [])
    for script in scripts.values():
        assert not re.search(r"^\s*(import|export)\b", script, flags=re.MULTILINE)
        assert script.startswith("(() => {") and script.endswith("})();\n")
    for widget in WIDGETS:
        assert f'"{widget.kind}": ' in scripts[f"{family_of(widget)}.js"]


# --- The table of exercises, and what one goes on from


def test_every_row_makes_its_exercise_and_says_what_it_asks() -> None:
    for exercise, row in exercise_rows().items():
        made = KINDS[row["widget"]](exercise, **options(row))
        asked = exercise_spec(exercise, KINDS)
        assert [one["id"] for one in asked["prompts"]] == [one["id"] for one in made.config["prompts"]]
        assert all(one["label"] for part in ("prompts", "items", "choices") for one in asked[part])
        key = {"places": "questions", "placed": "cards", "answers": "statements"}.get(asked["key"])
        if key:  # every answer the wording knows is one that the exercise takes, and none is missing
            assert [one["id"] for one in asked["items"]] == [one["id"] for one in made.config[key]]
            made.answer = {asked["key"]: {item["id"]: asked["choices"][-1]["id"] for item in asked["items"]}}
            assert {one["id"] for one in asked["choices"]} == {
                one["id"] for one in made.config.get("stops") or made.config.get("zones") or made.config["scale"]
            } | ({"dont-know", "not-agreed"} if key == "questions" else set())


def test_an_exercise_knows_what_it_goes_on_from() -> None:
    earlier = {one["exercise"]: one for one in Reflection("ch09-moves").config["previous"]}
    assert earlier["ch02-case"]["part"] == "first"
    assert earlier["ch07-factors"]["part"] == "chosen"
    assert earlier["ch07-factors"]["number"] == "7.3"
    assert Reflection("ch00-take-back").config["previous"] == []


def test_an_earlier_answer_changes_what_the_line_of_complexity_says() -> None:
    line = ComplexityLine("ch02-complexity")
    line.answer = {"places": {"own": "one-need"}}
    assert line.reading["compare"] == "missing"
    line.previous_answers = {"ch01-continuum": {"places": {"needed": "collaboration"}}}
    assert line.reading["compare"] == "low"


@pytest.mark.parametrize("cell", ["section", "section=", "=3", "two words=3"])
def test_options_that_are_none_are_refused(cell: str) -> None:
    with pytest.raises(ConfigurationError, match="exercise 'x', column 'options'"):
        options({"id": "x", "options": cell})


def test_wording_of_nothing_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no exercise 'ch01-slider'"):
        exercise_spec("ch01-slider", KINDS)
    with pytest.raises(ConfigurationError, match="exercise 'ch01-continuum', column 'widget': 'continuum-slider'"):
        exercise_spec("ch01-continuum", {"reflection": Reflection})
