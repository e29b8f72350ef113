// What a person answered earlier in the workbook, shown again where it is needed.

import { make } from "../../rendering/dom.js";
import { inWords } from "./answer_in_words.js";

/** The answers an exercise goes on from, in words, above it; a line for each that is not there yet. */
export function earlierPart(sheet) {
  const shown = sheet.config.earlier.filter(({ part }) => part !== "result");
  if (shown.length === 0) return null;
  const list = make("ul", { class: "ju-earlier-list" });
  const missing = make("p", { class: "ju-help" });
  const whole = make("div", { class: "ju-earlier" }, make("h4", {}, sheet.words.earlier), list, missing);
  sheet.follow(() => {
    const answers = sheet.earlier();
    const found = shown.map((wording) => [wording, inWords(wording, answers[wording.exercise] ?? {}, wording.part)]);
    const there = found.filter(([, pairs]) => pairs.length);
    list.replaceChildren(...there.map(([wording, pairs]) => earlierItem(sheet, wording, pairs)));
    const absent = found
      .filter(([wording, pairs]) => pairs.length === 0 && sheet.isInBook(wording))
      .map(([wording]) => wording);
    whole.hidden = there.length + absent.length === 0;
    missing.replaceChildren();
    if (absent.length) missing.append(sheet.words["earlier-missing"], " ", ...listedLinks(sheet, absent), ".");
  });
  return whole;
}

function earlierItem({ say, words }, wording, pairs) {
  const texts = pairs.map(({ label, text }) =>
    make("p", {}, label ? make("span", { class: "ju-earlier-label" }, say(label), " ") : null, say(text)),
  );
  const title = `${words.exercise} ${wording.number}, ${wording.title}`;
  return make("li", { "data-earlier": wording.exercise }, make("strong", {}, say(title)), ...texts);
}

/** The exercises by their numbers; in the book each number leads there. */
function listedLinks(sheet, wordings) {
  return wordings.flatMap((wording, index) => {
    const link = sheet.linkTo(wording);
    const name = link ? make("a", { href: link }, wording.number) : wording.number;
    const before = index === 0 ? "" : index === wordings.length - 1 ? ` ${sheet.words.and} ` : ", ";
    return [before, name];
  });
}
