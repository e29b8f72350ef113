// What every exercise shares: the frame around it, its answer, its notes, and starting again.

import { announcer, keepInPlace, make, newId, markLanguage } from "../../rendering/dom.js";
import { flatten } from "../../workbook/flatten.js";
import { emptyWorkbook, nowSaved, offerWorkbook } from "../../workbook/text.js";
import { noteBox } from "./note_box.js";
import { previousAnswersPart } from "./previous_answers.js";
import { savingStatus, takeUpWaiting } from "./saving_status.js";

/**
 * Open an exercise inside `el`: the numbered frame, a place for the body, one polite live region, and the buttons
 * that start again and take that back. Returns what an engine needs to draw itself.
 */
export function openExercise({ model, el }) {
  const config = model.get("config");
  const say = (text) => markLanguage(text, config.mi);
  const root = el.closest("[data-joinedup]") ?? el.appendChild(newRoot(config, say));
  const body = make("div", { class: "ju-body" });
  const status = make("div", { class: "ju-status", role: "status", "aria-live": "polite" });
  const live = make("div", { class: "ju-live" }, body, status);
  const cleanUps = [];
  const { announce, stop } = announcer(status);

  const context = {
    config,
    root,
    body,
    say,
    words: config.words,
    answer: () => model.get("answer") ?? {},
    /** What was answered in the exercises this one goes on from, by their ids. */
    previousAnswers: () => model.get("previous_answers") ?? {},
    /** What is saved of the answer and where: see the trait `saved` in Python. */
    saved: () => model.get("saved") ?? {},
    /** Give the person a workbook file with what this page holds. */
    download() {
      const { exercise, widget } = config;
      const answers = { [exercise]: { widget, saved: nowSaved(), answer: context.answer() } };
      (model.get("download") ?? offerWorkbook)({ ...emptyWorkbook(), answers });
    },
    /** Where another exercise is, if this page can lead there. */
    linkTo: (spec) => model.get("linkTo")?.(spec),
    /** Whether another exercise can be answered at all: its chapter may be left out of the book. */
    isInBook: ({ chapter }) => !model.get("leftOut")?.includes(chapter),
    /** Keep a new answer: always a new object, so that both sides notice. */
    save(answer) {
      model.set("answer", answer);
      model.save_changes();
    },
    /** The notes that hold more than can be saved, by their ids. */
    unsavable: new Set(),
    /** Say again what is saved: savingStatus fills it in. */
    repaintStatus() {},
    atEnd: (cleanUp) => cleanUps.push(cleanUp),
    announce,
    /** Call `paint` now and whenever the answer changes, or another trait, whoever changed it. */
    follow(paint, events = ["answer", "previous_answers"]) {
      const repaint = () => {
        paint();
        root.dataset.touched = String(Object.keys(context.answer()).length > 0);
      };
      for (const event of events.map((name) => `change:${name}`)) {
        model.on(event, repaint);
        cleanUps.push(() => model.off(event, repaint));
      }
      repaint();
    },
    close() {
      stop();
      cleanUps.forEach((cleanUp) => cleanUp());
      live.remove();
      delete root.dataset.ready;
    },
  };
  const before = previousAnswersPart(context);
  if (before) live.prepend(before);
  const { line, note, paint } = savingStatus(context);
  context.repaintStatus = paint;
  live.append(note, startAgain(context, line));
  (el.closest("[data-joinedup]") ? el : root).append(live);
  return context;
}

/** Say that an exercise can be used, and return its clean-up. */
export function ready(context) {
  takeUpWaiting(context);
  context.root.dataset.ready = "true";
  return () => context.close();
}

function newRoot(config, say) {
  const [number, title] = [newId("number"), newId("title")];
  return make(
    "section",
    {
      class: "ju",
      "data-joinedup": config.widget,
      "data-exercise": config.exercise,
      "aria-labelledby": config.number ? `${number} ${title}` : title,
      lang: config.lang,
    },
    make(
      "header",
      { class: "ju-head" },
      config.number ? make("p", { class: "ju-number", id: number }, `${config.words.exercise} ${config.number}`) : null,
      make("h3", { class: "ju-title", id: title }, say(config.title)),
      make("p", { class: "ju-instruction" }, say(config.instruction)),
    ),
  );
}

function startAgain(context, line) {
  let before = null;
  const again = make("button", { type: "button", class: "ju-quiet ju-again" }, context.words["start-again"]);
  const back = make("button", { type: "button", class: "ju-quiet", hidden: true }, context.words["bring-back"]);
  again.addEventListener("click", () => {
    if (flatten(context.answer()).size === 0) return; // nothing to clear, and what was cleared before can be brought back
    before = context.answer();
    keepInPlace(again, () => context.save({}));
    back.hidden = false;
    context.announce(context.words["started-again"]);
  });
  back.addEventListener("click", () => {
    keepInPlace(again, () => context.save(before));
    again.focus();
    back.hidden = true;
    context.announce(context.words["brought-back"]);
  });
  context.follow(() => {
    if (Object.keys(context.answer()).length > 0) back.hidden = true;
  });
  return make("div", { class: "ju-foot" }, again, back, line);
}

/** The text boxes of an exercise, saved in `answer.notes`. */
export function notes(context) {
  if (context.config.prompts.length === 0) return null;
  const boxes = context.config.prompts.map((prompt) => promptBox(context, prompt));
  context.follow(() => {
    const kept = context.answer().notes ?? {};
    for (const { id, show } of boxes) show(kept[id]);
  });
  return make("div", { class: "ju-notes" }, ...boxes.map(({ whole }) => whole));
}

function promptBox(context, { id, prompt, help }) {
  const inputId = newId("note");
  const helpId = newId("help");
  const { box, notice, show } = noteBox(context, id, {
    id: inputId,
    rows: 2,
    "aria-describedby": help ? helpId : undefined,
  });
  const whole = make(
    "div",
    { class: "ju-prompt" },
    make("label", { htmlFor: inputId }, context.say(prompt)),
    help ? make("p", { id: helpId, class: "ju-help" }, context.say(help)) : null,
    box,
    notice,
  );
  return { id, show, whole };
}
