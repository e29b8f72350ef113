// Who may be shown apart: groups of at least so many people, so put together that none can be worked out by subtraction.
// The twin of min_group_size.py. The whole rule is in small_cells.py.

export const OTHERS = "others";

/** The group that each person is shown in; `counting` has the places of those who count, everybody unless given. */
export function suppressSmallGroups(groups, order, minGroupSize, counting = null) {
  const counts = new Map();
  groups.forEach((name, place) => {
    if (counting === null || counting.has(place)) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  const enough = ([name, count]) => name && name !== OTHERS && count >= minGroupSize;
  const named = [...counts].filter(enough).map(([name]) => name);
  const shown = inOrder(named, order);
  let others = [...counts].reduce((sum, [name, count]) => sum + (shown.includes(name) ? 0 : count), 0);
  const anybody = groups.some((name) => !shown.includes(name));
  while (anybody && others < minGroupSize && shown.length) {
    const smallest = Math.min(...shown.map((name) => counts.get(name)));
    const joins = shown.findLast((name) => counts.get(name) === smallest);
    shown.splice(shown.indexOf(joins), 1);
    others += counts.get(joins);
  }
  if (shown.length + anybody < 2) return [];
  return groups.map((name) => (shown.includes(name) ? name : OTHERS));
}

/** Names of groups sorted: those of `order` as they stand there, then the others by the alphabet, OTHERS last. */
export function inOrder(names, order) {
  const place = (name) => {
    if (name === OTHERS) return order.length + 1;
    return order.includes(name) ? order.indexOf(name) : order.length;
  };
  return [...names].sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}

/** Whether two ways to show the same people apart put the same people together, whatever the groups are called. */
export function sameSplit(one, other) {
  const both = new Set(one.map((name, place) => JSON.stringify([name, other[place]])));
  return both.size === new Set(one).size && both.size === new Set(other).size;
}
