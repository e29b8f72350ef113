// What every exercise shares: making elements, the frame around an exercise, answers, and saying a result aloud.
// The parts of an exercise are joined into one module, so each may use what the ones before it export.

/** How long, in milliseconds, nothing may change before a result is said. */
const REST = 400;
const FOCUSABLE = new Set(["button", "input", "summary", "textarea"]);
/** A notebook loads this module once for each exercise, so a count alone would come to the same ids again. */
const mine = Math.random().toString(36).slice(2, 8);
let serial = 0;

/** A new id, unlike any other on the page: an exercise may be shown twice. */
export function newId(stem) {
  serial += 1;
  return `ju-${stem}-${mine}-${serial}`;
}

/** Make an element. `props` are set as properties, but `class`, `data-*`, `aria-*` and the like as attributes. */
export function make(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  // JupyterLab would take arrows and letters for its own commands, and looks for this on what has the focus.
  if (FOCUSABLE.has(tag)) node.dataset.lmSuppressShortcuts = "true";
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && !/^(class|form|list|role)$|-/.test(name)) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Text in which each te reo Māori word of the list stands in a span with its language. */
export function speak(text, teReo) {
  const whole = document.createDocumentFragment();
  if (!teReo || teReo.length === 0) {
    whole.append(text);
    return whole;
  }
  const any = teReo.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const pieces = text.split(new RegExp(`(?<![\\p{L}\\p{N}_])(${any})(?![\\p{L}\\p{N}_])`, "iu"));
  pieces.forEach((piece, index) => {
    if (piece) whole.append(index % 2 ? make("span", { lang: "mi" }, piece) : piece);
  });
  return whole;
}

/** A sentence with its {placeholders} filled in; where one brings its own full stop, the sentence's gives way. */
export function fill(sentence, values) {
  const filled = sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  return filled.replace(/([.?])(’?)\.(?=\s|$)/g, "$1$2");
}

/** Make a change that moves things about, and leave `node` where it is on the screen: whoever pressed it looks there. */
export function keepInPlace(node, change) {
  const before = node.getBoundingClientRect().top;
  change();
  let scroller = node.parentElement;
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement;
  (scroller ?? document.scrollingElement).scrollTop += node.getBoundingClientRect().top - before;
}

/** "a, b and c" */
export function listed(names, and) {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}

/** A way to say a text politely, once things have come to rest: going along a line of choices says only the last. */
export function announcer(status) {
  let saying = 0;
  const stop = () => clearTimeout(saying);
  const announce = (text) => {
    stop();
    status.textContent = "";
    saying = setTimeout(() => (status.textContent = text), REST);
  };
  return { announce, stop };
}

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
