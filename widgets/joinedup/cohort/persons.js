// Who is in: workbooks from files and codes, each person once, held here and nowhere else. The twin of persons.py.

import { believed } from "../workbook/clock.js";
import { workbookFromCode } from "../workbook/code.js";
import { WorkbookError } from "../workbook/format.js";
import { workbookText } from "../workbook/text.js";
import { folded, namedAlike } from "./names.js";
import { marksOf, shapeOf } from "./shapes.js";

/** Nobody yet. Only workbooks with one id are one person's; those with one name are asked about. */
export function newParticipants() {
  let serial = 0;
  const people = [];
  const leftOut = [];
  /** Which people were said to be several, by the name that they share. */
  const several = new Map();
  const leave = (name, reason, values = {}) => leftOut.push({ name, reason, values });
  const leaveOlder = (older, newer) => {
    if (people.includes(older)) people.splice(people.indexOf(older), 1);
    leave(older.name, "left-older", { other: newer.name });
  };
  return {
    people,
    leftOut,
    /** Take a workbook in, unless it is there already; of two with one id the newer one. */
    add(name, workbook, madeUp = false) {
      const text = workbookText(workbook);
      const same = people.find((one) => one.text === text);
      if (same) return leave(name, "left-same", { other: same.name });
      serial += 1;
      const one = { id: serial, name, workbook, text, madeUp, latest: latestSaved(workbook) };
      const other = people.find((person) => workbook.id && person.workbook.id === workbook.id);
      if (other && other.latest >= one.latest) return leaveOlder(one, other);
      if (other) leaveOlder(other, one);
      people.push(one);
    },
    leave,
    refuse: (name, error) => leave(name, `refused-${error.reason ?? "damaged"}`, { place: error.place }),
    /** The people who share a name and a team, a list for each name that nobody has decided about. */
    alike() {
      const byName = new Map();
      for (const one of people) {
        const called = calledOf(one.workbook.who);
        if (called !== null) byName.set(called, [...(byName.get(called) ?? []), one]);
      }
      return [...byName]
        .map(([called, some]) => ({ called, some }))
        .filter(({ called, some }) => some.length > 1 && !some.every(({ id }) => several.get(called)?.has(id)));
    },
    areSeveral: ({ called, some }) => several.set(called, new Set(some.map(({ id }) => id))),
    /** Only the newest workbook of these counts. */
    areOne({ some }) {
      const [newest, ...older] = [...some].sort((one, other) => (one.latest < other.latest ? 1 : -1));
      for (const one of older) leaveOlder(one, newest);
    },
    clear() {
      people.length = 0;
      leftOut.length = 0;
      several.clear();
    },
    remove(id) {
      people.splice(
        people.findIndex((one) => one.id === id),
        1,
      );
    },
  };
}

/** By what a person is known from one picture to the next. */
export function personKey({ workbook }) {
  return workbook.id ?? workbookText(workbook);
}

/** Those who have an answer to an exercise, and the group each belongs to; `known` names the groups that have one. */
export function answersIn(people, exercise, by, known, teams = {}) {
  const found = people.filter(({ workbook }) => Object.hasOwn(workbook.answers, exercise));
  const groups = namedAlike(
    found.map(({ workbook }) => (by ? workbook.who[by] : "")),
    known,
    by === "team" ? teams : {},
  );
  return found.map(({ id, workbook, madeUp }, place) => ({
    id,
    workbook,
    madeUp,
    answer: workbook.answers[exercise].answer,
    group: groups[place],
  }));
}

function latestSaved({ answers }) {
  return Object.values(answers).reduce((latest, { saved }) => (believed(saved) > latest ? saved : latest), "");
}

/** What a workbook is called, folded for comparing; null where it has no name. */
function calledOf({ label, team }) {
  return folded(label) === "" ? null : JSON.stringify([label, team].map(folded));
}

/** How many people stand in one list and not in the other, by what a picture shows of them and nothing else. */
export function peopleApart(spec, some, others) {
  const left = new Map();
  for (const text of shownOf(spec, others)) left.set(text, (left.get(text) ?? 0) + 1);
  return shownOf(spec, some).filter((text) => {
    const there = left.get(text) ?? 0;
    left.set(text, there - 1);
    return there <= 0;
  }).length;
}

function shownOf(spec, people) {
  return people
    .map(({ answer }) => marksOf(spec, answer))
    .filter((marked) => marked.size > 0)
    .map((marked) => JSON.stringify(shapeOf(spec).shown(marked)));
}

/** So many pieces of a message are tried as parts of one code. */
const PIECES = 40;

/** The codes in a message, each with all that follows it up to the next. */
export function codesIn(text) {
  return text.split(/(?=JU1\.)/).filter((part) => part.startsWith("JU1."));
}

/** Read a code with words behind it, as a chat leaves it: as much of it as makes a workbook. */
export async function workbookFromMessage(message) {
  const pieces = message
    .split(/\s+/)
    .map((piece) => piece.replace(/^[>"'“”‘’`*]+|["'“”‘’`*.,;:)]+$/g, ""))
    .filter(Boolean)
    .slice(0, PIECES);
  for (let many = pieces.length; many > 1; many -= 1) {
    try {
      return await workbookFromCode(pieces.slice(0, many).join(""));
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
    }
  }
  return workbookFromCode(pieces[0].match(/^JU1\.[A-Za-z0-9_\u2010-\u2015\u2212-]*/)[0]);
}
