// What exercises ask comes when a page has answers to them: a script for each chapter, since a page in a folder may
// fetch nothing.

import { make } from "../../../../widgets/joinedup/rendering/dom.js";

/** What came of each script that was asked for: a promise of whether it is there, by its address. */
const outcomes = new Map();
/** The scripts that could not be loaded. They are not asked for again before the page is opened again. */
const failed = new Set();

/** Whether the page knows what an exercise asks, and not only its name. */
export function isKnown(spec) {
  return Object.hasOwn(spec, "items");
}

/** Whether it knows that of all these exercises, as far as the book has them. */
export function allKnown(book, exercises) {
  return book.exercises.every((one) => isKnown(one) || !exercises.includes(one.exercise));
}

/**
 * Load what is asked in the chapters of some exercises, and put it into the book's own list of exercises.
 *
 * Returns null where there is nothing to wait for, and otherwise a promise that is kept whether or not all of it came.
 */
export function loadAsked(book, exercises) {
  const wanted = book.exercises.filter((one) => exercises.includes(one.exercise) && !isKnown(one));
  const chapters = new Set(wanted.map(({ chapter }) => chapter));
  const addresses = book.chapters.filter(({ id, asked }) => chapters.has(id) && !failed.has(asked));
  if (addresses.length === 0) return null;
  window.joinedupAsked = (specs) => {
    for (const spec of specs) {
      const entry = book.exercises.find(({ exercise }) => exercise === spec.exercise);
      if (entry) Object.assign(entry, spec);
    }
  };
  return Promise.all(addresses.map(({ asked }) => load(asked)));
}

function load(address) {
  if (!outcomes.has(address)) {
    const script = make("script", { src: address });
    const outcome = new Promise((done) => {
      script.onload = done;
      script.onerror = () => done(failed.add(address));
    });
    outcomes.set(address, outcome);
    document.head.append(script);
  }
  return outcomes.get(address);
}
