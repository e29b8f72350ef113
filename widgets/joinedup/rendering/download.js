// Handing somebody a file, or several.

import { make } from "./dom.js";

/** How long, in milliseconds, one file follows another: Safari's engine keeps only the last of those that come at once. */
const BETWEEN_FILES = 500;

/** Let the browser save a text as a file. */
export function offerFile(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Call each of several functions that offer a file, one after another. */
export function offerInTurn(offers) {
  offers.forEach((offer, place) => setTimeout(offer, place * BETWEEN_FILES));
}
