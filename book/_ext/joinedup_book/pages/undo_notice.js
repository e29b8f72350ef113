// A place under a button that says what has just happened, with a way back.

import { make, newId } from "../../../../widgets/joinedup/rendering/dom.js";

/** A place under a button that says what has just happened, aloud too, with a way back. */
export function undoPart({ book }) {
  const { words } = book;
  const text = make("p", { role: "status", "aria-live": "polite", id: newId("told"), tabIndex: -1 });
  const undo = make("button", { type: "button", hidden: true, "aria-describedby": text.id }, words.undo);
  const whole = make("div", { class: "jw-notice", "data-empty": "true" }, text, undo);
  let back = null;
  undo.addEventListener("click", () => {
    const goBack = back;
    tell(words.undone, null);
    text.focus();
    goBack(); // which may tell of something else that can be undone
  });
  const tell = (message, goBack) => {
    text.textContent = message;
    whole.dataset.empty = String(message === "");
    back = goBack;
    undo.hidden = !goBack;
    if (goBack) undo.focus();
  };
  return { whole, tell };
}
