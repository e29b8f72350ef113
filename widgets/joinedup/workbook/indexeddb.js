// The place that keeps texts for certain: IndexedDB says when a change is on the disk, and not only on its way there.

const TEXTS = "texts";
/** How long to wait, in milliseconds, before a database that a browser can't open just now is asked for again. */
const PAUSES = [30, 60, 125, 250, 500, 1000];

/** Open a database of texts, or throw where the browser forbids it. */
export async function indexedDbPlace(name) {
  let connection = await openDatabase(name);
  const again = async (changes, everything) => {
    connection = await openDatabase(name);
    return put(connection.database, connection.isNew ? new Map([...everything(), ...changes]) : changes);
  };
  return {
    name: "indexeddb",
    async read(keys) {
      if (!connection.isOpen) connection = await openDatabase(name);
      return got(connection.database, keys);
    },
    write(changes, everything) {
      // A browser closes a database whose data is cleared while the page is open.
      return connection.isOpen ? put(connection.database, changes) : again(changes, everything);
    },
    close: () => connection.database.close(),
  };
}

/** The names of the databases that begin so; none where the browser does not say. */
export async function databasesLike(start) {
  const all = await indexedDB.databases?.().catch(() => []);
  return (all ?? []).map(({ name }) => name).filter((name) => name.startsWith(start));
}

/**
 * Open a database. A browser that was killed, or has no room for a moment, may refuse one that it opens a little later
 * (`UnknownError`): to take another place at once would show an empty workbook to somebody who has a full one.
 */
async function openDatabase(name) {
  for (const pause of PAUSES) {
    try {
      return await openedOnce(name);
    } catch (error) {
      if (error?.name !== "UnknownError") throw error;
      await new Promise((wake) => setTimeout(wake, pause));
    }
  }
  return openedOnce(name);
}

function openedOnce(name) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    let isNew = false;
    asked.onupgradeneeded = () => {
      isNew = true;
      asked.result.createObjectStore(TEXTS);
    };
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const connection = { database: asked.result, isNew, isOpen: true };
      asked.result.onclose = () => (connection.isOpen = false);
      asked.result.onversionchange = () => {
        connection.isOpen = false;
        asked.result.close();
      };
      resolve(connection);
    };
  });
}

/** Write in one transaction: all of it, or nothing. It is handed over at once, so that it is done even if the page goes. */
function put(database, changes) {
  return new Promise((resolve, reject) => {
    const turn = database.transaction(TEXTS, "readwrite", { durability: "strict" });
    const texts = turn.objectStore(TEXTS);
    turn.oncomplete = () => resolve();
    turn.onabort = () => reject(turn.error ?? new DOMException("The transaction was aborted.", "AbortError"));
    for (const [key, text] of changes) {
      if (text === null) texts.delete(key);
      else texts.put(text, key);
    }
    turn.commit?.();
  });
}

function got(database, keys) {
  return new Promise((resolve, reject) => {
    const turn = database.transaction(TEXTS, "readonly");
    const texts = turn.objectStore(TEXTS);
    const asked = keys ? keys.map((key) => [key, texts.get(key)]) : [texts.getAllKeys(), texts.getAll()];
    turn.onabort = () => reject(turn.error);
    turn.oncomplete = () =>
      resolve(
        new Map(
          keys
            ? asked.map(([key, { result }]) => [key, result]).filter(([, text]) => text !== undefined)
            : asked[0].result.map((key, place) => [key, asked[1].result[place]]),
        ),
      );
  });
}
