// The static host: finds the exercises of a published page and gives each its widget and a small model, no kernel.

import { unflatten, flatten, sameAnswer } from "../../workbook/flatten.js";
import {
  askBeforeLosing,
  saveAnswer,
  savedAnswer,
  savedAnswers,
  savedWorkbook,
  holdsUnsaved,
  onOtherTab,
  onWritten,
  savesForCertain,
  whyUnsaved,
} from "../../workbook/store.js";
import { storeReady } from "../../workbook/opening.js";
import { offerWorkbook } from "../../workbook/text.js";

/** The model of the widget protocol, as far as an exercise needs it. */
export function newModel(state, keep) {
  const listeners = new Map();
  const of = (event) => listeners.get(event) ?? new Set();
  return {
    get: (name) => state[name],
    set(name, value) {
      state[name] = value;
      for (const listener of [...of(`change:${name}`)]) listener();
    },
    save_changes: () => keep(state.answer),
    on(event, listener) {
      listeners.set(event, of(event).add(listener));
    },
    off(event, listener) {
      of(event).delete(listener);
    },
  };
}

/** Bring every exercise of the page to life. `leftOut` lists the chapters that have no page in this book. */
export async function startExercises(widgets, leftOut = []) {
  const roots = document.querySelectorAll("[data-joinedup]"); // others may be drawn while the store opens
  await storeReady();
  askBeforeLosing();
  document.addEventListener("focusin", ({ target }) => showWhole(target));
  for (const root of roots) {
    const widget = widgets[root.dataset.joinedup];
    if (widget) startExercise(root, widget, leftOut); // otherwise its script did not come, and it stays as on paper
  }
}

/** In a table that scrolls sideways, a link with the focus is seen whole: browsers are content with a part of it. */
function showWhole(link) {
  if (link.matches(".ju-scroll a")) link.scrollIntoView({ block: "nearest", inline: "nearest" });
}

export function startExercise(root, widget, leftOut) {
  const config = configOf(root);
  const { exercise, words } = config;
  const mount = document.createElement("div");
  const fits = (answer) => fitting(config, answer, widget.moreIds ?? []);
  const first = fits(savedAnswer(exercise));
  let last = first;
  const download = () => offerWorkbook(savedWorkbook());
  const state = {
    config,
    answer: first,
    saved: { answer: first, late: !savesForCertain() },
    previous_answers: savedAnswers(),
    linkTo,
    leftOut,
    download,
  };
  let written = first;
  let underWay = 0;
  let problem = "";
  const say = () =>
    model.set(
      "saved",
      problem
        ? { answer: written, problem, quiet: toldElsewhere(exercise) }
        : { answer: written, late: !savesForCertain() },
    );
  const model = newModel(state, async (answer) => {
    const before = last;
    last = answer;
    underWay += 1;
    const done = await saveAnswer(exercise, config.widget, before, answer);
    underWay -= 1;
    if (done) written = underWay ? answer : last;
    problem = done ? "" : words[whyUnsaved()];
    say();
    window.dispatchEvent(new CustomEvent("joinedup-saved", { detail: { exercise, answer, done } }));
  });
  onWritten(() => {
    if (!problem || underWay || holdsUnsaved()) return;
    written = last; // there was room by now, and another exercise has found it
    problem = "";
    say();
  });
  root.append(mount);
  widget.render({ model, el: mount });
  root.querySelector(".ju-waiting")?.remove();
  const lookBack = () => config.previous.length && model.set("previous_answers", savedAnswers());
  window.addEventListener("joinedup-saved", lookBack);
  onOtherTab(() => {
    lookBack();
    const now = fits(savedAnswer(exercise));
    if (sameAnswer(now, last)) return;
    last = now;
    if (!underWay && !problem) written = now;
    say();
    model.set("answer", now);
  });
}

/** What the page says of an exercise; a notebook that the first edition ran calls its previous answers `earlier`. */
function configOf(root) {
  const config = JSON.parse(root.querySelector(".ju-config").textContent);
  return { ...config, previous: config.previous ?? config.earlier ?? [] };
}

/**
 * What of a kept answer still belongs to an exercise: its tables may have changed since. `moreIds` are those that a kind
 * knows apart from what its tables say.
 */
function fitting(config, answer, moreIds) {
  const known = knownIds(config, new Set(moreIds));
  const isKnown = (id) => known.has(id);
  const fits = ([way, mark]) => {
    const [part, ...names] = way.split("/");
    if (part === "shown" || part === "revealed") return typeof mark === "boolean";
    if (part === "chosen") return Array.isArray(mark) && mark.every(isKnown);
    if (names.length === 0 || !names.every(isKnown)) return false;
    return part === "notes" ? typeof mark === "string" : [mark].flat().every(isKnown);
  };
  return unflatten(new Map([...flatten(answer)].filter(fits)));
}

function knownIds(part, known) {
  for (const [name, value] of Object.entries(part)) {
    if (name === "id") known.add(value);
    else if (typeof value === "object" && value !== null) knownIds(value, known);
  }
  return known;
}

/** Whether another exercise of this page has said already that nothing can be kept: once is enough. */
let teller = null;
function toldElsewhere(exercise) {
  teller ??= exercise;
  return teller !== exercise;
}

/** The exercises of other chapters stand in pages beside this one, or on it where it holds the whole book. */
function linkTo({ chapter, exercise }) {
  return document.getElementById(exercise) ? `#${exercise}` : `${chapter}.html#${exercise}`;
}
