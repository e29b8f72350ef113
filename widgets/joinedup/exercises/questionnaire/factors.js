// The factors check: the questionnaire engine, read as strengths, work and questions; two to begin with are chosen.

import { fill, listed, make } from "../../rendering/dom.js";
import { renderQuestionnaire } from "./engine.js";
import { workOn, workOnSays } from "./work_on.js";

const AT_ONCE = 2;

export default {
  render: (context) =>
    renderQuestionnaire(context, {
      read: workOn,
      paintReading: paintFactors,
      summary: ({ config }, reading) => factorsSentence(config, reading),
    }),
};

function factorsSentence(config, reading) {
  return reading.chosen.length ? chosenSentence(config, reading) : config.readings[workOnSays(reading)[0]];
}

function chosenSentence(config, reading) {
  const names = reading.chosen.map((id) => `‘${factorOf(config, id).statement}’`);
  return fill(config.readings.chosen, { factors: listed(names, config.words.and) });
}

function factorOf(config, id) {
  return config.statements.find((one) => one.id === id);
}

function paintFactors(context, result, reading) {
  const { config, say, words } = context;
  const [opening, ...parts] = workOnSays(reading);
  result.append(
    make("h4", {}, words["what-this-says"]),
    make("p", { class: "ju-sentence" }, say(config.readings[opening])),
    ...(parts.includes("work") ? factorGroupPart(context, reading, "work", "work") : []),
    ...(parts.includes("find-out") ? factorGroupPart(context, reading, "find_out", "find-out") : []),
  );
  if (parts.includes("chosen")) {
    const firsts = reading.chosen.map((id) => make("li", {}, say(factorOf(config, id).work_on)));
    result.append(
      make(
        "div",
        { class: "ju-chosen" },
        make("p", {}, say(chosenSentence(config, reading))),
        make("ul", {}, ...firsts),
      ),
    );
  }
  if (parts.includes("strengths")) {
    const items = reading.strengths.map((id) => make("li", {}, say(strengthText(config, words, id))));
    result.append(make("h5", {}, say(config.readings.strengths)), make("ul", {}, ...items));
  }
}

function strengthText(config, words, id) {
  const { kind, statement } = factorOf(config, id);
  return kind === "enabler" ? statement : `${statement} (${words["not-so-here"]})`;
}

function factorGroupPart(context, reading, group, sentence) {
  const { config, say } = context;
  return [
    make("h5", {}, say(config.readings[sentence])),
    make("ul", { class: "ju-work" }, ...reading[group].map((id) => workItem(context, reading, id))),
  ];
}

/** A factor that could be worked on, with in whose power it is, and a box to choose it. */
function workItem(context, reading, id) {
  const { config, say } = context;
  const { statement, level, work_on: move } = factorOf(config, id);
  const chosen = reading.chosen.includes(id);
  const box = make("input", {
    type: "checkbox",
    checked: chosen,
    disabled: !chosen && reading.chosen.length >= AT_ONCE,
    onchange: () => {
      const answer = context.answer();
      const others = reading.chosen.filter((one) => one !== id);
      context.save({ ...answer, shown: true, chosen: chosen ? others : [...others, id] });
      context.root.querySelector(`[data-choose="${id}"]`)?.focus();
    },
    "data-choose": id,
  });
  return make(
    "li",
    {},
    make("label", {}, box, make("span", {}, say(statement))),
    make("p", { class: "ju-power" }, make("span", {}, say(config.readings[`power-${level}`])), " ", say(move)),
  );
}
