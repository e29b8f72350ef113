// The text of a workbook file.

import { WORKBOOK_LIMITS } from "../content/limits.js";
import { offerFile } from "../rendering/download.js";

export const FORMAT = "joinedup-workbook";
export const VERSION = 2;
export const WHO = ["label", "team", "role"];

export function emptyWorkbook() {
  return { format: FORMAT, version: VERSION, who: { label: "", team: "", role: "" }, answers: {} };
}

/** A random id for a workbook that is just begun: it says which files are of one person, and nothing else. */
export function newWorkbookId() {
  const bytes = crypto.getRandomValues(new Uint8Array(WORKBOOK_LIMITS.idLetters / 2));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Now, as a workbook says it. */
export function nowSaved() {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** The text of a workbook's file: the same bytes for the same answers, here and in Python. */
export function workbookText(workbook) {
  return `${sortedText(workbook, "")}\n`;
}

/** JSON with its keys in order; `JSON.stringify` would put keys that look like numbers first. */
function sortedText(value, margin) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${margin} `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => inner + sortedText(item, inner))
    : Object.keys(value)
        .sort()
        .map((key) => `${inner}${JSON.stringify(key)}: ${sortedText(value[key], inner)}`);
  const [open, close] = isList ? "[]" : "{}";
  return items.length ? `${open}\n${items.join(",\n")}\n${margin}${close}` : open + close;
}

/** Let the browser save a workbook as a file. */
export function offerWorkbook(workbook, name = "my-workbook.json") {
  offerFile(name, workbookText(workbook), "application/json");
}
