// What a picture says in words, and the conversations most worth having.

import { COHORT_LIMITS } from "../content/limits.js";
import { fill, listed } from "../rendering/dom.js";
import { columnsOf, groupName, isHiding, short } from "./choice_names.js";
import { shapeOf } from "./shapes.js";

const ENDINGS = ["ask-see", "ask-true", "ask-who"];

/** "7 say ‘partly’, 3 ‘true of us’ and 4 gave other answers", the largest number first. */
export function spreadSaid(book, spec, { counts, together }) {
  const { words: labels } = book;
  const found = columnsOf(book, spec)
    .filter(({ id }) => counts[id] > 0)
    .sort((one, other) => counts[other.id] - counts[one.id]);
  const parts = found.slice(0, COHORT_LIMITS.answersTold).map(({ id, label }, place) => {
    const said = id === "" ? "so-many-open" : place === 0 ? "so-many-say" : "so-many";
    return fill(labels[said], { count: String(counts[id]), choice: label });
  });
  if (found.length > parts.length) parts.push(labels["some-other"]);
  else if (together > 0)
    parts.push(fill(labels[parts.length ? "so-many-together" : "all-together"], { count: String(together) }));
  return parts.length ? listed(parts, labels.and) : labels["none-told"];
}

/** One sentence for a picture. */
export function pictureSaid(book, spec, pooled) {
  const { words: labels } = book;
  const people = String(pooled.people);
  if (!shapeOf(spec).comparable) return ideasSaid(labels, spec, pooled.items[0], people);
  const item = pooled.items.find(({ id }) => id === pooled.conversations[0]);
  if (!item) return fill(labels[pooled.items.some(isHiding) ? "said-hidden" : "said-alike"], { people });
  const label = short(spec.items.find(({ id }) => id === item.id).label);
  return fill(labels["said-most"], { people, item: label, spread: spreadSaid(book, spec, item) });
}

/** Where most ideas lie, of the places whose numbers are shown. */
function ideasSaid(labels, spec, { counts }, people) {
  const shown = Object.keys(counts).filter((place) => counts[place] > 0);
  if (shown.length === 0) return fill(labels["said-ideas-hidden"], { people });
  const most = shown.reduce((one, other) => (counts[other] > counts[one] ? other : one));
  const cell = most.split("/").map((part) => spec.choices.find((choice) => choice.id === part).label);
  return fill(labels["said-ideas"], { people, cell: listed(cell, labels.and), count: String(counts[most]) });
}

/** The largest disagreements, put as open questions; where groups lean to different answers, that is said too. */
export function conversationsSaid(book, spec, pooled) {
  const { words: labels } = book;
  return pooled.conversations.map((id, place) => {
    const item = pooled.items.find((one) => one.id === id);
    const label = spec.items.find((one) => one.id === id).label;
    const spread = spreadSaid(book, spec, item);
    return {
      label: short(label),
      text: [`${spread}.`, leaningSaid(book, spec, item), labels[ENDINGS[place]]].filter(Boolean).join(" "),
    };
  });
}

/** What each group says most often, where groups lean to different answers; a group without one such answer is left out. */
function leaningSaid(book, spec, item) {
  const { words: labels } = book;
  const leanings = Object.entries(item.groups).flatMap(([id, row]) => {
    const top = mostOften(row);
    const found = columnsOf(book, spec).find((choice) => choice.id === top);
    return found ? [{ group: groupName(book, id), choice: found.label }] : [];
  });
  if (new Set(leanings.map(({ choice }) => choice)).size < 2) return "";
  return fill(labels.leanings, {
    leanings: listed(
      leanings.map(({ group, choice }) => fill(labels.leans, { group, choice })),
      labels.and,
    ),
  });
}

/** The one answer that more people gave than any other could have been given by; null if there is none. */
function mostOften({ counts, together }) {
  const given = Object.entries(counts).filter(([choice, count]) => choice !== "" && count > 0);
  const most = Math.max(...given.map(([, count]) => count));
  const top = given.filter(([, count]) => count === most);
  return top.length === 1 && most > together ? top[0][0] : null;
}
