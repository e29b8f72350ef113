// The engine that places on a line: a radio group for each question, drawn as a line.

import { make, newId } from "../../rendering/dom.js";
import { APART } from "../base/apart.js";
import { notes, openExercise, ready } from "../base/exercise.js";

/**
 * Draw questions on a line. `read(config, answer, earlier)` returns the reading or null; `paintReading(context, result, reading)`
 * shows it; `summary(context, reading)` is the sentence that is said aloud.
 */
export function renderLine({ model, el }, { read, paintReading, summary }) {
  const context = openExercise({ model, el });
  const { config, body } = context;
  const questions = config.questions.map((question) => questionLine(context, question));
  const levels = levelTable(context);
  const result = make("div", { class: "ju-result", hidden: true });
  body.append(
    ...[notes(context)].filter(Boolean),
    make("details", { class: "ju-more" }, make("summary", {}, config.words["all-levels"]), levels.whole),
    ...questions.map(({ whole }) => whole),
    result,
  );

  let last = JSON.stringify(read(config, context.answer(), context.previousAnswers()));
  context.follow(() => {
    const places = context.answer().places ?? {};
    questions.forEach((question) => question.paint(places));
    levels.paint(places);
    const reading = read(config, context.answer(), context.previousAnswers());
    result.hidden = reading === null;
    result.replaceChildren();
    if (reading) paintReading(context, result, reading);
    const key = JSON.stringify(reading);
    if (reading && key !== last) context.announce(summary(context, reading));
    last = key;
  });
  return ready(context);
}

function questionLine(context, { id, question, help }) {
  const { config, say, words } = context;
  const name = newId("line");
  const helpId = newId("help");
  const note = make("p", { class: "ju-stop-note" });
  const radio = (value, label, kind) => {
    const input = make("input", {
      type: "radio",
      name,
      value,
      onchange: () => {
        const { places = {}, ...rest } = context.answer();
        context.save({ ...rest, places: { ...places, [id]: value } });
      },
    });
    return { value, input, whole: make("label", { class: kind }, input, make("span", {}, say(label))) };
  };
  const stops = config.stops.map((stop) => radio(stop.id, stop.name, "ju-stop"));
  const apart = APART.map((value) => radio(value, words[value], "ju-apart"));
  const whole = make(
    "fieldset",
    { class: "ju-question", "aria-describedby": help ? helpId : undefined },
    make("legend", {}, say(question)),
    help ? make("p", { class: "ju-help", id: helpId }, say(help)) : null,
    make("div", { class: "ju-line", style: `--stops: ${stops.length}` }, ...stops.map((stop) => stop.whole)),
    make("div", { class: "ju-aparts" }, ...apart.map((stop) => stop.whole)),
    note,
  );
  const paint = (places) => {
    for (const { value, input } of [...stops, ...apart]) input.checked = places[id] === value;
    const chosen = config.stops.find((stop) => stop.id === places[id]);
    note.replaceChildren();
    if (chosen) note.append(make("strong", {}, `${chosen.name}. `), say(chosen.summary));
  };
  return { whole, paint };
}

function levelTable({ config, say, words }) {
  const { columns } = config;
  const rows = config.stops.map((stop) => {
    const marks = make("span", { class: "ju-marks" });
    const row = make(
      "tr",
      {},
      make("th", { scope: "row" }, say(stop.name), marks),
      ...columns.map((column) => make("td", { "data-label": words[column] }, say(stop[column]))),
    );
    return { id: stop.id, row, marks };
  });
  const head = make("tr", {}, ...["level", ...columns].map((column) => make("th", { scope: "col" }, words[column])));
  const whole = make(
    "table",
    { class: "ju-levels" },
    make("thead", {}, head),
    make("tbody", {}, ...rows.map(({ row }) => row)),
  );
  const paint = (places) => {
    for (const { id, marks } of rows) {
      const here = config.questions.filter(({ id: question, mark }) => mark && places[question] === id);
      marks.textContent = here.length ? ` (${here.map(({ mark }) => words[mark]).join(", ")})` : "";
    }
  };
  return { whole, paint };
}
