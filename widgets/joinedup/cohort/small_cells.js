// Which numbers of a table are shown by themselves, and which are counted together. The twin of small_cells.py: the rule
// of the group picture is written there, as a whole. Cells give for each choice the number of the person behind each answer.

import { COHORT_LIMITS } from "../content/limits.js";

/** All choices that are counted together in the whole: of them only the sum is known there. */
const WHOLE = "\0";

/** The smallest number of people, zero aside, that a number may count: three, or two where the minimum is. */
export function smallestNumber(minGroupSize) {
  return Math.min(COHORT_LIMITS.smallestNumber, minGroupSize);
}

/** Count the people behind some choices, each once. */
export function peopleBehind(cells, choices) {
  if (choices.length === 1) return new Set(cells[choices[0]]).size;
  return new Set(choices.flatMap((choice) => cells[choice])).size;
}

/** The choices that are counted together where each answer is in one of them; `before` are so already. */
export function countedTogether(cells, before, least) {
  const choices = Object.keys(cells);
  const small = choices.filter((choice) => cells[choice].length > 0 && peopleBehind(cells, [choice]) < least);
  const found = new Set([...before, ...small]);
  if (found.size === 0) return [];
  const first = choices.findIndex((choice) => (small.length ? small.includes(choice) : found.has(choice)));
  for (const choice of choices) if (cells[choice].length === 0) found.add(choice); // nobody learns how many choices it is
  for (const choice of [...choices.slice(first), ...choices.slice(0, first)]) {
    if (found.size > 1 && nobodyOrEnough(peopleBehind(cells, [...found]), least)) break;
    found.add(choice); // the next in order, whatever its size: the smallest would tell that it is no larger
  }
  return choices.filter((choice) => found.has(choice));
}

function nobodyOrEnough(people, least) {
  return people === 0 || people >= Math.max(least, COHORT_LIMITS.mergedAtLeast);
}

/** The same for each group, where the whole is known too; `before` are those of the whole. */
export function countedTogetherByGroup(groups, before, least) {
  const hidden = {};
  const hide = (more) => {
    for (const [name, cells] of Object.entries(groups))
      hidden[name] = countedTogether(cells, [...(hidden[name] ?? before), ...more], least);
  };
  hide([]);
  for (let choice = nextToHide(groups, hidden, before, least); choice !== null;) {
    hide([choice]);
    choice = nextToHide(groups, hidden, before, least);
  }
  return hidden;
}

/** A choice to hide in every group, because a small number could be worked out; null if there is none. */
function nextToHide(groups, hidden, before, least) {
  const names = Object.keys(groups);
  const choices = Object.keys(groups[names[0]]).filter((choice) => !before.includes(choice));
  const partly = choices.filter((choice) => !names.every((name) => hidden[name].includes(choice)));
  const size = (choice) => names.reduce((sum, name) => sum + groups[name][choice].length, 0);
  const opened = [WHOLE, ...choices].filter((choice) => opens(groups, hidden, before, choice, least));
  if (opened.length === 0) return null;
  const some = partly.filter((choice) => opened.includes(choice));
  const candidates = some.length ? some : partly.filter((choice) => size(choice) > 0);
  return candidates.sort((one, other) => size(one) - size(other))[0] ?? null;
}

/** Whether a small number of a choice can be worked out, in one group or in all that hide it. */
function opens(groups, hidden, before, choice, least) {
  const columns = choice === WHOLE ? before : [choice];
  const hiding = Object.keys(groups)
    .filter((name) => columns.every((one) => hidden[name].includes(one)))
    .map((name) => ({ name, people: peopleBehind(groups[name], columns) }));
  const total = hiding.reduce((sum, { people }) => sum + people, 0);
  if (choice !== WHOLE && !nobodyOrEnough(total, least)) return true;
  return hiding.some(({ name, people }) => people > 0 && follows(groups, hidden, before, name, choice));
}

/** Whether a hidden number follows from the sums of groups and choices: whether its line is part of no ring. */
function follows(groups, hidden, before, group, choice) {
  const names = Object.keys(groups);
  const isThere = (one) => names.some((name) => hidden[name].includes(one) && groups[name][one].length > 0);
  const lines = names
    .filter((name) => peopleBehind(groups[name], hidden[name]) > 0)
    .flatMap((name) => hidden[name].filter(isThere).map((one) => [name, before.includes(one) ? WHOLE : one]))
    .filter(([name, one]) => name !== group || one !== choice);
  const [reachedGroups, reachedChoices] = [new Set([group]), new Set()];
  for (let reached = -1; reached !== reachedGroups.size + reachedChoices.size;) {
    reached = reachedGroups.size + reachedChoices.size;
    for (const [name, one] of lines) {
      if (reachedGroups.has(name)) reachedChoices.add(one);
      if (reachedChoices.has(one)) reachedGroups.add(name);
    }
  }
  return !reachedChoices.has(choice);
}

/** The choices whose numbers are left out where a person may give several answers; `groups` are `{ cells, answered }`. */
export function leftOutChoices(groups, before, least) {
  const choices = Object.keys(groups[0]?.cells ?? {});
  const hidden = new Set(before);
  for (const { cells, answered } of groups) {
    for (const choice of choices) {
      const count = peopleBehind(cells, [choice]);
      if (count < least || (answered - count > 0 && answered - count < least)) hidden.add(choice);
    }
  }
  return choices.filter((choice) => hidden.has(choice));
}
