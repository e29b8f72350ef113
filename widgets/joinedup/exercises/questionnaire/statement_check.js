// A check: the questionnaire engine, read word by word, with something to ask or to do for each statement.

import { make } from "../../rendering/dom.js";
import { byWord } from "./by_word.js";
import { renderQuestionnaire } from "./engine.js";

/** What is not true, or not yet, comes first: it is what there is to talk about. */
const WORD_ORDER = ["not-true", "partly", "dont-know", "true"];

export default {
  render: (context) =>
    renderQuestionnaire(context, {
      read: byWord,
      paintReading: paintCheck,
      summary: ({ config }, reading) => config.readings[checkOpening(reading)],
    }),
};

function checkOpening(reading) {
  if (WORD_ORDER.every((word) => reading[word].length === 0)) return "few";
  return WORD_ORDER.slice(0, 3).some((word) => reading[word].length) ? "intro" : "nothing";
}

function paintCheck({ config, say, words }, result, reading) {
  const statement = (id) => config.statements.find((one) => one.id === id);
  const item = (id, noted) => {
    const { name, statement: said, note } = statement(id);
    return make("li", {}, make("strong", {}, say(name)), ": ", say(said), noted ? make("p", {}, say(note)) : null);
  };
  result.append(
    make("h4", {}, words["what-this-says"]),
    make("p", { class: "ju-sentence" }, say(config.readings[checkOpening(reading)])),
  );
  for (const word of WORD_ORDER.filter((one) => reading[one].length)) {
    result.append(
      make("h5", {}, say(config.readings[word])),
      make("ul", { class: "ju-work" }, ...reading[word].map((id) => item(id, word !== "true"))),
    );
  }
}
