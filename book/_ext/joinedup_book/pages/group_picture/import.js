// The places where workbooks come in, with who is in and who was left out and why.

import { codesIn, workbookFromMessage } from "../../../../../widgets/joinedup/cohort/persons.js";
import { fill, make, newId } from "../../../../../widgets/joinedup/rendering/dom.js";
import { MAX_BYTES, WorkbookError, workbookFrom } from "../../../../../widgets/joinedup/workbook/format.js";
import { allKnown, loadAsked } from "../asked.js";
import { chosenFiles, droppedFiles } from "./files.js";
import { refusalText, workbookFromFile } from "../my_workbook/import.js";

/** A place to bring workbooks in, with who is in and who was left out and why. */
export function participantsPart(pageState, which) {
  const { book, place } = pageState;
  const { words: labels } = book;
  const participants = pageState[which];
  const home = place(which);
  const heading = home.closest("section").querySelector("h2");
  heading.id ||= newId("part");
  home.setAttribute("role", "group"); // both places have the same fields: the heading tells them apart
  home.setAttribute("aria-labelledby", heading.id);
  const said = make("p", { role: "status", "aria-live": "polite", class: "gp-said" });
  const files = make("input", { type: "file", multiple: true, accept: ".json,application/json,text/plain" });
  const codes = make("textarea", { class: "jw-code", rows: 3, spellcheck: false, autocomplete: "off" });
  const inside = make("ul", { class: "gp-people" });
  const outside = make("ul", { class: "gp-left" });
  const insideCount = make("summary", {});
  const questions = make("div", { class: "gp-alike", role: "group" });
  const fold = make("details", {}, insideCount, inside);
  const unknown = make("p", { class: "jw-refusal", role: "alert" });
  const answered = () => participants.people.flatMap(({ workbook }) => Object.keys(workbook.answers));
  const take = async (named, madeUp = false) => {
    const failed = [];
    for (const [name, read, text] of named) {
      try {
        participants.add(name, await read(), madeUp);
      } catch (error) {
        participants.refuse(name, error);
        failed.push(text);
      }
    }
    await loadAsked(book, answered());
    tell();
    pageState.paint();
    return failed;
  };
  const tell = () =>
    (said.textContent = fill(labels.gathered, {
      count: String(participants.people.length),
      left: String(participants.leftOut.length),
    }));
  const takeFiles = async (list) => {
    const { files: found, unread } = await list;
    for (const { name, reason } of unread) participants.leave(name, reason);
    await take((await Promise.all(found.map((one) => workbooksIn(labels, one)))).flat());
  };
  files.addEventListener("change", async () => {
    await takeFiles(chosenFiles(files.files));
    files.value = "";
  });
  const area = make("label", { class: "jw-field gp-drop" }, make("span", {}, labels["choose-files"]), files);
  area.addEventListener("dragover", (event) => event.preventDefault());
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    takeFiles(droppedFiles(event.dataTransfer)); // what was dropped is there only until this event is over
  });
  const useCodes = make(
    "button",
    {
      type: "button",
      onclick: async () => {
        const found = codesIn(codes.value);
        if (found.length === 0) participants.refuse(labels["the-code"], new WorkbookError("not-code"));
        const failed = await take(
          found.map((code, number) => [
            fill(labels["code-number"], { number: String(number + 1) }),
            () => workbookFromMessage(code),
            code,
          ]),
        );
        if (found.length) codes.value = failed.join("\n\n");
      },
    },
    labels["use-codes"],
  );
  const sample =
    which === "now"
      ? make(
          "button",
          { type: "button", class: "ju-quiet", onclick: async () => takeSample(await madeUpWorkshop(book.sample)) },
          labels["take-sample"],
        )
      : "";
  const takeSample = async (workbooks) => {
    await take(
      workbooks.map((workbook, number) => [
        fill(labels["sample-name"], { number: String(number + 1) }),
        () => workbookFrom(JSON.stringify(workbook)),
      ]),
      true,
    );
    said.textContent = labels["sample-taken"];
  };
  const removeAll = make(
    "button",
    {
      type: "button",
      onclick: () => {
        participants.clear();
        tell();
        pageState.paint();
        files.focus();
      },
    },
    labels["remove-all"],
  );
  home.append(
    said,
    sample,
    area,
    make("label", { class: "jw-field" }, make("span", {}, labels["paste-codes"]), codes),
    useCodes,
    questions,
    fold,
    removeAll,
    unknown,
    outside,
  );
  const paint = () => {
    unknown.textContent = allKnown(book, answered()) ? "" : labels["asked-not-loaded-group"];
    removeAll.hidden = participants.people.length + participants.leftOut.length === 0;
    insideCount.textContent = fill(labels.inside, { count: String(participants.people.length) });
    fold.hidden = participants.people.length === 0;
    inside.replaceChildren(...participants.people.map((one) => personItem(pageState, participants, one, tell)));
    questions.replaceChildren(...participants.alike().map((alike) => alikePart(pageState, participants, alike, tell)));
    outside.replaceChildren(...participants.leftOut.map((one) => make("li", {}, leftOutText(labels, one))));
  };
  return { paint };
}

/** What a file holds: a workbook, or a short code for each sheet that was entered from paper. */
async function workbooksIn(labels, { name, file }) {
  let text = "";
  try {
    text = file.size > MAX_BYTES ? "" : await file.text();
  } catch {
    return [[name, () => Promise.reject(new WorkbookError("unreadable"))]];
  }
  const codes = /^\s*\{/.test(text) ? [] : codesIn(text);
  if (codes.length === 0) return [[name, () => workbookFromFile(file)]];
  return codes.map((code, number) => [
    `${name}, ${fill(labels["code-number"], { number: String(number + 1) })}`,
    () => workbookFromMessage(code),
  ]);
}

/** The made-up workbooks, which come only when they are asked for; a script, since a page in a folder may fetch nothing. */
function madeUpWorkshop(address) {
  return new Promise((done) => {
    window.joinedupMadeUp = done;
    document.head.append(make("script", { src: address }));
  });
}

function personName({ words: labels }, { id, workbook }) {
  return workbook.who.label.trim() || fill(labels.participant, { number: String(id) });
}

function personItem(pageState, participants, one, tell) {
  const { words: labels } = pageState.book;
  const name = personName(pageState.book, one);
  const more = [one.workbook.who.team, one.workbook.who.role].filter(Boolean).join(", ");
  const remove = () => {
    participants.remove(one.id);
    tell();
    pageState.paint();
    (
      pageState.place(participants === pageState.now ? "now" : "earlier").querySelector(".gp-people button") ??
      pageState.place("now").querySelector("input")
    ).focus();
  };
  return make(
    "li",
    {},
    make("span", {}, more ? `${name} (${more})` : name),
    make(
      "button",
      { type: "button", class: "ju-quiet", "aria-label": `${labels.remove}: ${name}`, onclick: remove },
      labels.remove,
    ),
  );
}

/** Workbooks with one name: one person or several? Until somebody says, each counts. */
function alikePart(pageState, participants, alike, tell) {
  const { words: labels } = pageState.book;
  const { label: name, team } = alike.some[0].workbook.who;
  const question = fill(labels[team.trim() ? "alike-team" : "alike"], { count: String(alike.some.length), name, team });
  const answer = (word, decide) =>
    make(
      "button",
      {
        type: "button",
        onclick: () => {
          decide(alike);
          tell();
          pageState.paint();
        },
      },
      labels[word],
    );
  return make(
    "div",
    { class: "jw-notice" },
    make("p", {}, question),
    answer("alike-several", participants.areSeveral),
    " ",
    answer("alike-one", participants.areOne),
  );
}

function leftOutText(labels, { name, reason, values }) {
  if (reason === "refused-unreadable") return fill(labels["left-unreadable"], { name });
  if (!reason.startsWith("refused-")) return fill(labels[reason], { name, ...values });
  return refusalText(labels, name, new WorkbookError(reason.slice("refused-".length), values.place));
}
