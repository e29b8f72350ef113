// Saying whether an answer has been saved, and what to do where it hasn't. In the book the host says it, in a notebook Python.

import { fill, make } from "../../rendering/dom.js";
import { merged, sameAnswer } from "../../workbook/flatten.js";

/** How long, in milliseconds, saving an answer may take before the line says that it is under way. */
const NOTICEABLE = 400;
/** And before it is called late: Python isn't answering, or the browser has no time to write. */
const PATIENCE = 5000;

/**
 * What Python has not kept yet, by exercise: what was `kept` by then and what is `given`. It lasts until the page is
 * closed, and a chapter that is run again takes it up.
 */
const waiting = (globalThis.joinedupWaiting ??= new Map());

/** The line below an exercise, and a note above it where something is not kept. */
export function savingStatus(context) {
  const { words, config } = context;
  const line = make("p", { class: "ju-kept" });
  const note = make("div", { class: "ju-unsaved", role: "alert", hidden: true });
  let late = null;
  let slow = null;
  let isSlow = false;
  let heard = null;
  let mine = false;
  const say = (problem) => {
    if (note.dataset.problem === problem) return;
    note.dataset.problem = problem;
    note.hidden = !problem;
    note.replaceChildren();
    if (!problem) return;
    const download = make("button", { type: "button", onclick: () => context.download() }, words["download-now"]);
    note.append(make("p", {}, problem), download);
  };
  const wait = (answer, all) => {
    // What another context has left waiting is not for this one to take away: it may be about to take it up.
    if (!all) waiting.set(config.exercise, { kept: answer, given: context.answer() });
    else if (mine) waiting.delete(config.exercise);
    mine = !all;
  };
  const paint = () => {
    const saved = context.saved();
    const { answer, place = "", problem = "", quiet = false } = saved;
    const kept = place ? "kept-in" : saved.late ? "kept-late" : "kept";
    if (answer === undefined) return;
    const all = sameAnswer(answer, context.answer());
    wait(answer, all);
    // Only Python's own word sets the clock back: somebody who goes on answering is to hear of it too.
    if (all || problem || saved !== heard) {
      clearTimeout(late);
      clearTimeout(slow);
      late = slow = null;
      isSlow = false;
    }
    heard = saved;
    if (!all && !problem) {
      late ??= setTimeout(sayLate, PATIENCE);
      slow ??= setTimeout(saySlow, NOTICEABLE);
    }
    if (all || problem) say(quiet ? "" : problem && `${problem} ${place ? words["not-kept-there"] : ""}`.trim());
    const has = Object.keys(context.answer()).length > 0 || context.unsavable.size > 0;
    const not = problem || note.dataset.problem || context.unsavable.size > 0;
    line.textContent = !has
      ? ""
      : not
        ? words["not-kept-short"]
        : all
          ? fill(words[kept], { file: place })
          : isSlow
            ? words.saving
            : "";
    line.dataset.kept = String(all && !not);
  };
  const saySlow = () => {
    isSlow = true;
    paint();
  };
  const sayLate = () => {
    say(words[context.saved().place ? "not-answering" : "not-written-yet"]);
    line.textContent = words["not-kept-short"];
  };
  context.follow(paint, ["answer", "saved"]);
  return { line, note, paint };
}

/** Take up what Python could not keep before: the person has not lost it, and need not know. */
export function takeUpWaiting(context) {
  const left = waiting.get(context.config.exercise);
  if (!left || context.saved().answer === undefined) return;
  const answer = merged(context.answer(), left.kept, left.given);
  if (sameAnswer(answer, context.answer())) waiting.delete(context.config.exercise);
  else context.save(answer);
}
