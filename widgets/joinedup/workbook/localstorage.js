// Where there is no IndexedDB, texts go into localStorage. Browsers may write that to the disk only after a minute, so
// less is promised of it. And a place for where nothing can be kept at all.

/** A place in localStorage, where every key begins with `space`; throws where the browser forbids it. */
export function localStoragePlace(space, storage = localStorage) {
  const mark = `${space}here`;
  const begin = () => storage.setItem(mark, "1");
  try {
    begin();
  } catch (error) {
    if (error.name !== "QuotaExceededError") throw error; // what is full can still be read
  }
  return {
    name: "localstorage",
    space,
    async read(keys) {
      const wanted = keys ?? keysLike(space, storage).map((key) => key.slice(space.length));
      const found = wanted.map((key) => [key, storage.getItem(space + key)]);
      return new Map(found.filter(([key, text]) => text !== null && key !== "here"));
    },
    async write(changes, everything) {
      const isEmptied = storage.getItem(mark) === null;
      if (isEmptied) begin();
      for (const [key, text] of isEmptied ? new Map([...everything(), ...changes]) : changes) {
        if (text === null) storage.removeItem(space + key);
        else storage.setItem(space + key, text);
      }
    },
  };
}

/** The keys in a storage that begin so. */
export function keysLike(start, storage = localStorage) {
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place));
  return keys.filter((key) => key.startsWith(start));
}

/** Where nothing can be kept, it is held as long as the page is open. */
export function nowhere() {
  return {
    name: "nowhere",
    read: async () => new Map(),
    async write() {
      throw new DOMException("Nothing can be saved here.", "NotAllowedError");
    },
  };
}
