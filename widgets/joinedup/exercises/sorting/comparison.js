// A sort compared with how others saw the same cards. The twin of comparison.py: see there for what it takes and returns.

export function comparison(config, answer) {
  if (!answer.revealed) return null;
  const placed = answer.placed ?? {};
  const corners = config.zones.filter((zone) => zone.corner !== "centre").map((zone) => zone.id);
  const found = { same: [], different: [], several: [], centre: [], left: [] };
  for (const card of config.cards) found[cardGroup(card, placed[card.id], corners)].push(card.id);
  const places = config.cards.map((card) => placed[card.id]);
  const count = (zone) => places.filter((at) => at === zone).length;
  const total = corners.reduce((sum, zone) => sum + count(zone), 0);
  found.most = corners.find((zone) => total >= 5 && count(zone) * 2 > total) ?? null;
  found.empty = corners.filter((zone) => count(zone) === 0);
  return found;
}

function cardGroup(card, at, corners) {
  if (at === undefined) return "left";
  if (!corners.includes(at)) return "centre";
  if (card.seen_as.length > 1) return "several";
  return card.seen_as.includes(at) ? "same" : "different";
}

/**
 * The sentences that a comparison shows, by their keys. Without a card in a corner nothing was placed quickly, and every
 * corner is empty, so neither is said.
 */
export function comparisonSays(reading) {
  const groups = ["different", "several", "same"].filter((group) => reading[group].length);
  const elsewhere = reading.centre.length ? ["centre"] : groups.length ? ["centre-none"] : [];
  return [
    "intro",
    ...groups,
    ...elsewhere,
    ...(reading.most ? ["one-corner"] : []),
    ...(groups.length && reading.empty.length ? ["empty-corner"] : []),
    ...(reading.left.length ? ["left-over"] : []),
  ];
}
