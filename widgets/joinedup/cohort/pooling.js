// A group's answers to one exercise, counted as they may be shown. The twin of pooling.py: see there for what it takes and
// gives. A hidden number is null.

import { COHORT_LIMITS } from "../content/limits.js";
import { inOrder, suppressSmallGroups } from "./min_group_size.js";
import { marksOf, shapeOf } from "./shapes.js";
import { shownItem } from "./shown_numbers.js";

export function pooledAnswers(spec, everybody, order, minGroupSize) {
  const people = everybody
    .map(({ answer, group }) => ({ marked: marksOf(spec, answer), group }))
    .filter(({ marked }) => marked.size > 0);
  if (people.length < minGroupSize) return null;
  const every = people.map(({ marked }) => marked);
  const named = people.map(({ group }) => group);
  const lines = linesOf(spec, every, minGroupSize);
  const items = lines.map((line) => shownItem(spec, line, every, named, order, minGroupSize));
  if (items.length === 0) return null;
  const disputed = items
    .filter(({ disagreement }) => disagreement > 0)
    .sort((one, other) => other.disagreement - one.disagreement);
  const groups = suppressSmallGroups(named, order, minGroupSize);
  return {
    people: people.length,
    groups: inOrder([...new Set(groups)], order).map((id) => ({
      id,
      people: groups.filter((group) => group === id).length,
    })),
    items,
    conversations: disputed.slice(0, COHORT_LIMITS.conversations).map(({ id }) => id),
  };
}

/** The lines that enough people answered. */
function linesOf(spec, every, minGroupSize) {
  const shape = shapeOf(spec);
  const answered = (line) => every.filter((marked) => shape.answered(marked, line)).length;
  return shape.lines(spec).filter((line) => answered(line) >= minGroupSize);
}
