// The groups people may be shown in.

import { hasMark } from "../../../../../widgets/joinedup/cohort/shapes.js";
import { sameSplit, suppressSmallGroups } from "../../../../../widgets/joinedup/cohort/min_group_size.js";
import { personKey } from "../../../../../widgets/joinedup/cohort/persons.js";

/** The groups that are known beforehand, in order. */
export const orderOf = ({ by, book }) => (by === "role" ? book.roles : []);

/** The people, each in the group they gave; in none if any of them was shown apart otherwise before. */
export function apartFor({ splits, by, minGroupSize }, spec, people, order) {
  const answering = people.filter(({ answer }) => hasMark(spec, answer));
  const names = suppressSmallGroups(
    answering.map(({ group }) => group),
    order,
    minGroupSize,
  );
  if (!by || names.length === 0) return people;
  const groups = new Map(answering.map((one, place) => [personKey(one), names[place]]));
  const shown = splits.get(spec.exercise) ?? [];
  if (!shown.every((before) => (before.by === by && before.agreed) || isSameForBoth(before.groups, groups)))
    return people.map((one) => ({ ...one, group: "" }));
  splits.set(spec.exercise, [...shown, { by, groups, agreed: false }]);
  return people;
}

/** People agreed to a new picture: it may put them apart by the same thing as before, though others are in now. */
export function agreeToSplit({ splits }, exercise) {
  for (const before of splits.get(exercise) ?? []) before.agreed = true;
}

function isSameForBoth(before, now) {
  const both = [...now.keys()].filter((key) => before.has(key));
  return sameSplit(
    both.map((key) => before.get(key)),
    both.map((key) => now.get(key)),
  );
}
