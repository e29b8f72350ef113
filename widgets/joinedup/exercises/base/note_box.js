// A box to write in, whose text is saved in `answer.notes`.

import { make } from "../../rendering/dom.js";
import { tooLongNotice } from "../../rendering/too_long.js";

/** The most letters that a workbook file may hold in one note: see format.js. */
const MOST = 4000;
/** What was too long to be saved, by exercise and box: a chapter that is run again takes it up. */
const tooLong = (globalThis.joinedupTooLong ??= new Map());

/** A box for one note: `box`, the `notice` that it holds too much, and what paints a kept text into it. */
export function noteBox(context, id, props) {
  const name = `${context.config.exercise}/${id}`;
  const box = make("textarea", { ...props, class: "ju-note" });
  const { notice, isTooLong, paint, end } = tooLongNotice(box, MOST, context.words);
  const note = () => {
    if (isTooLong()) {
      tooLong.set(name, box.value);
      context.unsavable.add(id);
    } else {
      tooLong.delete(name);
      context.unsavable.delete(id);
    }
    context.repaintStatus();
  };
  box.addEventListener("input", () => {
    note();
    if (!isTooLong()) context.save(withNote(context.answer(), id, box.value));
  });
  context.atEnd(end);
  return {
    box,
    notice,
    /** Show what is kept; what is too long to be kept stays where it is. */
    show(kept = "") {
      const left = tooLong.get(name);
      const wanted = left ?? kept;
      if (box.value === wanted) return;
      box.value = wanted;
      paint();
      if (left !== undefined) note();
    },
  };
}

/** An answer with another text in one note, or without it where the text is empty. */
export function withNote({ notes: kept = {}, ...rest }, id, text) {
  const { [id]: _, ...others } = kept;
  const next = text ? { ...others, [id]: text } : others;
  return Object.keys(next).length > 0 ? { ...rest, notes: next } : rest;
}
