// What a picture says in words, and the conversations most worth having.

import { fill, listed } from "../rendering/dom.js";
import { columnsOf, groupName, short } from "./choice_names.js";
import { shapeOf } from "./shapes.js";

/** So many different answers are told one by one. */
const TOLD = 5;
const ENDINGS = ["ask-see", "ask-true", "ask-who"];

/** "7 say ‘partly’, 3 ‘true of us’ and 2 did not answer", the largest number first. */
function spreadSaid(book, spec, counts) {
  const { words: labels } = book;
  const found = columnsOf(book, spec)
    .filter(({ id }) => counts[id] > 0)
    .sort((one, other) => counts[other.id] - counts[one.id]);
  const parts = found.slice(0, TOLD).map(({ id, label }, place) => {
    const said = id === "" ? "so-many-open" : place === 0 ? "so-many-say" : "so-many";
    return fill(labels[said], { count: String(counts[id]), choice: label });
  });
  return listed(found.length > TOLD ? [...parts, labels["some-other"]] : parts, labels.and);
}

/** One sentence for a picture. */
export function pictureSaid(book, spec, pooled) {
  const { words: labels } = book;
  const people = String(pooled.people);
  if (!shapeOf(spec).comparable) {
    const { id, counts } = pooled.items.reduce((most, item) => (item.counts.ideas > most.counts.ideas ? item : most));
    const cell = id.split("/").map((part) => spec.choices.find((choice) => choice.id === part).label);
    return fill(labels["said-ideas"], { people, cell: listed(cell, labels.and), count: String(counts.ideas) });
  }
  const item = pooled.items.find(({ id }) => id === pooled.conversations[0]);
  if (!item) return fill(labels["said-alike"], { people });
  const label = short(spec.items.find(({ id }) => id === item.id).label);
  return fill(labels["said-most"], { people, item: label, spread: spreadSaid(book, spec, item.counts) });
}

/** The largest disagreements, put as open questions; where groups lean to different answers, that is said too. */
export function conversationsSaid(book, spec, pooled) {
  const { words: labels } = book;
  return pooled.conversations.map((id, place) => {
    const item = pooled.items.find((one) => one.id === id);
    const label = spec.items.find((one) => one.id === id).label;
    const spread = spreadSaid(book, spec, item.counts);
    return {
      label: short(label),
      text: [`${spread}.`, leaningSaid(book, spec, pooled, item), labels[ENDINGS[place]]].filter(Boolean).join(" "),
    };
  });
}

/** What each group says most often, where groups lean to different answers; a group without one such answer is left out. */
function leaningSaid(book, spec, pooled, item) {
  const { words: labels } = book;
  const leanings = pooled.groups.flatMap(({ id }) => {
    const counts = item.groups[id];
    const most = Math.max(...spec.choices.map((choice) => counts[choice.id]));
    const top = spec.choices.filter((choice) => counts[choice.id] === most);
    return most > 0 && top.length === 1 ? [{ group: groupName(book, id), choice: top[0].label }] : [];
  });
  if (new Set(leanings.map(({ choice }) => choice)).size < 2) return "";
  return fill(labels.leanings, {
    leanings: listed(
      leanings.map(({ group, choice }) => fill(labels.leans, { group, choice })),
      labels.and,
    ),
  });
}
