// What choices, groups and items are called, where a group's answers are put into words.

import { OTHERS } from "./min_group_size.js";

/** What the columns of a picture or a table are: every choice, and those who did not answer. */
export function columnsOf({ words: labels }, spec) {
  const none = spec.key === "marked" ? [{ id: "none", label: spec.none }] : [];
  return [...spec.choices, ...none, { id: "", label: labels["not-answered"] }];
}

export function groupName({ words: labels }, id) {
  return id === "" ? labels.everybody : id === OTHERS ? labels.others : id;
}

/** The beginning of a long text: a passage of a story is known by it. */
export function short(label) {
  return label.length > 120 ? `${label.slice(0, 110).replace(/\s+\S*$/, "")} …` : label;
}
