// What somebody answered, in the words of the exercise. The twin of marks.py.

export const NOT_ANSWERED = "";
export const NONE = "none";

/** The marks of one person on one item, those of them that the exercise knows: a list, empty where there is none. */
export function marksOn({ key, choices }, answer, item) {
  const part = answer[key];
  const given = part && Object.hasOwn(part, item) ? part[item] : undefined;
  const known = (id) => choices.some((choice) => choice.id === id);
  if (key === "marked") {
    if (!Array.isArray(given)) return [];
    return given.length === 0 ? [NONE] : [...new Set(given.filter(known))];
  }
  if (key === "marks") {
    const both = [given?.improvement, given?.effort];
    return both.every(known) ? [both.join("/")] : [];
  }
  return typeof given === "string" && known(given) ? [given] : [];
}

/** Whether somebody has answered at least one item with something the exercise knows. */
export function hasMark(spec, answer) {
  return spec.items.some(({ id }) => marksOn(spec, answer, id).length > 0);
}

/** The ids of everything that can be counted as an answer to an item, in order. */
export function choicesOf(spec) {
  return [...spec.choices.map(({ id }) => id), ...(spec.key === "marked" ? [NONE] : [])];
}

/** Every place where an idea can lie, such as `improvement-large/effort-little`. */
export function placesOf(spec) {
  const axis = (name) => spec.choices.map(({ id }) => id).filter((id) => id.startsWith(name));
  return axis("improvement").flatMap((improvement) => axis("effort").map((effort) => `${improvement}/${effort}`));
}
