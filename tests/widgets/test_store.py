"""The store behind the exercises: what is held in memory, written, refused, heard of, and taken over."""

from __future__ import annotations

from tests.helpers.javascript import WIDGETS, in_javascript

STORE = WIDGETS / "workbook"
PLACE = """
  const there = new Map(Object.entries({ a: "1" }));
  let release = [], broken = null, emptied = false, batches = [];
  const place = {
    read: async (keys) => new Map([...there].filter(([key]) => !keys || keys.includes(key))),
    write(changes, everything) {
      if (emptied) changes = new Map([...everything(), ...changes]);
      emptied = false;
      batches.push([...changes.keys()]);
      return new Promise((done, refuse) => release.push(() => {
        if (broken) return refuse({ name: broken });
        for (const [key, text] of changes) text === null ? there.delete(key) : there.set(key, text);
        done();
      }));
    },
  };
  const next = async () => { release.shift()(); await new Promise((done) => setTimeout(done)); };
  const told = [];
  const held = newHeld(place, (keys) => told.push(keys));
  await held.load();
"""


def held(body: str):
    [found] = in_javascript([STORE / "held.js"], f"async () => {{ {PLACE} {body} }}", [None])
    return found


def test_what_is_written_is_there_to_read_at_once_and_saved_only_when_the_place_says_so() -> None:
    assert held("""
      let saved = false;
      held.write([["b", "2"]]).then((done) => (saved = done));
      await new Promise((done) => setTimeout(done, 5));
      const before = [held.get("b"), saved, there.has("b"), told.length];
      await next();
      return [before, saved, there.get("b"), told];
    """) == [["2", False, False, 0], True, "2", [["b"]]]


def test_what_comes_while_something_is_written_goes_together_in_the_next_turn() -> None:
    assert held("""
      const saved = [held.write([["b", "1"]]), held.write([["b", "2"]]), held.write([["c", "3"], ["a", null]])];
      await next(); await next();
      return [await Promise.all(saved), batches, [...there]];
    """) == [[True, True, True], [["b"], ["b", "c", "a"]], [["b", "2"], ["c", "3"]]]


def test_what_is_refused_is_held_and_written_with_the_next_change() -> None:
    assert held("""
      broken = "QuotaExceededError";
      const first = held.write([["b", "2"]]);
      await next();
      const then = [await first, held.refused(), held.get("b"), held.unsaved()];
      broken = null;
      const second = held.write([["c", "3"]]);
      await next();
      return [then, await second, held.refused(), [...there.keys()]];
    """) == [[False, "no-room", "2", ["b"]], True, "", ["a", "b", "c"]]


def test_a_place_that_somebody_emptied_gets_everything_that_is_held() -> None:
    assert held("""
      there.clear(); emptied = true;
      const done = held.write([["b", "2"]]);
      await next();
      return [await done, [...there]];
    """) == [True, [["a", "1"], ["b", "2"]]]


def test_what_another_tab_wrote_is_heard_and_what_is_being_written_here_stays() -> None:
    assert held("""
      const heard = [];
      held.on("changed", (keys) => heard.push(...keys));
      held.write([["b", "mine"]]);
      there.set("b", "theirs"); there.set("c", "3"); there.delete("a");
      await held.hear(["a", "b", "c"]);
      return [held.get("a"), held.get("b"), held.get("c"), heard];
    """) == [None, "mine", "3", ["a", "c"]]


A = "joinedup-workbook/1/answers/ch01-x"


def taken_over(texts: dict[str, str], mine: dict[str, str]) -> list:
    [found] = in_javascript(
        [STORE / "earlier.js"],
        """({ texts, mine }) => {
          const { from, changes } = takenOver(new Map(Object.entries(texts)), (key) => mine[key] ?? null);
          return [[...from.keys()], Object.fromEntries(changes)];
        }""",
        [{"texts": texts, "mine": mine}],
    )
    return found


def test_what_earlier_editions_kept_is_taken_over_and_the_rest_left() -> None:
    texts = {A: '{"widget":"w","saved":"2026-01-01T00:00:00Z"}', f"{A}/notes/n": '"old"', "joinedup-workbook/2/x": "?"}
    assert taken_over(texts, {}) == [[A, f"{A}/notes/n"], {A: texts[A], f"{A}/notes/n": '"old"'}]


def test_an_answer_that_was_changed_later_here_is_not_taken_back() -> None:
    texts = {A: '{"saved":"2026-01-01T00:00:00Z"}', f"{A}/notes/n": '"old"', f"{A}/notes/m": '"more"'}
    mine = {A: '{"saved":"2026-02-01T00:00:00Z"}', f"{A}/notes/n": '"new"'}
    assert taken_over(texts, mine)[1] == {f"{A}/notes/m": '"more"'}


def test_undoing_an_import_takes_back_only_what_it_brought() -> None:
    now = {"notes": {"a": "theirs", "b": "later"}, "places": {"now": "x"}}
    brought, before = {"notes": {"a": "theirs", "b": "theirs"}}, {"notes": {"a": "mine"}}
    [found] = in_javascript(
        [WIDGETS / "workbook" / "flatten.js"],
        "({ now, brought, before }) => takenBack(now, brought, before)",
        [{"now": now, "brought": brought, "before": before}],
    )
    assert found == {"notes": {"a": "mine", "b": "later"}, "places": {"now": "x"}}
