// What choices, groups and items are called, where a group's answers are put into words.

import { COHORT_LIMITS } from "../content/limits.js";
import { OTHERS } from "./min_group_size.js";
import { NONE, NOT_ANSWERED, shapeOf } from "./shapes.js";

/** Not an id of a choice: these have no blanks. */
const TOGETHER = "counted together";

/** What the columns of a picture or a table are: every choice, and those who did not answer. */
export function columnsOf({ words: labels }, spec) {
  const names = new Map([...spec.choices.map(({ id, label }) => [id, label]), [NONE, spec.none]]);
  const choices = shapeOf(spec)
    .choices(spec)
    .map((id) => ({ id, label: names.get(id) }));
  return [...choices, { id: NOT_ANSWERED, label: labels["not-answered"] }];
}

export function groupName({ words: labels }, id) {
  return id === "" ? labels.everybody : id === OTHERS ? labels.others : id;
}

/** The same with one more for the answers that are counted together, where there are any. */
export function columnsShown(book, spec, rows) {
  const together = rows.some((row) => row.together > 0) ? [{ id: TOGETHER, label: book.words.together }] : [];
  return [...columnsOf(book, spec), ...together];
}

/** Every number of a row by its column; null is a hidden one. */
export function numbersOf({ counts, together }) {
  return { ...counts, [TOGETHER]: together };
}

/** Whether a number of a row isn't shown by itself. */
export function isHiding({ counts, together }) {
  return together > 0 || Object.values(counts).includes(null);
}

/** The beginning of a long text: a passage of a story is known by it. */
export function short(label) {
  const { labelLong, labelCut } = COHORT_LIMITS;
  const letters = [...label];
  if (letters.length <= labelLong) return label;
  const whole = letters.slice(0, labelCut).join("");
  return `${whole.replace(/\s+\S*$/, "")} …`;
}
