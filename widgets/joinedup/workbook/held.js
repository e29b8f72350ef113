// What a page holds in memory of a place that keeps texts, and the writing of what changes. It knows of no browser.

/**
 * Hold the texts of a place by their keys. A place has
 * - `read(keys)`: a Map of what is there of these keys, or of everything without them;
 * - `write(changes, everything)`: writes a Map of texts, null for what is to go, and settles when that is really done, or
 *   throws. Where the place was emptied by somebody else, it writes `everything()` instead.
 * `tell(keys)` is called when something was written, so that other tabs can hear of it.
 */
export function newHeld(place, tell = () => {}) {
  const texts = new Map();
  const listeners = { changed: new Set(), settled: new Set() };
  /** What is to be written next: new, or refused by the place. And what is being written. */
  let waiting = new Map();
  let writing = new Map();
  let busy = null;
  let next = null;
  let refused = "";

  const set = (key, text) => (text === null ? texts.delete(key) : texts.set(key, text));
  const isOwn = (key) => waiting.has(key) || writing.has(key);
  const call = (name, ...given) => [...listeners[name]].forEach((listener) => listener(...given));

  async function handOver(batch) {
    try {
      await place.write(batch, () => new Map(texts));
      refused = "";
      tell([...batch.keys()]);
      return true;
    } catch (error) {
      refused = error?.name === "QuotaExceededError" ? "no-room" : "not-kept";
      waiting = new Map([...batch, ...waiting]); // what came meanwhile is newer
      return false;
    }
  }

  /** Begin to write all that is waiting: at once, so that a page that is closed now has handed it over. */
  function begin() {
    writing = waiting;
    waiting = new Map();
    busy = handOver(writing).then((done) => {
      writing = new Map();
      busy = null;
      call("settled");
      return done;
    });
    return busy;
  }

  function follow() {
    next = null;
    return busy ?? (waiting.size ? begin() : refused === "");
  }

  return {
    place,
    get: (key) => texts.get(key) ?? null,
    keys: () => [...texts.keys()],
    /** Take up all that the place keeps. */
    async load() {
      for (const [key, text] of await place.read()) set(key, text);
    },
    /** Change some texts here and now, and have them written. Settles with whether all that was ever given is written. */
    write(changes) {
      for (const [key, text] of changes) {
        set(key, text);
        waiting.set(key, text);
      }
      return busy ? (next ??= busy.then(follow)) : begin();
    },
    /** Another tab wrote these keys, or perhaps any. What is being written here comes after that, and stays. */
    async hear(keys) {
      const found = await place.read(keys).catch(() => null);
      if (found === null) return;
      const all = keys ?? [...new Set([...texts.keys(), ...found.keys()])];
      const changed = all.filter((key) => !isOwn(key) && (texts.get(key) ?? null) !== (found.get(key) ?? null));
      for (const key of changed) set(key, found.get(key) ?? null);
      if (changed.length) call("changed", changed);
    },
    /** Hand over, without waiting for the batch before it, what would be lost with the page. */
    flush() {
      if (busy && waiting.size) place.write(waiting, () => new Map(texts)).catch(() => {});
    },
    settled: async () => {
      while (busy) await busy;
    },
    isWriting: () => busy !== null,
    /** The keys of what the place refused, and what came after that. */
    unsaved: () => (refused ? [...waiting.keys()] : []),
    /** Why the last texts could not be written: "no-room", "not-kept", or "" where nothing was refused. */
    refused: () => refused,
    on: (name, listener) => listeners[name].add(listener),
  };
}
