// One exercise's answer as a person would read it: what they wrote, what they chose, and what they want to work on.

/** Cards are told by the place they were put in, not one by one. */
const SORTED = ["card-sort", "sense-making-sorter"];

/** What is asked in an exercise, or null for one that this edition does not have. */
export function wordingOf(book, exercise) {
  return book.exercises.find((one) => one.exercise === exercise) ?? null;
}

/** An answer as groups of pairs of label and text: notes, choices, and what was chosen to work on. */
export function toldAnswer(book, exercise, answer) {
  const wording = wordingOf(book, exercise);
  if (wording === null) return { notes: [], choices: [], chosen: [], other: leaves(answer).size };
  const choices = inWords(wording, answer, "items");
  return {
    notes: inWords(wording, answer, "notes"),
    choices: SORTED.includes(wording.widget) ? byPlace(choices) : choices,
    chosen: inWords(wording, answer, "chosen").map(({ text }) => text),
    other: notAsked(wording, answer),
  };
}

function byPlace(choices) {
  const places = new Map();
  for (const { label, text } of choices) places.set(text, [...(places.get(text) ?? []), label]);
  return [...places].map(([place, cards]) => ({ label: place, text: cards.join("; ") }));
}

/** How many marks belong to something that this edition no longer asks, or no longer offers. */
function notAsked({ key, prompts, items, choices }, answer) {
  const has = (list, id) => list.some((one) => one.id === id);
  const fits = ([way, mark]) => {
    const [part, id] = way.split("/");
    if (part === "notes") return has(prompts, id);
    if (part === "chosen") return [mark].flat().every((one) => has(items, one));
    return part !== key ? id === undefined : has(items, id) && [mark].flat().every((one) => has(choices, one));
  };
  return [...leaves(answer)].filter((leaf) => !fits(leaf)).length;
}

/** The same, drawn. */
export function toldPart({ book, say }, exercise, answer) {
  const { notes, choices, chosen, other } = toldAnswer(book, exercise, answer);
  const { words } = book;
  return [
    ...notes.flatMap(({ label, text }) => [make("p", { class: "jw-asked" }, say(label)), make("p", { class: "jw-note" }, say(text))]),
    choices.length
      ? make(
          "dl",
          { class: "jw-choices", "data-sorted": SORTED.includes(wordingOf(book, exercise).widget) ? "" : undefined },
          ...choices.map(({ label, text }) => make("div", {}, make("dt", {}, say(label)), make("dd", {}, say(text)))),
        )
      : null,
    ...(chosen.length
      ? [make("p", { class: "jw-asked" }, words.chosen), make("ul", {}, ...chosen.map((text) => make("li", {}, say(text))))]
      : []),
    other ? make("p", { class: "jw-help" }, fill(words.other, { count: String(other) })) : null,
  ].filter(Boolean);
}
