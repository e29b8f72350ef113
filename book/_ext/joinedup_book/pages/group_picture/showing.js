// When a picture is drawn: never for a few, and never so that a few could be worked out.

import { answersIn } from "../../../../../widgets/joinedup/cohort/persons.js";
import { announcer, make } from "../../../../../widgets/joinedup/rendering/dom.js";
import { isKnown } from "../asked.js";
import { specOf } from "../my_workbook/answer_summary.js";
import { picturesOf } from "./figures.js";
import { agreeToSplit, orderOf } from "./groups.js";

/**
 * The picture, what it says, its table, the conversations, the notes, and two dates beside each other.
 *
 * A picture that was shown stays with the people it showed. Who comes or goes afterwards would be given away by the next
 * one, so that is drawn only when somebody asks for it.
 */
export function picturePart(pageState) {
  const { book, place } = pageState;
  const shown = make("div", { class: "gp-shown" });
  const asked = make("div", { role: "status", "aria-live": "polite" });
  const heard = make("p", { role: "status", "aria-live": "polite", class: "unseen" });
  const { announce } = announcer(heard);
  place("picture").append(asked, heard, shown);
  let last = "";
  const paint = () => {
    const spec = specOf(book, pageState.exercise);
    if (spec === null) {
      last = "";
      asked.replaceChildren();
      shown.replaceChildren(
        make("p", { class: "jw-help" }, book.words[pageState.now.people.length ? "choose-first" : "bring-first"]),
      );
      return;
    }
    if (!isKnown(spec)) {
      last = "";
      asked.replaceChildren();
      const failed = make("p", { class: "jw-refusal", role: "alert" }, book.words["asked-not-loaded-group"]);
      shown.replaceChildren(...(pageState.isLoading ? [] : [failed]));
      return;
    }
    const { exercise } = spec;
    const today = { now: pageState.now.people, earlier: pageState.earlier.people };
    const drawn = pageState.drawn.get(exercise) ?? {};
    const stays = Object.keys(today).filter(
      (which) => drawn[which] && idsOf(drawn[which], exercise) !== idsOf(today[which], exercise),
    );
    asked.replaceChildren(...(stays.length ? [waitingPart(pageState)] : []));
    const lists = Object.fromEntries(Object.keys(today).map((which) => [which, drawn[which] ?? [...today[which]]]));
    const key = JSON.stringify([
      exercise,
      pageState.by,
      pageState.minGroupSize,
      pageState.teams,
      pageState.all,
      ...Object.values(lists).map((list) => idsOf(list, exercise)),
    ]);
    if (key === last) return;
    last = key;
    const [people, before] = ["now", "earlier"].map((which) =>
      answersIn(lists[which], exercise, pageState.by, orderOf(pageState), pageState.teams),
    );
    shown.replaceChildren(...picturesOf(pageState, spec, people, before));
    const saying = [shown.querySelector("h3"), shown.querySelector("figcaption, p")].filter(Boolean);
    announce(saying.map(({ textContent }) => textContent.replace(/[^.?!]$/, "$&.")).join(" "));
    const seen = Object.entries(lists).filter(([which]) =>
      shown.querySelector(which === "now" ? "svg, .gp-notes" : ".gp-dates"),
    );
    pageState.drawn.set(exercise, { ...drawn, ...Object.fromEntries(seen) }); // what was seen once stays seen
  };
  pageState.redraw = () => {
    pageState.drawn.delete(pageState.exercise);
    agreeToSplit(pageState, pageState.exercise);
    last = "";
    paint();
    shown.querySelector("h3")?.focus();
  };
  return { paint };
}

/** Which of some people have answered an exercise, as a text to compare. */
function idsOf(people, exercise) {
  return people
    .filter(({ workbook }) => Object.hasOwn(workbook.answers, exercise))
    .map(({ id }) => id)
    .join();
}

function waitingPart(pageState) {
  const { words: labels } = pageState.book;
  const button = make("button", { type: "button", onclick: pageState.redraw }, labels["draw-anew"]);
  return make("div", { class: "jw-notice gp-waiting" }, make("p", {}, labels.waiting), button);
}
