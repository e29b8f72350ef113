// The page "Group picture": workbooks come in, pictures come out, and nothing is kept.

const FLOOR = 5;

export function startGroupPicture() {
  const holder = document.getElementById("workbook-words");
  const place = (name) => document.querySelector(`[data-group="${name}"]`);
  if (holder === null || place("picture") === null) return;
  const book = JSON.parse(holder.textContent);
  const desk = {
    book,
    place,
    say: (text) => speak(text, book.mi),
    now: newGathering(),
    earlier: newGathering(),
    floor: FLOOR,
    exercise: "",
    by: "",
    all: false,
    drawn: new Map(),
    splits: new Map(),
  };
  const parts = [gatheringPart(desk, "now"), gatheringPart(desk, "earlier"), choosingPart(desk), picturePart(desk)];
  desk.paint = () => parts.forEach((part) => part.paint());
  desk.paint();
  for (const part of document.querySelectorAll("[data-group]")) part.dataset.ready = "true";
}

/** A place to bring workbooks in, with who is in and who was left out and why. */
function gatheringPart(desk, which) {
  const { book, place } = desk;
  const { words: labels } = book;
  const gathering = desk[which];
  const said = make("p", { role: "status", "aria-live": "polite", class: "gp-said" });
  const files = make("input", { type: "file", multiple: true, accept: ".json,application/json,text/plain" });
  const codes = make("textarea", { class: "jw-code", rows: 3, spellcheck: false, autocomplete: "off" });
  const inside = make("ul", { class: "gp-people" });
  const outside = make("ul", { class: "gp-left" });
  const insideCount = make("summary", {});
  const fold = make("details", {}, insideCount, inside);
  const take = async (named) => {
    for (const [name, read] of named) {
      try {
        gathering.add(name, await read());
      } catch (error) {
        gathering.refuse(name, error);
      }
    }
    desk.paint();
    said.textContent = fill(labels.gathered, { count: String(gathering.people.length), left: String(gathering.leftOut.length) });
  };
  const takeFiles = (list) => take([...list].map((file) => [file.name, () => workbookFromFile(file)]));
  files.addEventListener("change", async () => {
    await takeFiles(files.files);
    files.value = "";
  });
  const area = make("label", { class: "jw-field gp-drop" }, make("span", {}, labels["choose-files"]), files);
  area.addEventListener("dragover", (event) => event.preventDefault());
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    takeFiles(event.dataTransfer.files);
  });
  const useCodes = make("button", { type: "button", onclick: async () => {
    const found = codesIn(codes.value);
    if (found.length === 0) gathering.refuse(labels["the-code"], new WorkbookError("not-code"));
    await take(found.map((code, number) => [fill(labels["code-number"], { number: String(number + 1) }), () => workbookFromCode(code)]));
    codes.value = "";
  } }, labels["use-codes"]);
  const sample = which === "now" ? make("button", { type: "button", class: "jw-quiet", onclick: async () => takeSample(await madeUpWorkshop(book.sample)) }, labels["take-sample"]) : "";
  const takeSample = async (workbooks) => {
    await take(workbooks.map((workbook, number) => [fill(labels["sample-name"], { number: String(number + 1) }), () => workbookFrom(JSON.stringify(workbook))]));
    said.textContent = labels["sample-taken"];
  };
  place(which).append(sample, area, make("label", { class: "jw-field" }, make("span", {}, labels["paste-codes"]), codes), useCodes, said, fold, outside);
  const paint = () => {
    insideCount.textContent = fill(labels.inside, { count: String(gathering.people.length) });
    fold.hidden = gathering.people.length === 0;
    inside.replaceChildren(...gathering.people.map((one) => personItem(desk, gathering, one)));
    outside.replaceChildren(...gathering.leftOut.map((one) => make("li", {}, leftOutText(labels, one))));
  };
  return { paint };
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

function personItem(desk, gathering, one) {
  const { words: labels } = desk.book;
  const name = personName(desk.book, one);
  const more = [one.workbook.who.team, one.workbook.who.role].filter(Boolean).join(", ");
  const remove = () => {
    gathering.remove(one.id);
    desk.paint();
    (desk.place(gathering === desk.now ? "now" : "earlier").querySelector(".gp-people button") ?? desk.place("now").querySelector("input")).focus();
  };
  return make("li", {}, make("span", {}, more ? `${name} (${more})` : name), make("button", { type: "button", class: "jw-quiet", "aria-label": `${labels.remove}: ${name}`, onclick: remove }, labels.remove));
}

function leftOutText(labels, { name, reason, values }) {
  if (!reason.startsWith("refused-")) return fill(labels[reason], { name, ...values });
  return refusalText(labels, name, new WorkbookError(reason.slice("refused-".length), values.place));
}

/** Which exercise, apart by what, and how many people a figure describes at the least. */
function choosingPart(desk) {
  const { book, place } = desk;
  const { words: labels } = book;
  const exercise = make("select", { onchange: () => draw({ exercise: exercise.value, all: false }) });
  const by = make("select", { onchange: () => draw({ by: by.value }) }, ...["", "role", "team"].map((value) => make("option", { value }, labels[`by-${value || "nothing"}`])));
  const floor = make("input", { type: "number", min: 2, max: 100, value: FLOOR, onchange: () => {
    const number = Math.trunc(Number(floor.value));
    floor.value = String(number >= 2 && number <= 100 ? number : FLOOR);
    draw({ floor: Number(floor.value) });
  } });
  const consequence = make("p", { class: "jw-help", id: newId("floor") });
  floor.setAttribute("aria-describedby", consequence.id);
  const draw = (changed) => {
    Object.assign(desk, changed);
    desk.paint();
  };
  const field = (label, control) => make("label", { class: "jw-field" }, make("span", {}, labels[label]), control);
  place("choose").append(make("div", { class: "jw-who" }, field("which-exercise", exercise), field("apart-by", by), field("floor", floor)), consequence);
  const paint = () => {
    const some = book.exercises.filter((one) => desk.now.people.some(({ workbook }) => Object.hasOwn(workbook.answers, one.exercise)));
    const groups = book.chapters.map((chapter) => {
      const options = some.filter((one) => one.chapter === chapter.id).map((one) => make("option", { value: one.exercise, selected: one.exercise === desk.exercise }, `${one.number} ${one.title}`));
      return options.length ? make("optgroup", { label: chapter.title }, ...options) : null;
    });
    exercise.replaceChildren(make("option", { value: "" }, labels["choose-one"]), ...groups.filter(Boolean));
    exercise.value = some.some((one) => one.exercise === desk.exercise) ? desk.exercise : "";
    consequence.textContent = desk.floor < FLOOR ? labels["floor-low"] : labels["floor-why"];
  };
  return { paint };
}

/** The picture, what it says, its table, the conversations, the notes, and two dates beside each other. */
function picturePart(desk) {
  const { book, place } = desk;
  const shown = make("div", { class: "gp-shown" });
  place("picture").append(shown);
  let last = "";
  const paint = () => {
    const wording = wordingOf(book, desk.exercise);
    if (wording === null) {
      last = "";
      shown.replaceChildren(make("p", { class: "jw-help" }, book.words[desk.now.people.length ? "choose-first" : "bring-first"]));
      return;
    }
    const [people, before] = [desk.now, desk.earlier].map((some) => some.with(wording.exercise, desk.by, orderOf(desk)));
    const waiting = waitingPart(desk, wording, { now: people, earlier: before });
    const key = JSON.stringify([desk.exercise, desk.by, desk.floor, desk.all, idsOf(people), idsOf(before)]);
    if (waiting === null && key === last) return;
    last = key;
    if (waiting) {
      shown.querySelector(".gp-waiting")?.remove();
      shown.prepend(waiting);
      return;
    }
    for (const [which, list] of Object.entries({ now: people, earlier: before })) remember(desk, wording, which, list);
    shown.replaceChildren(...picturesOf(desk, wording, people, before));
  };
  desk.drawAnew = () => {
    desk.drawn.delete(desk.exercise);
    last = "";
    paint();
    shown.querySelector("h3")?.focus();
  };
  return { paint };
}

/** The groups that are known beforehand, in order. */
const orderOf = ({ by, book }) => (by === "role" ? book.roles : []);
const idsOf = (people) => people.map(({ id }) => id);

/** Remember whose answers a picture has shown; a picture of too few was none. */
function remember({ drawn, floor }, { exercise }, which, people) {
  if (people.length < floor) return;
  const shown = drawn.get(exercise) ?? { now: [], earlier: [] };
  shown[which].push(new Set(idsOf(people)));
  drawn.set(exercise, shown);
}

/** Pictures that differ by a few show what these few said, so the next one is not drawn without being asked for. */
function waitingPart(desk, { exercise }, lists) {
  const { words: labels } = desk.book;
  const shown = desk.drawn.get(exercise);
  if (!shown) return null;
  const apart = (ids, others) => ids.filter((id) => !others.has(id)).length + [...others].filter((id) => !ids.includes(id)).length;
  const isNear = (ids, other) => apart(ids, other) > 0 && apart(ids, other) < desk.floor;
  const near = Object.entries(lists).some(([which, people]) => people.length >= desk.floor && shown[which].some((other) => isNear(idsOf(people), other)));
  if (!near) return null;
  return make(
    "div",
    { class: "jw-notice gp-waiting", role: "status" },
    make("p", {}, fill(labels.waiting, { floor: String(desk.floor) })),
    make("button", { type: "button", onclick: desk.drawAnew }, labels["draw-anew"]),
  );
}

function picturesOf(desk, wording, people, before) {
  const { book, floor, by, say } = desk;
  const { words: labels } = book;
  const order = orderOf(desk);
  const title = `${wording.number} ${wording.title}`;
  const heading = make("h3", { tabIndex: -1 }, say(title));
  const pooled = wording.items.length ? pooledAnswers(wording, apartFor(desk, wording, people, order), order, floor) : null;
  const wall = notesPart(desk, wording, people);
  if (pooled === null) {
    const few = wording.items.length ? make("p", {}, fill(labels["too-few"], { floor: String(floor) })) : null;
    return [heading, few, wall].filter(Boolean);
  }
  const split = by && pooled.groups.length === 0 ? make("p", { class: "jw-help" }, fill(labels["no-split"], { floor: String(floor) })) : null;
  return [
    heading,
    figurePart(desk, wording, pooled, title),
    ...extraPictures(desk, wording, people, title),
    conversationsPart(desk, wording, pooled),
    split,
    ...(pooled.groups.length ? apartPart(desk, wording, pooled, title) : []),
    wall,
    ...datesPart(desk, wording, { people, before }, pooled, title),
  ].filter(Boolean);
}

/** The people, each in the group they may be shown in: in none if that and an earlier split would single somebody out. */
function apartFor({ splits, by, floor }, wording, people, order) {
  const answering = people.filter(({ answer }) => hasMark(wording, answer));
  const groups = splitGroups(answering.map(({ group }) => group), order, floor);
  const ids = answering.map(({ id }) => id).join();
  const key = `${wording.exercise} ${ids}`;
  const shown = splits.get(key) ?? new Map();
  if (groups.length === 0) return people;
  if ([...shown].some(([name, other]) => name !== by && singlesOut(groups, other, floor))) return people.map((one) => ({ ...one, group: "" }));
  splits.set(key, shown.set(by, groups));
  return people;
}

function groupsSaid(book, pooled) {
  const groups = pooled.groups.map(({ id, people }) => fill(book.words["group-of"], { group: groupName(book, id), people: String(people) }));
  return fill(book.words["groups-said"], { groups: listed(groups, book.words.and) });
}

/** The groups beside each other, on what is disputed most: a picture for each conversation. */
function apartPart({ book }, wording, pooled, title) {
  const description = groupsSaid(book, pooled);
  const figures = pooled.conversations.map((id) => {
    const svg = apartPicture(book, wording, pooled, id, { title: `${title}: ${book.words.apart}`, description });
    return make("figure", { class: "gp-figure", "data-picture": `apart-${id}` }, svg, fullScreen(book, svg));
  });
  return [make("p", {}, description), ...figures];
}

/** A button that shows a picture on the whole screen, where the browser can. */
function fullScreen({ words: labels }, svg) {
  if (!document.fullscreenEnabled) return null;
  return make("button", { type: "button", onclick: () => svg.requestFullscreen() }, labels["whole-screen"]);
}

/** One picture with its sentence, its table, and ways to take it along. */
function figurePart(desk, wording, pooled, title) {
  const { book, say } = desk;
  const { words: labels } = book;
  const description = pictureSaid(book, wording, pooled);
  const svg = groupPicture(book, wording, pooled, { title, description, all: desk.all });
  const name = `group-${wording.exercise}`;
  const button = (label, onclick) => make("button", { type: "button", onclick }, labels[label]);
  const more = wording.key !== "marks" && wording.key !== "places" && pooled.items.length > ROWS;
  return make(
    "figure",
    { class: "gp-figure", "data-picture": wording.exercise },
    svg,
    make("figcaption", {}, say(description)),
    make(
      "div",
      { class: "jw-buttons" },
      more ? button(desk.all ? "show-some" : "show-all", () => {
        desk.all = !desk.all;
        desk.paint();
        document.querySelector(".gp-figure button").focus();
      }) : null,
      fullScreen(book, svg),
      button("download-svg", () => offerFile(`${name}.svg`, pictureText(svg), "image/svg+xml")),
      button("download-png", () => offerImage(`${name}.png`, svg)),
      button("download-counts", () => offerFile(`${name}.csv`, pooledCsv(book, wording, pooled), "text/csv")),
      button("print", () => window.print()),
    ),
    make("details", {}, make("summary", {}, labels["the-table"]), pooledTable(book, wording, pooled)),
  );
}

/** What only one kind of exercise has: the gap on the continuum, the stages of the life cycle. */
function extraPictures({ book }, wording, people, title) {
  const { words: labels } = book;
  const answers = people.map(({ answer }) => answer).filter((answer) => hasMark(wording, answer));
  if (wording.widget === "continuum-slider") {
    return [make("p", { class: "gp-gap" }, gapSaid(book, wording, answers))];
  }
  if (!wording.stages) return [];
  const config = { stages: wording.stages, statements: wording.items.map(({ id }) => ({ id, stage: wording.stage_of[id] })) };
  const readings = answers.map((answer) => profile(config, { ...answer, shown: true }));
  const counts = Object.fromEntries(wording.stages.map(({ id }) => [id, readings.filter(({ strength }) => strength[id] === "most").length]));
  const parts = wording.stages.map(({ id, name }) => fill(labels["stage-of"], { stage: name, count: String(counts[id]) }));
  const description = fill(labels["stages-said"], { people: String(answers.length), stages: listed(parts, labels.and) });
  const svg = stagesPicture(wording.stages, counts, answers.length, { title: `${title}: ${labels.stages}`, description });
  return [make("figure", { class: "gp-figure" }, svg, make("figcaption", {}, description))];
}

function conversationsPart({ book, say }, wording, pooled) {
  const { words: labels } = book;
  const found = conversationsSaid(book, wording, pooled);
  if (found.length === 0) return null;
  return make(
    "section",
    { class: "gp-conversations" },
    make("h4", {}, fill(labels.conversations, { count: labels[`number-${found.length}`] })),
    make("ol", {}, ...found.map(({ label, text }) => make("li", {}, make("strong", {}, say(label)), " ", say(text)))),
  );
}

/** The notes of those who agreed that the group sees them, mixed, and only where enough have one. */
function notesPart({ book, floor, say }, wording, people) {
  const willing = people.filter(({ workbook }) => workbook.notes_for_group);
  const prompts = wording.prompts.map(({ id, label }) => ({ label, texts: mixed(willing.map(({ answer }) => answer.notes?.[id]).filter(Boolean)) }));
  const shown = prompts.filter(({ texts }) => texts.length >= floor);
  if (shown.length === 0) return null;
  return make(
    "section",
    { class: "gp-notes" },
    make("h4", {}, book.words.notes),
    ...shown.map(({ label, texts }) => make("div", {}, make("p", { class: "jw-asked" }, say(label)), make("ul", {}, ...texts.map((text) => make("li", {}, say(text)))))),
  );
}

function mixed(texts) {
  return texts.map((text) => [crypto.getRandomValues(new Uint32Array(1))[0], text]).sort(([one], [other]) => one - other).map(([, text]) => text);
}

/** The same group on an earlier day, beside today; not where the few who differ could be told apart. */
function datesPart(desk, wording, { people, before }, pooled, title) {
  const { book, earlier, floor } = desk;
  const { words: labels } = book;
  if (earlier.people.length === 0) return [];
  const then = wording.items.length ? pooledAnswers(wording, before, orderOf(desk), floor) : null;
  const apart = [peopleApart(wording, people, before), peopleApart(wording, before, people)];
  if (then === null || apart.some((count) => count > 0 && count < floor)) {
    return [make("p", { class: "jw-help" }, fill(labels["no-earlier"], { floor: String(floor) }))];
  }
  const side = (label, counted) => {
    const description = pictureSaid(book, wording, counted);
    const svg = groupPicture(book, wording, counted, { title: `${title}: ${labels[label]}`, description });
    return make("figure", { class: "gp-figure" }, svg, make("figcaption", {}, description));
  };
  return [make("section", { class: "gp-dates" }, make("h4", {}, labels["two-dates"]), make("div", { class: "gp-sides" }, side("before", then), side("today", pooled)))];
}
