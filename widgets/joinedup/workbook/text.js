// The text of a workbook file, and how a page gives somebody a file.

const FORMAT = "joinedup-workbook";
const VERSION = 1;
const WHO = ["label", "team", "role"];

export function emptyWorkbook() {
  return { format: FORMAT, version: VERSION, who: { label: "", team: "", role: "" }, answers: {} };
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
    : Object.keys(value).sort().map((key) => `${inner}${JSON.stringify(key)}: ${sortedText(value[key], inner)}`);
  const [open, close] = isList ? "[]" : "{}";
  return items.length ? `${open}\n${items.join(",\n")}\n${margin}${close}` : open + close;
}

/** Let the browser save a text as a file. */
export function offerFile(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function offerWorkbook(workbook, name = "my-workbook.json") {
  offerFile(name, workbookText(workbook), "application/json");
}
