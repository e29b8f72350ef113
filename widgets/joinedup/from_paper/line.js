// One line of the sheet on the page: a box to type a key in, and the choices to click.

/** A line: `read` gives what is entered, `write` enters it; `done` is called when it is entered by click. */
export function newLine({ number, label, choices, several, read, write, clicked }) {
  const box = make("input", { type: "text", id: newId("line"), autocomplete: "off", spellcheck: false, class: several ? "fp-several" : "fp-box", inputMode: several ? "text" : "none" });
  const press = (id) => {
    write(read() === id ? null : id);
    clicked();
  };
  const buttons = several ? [] : choices.map(({ id, key, label: meaning }) => make("button", { type: "button", tabIndex: -1, title: meaning, "aria-label": `${key} ${meaning}`, onclick: () => press(id) }, key));
  const name = `${number} ${typeof label === "string" ? label : label.textContent}`.trim();
  const whole = make(
    "li",
    { class: "fp-line" },
    make("span", { class: "fp-number", "aria-hidden": "true" }, number),
    make("label", { htmlFor: box.id }, number ? make("span", { class: "unseen" }, `${number}. `) : null, make("span", {}, label)),
    box,
    make("span", { class: "fp-choices", role: "group", "aria-label": name }, ...buttons),
  );
  const paint = (pending = "") => {
    const value = read();
    const typed = several ? severalTyped(choices, value) : (choices.find(({ id }) => id === value)?.key ?? "");
    if (!(several && document.activeElement === box)) box.value = pending || typed;
    whole.dataset.entered = String(value !== null && value !== "");
    buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(choices[place].id === value)));
  };
  return { number, choices, several, read, write, box, whole, paint };
}

/** Say which key is which choice, above the lines that take them. */
export function keyLegend(choices) {
  return make("p", { class: "fp-keys" }, ...choices.flatMap(({ key, label }) => [make("span", {}, make("kbd", {}, key), ` ${label}`), " "]));
}
