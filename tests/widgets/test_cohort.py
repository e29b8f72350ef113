"""A group's workbooks pooled: counted rightly, read whatever comes, and never showing what a few people answered."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from authoring import sample_workshop
from authoring.cli import main
from joinedup import ConfigurationError, TableError, cohort, workbook
from joinedup.cohort import CohortError, Group
from joinedup.cohort.min_group_size import OTHERS, suppress_small_groups
from joinedup.cohort.pooling import pooled
from joinedup.content import tables
from tests.helpers.book import ROOT

VECTORS = json.loads((ROOT / "tests" / "vectors" / "pooling.json").read_text("utf-8"))
SAMPLE = ROOT / "data" / "sample_workshop"
FILES = sorted(SAMPLE.glob("*.json"))
ROLES = ["front line", "manager", "head office", "community"]

pytestmark = pytest.mark.usefixtures("in_notebooks")


def case_id(case: dict) -> str:
    return case["name"]


# --- The rule, and the counts


@pytest.mark.parametrize("case", VECTORS["cases"], ids=case_id)
def test_python_pools_the_case(case: dict) -> None:
    wording = VECTORS["wordings"][case["wording"]]
    assert pooled(wording, case["people"], case["order"], case["min_group_size"]) == case["expected"]


@pytest.mark.parametrize("case", VECTORS["splits"], ids=case_id)
def test_python_splits_the_case(case: dict) -> None:
    assert suppress_small_groups(case["groups"], case["order"], case["min_group_size"]) == case["expected"]


def random_groups(chance: random.Random) -> tuple[list[str], int]:
    names = chance.sample([*ROLES, "team a", "team b", OTHERS, ""], chance.randint(1, 8))
    weights = [chance.random() ** 2 for _ in names]
    return chance.choices(names, weights, k=chance.randint(0, 60)), chance.randint(2, 8)


def figures(shown: list[str], everybody: set[int]) -> list[set[int]]:
    """Return the people that each figure describes: everybody, and each group that is shown."""
    return [everybody, *({n for n, name in enumerate(shown) if name == one} for one in set(shown))]


def singled_out(described: list[set[int]], least: int) -> list[set[int]]:
    """Return the people, fewer than the minimum, whom one figure describes, or one figure without another within it."""
    apart = [one - other for one in described for other in described if other <= one]
    return [few for few in [*described, *apart] if 0 < len(few) < least]


def naive_split(groups: list[str], order: list[str], least: int) -> list[str]:
    """Show each group that is large enough, and the rest as others, however few they are."""
    count = Counter(groups)
    return [name if name and count[name] >= least else OTHERS for name in groups]


def broken(rule) -> int:
    """Count the random groups of which a rule shows a few people."""
    chance, found = random.Random(13), 0
    for _ in range(500):
        groups, least = random_groups(chance)
        everybody = set(range(len(groups)))
        described = figures(rule(groups, ROLES, least), everybody) if len(groups) >= least else []
        found += bool(singled_out(described, least))
    return found


def test_no_figure_and_no_difference_of_two_describes_a_few() -> None:
    assert broken(suppress_small_groups) == 0


def test_a_rule_that_shows_the_few_others_is_found_out() -> None:
    assert broken(naive_split) > 50


# --- Bringing workbooks together


def person(number: int, exercise: str = "ch12-cos", part: str = "answers", saved: str = "", **who: str) -> dict:
    """Return a workbook with one answer."""
    words = ["true", "partly", "not-true"]
    answer = {part: {"co-design": words[number % 3]}}
    entry = {"widget": "check", "saved": saved or f"2026-03-18T09:00:{number:02}Z", "answer": answer}
    return {**workbook.empty(), "who": {"label": "", "team": "", "role": "", **who}, "answers": {exercise: entry}}


def write(folder: Path, *books: dict) -> list[Path]:
    paths = [folder / f"{number}.json" for number in range(len(books))]
    for path, book in zip(paths, books, strict=True):
        path.write_text(workbook.to_text(book), encoding="utf-8")
    return paths


def total(table: pd.DataFrame, item: str) -> int:
    return table[table["item"] == item]["people"].sum()


def test_a_folder_a_list_of_files_and_their_workbooks_are_the_same_group() -> None:
    groups = [cohort.load(source) for source in (SAMPLE, str(SAMPLE), FILES, [workbook.load(path) for path in FILES])]
    assert {repr(group) for group in groups} == {
        "Group: 30 workbooks, 0 refused, 0 left out",
        "Group: 30 workbooks, 0 refused, 3 left out",
    }  # of the folder, what is no workbook
    first, *others = (group.counts("ch03-sorter") for group in groups)
    assert all(first.equals(other) for other in others)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not a workbook"),
        ("{", "damaged or only part of a file"),
        ("[1, 2]", "is not a workbook"),
        ('{"format": "joinedup-workbook", "version": 9, "who": {}, "answers": {}}', "from a later edition"),
        ('{"format": "joinedup-workbook", "version": 1, "who": {}, "answers": {"x": 1}}', "damaged at answers > x"),
        (b"\xff\xfe\x00", "is not text"),
        ("x" * 4_000_001, "too large"),
    ],
    ids=["empty", "cut", "other", "later", "damaged", "binary", "large"],
)
def test_a_bad_file_among_thirty_is_named_and_the_other_29_count(
    tmp_path: Path, text: str | bytes, reason: str
) -> None:
    for path in FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "made-07.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    group = cohort.load(tmp_path)
    assert len(group) == 29
    assert list(group.refused["file"]) == ["made-07.json"]
    assert reason in group.refused["reason"][0] and "made-07.json" in group.refused["reason"][0]
    assert total(group.counts("ch01-continuum"), "Where does this problem need you to be?") == 29


def test_a_file_that_is_not_there_is_refused_and_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    group = cohort.load([*FILES, SAMPLE / "nobody.json"])
    assert (len(group), list(group.refused["file"])) == (30, ["nobody.json"])
    (tmp_path / ".half.json").write_text("{}")
    with pytest.raises(CohortError, match=r"holds no file that ends in \.json\. Expected workbook files"):
        cohort.load(tmp_path)


@pytest.mark.parametrize("source", [3, None, [3], [None, SAMPLE]])
def test_what_cannot_be_read_at_all_is_an_error(source: object) -> None:
    with pytest.raises(CohortError, match=r"cannot read (int|NoneType)\. Expected a folder, a file, a workbook"):
        cohort.load(source)


def test_a_dictionary_that_is_no_workbook_is_refused() -> None:
    group = cohort.load([person(1), {"format": "other"}, {1: {2}}])
    assert (len(group), list(group.refused["file"])) == (1, ["Workbook 2", "Workbook 3"])


def test_the_same_file_twice_counts_once(tmp_path: Path) -> None:
    again = tmp_path / "again.json"
    again.write_text(json.dumps(workbook.load(FILES[3])), encoding="utf-8")  # the same, otherwise laid out
    group = cohort.load([*FILES, FILES[0], again])
    assert len(group) == 30
    assert group.left_out.to_dict("records") == [
        {"file": "made-01.json", "reason": "made-01.json is the same as made-01.json, so it is counted once."},
        {"file": "again.json", "reason": "again.json is the same as made-04.json, so it is counted once."},
    ]


ID = "0123456789abcdef" * 2


def test_of_two_files_with_one_id_the_newer_one_counts_whichever_comes_first(tmp_path: Path) -> None:
    old, new = person(0, label="Kea"), person(1, label="Tui", saved="2026-04-01T00:00:00Z")
    others = [person(2, label=f"someone {n}", saved=f"2026-03-01T00:00:{n:02}Z") for n in range(4)]
    for book in (old, new):
        book["id"] = ID
    for books in ([old, new, *others], [new, *others, old]):
        group = cohort.load(write(tmp_path, *books))
        assert len(group) == 5
        (left,) = group.left_out.to_dict("records")
        assert left["file"] == f"{books.index(old)}.json"
        assert f"same person as {books.index(new)}.json" in left["reason"]


def test_people_with_one_name_are_several_unless_somebody_says_that_they_are_one(tmp_path: Path) -> None:
    books = [person(n, label=label, team="North") for n, label in enumerate(["Anna", " ANNA", "Ana", "", ""])]
    files = write(tmp_path, *books)
    for one_person, count, said in (
        (False, 5, "several people"),
        (True, 4, "one person"),
        ([["0.json", "1.json"]], 4, "one person"),
    ):
        group = cohort.load(files, one_person=one_person)
        assert len(group) == count
        assert group.alike.to_dict("records") == [{"files": ["0.json", "1.json"], "counted_as": said}]
    with pytest.raises(CohortError, match="Expected names of files whose workbooks have the same name and team"):
        cohort.load(files, one_person=[["0.json", "2.json"]])


def test_whatever_is_not_taken_is_named(tmp_path: Path) -> None:
    inner = tmp_path / "returned" / "by mail"
    inner.mkdir(parents=True)
    for number, name in enumerate(["A.JSON", "b.json.txt", "c.json.download", "d.Json"]):
        (inner / name).write_text(workbook.to_text(person(number)), encoding="utf-8")
    (inner / "e.txt").write_text(f"Kia ora {workbook.to_code(person(5))}", encoding="utf-8")
    (inner / "picture.png").write_bytes(b"x")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    group = cohort.load(tmp_path)
    assert (len(group), list(group.refused["file"])) == (5, ["bad.json"])
    assert list(group.left_out["file"]) == [".DS_Store", "returned/by mail/picture.png"]


@pytest.mark.parametrize("size", [1, 0, -5, 2.5, True, "5"])
def test_a_minimum_that_protects_nobody_is_an_error(size: object) -> None:
    with pytest.raises(
        CohortError, match=r"load\(\): the minimum group size is .* Expected a whole number of people, at least 2"
    ):
        cohort.load(SAMPLE, min_group_size=size)


def test_the_minimum_cannot_be_lowered_afterwards() -> None:
    with pytest.raises(AttributeError):
        cohort.load(SAMPLE).min_group_size = 1


# --- Pictures


def test_below_the_minimum_nothing_is_shown_and_the_number_is_not_told() -> None:
    group = cohort.load([person(n) for n in range(4)])
    for ask in (group.counts, group.differences, group.conversations, group.agreement):
        with pytest.raises(CohortError) as refused:
            ask("ch12-cos")
        assert str(refused.value).startswith("Fewer than 5 people have answered exercise 12.2 Where are the four Co’s?")
        assert "4" not in str(refused.value)
    table = cohort.load([person(n) for n in range(5)]).counts("ch12-cos")
    assert table["people"].sum() == 5, "the one line that five answered, and none of the three that fewer did"
    assert group.exercises().empty


def test_unknown_exercises_ways_and_those_without_choices_are_errors_that_teach() -> None:
    group = cohort.load(SAMPLE)
    with pytest.raises(ConfigurationError, match="Did you mean 'ch12-cos'"):
        group.counts("ch12-co")
    with pytest.raises(CohortError, match=r"apart by 'roles'\. Did you mean 'role'\?"):
        group.counts("ch12-cos", by="roles")
    with pytest.raises(CohortError, match=r"11\.2 .* asks for texts.*\.notes\('ch11-take-back'\)"):
        group.counts("ch11-take-back")
    with pytest.raises(CohortError, match=r"ideas of their own.*\.counts\('ch12-priorities'\)"):
        group.differences("ch12-priorities")
    assert group.agreement("ch12-priorities") is None


def test_counts_are_tidy_and_in_the_exercise_s_order() -> None:
    group = cohort.load(SAMPLE)
    table = group.counts("ch01-continuum", by="role")
    assert list(table.columns) == ["item", "choice", "group", "people"]
    assert list(table["choice"].cat.categories) == [
        "Co-existence", "Communication", "Co-operation", "Co-ordination", "Collaboration", "Don’t know", "We can’t agree yet", "Not answered", "Answers counted together",
    ]  # fmt: skip
    assert table["choice"].cat.ordered and list(table["group"].cat.categories) == [*ROLES, "others"]
    now = table[table["item"].str.startswith("Where are you")].set_index(["group", "choice"])["people"]
    assert now["front line", "Communication"] == 6
    assert now.groupby("group", observed=True).sum().to_dict() == {
        "front line": 10,
        "manager": 8,
        "head office": 7,
        "community": 5,
    }


def test_the_sorter_s_places_have_their_names() -> None:
    found = cohort.load(SAMPLE).counts("ch03-sorter")
    assert list(found["choice"].cat.categories) == [
        "Complex",
        "Knowable",
        "Chaos",
        "Known",
        "Disorder",
        "Not answered",
        "Answers counted together",
    ]


def test_ideas_are_counted_where_they_lie() -> None:
    group = cohort.load(SAMPLE)
    table = group.counts("ch12-priorities")
    assert list(table.columns) == ["improvement", "effort", "ideas"] and len(table) == 6
    assert table["ideas"].sum() == sum(
        len(workbook.load(path)["answers"].get("ch12-priorities", {"answer": {"marks": {}}})["answer"]["marks"])
        for path in FILES
    )
    assert list(group.counts("ch12-priorities", by="role")["group"].cat.categories) == ["front line", "others"]


def story(number: int, marked: dict) -> dict:
    return {
        **workbook.empty(),
        "answers": {
            "ch10-code": {
                "widget": "code-a-story",
                "saved": f"2026-03-18T09:00:{number:02}Z",
                "answer": {"marked": marked},
            }
        },
    }


def test_readers_of_a_story_may_mark_several_factors_or_none() -> None:
    passage = next(
        row["id"] for row in tables.rows("story_passages", ["id", "story"], label="") if row["story"] == "nmcc"
    )
    marks = [["learning-by-doing", "a-ha-moment"], ["learning-by-doing"], [], ["learning-by-doing"], [], [], ["gone"]]
    group = cohort.load([story(number, {passage: one}) for number, one in enumerate(marks)])
    counts = group.counts("ch10-code")
    seen = counts[counts["item"] == counts["item"][0]].set_index("choice")["people"]
    assert seen[seen > 0].to_dict() == {"Learning by doing": 3, "None of them": 3}, "one alone is left out"
    assert group.differences("ch10-code")["differ"].notna().sum() == 1
    with pytest.raises(CohortError, match="with so few lines it would help to work out numbers that are hidden"):
        group.agreement("ch10-code")


def test_where_people_differ_most_comes_first_and_is_asked_about() -> None:
    group = cohort.load(SAMPLE)
    table = group.differences("ch11-health")
    assert table["differ"].is_monotonic_decreasing and table["differ"].between(0, 1).all() and len(table) == 15
    found = group.conversations("ch11-health", by="role")
    assert list(found.parts) == list(table["item"][:3])
    spread, question = (next(iter(found.parts.values()))[place] for place in (0, -1))
    assert re.match(r"\d+ say ‘.*’, ", spread)
    assert question.endswith("?") and len({texts[-1] for texts in found.parts.values()}) == 3
    assert len(next(iter(group.conversations("ch11-health").parts.values()))) == 2
    assert found._repr_html_().count("<li>") >= 6 and spread in repr(found)


def test_where_all_say_the_same_there_is_no_conversation_and_no_agreement_to_measure() -> None:
    group = cohort.load([person(0, saved=f"2026-03-18T09:00:{n:02}Z") for n in range(6)])
    assert group.differences("ch12-cos")["differ"].dropna().tolist() == [0.0]
    assert (
        repr(group.conversations("ch12-cos")) == "6 people have answered, and they agree on every line that is shown."
    )
    assert "<ul>" not in group.conversations("ch12-cos")._repr_html_()
    assert group.agreement("ch12-cos") is None


def answering(*people: str) -> list[dict]:
    """Return workbooks that answer the four Co's with a letter each: t, p, n or - for not at all."""
    words, items = (
        {"t": "true", "p": "partly", "n": "not-true"},
        ["co-commission", "co-design", "co-deliver", "co-assess"],
    )
    books = []
    for number, letters in enumerate(people):
        book = person(number)
        book["answers"]["ch12-cos"]["answer"] = {
            "answers": {i: words[c] for i, c in zip(items, letters, strict=True) if c != "-"}
        }
        books.append(book)
    return books


def test_agreement_is_one_where_all_agree_and_what_the_coefficient_s_definition_gives() -> None:
    assert cohort.load(answering(*["tpnt"] * 6)).agreement("ch12-cos") == 1.0
    books = answering("tpn-", "tpnt", "tppt", "tpnt", "tnn-", "ppn-", "ppn-", "ppn-", "tnp-", "tnp-")
    # by hand, of the three lines that all ten answered; the fourth, which three did, is not shown and not counted
    items = [Counter({"t": 7, "p": 3}), Counter({"p": 7, "n": 3}), Counter({"n": 7, "p": 3})]
    every = sum(items, Counter())
    n = every.total()
    observed = sum((c.total() ** 2 - sum(v * v for v in c.values())) / (c.total() - 1) for c in items) / n
    expected = (n * n - sum(v * v for v in every.values())) / (n * (n - 1))
    assert cohort.load(books).agreement("ch12-cos") == pytest.approx(1 - observed / expected)


def test_a_group_named_by_hand_is_one_however_it_was_typed() -> None:
    typed = ["North", "north ", " NORTH", "North", "North", "South", "south", "South", "South", "South  "]
    table = cohort.load([person(n, team=team) for n, team in enumerate(typed)]).counts("ch12-cos", by="team")
    assert list(table["group"].cat.categories) == ["North", "South"]
    roles = ["Front Line"] * 5 + ["manager"] * 5
    table = cohort.load([person(n, role=role) for n, role in enumerate(roles)]).counts("ch12-cos", by="role")
    assert list(table["group"].cat.categories) == ["front line", "manager"]


def test_a_group_that_cannot_be_shown_apart_says_so() -> None:
    roles = ["front line"] * 6 + ["manager"] * 4
    group = cohort.load([person(n, role=role) for n, role in enumerate(roles)])
    with pytest.raises(CohortError, match=r"12\.2 .* cannot be shown by role: there aren't two groups of at least 5"):
        group.counts("ch12-cos", by="role")
    assert total(group.counts("ch12-cos"), "People who use our service help work out how it looks and runs.") == 10


def test_a_second_way_apart_is_refused_where_both_together_single_somebody_out() -> None:
    who = [("front line", "a")] * 5 + [("manager", "a")] * 2 + [("manager", "b")] * 5
    for first, second in (("role", "team"), ("team", "role")):
        group = cohort.load([person(n, role=role, team=team) for n, (role, team) in enumerate(who)])
        group.counts("ch12-cos", by=first)
        for ask in (group.counts, group.conversations):
            with pytest.raises(CohortError, match=f"was shown by {first}. Expected no picture by {second} beside it"):
                ask("ch12-cos", by=second)
        group.counts("ch12-cos", by=first)


# --- Notes


def with_note(number: int, text: object, shares: bool = True) -> dict:
    book = person(number)
    book["answers"]["ch12-strengthen"] = {
        "widget": "reflection",
        "saved": "2026-03-18T09:00:00Z",
        "answer": {"notes": {"why": text}},
    }
    return {**book, "notes_for_group": True} if shares else book


def test_notes_are_shown_of_those_who_agreed_and_only_where_there_are_enough() -> None:
    books = [with_note(n, f"Note {n}") for n in range(4)] + [
        with_note(4, "Mine alone", shares=False),
        with_note(5, "  "),
        with_note(6, ["list"]),
    ]
    with pytest.raises(CohortError, match=r"In no box of exercise 12\.3 .* have 5 people shared a note") as refused:
        cohort.load(books).notes("ch12-strengthen")
    assert "4" not in str(refused.value)
    found = cohort.load([*books, with_note(7, "Note <b>7</b>")]).notes("ch12-strengthen")
    ((box, texts),) = found.parts.items()
    assert box == "Why that one?" and set(texts) == {"Note 0", "Note 1", "Note 2", "Note 3", "Note <b>7</b>"}
    assert "<b>7" not in found._repr_html_()


def test_notes_stand_in_an_order_that_says_nothing_of_the_people() -> None:
    books = [with_note(n, f"Note {n}") for n in range(20)]
    forwards, backwards = (cohort.load(some).notes("ch12-strengthen") for some in (books, books[::-1]))
    (texts,) = forwards.parts.values()
    assert forwards == backwards
    assert texts != sorted(texts, key=lambda text: int(text[5:])) and texts != sorted(texts)


# --- Two dates


def test_two_dates_stand_side_by_side() -> None:
    then, now = (cohort.load(answering(*["tttt"] * 6, *[letters] * 6)) for letters in ("pppp", "nnnn"))
    table = cohort.compare(then, now, "ch12-cos")
    assert list(table.columns) == ["item", "choice", "people", "date"] and list(table["date"].cat.categories) == [
        "earlier",
        "now",
    ]
    seen = table.groupby(["date", "choice"], observed=True)["people"].sum()
    assert (seen["earlier", "Partly"], seen["now", "Partly"], seen["now", "Not true of us"]) == (24, 0, 24)
    assert cohort.compare(then, then, "ch12-cos")["people"].sum() == 96


@pytest.mark.parametrize("changed", [1, 4])
def test_two_dates_that_differ_by_a_few_answers_are_refused(changed: int) -> None:
    many = ["tttt"] * 8
    then, now = cohort.load(answering(*many)), cohort.load(answering(*many[changed:], *["tttp"] * changed))
    with pytest.raises(
        CohortError, match=r"12\.2 .* so few answers differ .* Expected none, or at least 5 on either side"
    ):
        cohort.compare(then, now, "ch12-cos")
    one_more = cohort.load(answering(*many, "tttn"))
    with pytest.raises(CohortError, match="so few answers differ"):
        cohort.compare(then, one_more, "ch12-cos")


def test_what_a_picture_does_not_show_does_not_hide_a_single_change() -> None:
    """Notes, and the box an idea stands in, change without changing the picture: they are no other answers."""
    marks = [
        {"improvement": "improvement-large", "effort": "effort-little"},
        {"improvement": "improvement-small", "effort": "effort-much"},
    ]

    def ideas(number: int, first: int, second: int, note: str) -> dict:
        answer = {"marks": {"idea-1": marks[first], "idea-2": marks[second]}, "notes": {"idea-1": note}}
        return {
            **workbook.empty(),
            "answers": {
                "ch12-priorities": {
                    "widget": "priority-matrix",
                    "saved": f"2026-03-18T09:00:{number:02}Z",
                    "answer": answer,
                }
            },
        }

    then = cohort.load([ideas(n, 0, 1, "a") for n in range(8)])
    swapped = cohort.load([*(ideas(n, 1, 0, "b") for n in range(7)), ideas(7, 0, 0, "b")])
    with pytest.raises(CohortError, match="so few answers differ"):
        cohort.compare(then, swapped, "ch12-priorities")
    assert (
        cohort.compare(then, cohort.load([ideas(n, 1, 0, "b") for n in range(8)]), "ch12-priorities")["ideas"].sum()
        == 32
    )


def test_two_dates_need_the_same_minimum_and_enough_people_on_each() -> None:
    many = answering(*["tttt"] * 8)
    with pytest.raises(CohortError, match=r"different minimum group sizes, 5 and 6\. Expected the same"):
        cohort.compare(cohort.load(many), cohort.load(many, min_group_size=6), "ch12-cos")
    with pytest.raises(CohortError, match="Fewer than 5 people"):
        cohort.compare(cohort.load(many[:4]), cohort.load(many), "ch12-cos")


# --- What a group never tells


def test_nothing_public_tells_who_answered_what() -> None:
    group = cohort.load(SAMPLE)
    public = {name for name in dir(Group) if not name.startswith("_")} | {
        name for name in vars(group) if not name.startswith("_")
    }
    assert public == {
        "agreement",
        "conversations",
        "counts",
        "differences",
        "alike",
        "exercises",
        "floor",
        "min_group_size",
        "left_out",
        "notes",
        "refused",
    }
    told = [
        repr(group),
        group.exercises().to_csv(),
        group.refused.to_csv(),
        group.left_out.to_csv(),
        repr(group.notes("ch11-take-back")),
    ]
    for exercise in group.exercises()["exercise"]:
        told += [group.counts(exercise).to_csv(), group.counts(exercise, by="role").to_csv()]
        if exercise != "ch12-priorities":
            told += [group.differences(exercise).to_csv(), repr(group.conversations(exercise))]
    assert not re.search(r"made up \d|made-\d", "".join(told))


# --- The made-up workshop


def test_the_made_up_workshop_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    assert [path.name for path in sample_workshop.write(tmp_path)] == [f"made-{n:02}.json" for n in range(1, 31)]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in FILES
    }


def test_the_made_up_workshop_says_that_it_is_made_up_and_is_made_of_possible_answers() -> None:
    books = [workbook.load(path) for path in FILES]
    assert [book["who"]["label"] for book in books] == [f"made up {n:02}" for n in range(1, 31)]
    assert Counter(book["who"]["role"] for book in books) == {
        "front line": 10,
        "manager": 8,
        "head office": 7,
        "community": 5,
    }
    assert len({book["who"]["team"] for book in books}) == 3 and all("made up" in book["who"]["team"] for book in books)
    assert all(path.stat().st_size < 12_000 for path in FILES)
    assert "do not exist" in (SAMPLE / "README.md").read_text("utf-8")
    group = cohort.load(books)
    for number, exercise in enumerate(group.exercises()["exercise"]):
        assert len(group.counts(exercise)), number
    answered = [set(book["answers"]) for book in books]
    assert len(set.union(*answered)) > min(len(some) for some in answered)  # not everybody does everything


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        ("leanings", "ch11-health,nothing-*,,true 3", r"leanings\.csv, row 3, column 'item': 'nothing-\*'"),
        ("leanings", "ch11-health,handing-over,boss,true 3", r"row 3, column 'role': 'boss'.*front line"),
        ("leanings", "ch11-health,handing-over,,ture 3", r"row 3, column 'leaning': 'ture'\. Did you mean 'true'\?"),
        ("leanings", "ch11-health,handing-over,,true", r"row 3, column 'leaning': 'true'\. Expected how many people"),
        ("leanings", "ch11-health,,,true 3", r"row 3, column 'leaning': 'true'.*answered, left-out"),
        ("texts", "ch11-take-back,show,boss,,,Words", r"texts\.csv, row 3, column 'role': 'boss'"),
    ],
)
def test_a_mistake_in_the_tables_of_the_made_up_workshop_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    row: str,
    expected: str,
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "sample_workshop" / f"{name}.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:2], f"{row}\n"]), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TableError, match=expected):
        sample_workshop.write(tmp_path)
    assert main(["sample-workshop"]) == 1
    assert re.search(expected, capsys.readouterr().err)
