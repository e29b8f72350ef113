// The sheets that were entered from paper: kept in this browser, in a space of their own, each by its number.

import { workbookFrom } from "../../../../../widgets/joinedup/workbook/format.js";
import { keysOf, onOtherTab, readMark, readText, writeTexts } from "../../../../../widgets/joinedup/workbook/store.js";
import { PAPER } from "../../../../../widgets/joinedup/workbook/earlier.js";
import { emptyWorkbook, newWorkbookId, workbookText } from "../../../../../widgets/joinedup/workbook/text.js";

const SETTINGS = `${PAPER}settings`;
const SHEETS = `${PAPER}sheets/`;
/** The highest number that a sheet ever had here. No number is used twice: a sheet that was deleted may come back. */
const LAST = `${PAPER}last`;
/** Letters of a stack's sign: no vowels, so that no word comes of them. */
const SIGN = "bcdfghjkmnpqrtvwxz";

export function emptySheet() {
  return { role: "", sign: "", done: false, answers: {} };
}

/** Whether nothing at all is entered on a sheet. */
export function isEmptySheet({ role, sign, answers }) {
  return !role && !sign && Object.keys(answers).length === 0;
}

/** Which exercises the stack is of, whose it is, whether its sheets have signs, and what tells it from other stacks. */
export function savedSettings() {
  const { exercises, team, signs, stack } = Object(readMark(SETTINGS));
  return {
    exercises: Array.isArray(exercises) ? exercises.map(textOf) : [],
    team: textOf(team),
    signs: signs === true,
    stack: textOf(stack),
  };
}

function textOf(value) {
  return typeof value === "string" ? value : "";
}

export function saveSettings(settings) {
  return writeTexts(new Map([[SETTINGS, JSON.stringify(settings)]]));
}

/** Every sheet of the stack, in order, each with its number. */
export function savedSheets() {
  const found = keysOf(SHEETS).map((key) => {
    const { id, role, sign, done, answers } = Object(readMark(key));
    const given = typeof answers === "object" && answers !== null ? answers : {};
    return {
      number: Number(key.slice(SHEETS.length)),
      id: textOf(id),
      role: textOf(role),
      sign: textOf(sign),
      done: done === true,
      answers: given,
    };
  });
  return found.filter(({ number }) => Number.isInteger(number)).sort((one, other) => one.number - other.number);
}

export function savedSheet(number) {
  return savedSheets().find((sheet) => sheet.number === number) ?? null;
}

/**
 * Keep a sheet, or take it away where it is null. Gives its `number` and a promise (`saving`) of whether it is kept. A
 * new one gets its number now, so that two tabs never use the same.
 */
export function saveSheet(number, sheet) {
  const place = number ?? highestNumber() + 1;
  if (sheet === null) return { number: place, saving: writeTexts(new Map([[SHEETS + place, null]])) };
  const { number: _, ...rest } = sheet;
  const id = rest.id || textOf(Object(readMark(SHEETS + place)).id) || newWorkbookId();
  const texts = new Map([[SHEETS + place, JSON.stringify({ ...rest, id })]]);
  if (place > highestNumber()) texts.set(LAST, JSON.stringify(place));
  const settings = savedSettings();
  if (!settings.stack) texts.set(SETTINGS, JSON.stringify({ ...settings, stack: newSign() }));
  return { number: place, saving: writeTexts(texts) };
}

function highestNumber() {
  const last = readMark(LAST);
  return Math.max(Number.isInteger(last) ? last : 0, ...savedSheets().map((one) => one.number));
}

/** Take away every sheet and what was chosen; give it, so that it can be put back. */
export function takeStack() {
  const keys = keysOf(PAPER).filter((key) => key !== LAST);
  const texts = new Map(keys.map((key) => [key, readText(key)]));
  if (texts.size) writeTexts(new Map([...keys.map((key) => [key, null]), [LAST, JSON.stringify(highestNumber())]]));
  return { texts };
}

/** Call `changed` when another tab enters something. */
export function onOtherStack(changed) {
  onOtherTab(changed, PAPER);
}

function newSign() {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => SIGN[byte % SIGN.length]).join("");
}

/** A sheet as a workbook, read back as strictly as one that somebody brings. */
export function sheetAsWorkbook({ team, stack }, { number, id, role, sign, answers }) {
  const label = [sign, `paper ${stack}-${number}`].filter(Boolean).join(", ");
  return workbookFrom(workbookText({ ...emptyWorkbook(), ...(id ? { id } : {}), who: { label, team, role }, answers }));
}
