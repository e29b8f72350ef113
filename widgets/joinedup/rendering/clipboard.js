// Copying a text for somebody to paste elsewhere.

/**
 * Copy what a promise will give; says whether that was allowed. Call it while a press is answered, before anything is
 * waited for: Safari refuses to copy later, but takes the promise of a text.
 */
export async function copyPromised(promised) {
  try {
    const blob = promised.then((text) => new Blob([text], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    // Firefox before 127 has no ClipboardItem, and a page that wasn't served over https has no clipboard.
  }
  try {
    await navigator.clipboard.writeText(await promised);
    return true;
  } catch {
    return false;
  }
}

/** Select the text of a box, and copy it in the way that needs no clipboard; says whether that was allowed. */
export function copySelected(box) {
  box.focus();
  box.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
