// A group's answers to one exercise, counted. The twin of pooling.py: see there for what it takes and gives.

import { OTHERS, suppressSmallGroups } from "./min_group_size.js";

const NOT_ANSWERED = "";
const NONE = "none";
const CONVERSATIONS = 3;

export function pooledAnswers(spec, everybody, order, floor) {
  const people = everybody.filter(({ answer }) => hasMark(spec, answer));
  if (people.length < floor) return null;
  const groups = suppressSmallGroups(
    people.map(({ group }) => group),
    order,
    floor,
  );
  const names = [...new Set(groups)].sort(
    (one, other) => groupPlace(order, one) - groupPlace(order, other) || (one < other ? -1 : 1),
  );
  const members = (name) => people.filter((_, place) => groups[place] === name);
  const inGroups = (counted) => Object.fromEntries(names.map((name) => [name, counted(members(name))]));
  const every = pooledItems(spec).map(({ id, counted, differing }) => ({
    id,
    counts: counted(people),
    groups: inGroups(counted),
    differ: differing ? differing(people, floor) : null,
  }));
  const items = spec.key === "marks" ? every : every.filter(({ differ }) => differ !== null);
  if (items.length === 0) return null;
  const disputed = items.filter(({ differ }) => differ > 0).sort((one, other) => other.differ - one.differ);
  return {
    people: people.length,
    groups: names.map((name) => ({ id: name, people: members(name).length })),
    items,
    conversations: disputed.slice(0, CONVERSATIONS).map(({ id }) => id),
  };
}

function groupPlace(order, name) {
  if (name === OTHERS) return order.length + 1;
  return order.includes(name) ? order.indexOf(name) : order.length;
}

/** The marks of one person on one item, those of them that the exercise knows: a list, empty where there is none. */
export function marksOn({ key, choices }, answer, item) {
  const part = answer[key];
  const given = part && Object.hasOwn(part, item) ? part[item] : undefined;
  const known = (id) => choices.some((choice) => choice.id === id);
  if (key === "marked") {
    if (!Array.isArray(given)) return [];
    return given.length === 0 ? [NONE] : given.filter(known);
  }
  if (key === "marks") {
    const both = [given?.improvement, given?.effort];
    return both.every(known) ? [both.join("/")] : [];
  }
  return typeof given === "string" && known(given) ? [given] : [];
}

/** Whether somebody has answered at least one item with something the exercise knows. */
export function hasMark(spec, answer) {
  return spec.items.some(({ id }) => marksOn(spec, answer, id).length > 0);
}

function pooledItems(spec) {
  if (spec.key === "marks") return ideaCells(spec);
  const choices = [...spec.choices.map(({ id }) => id), ...(spec.key === "marked" ? [NONE] : [])];
  return spec.items.map(({ id }) => ({
    id,
    counted: (people) => {
      const counts = Object.fromEntries([...choices, NOT_ANSWERED].map((choice) => [choice, 0]));
      for (const { answer } of people) {
        const marks = marksOn(spec, answer, id);
        for (const mark of marks.length ? new Set(marks) : [NOT_ANSWERED]) counts[mark] += 1;
      }
      return counts;
    },
    differing: (people, floor) => {
      const given = people.map(({ answer }) => marksOn(spec, answer, id)).filter((marks) => marks.length);
      if (given.length < floor) return null;
      const differ =
        spec.key === "marked" ? meanOfChoices(choices, given) : pairsThatDiffer(given.map(([mark]) => mark));
      return Math.round(differ * 10_000) / 10_000;
    },
  }));
}

/** The share of all pairs of people who said something else. */
function pairsThatDiffer(said) {
  const counts = new Map();
  for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
  const same = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return 1 - same / (said.length * (said.length - 1));
}

function meanOfChoices(choices, given) {
  const shares = choices.map((choice) => pairsThatDiffer(given.map((marks) => marks.includes(choice))));
  return shares.reduce((sum, share) => sum + share, 0) / choices.length;
}

/** Ideas are each person's own: what can be pooled is where they lie. */
function ideaCells(spec) {
  const axis = (name) => spec.choices.map(({ id }) => id).filter((id) => id.startsWith(name));
  return axis("improvement").flatMap((improvement) =>
    axis("effort").map((effort) => ({
      id: `${improvement}/${effort}`,
      counted: (people) => ({
        ideas: people.reduce(
          (sum, { answer }) =>
            sum + spec.items.filter(({ id }) => marksOn(spec, answer, id)[0] === `${improvement}/${effort}`).length,
          0,
        ),
      }),
    })),
  );
}
