// Who is in: workbooks from files and codes, each person once. All of it is held here, and nowhere else.

import { believed } from "../workbook/clock.js";
import { workbookFromCode } from "../workbook/code.js";
import { WorkbookError } from "../workbook/format.js";
import { workbookText } from "../workbook/text.js";
import { marksOf, shapeOf } from "./shapes.js";

/** An empty gathering. */
export function newParticipants() {
  let serial = 0;
  const people = [];
  const leftOut = [];
  const leave = (name, reason, values = {}) => leftOut.push({ name, reason, values });
  return {
    people,
    leftOut,
    /** Take a workbook in, unless it is there already; of two of the same person the newer one. */
    add(name, workbook, madeUp = false) {
      const text = workbookText(workbook);
      const same = people.find((one) => one.text === text);
      if (same) return leave(name, "left-same", { other: same.name });
      serial += 1;
      const one = { id: serial, name, workbook, text, madeUp, latest: latestSaved(workbook) };
      const other = people.find((person) => isSamePerson(person.workbook.who, workbook.who));
      if (other && other.latest >= one.latest) return leave(name, "left-older", { other: other.name });
      if (other) {
        people.splice(people.indexOf(other), 1);
        leave(other.name, "left-older", { other: name });
      }
      people.push(one);
    },
    refuse: (name, error) => leave(name, `refused-${error.reason ?? "damaged"}`, { place: error.place }),
    clear() {
      people.length = 0;
      leftOut.length = 0;
    },
    remove(id) {
      people.splice(
        people.findIndex((one) => one.id === id),
        1,
      );
    },
  };
}

/** Those who have an answer to an exercise, and the group each belongs to; `known` names the groups that have one. */
export function answersIn(people, exercise, by, known) {
  const found = people.filter(({ workbook }) => Object.hasOwn(workbook.answers, exercise));
  const groups = namedAlike(
    found.map(({ workbook }) => (by ? workbook.who[by] : "")),
    known,
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

/** A person is known by the name they gave their workbook, and their team; who gave none stands alone. */
function isSamePerson(one, other) {
  const told = ({ label, team }) => JSON.stringify([label, team].map((text) => plainly(text).toLowerCase()));
  return plainly(one.label) !== "" && told(one) === told(other);
}

/** A text that was typed, with one blank between its words and none around it. */
function plainly(text) {
  return text.split(/\s+/).filter(Boolean).join(" ");
}

/** Give each name as most people typed it, blanks and capital letters aside. The twin of names.py. */
export function namedAlike(names, known) {
  const typed = names.map(plainly);
  const count = (name) => typed.filter((one) => one === name).length;
  const byCount = [...new Set(typed)].sort((one, other) => count(one) - count(other) || (one < other ? -1 : 1));
  const spelling = new Map([...byCount, ...known].map((name) => [name.toLowerCase(), name]));
  return typed.map((name) => spelling.get(name.toLowerCase()));
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
