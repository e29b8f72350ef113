// The sheets entered so far: to open again, to delete, and to take along.

import { fill, make } from "../../../../../widgets/joinedup/rendering/dom.js";
import { offerFile, offerInTurn } from "../../../../../widgets/joinedup/rendering/download.js";
import { codeOf } from "../../../../../widgets/joinedup/workbook/code.js";
import { WorkbookError } from "../../../../../widgets/joinedup/workbook/format.js";
import { putBack } from "../../../../../widgets/joinedup/workbook/store.js";
import { offerWorkbook } from "../../../../../widgets/joinedup/workbook/text.js";
import { cell } from "../my_workbook/csv_and_markdown.js";
import { undoPart } from "../undo_notice.js";
import { entered, enteredCount, severalTyped } from "./lines.js";
import { saveSheet, savedSettings, savedSheet, savedSheets, sheetAsWorkbook, takeStack } from "./stack.js";

export function stackPart(pageState) {
  const { book, place } = pageState;
  const { words } = book;
  const notice = undoPart(pageState);
  const list = make("ul", { class: "fp-sheets" });
  /** Every sheet that was deleted here, the last one at the end: each can be brought back. */
  const deleted = [];
  const remove = ({ number }) => {
    const sheet = savedSheet(number);
    if (sheet === null) return;
    deleted.push(sheet);
    saveSheet(number, null);
    if (pageState.sheet.number === number) pageState.show(null);
    pageState.paint();
    tellDeleted();
  };
  const tellDeleted = () =>
    notice.tell(fill(words["sheet-deleted"], { number: String(deleted.at(-1).number) }), () => {
      const sheet = deleted.pop();
      if (savedSheet(sheet.number) === null) saveSheet(sheet.number, sheet); // unless another tab has gone on with it
      pageState.paint();
      if (deleted.length) tellDeleted();
    });
  const item = (sheet) => {
    const name = fill(words["sheet-number"], { number: String(sheet.number) });
    const { done, all } = enteredCount(pageState.forms(), sheet.answers);
    const more = [sheet.sign, sheet.role, fill(words["how-many"], { done: String(done), all: String(all) })]
      .filter(Boolean)
      .join(", ");
    const button = (label, onclick) =>
      make(
        "button",
        { type: "button", class: "ju-quiet", "aria-label": `${words[label]}: ${name}`, onclick },
        words[label],
      );
    const open = () => {
      pageState.show(sheet.number);
      pageState.start();
    };
    return make(
      "li",
      { "aria-current": pageState.sheet.number === sheet.number ? "true" : undefined },
      make("span", {}, make("b", {}, name), ` ${more}`),
      make(
        "span",
        {},
        button("open", open),
        " ",
        button("delete-sheet", () => remove(sheet)),
      ),
    );
  };
  const none = make("p", { class: "jw-help" }, words["no-sheets"]);
  place("stack").append(none, list, notice.whole);
  const paint = () => {
    const sheets = savedSheets();
    none.hidden = sheets.length > 0;
    list.replaceChildren(...sheets.map(item));
  };
  return { paint };
}

export function takingPart(pageState) {
  const { book, place } = pageState;
  const { words } = book;
  const said = make("p", { role: "status", "aria-live": "polite" });
  const give = async (how) => {
    const { good, damaged } = sheetsToTake(pageState.settings);
    const left = damaged.length ? [fill(words["left-out"], { numbers: damaged.join(", ") })] : [];
    const taken = good.length ? fill(words[await how(good)], { count: String(good.length) }) : words["nothing-to-take"];
    said.textContent = [taken, ...left].join(" ");
  };
  const name = (ending) => `paper-${pageState.settings.stack}${ending}`;
  const asOne = async (sheets) => {
    if (!("CompressionStream" in window)) return asFiles(sheets);
    const codes = await Promise.all(sheets.map(({ workbook }) => codeOf(workbook)));
    offerFile(
      name(".txt"),
      `${fill(words["file-says"], { count: String(sheets.length) })}\n\n${codes.join("\n\n")}\n`,
      "text/plain",
    );
    return "taken-one";
  };
  const asFiles = async (sheets) => {
    const offers = sheets.map(({ number, workbook }) => {
      const file = name(`-${String(number).padStart(2, "0")}.json`);
      return () => offerWorkbook(workbook, file);
    });
    offerInTurn(offers);
    return "taken-files";
  };
  const asTable = async (sheets) => {
    offerFile(name(".csv"), stackCsv(pageState, sheets), "text/csv");
    return "taken-table";
  };
  const button = (label, how, kind) =>
    make("button", { type: "button", class: kind, onclick: () => give(how) }, words[label]);
  place("take").append(
    make(
      "div",
      { class: "jw-buttons" },
      button("take-one", asOne, "jw-main"),
      button("take-files", asFiles),
      button("take-table", asTable),
    ),
    said,
  );
  return { paint: () => (said.textContent = "") };
}

/** The sheets that have answers, each with its workbook, and the numbers of those that something else has spoilt. */
function sheetsToTake(settings) {
  const good = [];
  const damaged = [];
  for (const sheet of savedSheets().filter(({ answers }) => Object.keys(answers).length > 0)) {
    try {
      good.push({ ...sheet, workbook: sheetAsWorkbook(settings, sheet) });
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      damaged.push(sheet.number);
    }
  }
  return { good, damaged };
}

/** Every answer of every sheet as a row. */
function stackCsv({ book, settings }, sheets) {
  const { words } = book;
  const head = [
    "csv-sheet",
    "csv-sign",
    "csv-role",
    "csv-team",
    "csv-exercise",
    "csv-title",
    "csv-asked",
    "csv-answered",
  ].map((column) => words[column]);
  const rows = sheets.flatMap(({ number, sign, role, answers }) =>
    book.forms.flatMap((form) =>
      form.rows.flatMap((row) => {
        const value = entered(answers, form, row);
        if (value === null) return [];
        const told = (id) => form.sets[row.set].find((choice) => choice.id === id);
        const answered = row.several ? severalTyped(form.sets[row.set], value) : (told(value)?.label ?? value);
        return [
          [
            String(number),
            sign,
            role,
            settings.team,
            form.number,
            form.title,
            `${row.number} ${row.label}`.trim(),
            answered,
          ],
        ];
      }),
    ),
  );
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A way to delete the whole stack, with a way back as long as the page is open. */
export function clearingPart(pageState) {
  const { words } = pageState.book;
  const notice = undoPart(pageState);
  const clear = () => {
    const taken = takeStack();
    if (taken.texts.size === 0) return; // nothing to delete, and what was deleted before can be brought back
    pageState.settings = savedSettings();
    pageState.show(null);
    notice.tell(words["deleted-all"], () => {
      putBack(taken);
      pageState.settings = savedSettings();
      pageState.show(null);
    });
  };
  pageState
    .place("clear")
    .append(make("button", { type: "button", onclick: clear }, words["delete-all"]), notice.whole);
  return { paint: () => {} };
}
