// The pictures of a group, one kind for each engine: where people stand, drawn so that differences are what one sees.

import { columnsShown, groupName, numbersOf, short } from "../../../../../widgets/joinedup/cohort/choice_names.js";
import { shapeOf } from "../../../../../widgets/joinedup/cohort/shapes.js";
import { make } from "../../../../../widgets/joinedup/rendering/dom.js";
import { countCircle, line, picture, shape, WIDE, words, wrapped } from "./drawing.js";

/** More rows than this do not fit on a projected sheet; the table has them all. */
const ROWS = 7;
/** More people than this are counted; up to here each is a dot. */
const DOTS = 60;

/** What an exercise can be drawn as: with its items as they stand or the most disputed first, all of them or some. */
const PICTURES = {
  rows: { draw: gridPicture, order: mostDisputedFirst, canBeLong: true },
  line: {
    draw: (book, spec, pooled, head) => (pooled.people <= DOTS ? linePicture : gridPicture)(book, spec, pooled, head),
    order: (items) => items,
  },
  cells: { draw: cellsPicture, order: (items) => items },
};

function pictureOf({ picture: name = "rows" }) {
  return PICTURES[name];
}

/** The picture of a pooled exercise. `all` says whether to draw every row of it, however many they are. */
export function groupPicture(book, spec, pooled, { title, description, all = false }) {
  return pictureOf(spec).draw(book, spec, pooled, { title, description, rows: all ? Infinity : ROWS });
}

/** Whether the picture leaves rows out unless all are asked for. */
export function hasMoreRows(spec, pooled) {
  return Boolean(pictureOf(spec).canBeLong) && pooled.items.length > ROWS;
}

/** The items of a picture, in its order. */
function itemsInOrder(spec, pooled) {
  const label = (id) => spec.items.find((item) => item.id === id).label;
  return pictureOf(spec).order(pooled.items.map((item) => ({ ...item, label: label(item.id) })));
}

function mostDisputedFirst(items) {
  return items.sort((one, other) => (other.disagreement ?? -1) - (one.disagreement ?? -1));
}

/** Each question as a line, each person as a dot above where they stand; those who can't say stand apart. */
function linePicture(book, spec, pooled, { title, description }) {
  const stops = columnsShown(book, spec, pooled.items);
  const gap = (WIDE - 80) / stops.length;
  const x = (place) => 40 + gap * (place + 0.5);
  const items = itemsInOrder(spec, pooled).map((item) => ({ ...item, counts: numbersOf(item) }));
  const most = Math.max(...items.flatMap(({ counts }) => Object.values(counts)));
  const wide = Math.min(6, Math.max(1, Math.floor((gap - 12) / 24)));
  const tall = 90 + Math.ceil(most / wide) * 24;
  const border = 40 + gap * spec.choices.filter(({ id }) => !spec.apart.includes(id)).length;
  const parts = items.flatMap((item, row) => {
    const base = 80 + (row + 1) * (tall + 74) - 74;
    return [
      words(item.label, { x: 40, y: base - tall + 34, letters: 92, size: 22, weight: 600 }),
      line(40, base, border - 8, base, "ink"),
      line(border, base - tall + 60, border, base + 60, "rule", "5 5"),
      ...stops.flatMap(({ id, label }, place) => [
        ...dots(item.counts[id], x(place), base - 18, wide),
        words(label, { x: x(place), y: base + 34, letters: Math.floor(gap / 9.5), size: 17, anchor: "middle" }),
        item.counts[id] !== 0
          ? words(numberText(item.counts[id]), {
              x: x(place),
              y: base - 18 - Math.ceil(item.counts[id] / wide) * 24,
              letters: 9,
              size: 19,
              anchor: "middle",
              fill: "soft",
            })
          : shape("g"),
      ]),
    ];
  });
  return picture({ title, description, height: 90 + items.length * (tall + 74) }, ...parts);
}

/** A number as it is written; a hidden one is a dash. */
function numberText(count) {
  return count === null ? "–" : String(count);
}

function dots(count, x, y, wide) {
  return Array.from({ length: count ?? 0 }, (_, place) => {
    const inRow = Math.min(wide, count - Math.floor(place / wide) * wide);
    return shape("circle", {
      cx: x + ((place % wide) - (inRow - 1) / 2) * 24,
      cy: y - Math.floor(place / wide) * 24,
      r: 9.5,
      fill: "accent",
    });
  });
}

/** Items in rows, choices in columns, a circle for how many. */
function gridPicture(book, spec, pooled, { rows, ...head }) {
  const items = itemsInOrder(spec, pooled).slice(0, rows);
  const lines = items.map((item) => ({ label: short(item.label), counts: numbersOf(item), people: pooled.people }));
  return countsPicture(columnsShown(book, spec, items), lines, head);
}

/** One item once more, with a row for every group that may be shown apart. */
export function apartPicture(book, spec, pooled, id, head) {
  const { label, groups } = itemsInOrder(spec, pooled).find((item) => item.id === id);
  const rows = Object.entries(groups).map(([group, row]) => ({
    label: `${groupName(book, group)} (${row.people})`,
    counts: numbersOf(row),
    people: row.people,
  }));
  return countsPicture(
    columnsShown(book, spec, Object.values(groups)),
    [{ label: short(label), heading: true }, ...rows],
    head,
  );
}

/** Rows of counts: each number a circle as large as its share of the people of its row. */
function countsPicture(columns, lines, head) {
  const left = 500;
  const longest = Math.max(...columns.flatMap(({ label }) => label.split(/\s+/).map((word) => word.length)));
  const narrow = longest * 12 > (WIDE - left - 20) / columns.length;
  const gap = (WIDE - left - (narrow ? 110 : 20)) / columns.length;
  const x = (place) => left + gap * (place + 0.5);
  const most = Math.min(gap / 2 - 2, 34);
  const top = narrow ? 270 : 150;
  const letters = (row) => (row.heading ? 84 : (left - 50) / 11.6);
  const heights = lines.map((row) =>
    Math.max(wrapped(row.label, letters(row)).length * 27 + 18, row.heading ? 54 : 72),
  );
  const heads = columns.map(({ label }, place) =>
    narrow
      ? shape(
          "text",
          { transform: `translate(${x(place) + 6} ${top - 12}) rotate(-60)`, "font-size": 18, fill: "ink" },
          label,
        )
      : words(label, {
          x: x(place),
          y: top - 38,
          letters: Math.max(Math.floor(gap / 12), 6),
          size: 19,
          anchor: "middle",
          weight: 600,
        }),
  );
  let y = top;
  const rows = lines.flatMap((row, place) => {
    const middle = y + heights[place] / 2;
    y += heights[place];
    return [
      line(24, y, WIDE - 24, y),
      words(row.label, {
        x: row.heading ? 24 : 34,
        y: middle,
        letters: letters(row),
        size: 22,
        weight: row.heading ? 650 : 400,
      }),
      ...(row.heading
        ? []
        : columns.map(({ id }, column) =>
            countCircle(row.counts[id], row.people, { x: x(column), y: middle, most, colour: id ? "accent" : "soft" }),
          )),
    ];
  });
  return picture({ ...head, height: y + 20 }, line(24, top, WIDE - 24, top, "ink"), ...heads, ...rows);
}

/** Where things lie on two axes: the first upwards, the second along. */
function cellsPicture({ words: labels }, spec, pooled, { title, description }) {
  const [up, along] = spec.axes.map(({ choices }) =>
    choices.map((id) => spec.choices.find((choice) => choice.id === id)),
  );
  const [{ counts }] = pooled.items;
  const most = Math.max(...Object.values(counts), 1);
  const cell = (row, column) => counts[`${row}/${column}`];
  const x = (place) => 470 + place * 260;
  const y = (place) => 150 + place * 150;
  return picture(
    { title, description, height: 660 },
    ...[...up]
      .reverse()
      .flatMap(({ id, label }, row) => [
        words(label, { x: 24, y: y(row), letters: 28, size: 21 }),
        ...along.map((one, column) => countCircle(cell(id, one.id), most, { x: x(column), y: y(row), most: 60 })),
        line(24, y(row) + 75, WIDE - 24, y(row) + 75),
      ]),
    ...along.map(({ label }, column) =>
      words(label, { x: x(column), y: 575, letters: 22, size: 21, anchor: "middle" }),
    ),
    words(labels["ideas-counted"], { x: 24, y: 635, letters: 100, size: 18, fill: "soft" }),
  );
}

/** Circles in a row, each as large as its share of the people. */
export function circlesPicture(circles, people, head) {
  const gap = (WIDE - 80) / circles.length;
  const parts = circles.flatMap(({ label, count }, place) => {
    const x = 40 + gap * (place + 0.5);
    return [
      countCircle(count, people, { x, y: 150, most: 62 }),
      words(label, { x, y: 245, letters: gap / 11, size: 22, anchor: "middle", weight: 600 }),
    ];
  });
  return picture({ ...head, height: 290 }, line(40, 150, WIDE - 40, 150), ...parts);
}

/** The table behind a picture: every item, every choice, and every group that may be shown apart. */
export function pooledTable(book, spec, pooled) {
  const { head, rows } = pooledRows(book, spec, pooled);
  return make(
    "div",
    { class: "gp-scroll", tabIndex: 0, role: "region", "aria-label": book.words["the-table"] },
    make(
      "table",
      {},
      make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
      make(
        "tbody",
        {},
        ...rows.map(([name, ...cells]) =>
          make("tr", {}, make("th", { scope: "row" }, name), ...cells.map((cell) => make("td", {}, cell))),
        ),
      ),
    ),
  );
}

/** The same as rows of texts, for the table and for a spreadsheet. */
export function pooledRows(book, spec, pooled) {
  const { words: labels } = book;
  const head = [labels.item, labels.group, labels.people];
  const rowsOf = (item) => [["", { ...item, people: pooled.people }], ...Object.entries(item.groups)];
  if (!shapeOf(spec).comparable) {
    const rows = pooled.items.flatMap(rowsOf);
    const places = [...placesNamed(spec), ...columnsShown(book, spec, pooled.items).slice(-1)];
    const shown = places.filter(({ id }) => rows.some(([, row]) => numbersOf(row)[id] !== undefined));
    return {
      head: [...head, labels.ideas],
      rows: shown.flatMap(({ id, label }) =>
        rows.map(([group, row]) => [
          label,
          groupName(book, group),
          String(row.people),
          numberText(numbersOf(row)[id] ?? null),
        ]),
      ),
    };
  }
  const items = itemsInOrder(spec, pooled);
  const rows = items.flatMap((item) => rowsOf(item).map(([group, row]) => ({ label: item.label, group, row })));
  const columns = columnsShown(
    book,
    spec,
    rows.map(({ row }) => row),
  );
  return {
    head: [...head, ...columns.map(({ label }) => label)],
    rows: rows.map(({ label, group, row }) => [
      label,
      groupName(book, group),
      String(row.people),
      ...columns.map(({ id }) => numberText(numbersOf(row)[id])),
    ]),
  };
}

/** Every place where an idea can lie, in words. */
function placesNamed(spec) {
  const label = (part) => spec.choices.find((choice) => choice.id === part).label;
  return shapeOf(spec)
    .choices(spec)
    .map((id) => ({ id, label: id.split("/").map(label).join(", ") }));
}
