// The numbers of one item as they may be shown, whole and by group. The twin of shown_numbers.py.

import { inOrder, suppressSmallGroups } from "./min_group_size.js";
import { NOT_ANSWERED, shapeOf } from "./shapes.js";
import { countedTogether, countedTogetherByGroup, leftOutChoices, smallestNumber } from "./small_cells.js";

/** One line as `pooledAnswers` gives it; `every` are the marks of those who answered the exercise, `named` their groups. */
export function shownItem(spec, line, every, named, order, minGroupSize) {
  const shape = shapeOf(spec);
  const least = smallestNumber(minGroupSize);
  const whole = shape.cells(spec, line, every);
  const answered = new Set([...every.keys()].filter((place) => shape.answered(every[place], line)));
  const apart = suppressSmallGroups(named, order, minGroupSize, answered);
  const names = inOrder([...new Set(apart)], order);
  const inGroup = (name) => (place) => apart[place] === name;
  const groups = Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(Object.entries(whole).map(([choice, who]) => [choice, who.filter(inGroup(name))])),
    ]),
  );
  const isSeveral = shape.several;
  const hidden = isSeveral ? leftOut([whole], [], least) : countedTogether(whole, [], least);
  const inGroups = groupsHidden(groups, hidden, isSeveral, least);
  return {
    id: line,
    ...numbers(whole, hidden, isSeveral),
    groups: Object.fromEntries(
      names.map((name) => [
        name,
        { people: apart.filter((one) => one === name).length, ...numbers(groups[name], inGroups[name], isSeveral) },
      ]),
    ),
    disagreement: shape.comparable ? disagreementOf(shape, spec, whole, hidden, answered.size) : null,
  };
}

function groupsHidden(groups, before, isSeveral, least) {
  const names = Object.keys(groups);
  if (names.length === 0) return {};
  if (!isSeveral) return countedTogetherByGroup(groups, before, least);
  const hidden = leftOut(Object.values(groups), before, least);
  return Object.fromEntries(names.map((name) => [name, hidden]));
}

/** What is left out where people may mark several choices, those who did not answer too where they are one or two. */
function leftOut(tables, before, least) {
  const groups = tables.map(({ [NOT_ANSWERED]: _, ...cells }) => ({
    cells,
    answered: new Set(Object.values(cells).flat()).size,
  }));
  const isAnswer = (choice) => choice !== NOT_ANSWERED;
  const found = leftOutChoices(groups, before.filter(isAnswer), least);
  const few = tables.some(({ [NOT_ANSWERED]: gone }) => gone.length > 0 && gone.length < least);
  return few || before.includes(NOT_ANSWERED) ? [...found, NOT_ANSWERED] : found;
}

function numbers(cells, hidden, isSeveral) {
  const counts = Object.entries(cells).map(([choice, who]) => [choice, hidden.includes(choice) ? null : who.length]);
  return {
    counts: Object.fromEntries(counts),
    together: isSeveral ? 0 : hidden.reduce((sum, choice) => sum + cells[choice].length, 0),
  };
}

/** The share of pairs who differ; where numbers are hidden, the least that is possible with those shown. */
function disagreementOf(shape, spec, cells, hidden, answered) {
  const isShown = (choice) => choice !== NOT_ANSWERED && !hidden.includes(choice);
  const shown = Object.keys(cells)
    .filter(isShown)
    .map((choice) => cells[choice].length);
  const mayBeGone = hidden.includes(NOT_ANSWERED);
  const share = () => {
    if (shape.several) {
      const pairs = shown.map((count) => (mayBeGone ? 0 : pairsThatDiffer([count, answered - count])));
      return pairs.reduce((sum, one) => sum + one, 0) / shape.choices(spec).length;
    }
    const rest = hidden.reduce((sum, choice) => sum + cells[choice].length, 0);
    return Math.min(...leastApart(rest, mayBeGone).map((some) => pairsThatDiffer([...shown, ...some])));
  };
  return Math.round(share() * 10_000) / 10_000;
}

/** How those who are counted together may lie, at the least: all but one alike, or not answering at all. */
function leastApart(rest, mayBeGone) {
  if (rest === 0) return [[]];
  return mayBeGone ? [[rest], [rest - 1], []] : [[rest - 1, 1]];
}

function pairsThatDiffer(counts) {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const same = counts.reduce((sum, count) => sum + count * (count - 1), 0);
  return people > 1 ? 1 - same / (people * (people - 1)) : 0;
}
