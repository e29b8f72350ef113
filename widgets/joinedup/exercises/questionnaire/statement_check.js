// A check: the questionnaire engine, read word by word, with something to ask or to do for each statement.

import { make } from "../../rendering/dom.js";
import { byWord, checkSays } from "./by_word.js";
import { renderQuestionnaire } from "./engine.js";

export default {
  render: (context) =>
    renderQuestionnaire(context, {
      read: byWord,
      paintReading: paintCheck,
      summary: ({ config }, reading) => config.readings[checkSays(reading)[0]],
    }),
};

function paintCheck({ config, say, words }, result, reading) {
  const statement = (id) => config.statements.find((one) => one.id === id);
  const item = (id, noted) => {
    const { name, statement: said, note } = statement(id);
    return make("li", {}, make("strong", {}, say(name)), ": ", say(said), noted ? make("p", {}, say(note)) : null);
  };
  const [opening, ...used] = checkSays(reading);
  result.append(
    make("h4", {}, words["what-this-says"]),
    make("p", { class: "ju-sentence" }, say(config.readings[opening])),
  );
  for (const word of used) {
    result.append(
      make("h5", {}, say(config.readings[word])),
      make("ul", { class: "ju-work" }, ...reading[word].map((id) => item(id, word !== "true"))),
    );
  }
}
