// The page "From paper": a stack of filled-in sheets goes in by one key for each answer, and comes out as workbooks.

import { make, markLanguage } from "../../../../../widgets/joinedup/rendering/dom.js";
import { askBeforeLosing, canSave, holdsUnsaved, onWritten } from "../../../../../widgets/joinedup/workbook/store.js";
import { storeReady } from "../../../../../widgets/joinedup/workbook/opening.js";
import { choosingPart } from "./choosing.js";
import { enteringPart } from "./entering.js";
import {
  emptySheet,
  isEmptySheet,
  saveSettings,
  saveSheet,
  savedSettings,
  savedSheet,
  savedSheets,
  onOtherStack,
} from "./stack.js";
import { clearingPart, stackPart, takingPart } from "./taking.js";

export async function startFromPaper() {
  const holder = document.getElementById("from-paper-words");
  if (holder === null) return;
  await storeReady();
  askBeforeLosing();
  const book = JSON.parse(holder.textContent);
  const pageState = {
    book,
    say: (text) => markLanguage(text, book.mi),
    place: (name) => document.querySelector(`[data-paper="${name}"]`),
    settings: savedSettings(),
    sheet:
      savedSheets()
        .filter(({ done }) => !done)
        .at(-1) ?? emptySheet(),
    /** The forms of the exercises that were chosen. */
    forms: () => book.forms.filter(({ exercise }) => pageState.settings.exercises.includes(exercise)),
    /** Keep a change of the settings. */
    set(changed) {
      pageState.settings = { ...savedSettings(), ...changed };
      saveSettings(pageState.settings);
      pageState.paint();
    },
    /** Keep a change of the sheet, at every key. Says whether that could be done. */
    change(changed) {
      const sheet = { ...pageState.sheet, ...changed };
      pageState.sheet = sheet;
      if (!sheet.number && isEmptySheet(sheet)) return Promise.resolve(true);
      const { number, saving } = saveSheet(sheet.number, sheet);
      pageState.sheet = { ...sheet, number };
      pageState.settings = savedSettings();
      for (const part of [stack, keeping]) part.paint();
      return saving;
    },
    /** Show a sheet, or a new one where its number is null. */
    show(number) {
      pageState.sheet = (number && savedSheet(number)) || emptySheet();
      pageState.paint();
    },
    paint: () => parts.forEach((part) => part.paint()),
    start: () => entering.start(),
  };
  const entering = enteringPart(pageState);
  const stack = stackPart(pageState);
  const keeping = keepingNotice(pageState);
  const parts = [keeping, choosingPart(pageState), entering, stack, takingPart(pageState), clearingPart(pageState)];
  pageState.paint();
  onOtherStack(() => {
    pageState.settings = savedSettings();
    pageState.show(pageState.sheet.number ?? null);
  });
  for (const place of document.querySelectorAll("[data-paper]")) place.dataset.ready = "true";
}

/** Whether anything can be kept in this browser, said where it can't. */
function keepingNotice({ book, place }) {
  const text = make("p", { class: "jw-refusal", role: "alert" });
  place("notice").append(text);
  const paint = () => {
    const said = canSave() && !holdsUnsaved() ? "" : book.words["not-kept"];
    if (text.textContent !== said) text.textContent = said;
  };
  onWritten(paint);
  return { paint };
}
