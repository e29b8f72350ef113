// The priority matrix: ideas in a few words, two marks each, and the ideas by their places.

import { make, newId } from "../../rendering/dom.js";
import { openExercise, ready } from "../base/exercise.js";
import { noteBox } from "../base/note_box.js";
import { newlyPlaced, priorities } from "./priorities.js";

const PLACES = ["first", "careful", "middle", "easy", "again"];

export default {
  render({ model, el }) {
    const context = openExercise({ model, el });
    const { config, body } = context;
    const ideas = config.prompts.map((prompt) => ideaRow(context, prompt));
    const result = make("div", { class: "ju-result", hidden: true });
    body.append(make("ol", { class: "ju-ideas" }, ...ideas.map(({ whole }) => whole)), result);
    let last = priorities(config, context.answer());
    context.follow(() => {
      const answer = context.answer();
      ideas.forEach((idea) => idea.paint(answer));
      const reading = priorities(config, answer);
      result.hidden = reading === null;
      result.replaceChildren();
      if (reading) paintPriorities(context, result, reading);
      const [place] = reading ? newlyPlaced(last, reading, PLACES) : [];
      if (place) context.announce(config.readings[place]);
      last = reading;
    });
    return ready(context);
  },
};

function ideaRow(context, { id, prompt }) {
  const { config, say, words } = context;
  const boxId = newId("idea");
  const { box, notice, show } = noteBox(context, id, { id: boxId, rows: 1 });
  const axes = config.axes.map((axis) => {
    const name = newId("axis");
    const choices = axis.scale.map((word) => {
      const input = make("input", {
        type: "radio",
        name,
        value: word.id,
        onchange: () => {
          const { marks = {}, ...rest } = context.answer();
          context.save({ ...rest, marks: { ...marks, [id]: { ...marks[id], [axis.id]: word.id } } });
        },
      });
      return { input, whole: make("label", { class: "ju-choice" }, input, make("span", {}, word.label)) };
    });
    const field = make(
      "fieldset",
      {},
      make("legend", {}, words[axis.id]),
      make("div", { class: "ju-choices" }, ...choices.map(({ whole }) => whole)),
    );
    return { id: axis.id, choices, field };
  });
  const whole = make(
    "li",
    {},
    make(
      "div",
      { class: "ju-idea", role: "group", "aria-label": prompt },
      make("label", { htmlFor: boxId }, say(prompt)),
      box,
      notice,
      ...axes.map(({ field }) => field),
    ),
  );
  const paint = ({ notes: kept = {}, marks = {} }) => {
    show(kept[id]);
    for (const axis of axes) for (const { input } of axis.choices) input.checked = marks[id]?.[axis.id] === input.value;
  };
  return { whole, paint };
}

function paintPriorities(context, result, reading) {
  const { config, say, words } = context;
  const kept = context.answer().notes ?? {};
  const named = (id) => kept[id]?.trim() || config.prompts.find((prompt) => prompt.id === id).prompt;
  result.append(
    make("h4", {}, words["what-this-says"]),
    make("p", { class: "ju-sentence" }, say(config.readings.intro)),
  );
  for (const place of PLACES.filter((one) => reading[one].length)) {
    result.append(
      make("p", {}, say(config.readings[place])),
      make(
        "ul",
        { class: "ju-work" },
        ...reading[place].map((id) => make("li", {}, make("strong", {}, say(named(id))))),
      ),
    );
  }
}
