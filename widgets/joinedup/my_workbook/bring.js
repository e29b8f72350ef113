// To bring in: a workbook file or a short code, and for each exercise that both have, a choice between the two.

export function bringPart(desk) {
  const { book, place } = desk;
  const { words } = book;
  const refusal = make("p", { class: "jw-refusal", role: "alert" });
  const choice = make("div", {});
  const file = make("input", { type: "file", accept: ".json,application/json,text/plain" });
  const box = make("textarea", { class: "jw-code", rows: 3, spellcheck: false, autocomplete: "off" });

  const receive = async (name, read) => {
    refusal.textContent = "";
    choice.replaceChildren();
    try {
      offer(desk, choice, name, await read());
    } catch (error) {
      refusal.textContent = refusalText(words, name, error);
    }
  };
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (chosen) await receive(chosen.name, () => workbookFromFile(chosen));
    file.value = "";
  });
  const useCode = make("button", { type: "button", onclick: () => receive(words["the-code"], () => workbookFromCode(box.value)) }, words["use-code"]);
  place("bring").append(
    make("label", { class: "jw-field" }, make("span", {}, words["choose-file"]), file),
    make("label", { class: "jw-field" }, make("span", {}, words["paste-code"]), box),
    useCode,
    refusal,
    choice,
  );
  return {};
}

async function workbookFromFile(file) {
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

/** Bring in what is new at once; where both have an answer, ask first. */
function offer(desk, choice, name, theirs) {
  const { words } = desk.book;
  const mine = keptWorkbook();
  const differs = (exercise) => !Object.hasOwn(mine.answers, exercise) || !sameAnswer(mine.answers[exercise].answer, theirs.answers[exercise].answer);
  const coming = Object.keys(theirs.answers).filter((exercise) => leaves(theirs.answers[exercise].answer).size && differs(exercise));
  const both = answeredInOrder(desk.book, theirs.answers).map(({ exercise }) => exercise).filter((exercise) => coming.includes(exercise) && Object.hasOwn(mine.answers, exercise));
  const who = Object.fromEntries(WHO.map((part) => [part, mine.who[part] || theirs.who[part]]));
  const take = (left = []) => {
    choice.replaceChildren();
    const taken = coming.filter((exercise) => !left.includes(exercise));
    const answers = Object.fromEntries(taken.map((exercise) => [exercise, theirs.answers[exercise]]));
    desk.change({ answers, who }, fill(words[taken.length ? "brought" : "brought-nothing"], { name, count: String(taken.length) }));
    desk.focusUndo();
  };
  if (both.length === 0) take();
  else choice.append(choicePart(desk, { name, mine, theirs, both, take, leave: () => choice.replaceChildren() }));
}

function choicePart(desk, { name, mine, theirs, both, take, leave }) {
  const { words } = desk.book;
  const questions = both.map((exercise) => choiceField(desk, exercise, mine.answers[exercise], theirs.answers[exercise]));
  const title = make("h3", { tabIndex: -1 }, fill(words["both-have"], { name }));
  const done = () => take(questions.filter(({ keepsMine }) => keepsMine()).map(({ exercise }) => exercise));
  const part = make(
    "div",
    { class: "jw-choosing" },
    title,
    make("p", {}, words["choose-each"]),
    ...questions.map(({ field }) => field),
    make("div", { class: "jw-buttons" }, make("button", { type: "button", onclick: done }, words["bring-in"]), make("button", { type: "button", class: "jw-quiet", onclick: leave }, words["leave-it"])),
  );
  requestAnimationFrame(() => title.focus());
  return part;
}

/** One exercise that both have: the two answers side by side, the later one chosen to begin with. */
function choiceField(desk, exercise, mine, theirs) {
  const { words } = desk.book;
  const group = newId("both");
  const later = theirs.saved > mine.saved;
  const side = (label, entry, checked) => {
    const input = make("input", { type: "radio", name: group, checked });
    const when = fill(words[label], { when: whenSaid(entry.saved) });
    const whole = make("div", {}, make("label", { class: "jw-check" }, input, make("span", {}, when)), ...toldPart(desk, exercise, entry.answer));
    return { input, whole };
  };
  const left = side("mine", mine, !later);
  const right = side("theirs", theirs, later);
  const field = make("fieldset", { "data-both": exercise }, make("legend", {}, exerciseName(desk.book, exercise)), make("div", { class: "jw-sides" }, left.whole, right.whole));
  return { exercise, field, keepsMine: () => left.input.checked };
}
