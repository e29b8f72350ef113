// A group's answers to one exercise, counted as they may be shown. The twin of pooling.py: see there for what it takes and
// gives. A hidden number is null.

import { COHORT_LIMITS } from "../content/limits.js";
import { hasMark, marksOn } from "./marks.js";
import { inOrder, suppressSmallGroups } from "./min_group_size.js";
import { IDEAS, shownItem } from "./shown_numbers.js";

export function pooledAnswers(spec, everybody, order, minGroupSize) {
  const people = everybody.filter(({ answer }) => hasMark(spec, answer));
  if (people.length < minGroupSize) return null;
  const items = itemsOf(spec, people, minGroupSize).map((id) => shownItem(spec, id, people, order, minGroupSize));
  if (items.length === 0) return null;
  const disputed = items
    .filter(({ disagreement }) => disagreement > 0)
    .sort((one, other) => other.disagreement - one.disagreement);
  const groups = suppressSmallGroups(
    people.map(({ group }) => group),
    order,
    minGroupSize,
  );
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

/** The items that enough people answered; where the marks are of ideas, one for all their places. */
function itemsOf(spec, people, minGroupSize) {
  if (spec.key === "marks") return [IDEAS];
  const answered = (id) => people.filter(({ answer }) => marksOn(spec, answer, id).length > 0).length;
  return spec.items.map(({ id }) => id).filter((id) => answered(id) >= minGroupSize);
}
