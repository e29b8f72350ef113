// Two readings of the same story. The twin of two_readings.py: see there for what it takes and returns.

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

/** The opening of two readings, by its key. */
export function twoReadingsOpening(reading) {
  return Object.keys(reading).length ? "intro" : "few";
}

/** What is said at one passage, by the keys of the sentences, each with the factors it names. */
export function passageSays({ both, only_you: onlyYou, only_we: onlyWe }) {
  const lines = [
    ["only-you", onlyYou],
    ["only-we", onlyWe],
    ["both", both],
  ].filter(([, factors]) => factors.length);
  return lines.length ? lines : [["neither-yet", []]];
}
