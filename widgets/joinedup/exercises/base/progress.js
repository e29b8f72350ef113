// How far an exercise is answered, in words.

import { fill } from "../../rendering/dom.js";

/** How many of some items have an answer in `given`, by their ids: another sentence once all of them do. */
export function progressLine(items, given, words) {
  const done = items.filter(({ id }) => id in given).length;
  const left = items.length - done;
  const counts = { done: String(done), all: String(items.length), left: String(left) };
  return fill(words[left ? "progress" : "progress-all"], counts);
}
