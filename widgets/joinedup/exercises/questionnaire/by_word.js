// The answers of a check, sorted by word. The twin of by_word.py: see there for what it takes and returns.

export function byWord(config, answer) {
  const answers = answer.answers ?? {};
  const ids = config.statements.map(({ id }) => id);
  if (!answer.shown && ids.some((id) => !(id in answers))) return null;
  return Object.fromEntries(config.scale.map((word) => [word.id, ids.filter((id) => answers[id] === word.id)]));
}

/** What is not true, or not yet, comes first: it is what there is to talk about. */
const WORD_ORDER = ["not-true", "partly", "dont-know", "true"];

/** The sentences that the reading of a check shows, by their keys: an opening, then one for each word that was used. */
export function checkSays(reading) {
  const used = WORD_ORDER.filter((word) => reading[word].length);
  if (used.length === 0) return ["few"];
  return [used.join() === "true" ? "nothing" : "intro", ...used];
}
