// A sort compared with how others saw the same cards. The twin of comparison.py: see there for what it takes and gives.

export function comparison(config, answer) {
  if (!answer.revealed) return null;
  const placed = answer.placed ?? {};
  const corners = config.zones.filter((zone) => zone.corner !== "centre").map((zone) => zone.id);
  const found = { same: [], different: [], several: [], centre: [], left: [] };
  for (const card of config.cards) found[cardGroup(card, placed[card.id], corners)].push(card.id);
  const places = Object.values(placed);
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
