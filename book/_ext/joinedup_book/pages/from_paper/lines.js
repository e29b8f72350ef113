// The lines of a sheet, and what is entered on each: pure, apart from the page.

/** What is entered on a row: the id of a choice, a list of ids where there can be several, or null. */
export function entered(answers, { exercise }, { way }) {
  return way.reduce((part, step) => part?.[step], answers[exercise]?.answer) ?? null;
}

/** The answers of a sheet with something entered on a row, or taken off it where the value is null. */
export function withEntered(answers, { exercise, widget }, { way }, value, saved) {
  const { [exercise]: before, ...others } = answers;
  const answer = changedPart(before?.answer ?? {}, way, value);
  return Object.keys(answer).length ? { ...others, [exercise]: { widget, saved, answer } } : others;
}

function changedPart(part, [step, ...rest], value) {
  const { [step]: before, ...others } = part;
  const inner = rest.length ? changedPart(before ?? {}, rest, value) : value;
  const isGone = inner === null || (rest.length > 0 && Object.keys(inner).length === 0);
  return isGone ? others : { ...others, [step]: inner };
}

/** The choice that a key stands for. The question mark needs no shift. */
export function choiceOf(choices, key) {
  const sign = key === "/" ? "?" : key.toLowerCase();
  return choices.find((choice) => choice.key.toLowerCase() === sign) ?? null;
}

/** Numbers as somebody types them, such as "3 7, 12": `ids`, null if none is known, and the first `unknown` one. */
export function severalOf(choices, text) {
  const typed = text.split(/[\s,;.]+/).filter(Boolean);
  const found = typed.map((one) => choices.find((choice) => choice.key === one));
  const unknown = typed[found.indexOf(undefined)] ?? "";
  const ids = choices.filter((choice) => choice.id && found.includes(choice)).map(({ id }) => id); // "none" has no id
  return { ids: found.some(Boolean) ? ids : null, unknown };
}

/** The same the other way round: how several ids are typed. */
export function severalTyped(choices, ids) {
  if (ids === null) return "";
  const none = choices.find(({ id }) => id === "");
  return ids.length
    ? choices
        .filter(({ id }) => ids.includes(id))
        .map(({ key }) => key)
        .join(" ")
    : (none?.key ?? "");
}

/** How many rows of the chosen exercises have something entered, and how many there are. */
export function enteredCount(forms, answers) {
  const rows = forms.flatMap((form) =>
    form.rows.filter(({ way }) => way[0] !== "chosen").map((row) => entered(answers, form, row)),
  );
  return { done: rows.filter((value) => value !== null).length, all: rows.length };
}
