// When a picture is drawn: never for a few, and never so that a few could be worked out.

/** The picture, what it says, its table, the conversations, the notes, and two dates beside each other. */
export function picturePart(desk) {
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
export const orderOf = ({ by, book }) => (by === "role" ? book.roles : []);
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

/** The people, each in the group they may be shown in: in none if that and an earlier split would single somebody out. */
export function apartFor({ splits, by, floor }, wording, people, order) {
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
