// To bring in: a workbook file or a short code, and for each exercise that both have, a choice between the two.

import { fill, make, newId } from "../../../../../widgets/joinedup/rendering/dom.js";
import { believed } from "../../../../../widgets/joinedup/workbook/clock.js";
import { workbookFromCode } from "../../../../../widgets/joinedup/workbook/code.js";
import { flatten, sameAnswer, takenBack } from "../../../../../widgets/joinedup/workbook/flatten.js";
import { MAX_BYTES, WorkbookError, workbookFrom } from "../../../../../widgets/joinedup/workbook/format.js";
import {
  saveEntries,
  saveId,
  saveWho,
  savedEntry,
  savedWho,
  savedWorkbook,
} from "../../../../../widgets/joinedup/workbook/store.js";
import { WHO } from "../../../../../widgets/joinedup/workbook/text.js";
import { loadAsked } from "../asked.js";
import { onlyHere, answerSummary, summaryPart } from "./answer_summary.js";
import { answeredInOrder, exerciseName, whenSaid } from "./answers.js";
import { undoPart } from "../undo_notice.js";

export function importPart(pageState) {
  const { book, place } = pageState;
  const { words } = book;
  const refusal = make("p", { class: "jw-refusal", role: "alert" });
  const choice = make("div", {});
  const file = make("input", { type: "file", accept: ".json,application/json,text/plain" });
  const box = make("textarea", { class: "jw-code", rows: 3, spellcheck: false, autocomplete: "off" });
  const notice = undoPart(pageState);

  let latest = 0;
  const receive = async (name, read) => {
    latest += 1;
    const turn = latest;
    refusal.textContent = "";
    notice.tell("", null);
    choice.replaceChildren();
    let theirs = null;
    try {
      theirs = await read();
      await loadAsked(book, Object.keys(theirs.answers));
    } catch (error) {
      if (turn === latest) refusal.textContent = refusalText(words, name, error);
    }
    if (theirs === null || turn !== latest) return;
    offer(pageState, { choice, notice, name }, theirs);
    box.value = "";
  };
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (chosen) await receive(chosen.name, () => workbookFromFile(chosen));
    file.value = "";
  });
  const useCode = make(
    "button",
    {
      type: "button",
      onclick: () => (box.value.trim() ? receive(words["the-code"], () => workbookFromCode(box.value)) : box.focus()),
    },
    words["use-code"],
  );
  place("bring").append(
    make("label", { class: "jw-field" }, make("span", {}, words["choose-file"]), file),
    make("label", { class: "jw-field" }, make("span", {}, words["paste-code"]), box),
    useCode,
    refusal,
    choice,
    notice.whole,
  );
  return {};
}

export async function workbookFromFile(file) {
  if (file.size > MAX_BYTES) throw new WorkbookError("large");
  try {
    return workbookFrom(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
  } catch (error) {
    throw error instanceof WorkbookError ? error : new WorkbookError("not-text");
  }
}

/** What was refused and why, in one sentence. */
export function refusalText(words, name, error) {
  const known = error instanceof WorkbookError ? error : new WorkbookError("damaged");
  const place = known.place ? ` ${fill(words["refused-place"], { place: known.place })}` : "";
  return fill(words[`refused-${known.reason}`], { name }) + place;
}

/** What is kept `now` of an exercise without what an import brought; what was answered after it stays. */
function withoutImport(now, brought, before) {
  const answer = takenBack(now?.answer ?? {}, brought.answer, before?.answer ?? {});
  if (flatten(answer).size === 0) return null;
  return before && sameAnswer(answer, before.answer) ? before : { ...now, answer };
}

function whoWithoutImport(now, brought, before) {
  return Object.fromEntries(WHO.map((part) => [part, now[part] === brought[part] ? before[part] : now[part]]));
}

/** Bring in what is new at once; where both have an answer, ask first. */
function offer(pageState, { choice, notice, name }, theirs) {
  const { book } = pageState;
  const mine = savedWorkbook();
  const has = (exercise) => Object.hasOwn(mine.answers, exercise);
  const differs = ({ exercise, entry }) =>
    flatten(entry.answer).size && !(has(exercise) && sameAnswer(mine.answers[exercise].answer, entry.answer));
  const coming = answeredInOrder(book, theirs.answers)
    .filter(differs)
    .map(({ exercise }) => exercise);
  const both = coming.filter(has);
  const take = async (left = []) => {
    choice.replaceChildren();
    const taken = coming.filter((exercise) => !left.includes(exercise));
    const isNobody = WHO.every((part) => !mine.who[part]) && WHO.some((part) => theirs.who[part]);
    const saving = [saveEntries(taken.map((exercise) => [exercise, theirs.answers[exercise]]))];
    if (isNobody) saving.push(saveWho(theirs.who));
    if (!mine.id && taken.length) saving.push(saveId(theirs.id)); // the same workbook, on another device
    pageState.changed();
    const isSaved = (await Promise.all(saving)).every(Boolean);
    const outcome = taken.length === 0 ? "brought-nothing" : isSaved ? "brought" : "brought-unsaved";
    const said = [
      fill(book.words[outcome], { name, count: String(taken.length) }),
      isNobody ? book.words["brought-who"] : "",
    ];
    const back = () => {
      saveEntries(
        taken.map((exercise) => [
          exercise,
          withoutImport(savedEntry(exercise), theirs.answers[exercise], mine.answers[exercise]),
        ]),
      );
      if (isNobody) saveWho(whoWithoutImport(savedWho(), theirs.who, mine.who));
      if (!mine.id && !savedWorkbook().id) saveId(null);
      pageState.changed();
    };
    notice.tell(said.join(" ").trim(), taken.length || isNobody ? back : null);
  };
  if (both.length === 0) take();
  else choice.append(choicePart(pageState, { name, mine, theirs, both, take, leave: () => choice.replaceChildren() }));
}

function choicePart(pageState, { name, mine, theirs, both, take, leave }) {
  const { words } = pageState.book;
  const questions = both.map((exercise) =>
    choiceField(pageState, exercise, mine.answers[exercise], theirs.answers[exercise]),
  );
  const title = make("h3", { tabIndex: -1 }, fill(words["both-have"], { name, count: String(both.length) }));
  const done = () => take(questions.filter(({ keepsMine }) => keepsMine()).map(({ exercise }) => exercise));
  const all = (label, which) =>
    make(
      "button",
      { type: "button", onclick: () => questions.forEach((question) => question.choose(which(question))) },
      words[label],
    );
  const part = make(
    "div",
    { class: "jw-choosing" },
    title,
    make("p", {}, words["choose-each"]),
    both.length > 1
      ? make(
          "div",
          { class: "jw-buttons" },
          all("all-mine", () => false),
          all("all-theirs", () => true),
          all("all-later", ({ later }) => later),
        )
      : null,
    ...questions.map(({ field }) => field),
    make(
      "div",
      { class: "jw-buttons" },
      make("button", { type: "button", onclick: done }, words["bring-in"]),
      make("button", { type: "button", class: "ju-quiet", onclick: leave }, words["leave-it"]),
    ),
  );
  requestAnimationFrame(() => title.focus());
  return part;
}

/** One exercise that both have: the later one chosen to begin with, and what differs, side by side, folded. */
function choiceField(pageState, exercise, mine, theirs) {
  const { words } = pageState.book;
  const group = newId("both");
  const later = believed(theirs.saved) > believed(mine.saved);
  const named = mine.answer.revealed === true && theirs.answer.revealed === true;
  const told = [mine, theirs].map(({ answer }) =>
    answerSummary(pageState.book, exercise, { ...answer, revealed: named }),
  );
  const side = (label, { saved }, checked, { notes, ...rest }) => {
    const input = make("input", { type: "radio", name: group, checked });
    const when = fill(words[label], { when: believed(saved) ? whenSaid(saved) : words["clock-ahead"] });
    const empty = notes.length + rest.choices.length + rest.chosen.length + rest.other === 0;
    const shown = empty
      ? [make("p", { class: "jw-help" }, words["says-less"])]
      : summaryPart(pageState, exercise, { notes, ...rest });
    return {
      input,
      choice: make("label", { class: "jw-check" }, input, make("span", {}, when)),
      shown: make("div", {}, make("p", { class: "jw-help" }, words[`${label}-head`]), ...shown),
    };
  };
  const left = side("mine", mine, !later, onlyHere(told[0], told[1]));
  const right = side("theirs", theirs, later, onlyHere(told[1], told[0]));
  const field = make(
    "fieldset",
    { "data-both": exercise },
    make("legend", {}, exerciseName(pageState.book, exercise)),
    left.choice,
    right.choice,
    make(
      "details",
      {},
      make("summary", {}, words["what-differs"]),
      make("div", { class: "jw-sides" }, left.shown, right.shown),
    ),
  );
  const choose = (takesTheirs) => ((takesTheirs ? right : left).input.checked = true);
  return { exercise, field, later, choose, keepsMine: () => left.input.checked };
}
