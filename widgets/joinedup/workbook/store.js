// The workbook a reader keeps in this browser. Every single mark has a place of its own, so that nothing that happens in
// one tab can undo what was answered in another. What is kept is read from memory at once, when `storeReady` has settled;
// what is changed is changed there, and written: each function that writes gives a promise of whether that was done.

import { unflatten, changes } from "./flatten.js";
import { ANSWERS, earlierTexts, putBackEarlier, removeEarlier, SPACE } from "./earlier.js";
import { held, unsavedKeys } from "./opening.js";
import { emptyWorkbook, newWorkbookId, nowSaved, WHO } from "./text.js";

const ID_KEY = `${SPACE}id`;
const WHO_SPACE = `${SPACE}who/`;

export function readText(key) {
  return held().get(key);
}

/** Keep texts by their keys, or take away those that are null, all at once. */
export function writeTexts(texts) {
  return held().write(texts);
}

export function keysOf(space) {
  return held()
    .keys()
    .filter((key) => key.startsWith(space));
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
  return held().place.name !== "nowhere";
}

/** Whether what is kept is on the disk when it is called kept: see `localstorage.js`. */
export function savesForCertain() {
  return held().place.name === "indexeddb";
}

/** Whether this page holds something that it could not keep. */
export function holdsUnsaved() {
  return unsavedKeys().length > 0;
}

/** Why something could not be kept: the name of the label that says so. */
export function whyUnsaved() {
  return held().refused();
}

/** Call `told` whenever a change was written, or could not be. */
export function onWritten(told) {
  held().on("settled", told);
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
  return writeTexts(changedTexts(exercise, widget, before, after, saved));
}

/** The texts that change from one answer to the next. */
function changedTexts(exercise, widget, before, after, saved) {
  const { given, gone } = changes(before, after);
  const head = ANSWERS + exercise;
  const texts = new Map([...given].map(([way, mark]) => [`${head}/${way}`, JSON.stringify(mark)]));
  for (const way of gone) texts.set(`${head}/${way}`, null);
  if (texts.size === 0) return texts;
  const isLeft = given.size > 0 || keysOf(`${head}/`).some((key) => texts.get(key) !== null);
  return texts.set(head, isLeft ? JSON.stringify({ widget, saved }) : null);
}

/** Replace what is kept of one exercise with another entry; null takes it away. */
export function saveEntry(exercise, entry) {
  return saveEntries([[exercise, entry]]);
}

/** The same for many exercises at once; a pair of an exercise and its entry for each. */
export function saveEntries(entries) {
  return saveChanges(entries.map(([exercise, entry]) => [exercise, savedEntry(exercise), entry]));
}

/** Keep what changed between two entries of some exercises, and touch nothing else; null stands for no entry. */
export function saveChanges(all) {
  const texts = all.flatMap(([exercise, before, after]) => [
    ...changedTexts(
      exercise,
      after?.widget ?? before?.widget ?? "",
      before?.answer ?? {},
      after?.answer ?? {},
      after?.saved ?? nowSaved(),
    ),
  ]);
  return writeTexts(new Map(texts));
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
  return writeTexts(new Map(WHO.map((part) => [WHO_SPACE + part, who[part] ? JSON.stringify(who[part]) : null])));
}

/** Take away everything that any edition keeps of this book in this browser; give it, so that it can be put back. */
export function takeEverything() {
  const texts = new Map(keysOf(SPACE).map((key) => [key, readText(key)]));
  const earlier = new Map([...earlierTexts()].filter(([key]) => key.startsWith(SPACE.split("/")[0])));
  if (texts.size) writeTexts(new Map([...texts.keys()].map((key) => [key, null])));
  removeEarlier(earlier);
  return { texts, earlier };
}

/** Put back what was taken away, but for what has been given again since. */
export function putBack({ texts, earlier = new Map() }) {
  putBackEarlier(earlier);
  return writeTexts(new Map([...texts].filter(([key]) => readText(key) === null)));
}

/** The id of this workbook, drawn when it is begun; a deleted workbook's id is gone with it. */
export function savedId() {
  const found = readMark(ID_KEY);
  if (typeof found === "string") return found;
  const id = newWorkbookId();
  saveId(id);
  return id;
}

/** Let this workbook go by an id, such as that of the file it came from; by none where there is none. */
export function saveId(id) {
  return writeTexts(new Map([[ID_KEY, id ? JSON.stringify(id) : null]]));
}

/** All that is kept, as a workbook. */
export function savedWorkbook() {
  const answers = savedEntries();
  const begun = Object.keys(answers).length ? { id: savedId() } : {};
  return { ...emptyWorkbook(), ...begun, who: savedWho(), answers };
}

/** Call `changed` when another tab keeps something in a space, and when the page is shown again after it lay asleep. */
export function onOtherTab(changed, space = SPACE) {
  held().on("changed", (keys) => keys.some((key) => key.startsWith(space)) && changed());
}
