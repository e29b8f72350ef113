// The workbook a reader keeps in this browser: one file's worth of answers, the same format everywhere.

const KEPT = "joinedup-workbook";

function emptyWorkbook() {
  return { format: KEPT, version: 1, who: { label: "", team: "", role: "" }, answers: {} };
}

/** What is kept now, or null where nothing can be read or it is not a workbook of this version. */
function readWorkbook() {
  const text = localStorage.getItem(KEPT);
  if (text === null) return emptyWorkbook();
  const found = JSON.parse(text);
  const sound = found?.format === KEPT && found.version === 1 && typeof found.answers === "object" && found.answers;
  return sound ? found : null;
}

/** The answer kept for an exercise, or an empty one. */
export function keptAnswer(exercise) {
  try {
    const entry = readWorkbook()?.answers[exercise]?.answer;
    return entry && typeof entry === "object" ? entry : {};
  } catch {
    return {};
  }
}

/** Every kept answer, by exercise. */
export function keptAnswers() {
  try {
    const entries = Object.entries(readWorkbook()?.answers ?? {});
    return Object.fromEntries(entries.map(([exercise, entry]) => [exercise, entry?.answer ?? {}]));
  } catch {
    return {};
  }
}

/**
 * Keep an answer, leaving alone what other pages and tabs keep. Says whether it could be kept: what cannot be read,
 * or is of another version, is never overwritten.
 */
export function keepAnswer(exercise, widget, answer) {
  try {
    const workbook = readWorkbook();
    if (workbook === null) return false;
    if (Object.keys(answer).length === 0) delete workbook.answers[exercise];
    else workbook.answers[exercise] = { widget, saved: new Date().toISOString(), answer };
    localStorage.setItem(KEPT, JSON.stringify(workbook));
    return true;
  } catch {
    return false;
  }
}

/** Call `changed` when another tab keeps something. */
export function onOtherTab(changed) {
  window.addEventListener("storage", (event) => {
    if (event.key === KEPT || event.key === null) changed();
  });
}
