// Groups that people named by hand: the same name, however it was typed. The twin of names.py.

const BLANKS = /[\s\x1c-\x1f\x85]+/g;
const APOSTROPHES = /[\u2018\u2019\u201b\u02bb\u02bc\u2032`]/g;
const DASHES = /[\u2010-\u2014]/g;
const MACRONS = /[\u0101\u0113\u012b\u014d\u016b\u0100\u0112\u012a\u014c\u016a]/;

/** A text that was typed, with one blank between its words, composed letters, and nothing that can't be seen. */
export function plainly(text) {
  return text
    .replace(/\p{Cf}/gu, "")
    .replace(BLANKS, " ")
    .replace(/^ | $/g, "")
    .normalize("NFC");
}

/** A name for comparing: blanks, capitals, macrons and other marks, kinds of apostrophe and dash aside. */
export function folded(name) {
  return plainly(name)
    .normalize("NFKD")
    .replace(APOSTROPHES, "'")
    .replace(DASHES, "-")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(BLANKS, " ")
    .replace(/^ | $/g, "");
}

/** Each name as it is shown; `given` says what a name is to be called instead, by how it was typed. */
export function namedAlike(names, known, given = {}) {
  const instead = new Map(Object.entries(given).map(([typed, name]) => [plainly(typed), plainly(name)]));
  const typed = names.map(plainly);
  const counts = new Map();
  for (const name of typed) if (!instead.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const byCount = [...counts.keys()].sort(
    (one, other) =>
      MACRONS.test(one) - MACRONS.test(other) || counts.get(one) - counts.get(other) || (one < other ? -1 : 1),
  );
  const spelling = new Map([...byCount, ...known].map((name) => [folded(name), name]));
  return typed.map((name) => instead.get(name) ?? spelling.get(folded(name)));
}
