// Saying whether an answer has been saved, and what to do where it hasn't. In the book the host says it, in a notebook Python.

import { fill, make } from "../../rendering/dom.js";
import { merged, sameAnswer } from "../../workbook/flatten.js";

/** How long, in milliseconds, Python may take to say that it has kept an answer. */
const PATIENCE = 5000;

/**
 * What Python has not kept yet, by exercise: what was `kept` by then and what is `given`. It lasts until the page is
 * closed, and a chapter that is run again takes it up.
 */
const waiting = (globalThis.joinedupWaiting ??= new Map());

/** The line at the foot of an exercise, and a note above it where something is not kept. */
export function savingStatus(context) {
  const { words, config } = context;
  const line = make("p", { class: "ju-kept" });
  const note = make("div", { class: "ju-unsaved", role: "alert", hidden: true });
  let late = null;
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
    if (answer === undefined) return;
    const all = sameAnswer(answer, context.answer());
    wait(answer, all);
    // Only Python's own word sets the clock back: somebody who goes on answering is to hear of it too.
    if (all || problem || saved !== heard) {
      clearTimeout(late);
      late = null;
    }
    heard = saved;
    if (!all && !problem) late ??= setTimeout(sayLate, PATIENCE);
    if (all || problem) say(quiet ? "" : problem && `${problem} ${place ? words["not-kept-there"] : ""}`.trim());
    const has = Object.keys(context.answer()).length > 0;
    const not = problem || note.dataset.problem;
    line.textContent = !has
      ? ""
      : not
        ? words["not-kept-short"]
        : all
          ? fill(words[place ? "kept-in" : "kept"], { file: place })
          : "";
    line.dataset.kept = String(all && !problem);
  };
  const sayLate = () => {
    say(words["not-answering"]);
    line.textContent = words["not-kept-short"];
  };
  context.follow(paint, ["answer", "saved"]);
  return { line, note };
}

/** Take up what Python could not keep before: the person has not lost it, and need not know. */
export function takeUpWaiting(context) {
  const left = waiting.get(context.config.exercise);
  if (!left || context.saved().answer === undefined) return;
  const answer = merged(context.answer(), left.kept, left.given);
  if (sameAnswer(answer, context.answer())) waiting.delete(context.config.exercise);
  else context.save(answer);
}
