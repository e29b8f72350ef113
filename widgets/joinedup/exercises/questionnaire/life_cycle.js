// The life-cycle self-check: the questionnaire engine, read as a profile over the stages.

import { fill, listed, make } from "../../rendering/dom.js";
import { renderQuestionnaire } from "./engine.js";
import { profile } from "./profile.js";

export default {
  render: (context) =>
    renderQuestionnaire(context, { read: profile, paintReading: paintProfile, summary: profileSentence }),
};

function stageName(config, id) {
  return config.stages.find((stage) => stage.id === id).name;
}

function profileSentence({ config, words }, reading) {
  const names = reading.stages.map((id) => stageName(config, id));
  return fill(config.readings[reading.kind], {
    stage: names[0] ?? "",
    next: names[1] ?? "",
    stages: listed(names, words.and),
  });
}

function paintProfile(context, result, reading) {
  const { config, say, words } = context;
  result.append(
    make("h4", {}, words["what-this-says"]),
    make("p", { class: "ju-sentence" }, say(profileSentence(context, reading))),
    make("p", { class: "ju-help" }, say(config.readings.profile)),
    make("ul", { class: "ju-profile" }, ...config.stages.map((stage) => stageRow(context, stage, reading))),
    key(context),
  );
  if (reading.unknown.length) {
    const count = words[`steps-${reading.unknown.length}`] ?? String(reading.unknown.length);
    result.append(make("p", {}, say(fill(config.readings["dont-know"], { count }))));
  }
  for (const stage of reading.advice) {
    const tips = config.advice.filter((tip) => tip.stage === stage);
    result.append(
      make("h5", {}, fill(words["to-try"], { stage: stageName(config, stage) })),
      make("ul", { class: "ju-advice" }, ...tips.map((tip) => make("li", {}, say(tip.advice)))),
    );
  }
}

/** One stage: its name, a mark for each sign, the same in words, and the signs that rang true. */
function stageRow({ config, say, words }, stage, reading) {
  const signs = reading.signs[stage.id];
  const order = [...signs["like-us"], ...signs.partly, ...signs["not-like-us"], ...signs["dont-know"]];
  const marks = Object.entries(signs).flatMap(([word, ids]) =>
    ids.map(() => make("span", { class: `ju-sign ju-sign-${word}` })),
  );
  const statement = (id) => config.statements.find((one) => one.id === id).statement;
  const ringing = [
    ...signs["like-us"].map((id) => statement(id)),
    ...signs.partly.map((id) => `${statement(id)} (${words.partly})`),
  ];
  return make(
    "li",
    { class: reading.stages.includes(stage.id) ? "ju-present" : "", "data-stage": stage.id },
    make("strong", {}, say(stage.name)),
    make("span", { class: "ju-signs", "aria-hidden": "true" }, ...marks),
    make("span", { class: "ju-strength" }, words[`strength-${order.length ? reading.strength[stage.id] : "unknown"}`]),
    ringing.length
      ? make(
          "details",
          {},
          make("summary", {}, fill(words["signs-true"], { stage: stage.name })),
          make("ul", {}, ...ringing.map((text) => make("li", {}, say(text)))),
        )
      : null,
  );
}

function key({ config }) {
  return make(
    "p",
    { class: "ju-key", "aria-hidden": "true" },
    ...config.scale.flatMap((word) => [make("span", { class: `ju-sign ju-sign-${word.id}` }), `${word.label} `]),
  );
}
