// To take away: on paper, as a file, as a table, as a text, as a short code.

import { fill, make } from "../../../../../widgets/joinedup/rendering/dom.js";
import { copyPromised, copySelected } from "../../../../../widgets/joinedup/rendering/clipboard.js";
import { offerFile } from "../../../../../widgets/joinedup/rendering/download.js";
import { codeOf } from "../../../../../widgets/joinedup/workbook/code.js";
import { savedWorkbook } from "../../../../../widgets/joinedup/workbook/store.js";
import { offerWorkbook } from "../../../../../widgets/joinedup/workbook/text.js";
import { allKnown } from "../asked.js";
import { csvText, markdownText, withoutNotes } from "./csv_and_markdown.js";

export function exportPart(pageState) {
  const { book, place } = pageState;
  const { words } = book;
  const bare = make("input", { type: "checkbox" });
  const shared = make("input", { type: "checkbox" });
  const given = () => {
    if (bare.checked) return withoutNotes(savedWorkbook());
    return { ...savedWorkbook(), ...(shared.checked ? { notes_for_group: true } : {}) };
  };
  const code = codePart(pageState, given);
  const button = (label, onclick) => make("button", { type: "button", onclick }, words[label]);
  const problem = make("p", { class: "jw-refusal", role: "alert" });
  /** A file in words, which can't be made while the page doesn't know what was asked. */
  const offerInWords = (name, write, type) => {
    const workbook = given();
    const known = allKnown(book, Object.keys(workbook.answers));
    problem.textContent = known ? "" : words["asked-no-file"];
    if (known) offerFile(name, write(book, workbook), type);
  };
  for (const box of [bare, shared]) {
    box.addEventListener("change", () => {
      if (box.checked) (box === bare ? shared : bare).checked = false; // what is left out cannot be shown
      code.hide();
    });
  }
  place("take").append(
    make("label", { class: "jw-check" }, bare, make("span", {}, words["without-notes"])),
    make("label", { class: "jw-check" }, shared, make("span", {}, words["notes-for-group"])),
    make(
      "div",
      { class: "jw-buttons" },
      button("download-file", () => offerWorkbook(given())),
      button("download-csv", () => offerInWords("my-workbook.csv", csvText, "text/csv")),
      button("download-text", () => offerInWords("my-workbook.md", markdownText, "text/markdown")),
      code.button,
    ),
    problem,
    code.whole,
  );
  place("print").append(button("print", () => window.print()));
  return { paint: code.hide };
}

/** The short code, shown and copied; where the browser does not let a page copy, it is marked to be copied by hand. */
function codePart({ book }, given) {
  const { words } = book;
  const box = make("textarea", {
    class: "jw-code",
    readOnly: true,
    rows: 4,
    spellcheck: false,
    "aria-label": words["code-label"],
  });
  const said = make("p", { role: "status", "aria-live": "polite" });
  const whole = make("div", { hidden: true }, box, said);
  const copy = async () => {
    if (!("CompressionStream" in window)) {
      whole.hidden = false;
      box.hidden = true;
      said.textContent = words["code-not-here"];
      return;
    }
    const making = codeOf(given());
    const copying = copyPromised(making);
    box.value = await making;
    whole.hidden = false;
    const copied = (await copying) || copySelected(box);
    said.textContent = fill(words[copied ? "code-copied" : "code-by-hand"], { length: String(box.value.length) });
  };
  const button = make("button", { type: "button", onclick: copy }, words["copy-code"]);
  const hide = () => {
    whole.hidden = true;
    box.value = "";
  };
  return { button, whole, hide };
}
