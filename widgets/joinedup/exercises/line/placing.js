// Cases on the line of complexity. The twin of placing.py: see there for what it takes and returns.

export function placing(config, answer, earlier) {
  const order = config.stops.map((stop) => stop.id);
  const places = answer.places ?? {};
  if (!("own" in places)) return null;
  const others = config.questions.filter(({ id, level }) => level && order.includes(places[id]));
  const own = order.includes(places.own) ? places.own : null;
  return {
    own,
    same: others.filter(({ id, level }) => places[id] === level).map(({ id }) => id),
    differs: others.filter(({ id, level }) => places[id] !== level).map(({ id }) => id),
    compare: own ? placingCompared(config.needed, order.indexOf(own), order.length, earlier) : null,
  };
}

function placingCompared(needed, at, stops, earlier) {
  const stop = earlier[needed.exercise]?.places?.[needed.question];
  if (stop === "dont-know" || stop === "not-agreed") return "open";
  const close = needed.stops.indexOf(stop);
  if (close < 0) return "missing";
  const middle = (stops - 1) / 2;
  const most = (needed.stops.length - 1) / 2;
  if (at < middle && close > most) return "low";
  return at > middle && close < most + 0.5 ? "high" : "fits";
}

/**
 * The sentences that places on the line show: `[key, values]`, where `values` fill the sentence's placeholders.
 * `canCompare` is false where the earlier exercise is not in the book, so that nobody can be sent to it.
 */
export function placingSays(config, places, reading, canCompare) {
  const stop = (id) => config.stops.find((one) => one.id === id);
  const other = (key) => (id) => {
    const { title, level, note } = config.questions.find((question) => question.id === id);
    return [key, { title, you: stop(places[id]).name, we: stop(level).name, note }];
  };
  const given = config.questions.filter(({ level }) => level).length;
  const placed = reading.same.length + reading.differs.length;
  const number = (many) => config.words[`steps-${many}`] ?? String(many);
  const { own, compare } = reading;
  return [
    own ? ["own-at", { level: stop(own).name, response: stop(own).response }] : ["own-unplaced", {}],
    ...(compare && (compare !== "missing" || canCompare) ? [[`compare-${compare}`, {}]] : []),
    ...(placed ? [["others", { count: number(placed), all: number(given) }]] : []),
    ...reading.differs.map(other("other-differs")),
    ...reading.same.map(other("other-same")),
  ];
}
