// What is shown of a pooled exercise: its pictures, its table, the conversations, the notes, and two dates.

import { groupName } from "../../../../../widgets/joinedup/cohort/choice_names.js";
import { peopleApart } from "../../../../../widgets/joinedup/cohort/persons.js";
import { isHiding } from "../../../../../widgets/joinedup/cohort/choice_names.js";
import { pooledAnswers } from "../../../../../widgets/joinedup/cohort/pooling.js";
import { hasMark } from "../../../../../widgets/joinedup/cohort/shapes.js";
import { smallestNumber } from "../../../../../widgets/joinedup/cohort/small_cells.js";
import { conversationsSaid, pictureSaid } from "../../../../../widgets/joinedup/cohort/sentences.js";
import { fill, listed, make } from "../../../../../widgets/joinedup/rendering/dom.js";
import { offerFile } from "../../../../../widgets/joinedup/rendering/download.js";
import { offerImage, pictureText, pooledCsv } from "./exporting.js";
import { apartFor, orderOf } from "./groups.js";
import { apartPicture, circlesPicture, groupPicture, hasMoreRows, pooledTable } from "./pictures.js";

export function picturesOf(pageState, spec, people, before) {
  const { book, minGroupSize, by, say } = pageState;
  const { words: labels } = book;
  const order = orderOf(pageState);
  const madeUp = [...people, ...before].some((one) => one.madeUp) ? ` (${labels["made-up"]})` : "";
  const title = `${spec.number} ${spec.title}${madeUp}`;
  const heading = make("h3", { tabIndex: -1 }, say(title));
  const pooled = spec.items.length
    ? pooledAnswers(spec, apartFor(pageState, spec, people, order), order, minGroupSize)
    : null;
  const wall = notesPart(pageState, spec, people);
  if (pooled === null) {
    const few = spec.items.length ? make("p", {}, fill(labels["too-few"], { least: String(minGroupSize) })) : null;
    return [heading, few, wall].filter(Boolean);
  }
  const split =
    by && pooled.groups.length === 0
      ? make("p", { class: "jw-help" }, fill(labels["no-split"], { least: String(minGroupSize) }))
      : null;
  return [
    heading,
    figurePart(pageState, spec, pooled, title),
    ownPicture(pageState, spec, people, pooled, title),
    conversationsPart(pageState, spec, pooled),
    split,
    ...(pooled.groups.length ? apartPart(pageState, spec, pooled, title) : []),
    wall,
    ...datesPart(pageState, spec, { people, before }, pooled, title),
  ].filter(Boolean);
}

function groupsSaid(book, pooled) {
  const groups = pooled.groups.map(({ id, people }) =>
    fill(book.words["group-of"], { group: groupName(book, id), people: String(people) }),
  );
  return fill(book.words["groups-said"], { groups: listed(groups, book.words.and) });
}

/** The groups beside each other, on what is disputed most: a picture for each conversation. */
function apartPart({ book }, spec, pooled, title) {
  const description = groupsSaid(book, pooled);
  const split = (id) => Object.keys(pooled.items.find((item) => item.id === id).groups).length > 0;
  const figures = pooled.conversations.filter(split).map((id) => {
    const svg = apartPicture(book, spec, pooled, id, { title: `${title}: ${book.words.apart}`, description });
    return make("figure", { class: "gp-figure", "data-picture": `apart-${id}` }, svg, fullScreen(book, svg));
  });
  return [make("p", {}, description), ...figures];
}

/** A button that shows a picture on the whole screen, where the browser can. */
function fullScreen({ words: labels }, svg) {
  if (!document.fullscreenEnabled) return null;
  return make("button", { type: "button", onclick: () => svg.requestFullscreen() }, labels["whole-screen"]);
}

/** One picture with its sentence, its table, and ways to take it along. */
function figurePart(pageState, spec, pooled, title) {
  const { book, say } = pageState;
  const { words: labels } = book;
  const description = pictureSaid(book, spec, pooled);
  const svg = groupPicture(book, spec, pooled, { title, description, all: pageState.all });
  const name = `group-${spec.exercise}`;
  const button = (label, onclick) => make("button", { type: "button", onclick }, labels[label]);
  const more = hasMoreRows(spec, pooled);
  return make(
    "figure",
    { class: "gp-figure", "data-picture": spec.exercise },
    svg,
    make("figcaption", {}, say(description)),
    make(
      "div",
      { class: "jw-buttons" },
      more
        ? button(pageState.all ? "show-some" : "show-all", () => {
            pageState.all = !pageState.all;
            pageState.paint();
            document.querySelector(".gp-figure button").focus();
          })
        : null,
      fullScreen(book, svg),
      button("download-svg", () => offerFile(`${name}.svg`, pictureText(svg), "image/svg+xml")),
      button("download-png", () => offerImage(`${name}.png`, svg)),
      button("download-counts", () => offerFile(`${name}.csv`, pooledCsv(book, spec, pooled), "text/csv")),
      button("print", () => window.print()),
    ),
    make("details", {}, make("summary", {}, labels["the-table"]), pooledTable(book, spec, pooled)),
  );
}

/** What else a kind of exercise has: a sentence, perhaps with a row of circles. See the rule's last point. */
function ownPicture({ book, inGroup, minGroupSize }, spec, people, pooled, title) {
  const answers = people.map(({ answer }) => answer).filter((answer) => hasMark(spec, answer));
  const least = smallestNumber(minGroupSize);
  const open = new Set(pooled.items.filter((item) => !isHiding(item)).map(({ id }) => id));
  const own = inGroup[spec.widget]?.(book, spec, answers, {
    minGroupSize,
    isSmall: (number) => number > 0 && number < least,
    /** Whether all numbers of these lines are shown. */
    areOpen: (lines) => lines.every(({ id }) => open.has(id)),
  });
  if (!own) return null;
  if (!own.circles) return make("p", { class: "gp-own" }, own.text);
  const svg = circlesPicture(own.circles, answers.length, { title: `${title}: ${own.title}`, description: own.text });
  return make("figure", { class: "gp-figure" }, svg, make("figcaption", {}, own.text));
}

function conversationsPart({ book, say }, spec, pooled) {
  const { words: labels } = book;
  const found = conversationsSaid(book, spec, pooled);
  if (found.length === 0) return null;
  return make(
    "section",
    { class: "gp-conversations" },
    make("h4", {}, fill(labels.conversations, { count: labels[`number-${found.length}`] })),
    make("ol", {}, ...found.map(({ label, text }) => make("li", {}, make("strong", {}, say(label)), " ", say(text)))),
  );
}

/** The notes of those who agreed that the group sees them, mixed, and only where enough have one. */
function notesPart({ book, minGroupSize, say }, spec, people) {
  const willing = people.filter(({ workbook }) => workbook.notes_for_group);
  const prompts = spec.prompts.map(({ id, label }) => ({
    label,
    texts: mixed(willing.map(({ answer }) => answer.notes?.[id]?.trim()).filter(Boolean)),
  }));
  const shown = prompts.filter(({ texts }) => texts.length >= minGroupSize);
  if (shown.length === 0) return null;
  return make(
    "section",
    { class: "gp-notes" },
    make("h4", {}, book.words.notes),
    ...shown.map(({ label, texts }) =>
      make(
        "div",
        {},
        make("p", { class: "jw-asked" }, say(label)),
        make("ul", {}, ...texts.map((text) => make("li", {}, say(text)))),
      ),
    ),
  );
}

function mixed(texts) {
  return texts
    .map((text) => [crypto.getRandomValues(new Uint32Array(1))[0], text])
    .sort(([one], [other]) => one - other)
    .map(([, text]) => text);
}

/** The same group on an earlier day, beside today; not where the few who differ could be told apart. */
function datesPart(pageState, spec, { people, before }, pooled, title) {
  const { book, earlier, minGroupSize } = pageState;
  const { words: labels } = book;
  if (earlier.people.length === 0) return [];
  const then = spec.items.length ? pooledAnswers(spec, before, [], minGroupSize) : null;
  const apart = [peopleApart(spec, people, before), peopleApart(spec, before, people)];
  if (then === null || apart.some((count) => count > 0 && count < minGroupSize)) {
    return [make("p", { class: "jw-help" }, fill(labels["no-earlier"], { least: String(minGroupSize) }))];
  }
  const side = (label, counted) => {
    const description = pictureSaid(book, spec, counted);
    const svg = groupPicture(book, spec, counted, { title: `${title}: ${labels[label]}`, description });
    return make("figure", { class: "gp-figure" }, svg, make("figcaption", {}, description));
  };
  return [
    make(
      "section",
      { class: "gp-dates" },
      make("h4", {}, labels["two-dates"]),
      make("div", { class: "gp-sides" }, side("before", then), side("today", pooled)),
    ),
  ];
}
