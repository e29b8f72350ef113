// The page "My workbook": what is kept, in words; who answered; to take away, to bring in, to delete and to undo.

import { WORKBOOK_LIMITS } from "../../../../../widgets/joinedup/content/limits.js";
import { fill, make, markLanguage } from "../../../../../widgets/joinedup/rendering/dom.js";
import {
  askBeforeLosing,
  canSave,
  holdsUnsaved,
  saveWho,
  savedWho,
  onOtherTab,
  onWritten,
  putBack,
  savesForCertain,
  savedEntries,
  takeEverything,
  whyUnsaved,
} from "../../../../../widgets/joinedup/workbook/store.js";
import { cameFrom, storeReady } from "../../../../../widgets/joinedup/workbook/opening.js";
import { WHO } from "../../../../../widgets/joinedup/workbook/text.js";
import { lengthOf, tooLongNotice } from "../../../../../widgets/joinedup/rendering/too_long.js";
import { loadAsked } from "../asked.js";
import { answersPart } from "./answers.js";
import { exportPart } from "./export.js";
import { undoPart } from "../undo_notice.js";
import { importPart } from "./import.js";

/** The most letters in a line of *Who you are*. */
const { maxLine: MOST_OF_A_LINE } = WORKBOOK_LIMITS;

/** Start the page, where the book has put its places. */
export async function startMyWorkbook() {
  const holder = document.getElementById("workbook-words");
  if (holder === null) return;
  await storeReady();
  askBeforeLosing();
  const book = JSON.parse(holder.textContent);
  const pageState = {
    book,
    say: (text) => markLanguage(text, book.mi),
    place: (name) => document.querySelector(`[data-workbook="${name}"]`),
    deleted: new Map(),
  };
  const parts = [
    savingNotice(pageState),
    whoPart(pageState),
    answersPart(pageState),
    exportPart(pageState),
    importPart(pageState),
    deletePart(pageState),
  ];
  const paintParts = () => parts.forEach((part) => part.paint?.());
  // At once where the page knows what was asked, and otherwise as soon as it does.
  pageState.paint = () => loadAsked(book, Object.keys(savedEntries()))?.then(paintParts) ?? paintParts();
  pageState.changed = () => {
    pageState.paint();
    window.dispatchEvent(new Event("joinedup-saved"));
  };
  const ready = () => {
    for (const place of document.querySelectorAll("[data-workbook]")) place.dataset.ready = "true";
  };
  Promise.resolve(pageState.paint()).then(ready);
  onOtherTab(pageState.paint);
  for (const place of document.querySelectorAll("[data-workbook]")) {
    place.parentElement.dataset.holds = place.dataset.workbook; // for paper, where most parts are left out
  }
}

/** Whether anything can be kept in this browser: said at once where it can't, and when it turns out later. */
function savingNotice({ book, place }) {
  const { words } = book;
  const text = make("p", { class: "jw-refusal", role: "alert" });
  const from = make("p", { class: "jw-help" }, cameFrom() && fill(words["came-from"], { folder: cameFrom() }));
  place("notice").append(text, from);
  const said = () => {
    if (!canSave()) return words["keeps-nothing"];
    if (holdsUnsaved()) return words[whyUnsaved()];
    return savesForCertain() ? "" : words["saves-late"];
  };
  const paint = () => text.textContent !== said() && (text.textContent = said());
  onWritten(paint);
  return { paint };
}

/** Who the reader is, as far as they want to say. */
function whoPart(pageState) {
  const { book, place } = pageState;
  const { words, roles } = book;
  const field = (part, control) => make("label", { class: "jw-field" }, make("span", {}, words[part]), control);
  const saveNow = () => {
    const typed = (part) => controls[part].value.trim();
    const last = savedWho();
    const fits = (part) => lengthOf(controls[part].value) <= MOST_OF_A_LINE;
    saveWho(Object.fromEntries(WHO.map((part) => [part, fits(part) ? typed(part) : last[part]])));
    pageState.changed();
  };
  const line = () => make("input", { type: "text", autocomplete: "off", placeholder: " ", oninput: saveNow });
  const option = (role) => make("option", { value: role }, role);
  const controls = {
    label: line(),
    team: line(),
    role: make(
      "select",
      { onchange: saveNow },
      make("option", { value: "" }, words["role-open"]),
      ...roles.map(option),
    ),
  };
  const lines = [controls.label, controls.team].map((one) => tooLongNotice(one, MOST_OF_A_LINE, words));
  place("who").append(
    make("div", { class: "jw-who" }, ...WHO.map((part) => field(part, controls[part]))),
    ...lines.map(({ notice }) => notice),
  );
  const paint = () => {
    const who = savedWho();
    if (who.role && ![...controls.role.options].some(({ value }) => value === who.role))
      controls.role.append(option(who.role));
    for (const part of WHO) {
      const isLeft = document.activeElement !== controls[part] && lengthOf(controls[part].value) <= MOST_OF_A_LINE;
      if (isLeft) controls[part].value = who[part]; // what is too long to be saved stays where it is
      controls[part].closest("label").dataset.empty = String(!who[part]);
    }
    place("who").parentElement.dataset.empty = String(WHO.every((part) => !who[part]));
  };
  return { paint };
}

/** A way to delete everything, with a way back as long as the page is open. */
function deletePart(pageState) {
  const { words } = pageState.book;
  const notice = undoPart(pageState);
  const deleteAll = () => {
    const deleted = new Map(pageState.deleted);
    const taken = takeEverything();
    // Nothing to delete: what was deleted before can still be brought back.
    if (taken.texts.size + taken.earlier.size + deleted.size === 0) return;
    pageState.deleted.clear();
    pageState.changed();
    notice.tell(words["deleted-all"], () => {
      putBack(taken);
      for (const [exercise, entry] of deleted) pageState.deleted.set(exercise, entry);
      pageState.changed();
    });
  };
  pageState
    .place("delete")
    .append(make("button", { type: "button", onclick: deleteAll }, words["delete-all"]), notice.whole);
  return {};
}
