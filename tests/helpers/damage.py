"""A thousand damaged workbook files and codes, the same for the same seed, with some sound ones among them."""

from __future__ import annotations

import copy
import gzip
import json
import zlib
from base64 import b64encode, b85encode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from joinedup import workbook
from joinedup.content.exercise_table import exercise_rows, exercise_spec
from joinedup.exercises.registry import KINDS as EXERCISE_KINDS

WORDS = (
    "damp homes",
    "in",
    "whānau",
    "flats –",
    "“Nobody” knows",
    "👍🏽",
    "tab\tand\nline",
    "the school's nurse",
    "first?",
)
SAVED = "2026-11-22T10:15:00Z"
RAN = "pwned"
"""What a script of these files would set in the page, or make of its title."""

SCRIPTS = (
    f"<script>window.{RAN}=1</script>",
    f"<img src=x onerror=window.{RAN}=1>",
    f"<svg onload=window.{RAN}=1><animate onbegin=document.title='{RAN}' attributeName=x>",
    f"javascript:window.{RAN}=1",
    f"\"></p><script>document.title='{RAN}'</script>",
    f"' onfocus='window.{RAN}=1' autofocus='",
    f"</textarea></script><script>window.{RAN}=1</script>",
    f'<iframe srcdoc="<script>parent.{RAN}=1</script>"></iframe>',
    f"<a href=javascript:window.{RAN}=1>x</a><base href=//example.org/>",
    f"<style>*{{background:url(javascript:window.{RAN}=1)}}</style>",
    f"${{window.{RAN}=1}} `${{document.title='{RAN}'}}`",
    f"{{{{constructor.constructor('window.{RAN}=1')()}}}}",
    "{name} {count} {when} {place} $& $1 $` {constructor} {__proto__}",
    f'=HYPERLINK("javascript:window.{RAN}=1") &lt;b&gt; <!-- ]]>',
)
KEYS = ("__proto__", "constructor", "prototype")
POLLUTED = {
    "polluted": "x",
    "toString": "x",
    "widget": "reflection",
    "saved": SAVED,
    "answer": {"notes": {"move": "x"}},
}
DATES = (
    *("", "yesterday", "2026-11-22", "2026-11-22T10:15:00", "2026-11-22T10:15:00.123Z", "2026-11-22T10:15:00+13:00"),
    *("2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-11-32T00:00:00Z", "2026-11-22T24:00:00Z"),
    *("2026-11-22T10:60:00Z", "2026-11-22T10:15:60Z", "2026-11-22T10:15:00z", "2026-11-22t10:15:00Z", f" {SAVED}"),
    *(f"{SAVED} ", f"{SAVED}\n", f"\n{SAVED}", f"{SAVED}\r", f"{SAVED}\u2028", "20261122T101500Z", "0", "NaN"),
    *("٢٠٢٦-11-22T10:15:00Z", "２０２６-11-22T10:15:00Z", "+002026-11-22T10:15:00Z", "-2026-11-22T10:15:00Z"),
    *("2026-02-31T10:15:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2027-02-29T23:59:59Z"),
)
"""The last four are no dates of a calendar, or odd ones, and fit the format all the same."""

VERSIONS = (
    *(
        "0",
        "3",
        "1.0",
        "true",
        '"1"',
        "1e3",
        "-1",
        "null",
        "[1]",
        '{"1": 1}',
        "false",
        '""',
        "1.5",
        "3.0",
        "999",
        "1000",
    ),
    *("1e0", "10e-1", "0.1e1", "-0", "1e400", "-1e400", "1" + "0" * 30, "1" + "0" * 5000, "1.00000000000000000001"),
    *("1.0000000000000002", "0.99999999999999999999", "9007199254740993", "999.5", "01", "+1", "1.", ".5e1", "0x1"),
)
BLANKS = (" ", "\n", "\r\n", "\t", "\f", "\v", "\u00a0", "\u2003", "\u2028", "\u3000", "\r", "\n> ", "\r\n>> ")
NO_BLANKS = ("\u200b", "\ufeff", "\x85", "\x1c", "\x1f", "\0", "\u180e", "\u2060", "\u00ad", "\u200e")
"""Signs that look like nothing at all, and of which some take one for a blank and some another."""


@dataclass(frozen=True)
class Damaged:
    """A file (bytes) or a code (text), with its kind of damage and what a message calls it."""

    kind: str
    name: str
    given: bytes | str


def read(one: Damaged) -> workbook.Workbook:
    """Read it as Python does, or raise a WorkbookError."""
    return (workbook.from_code if isinstance(one.given, str) else workbook.from_text)(one.given, one.name)


@cache
def damaged(seed: int) -> list[Damaged]:
    """Return the thousand in a mixed order. One in six of those made as a file comes as a code instead."""
    rng = Random(seed)
    found = []
    for kind, (many, make) in KINDS.items():
        for number in range(many):
            given = make(rng, number)
            if isinstance(given, bytes) and kind not in ("long", "file name") and rng.random() < 1 / 6:
                given = packed(given)
            label = rng.choice(SCRIPTS).replace("/", ".") if kind == "file name" else kind.replace(" ", "-")
            found.append(Damaged(kind, "The code" if isinstance(given, str) else f"{label}-{number}.json", given))
    rng.shuffle(found)
    return found


# --- What is damaged


@cache
def asked_in(exercise: str) -> dict[str, Any]:
    return exercise_spec(exercise, EXERCISE_KINDS)


EXERCISES = tuple(exercise_rows())


def answered(rng: Random, exercise: str) -> dict[str, Any]:
    """Return an answer that a person could have given to one exercise of this edition."""
    asked = asked_in(exercise)
    answer: dict[str, Any] = {}
    if asked["items"]:
        choices = [one["id"] for one in asked["choices"]]
        several = asked["widget"] == "code-a-story"
        answer[asked["key"]] = {
            one["id"]: rng.sample(choices, rng.randrange(3)) if several else rng.choice(choices)
            for one in asked["items"]
            if rng.random() < 0.8
        }
        answer["shown"] = rng.random() < 0.5
    if asked["prompts"]:
        answer["notes"] = {one["id"]: sentence(rng) for one in asked["prompts"]}
    return {"widget": asked["widget"], "saved": SAVED, "answer": answer}


def sentence(rng: Random) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randrange(2, 12)))


def whole(rng: Random, *exercises: str) -> dict[str, Any]:
    """Return a sound workbook with these exercises, or with three of this edition."""
    names = exercises or rng.sample(EXERCISES, 3)
    who = {"label": "Kea", "team": "Housing", "role": "front line"}
    return {**workbook.empty(), "who": who, "answers": {name: answered(rng, name) for name in names}}


def large(rng: Random) -> bytes:
    return data(whole(rng, *EXERCISES))


def small() -> dict[str, Any]:
    """Return a sound workbook that has one of everything."""
    answer = {
        "notes": {"moment": "Damp homes"},
        "placed": {"phones-the-school": "guardian-angel"},
        "marked": {"p1": ["a-ha-moment", "outcome-focus"]},
        "marks": {"idea-1": {"improvement": "improvement-large", "effort": "effort-little"}},
        "chosen": ["guardian-angel"],
        "revealed": True,
    }
    entry = {"widget": "card-sort", "saved": SAVED, "answer": answer}
    return {
        **workbook.empty(),
        "notes_for_group": True,
        "who": {"label": "Kea"},
        "answers": {"ch00-roles": entry},
    }


def data(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def packed(content: bytes) -> str:
    return encoded(zlib.compress(content, 9))


def encoded(content: bytes) -> str:
    return "JU1." + urlsafe_b64encode(content).decode().rstrip("=")


def ways(value: Any, way: tuple = ()) -> Iterator[tuple]:
    """Return the way to each place of a value, itself first."""
    yield way
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from ways(inner, (*way, step))


def at(value: Any, way: tuple) -> Any:
    for step in way:
        value = value[step]
    return value


def changed(value: Any, way: tuple, new: Any) -> Any:
    """Return a copy with something else in one place."""
    if not way:
        return new
    value = copy.deepcopy(value)
    at(value, way[:-1])[way[-1]] = new
    return value


def renamed(value: Any, way: tuple, name: str) -> Any:
    """Return a copy in which one key has another name."""
    value = copy.deepcopy(value)
    inner = at(value, way[:-1])
    inner[name] = inner.pop(way[-1])
    return value


def keyed(value: Any) -> list[tuple]:
    """Return the ways that end in a key."""
    return [way for way in ways(value) if way and isinstance(way[-1], str)]


def objects(value: Any) -> list[tuple]:
    return [way for way in ways(value) if isinstance(at(value, way), dict)]


def raw(way: tuple, text: str) -> bytes:
    """Return the file with a text of JSON, good or bad, in one place."""
    return data(changed(small(), way, "HERE")).replace(b'"HERE"', text.encode("utf-8", "surrogatepass"))


NOTE = ("answers", "ch00-roles", "answer", "notes", "moment")
IDS = ("answers", "ch00-roles", "answer", "chosen")
PART = ("answers", "ch00-roles", "answer", "placed")

# --- The kinds of damage: each gives the one of a number


def cut(content: Any, rng: Random, number: int) -> Any:
    return content[
        : (0, 1, 3, len(content) - 1, len(content) - 2)[number] if number < 5 else rng.randrange(len(content))
    ]


def flipped(content: bytes, rng: Random, number: int, bits: int = 8) -> bytes:
    """Turn one bit in every second, and up to nine in the others."""
    found = bytearray(content)
    for _ in range(1 if number % 2 else rng.randrange(2, 10)):
        found[rng.randrange(len(found))] ^= 1 << rng.randrange(bits)
    return bytes(found)


def wrong_type(rng: Random, number: int) -> bytes:
    others = (
        0,
        1.5,
        -1e300,
        None,
        True,
        False,
        [],
        {},
        "",
        "x",
        [[]],
        [None],
        {"a": None},
        {"a": {"a": {"a": {}}}},
        ["A"],
    )
    every = list(ways(small()))
    return data(changed(small(), every[number % len(every)], rng.choice(others)))


def without(rng: Random, number: int) -> bytes:
    way = keyed(small())[number % len(keyed(small()))]
    value = small()
    del at(value, way[:-1])[way[-1]]
    return data(value)


def additional(rng: Random, number: int) -> bytes:
    way = objects(small())[number % len(objects(small()))]
    name = rng.choice(
        ("more", "", " ", "Format", "a--b", "-a", "a-", "ā", "a\nb", "a\u0000b", "\u202egnp", "toString", "a/b", "0")
    )
    return data(changed(small(), (*way, name), rng.choice((1, "x", {}, [], None, {"x": "y"}))))


def long(rng: Random, number: int) -> bytes:
    empty = b'{"format": "joinedup-workbook", "version": 1, "who": {}, "answers": {}}'
    sizes = (
        lambda: changed(small(), NOTE, "x" * 4000),
        lambda: changed(small(), NOTE, "x" * 4001),
        lambda: changed(small(), NOTE, "👍" * 4000),
        lambda: changed(small(), NOTE, "👍" * 4001),
        lambda: renamed(small(), NOTE, "m" * 80),
        lambda: renamed(small(), NOTE, "m" * 81),
        lambda: renamed(small(), NOTE[:2], "m" * 2000),
        lambda: changed(small(), ("who", "team"), "ā" * 80),
        lambda: changed(small(), ("who", "team"), "ā" * 81),
        lambda: changed(small(), (*IDS, 0), "-a" * 50_000),
        lambda: changed(small(), NOTE, "x" * 3_900_000),
        lambda: empty + b" " * (4_000_000 - len(empty)),
        lambda: empty + b" " * (4_000_001 - len(empty)),
        lambda: data(changed(small(), NOTE, "ā" * 2_100_000)),
        lambda: bytes(rng.randrange(256) for _ in range(1000)) * 4001,
        lambda: large(rng) * 60,
        lambda: largest(),
        lambda: changed(small(), NOTE, ["A"] * 300_000),
        lambda: nested_ids("Z", "z" * 80),
        lambda: nested_ids("z", "Z" * 80),
        lambda: changed(small(), PART, {f"Card {n}": "x" for n in range(100_000)}),
    )
    found = sizes[number]()
    return found if isinstance(found, bytes) else data(found)


def largest() -> dict[str, Any]:
    """Return a sound workbook with about as much in it as a file may hold."""
    answer = {"marked": {f"p{n}": ["a"] * 500 for n in range(5)}}
    entry = {"widget": "code-a-story", "saved": SAVED, "answer": answer}
    return changed(small(), ("answers",), {f"other-{n}": entry for n in range(140)})


def nested_ids(last: str, name: str) -> dict[str, Any]:
    """Return a workbook in which everything has the longest name there can be, and the innermost mark another."""
    answer = {"p" * 80: {"i" * 80: {name: last}}}
    return changed(small(), ("answers",), {"e" * 80: {"widget": "w" * 80, "saved": SAVED, "answer": answer}})


def many(rng: Random, number: int) -> bytes:
    entry = small()["answers"]["ch00-roles"]
    cards = {**entry, "answer": {"placed": {f"card-{n}": "x" for n in range(500)}}}
    tall = (
        *(changed(small(), ("answers",), {f"other-{n}": entry for n in range(count)}) for count in (40, 501, 2000)),
        *(changed(small(), NOTE[:3], {f"part-{n}": True for n in range(count)}) for count in (20, 21)),
        *(changed(small(), PART, {f"card-{n}": "x" for n in range(count)}) for count in (500, 501)),
        *(changed(small(), IDS, [f"card-{n}" for n in range(count)]) for count in (500, 501, 9000)),
        *(changed(small(), (*PART, "x"), [f"card-{n}" for n in range(count)]) for count in (500, 501)),
        *(changed(small(), (*PART, "x"), {f"mark-{n}": "x" for n in range(count)}) for count in (20, 21)),
        changed(small(), ("answers",), {f"other-{n}": {**entry, "answer": {"shown": True}} for n in range(500)}),
        changed(small(), ("who",), {f"part-{n}": "x" for n in range(50)}),
        changed(small(), ("answers",), {f"other-{n}": cards for n in range(20)}),
    )
    return data(tall[number])


def deep(rng: Random, number: int) -> bytes | str:
    levels = (rng.randrange(5, 30), rng.randrange(300, 3000), 100_000)[number % 3]
    opened, closed = (("[", "]"), ('{"a":', "}"))[number // 3 % 2]
    inner = opened * levels + "1" + closed * levels * (number % 4 > 0)
    return (inner.encode(), raw(NOTE, inner), raw(("answers",), inner), packed(raw(IDS, inner)))[number // 6 % 4]


def near_the_depth(rng: Random, number: int) -> bytes:
    """Nest about as deep as Python follows, where what reads a file still can and what checks it no longer."""
    return nested(NOTE[: 2 + number % 4], 870 + 5 * number)


def nested(way: tuple, levels: int) -> bytes:
    return raw(way, "[" * levels + "]" * levels)


def bomb(rng: Random, number: int) -> str:
    sound = data(small())
    squeezed = zlib.compressobj(9)
    return (
        lambda: packed(b" " * 40_000_000),
        lambda: packed(sound + b" " * 30_000_000),
        lambda: packed(sound + b" " * (4_000_000 - len(sound))),
        lambda: packed(sound + b" " * (4_000_001 - len(sound))),
        lambda: packed(b"[" * 20_000_000),
        lambda: encoded(b"".join(squeezed.compress(b"\0" * 1_000_000) for _ in range(50))),
    )[number]()


def prototype(rng: Random, number: int) -> bytes:
    name = KEYS[number % 3]
    places = keyed(small())
    way = places[number // 3 % len(places)]
    if number % 2:
        return data(renamed(small(), way, name))
    return data(changed(small(), (*way[:-1], name), rng.choice((POLLUTED, at(small(), way), "x"))))


def script(rng: Random, number: int) -> bytes | str:
    text = SCRIPTS[number % len(SCRIPTS)]
    value = whole(rng, "ch00-take-back", "ch01-continuum")
    boxes = value["answers"]["ch00-take-back"]["answer"]["notes"]
    texts = (
        ("who", "label"),
        ("who", "team"),
        ("who", "role"),
        *(("answers", "ch00-take-back", "answer", "notes", box) for box in boxes),
    )
    if number % 3:
        for way in rng.sample(texts, 3):
            value = changed(value, way, text)
        return data(value)
    anywhere = rng.choice(keyed(small()))
    return (
        lambda: text.encode(),
        lambda: text,
        lambda: f"JU1.{text}",
        lambda: data(renamed(small(), anywhere, text)),
        lambda: data(changed(small(), anywhere, text)),
        lambda: data(changed(small(), (*IDS, 0), text)),
        lambda: data(changed(value, ("answers", "ch01-continuum", "answer", "places"), {"now": text, "needed": text})),
    )[number // 3 % 7]()


def letters(rng: Random, number: int) -> bytes:
    """Half letters and signs that steer: written as escapes, or as they are."""
    signs = (
        "\\ud800",
        "\\udfff",
        "\\ud83d x",
        "\\udc4d\\ud83d",
        "\\ud83d\\ud83d\\udc4d",
        "\\ud83d\\udc4d",
        "\\u0000",
        "\\u001b[2J",
    )
    bare = ("\ud800", "\udc4d", "\0", "\x01", "\t", "\n", "\x1b[2J", "\x7f", "\u2028", "\u202e", "\ufeff", "\ufffe")
    text = (*signs, *bare)[number % 20]
    way = (NOTE, ("who", "team"), (*IDS, 0), NOTE[:2])[(number + number // 20) % 4]
    if way == NOTE[:2]:
        return data(renamed(small(), way, "HERE")).replace(b"HERE", b"a" + text.encode("utf-8", "surrogatepass"))
    return raw(way, f'"a{text}b"')


def other_encoding(rng: Random, number: int) -> bytes:
    sound = data(whole(rng, "ch00-take-back"))
    text, bom = sound.decode(), b"\xef\xbb\xbf"
    return (
        *(text.encode(name) for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "utf-7")),
        *(
            text.replace("👍🏽", "").encode(name, "replace")
            for name in ("latin-1", "cp1252", "mac-roman", "ascii", "cp037")
        ),
        *(bom * 2 + sound, bom * 3 + sound, b" " + bom + sound, sound + bom, bom[:2] + sound, bom, b"\xfe\xff" + sound),
        *(
            gzip.compress(sound, mtime=0),
            zlib.compress(sound),
            b64encode(sound),
            b85encode(sound),
            b"\x89PNG\r\n\x1a\n" + sound,
        ),
        *(
            raw(NOTE, '"HERE"').replace(b"HERE", odd)
            for odd in (b"\xc0\xaf", b"\xed\xa0\xbd\xed\xb1\x8d", b"\xf4\x90\x80\x80")
        ),
    )[number]


def other(rng: Random, number: int) -> bytes:
    """Return what is empty, or JSON but something else."""
    sound = data(small()).decode()
    return (
        *("", " ", "\n\n\r\n\t ", "\f", "\u00a0", "null", "true", "0", '""', "[]", "{}", "[{}]", '"joinedup-workbook"'),
        *('{"format": null}', '{"format": "joinedup-workbook"}', '{"format": ["joinedup-workbook"]}', f"[{sound}]"),
        *(
            json.dumps(sound),
            '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
            "id,chapter\nch00,1\n",
        ),
        *(f'{{"__proto__": {sound}}}', '{"constructor": {"prototype": {"format": "joinedup-workbook"}}}', "\x00" * 64),
        *(
            sound.replace("joinedup-workbook", "Joinedup-Workbook"),
            sound.replace("joinedup-workbook", "joinedup-workbook "),
        ),
    )[number].encode()


def nearly_json(rng: Random, number: int) -> bytes:
    sound = data(small()).decode()
    return (
        *(sound + more for more in ("}", ",", "0", "// end", "\0", ";", sound, "<!-- -->", "\u00a0", "\v", "\u2028")),
        *(f"{more}{sound}" for more in ("/**/", "workbook = ", ")]}',\n", "\u00a0", "\f", "#\n", "(")),
        *(
            sound.replace(old, new)
            for old, new in (('"', "'"), ("]", ",]"), ("}", ",}"), (",", ",,"), ('"who"', "who"))
        ),
        *(
            sound.replace(old, new)
            for old, new in (("true", "True"), ('"Kea"', '"K\\xea"'), ('"Kea"', '"K\\uD83"'), (":", "="))
        ),
        *(
            sound.replace('"Kea"', text)
            for text in ("NaN", "Infinity", "-Infinity", "undefined", "1e999", "01", "--1", "\u0661", '"\\/"')
        ),
        *(sound.replace("true", text) for text in ("NaN", "-Infinity", "tru", "TRUE", "1_0", "1e", "0.e1")),
    )[number].encode()


def version(rng: Random, number: int) -> bytes:
    return raw(("version",), VERSIONS[number])


def duplicate(rng: Random, number: int) -> bytes:
    """Say something twice; the last counts, however odd the first is."""
    sound = data(small()).decode()
    key, good = (("version", "1"), ("format", '"joinedup-workbook"'), ("who", "{}"), ("answers", "{}"))[number % 4]
    odd = ("7", "null", good, '{"__proto__": {"x": 1}}', "1" + "0" * 5000, "[" * 5000 + "]" * 5000, "1e999", "NaN")[
        number // 4 % 8
    ]
    twice = (f'{{"{key}": {odd}, ' + sound.lstrip("{"), sound.rstrip().rstrip("}") + f', "{key}": {odd}}}')
    return twice[number // 2 % 2].encode()


def date(rng: Random, number: int) -> bytes:
    return data(changed(small(), ("answers", "ch00-roles", "saved"), DATES[number]))


def line_ends(rng: Random, number: int) -> bytes:
    sound = data(whole(rng)).decode()
    return (
        *(sound.replace("\n", end) for end in ("\r\n", "\r", "\n\n", "\t\n", "\u2028", "\u00a0\n", "", " ")),
        sound.replace("\n ", "\n\t"),
        "\r\n\r\n" + sound + "\r\n \t\r\n",
    )[number].encode()


def blanks(rng: Random, number: int) -> str:
    """Break a code as a message would; with most of these signs it is as sound as before."""
    code = packed(data(whole(rng)))
    sign = (*BLANKS, *NO_BLANKS)[number % (len(BLANKS) + len(NO_BLANKS))]
    width = rng.randrange(20, 80)
    return sign + sign.join(code[start : start + width] for start in range(0, len(code), width)) + sign * (number % 3)


def odd_code(rng: Random, number: int) -> str:
    """Return a code of another alphabet or with another mark, with too much at its end, or filled up wrongly."""
    content = zlib.compress(data(whole(rng)), 9)
    content += b"" if len(content) % 3 else b"\0"  # so that there is something to fill up
    code = encoded(content)
    place, body = rng.randrange(4, len(code)), code.removeprefix("JU1.")
    return (
        *(
            f"JU1.{text}"
            for text in (b64encode(content).decode(), b85encode(content).decode(), content.hex(), "", "A", "=")
        ),
        *(
            mark + body
            for mark in ("", "ju1.", "JU2.", "JU1", "JU1,", "JU1..", "JU1.JU1.", "JỤ1.", "“JU1.", "My code: JU1.")
        ),
        *(
            code[:place] + sign + code[place + 1 :]
            for sign in ("+", "/", "=", ".", "!", "ä", "\u0430", "Ａ", "\U0001d400", "%3D", "\\n")
        ),
        *(
            code + more
            for more in (
                "=",
                "==",
                "====",
                "A",
                "AA",
                "AAA",
                "AAAA",
                "AAAAAAAA",
                ".",
                "”",
                " Regards, Kea",
                code,
                f" {code}",
            )
        ),
        *(encoded(content + more) for more in (b"\0", b"junk", content, b" " * 70_000)),
        *(
            encoded(squeezed)
            for squeezed in (
                data(small()),
                gzip.compress(data(small()), mtime=0),
                content[2:-4],
                b"\x78\xbb\0\0\0\0" + content,
                b"",
            )
        ),
        *(code[:-1] + letter for letter in "ABgw_-"),
        code.swapcase(),
        code[::-1],
    )[number]


def unlike(rng: Random, number: int) -> bytes:
    """Return an exercise of this edition marks it does not know, and in every second file parts of another shape."""
    name = rng.choice(EXERCISES)
    asked = asked_in(name)
    items = [one["id"] for one in (*asked["items"], *asked["prompts"])] + ["constructor"]
    marks = ("", "x", [], ["x"], {}, {"effort": "x"}, "constructor", "x\n" * 2000)
    given = (
        {item: rng.choice(marks) for item in items},
        dict.fromkeys(items, marks[number % 8]),
        {},
        {"constructor": "x"},
    )
    lists = ([], ["constructor"], items[:3], items * 3)
    value = whole(rng, name)
    answer = value["answers"][name]["answer"]
    answer |= {asked["key"] or "more": rng.choice(given), "chosen": rng.choice(lists), "revealed": rng.random() < 0.5}
    if number % 2:
        for part in rng.sample(("notes", "chosen", "shown", "revealed", asked["key"] or "constructor", "more"), 3):
            answer[part] = rng.choice((True, False, *lists, *given))
    return data(value)


def sound(rng: Random, number: int) -> bytes | str:
    content = data(whole(rng, *rng.sample(EXERCISES, number % 5)))
    return packed(content) if number % 2 else content


KINDS: dict[str, tuple[int, Callable[[Random, int], bytes | str]]] = {
    "cut file": (60, lambda rng, number: cut(large(rng), rng, number)),
    "cut code": (40, lambda rng, number: cut(packed(data(whole(rng))), rng, number + 1)),
    "flipped file": (80, lambda rng, number: flipped(data(whole(rng, *rng.sample(EXERCISES, 9))), rng, number)),
    "flipped code": (45, lambda rng, number: flipped(packed(data(whole(rng))).encode(), rng, number, bits=7).decode()),
    "flipped in the code": (
        24,
        lambda rng, n: encoded(flipped(urlsafe_b64decode(packed(data(whole(rng)))[4:] + "=="), rng, n)),
    ),
    "wrong type": (90, wrong_type),
    "without": (32, without),
    "additional": (40, additional),
    "long": (21, long),
    "many": (17, many),
    "deep": (24, deep),
    "near the depth": (24, near_the_depth),
    "bomb": (6, bomb),
    "prototype": (48, prototype),
    "script": (64, script),
    "file name": (10, lambda rng, number: data(small())[: None if number % 2 else rng.randrange(100)]),
    "letters": (36, letters),
    "other encoding": (26, other_encoding),
    "other": (25, other),
    "nearly JSON": (43, nearly_json),
    "version": (len(VERSIONS), version),
    "duplicate": (32, duplicate),
    "date": (len(DATES), date),
    "line ends": (10, line_ends),
    "blanks": (23, blanks),
    "odd code": (57, odd_code),
    "unlike": (44, unlike),
    "sound": (14, sound),
}
"""How many there are of each kind, and what makes one."""
