// Reading a workbook file that somebody brings: bounded, and strict. The twin of format.py and of the schema in data/.

import { WORKBOOK_LIMITS } from "../content/limits.js";
import { emptyWorkbook, FORMAT, VERSION, WHO, workbookText } from "./text.js";

export const MAX_BYTES = WORKBOOK_LIMITS.maxBytes;
const { noVersion, maxText, maxLine, maxId, maxEntries, maxParts, idLetters } = WORKBOOK_LIMITS;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SAVED = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/;
const WORKBOOK_ID = new RegExp(`^[0-9a-f]{${idLetters}}$`);
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** For each earlier version of the format, what makes the next one of it. */
const upgrades = new Map([[1, (found) => ({ ...found, version: 2 })]]); // version 2 added the id

/** What is wrong with a file or a code: a word for the kind of mistake, and the place in the file where there is one. */
export class WorkbookError extends Error {
  constructor(reason, place = "") {
    super(reason);
    this.reason = reason;
    this.place = place;
  }
}

/** Read a workbook from the text of its file, or throw a WorkbookError. */
export function workbookFrom(text) {
  if (text.length > MAX_BYTES) throw new WorkbookError("large");
  const found = upgraded(parsed(text));
  isObject(found, "", 6, (name, value) => {
    if (name === "format" || name === "version") return;
    if (name === "notes_for_group" && typeof value === "boolean") return;
    if (name === "id" && typeof value === "string" && WORKBOOK_ID.test(value)) return;
    if (name === "who") isObject(value, name, 3, (part, line) => isWho(part, line));
    else if (name === "answers")
      isObject(value, name, maxEntries, (exercise, entry) => isEntry(exercise, entry, `answers > ${exercise}`));
    else damaged(name);
  });
  if (!Object.hasOwn(found, "who") || !Object.hasOwn(found, "answers")) damaged("");
  if (countNames(found) < countNamesIn(text)) damaged("");
  const answers = Object.entries(found.answers).map(([exercise, entry]) => [exercise, whole(entry)]);
  const shared = {
    ...(found.notes_for_group ? { notes_for_group: true } : {}),
    ...(found.id ? { id: found.id } : {}),
  };
  const workbook = {
    ...emptyWorkbook(),
    ...shared,
    who: { ...emptyWorkbook().who, ...whole(found.who) },
    answers: Object.fromEntries(answers),
  };
  if (text.length > MAX_BYTES / 4 && new Blob([workbookText(workbook)]).size > MAX_BYTES)
    throw new WorkbookError("large"); // it could not be saved
  return workbook;
}

/** How many names a text of JSON gives. Where that is more than were read, one was given twice, and an answer would be lost. */
function countNamesIn(text) {
  let count = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/g)) count += colon.length;
  return count;
}

function countNames(value) {
  if (typeof value !== "object") return 0;
  return Object.values(value).reduce(
    (sum, inner) => sum + countNames(inner),
    Array.isArray(value) ? 0 : Object.keys(value).length,
  );
}

function parsed(text) {
  let found = null;
  try {
    found = JSON.parse(text);
  } catch {
    throw new WorkbookError(/^\s*\{/.test(text) ? "not-json" : "other");
  }
  if (typeof found !== "object" || found === null || Array.isArray(found) || found.format !== FORMAT)
    throw new WorkbookError("other");
  return found;
}

function upgraded(found) {
  const first = Math.min(VERSION, ...upgrades.keys());
  const { version } = found;
  if (!Number.isInteger(version) || version < first || version >= noVersion) damaged("version");
  if (version > VERSION) throw new WorkbookError("later");
  let now = found;
  while (now.version < VERSION) now = upgrades.get(now.version)(now);
  return now;
}

function damaged(place) {
  throw new WorkbookError("damaged", place.slice(0, 120));
}

function isObject(value, place, most, each) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) damaged(place);
  const entries = Object.entries(value);
  if (entries.length > most) damaged(place);
  for (const [name, inner] of entries) each(name, inner);
}

function isText(value, most, place) {
  if (typeof value !== "string" || (value.length > most && [...value].length > most)) damaged(place);
}

function isId(value, place) {
  isText(value, maxId, place);
  if (!ID.test(value)) damaged(place);
}

function isWho(part, line) {
  if (!WHO.includes(part)) damaged("who");
  isText(line, maxLine, `who > ${part}`);
}

function isEntry(exercise, entry, place) {
  isId(exercise, "answers");
  isObject(entry, place, 3, (name) => ["widget", "saved", "answer"].includes(name) || damaged(place));
  for (const name of ["widget", "saved", "answer"]) if (!Object.hasOwn(entry, name)) damaged(place);
  isId(entry.widget, `${place} > widget`);
  if (typeof entry.saved !== "string" || !SAVED.test(entry.saved)) damaged(`${place} > saved`);
  isObject(entry.answer, `${place} > answer`, maxParts, (part, value) =>
    isAnswerPart(part, value, `${place} > answer`),
  );
}

function isAnswerPart(part, value, place) {
  isId(part, place);
  const here = `${place} > ${part}`;
  if (part === "shown" || part === "revealed") {
    if (typeof value !== "boolean") damaged(here);
  } else if (part === "chosen") {
    if (!Array.isArray(value)) damaged(here);
    isIds(value, here);
  } else if (part === "notes")
    isObject(value, here, maxEntries, (name, text) => (isId(name, here), isText(text, maxText, `${here} > ${name}`)));
  else isObject(value, here, maxEntries, (name, inner) => isMark(name, inner, here));
}

function isMark(name, value, place) {
  isId(name, place);
  if (typeof value === "string") isText(value, maxText, `${place} > ${name}`);
  else if (Array.isArray(value)) isIds(value, `${place} > ${name}`);
  else
    isObject(
      value,
      `${place} > ${name}`,
      maxParts,
      (inner, id) => (isId(inner, place), isId(id, `${place} > ${name}`)),
    );
}

function isIds(values, place) {
  if (values.length > maxEntries) damaged(place);
  for (const id of values) isId(id, place);
}

/** Replace half a letter, which no file can hold, with the sign for an unknown letter. */
function whole(value) {
  if (typeof value === "string") return value.replace(LONE_SURROGATE, "\ufffd");
  if (Array.isArray(value)) return value.map(whole);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, whole(inner)]));
}
