// The continuum slider: the line engine, with the gap between where we are and where the problem needs us.

import { fill, make } from "../../rendering/dom.js";
import { APART } from "../base/apart.js";
import { renderLine } from "./engine.js";
import { gap, gapSays } from "./gap.js";

export default {
  moreIds: APART,
  render: (context) => renderLine(context, { read: gap, paintReading: paintGap, summary: gapSentence }),
};

function gapSentence({ config }, reading) {
  const [key, values] = gapSays(config, reading);
  return fill(config.readings[key], values);
}

function paintGap(context, result, reading) {
  const { config, say, words } = context;
  result.append(
    make("h4", {}, words["what-this-says"]),
    make("p", { class: "ju-sentence" }, say(gapSentence(context, reading))),
  );
  if (reading.now || reading.needed) result.append(gapPicture(context, reading));
  if (reading.path.length === 0) return;
  const down = reading.kind.startsWith("over");
  const steps = reading.path.map((id) => config.stops.find((stop) => stop.id === id));
  result.append(
    make("h5", {}, down ? words["moving-down"] : words["moving-up"]),
    make(
      "ul",
      { class: "ju-steps" },
      ...steps.map((stop) => make("li", {}, make("strong", {}, say(stop.name)), ": ", say(stop.moving_here))),
    ),
  );
}

/** The line once more, with both places on it: a circle and a diamond, each with its word. */
function gapPicture({ config, say, words }, reading) {
  const between = new Set([reading.now, ...reading.path, reading.needed]);
  const marks = [
    ["now", reading.now],
    ["needed", reading.needed],
  ];
  const stops = config.stops.map((stop) =>
    make(
      "li",
      { class: between.has(stop.id) && reading.path.length ? "ju-between" : "" },
      make("span", { class: "ju-dot" }),
      make("span", { class: "ju-dot-name" }, say(stop.name)),
      ...marks.map(([mark, id]) =>
        id === stop.id ? make("span", { class: `ju-mark ju-mark-${mark}` }, words[mark]) : null,
      ),
    ),
  );
  return make(
    "ol",
    { class: "ju-gap", style: `--stops: ${stops.length}`, "aria-label": words["gap-picture"] },
    ...stops,
  );
}
