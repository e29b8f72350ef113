// Cases on the line of complexity. The twin of placing.py: see there for what it takes and gives.

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
  if (stop === undefined) return "missing";
  const close = needed.stops.indexOf(stop);
  if (close < 0) return "open";
  const middle = (stops - 1) / 2;
  const most = (needed.stops.length - 1) / 2;
  if (at < middle && close > most) return "low";
  return at > middle && close < most + 0.5 ? "high" : "fits";
}
