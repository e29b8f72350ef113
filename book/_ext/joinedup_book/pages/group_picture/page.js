// The page "Group picture": workbooks come in, pictures come out, and nothing is kept.

import { newParticipants } from "../../../../../widgets/joinedup/cohort/persons.js";
import { COHORT_LIMITS } from "../../../../../widgets/joinedup/content/limits.js";
import { make, newId, markLanguage } from "../../../../../widgets/joinedup/rendering/dom.js";
import { loadAsked } from "../asked.js";
import { participantsPart } from "./import.js";
import { picturePart } from "./showing.js";
import { teamsPart } from "./teams.js";

const { minGroupSize: USUAL, minGroupSizeLeastOnPage: LEAST, minGroupSizeMost: MOST } = COHORT_LIMITS;

/** `inGroup` has, by the kind of exercise, what says or draws something of a group that only this kind has. */
export function startGroupPicture(inGroup) {
  const holder = document.getElementById("workbook-words");
  const place = (name) => document.querySelector(`[data-group="${name}"]`);
  if (holder === null || place("picture") === null) return;
  const book = JSON.parse(holder.textContent);
  const pageState = {
    book,
    inGroup,
    place,
    say: (text) => markLanguage(text, book.mi),
    now: newParticipants(),
    earlier: newParticipants(),
    minGroupSize: USUAL,
    teams: {},
    exercise: "",
    by: "",
    all: false,
    isLoading: false,
    drawn: new Map(),
    splits: new Map(),
  };
  const parts = [
    participantsPart(pageState, "now"),
    participantsPart(pageState, "earlier"),
    choosingPart(pageState),
    picturePart(pageState),
  ];
  pageState.paint = () => parts.forEach((part) => part.paint());
  pageState.paint();
  for (const part of document.querySelectorAll("[data-group]")) {
    part.parentElement.dataset.holds = part.dataset.group; // for paper, where only the picture is printed
    part.dataset.ready = "true";
  }
}

/** Which exercise, apart by what, and how many people a figure describes at the least. */
function choosingPart(pageState) {
  const { book, place } = pageState;
  const { words: labels } = book;
  const exercise = make("select", {
    onchange: async () => {
      const { value } = exercise;
      const loading = loadAsked(book, [value]);
      draw({ exercise: value, all: false, isLoading: loading !== null });
      await loading;
      if (loading && pageState.exercise === value) draw({ isLoading: false });
    },
  });
  const by = make(
    "select",
    { onchange: () => draw({ by: by.value }) },
    ...["", "role", "team"].map((value) => make("option", { value }, labels[`by-${value || "nothing"}`])),
  );
  const size = make("input", {
    type: "number",
    min: LEAST,
    max: MOST,
    value: USUAL,
    onchange: () => {
      const number = Math.trunc(Number(size.value));
      size.value = String(number >= LEAST && number <= MOST ? number : USUAL);
      draw({ minGroupSize: Number(size.value) });
    },
  });
  const consequence = make("p", { class: "jw-help", id: newId("min-group-size") });
  size.setAttribute("aria-describedby", consequence.id);
  const teams = teamsPart(pageState);
  const draw = (changed) => {
    Object.assign(pageState, changed);
    pageState.paint();
  };
  const field = (label, control) => make("label", { class: "jw-field" }, make("span", {}, labels[label]), control);
  place("choose").append(
    make(
      "div",
      { class: "jw-who" },
      field("which-exercise", exercise),
      field("apart-by", by),
      field("min-group-size", size),
    ),
    consequence,
    teams.whole,
  );
  const paint = () => {
    // All of them, answered or not: that one appears would tell what the newest person has done.
    const some = pageState.now.people.length ? book.exercises : [];
    const groups = book.chapters.map((chapter) => {
      const options = some
        .filter((one) => one.chapter === chapter.id)
        .map((one) =>
          make(
            "option",
            { value: one.exercise, selected: one.exercise === pageState.exercise },
            `${one.number} ${one.title}`,
          ),
        );
      return options.length ? make("optgroup", { label: chapter.title }, ...options) : null;
    });
    exercise.replaceChildren(make("option", { value: "" }, labels["choose-one"]), ...groups.filter(Boolean));
    exercise.value = some.some((one) => one.exercise === pageState.exercise) ? pageState.exercise : "";
    teams.paint();
    consequence.textContent =
      pageState.minGroupSize < USUAL ? labels["min-group-size-low"] : labels["min-group-size-why"];
  };
  return { paint };
}
