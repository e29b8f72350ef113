// The questionnaire engine: statements with a scale of words each, and a reading when it is asked for.

import { make, newId } from "../../rendering/dom.js";
import { notes, openExercise, ready } from "../base/exercise.js";
import { progressLine } from "../base/progress.js";

/**
 * Draw a questionnaire. `read(config, answer)` returns the reading or null; `paintReading(context, result, reading)` shows
 * it; `summary(context, reading)` is the sentence that is said aloud.
 */
export function renderQuestionnaire({ model, el }, { read, paintReading, summary }) {
  const context = openExercise({ model, el });
  const { config, body, words } = context;
  const items = config.statements.map((statement) => statementItem(context, statement));
  const progress = make("p", { class: "ju-progress" });
  const show = make(
    "button",
    {
      type: "button",
      class: "ju-main",
      onclick: () => {
        context.save({ ...context.answer(), shown: true });
        result.scrollIntoView({ block: "nearest" });
      },
    },
    words["show-reading"],
  );
  const result = make("div", { class: "ju-result", hidden: true });
  body.append(
    ...grouped(context, items),
    ...[notes(context)].filter(Boolean),
    make("div", { class: "ju-actions" }, show, progress),
    result,
  );

  let last = null;
  let said = null;
  context.follow(() => {
    const answer = context.answer();
    const answers = answer.answers ?? {};
    items.forEach((item) => item.paint(answers));
    progress.textContent = progressLine(config.statements, answers, words);
    const reading = read(config, answer);
    result.hidden = reading === null;
    const key = JSON.stringify(reading);
    if (key !== last) {
      repaint(result, () => reading && paintReading(context, result, reading));
      const sentence = reading && summary(context, reading);
      if (sentence && sentence !== said && last !== null) context.announce(sentence);
      said = sentence;
    }
    last = key;
  });
  return ready(context);
}

/** Paint a result again; what a person had unfolded in it stays unfolded. */
function repaint(result, paint) {
  const folds = () => [...result.querySelectorAll("details")];
  const named = (fold) => fold.querySelector("summary").textContent;
  const open = new Set(
    folds()
      .filter((fold) => fold.open)
      .map(named),
  );
  result.replaceChildren();
  paint();
  for (const fold of folds()) fold.open = open.has(named(fold));
}

function grouped({ config, say }, items) {
  if (config.sections.length === 0) return [make("ol", { class: "ju-statements" }, ...items.map(({ whole }) => whole))];
  return config.sections.flatMap((section) => [
    make("h4", {}, say(section.name)),
    make(
      "ol",
      { class: "ju-statements" },
      ...items.filter((item) => item.section === section.id).map(({ whole }) => whole),
    ),
  ]);
}

function statementItem(context, { id, section, statement }) {
  const name = newId("statement");
  const choices = context.config.scale.map((word) => {
    const input = make("input", {
      type: "radio",
      name,
      value: word.id,
      onchange: () => {
        const { answers = {}, ...rest } = context.answer();
        context.save({ ...rest, answers: { ...answers, [id]: word.id } });
      },
    });
    return { value: word.id, input, whole: make("label", { class: "ju-choice" }, input, make("span", {}, word.label)) };
  });
  const field = make(
    "fieldset",
    { "data-statement": id },
    make("legend", {}, context.say(statement)),
    make("div", { class: "ju-choices" }, ...choices.map(({ whole }) => whole)),
  );
  const paint = (answers) => {
    for (const { value, input } of choices) input.checked = answers[id] === value;
  };
  return { section, whole: make("li", {}, field), paint };
}
