// The engine that places on a line: a radio group for each question, drawn as a line, and the gap between the two.

const APART = ["dont-know", "not-agreed"];
const MARKS = ["now", "needed"];

export function renderLine({ model, el }, readGap) {
  const sheet = openExercise({ model, el });
  const { config, body } = sheet;
  const questions = config.questions.map((question) => questionLine(sheet, question));
  const levels = levelTable(sheet);
  const result = make("div", { class: "ju-result", hidden: true });
  body.append(
    ...[notes(sheet)].filter(Boolean),
    ...questions.map(({ whole }) => whole),
    make("details", { class: "ju-more" }, make("summary", {}, config.words["all-levels"]), levels.whole),
    result,
  );

  let last = JSON.stringify(readGap(config, sheet.answer()));
  sheet.follow(() => {
    const places = sheet.answer().places ?? {};
    questions.forEach((question) => question.paint(places));
    levels.paint(places);
    const reading = readGap(config, sheet.answer());
    paintGap(sheet, result, reading);
    const key = JSON.stringify(reading);
    if (reading && key !== last) sheet.announce(gapSentence(config, reading));
    last = key;
  });
  return ready(sheet);
}

function questionLine(sheet, { id, question, help }) {
  const { config, say, words } = sheet;
  const name = newId("line");
  const helpId = newId("help");
  const note = make("p", { class: "ju-stop-note" });
  const radio = (value, label, kind) => {
    const input = make("input", {
      type: "radio",
      name,
      value,
      onchange: () => {
        const { places = {}, ...rest } = sheet.answer();
        sheet.save({ ...rest, places: { ...places, [id]: value } });
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
  const columns = ["summary", "shares", "costs", "how_common"];
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
  const head = make(
    "tr",
    {},
    ...["level", ...columns].map((column) => make("th", { scope: "col" }, words[column])),
  );
  const whole = make(
    "table",
    { class: "ju-levels" },
    make("thead", {}, head),
    make("tbody", {}, ...rows.map(({ row }) => row)),
  );
  const paint = (places) => {
    for (const { id, marks } of rows) {
      const here = config.questions.map((question, index) => (places[question.id] === id ? words[MARKS[index]] : null));
      marks.textContent = here.some(Boolean) ? ` (${here.filter(Boolean).join(", ")})` : "";
    }
  };
  return { whole, paint };
}

function gapSentence(config, reading) {
  const name = (id) => config.stops.find((stop) => stop.id === id)?.name.toLowerCase() ?? "";
  const steps = config.words[`steps-${reading.steps}`] ?? String(reading.steps);
  return fill(config.readings[reading.kind], { now: name(reading.now), needed: name(reading.needed), steps });
}

function paintGap(sheet, result, reading) {
  const { config, say, words } = sheet;
  result.hidden = reading === null;
  result.replaceChildren();
  if (reading === null) return;
  result.append(
    make("h4", {}, words["what-this-says"]),
    make("p", { class: "ju-sentence" }, say(gapSentence(config, reading))),
  );
  if (reading.now || reading.needed) result.append(gapPicture(sheet, reading));
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
  const marks = [reading.now, reading.needed];
  const stops = config.stops.map((stop) =>
    make(
      "li",
      { class: between.has(stop.id) && reading.path.length ? "ju-between" : "" },
      make("span", { class: "ju-dot" }),
      make("span", { class: "ju-dot-name" }, say(stop.name)),
      ...marks.map((id, index) =>
        id === stop.id ? make("span", { class: `ju-mark ju-mark-${MARKS[index]}` }, words[MARKS[index]]) : null,
      ),
    ),
  );
  return make("ol", { class: "ju-gap", style: `--stops: ${stops.length}`, "aria-label": words["gap-picture"] }, ...stops);
}
