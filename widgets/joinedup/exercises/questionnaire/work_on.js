// What a group might work on. The twin of work_on.py: see there for what it takes and returns.

export function workOn(config, answer) {
  const answers = answer.answers ?? {};
  const { statements } = config;
  if (!answer.shown && statements.some(({ id }) => !(id in answers))) return null;
  const found = { strengths: [], work: [], find_out: [] };
  for (const { id, kind } of statements) {
    if (id in answers) found[factorGroup(kind, answers[id])].push(id);
  }
  const chosen = statements
    .map(({ id }) => id)
    .filter((id) => (answer.chosen ?? []).includes(id) && (found.work.includes(id) || found.find_out.includes(id)));
  return { ...found, chosen };
}

function factorGroup(kind, word) {
  if (word === "dont-know") return "find_out";
  return word === (kind === "enabler" ? "true" : "not-true") ? "strengths" : "work";
}

/** The sentences about what a group might work on, by their keys: the opening first. */
export function workOnSays({ strengths, work, find_out: findOut, chosen }) {
  const open = work.length || findOut.length;
  return [
    open ? "intro" : strengths.length ? "nothing" : "few",
    ...(work.length ? ["work"] : []),
    ...(findOut.length ? ["find-out"] : []),
    ...(chosen.length ? ["chosen"] : []),
    ...(strengths.length ? ["strengths"] : []),
  ];
}
