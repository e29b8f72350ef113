// The page "My workbook": what is kept, in words; who answered; to take away, to bring in, to delete and to undo.

/** Start the page, where the book has put its places. */
export function startMyWorkbook() {
  const holder = document.getElementById("workbook-words");
  if (holder === null) return;
  takeOverFirstEdition();
  askBeforeLosing();
  const book = JSON.parse(holder.textContent);
  const desk = { book, say: (text) => speak(text, book.mi), place: (name) => document.querySelector(`[data-workbook="${name}"]`) };
  Object.assign(desk, noticePart(desk));
  const parts = [whoPart(desk), answersPart(desk), takePart(desk), bringPart(desk), deletePart(desk)];
  desk.paint = () => parts.forEach((part) => part.paint?.());
  desk.change = (changed, message) => applyChange(desk, changed, message);
  desk.paint();
  onOtherTab(desk.paint);
  for (const place of document.querySelectorAll("[data-workbook]")) place.dataset.ready = "true";
}

/**
 * Put entries in place of what is kept, and say so with a way back. `changed` holds `answers`, by exercise an entry or
 * null for one to take away, and perhaps `who`.
 */
function applyChange(desk, { answers, who }, message) {
  const before = { answers: Object.fromEntries(Object.keys(answers).map((exercise) => [exercise, keptEntry(exercise)])), who: who && keptWho() };
  const kept = putAll({ answers, who });
  desk.paint();
  window.dispatchEvent(new Event("joinedup-kept"));
  desk.tell(kept ? message : `${message} ${desk.book.words["not-kept"]}`, () => {
    putAll(before);
    desk.paint();
    window.dispatchEvent(new Event("joinedup-kept"));
  });
}

function putAll({ answers, who }) {
  const kept = Object.entries(answers).map(([exercise, entry]) => keepEntry(exercise, entry));
  if (who) kept.push(keepWho(who));
  return kept.every(Boolean);
}

/** What has just happened, said aloud, with a button to undo it and what was done before it. */
function noticePart({ book, place }) {
  const { words } = book;
  const past = [];
  const text = make("p", { role: "status", "aria-live": "polite" });
  const undo = make("button", { type: "button", hidden: true }, words.undo);
  const box = make("div", { class: "jw-notice", hidden: true }, text, undo);
  const show = (message, back) => {
    box.hidden = false;
    text.textContent = message;
    if (back) past.push(back);
    undo.hidden = past.length === 0;
  };
  undo.addEventListener("click", () => {
    past.pop()();
    show(words.undone);
    text.tabIndex = -1;
    (undo.hidden ? text : undo).focus();
  });
  place("notice").append(box);
  return { tell: show, focusUndo: () => undo.focus() };
}

/** Who the reader is, as far as they want to say. */
function whoPart({ book, place }) {
  const { words, roles } = book;
  const field = (part, control) => make("label", { class: "jw-field" }, make("span", {}, words[part]), control);
  const keepNow = () => keepWho(Object.fromEntries(WHO.map((part) => [part, controls[part].value.trim()])));
  const line = () => make("input", { type: "text", maxLength: 80, autocomplete: "off", placeholder: " ", oninput: keepNow });
  const controls = {
    label: line(),
    team: line(),
    role: make("select", { onchange: keepNow }, make("option", { value: "" }, words["role-open"]), ...roles.map(roleOption)),
  };
  place("who").append(make("div", { class: "jw-who" }, ...WHO.map((part) => field(part, controls[part]))));
  const paint = () => {
    const who = keptWho();
    if (who.role && !roles.includes(who.role) && !controls.role.querySelector("[data-own]")) {
      controls.role.append(make("option", { value: who.role, "data-own": "" }, who.role));
    }
    for (const part of WHO) if (document.activeElement !== controls[part]) controls[part].value = who[part];
  };
  return { paint };
}

function roleOption(role) {
  return make("option", { value: role }, role);
}

/** Everything answered so far in the order of the book, and what is not answered yet. */
function answersPart(desk) {
  const list = make("div", { class: "jw-answers" });
  desk.place("answers").append(list);
  return { paint: () => list.replaceChildren(...answersByChapter(desk)) };
}

function answersByChapter(desk) {
  const { book, say } = desk;
  const entries = keptEntries();
  const answered = answeredInOrder(book, entries);
  const summary = fill(book.words[answered.length ? "summary" : "nothing"], { count: String(answered.length), all: String(book.exercises.length) });
  const chapters = book.chapters.map((chapter) => {
    const here = answered.filter(({ wording }) => wording?.chapter === chapter.id);
    const missing = book.exercises.filter((one) => one.chapter === chapter.id && !Object.hasOwn(entries, one.exercise));
    return make(
      "section",
      { class: "jw-chapter", "data-chapter": chapter.id, "data-begun": String(here.length > 0) },
      make("h3", {}, say(chapter.title)),
      ...here.map((one) => answerArticle(desk, one)),
      missing.length ? make("p", { class: "jw-missing" }, `${book.words.missing} `, ...missing.flatMap((one, place) => [place ? "; " : "", exerciseLink(desk, one)])) : null,
    );
  });
  const others = answered.filter(({ wording }) => !book.chapters.some(({ id }) => id === wording?.chapter));
  const rest = others.length
    ? [make("section", { class: "jw-chapter", "data-begun": "true" }, make("h3", {}, book.words["other-edition"]), ...others.map((one) => answerArticle(desk, one)))]
    : [];
  return [make("p", { class: "jw-summary" }, summary), ...chapters, ...rest];
}

/** The answered exercises in the order of the book; those of another edition come last. */
export function answeredInOrder(book, entries) {
  const known = book.exercises.filter(({ exercise }) => Object.hasOwn(entries, exercise));
  const others = Object.keys(entries).filter((exercise) => wordingOf(book, exercise) === null).sort();
  return [
    ...known.map((wording) => ({ exercise: wording.exercise, wording, entry: entries[wording.exercise] })),
    ...others.map((exercise) => ({ exercise, wording: null, entry: entries[exercise] })),
  ];
}

function exerciseLink({ book, say }, { exercise, chapter, number, title }) {
  const { page } = book.chapters.find(({ id }) => id === chapter);
  return make("a", { href: `${page}#${exercise}` }, `${number} `, say(title));
}

export function exerciseName(book, exercise) {
  const wording = wordingOf(book, exercise);
  return wording ? `${wording.number} ${wording.title}` : exercise;
}

function answerArticle(desk, { exercise, wording, entry }) {
  const { book } = desk;
  const { words } = book;
  const name = exerciseName(book, exercise);
  const remove = make(
    "button",
    {
      type: "button",
      class: "jw-quiet",
      "aria-label": fill(words["delete-named"], { name }),
      onclick: () => {
        desk.change({ answers: { [exercise]: null } }, fill(words.deleted, { name }));
        desk.focusUndo();
      },
    },
    words.delete,
  );
  const state = wording ? progressOf(progressFacts(wording), entry.answer) : "begun";
  return make(
    "article",
    { class: "jw-answer", "data-answer": exercise },
    make("h4", {}, wording ? exerciseLink(desk, wording) : name),
    make("p", { class: "jw-when" }, fill(words[`state-${state}`], { when: whenSaid(entry.saved) })),
    ...toldPart(desk, exercise, entry.answer),
    remove,
  );
}

/** When something was kept, as people say it; the bare text where it is no date. */
export function whenSaid(saved) {
  const date = new Date(saved);
  if (Number.isNaN(date.getTime())) return saved;
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }).format(date);
}

/** A way to delete everything, with a way back as long as the page is open. */
function deletePart(desk) {
  const { book, place } = desk;
  const button = make("button", {
    type: "button",
    onclick: () => {
      const answers = Object.fromEntries(Object.keys(keptEntries()).map((exercise) => [exercise, null]));
      desk.change({ answers, who: emptyWorkbook().who }, book.words["deleted-all"]);
      desk.focusUndo();
    },
  }, book.words["delete-all"]);
  place("delete").append(button);
  return {};
}
