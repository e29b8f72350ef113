// Two readings of the same story. The twin of two_readings.py: see there for what it takes and gives.

export function twoReadings(config, answer) {
  if (!answer.shown) return null;
  const order = config.factors.map(({ id }) => id);
  const marked = answer.marked ?? {};
  const found = {};
  for (const { id, theirs } of config.passages) {
    if (!(id in marked)) continue;
    const yours = marked[id];
    found[id] = {
      both: order.filter((one) => yours.includes(one) && theirs.includes(one)),
      only_you: order.filter((one) => yours.includes(one) && !theirs.includes(one)),
      only_we: order.filter((one) => !yours.includes(one) && theirs.includes(one)),
    };
  }
  return found;
}
