// What choices, groups and items are called, where a group's answers are put into words.

import { OTHERS } from "./min_group_size.js";
import { NONE, NOT_ANSWERED, shapeOf } from "./shapes.js";

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

/** The beginning of a long text: a passage of a story is known by it. */
export function short(label) {
  return label.length > 120 ? `${label.slice(0, 110).replace(/\s+\S*$/, "")} …` : label;
}
