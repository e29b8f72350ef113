// An answer in words: what was asked and what was said, without ids.

/** Which part of an answer to give: what was written (first or last), what was marked, or what was chosen out of that. */
const PARTS = {
  first: (wording, answer) => PARTS.notes({ ...wording, prompts: wording.prompts.slice(0, 1) }, answer),
  last: (wording, answer) => PARTS.notes({ ...wording, prompts: wording.prompts.slice(-1) }, answer),
  notes: (wording, { notes = {} }) =>
    wording.prompts
      .filter(({ id }) => notes[id] && typeof notes[id] === "string")
      .map(({ id, label }) => ({ label, text: notes[id] })),
  items: (wording, answer) => {
    const given = answer[wording.key] ?? {};
    return wording.items
      .filter(({ id }) => given[id] !== undefined)
      .map(({ id, label }) => ({ label, text: choiceInWords(wording, given[id], answer.revealed) }))
      .filter(({ text }) => text);
  },
  chosen: (wording, { chosen }) =>
    wording.items
      .filter(({ id }) => Array.isArray(chosen) && chosen.includes(id))
      .map(({ label }) => ({ label: "", text: label })),
};

/** One choice or several by their labels; an empty list of choices is an answer too. Names that come later are not told before. */
function choiceInWords({ choices, none }, given, revealed) {
  if (Array.isArray(given) && given.length === 0) return none;
  const ids = typeof given === "object" ? Object.values(given) : [given];
  const name = ({ label, before }) => (before && !revealed ? before : label);
  return choices
    .filter(({ id }) => ids.includes(id))
    .map(name)
    .join("; ");
}

/**
 * Give an answer as pairs of label and text, in the exercise's own order.
 *
 * `wording` is what Python's `wording` gives; `part` is "first", "last", "notes", "items", "chosen", or nothing for notes and items.
 */
export function inWords(wording, answer, part) {
  return part ? PARTS[part](wording, answer) : [...PARTS.notes(wording, answer), ...PARTS.items(wording, answer)];
}
