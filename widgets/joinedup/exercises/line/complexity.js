// The line of complexity: the line engine, with cases compared and one's own beside an earlier answer.

import { fill, make } from "../../rendering/dom.js";
import { APART } from "../base/apart.js";
import { renderLine } from "./engine.js";
import { placing } from "./placing.js";

export default {
  moreIds: APART,
  render: (context) => renderLine(context, { read: placing, paintReading: paintPlacing, summary: placingSentence }),
};

function placingSentence({ config }, { own }) {
  if (own === null) return config.readings["own-unplaced"];
  const { name, response } = config.stops.find((stop) => stop.id === own);
  return fill(config.readings["own-at"], { level: name, response });
}

function paintPlacing(context, result, reading) {
  const { config, say, words } = context;
  const places = context.answer().places ?? {};
  const nameOf = (id) => config.stops.find((stop) => stop.id === id).name;
  const other = (id, key) => {
    const { title, level, note } = config.questions.find((question) => question.id === id);
    return make("li", {}, say(fill(config.readings[key], { title, you: nameOf(places[id]), we: nameOf(level), note })));
  };
  result.append(
    make("h4", {}, words["what-this-says"]),
    make("p", { class: "ju-sentence" }, say(placingSentence(context, reading))),
  );
  const needed = config.previous.find(({ exercise }) => exercise === config.needed.exercise);
  const cannotBeGiven = reading.compare === "missing" && needed && !context.isInBook(needed);
  if (reading.compare && !cannotBeGiven)
    result.append(make("p", {}, say(config.readings[`compare-${reading.compare}`])));
  const placed = reading.same.length + reading.differs.length;
  if (placed === 0) return;
  const count = words[`steps-${placed}`] ?? String(placed);
  result.append(
    make("p", {}, say(fill(config.readings.others, { count }))),
    make(
      "ul",
      { class: "ju-compare" },
      ...reading.differs.map((id) => other(id, "other-differs")),
      ...reading.same.map((id) => other(id, "other-same")),
    ),
  );
}
