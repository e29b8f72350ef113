// Who may be shown apart: groups of at least so many people, so put together that none can be worked out by subtraction.
// The twin of floor.py: see there for the rule.

export const OTHERS = "others";

export function suppressSmallGroups(groups, order, floor) {
  const count = (name) => groups.filter((one) => one === name).length;
  const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  const named = [...new Set(groups)].filter((name) => name && name !== OTHERS && count(name) >= floor);
  const shown = named.sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
  let others = groups.length - shown.reduce((sum, name) => sum + count(name), 0);
  while (others > 0 && others < floor && shown.length) {
    const smallest = Math.min(...shown.map(count));
    const joins = shown.findLast((name) => count(name) === smallest);
    shown.splice(shown.indexOf(joins), 1);
    others += count(joins);
  }
  if (shown.length + (others > 0) < 2) return [];
  return groups.map((name) => (shown.includes(name) ? name : OTHERS));
}

/** With more groups than this, one split is all that is shown. */
const MANY_GROUPS = 8;

/**
 * Whether two ways to show the same people apart, side by side, single somebody out: some groups of one way, taken
 * together, are some groups of the other and fewer than `floor` people more.
 */
export function allowsDifferencing(one, other, floor) {
  const [rows, columns] = [one, other].map((groups) => [...new Set(groups)]);
  if (Math.max(rows.length, columns.length) > MANY_GROUPS) return true;
  const cells = rows.map((row) =>
    columns.map((column) => one.filter((group, place) => group === row && other[place] === column).length),
  );
  for (let some = 1; some < 2 ** rows.length; some += 1) {
    for (let others = 1; others < 2 ** columns.length; others += 1) {
      let more = 0;
      let less = 0;
      cells.forEach((row, r) =>
        row.forEach((count, c) => {
          const [inSome, inOthers] = [(some >> r) & 1, (others >> c) & 1];
          if (inSome && !inOthers) more += count;
          if (inOthers && !inSome) less += count;
        }),
      );
      if ((less === 0 && more > 0 && more < floor) || (more === 0 && less > 0 && less < floor)) return true;
    }
  }
  return false;
}
