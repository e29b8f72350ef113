// An answer in words: what was asked and what was said, without ids.

/** Which part of an answer to return: what was written (first or last), what was marked, or what was chosen out of that. */
const PARTS = {
  first: (spec, answer) => PARTS.notes({ ...spec, prompts: spec.prompts.slice(0, 1) }, answer),
  last: (spec, answer) => PARTS.notes({ ...spec, prompts: spec.prompts.slice(-1) }, answer),
  notes: (spec, { notes = {} }) =>
    spec.prompts
      .filter(({ id }) => notes[id] && typeof notes[id] === "string")
      .map(({ id, label }) => ({ label, text: notes[id] })),
  items: (spec, answer) => {
    const given = answer[spec.key] ?? {};
    return spec.items
      .filter(({ id }) => given[id] !== undefined)
      .map(({ id, label }) => ({ label, text: choiceInWords(spec, given[id], answer.revealed) }))
      .filter(({ text }) => text);
  },
  chosen: (spec, { chosen }) =>
    spec.items
      .filter(({ id }) => Array.isArray(chosen) && chosen.includes(id))
      .map(({ label }) => ({ label: "", text: label })),
};

/** One choice or several by their labels; an empty list of choices is an answer too. Names that are revealed later aren't given away. */
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
 * `spec` is what Python's `spec` gives; `part` is "first", "last", "notes", "items", "chosen", or nothing for notes and items.
 */
export function inWords(spec, answer, part) {
  return part ? PARTS[part](spec, answer) : [...PARTS.notes(spec, answer), ...PARTS.items(spec, answer)];
}
