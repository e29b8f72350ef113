// What a group's picture says of the continuum besides: who thinks that the problem needs more, less, or just this.

import { fill } from "../../rendering/dom.js";
import { gap } from "./gap.js";

export default function gapInGroup({ words: labels }, spec, answers) {
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
  const said = Object.entries(counts).map(([name, many]) => [name, String(many)]);
  return { text: fill(labels["gap-said"], Object.fromEntries(said)) };
}
