// One exercise's answer as a person would read it: what they wrote, what they chose, and what they want to work on.

import { inWords } from "../../../../../widgets/joinedup/exercises/base/answer_in_words.js";
import { fill, make } from "../../../../../widgets/joinedup/rendering/dom.js";
import { flatten } from "../../../../../widgets/joinedup/workbook/flatten.js";
import { isKnown } from "../asked.js";

/** From so many rows, or letters in a note, on: more than can be kept on one side of a sheet at any price. */
const LONG = { rows: 14, letters: 1200 };

/** What is asked in an exercise, or null for one that this edition does not have. */
export function specOf(book, exercise) {
  return book.exercises.find((one) => one.exercise === exercise) ?? null;
}

/**
 * An answer as pairs of label and text: what was written (`notes`), what was chosen (`choices`), what was chosen to work
 * on (`chosen`, texts), and the number of marks that this edition has no words for (`other`).
 */
export function answerSummary(book, exercise, answer) {
  const spec = specOf(book, exercise);
  if (spec === null || !isKnown(spec)) return { notes: [], choices: [], chosen: [], other: flatten(answer).size };
  return {
    notes: inWords(spec, answer, "notes"),
    choices: inWords(spec, answer, "items"),
    chosen: inWords(spec, answer, "chosen").map(({ text }) => text),
    other: notAsked(spec, answer),
  };
}

/** How many marks belong to something that this edition no longer asks, or no longer offers. */
function notAsked({ key, prompts, items, choices }, answer) {
  const has = (list, id) => list.some((one) => one.id === id);
  const fits = ([way, mark]) => {
    const [part, id] = way.split("/");
    if (part === "notes") return has(prompts, id);
    if (part === "chosen") return [mark].flat().every((one) => has(items, one));
    return part !== key ? id === undefined : has(items, id) && [mark].flat().every((one) => has(choices, one));
  };
  return [...flatten(answer)].filter((leaf) => !fits(leaf)).length;
}

/** What one of two answers says that the other does not say too. */
export function onlyHere(mine, theirs) {
  const without = (pairs, others) =>
    pairs.filter(({ label, text }) => !others.some((other) => other.label === label && other.text === text));
  return {
    notes: without(mine.notes, theirs.notes),
    choices: without(mine.choices, theirs.choices),
    chosen: mine.chosen.join() === theirs.chosen.join() ? [] : mine.chosen,
    other: mine.other === theirs.other ? 0 : mine.other,
  };
}

/** What is told of an answer, drawn. */
export function summaryPart({ book, say }, exercise, { notes, choices, chosen, other }) {
  const { words } = book;
  const spec = specOf(book, exercise);
  const ownNote = (label) => notes.some((note) => note.label === label);
  const noted = notes.flatMap(({ label, text }) => [
    make("p", { class: "jw-asked" }, say(label)),
    make("p", { class: "jw-note", "data-long": text.length > LONG.letters ? "" : undefined }, say(text)),
    ...choices
      .filter((choice) => choice.label === label)
      .map((choice) => make("p", { class: "jw-mark" }, say(choice.text))),
  ]);
  const rest = choices.filter(({ label }) => !ownNote(label));
  const sorted = Boolean(spec?.by_choice);
  return [
    ...noted,
    rest.length ? choiceList(say, sorted ? byPlace(spec, rest) : rest, sorted) : null,
    ...(chosen.length
      ? [
          make("p", { class: "jw-asked" }, words.chosen),
          make("ul", {}, ...chosen.map((text) => make("li", {}, say(text)))),
        ]
      : []),
    other ? make("p", { class: "jw-help" }, otherText(words, spec, other)) : null,
  ].filter(Boolean);
}

function otherText(words, spec, other) {
  return spec && !isKnown(spec) ? words["asked-not-loaded"] : fill(words.other, { count: String(other) });
}

export function isLong({ notes, choices }) {
  return choices.length > LONG.rows || notes.reduce((sum, { text }) => sum + text.length, 0) > LONG.letters;
}

/** The cards by the places they lie in, the places in the order of the exercise. */
function byPlace({ choices }, placed) {
  const names = choices.flatMap(({ label, before }) => [label, before ?? label]);
  const found = [...new Set(placed.map(({ text }) => text))].sort(
    (one, other) => names.indexOf(one) - names.indexOf(other),
  );
  return found.map((place) => ({
    label: place,
    text: placed
      .filter(({ text }) => text === place)
      .map(({ label }) => label)
      .join("; "),
  }));
}

function choiceList(say, pairs, sorted) {
  const rows = pairs.map(({ label, text }) => make("div", {}, make("dt", {}, say(label)), make("dd", {}, say(text))));
  return make("dl", { class: "jw-choices", "data-sorted": sorted ? "" : undefined }, ...rows);
}
