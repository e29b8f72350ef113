// An answer as its single marks, so that a change of one leaves all the others alone. The twin of leaves.py.

const isPart = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every mark of an answer by the way that leads to it, such as "places/now"; a part without any mark is left out. */
export function leaves(answer, before = "") {
  const found = new Map();
  for (const [name, value] of Object.entries(answer)) {
    const way = before ? `${before}/${name}` : name;
    if (isPart(value)) for (const [inner, mark] of leaves(value, way)) found.set(inner, mark);
    else found.set(way, value);
  }
  return found;
}

/** Put an answer together again from its single marks. */
export function answerOf(found) {
  const answer = {};
  for (const way of [...found.keys()].sort()) {
    const parts = way.split("/");
    const name = parts.pop();
    let inner = answer;
    for (const part of parts) {
      if (!Object.hasOwn(inner, part) || !isPart(inner[part])) inner[part] = {};
      inner = inner[part];
    }
    inner[name] = found.get(way);
  }
  return answer;
}

/** What changed from one answer to the next: the marks that are new or other, and the ways of those that are gone. */
export function changes(before, after) {
  const old = leaves(before);
  const now = leaves(after);
  const same = (way, mark) => old.has(way) && JSON.stringify(old.get(way)) === JSON.stringify(mark);
  return {
    given: new Map([...now].filter(([way, mark]) => !same(way, mark))),
    gone: [...old.keys()].filter((way) => !now.has(way)),
  };
}

/** Whether two answers say the same, whatever the order of their parts. */
export function sameAnswer(one, other) {
  const { given, gone } = changes(one, other);
  return given.size === 0 && gone.length === 0;
}

/** A kept answer with what somebody changed in it between `before` and `after`, and nothing else. */
export function merged(kept, before, after) {
  const { given, gone } = changes(before, after);
  const marks = new Map([...leaves(kept), ...given]);
  for (const way of gone) marks.delete(way);
  return answerOf(marks);
}
