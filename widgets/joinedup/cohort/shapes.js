// The shapes an answer can have, and how a group's answers of each shape are counted. The twin of shapes.py: see there.

export const NOT_ANSWERED = "";
export const NONE = "none";
/** The one line of an exercise in which people weigh items of their own: its choices are the places of an item. */
export const ALL = "ideas";

/** Each item is answered with one choice. */
const one = {
  comparable: true,
  several: false,
  marks: (spec, given, known) => (typeof given === "string" && known.has(given) ? [given] : []),
  choices: ({ choices }) => choices.map(({ id }) => id),
  lines: ({ items }) => items.map(({ id }) => id),
  answered: (marked, line) => marked.has(line),
  cells(spec, line, every) {
    const given = every.map((marked) => marked.get(line) ?? [NOT_ANSWERED]);
    return cellsOf([...this.choices(spec), NOT_ANSWERED], given);
  },
  shown: (marked) => [...marked].map(([id, marks]) => [id, [...marks].sort()]),
};

/** Each item is answered with any number of choices; an empty list is an answer too. */
const several = {
  ...one,
  several: true,
  marks(spec, given, known) {
    if (!Array.isArray(given)) return [];
    return given.length === 0 ? [NONE] : [...new Set(given)].filter((id) => known.has(id));
  },
  choices: ({ choices }) => [...choices.map(({ id }) => id), NONE],
};

/** Each item is placed by a choice on each of some axes. The items are each person's own, so what counts is where they lie. */
const axes = {
  ...one,
  comparable: false,
  marks(spec, given, known) {
    const place = spec.axes.map(({ id }) => given?.[id]);
    return place.every((id) => known.has(id)) ? [place.join("/")] : [];
  },
  choices: (spec) =>
    spec.axes
      .reduce((places, { choices }) => places.flatMap((place) => choices.map((choice) => [...place, choice])), [[]])
      .map((place) => place.join("/")),
  lines: () => [ALL],
  answered: (marked) => marked.size > 0,
  cells(spec, line, every) {
    return cellsOf(
      this.choices(spec),
      every.map((marked) => [...marked.values()].flat()),
    );
  },
  shown: (marked) => [...marked.values()].map(([place]) => place).sort(),
};

const SHAPES = { one, several, axes };

/** How the answers to an exercise are counted. */
export function shapeOf({ shape }) {
  return SHAPES[shape];
}

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

/** Whether somebody has answered at least one item with something the exercise knows. */
export function hasMark(spec, answer) {
  return marksOf(spec, answer).size > 0;
}

/** For each choice, the place in the list of the person behind each answer. */
function cellsOf(choices, given) {
  const cells = Object.fromEntries(choices.map((choice) => [choice, []]));
  given.forEach((marks, place) => marks.forEach((mark) => cells[mark].push(place)));
  return cells;
}
