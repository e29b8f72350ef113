// The groups people may be shown in.

import { allowsDifferencing, suppressSmallGroups } from "../../../../../widgets/joinedup/cohort/min_group_size.js";
import { hasMark } from "../../../../../widgets/joinedup/cohort/pooling.js";

/** The groups that are known beforehand, in order. */
export const orderOf = ({ by, book }) => (by === "role" ? book.roles : []);

/** The people, each in the group they may be shown in: in none if that and an earlier split would single somebody out. */
export function apartFor({ splits, by, floor }, spec, people, order) {
  const answering = people.filter(({ answer }) => hasMark(spec, answer));
  const groups = suppressSmallGroups(
    answering.map(({ group }) => group),
    order,
    floor,
  );
  const shown = splits.get(spec.exercise) ?? new Map();
  if (groups.length === 0) return people;
  if ([...shown].some(([name, other]) => name !== by && allowsDifferencing(groups, other, floor)))
    return people.map((one) => ({ ...one, group: "" }));
  splits.set(spec.exercise, shown.set(by, groups));
  return people;
}
