// Code a story: each passage with the factors to mark in it, and two readings side by side when they are asked for.

import { fill, keepInPlace, listed, make } from "../../rendering/dom.js";
import { notes, openExercise, ready } from "../base/exercise.js";
import { progressLine } from "../base/progress.js";
import { passageSays, twoReadings, twoReadingsOpening } from "./two_readings.js";

export default {
  render({ model, el }) {
    const context = openExercise({ model, el });
    const { config, body, words } = context;
    const items = config.passages.map((passage, index) => passageItem(context, passage, index + 1));
    const progress = make("p", { class: "ju-progress" });
    const show = make("button", {
      type: "button",
      class: "ju-main",
      onclick: () => {
        const { shown, ...rest } = context.answer();
        keepInPlace(show, () => context.save(shown ? rest : { ...rest, shown: true }));
        context.announce(shown ? words["comparison-hidden"] : opening.textContent);
      },
    });
    const opening = make("p", {});
    const intro = make("div", { class: "ju-result", hidden: true }, make("h4", {}, words["what-this-says"]), opening);
    body.append(
      codebookPart(context),
      make("ol", { class: "ju-passages" }, ...items.map(({ whole }) => whole)),
      ...[notes(context)].filter(Boolean),
      make("div", { class: "ju-actions" }, show, progress),
      intro,
    );
    context.follow(() => {
      const marked = context.answer().marked ?? {};
      const reading = twoReadings(config, context.answer());
      items.forEach((item) => item.paint(marked, reading));
      intro.hidden = reading === null;
      if (reading) opening.replaceChildren(context.say(config.readings[twoReadingsOpening(reading)]));
      show.textContent = reading ? words["hide-comparison"] : words["show-comparison"];
      progress.textContent = progressLine(config.passages, marked, words);
    });
    return ready(context);
  },
};

/** The codebook, folded: what each factor means. */
function codebookPart({ config, say, words }) {
  return make(
    "details",
    { class: "ju-more" },
    make("summary", {}, words.factors),
    make(
      "ul",
      { class: "ju-codes" },
      ...config.factors.map((one) => make("li", {}, make("strong", {}, one.name), ". ", say(one.definition))),
    ),
  );
}

function passageItem(context, passage, number) {
  const { config, say, words } = context;
  const marks = config.factors.map((factor) => {
    const input = make("input", {
      type: "checkbox",
      value: factor.id,
      onchange: () =>
        context.save({ ...context.answer(), marked: { ...context.answer().marked, [passage.id]: given() } }),
    });
    return {
      id: factor.id,
      input,
      whole: make("label", { class: "ju-mark-one" }, input, make("span", {}, factor.name)),
    };
  });
  const given = () => marks.filter(({ input }) => input.checked).map(({ id }) => id);
  const name = (id) => config.factors.find((factor) => factor.id === id).name;
  const summary = make("summary", {});
  const nothing = make(
    "button",
    {
      type: "button",
      class: "ju-quiet",
      onclick: () => context.save({ ...context.answer(), marked: { ...context.answer().marked, [passage.id]: [] } }),
    },
    words["none-here"],
  );
  const field = make(
    "fieldset",
    {},
    make("legend", {}, fill(words["which-here"], { number: String(number) })),
    make("div", { class: "ju-marks-all" }, ...marks.map(({ whole }) => whole)),
    nothing,
  );
  const compared = make("div", { class: "ju-compare" });
  const whole = make(
    "li",
    { "data-passage": passage.id },
    make("p", {}, say(passage.text)),
    make("details", { class: "ju-marking" }, summary, field),
    compared,
  );
  const paint = (marked, reading) => {
    const yours = marked[passage.id];
    for (const { id, input } of marks) input.checked = yours?.includes(id) ?? false;
    const names = (yours ?? []).map(name);
    summary.textContent =
      yours === undefined ? words["not-read"] : names.length ? listed(names, words.and) : words.none;
    const two = reading?.[passage.id];
    compared.replaceChildren(...(two ? readingsPart(context, two, name) : []));
  };
  return { whole, paint };
}

function readingsPart({ config, say, words }, two, name) {
  return passageSays(two).map(([key, ids]) =>
    make("p", {}, say(fill(config.readings[key], { factors: listed(ids.map(name), words.and) }))),
  );
}
