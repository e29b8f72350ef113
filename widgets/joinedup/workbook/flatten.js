// An answer as its single marks, so that a change of one leaves all the others alone. The twin of flatten.py.

const isPart = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every mark of an answer by the path that leads to it, such as "places/now"; a part without any mark is left out. */
export function flatten(answer, before = "") {
  const found = new Map();
  for (const [name, value] of Object.entries(answer)) {
    const path = before ? `${before}/${name}` : name;
    if (isPart(value)) for (const [inner, mark] of flatten(value, path)) found.set(inner, mark);
    else found.set(path, value);
  }
  return found;
}

/** Put an answer together again from its single marks. */
export function unflatten(found) {
  const answer = {};
  for (const path of [...found.keys()].sort()) {
    const parts = path.split("/");
    const name = parts.pop();
    let inner = answer;
    for (const part of parts) {
      if (!Object.hasOwn(inner, part) || !isPart(inner[part])) inner[part] = {};
      inner = inner[part];
    }
    inner[name] = found.get(path);
  }
  return answer;
}

/** What changed from one answer to the next: the marks that are new or other, and the ways of those that are gone. */
export function changes(before, after) {
  const old = flatten(before);
  const now = flatten(after);
  const same = (path, mark) => old.has(path) && JSON.stringify(old.get(path)) === JSON.stringify(mark);
  return {
    given: new Map([...now].filter(([path, mark]) => !same(path, mark))),
    gone: [...old.keys()].filter((path) => !now.has(path)),
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
  const marks = new Map([...flatten(kept), ...given]);
  for (const path of gone) marks.delete(path);
  return unflatten(marks);
}

/** What is kept `now` without what was brought in over `before`: each mark that is as it was brought goes back. */
export function takenBack(now, brought, before) {
  const [marks, came, old] = [now, brought, before].map((answer) => flatten(answer));
  const text = (found, path) => JSON.stringify(found.get(path));
  for (const path of new Set([...came.keys(), ...old.keys()])) {
    if (text(marks, path) !== text(came, path)) continue; // somebody has answered it again
    if (old.has(path)) marks.set(path, old.get(path));
    else marks.delete(path);
  }
  return unflatten(marks);
}
