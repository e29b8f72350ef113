// What the stack is of: the exercises, a team if it has one, and whether its sheets have signs on them.

import { WORKBOOK_LIMITS } from "../../../../../widgets/joinedup/content/limits.js";
import { make } from "../../../../../widgets/joinedup/rendering/dom.js";
import { tooLongNotice } from "../../../../../widgets/joinedup/rendering/too_long.js";

export function choosingPart(pageState) {
  const { book, place, say } = pageState;
  const { words } = book;
  const box = ({ exercise, number, title }) => {
    const input = make("input", { type: "checkbox", value: exercise, onchange: choose });
    return { input, whole: make("label", { class: "jw-check" }, input, make("span", {}, `${number} `, say(title))) };
  };
  const choose = () => {
    const exercises = boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
    pageState.set({ exercises });
  };
  const boxes = book.forms.map(box);
  const team = make("input", {
    type: "text",
    autocomplete: "off",
    oninput: () => !tooLong.isTooLong() && pageState.set({ team: team.value.trim() }),
  });
  const tooLong = tooLongNotice(team, WORKBOOK_LIMITS.maxLine, words);
  const signs = make("input", { type: "checkbox", onchange: () => pageState.set({ signs: signs.checked }) });
  place("choose").append(
    make(
      "fieldset",
      { class: "fp-exercises" },
      make("legend", {}, words["which-exercises"]),
      make("div", {}, ...boxes.map(({ whole }) => whole)),
    ),
    make("div", { class: "jw-who" }, make("label", { class: "jw-field" }, make("span", {}, words.team), team)),
    tooLong.notice,
    make("label", { class: "jw-check" }, signs, make("span", {}, words["have-signs"])),
  );
  const paint = () => {
    for (const { input } of boxes) input.checked = pageState.settings.exercises.includes(input.value);
    if (document.activeElement !== team && !tooLong.isTooLong()) team.value = pageState.settings.team;
    signs.checked = pageState.settings.signs;
  };
  return { paint };
}
