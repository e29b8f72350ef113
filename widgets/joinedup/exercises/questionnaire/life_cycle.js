// The life-cycle self-check: the questionnaire engine, read as a profile over the stages.

import { fill, make } from "../../rendering/dom.js";
import { renderQuestionnaire } from "./engine.js";
import { profile, profileSays } from "./profile.js";

export default {
  render: (context) =>
    renderQuestionnaire(context, {
      read: profile,
      paintReading: paintProfile,
      summary: (...all) => profileSentences(...all)[0][1],
    }),
};

function stageName(config, id) {
  return config.stages.find((stage) => stage.id === id).name;
}

function profileSentences({ config }, reading) {
  return profileSays(config, reading).map(([key, values]) => [key, fill(config.readings[key], values)]);
}

function paintProfile(context, result, reading) {
  const { config, say, words } = context;
  const said = new Map(profileSentences(context, reading));
  result.append(
    make("h4", {}, words["what-this-says"]),
    make("p", { class: "ju-sentence" }, say(said.get(reading.kind))),
  );
  if (said.has("profile")) {
    result.append(
      make("p", { class: "ju-help" }, say(said.get("profile"))),
      make("ul", { class: "ju-profile" }, ...config.stages.map((stage) => stageRow(context, stage, reading))),
      key(context),
    );
  }
  if (said.has("dont-know")) result.append(make("p", {}, say(said.get("dont-know"))));
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
    make("span", { class: "ju-strength" }, words[`strength-${reading.strength[stage.id]}`]),
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
