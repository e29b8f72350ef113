// How far a person has come, said quietly: begun or done, for each exercise of a chapter and for each chapter.

import { fill, make } from "../../../../widgets/joinedup/rendering/dom.js";
import { flatten } from "../../../../widgets/joinedup/workbook/flatten.js";
import { savedAnswers, onOtherTab } from "../../../../widgets/joinedup/workbook/store.js";
import { storeReady } from "../../../../widgets/joinedup/workbook/opening.js";

/** What has to be known of an exercise to say how far it is: see `progress_facts` in Python. */
export function progressFacts({ key, items, prompts }) {
  return { key, items: items.length, prompts: prompts.length };
}

/** "" for an exercise without an answer, "done" where all that is asked has one or the result was asked for, or "begun". */
export function progressOf({ key, items, prompts }, answer) {
  if (flatten(answer).size === 0) return "";
  if (answer.shown || answer.revealed) return "done";
  const given = Object.keys((items ? answer[key] : answer.notes) ?? {}).length;
  return given >= (items || prompts) ? "done" : "begun";
}

/** Write it beside the exercises that this page lists, and beside every link to a chapter in a list of contents. */
export async function showProgress({ exercises, words }) {
  await storeReady();
  const paint = () => {
    const answers = savedAnswers();
    const states = new Map(exercises.map((one) => [one.exercise, progressOf(one, answers[one.exercise] ?? {})]));
    for (const link of document.querySelectorAll("[data-progress-of]")) {
      const state = states.get(link.dataset.progressOf) ?? "";
      link.dataset.progress = state;
      link.querySelector(".unseen").textContent = state && ` (${words[state]})`;
    }
    for (const link of document.querySelectorAll(".contents a, .cover main li a")) {
      const here = exercises.filter(({ chapter }) => link.pathname?.endsWith(`/${chapter}.html`));
      if (here.length === 0 || link.hash) continue;
      const done = here.filter(({ exercise }) => states.get(exercise) === "done").length;
      const begun = here.some(({ exercise }) => states.get(exercise));
      const mark = link.querySelector(".how-far") ?? link.appendChild(make("span", { class: "how-far" }));
      const howFar = done ? fill(words["how-far"], { done: String(done), all: String(here.length) }) : words.begun;
      mark.textContent = begun ? ` ${howFar}` : "";
    }
  };
  paint();
  window.addEventListener("joinedup-saved", paint);
  onOtherTab(paint);
}
