// The gap between two places on a line. The twin of gap.py: see there for what it takes and returns.

export function gap(config, answer) {
  const order = config.stops.map((stop) => stop.id);
  const places = answer.places ?? {};
  const [now, needed] = config.questions.map((question) => places[question.id]);
  if (now === undefined || needed === undefined) return null;
  const start = order.indexOf(now);
  const end = order.indexOf(needed);
  if (start >= 0 && end >= 0) {
    const path = end > start ? order.slice(start + 1, end + 1) : order.slice(end + 1, start + 1).reverse();
    const steps = Math.abs(end - start);
    const way = end > start ? "under" : "over";
    const kind = steps === 0 ? "fit" : `${way}-${steps === 1 ? "one" : "many"}`;
    return { kind, now, needed, steps, path };
  }
  return {
    kind: openKind(now, needed, start >= 0, end >= 0),
    now: start >= 0 ? now : null,
    needed: end >= 0 ? needed : null,
    steps: 0,
    path: [],
  };
}

function openKind(now, needed, nowKnown, neededKnown) {
  const word = { "dont-know": "unknown", "not-agreed": "disagree" };
  if (nowKnown) return `${word[needed]}-needed`;
  if (neededKnown) return `${word[now]}-now`;
  return now === needed ? `${word[now]}-both` : "mixed-open";
}

/** The sentence that a gap shows: its key, and the values that fill its placeholders. */
export function gapSays(config, { kind, now, needed, steps }) {
  const name = (id) => config.stops.find((stop) => stop.id === id)?.name.toLowerCase() ?? "";
  return [kind, { now: name(now), needed: name(needed), steps: config.words[`steps-${steps}`] ?? String(steps) }];
}
