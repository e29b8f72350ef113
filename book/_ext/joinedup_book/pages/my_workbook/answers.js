// Everything answered so far, told in words in the order of the book, each with a way to delete it and bring it back.

import { fill, make, newId } from "../../../../../widgets/joinedup/rendering/dom.js";
import { saveEntry, savedEntries } from "../../../../../widgets/joinedup/workbook/store.js";
import { isKnown } from "../asked.js";
import { progressFacts, progressOf } from "../../every_page/progress.js";
import { isLong, answerSummary, summaryPart, specOf } from "./answer_summary.js";

/** Everything answered so far in the order of the book, and what is not answered yet. */
export function answersPart(pageState) {
  const list = make("div", { class: "jw-answers" });
  pageState.place("answers").append(list);
  return { paint: () => list.replaceChildren(...answersByChapter(pageState)) };
}

function answersByChapter(pageState) {
  const { book, say, deleted } = pageState;
  const { words } = book;
  const entries = savedEntries();
  const answered = answeredInOrder(book, entries);
  const shown = answeredInOrder(book, { ...Object.fromEntries(deleted), ...entries });
  const counts = { count: String(answered.length), all: String(book.exercises.length) };
  const chapters = book.chapters.map((chapter) => {
    const here = shown.filter(({ spec }) => spec?.chapter === chapter.id);
    const missing = book.exercises.filter(
      (one) => one.chapter === chapter.id && !here.some(({ exercise }) => exercise === one.exercise),
    );
    return { ...chapter, here, missing };
  });
  const others = {
    id: "",
    title: words["other-edition"],
    here: shown.filter(({ spec }) => spec === null),
    missing: [],
  };
  const begun = [...chapters, others].filter(({ here }) => here.length);
  const jump = ({ id, title }) => make("li", {}, make("a", { href: `#answers-${id}` }, say(title)));
  return [
    make("p", { class: "jw-summary" }, fill(words[answered.length ? "summary" : "nothing"], counts)),
    begun.length > 1 ? make("ul", { class: "jw-jump" }, ...begun.map(jump)) : null,
    ...[...chapters, ...(others.here.length ? [others] : [])].map((chapter) =>
      chapterPart(pageState, chapter, entries),
    ),
  ].filter(Boolean);
}

function chapterPart(pageState, { id, title, here, missing }, entries) {
  const { book, say } = pageState;
  const links = missing.flatMap((one, place) => [place ? "; " : "", exerciseLink(pageState, one)]);
  return make(
    "section",
    { class: "jw-chapter", id: `answers-${id}`, "data-begun": String(here.length > 0) },
    make("h3", {}, say(title)),
    ...here.map((one) =>
      Object.hasOwn(entries, one.exercise) ? answerArticle(pageState, one) : deletedArticle(pageState, one),
    ),
    links.length ? make("p", { class: "jw-missing" }, `${book.words.missing} `, ...links) : null,
  );
}

/** The answered exercises in the order of the book; those of another edition come last. */
export function answeredInOrder(book, entries) {
  const known = book.exercises.filter(({ exercise }) => Object.hasOwn(entries, exercise));
  const others = Object.keys(entries)
    .filter((exercise) => specOf(book, exercise) === null)
    .sort();
  return [
    ...known.map((spec) => ({ exercise: spec.exercise, spec, entry: entries[spec.exercise] })),
    ...others.map((exercise) => ({ exercise, spec: null, entry: entries[exercise] })),
  ];
}

function exerciseLink({ book, say }, { exercise, chapter, number, title }) {
  const { page } = book.chapters.find(({ id }) => id === chapter);
  return make("a", { href: `${page}#${exercise}` }, `${number} `, say(title));
}

export function exerciseName(book, exercise) {
  const spec = specOf(book, exercise);
  return spec ? `${spec.number} ${spec.title}` : exercise;
}

function answerArticle(pageState, { exercise, spec, entry }) {
  const { words } = pageState.book;
  const told = answerSummary(pageState.book, exercise, entry.answer);
  const state = spec && isKnown(spec) ? progressOf(progressFacts(spec), entry.answer) : "begun";
  const title = make("h4", { id: newId("answer"), tabIndex: -1 }, spec ? exerciseLink(pageState, spec) : exercise);
  const remove = make(
    "button",
    {
      type: "button",
      class: "ju-quiet",
      "aria-label": `${words.delete}: ${exerciseName(pageState.book, exercise)}`,
      onclick: () => {
        pageState.deleted.set(exercise, entry);
        saveEntry(exercise, null);
        pageState.changed();
        document.querySelector(`[data-deleted="${CSS.escape(exercise)}"] button`).focus();
      },
    },
    words.delete,
  );
  return make(
    "article",
    {
      class: "jw-answer",
      "data-answer": exercise,
      "data-long": isLong(told) ? "" : undefined,
      "aria-labelledby": title.id,
    },
    title,
    make("p", { class: "jw-when" }, fill(words[`state-${state}`], { when: whenSaid(entry.saved) })),
    ...summaryPart(pageState, exercise, told),
    remove,
  );
}

/** Where an answer was until a moment ago: it can be brought back as long as the page is open. */
function deletedArticle(pageState, { exercise, entry }) {
  const { words } = pageState.book;
  const bringBack = () => {
    saveEntry(exercise, entry);
    pageState.deleted.delete(exercise);
    pageState.changed();
    document.querySelector(`[data-answer="${CSS.escape(exercise)}"] h4`).focus();
  };
  const text = make(
    "p",
    { id: newId("deleted") },
    fill(words.deleted, { name: exerciseName(pageState.book, exercise) }),
  );
  const button = make("button", { type: "button", "aria-describedby": text.id, onclick: bringBack }, words.undo);
  return make("article", { class: "jw-notice", "data-deleted": exercise }, text, button);
}

/** When something was kept, as people say it; the bare text where it is no date. */
export function whenSaid(saved) {
  const date = new Date(saved);
  if (Number.isNaN(date.getTime())) return saved;
  const said = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(date);
  return said.replace(/\s(?=[ap]\.?m)/, "\u00a0");
}
