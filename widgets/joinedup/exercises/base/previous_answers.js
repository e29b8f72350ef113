// What a person answered earlier in the workbook, shown again where it is needed.

import { make } from "../../rendering/dom.js";
import { inWords } from "./answer_in_words.js";

/** The earlier answers that an exercise builds on, in words, above it, with a line for each one still missing. */
export function previousAnswersPart(context) {
  const shown = context.config.previous.filter(({ part }) => part !== "result");
  if (shown.length === 0) return null;
  const list = make("ul", { class: "ju-earlier-list" });
  const missing = make("p", { class: "ju-help" });
  const whole = make("div", { class: "ju-earlier" }, make("h4", {}, context.words.earlier), list, missing);
  context.follow(() => {
    const answers = context.previousAnswers();
    const found = shown.map((spec) => [spec, inWords(spec, answers[spec.exercise] ?? {}, spec.part)]);
    const there = found.filter(([, pairs]) => pairs.length);
    list.replaceChildren(...there.map(([spec, pairs]) => earlierItem(context, spec, pairs)));
    const absent = found.filter(([spec, pairs]) => pairs.length === 0 && context.isInBook(spec)).map(([spec]) => spec);
    whole.hidden = there.length + absent.length === 0;
    missing.replaceChildren();
    if (absent.length) missing.append(context.words["earlier-missing"], " ", ...listedLinks(context, absent), ".");
  });
  return whole;
}

function earlierItem({ say, words }, spec, pairs) {
  const texts = pairs.map(({ label, text }) =>
    make("p", {}, label ? make("span", { class: "ju-earlier-label" }, say(label), " ") : null, say(text)),
  );
  const title = `${words.exercise} ${spec.number}, ${spec.title}`;
  return make("li", { "data-earlier": spec.exercise }, make("strong", {}, say(title)), ...texts);
}

/** The exercises by their numbers; in the book each number leads there. */
function listedLinks(context, specs) {
  return specs.flatMap((spec, index) => {
    const link = context.linkTo(spec);
    const name = link ? make("a", { href: link }, spec.number) : spec.number;
    const before = index === 0 ? "" : index === specs.length - 1 ? ` ${context.words.and} ` : ", ";
    return [before, name];
  });
}
