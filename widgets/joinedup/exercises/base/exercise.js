// What every exercise shares: the frame around it, its answer, its notes, and starting again.

import { announcer, keepInPlace, make, newId, speak } from "../../rendering/dom.js";
import { emptyWorkbook, nowSaved, offerWorkbook } from "../../workbook/text.js";
import { earlierPart } from "./previous_answers.js";
import { keepingPart, takeUpWaiting } from "./saving_status.js";

/**
 * Open an exercise inside `el`: the numbered frame, a place for the body, one polite live region, and the buttons
 * that start again and take that back. Returns what an engine needs to draw itself.
 */
export function openExercise({ model, el }) {
  const config = model.get("config");
  const say = (text) => speak(text, config.mi);
  const root = el.closest("[data-joinedup]") ?? el.appendChild(newRoot(config, say));
  const body = make("div", { class: "ju-body" });
  const status = make("div", { class: "ju-status", role: "status", "aria-live": "polite" });
  const live = make("div", { class: "ju-live" }, body, status);
  const cleanUps = [];
  const { announce, stop } = announcer(status);

  const sheet = {
    config,
    root,
    body,
    say,
    words: config.words,
    answer: () => model.get("answer") ?? {},
    /** What was answered in the exercises this one goes on from, by their ids. */
    earlier: () => model.get("earlier") ?? {},
    /** What is kept of the answer and where: see the trait `kept` in Python. */
    kept: () => model.get("kept") ?? {},
    /** Give the person a workbook file with what this page holds. */
    download() {
      const { exercise, widget } = config;
      const answers = { [exercise]: { widget, saved: nowSaved(), answer: sheet.answer() } };
      (model.get("download") ?? offerWorkbook)({ ...emptyWorkbook(), answers });
    },
    /** Where another exercise stands, if this page can lead there. */
    linkTo: (wording) => model.get("linkTo")?.(wording),
    /** Whether another exercise can be answered at all: its chapter may be left out of the book. */
    isInBook: ({ chapter }) => !model.get("leftOut")?.includes(chapter),
    /** Keep a new answer: always a new object, so that both sides notice. */
    save(answer) {
      model.set("answer", answer);
      model.save_changes();
    },
    announce,
    /** Call `paint` now and whenever the answer changes, or another trait, whoever changed it. */
    follow(paint, events = ["answer", "earlier"]) {
      const repaint = () => {
        paint();
        root.dataset.touched = String(Object.keys(sheet.answer()).length > 0);
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
  const before = earlierPart(sheet);
  if (before) live.prepend(before);
  const { line, note } = keepingPart(sheet);
  live.append(note, startAgain(sheet, line));
  (el.closest("[data-joinedup]") ? el : root).append(live);
  return sheet;
}

/** Say that an exercise can be used, and give back its clean-up. */
export function ready(sheet) {
  takeUpWaiting(sheet);
  sheet.root.dataset.ready = "true";
  return () => sheet.close();
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

function startAgain(sheet, line) {
  let before = null;
  const again = make("button", { type: "button", class: "ju-quiet ju-again" }, sheet.words["start-again"]);
  const back = make("button", { type: "button", class: "ju-quiet", hidden: true }, sheet.words["bring-back"]);
  again.addEventListener("click", () => {
    before = sheet.answer();
    keepInPlace(again, () => sheet.save({}));
    back.hidden = false;
    sheet.announce(sheet.words["started-again"]);
  });
  back.addEventListener("click", () => {
    keepInPlace(again, () => sheet.save(before));
    again.focus();
    back.hidden = true;
    sheet.announce(sheet.words["brought-back"]);
  });
  sheet.follow(() => {
    if (Object.keys(sheet.answer()).length > 0) back.hidden = true;
  });
  return make("div", { class: "ju-foot" }, again, back, line);
}

/** The text boxes of an exercise, kept in `answer.notes`. */
export function notes(sheet) {
  if (sheet.config.prompts.length === 0) return null;
  const boxes = sheet.config.prompts.map((prompt) => noteBox(sheet, prompt));
  sheet.follow(() => {
    const kept = sheet.answer().notes ?? {};
    for (const { id, box } of boxes) if (box.value !== (kept[id] ?? "")) box.value = kept[id] ?? "";
  });
  return make("div", { class: "ju-notes" }, ...boxes.map(({ whole }) => whole));
}

function noteBox(sheet, { id, prompt, help }) {
  const inputId = newId("note");
  const helpId = newId("help");
  const box = make("textarea", {
    id: inputId,
    class: "ju-note",
    rows: 2,
    maxLength: 4000,
    "aria-describedby": help ? helpId : undefined,
    oninput: () => {
      const { notes: kept = {}, ...rest } = sheet.answer();
      const { [id]: _, ...others } = kept;
      const next = box.value ? { ...others, [id]: box.value } : others;
      sheet.save(Object.keys(next).length > 0 ? { ...rest, notes: next } : rest);
    },
  });
  const whole = make(
    "div",
    { class: "ju-prompt" },
    make("label", { htmlFor: inputId }, sheet.say(prompt)),
    help ? make("p", { id: helpId, class: "ju-help" }, sheet.say(help)) : null,
    box,
  );
  return { id, box, whole };
}
