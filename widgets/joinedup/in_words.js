// An answer in words: what was asked and what was said, without ids.

/** Which part of an answer to give: what was written (first or last), what was marked, or what was chosen out of that. */
const PARTS = {
  first: (wording, answer) => PARTS.notes({ ...wording, prompts: wording.prompts.slice(0, 1) }, answer),
  last: (wording, answer) => PARTS.notes({ ...wording, prompts: wording.prompts.slice(-1) }, answer),
  notes: (wording, { notes = {} }) =>
    wording.prompts.filter(({ id }) => notes[id]).map(({ id, label }) => ({ label, text: notes[id] })),
  items: (wording, answer) => {
    const given = answer[wording.key] ?? {};
    const choice = (given) =>
      (typeof given === "object" ? Object.values(given) : [given]).map((id) => wording.choices.find((one) => one.id === id)?.label).filter(Boolean).join("; ");
    return wording.items
      .filter(({ id }) => choice(given[id]))
      .map(({ id, label }) => ({ label, text: choice(given[id]) }));
  },
  chosen: (wording, { chosen = [] }) =>
    wording.items.filter(({ id }) => chosen.includes(id)).map(({ label }) => ({ label: "", text: label })),
};

/**
 * Give an answer as pairs of label and text, in the exercise's own order.
 *
 * `wording` is what Python's `wording` gives; `part` is "first", "last", "notes", "items", "chosen", or nothing for notes and items.
 */
export function inWords(wording, answer, part) {
  return part ? PARTS[part](wording, answer) : [...PARTS.notes(wording, answer), ...PARTS.items(wording, answer)];
}
