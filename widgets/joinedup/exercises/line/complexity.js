// The line of complexity: the line engine, with cases compared and one's own beside an earlier answer.

import { fill, make } from "../../rendering/dom.js";
import { APART } from "../base/apart.js";
import { renderLine } from "./engine.js";
import { placing, placingSays } from "./placing.js";

export default {
  moreIds: APART,
  render: (context) =>
    renderLine(context, {
      read: placing,
      paintReading: paintPlacing,
      summary: (...all) => placingSentences(...all)[0].text,
    }),
};

function placingSentences(context, reading) {
  const { config } = context;
  const needed = config.previous.find(({ exercise }) => exercise === config.needed.exercise);
  const canCompare = !needed || context.isInBook(needed);
  const says = placingSays(config, context.answer().places ?? {}, reading, canCompare);
  return says.map(([key, values]) => ({ key, text: fill(config.readings[key], values) }));
}

function paintPlacing(context, result, reading) {
  const { say, words } = context;
  const [own, ...rest] = placingSentences(context, reading);
  const others = rest.filter(({ key }) => key.startsWith("other-"));
  const between = rest.filter(({ key }) => !key.startsWith("other-"));
  result.append(
    make("h4", {}, words["what-this-says"]),
    make("p", { class: "ju-sentence" }, say(own.text)),
    ...between.map(({ text }) => make("p", {}, say(text))),
  );
  if (others.length === 0) return;
  result.append(make("ul", { class: "ju-compare" }, ...others.map(({ text }) => make("li", {}, say(text)))));
}
