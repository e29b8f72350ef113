// A group's answers to one exercise, counted. The twin of pooling.py: see there for what it takes and gives.

import { OTHERS, suppressSmallGroups } from "./min_group_size.js";
import { marksOf, shapeOf } from "./shapes.js";

const CONVERSATIONS = 3;

export function pooledAnswers(spec, everybody, order, floor) {
  const people = everybody
    .map(({ answer, group }) => ({ marked: marksOf(spec, answer), group }))
    .filter(({ marked }) => marked.size > 0);
  if (people.length < floor) return null;
  const groups = suppressSmallGroups(
    people.map(({ group }) => group),
    order,
    floor,
  );
  const names = [...new Set(groups)].sort(
    (one, other) => groupPlace(order, one) - groupPlace(order, other) || (one < other ? -1 : 1),
  );
  const every = people.map(({ marked }) => marked);
  const members = new Map(names.map((name) => [name, every.filter((_, place) => groups[place] === name)]));
  const shape = shapeOf(spec);
  const rows = shape.rows(spec).map(({ id, counted }) => ({
    id,
    counts: counted(every),
    groups: Object.fromEntries(names.map((name) => [name, counted(members.get(name))])),
    differ: shape.comparable ? disagreement(spec, every, id, floor) : null,
  }));
  const items = shape.comparable ? rows.filter(({ differ }) => differ !== null) : rows;
  if (items.length === 0) return null;
  const disputed = items.filter(({ differ }) => differ > 0).sort((one, other) => other.differ - one.differ);
  return {
    people: people.length,
    groups: names.map((name) => ({ id: name, people: members.get(name).length })),
    items,
    conversations: disputed.slice(0, CONVERSATIONS).map(({ id }) => id),
  };
}

function groupPlace(order, name) {
  if (name === OTHERS) return order.length + 1;
  return order.includes(name) ? order.indexOf(name) : order.length;
}

/** How far people differ on an item, or null where too few have answered it. */
function disagreement(spec, people, item, floor) {
  const given = people.map((marked) => marked.get(item)).filter(Boolean);
  if (given.length < floor) return null;
  return Math.round(shapeOf(spec).disagreement(spec, given) * 10_000) / 10_000;
}

/** Whether somebody has answered at least one item with something the exercise knows. */
export function hasMark(spec, answer) {
  return marksOf(spec, answer).size > 0;
}
