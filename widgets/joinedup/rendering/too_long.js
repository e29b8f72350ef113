// A box that takes more than can be kept, and says so. A box that cuts off what is pasted loses it without a word.

import { fill, make, newId } from "./dom.js";

/** How many letters a text has, as a workbook file counts them. */
export function lengthOf(text) {
  return text.length && [...text].length;
}

/**
 * Watch over how much a box holds: `most` letters can be kept. Gives the notice to put under the box, whether the box
 * holds too much, and a way to end it. Before a page is left with too much in a box, the browser asks.
 */
export function tooLongNotice(box, most, words) {
  const notice = make("p", { class: "too-long", id: newId("too-long"), role: "alert", hidden: true });
  const isTooLong = () => lengthOf(box.value) > most;
  const paint = () => {
    notice.hidden = !isTooLong();
    box.setAttribute("aria-invalid", String(isTooLong()));
    // Said once, and not at every letter that is taken away.
    const said = isTooLong() ? fill(words["too-long"], { most: most.toLocaleString("en-NZ") }) : "";
    if (notice.textContent !== said) notice.textContent = said;
  };
  const ask = (event) => box.isConnected && isTooLong() && event.preventDefault();
  box.addEventListener("input", paint);
  window.addEventListener("beforeunload", ask);
  return { notice, isTooLong, paint, end: () => window.removeEventListener("beforeunload", ask) };
}
