// The shapes an answer can have, and how a group's answers of each shape are counted. The twin of shapes.py: see there.

export const NOT_ANSWERED = "";
export const NONE = "none";

/** Each item is answered with one choice. */
const one = {
  comparable: true,
  marks: (spec, given, known) => (typeof given === "string" && known.has(given) ? [given] : []),
  choices: ({ choices }) => choices.map(({ id }) => id),
  rows(spec) {
    const columns = [...this.choices(spec), NOT_ANSWERED];
    return spec.items.map(({ id }) => ({ id, counted: (people) => countsOf(columns, people, id) }));
  },
  disagreement: (spec, given) => pairsThatDiffer(given.map(([mark]) => mark)),
  shown: (marked) => [...marked].map(([id, marks]) => [id, [...marks].sort()]),
};

/** Each item is answered with any number of choices; an empty list is an answer too. */
const several = {
  ...one,
  marks(spec, given, known) {
    if (!Array.isArray(given)) return [];
    return given.length === 0 ? [NONE] : [...new Set(given)].filter((id) => known.has(id));
  },
  choices: ({ choices }) => [...choices.map(({ id }) => id), NONE],
  disagreement(spec, given) {
    const shares = this.choices(spec).map((choice) => pairsThatDiffer(given.map((marks) => marks.includes(choice))));
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  },
};

/** Each item is placed by a choice on each of some axes. The items are each person's own, so what counts is where they lie. */
const axes = {
  ...one,
  comparable: false,
  marks(spec, given, known) {
    const place = spec.axes.map(({ id }) => given?.[id]);
    return place.every((id) => known.has(id)) ? [place.join("/")] : [];
  },
  rows: (spec) =>
    placesOf(spec).map((place) => ({
      id: place,
      counted: (people) => ({
        ideas: people.flatMap((marked) => [...marked.values()]).filter(([at]) => at === place).length,
      }),
    })),
  shown: (marked) => [...marked.values()].map(([place]) => place).sort(),
};

const SHAPES = { one, several, axes };

/** What one person gave, as far as the exercise knows it: for each item answered, a list of marks. */
export function marksOf(spec, answer) {
  const part = answer[spec.key];
  const shape = shapeOf(spec);
  const known = new Set(spec.choices.map(({ id }) => id));
  const given = (id) => (part && Object.hasOwn(part, id) ? part[id] : undefined);
  return new Map(
    spec.items.map(({ id }) => [id, shape.marks(spec, given(id), known)]).filter(([, marks]) => marks.length),
  );
}

/** How the answers to an exercise are counted. */
export function shapeOf({ shape }) {
  return SHAPES[shape];
}

/** Every place where an item can lie, such as `improvement-large/effort-little`. */
function placesOf(spec) {
  return spec.axes
    .reduce((places, { choices }) => places.flatMap((place) => choices.map((choice) => [...place, choice])), [[]])
    .map((place) => place.join("/"));
}

function countsOf(columns, people, item) {
  const counts = Object.fromEntries(columns.map((column) => [column, 0]));
  for (const marked of people) for (const mark of marked.get(item) ?? [NOT_ANSWERED]) counts[mark] += 1;
  return counts;
}

/** The share of all pairs of people who said something else. */
function pairsThatDiffer(said) {
  const counts = new Map();
  for (const mark of said) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const same = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return 1 - same / (said.length * (said.length - 1));
}
