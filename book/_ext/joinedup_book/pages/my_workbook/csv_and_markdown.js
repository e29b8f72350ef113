// The workbook as a table for a spreadsheet and as a text.

import { flatten } from "../../../../../widgets/joinedup/workbook/flatten.js";
import { WHO } from "../../../../../widgets/joinedup/workbook/text.js";
import { answerSummary } from "./answer_summary.js";
import { answeredInOrder } from "./answers.js";

/** What a spreadsheet would calculate where it begins a cell. */
const FORMULA_AT_START = /^[\s"']*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/;
/** The same after a sign that a spreadsheet may take for the end of a cell; the dash of a list is left alone. */
const FORMULA_INSIDE = /[\r\n\t;,|][\s"']*(?=[=+@\uff1d\uff0b\uff0d\uff20]|-(?! ))/g;

/** A text that a spreadsheet shows and never calculates. */
function harmless(text) {
  return text.replaceAll("\0", "").replace(FORMULA_INSIDE, "$&'").replace(FORMULA_AT_START, "$&'");
}

export function cell(text) {
  return `"${harmless(text).replaceAll('"', '""')}"`;
}

/** Every answer of a workbook as a row: its exercise, what was asked, what was answered, and when. */
export function csvText(book, workbook) {
  const { words } = book;
  const head = ["number", "title", "asked", "answered", "saved"].map((column) => words[`csv-${column}`]);
  const rows = answeredInOrder(book, workbook.answers).flatMap(({ exercise, spec, entry }) => {
    const { notes, choices, chosen } = answerSummary(book, exercise, entry.answer);
    const pairs = [...notes, ...choices, ...chosen.map((text) => ({ label: words.chosen, text }))];
    return pairs.map(({ label, text }) => [spec?.number ?? "", spec?.title ?? exercise, label, text, entry.saved]);
  });
  // The mark at the beginning makes a spreadsheet read macrons correctly.
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function plain(text) {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replaceAll("\r", "");
}

function quoted(text) {
  return plain(text)
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("  \n");
}

/** The workbook as a text in Markdown, to read and to paste. */
export function markdownText(book, workbook) {
  const { words } = book;
  const who = WHO.filter((part) => workbook.who[part]).map((part) => `- ${words[part]}: ${plain(workbook.who[part])}`);
  const answers = answeredInOrder(book, workbook.answers).map(({ exercise, spec, entry }) => {
    const { notes, choices, chosen } = answerSummary(book, exercise, entry.answer);
    const title = spec ? `${spec.number} ${plain(spec.title)}` : plain(exercise);
    const toWorkOn = chosen.map((text) => `- ${plain(text)}`).join("\n");
    return [
      `## ${title}`,
      ...notes.map(({ label, text }) => `${plain(label)}\n\n${quoted(text)}`),
      choices.map(({ label, text }) => `- **${plain(text)}**: ${plain(label)}`).join("\n"),
      chosen.length ? `${words.chosen}:\n\n${toWorkOn}` : "",
    ];
  });
  const parts = [`# ${words.title}`, who.join("\n"), ...answers.flat()].filter(Boolean);
  return `${parts.join("\n\n")}\n`;
}

/** A workbook with what was chosen and without what was written. */
export function withoutNotes(workbook) {
  const entries = Object.entries(workbook.answers).map(([exercise, entry]) => {
    const { notes: _, ...answer } = entry.answer;
    return [exercise, { ...entry, answer }];
  });
  return { ...workbook, answers: Object.fromEntries(entries.filter(([, { answer }]) => flatten(answer).size)) };
}
