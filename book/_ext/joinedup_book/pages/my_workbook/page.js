// The page "My workbook": what is kept, in words; who answered; to take away, to bring in, to delete and to undo.

import { make, markLanguage } from "../../../../../widgets/joinedup/rendering/dom.js";
import {
  askBeforeLosing,
  canSave,
  holdsUnsaved,
  saveWho,
  savedWho,
  onOtherTab,
  putBack,
  takeEverything,
  takeOverFirstEdition,
  whyUnsaved,
} from "../../../../../widgets/joinedup/workbook/store.js";
import { WHO } from "../../../../../widgets/joinedup/workbook/text.js";
import { answersPart } from "./answers.js";
import { exportPart } from "./export.js";
import { undoPart } from "../undo_notice.js";
import { importPart } from "./import.js";

/** Start the page, where the book has put its places. */
export function startMyWorkbook() {
  const holder = document.getElementById("workbook-words");
  if (holder === null) return;
  takeOverFirstEdition();
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
  pageState.paint = () => parts.forEach((part) => part.paint?.());
  pageState.changed = () => {
    pageState.paint();
    window.dispatchEvent(new Event("joinedup-saved"));
  };
  pageState.paint();
  onOtherTab(pageState.paint);
  for (const place of document.querySelectorAll("[data-workbook]")) {
    place.parentElement.dataset.holds = place.dataset.workbook; // for paper, where most parts are left out
    place.dataset.ready = "true";
  }
}

/** Whether anything can be kept in this browser: said at once where it can't, and when it turns out later. */
function savingNotice({ book, place }) {
  const { words } = book;
  const text = make("p", { class: "jw-refusal", role: "alert" });
  const allowed = canSave() || whyUnsaved() === "no-room";
  place("notice").append(text);
  return {
    paint: () => (text.textContent = allowed ? (holdsUnsaved() ? words["no-room"] : "") : words["keeps-nothing"]),
  };
}

/** Who the reader is, as far as they want to say. */
function whoPart(pageState) {
  const { book, place } = pageState;
  const { words, roles } = book;
  const field = (part, control) => make("label", { class: "jw-field" }, make("span", {}, words[part]), control);
  const saveNow = () => {
    saveWho(Object.fromEntries(WHO.map((part) => [part, controls[part].value.trim()])));
    pageState.changed();
  };
  const line = () =>
    make("input", { type: "text", maxLength: 80, autocomplete: "off", placeholder: " ", oninput: saveNow });
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
  place("who").append(make("div", { class: "jw-who" }, ...WHO.map((part) => field(part, controls[part]))));
  const paint = () => {
    const who = savedWho();
    if (who.role && ![...controls.role.options].some(({ value }) => value === who.role))
      controls.role.append(option(who.role));
    for (const part of WHO) if (document.activeElement !== controls[part]) controls[part].value = who[part];
    for (const part of WHO) controls[part].closest("label").dataset.empty = String(!who[part]);
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
    const texts = takeEverything();
    pageState.deleted.clear();
    pageState.changed();
    notice.tell(words["deleted-all"], () => {
      putBack(texts);
      for (const [exercise, entry] of deleted) pageState.deleted.set(exercise, entry);
      pageState.changed();
    });
  };
  pageState
    .place("delete")
    .append(make("button", { type: "button", onclick: deleteAll }, words["delete-all"]), notice.whole);
  return {};
}
