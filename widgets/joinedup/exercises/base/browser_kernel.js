// Where Python itself runs in the browser, a file of its own would be gone with the page. There the page keeps the
// answers, in the same place as the book does, so that each shows what was answered in the other.

import { make } from "../../rendering/dom.js";
import { flatten, sameAnswer } from "../../workbook/flatten.js";
import { askBeforeLosing } from "../../workbook/store.js";
import { storeReady } from "../../workbook/opening.js";
import { startExercise } from "./static_host.js";

/**
 * What Python was last known to hold, by exercise. A cell that is run again gives the same, though the book may have
 * changed the answer meanwhile: only what differs from this was given by Python's own code.
 */
const known = (globalThis.joinedupKnown ??= new Map());
/** Where the book is from a page in which Python runs. */
const BOOK_ROOT = "../../";
let askedBefore = false;

/** Give a widget whose answers this browser keeps. Python hears of every one. */
export function keptInBrowser(widget) {
  return {
    async render({ model, el }) {
      await storeReady(new URL(BOOK_ROOT, location.href).pathname);
      if (!askedBefore) askBeforeLosing();
      askedBefore = true;
      let close = () => {};
      const config = make(
        "script",
        { type: "application/json", class: "ju-config" },
        JSON.stringify(model.get("config")),
      );
      const root = el.appendChild(make("div", {}, config));
      const render = ({ model: own, el: mount }) => {
        const part = connect(own, model);
        const end = widget.render({
          model: { ...own, get: (name) => (name === "linkTo" ? bookPage : own.get(name)) },
          el: mount,
        });
        close = () => [part, end].forEach((stop) => stop?.());
      };
      startExercise(root, { render }, []);
      return () => close();
    },
  };
}

/** Have Python and the page follow each other; give what ends that. What Python was given by its own code comes first. */
function connect(own, model) {
  const { exercise } = own.get("config");
  let open = true;
  const follow = (change) => () => {
    if (!open) return;
    if (!sameAnswer(own.get("answer"), model.get("answer"))) change();
    known.set(exercise, model.get("answer"));
  };
  const tell = follow(() => {
    model.set("answer", own.get("answer"));
    model.save_changes();
  });
  const hear = follow(() => {
    own.set("answer", model.get("answer"));
    own.save_changes();
  });
  const given = model.get("answer");
  if (flatten(given).size && !sameAnswer(given, known.get(exercise) ?? {})) hear();
  else tell();
  own.on("change:answer", tell);
  model.on("change:answer", hear);
  return () => {
    open = false;
    model.off("change:answer", hear);
  };
}

/** The exercises of other chapters are in the pages of the book, beside the folder of this page's. */
function bookPage({ chapter, exercise }) {
  return new URL(`${BOOK_ROOT}notebooks/${chapter}.html#${exercise}`, location.href).href;
}
