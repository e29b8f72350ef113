// Opening the store of this book: which place the browser allows, what is taken over, and hearing of other tabs.

import { ANSWERS, earlierTexts, PAPER, removeEarlier, SPACE, takenOver } from "./earlier.js";
import { newHeld } from "./held.js";
import { databasesLike, indexedDbPlace } from "./indexeddb.js";
import { keysLike, localStoragePlace, nowhere } from "./localstorage.js";

const DATABASE = "joinedup-books ";
/** Facts about the place itself, beside the texts: which book it is of, and where its first answers came from. */
const BOOK = "joinedup-place/book";
const CAME_FROM = "joinedup-place/from";
const TRIAL = "joinedup-place/trial";
const HAD_EARLIER = "joinedup-place/had-earlier";

/** One store for each page, though in a notebook every exercise brings a script of its own. */
const shared = (globalThis.joinedupStore ??= { held: null, opened: null });

/** What this page holds. `storeReady` must have settled. */
export function held() {
  return shared.held;
}

/** Open the store of the book that a page belongs to. `root` is the folder that the book is in. */
export function storeReady(root = bookRoot()) {
  shared.opened ??= opened(root);
  return shared.opened;
}

/** From which folder of this device the first answers of this book were taken over; "" where they were not. */
export function cameFrom() {
  const folder = held().get(CAME_FROM) ?? "";
  try {
    return decodeURI(folder);
  } catch {
    return folder;
  }
}

/** The answers that could not be written, by their keys: what else this page knows of itself is nobody's loss. */
export function unsavedKeys() {
  return held().unsaved().filter(isAnswer);
}

/** Write a text for a trial and take it away again. Gives why that could not be done: see `refused` in held.js. */
export async function tryWriting(text) {
  const trial = newHeld(held().place);
  await trial.write([[TRIAL, text]]);
  const why = trial.refused();
  await trial.write([[TRIAL, null]]);
  return why;
}

function bookRoot() {
  return new URL(document.documentElement.dataset.content_root ?? "./", location.href).pathname;
}

async function opened(root) {
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(DATABASE + root) : null;
  const store = await loaded(root, (keys) => channel?.postMessage(keys));
  const { place } = store;
  shared.held = store;
  // What cannot be taken over stays where it is, and must not keep the book from being used.
  if (place.name !== "nowhere") await takeOver(store, root).catch(() => {});
  shared.settled = store.settled;
  channel?.addEventListener("message", ({ data }) => store.hear(data));
  window.addEventListener("storage", ({ key }) => {
    if (place.name === "localstorage" && (key === null || key.startsWith(place.space)))
      store.hear(key === null ? undefined : [key.slice(place.space.length)]);
  });
  window.addEventListener("pageshow", ({ persisted }) => persisted && store.hear());
  document.addEventListener("visibilitychange", () => (document.hidden ? store.flush() : store.hear()));
  window.addEventListener("pagehide", store.flush);
}

/** The store in the best place that this browser allows, with all that is kept there. */
async function loaded(root, tell) {
  for (const open of [() => indexedDbPlace(DATABASE + root), () => localStoragePlace(spaceOf(root))]) {
    try {
      const store = newHeld(await open(), tell);
      await store.load();
      return store;
    } catch {
      // Not allowed here, or broken: the next place.
    }
  }
  return newHeld(nowhere());
}

function spaceOf(root) {
  return `${DATABASE}${root} `;
}

/** Take over, before anything is shown, what this book's answers were kept in until now. */
async function takeOver(store, root) {
  const isFirst = store.get(BOOK) === null;
  const texts = earlierTexts();
  const { from, changes } = takenOver(texts, store.get);
  const isBest = store.place.name === "indexeddb";
  const elsewhere = isFirst && isBest && changes.size === 0 ? await otherPlace(root) : null;
  const apart = isBest ? keptApart(spaceOf(root)) : new Map();
  for (const [key, text] of [...(elsewhere?.texts ?? []), ...apart]) changes.set(key, text);
  if (isFirst) changes.set(BOOK, bookId());
  if (from.size) changes.set(HAD_EARLIER, "1");
  if (elsewhere) changes.set(CAME_FROM, elsewhere.root);
  if (changes.size === 0 && from.size === 0) return;
  if (!(await store.write(changes))) return;
  removeEarlier(from);
  removeEarlier(new Map([...apart].map(([key, text]) => [spaceOf(root) + key, text])));
}

/** What localStorage keeps for this book from a time when there was nothing better. */
function keptApart(space) {
  try {
    const texts = keysLike(space).map((key) => [key.slice(space.length), localStorage.getItem(key)]);
    return new Map(texts.filter(([key]) => isAnswer(key)));
  } catch {
    return new Map();
  }
}

const isAnswer = (key) => key.startsWith(SPACE) || key.startsWith(PAPER);

function bookId() {
  return document.documentElement.dataset.book ?? "";
}

/**
 * A book that is new here may have been moved, or have shared its answers with another one of this host until now: its
 * answers are then copied from there. Opened from a folder, that is the same book in another folder.
 */
async function otherPlace(root) {
  const found = [];
  for (const name of (await databasesLike(DATABASE)).filter((one) => one !== DATABASE + root)) {
    const place = await indexedDbPlace(name);
    const texts = await place.read();
    place.close();
    const isSame = location.protocol === "file:" ? texts.get(BOOK) === bookId() : texts.has(HAD_EARLIER);
    const own = new Map([...texts].filter(([key]) => isAnswer(key)));
    if (isSame && own.size) found.push({ root: name.slice(DATABASE.length), texts: own, last: lastSaved(own) });
  }
  return found.sort((one, other) => (one.last < other.last ? 1 : -1))[0] ?? null;
}

function lastSaved(texts) {
  const heads = [...texts].filter(([key]) => key.startsWith(ANSWERS) && !key.slice(ANSWERS.length).includes("/"));
  return (
    heads
      .map(([, text]) => text.match(/"saved":"([^"]*)"/)?.[1] ?? "")
      .sort()
      .at(-1) ?? ""
  );
}
