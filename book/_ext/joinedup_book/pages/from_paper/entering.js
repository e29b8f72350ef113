// The sheet that is being entered: who it is from, as far as it says, and a line for each thing asked.

import { fill, make } from "../../../../../widgets/joinedup/rendering/dom.js";
import { tooLongNotice } from "../../../../../widgets/joinedup/rendering/too_long.js";
import { nowSaved } from "../../../../../widgets/joinedup/workbook/text.js";
import { keyLegend, newLine } from "./line.js";
import { entered, enteredCount, withEntered } from "./lines.js";
import { isEmptySheet, savedSheets } from "./stack.js";
import { listenToKeys } from "./typing.js";

/** Letters. With the number of the sheet it has to fit into the name of a workbook. */
const MOST_OF_A_SIGN = 40;

export function enteringPart(pageState) {
  const { book, place } = pageState;
  const { words } = book;
  const page = sheetFrame(words);
  const { sheet, sign, tooLong, signField, body, next, said, first } = page;
  let lines = [];
  let drawn = "";
  let shown = null;
  place("sheet").append(first, sheet);

  const say = (label, values) => (said.textContent = fill(words[label], values));
  const go = (to) => (lines[to]?.box ?? (to >= 0 ? next : pageState.settings.signs ? sign : lines[0].box)).focus();
  const start = () => go(pageState.settings.signs ? -1 : 0);
  const change = (changed, line) => {
    pageState.change(changed);
    line?.paint();
    tellWhere(pageState, page);
  };
  const nextSheet = () => {
    if (tooLong.isTooLong()) {
      sign.focus(); // what is wrong with it is said below
      return;
    }
    if (!lines.every((line) => line.commit())) return;
    if (isEmptySheet(pageState.sheet)) {
      say("still-empty", {});
      start();
      return;
    }
    const { done, all } = enteredCount(pageState.forms(), pageState.sheet.answers);
    const number = String(pageState.sheet.number);
    const saving = pageState.change({ done: true });
    next.focus(); // a box that is being typed in keeps its text
    pageState.show(null);
    start();
    const values = { number, done: String(done), all: String(all), count: String(savedSheets().length) };
    saving.then((isSaved) => say(isSaved ? "sheet-kept" : "not-kept", values));
  };
  listenToKeys(sheet, {
    lines: () => lines,
    go,
    next: nextSheet,
    hint: ({ choices }) => say("hint", { keys: choices.map(({ key }) => key).join(" ") }),
    tell: ({ number, name }, { key, label }) => say("card-placed", { number, card: name, key, place: label }),
  });
  next.addEventListener("click", nextSheet);
  sign.addEventListener("input", () => !tooLong.isTooLong() && change({ sign: sign.value.trim() }));
  sign.addEventListener("keydown", ({ key, ctrlKey }) => key === "Enter" && !ctrlKey && go(0));
  sheet.addEventListener("keydown", () => (said.textContent = ""), true);

  const paint = () => {
    const forms = pageState.forms();
    const wanted = forms.map(({ exercise }) => exercise).join();
    if (wanted !== drawn) {
      const groups = [roleGroup(pageState, change), ...forms.map((form) => formGroup(pageState, form, change, say))];
      lines = groups.flatMap((group) => group.lines);
      body.replaceChildren(...groups.map((group) => group.whole));
    }
    drawn = wanted;
    first.hidden = forms.length > 0;
    sheet.hidden = forms.length === 0;
    signField.hidden = !pageState.settings.signs;
    const isAnother = shown !== pageState.sheet.number;
    shown = pageState.sheet.number;
    // What is too long to be saved stays where it is, on its own sheet.
    if (isAnother || (document.activeElement !== sign && !tooLong.isTooLong())) sign.value = pageState.sheet.sign;
    tooLong.paint();
    for (const line of lines) line.paint();
    tellWhere(pageState, page);
  };
  return { paint, start };
}

/** The sheet on the page, empty. */
function sheetFrame(words) {
  const title = make("h3", {});
  const count = make("p", { class: "fp-count" });
  const sign = make("input", { type: "text", autocomplete: "off" });
  const tooLong = tooLongNotice(sign, MOST_OF_A_SIGN, words);
  const signField = make("label", { class: "jw-field fp-sign" }, make("span", {}, words.sign), sign);
  const body = make("div", {});
  const next = make("button", { type: "button", class: "ju-main fp-next" }, words["next-sheet"]);
  const said = make("p", { class: "fp-said", role: "status", "aria-live": "polite" });
  const sheet = make(
    "div",
    { class: "fp-sheet" },
    make("div", { class: "fp-head" }, title, count),
    signField,
    tooLong.notice,
    body,
    next,
    said,
  );
  return {
    sheet,
    title,
    count,
    sign,
    tooLong,
    signField,
    body,
    next,
    said,
    first: make("p", {}, words["choose-first"]),
  };
}

/** Say which sheet this is, and how far it is. */
function tellWhere({ book: { words }, sheet, forms }, { title, count }) {
  const { done, all } = enteredCount(forms(), sheet.answers);
  title.textContent = sheet.number ? fill(words["sheet-number"], { number: String(sheet.number) }) : words["new-sheet"];
  count.textContent = fill(words["so-far"], {
    done: String(done),
    all: String(all),
    count: String(savedSheets().length),
  });
}

/** The line that says where a person works. */
function roleGroup(pageState, change) {
  const { roles, words } = pageState.book;
  const line = newLine({
    label: words.role,
    choices: roles,
    read: () => roles.find(({ label }) => label === pageState.sheet.role)?.id ?? null,
    write: (id) => change({ role: roles.find((one) => one.id === id)?.label ?? "" }, line),
  });
  return { lines: [line], whole: make("section", {}, keyLegend(roles), make("ol", { class: "fp-lines" }, line.whole)) };
}

/** The lines of one exercise. */
function formGroup(pageState, form, change, say) {
  const lines = form.rows.map((row) => {
    const line = newLine({
      ...row,
      form,
      name: row.label,
      label: pageState.say(row.label),
      choices: form.sets[row.set],
      read: () => entered(pageState.sheet.answers, form, row),
      write: (value) => change({ answers: withEntered(pageState.sheet.answers, form, row, value, nowSaved()) }, line),
      refuse: (number) => say("unknown-number", { number }),
    });
    return line;
  });
  const sets = Object.values(form.sets).filter(([first]) => first.label);
  const heading = make("h4", {}, `${form.number} `, pageState.say(form.title));
  return {
    lines,
    whole: make(
      "section",
      {},
      heading,
      ...sets.map(keyLegend),
      make("ol", { class: "fp-lines" }, ...lines.map(({ whole }) => whole)),
    ),
  };
}
