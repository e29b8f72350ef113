// The files somebody chose or dropped, also those in folders in folders; what can't be read is named, and loses no other.

/** A workbook file by its name, also after a mail program has added to it. */
const MAILED = /\.json(\.txt|\.download)?$|\.txt$/i;

/** The files of an input, as `droppedFiles` gives them. */
export async function chosenFiles(list) {
  return { files: [...list].map((file) => ({ name: file.name, file })), unread: [] };
}

/**
 * The files that were dropped: `files`, each with its name, the path where it lay in a folder, and `unread`, each with its
 * name and a reason. A file that was dropped itself is taken whatever it is called; of a folder, what may be a workbook.
 */
export async function droppedFiles(transfer) {
  const plain = [...transfer.files];
  const entries = [...transfer.items].filter(({ kind }) => kind === "file").map((item) => item.webkitGetAsEntry?.());
  if (entries.length === 0 || entries.some((entry) => !entry)) return chosenFiles(plain);
  const found = { files: [], unread: [] };
  for (const entry of entries) await takeEntry(entry, entry.name, found, true);
  return found;
}

async function takeEntry(entry, name, found, isDropped = false) {
  if (entry.isDirectory) return takeFolder(entry, name, found);
  if (!isDropped && (entry.name.startsWith(".") || !MAILED.test(entry.name)))
    return found.unread.push({ name, reason: "left-other" });
  try {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    return found.files.push({ name, file });
  } catch {
    return found.unread.push({ name, reason: "left-unreadable" });
  }
}

async function takeFolder(entry, name, found) {
  let entries = [];
  try {
    entries = await entriesIn(entry);
  } catch {
    return found.unread.push({ name, reason: "left-folder" });
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const inner of entries) await takeEntry(inner, `${name}/${inner.name}`, found);
  return entries.length;
}

/** A browser gives a folder's entries a hundred at a time, and none at the end. */
async function entriesIn(folder) {
  const reader = folder.createReader();
  const entries = [];
  for (;;) {
    const more = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}
