// Saying whether an answer is kept, and what to do where it is not. In the book the host says it, in a notebook Python.

/** How long, in milliseconds, Python may take to say that it has kept an answer. */
const PATIENCE = 5000;

/** What Python has not kept yet, by exercise, until the page is closed: a chapter that is run again takes it up. */
const waiting = (globalThis.joinedupWaiting ??= new Map());

/** The line at the foot of an exercise, and a note above it where something is not kept. */
export function keepingPart(sheet) {
  const { words, config } = sheet;
  const line = make("p", { class: "ju-kept" });
  const note = make("div", { class: "ju-unsaved", role: "alert", hidden: true });
  let late = 0;
  const say = (problem) => {
    if (note.dataset.problem === problem) return;
    note.dataset.problem = problem;
    note.hidden = !problem;
    note.replaceChildren();
    if (!problem) return;
    const download = make("button", { type: "button", onclick: () => sheet.download() }, words["download-now"]);
    note.append(make("p", {}, problem), download);
  };
  const paint = () => {
    const { answer, place = "", problem = "", quiet = false } = sheet.kept();
    clearTimeout(late);
    if (answer === undefined) return;
    const all = sameAnswer(answer, sheet.answer());
    if (all) waiting.delete(config.exercise);
    else if (!problem) late = setTimeout(sayLate, PATIENCE);
    if (all || problem) say(quiet ? "" : problem && `${problem} ${place ? words["not-kept-there"] : ""}`.trim());
    const has = Object.keys(sheet.answer()).length > 0;
    line.textContent = !has ? "" : problem ? words["not-kept-short"] : all ? fill(words[place ? "kept-in" : "kept"], { file: place }) : "";
    line.dataset.kept = String(all && !problem);
  };
  const sayLate = () => {
    waiting.set(config.exercise, sheet.answer());
    say(words["not-answering"]);
    line.textContent = words["not-kept-short"];
  };
  sheet.follow(paint, ["answer", "kept"]);
  return { line, note };
}

/** Take up an answer that Python could not keep before: the person has not lost it, and need not know. */
export function takeUpWaiting(sheet) {
  const answer = waiting.get(sheet.config.exercise);
  if (answer && sheet.kept().answer !== undefined) sheet.save(answer);
}
