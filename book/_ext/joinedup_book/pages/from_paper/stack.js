// The sheets that were entered from paper: kept in this browser, in a space of their own, each by its number.

import { workbookFrom } from "../../../../../widgets/joinedup/workbook/format.js";
import { keysOf, readMark, readText, writeText } from "../../../../../widgets/joinedup/workbook/store.js";
import { emptyWorkbook, newWorkbookId, workbookText } from "../../../../../widgets/joinedup/workbook/text.js";

const PAPER = "joinedup-paper/1/";
const SETTINGS = `${PAPER}settings`;
const SHEETS = `${PAPER}sheets/`;
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
  return writeText(SETTINGS, JSON.stringify(settings));
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

/** Keep a sheet, or take it away where it is null. A new one gets its number now, so that two tabs never use the same. */
export function saveSheet(number, sheet) {
  const place = number ?? Math.max(0, ...savedSheets().map((one) => one.number)) + 1;
  if (sheet === null) {
    writeText(SHEETS + place, null);
    return place;
  }
  const { number: _, ...rest } = sheet;
  const id = rest.id || textOf(Object(readMark(SHEETS + place)).id) || newWorkbookId();
  writeText(SHEETS + place, JSON.stringify({ ...rest, id }));
  const settings = savedSettings();
  if (!settings.stack) saveSettings({ ...settings, stack: newSign() });
  return place;
}

/** Take away every sheet and what was chosen; give it, so that it can be put back. */
export function takeStack() {
  const texts = new Map(keysOf(PAPER).map((key) => [key, readText(key)]));
  for (const key of texts.keys()) writeText(key, null);
  return texts;
}

/** Call `changed` when another tab enters something. */
export function onOtherStack(changed) {
  window.addEventListener("storage", ({ key }) => (key === null || key.startsWith(PAPER)) && changed());
  window.addEventListener("pageshow", ({ persisted }) => persisted && changed());
}

function newSign() {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => SIGN[byte % SIGN.length]).join("");
}

/** A sheet as a workbook, read back as strictly as one that somebody brings. */
export function sheetAsWorkbook({ team, stack }, { number, id, role, sign, answers }) {
  const label = [sign, `paper ${stack}-${number}`].filter(Boolean).join(", ");
  return workbookFrom(workbookText({ ...emptyWorkbook(), ...(id ? { id } : {}), who: { label, team, role }, answers }));
}
