// What else a group's picture says of the continuum: who thinks that the problem needs more, less, or just this.

import { fill } from "../../rendering/dom.js";
import { gap } from "./gap.js";

/** Of everybody who marked both places; null if that may not be shown: see the rule's last point in small_cells.py. */
export default function gapInGroup({ words: labels }, spec, answers, { minGroupSize, isSmall, areOpen }) {
  if (!areOpen(spec.items)) return null;
  const config = { stops: spec.choices.filter(({ id }) => !spec.apart.includes(id)), questions: spec.items };
  const ways = answers.map((answer) => gap(config, answer)?.kind.split("-")[0] ?? "one");
  const count = (...names) => ways.filter((way) => names.includes(way)).length;
  const both = answers.length - count("one");
  const counts = {
    under: count("under"),
    over: count("over"),
    fit: count("fit"),
    open: both - count("under", "over", "fit"),
    one: count("one"),
  };
  if (both < minGroupSize || Object.values(counts).some(isSmall)) return null;
  const said = Object.entries(counts).map(([name, many]) => [name, String(many)]);
  return { text: fill(labels["gap-said"], Object.fromEntries(said)) };
}
