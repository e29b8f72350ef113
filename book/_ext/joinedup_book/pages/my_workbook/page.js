// The page "My workbook": what is kept, in words; who answered; to take away, to bring in, to delete and to undo.

import { make, speak } from "../../../../../widgets/joinedup/rendering/dom.js";
import {
  askBeforeLosing,
  canKeep,
  holdsUnkept,
  keepWho,
  keptWho,
  onOtherTab,
  putBack,
  takeEverything,
  takeOverFirstEdition,
  whyUnkept,
} from "../../../../../widgets/joinedup/workbook/store.js";
import { WHO } from "../../../../../widgets/joinedup/workbook/text.js";
import { answersPart } from "./answers.js";
import { takePart } from "./export.js";
import { undoPart } from "../undo_notice.js";
import { bringPart } from "./import.js";

/** Start the page, where the book has put its places. */
export function startMyWorkbook() {
  const holder = document.getElementById("workbook-words");
  if (holder === null) return;
  takeOverFirstEdition();
  askBeforeLosing();
  const book = JSON.parse(holder.textContent);
  const desk = {
    book,
    say: (text) => speak(text, book.mi),
    place: (name) => document.querySelector(`[data-workbook="${name}"]`),
    deleted: new Map(),
  };
  const parts = [
    keepingPlace(desk),
    whoPart(desk),
    answersPart(desk),
    takePart(desk),
    bringPart(desk),
    deletePart(desk),
  ];
  desk.paint = () => parts.forEach((part) => part.paint?.());
  desk.changed = () => {
    desk.paint();
    window.dispatchEvent(new Event("joinedup-kept"));
  };
  desk.paint();
  onOtherTab(desk.paint);
  for (const place of document.querySelectorAll("[data-workbook]")) place.dataset.ready = "true";
}

/** Whether anything can be kept in this browser: said at once where it can't, and when it turns out later. */
function keepingPlace({ book, place }) {
  const { words } = book;
  const text = make("p", { class: "jw-refusal", role: "alert" });
  const allowed = canKeep() || whyUnkept() === "no-room";
  place("notice").append(text);
  return {
    paint: () => (text.textContent = allowed ? (holdsUnkept() ? words["no-room"] : "") : words["keeps-nothing"]),
  };
}

/** Who the reader is, as far as they want to say. */
function whoPart(desk) {
  const { book, place } = desk;
  const { words, roles } = book;
  const field = (part, control) => make("label", { class: "jw-field" }, make("span", {}, words[part]), control);
  const keepNow = () => {
    keepWho(Object.fromEntries(WHO.map((part) => [part, controls[part].value.trim()])));
    desk.changed();
  };
  const line = () =>
    make("input", { type: "text", maxLength: 80, autocomplete: "off", placeholder: " ", oninput: keepNow });
  const option = (role) => make("option", { value: role }, role);
  const controls = {
    label: line(),
    team: line(),
    role: make(
      "select",
      { onchange: keepNow },
      make("option", { value: "" }, words["role-open"]),
      ...roles.map(option),
    ),
  };
  place("who").append(make("div", { class: "jw-who" }, ...WHO.map((part) => field(part, controls[part]))));
  const paint = () => {
    const who = keptWho();
    if (who.role && ![...controls.role.options].some(({ value }) => value === who.role))
      controls.role.append(option(who.role));
    for (const part of WHO) if (document.activeElement !== controls[part]) controls[part].value = who[part];
    place("who").dataset.empty = String(WHO.every((part) => !who[part]));
  };
  return { paint };
}

/** A way to delete everything, with a way back as long as the page is open. */
function deletePart(desk) {
  const { words } = desk.book;
  const notice = undoPart(desk);
  const deleteAll = () => {
    const deleted = new Map(desk.deleted);
    const texts = takeEverything();
    desk.deleted.clear();
    desk.changed();
    notice.tell(words["deleted-all"], () => {
      putBack(texts);
      for (const [exercise, entry] of deleted) desk.deleted.set(exercise, entry);
      desk.changed();
    });
  };
  desk
    .place("delete")
    .append(make("button", { type: "button", onclick: deleteAll }, words["delete-all"]), notice.whole);
  return {};
}
