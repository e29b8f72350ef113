// The page "From paper": a stack of filled-in sheets goes in by one key for each answer, and comes out as workbooks.

import { make, speak } from "../../../../../widgets/joinedup/rendering/dom.js";
import { askBeforeLosing, canKeep, holdsUnkept, whyUnkept } from "../../../../../widgets/joinedup/workbook/store.js";
import { choosingPart } from "./choosing.js";
import { enteringPart } from "./entering.js";
import {
  emptySheet,
  isEmptySheet,
  keepSettings,
  keepSheet,
  keptSettings,
  keptSheet,
  keptSheets,
  onOtherStack,
} from "./stack.js";
import { clearingPart, stackPart, takingPart } from "./taking.js";

export function startFromPaper() {
  const holder = document.getElementById("from-paper-words");
  if (holder === null) return;
  askBeforeLosing();
  const book = JSON.parse(holder.textContent);
  const desk = {
    book,
    say: (text) => speak(text, book.mi),
    place: (name) => document.querySelector(`[data-paper="${name}"]`),
    settings: keptSettings(),
    sheet:
      keptSheets()
        .filter(({ done }) => !done)
        .at(-1) ?? emptySheet(),
    /** The forms of the exercises that were chosen. */
    forms: () => book.forms.filter(({ exercise }) => desk.settings.exercises.includes(exercise)),
    /** Keep a change of the settings. */
    set(changed) {
      desk.settings = { ...keptSettings(), ...changed };
      keepSettings(desk.settings);
      desk.paint();
    },
    /** Keep a change of the sheet, at every key. */
    change(changed) {
      const sheet = { ...desk.sheet, ...changed };
      if (!desk.sheet.number && isEmptySheet(sheet)) return void (desk.sheet = sheet);
      desk.sheet = { ...sheet, number: keepSheet(desk.sheet.number, sheet) };
      desk.settings = keptSettings();
      for (const part of [stack, keeping]) part.paint();
    },
    /** Show a sheet, or a new one where its number is null. */
    show(number) {
      desk.sheet = (number && keptSheet(number)) || emptySheet();
      desk.paint();
    },
    paint: () => parts.forEach((part) => part.paint()),
    start: () => entering.start(),
  };
  const entering = enteringPart(desk);
  const stack = stackPart(desk);
  const keeping = keepingNotice(desk);
  const parts = [keeping, choosingPart(desk), entering, stack, takingPart(desk), clearingPart(desk)];
  desk.paint();
  onOtherStack(() => {
    desk.settings = keptSettings();
    desk.show(desk.sheet.number ?? null);
  });
  for (const place of document.querySelectorAll("[data-paper]")) place.dataset.ready = "true";
}

/** Whether anything can be kept in this browser, said where it can't. */
function keepingNotice({ book, place }) {
  const text = make("p", { class: "jw-refusal", role: "alert" });
  const allowed = canKeep() || whyUnkept() === "no-room";
  place("notice").append(text);
  return { paint: () => (text.textContent = allowed && !holdsUnkept() ? "" : book.words["not-kept"]) };
}
