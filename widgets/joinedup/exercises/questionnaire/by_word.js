// The answers of a check, sorted by word. The twin of by_word.py: see there for what it takes and gives.

export function byWord(config, answer) {
  const answers = answer.answers ?? {};
  const ids = config.statements.map(({ id }) => id);
  if (!answer.shown && ids.some((id) => !(id in answers))) return null;
  return Object.fromEntries(config.scale.map((word) => [word.id, ids.filter((id) => answers[id] === word.id)]));
}
