// What earlier editions kept for all books of a host together, in localStorage. It is taken over once, and taken away
// there only when the new place has it.

import { flatten } from "./flatten.js";
import { FORMAT } from "./text.js";
import { keysLike } from "./localstorage.js";

/** Where answers stand in every place, by exercise and mark. */
export const SPACE = "joinedup-workbook/1/";
export const ANSWERS = `${SPACE}answers/`;
export const PAPER = "joinedup-paper/1/";
/** The first edition kept all answers in one text. */
const FIRST = "joinedup-workbook";
const FIRST_VERSION = 1;

/** Everything that earlier editions keep in this browser, readable or not, by its key. */
export function earlierTexts() {
  try {
    return new Map([...keysLike(FIRST), ...keysLike(PAPER)].map((key) => [key, localStorage.getItem(key)]));
  } catch {
    return new Map();
  }
}

/** Take texts away from where earlier editions kept them; one that was changed meanwhile stays. */
export function removeEarlier(texts) {
  for (const [key, text] of texts) if (localStorage.getItem(key) === text) localStorage.removeItem(key);
}

/** Put back what `removeEarlier` took, where there is room. */
export function putBackEarlier(texts) {
  for (const [key, text] of texts) if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
}

/**
 * Of the texts of earlier editions, those that can be taken over (`from`), and what they become here (`changes`). Where
 * an exercise was changed later here (`mine`, a function of a key), only marks that are missing here are added.
 */
export function takenOver(texts, mine) {
  const known = new Map([...texts].filter(([key]) => key.startsWith(SPACE) || key.startsWith(PAPER)));
  const first = firstEdition(texts.get(FIRST) ?? null);
  const changes = new Map();
  for (const [key, text] of known) {
    const isLater = savedAt(known.get(headOf(key))) >= savedAt(mine(headOf(key)));
    if (mine(key) === null || (key.startsWith(ANSWERS) && isLater)) changes.set(key, text);
  }
  const from = new Map(known);
  if (first === null) return { from, changes };
  from.set(FIRST, texts.get(FIRST));
  const heads = new Set([...first.keys()].map(headOf));
  const isHere = (head) => mine(head) !== null || known.has(head);
  const gone = new Set([...heads].filter(isHere));
  for (const [key, text] of first) if (!gone.has(headOf(key))) changes.set(key, text);
  return { from, changes };
}

/** The key of an exercise's own text, where its kind and the time of its last change stand. */
function headOf(key) {
  return key.startsWith(ANSWERS) ? ANSWERS + key.slice(ANSWERS.length).split("/")[0] : key;
}

function savedAt(text) {
  try {
    return String(JSON.parse(text ?? "{}").saved ?? "");
  } catch {
    return "";
  }
}

/** What the first edition kept, as texts by their keys; null where that cannot be read. */
function firstEdition(text) {
  try {
    const { format, version, answers } = JSON.parse(text);
    if (format !== FORMAT || version !== FIRST_VERSION) return null;
    const entries = Object.entries(answers).flatMap(([exercise, { widget, saved, answer }]) => [
      [ANSWERS + exercise, JSON.stringify({ widget, saved: `${saved.slice(0, 19)}Z` })],
      ...[...flatten(answer)].map(([way, mark]) => [`${ANSWERS}${exercise}/${way}`, JSON.stringify(mark)]),
    ]);
    return new Map(entries);
  } catch {
    return null;
  }
}
