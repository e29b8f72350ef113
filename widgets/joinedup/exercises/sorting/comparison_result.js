// The comparison of a sort with how others saw the same cards, in words.

import { fill, listed, make } from "../../rendering/dom.js";
import { comparisonSays } from "./comparison.js";

/** More titles than this are not listed one by one. */
const MANY = 6;

export function paintComparison(context, result, reading) {
  const { config, say, words } = context;
  const placed = context.answer().placed ?? {};
  const card = (id) => config.cards.find((one) => one.id === id);
  const zone = (id) => config.zones.find((one) => one.id === id);
  const nameOf = (id) => zone(id).name;
  const titles = (ids) => {
    const some = ids.slice(0, MANY).map((id) => `‘${card(id).title}’`);
    if (ids.length > MANY) some.push(fill(words["and-more"], { count: String(ids.length - MANY) }));
    return listed(some, words.and);
  };
  const text = (key, values = {}) => make("p", {}, say(fill(config.readings[key], values)));
  const item = (id) => {
    const { title, text: situation, seen_as: seen, seen_note: note } = card(id);
    const theirs = listed(
      seen.map((one) => zone(one).name.toLowerCase()),
      words.and,
    );
    const yours = zone(placed[id]).name.toLowerCase();
    return make(
      "li",
      {},
      make("p", { class: "ju-situation" }, make("strong", {}, say(title)), " ", say(situation)),
      make("p", {}, make("strong", {}, fill(words["you-they"], { you: yours, they: theirs })), " ", say(note)),
    );
  };
  const group = (key) => [text(key), make("ul", { class: "ju-compare" }, ...reading[key].map(item))];
  const values = {
    intro: () => ({}),
    centre: () => ({ cards: titles(reading.centre) }),
    "centre-none": () => ({}),
    "one-corner": () => ({ zone: nameOf(reading.most) }),
    "empty-corner": () => ({ zone: listed(reading.empty.map(nameOf), words.or) }),
    "left-over": () => ({ cards: titles(reading.left) }),
  };
  result.append(
    make("h4", {}, words["what-this-says"]),
    ...comparisonSays(reading).flatMap((key) => (key in values ? text(key, values[key]()) : group(key))),
  );
}
