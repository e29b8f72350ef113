// The workbook a reader keeps in this browser. Every single mark has a place of its own, so that nothing that happens in
// one tab can undo what was answered in another. What cannot be kept is held here as long as the page is open.

import { unflatten, changes } from "./flatten.js";
import { emptyWorkbook, FORMAT, newWorkbookId, nowSaved, WHO } from "./text.js";

const SPACE = "joinedup-workbook/1/";
const ANSWERS = `${SPACE}answers/`;
const ID_KEY = `${SPACE}id`;
const WHO_SPACE = `${SPACE}who/`;
/** Texts by their keys, or null for what should be gone: all that this page could not keep. */
const unsaved = new Map();
/** Why: "no-room", or "not-kept" where the browser forbids it. */
let whyNot = "";

export function readText(key) {
  if (unsaved.has(key)) return unsaved.get(key);
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keep a text, or take it away where it is null. Says whether that could be done. */
export function writeText(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    unsaved.delete(key);
    return true;
  } catch (error) {
    whyNot = error.name === "QuotaExceededError" ? "no-room" : "not-kept";
    unsaved.set(key, text);
    return false;
  }
}

export function keysOf(space) {
  const keys = new Set([...unsaved].filter(([, text]) => text !== null).map(([key]) => key));
  try {
    for (let place = 0; place < localStorage.length; place += 1) keys.add(localStorage.key(place));
  } catch {
    // Where nothing may be read, there is what this page holds.
  }
  return [...keys].filter((key) => key.startsWith(space) && readText(key) !== null);
}

export function readMark(key) {
  try {
    return JSON.parse(readText(key));
  } catch {
    return undefined;
  }
}

/** Whether this browser lets the page keep anything. */
export function canSave() {
  const key = "joinedup-trial";
  const kept = writeText(key, "1") && writeText(key, null);
  unsaved.delete(key);
  return kept;
}

/** Whether this page holds something that it could not keep. */
export function holdsUnsaved() {
  return unsaved.size > 0;
}

/** Why something could not be kept: the name of the label that says so. */
export function whyUnsaved() {
  return whyNot;
}

/** Before a page is left with answers that could not be kept, the browser asks. */
export function askBeforeLosing() {
  window.addEventListener("beforeunload", (event) => holdsUnsaved() && event.preventDefault());
}

/** What is kept of one exercise: its kind, when it was last changed, and the answer; null if there is no answer. */
export function savedEntry(exercise) {
  return entryOf(exercise, keysOf(`${ANSWERS}${exercise}/`));
}

/** Everything that is kept, by exercise. */
export function savedEntries() {
  const keysByExercise = new Map();
  for (const key of keysOf(ANSWERS)) {
    const exercise = key.slice(ANSWERS.length).split("/")[0];
    keysByExercise.set(exercise, [...(keysByExercise.get(exercise) ?? []), key]);
  }
  const entries = [...keysByExercise].map(([exercise, keys]) => [exercise, entryOf(exercise, keys)]);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== null));
}

function entryOf(exercise, keys) {
  const start = `${ANSWERS}${exercise}/`.length;
  const found = new Map();
  for (const key of keys.filter((one) => one.length > start)) {
    const mark = readMark(key);
    if (mark !== undefined) found.set(key.slice(start), mark);
  }
  if (found.size === 0) return null;
  const { widget = "", saved = "" } = readMark(ANSWERS + exercise) ?? {};
  return { widget, saved, answer: unflatten(found) };
}

/** The answer kept for an exercise, or an empty one. */
export function savedAnswer(exercise) {
  return savedEntry(exercise)?.answer ?? {};
}

/** Every kept answer, by exercise. */
export function savedAnswers() {
  return Object.fromEntries(Object.entries(savedEntries()).map(([exercise, { answer }]) => [exercise, answer]));
}

/** Keep what changed in an answer, and touch nothing else. Says whether all of the answer is kept now. */
export function saveAnswer(exercise, widget, before, after, saved = nowSaved()) {
  const { given, gone } = changes(before, after);
  const head = ANSWERS + exercise;
  for (const [key, text] of [...unsaved]) writeText(key, text); // there may be room by now
  if (given.size || gone.length) writeText(head, JSON.stringify({ widget, saved }));
  for (const [way, mark] of given) writeText(`${head}/${way}`, JSON.stringify(mark));
  for (const way of gone) writeText(`${head}/${way}`, null);
  if (gone.length && !given.size && keysOf(`${head}/`).length === 0) writeText(head, null);
  return ![...unsaved.keys()].some((key) => key === head || key.startsWith(`${head}/`));
}

/** Put one exercise's entry in place of what is kept of it; null takes it away. Says whether that could be done. */
export function saveEntry(exercise, entry) {
  return saveAnswer(exercise, entry?.widget ?? "", savedAnswer(exercise), entry?.answer ?? {}, entry?.saved);
}

/** The same for many exercises at once; a pair of an exercise and its entry for each. */
export function saveEntries(entries) {
  const there = new Map(Object.entries(savedEntries()));
  for (const [exercise, entry] of entries) {
    saveAnswer(exercise, entry?.widget ?? "", there.get(exercise)?.answer ?? {}, entry?.answer ?? {}, entry?.saved);
  }
}

/** Who the reader says they are: label, team and role, each perhaps empty. */
export function savedWho() {
  const text = (part) => {
    const found = readMark(WHO_SPACE + part);
    return typeof found === "string" ? found : "";
  };
  return Object.fromEntries(WHO.map((part) => [part, text(part)]));
}

export function saveWho(who) {
  return WHO.map((part) => writeText(WHO_SPACE + part, who[part] ? JSON.stringify(who[part]) : null)).every(Boolean);
}

/** Take away everything that any edition keeps in this browser; give it, so that it can be put back. */
export function takeEverything() {
  const keys = new Set([...unsaved.keys(), ...keysOf(SPACE.split("/")[0])]);
  const texts = new Map([...keys].map((key) => [key, readText(key)]));
  for (const key of keys) writeText(key, null);
  return texts;
}

/** Put back what was taken away, but for what has been given anew meanwhile. */
export function putBack(texts) {
  for (const [key, text] of texts) if (text !== null && readText(key) === null) writeText(key, text);
}

/** The id of this workbook, drawn when it is begun; a deleted workbook's id is gone with it. */
export function savedId() {
  const found = readMark(ID_KEY);
  if (typeof found === "string") return found;
  const id = newWorkbookId();
  writeText(ID_KEY, JSON.stringify(id));
  return id;
}

/** All that is kept, as a workbook. */
export function savedWorkbook() {
  const answers = savedEntries();
  const begun = Object.keys(answers).length ? { id: savedId() } : {};
  return { ...emptyWorkbook(), ...begun, who: savedWho(), answers };
}

/** Call `changed` when another tab keeps something, and when the page is shown again after it lay asleep. */
export function onOtherTab(changed) {
  window.addEventListener("storage", ({ key }) => (key === null || key.startsWith(SPACE)) && changed());
  window.addEventListener("pageshow", ({ persisted }) => persisted && changed());
}

/** Take over what the first edition kept: all answers in one text. What cannot be read is left where it is. */
export function takeOverFirstEdition() {
  const key = SPACE.split("/")[0];
  try {
    const { format, version, answers } = JSON.parse(localStorage.getItem(key)) ?? {};
    if (format !== FORMAT || version !== 1) return;
    const there = savedEntries();
    const kept = Object.entries(answers)
      .filter(([exercise]) => !Object.hasOwn(there, exercise))
      .map(([exercise, { widget, saved, answer }]) =>
        saveEntry(exercise, { widget, saved: `${saved.slice(0, 19)}Z`, answer }),
      );
    if (kept.every(Boolean)) localStorage.removeItem(key);
  } catch {
    // Nothing that can be taken over.
  }
}
