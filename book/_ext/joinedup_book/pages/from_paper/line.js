// One line of the sheet on the page: a box to type in, and the choices to click.

import { make, newId } from "../../../../../widgets/joinedup/rendering/dom.js";
import { severalOf, severalTyped } from "./lines.js";

/**
 * A line. `read` gives what is entered and `write` enters it; a line with `several` takes numbers with spaces between
 * them, and calls `refuse` with one that is not there.
 */
export function newLine({
  number = "",
  label,
  name = label,
  choices,
  several = false,
  form = null,
  read,
  write,
  refuse,
}) {
  const box = make("input", {
    type: "text",
    id: newId("line"),
    autocomplete: "off",
    spellcheck: false,
    class: several ? "fp-several" : "fp-box",
    inputMode: several ? "text" : "none",
  });
  const press = (id) => write(read() === id ? null : id);
  const buttons = several
    ? []
    : choices.map(({ id, key, label: meaning }) =>
        make(
          "button",
          { type: "button", tabIndex: -1, title: meaning, "aria-label": `${key} ${meaning}`, onclick: () => press(id) },
          key,
        ),
      );
  const whole = make(
    "li",
    { class: "fp-line" },
    make("span", { class: "fp-number", "aria-hidden": "true" }, number),
    make("label", { htmlFor: box.id }, number ? make("span", { class: "unseen" }, `${number}. `) : null, label),
    box,
    several
      ? null
      : make("span", { class: "fp-choices", role: "group", "aria-label": `${number} ${name}`.trim() }, ...buttons),
  );
  const paint = (pending = "") => {
    const value = read();
    if (several && document.activeElement === box) return; // its own text, as it is being typed
    box.value = several ? severalTyped(choices, value) : pending || (choices.find(({ id }) => id === value)?.key ?? "");
    buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(choices[place].id === value)));
  };
  /** Whether what is typed can be left as it is. */
  const commit = () => {
    const { unknown } = several ? severalOf(choices, box.value) : { unknown: "" };
    if (!unknown) return true;
    refuse(unknown);
    box.focus();
    return false;
  };
  if (several) box.addEventListener("input", () => write(severalOf(choices, box.value).ids));
  return { number, name, choices, several, form, read, write, box, whole, paint, commit };
}

/** Say which key is which choice, above the lines that take them. */
export function keyLegend(choices) {
  return make(
    "p",
    { class: "fp-keys" },
    ...choices.flatMap(({ key, label }) => [make("span", {}, make("kbd", {}, key), ` ${label}`), " "]),
  );
}
