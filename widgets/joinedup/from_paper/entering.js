// The sheet that is being entered: who it is from, as far as it says, and a line for each thing asked.

export function enteringPart(desk) {
  const { book, place, say } = desk;
  const { words } = book;
  let lines = [];
  let drawn = "";
  const title = make("h3", { tabIndex: -1 });
  const count = make("p", { class: "fp-count" });
  const said = make("p", { class: "fp-said", role: "status", "aria-live": "polite" });
  const body = make("div", {});
  const sign = make("input", { type: "text", maxLength: 40, autocomplete: "off", oninput: () => {
    desk.change({ sign: sign.value.trim() });
    tell();
  } });
  const signField = make("label", { class: "jw-field fp-sign" }, make("span", {}, words.sign), sign);
  const next = make("button", { type: "button", class: "fp-next", onclick: () => nextSheet() }, words["next-sheet"]);
  const sheet = make("div", { class: "fp-sheet" }, make("div", { class: "fp-head" }, title, count), signField, body, next, said);
  const first = make("p", {}, words["choose-first"]);
  place("sheet").append(first, sheet);

  const go = (to) => (lines[to]?.box ?? (to < 0 ? (desk.settings.signs ? sign : lines[0].box) : next)).focus();
  const hint = ({ choices }) => {
    said.textContent = "";
    requestAnimationFrame(() => (said.textContent = fill(words.hint, { keys: choices.map(({ key }) => key).join(" ") })));
  };
  const nextSheet = () => {
    for (const line of lines) if (line.several && !line.commit()) return;
    if (isEmptySheet(desk.sheet)) {
      said.textContent = words["still-empty"];
      return go(0);
    }
    const { number } = desk.sheet;
    const { done, all } = enteredCount(desk.forms(), desk.sheet.answers);
    desk.change({ done: true });
    desk.show(null);
    said.textContent = fill(words["sheet-kept"], { number: String(number), done: String(done), all: String(all), count: String(keptSheets().length) });
    if (desk.settings.signs) sign.focus();
    else go(0);
  };
  const tellPlaced = ({ number, box }, { key, label }) => (said.textContent = fill(words["card-placed"], { number, card: box.labels[0].lastChild.textContent, key, place: label }));
  listenToKeys(sheet, { lines: () => lines, go, next: nextSheet, hint, tell: tellPlaced });
  sign.addEventListener("keydown", (event) => event.key === "Enter" && !event.ctrlKey && go(0));
  sheet.addEventListener("keydown", () => (said.textContent = ""), true);

  /** Draw the lines anew where other exercises were chosen. */
  const draw = (forms) => {
    const role = newLine({
      number: "",
      label: words.role,
      choices: book.roles,
      several: false,
      read: () => book.roles.find(({ label }) => label === desk.sheet.role)?.id ?? null,
      write: (id) => write(lines[0], { role: book.roles.find((one) => one.id === id)?.label ?? "" }),
      clicked: () => {},
    });
    lines = [role];
    const parts = forms.map((form) => {
      const own = form.rows.map((row) => formLine(form, row));
      lines.push(...own);
      const sets = Object.values(form.sets).filter((set) => set[0].label);
      const heading = make("h4", {}, `${form.number} `, say(form.title));
      return make("section", {}, heading, ...sets.map(keyLegend), make("ol", { class: "fp-lines" }, ...own.map(({ whole }) => whole)));
    });
    body.replaceChildren(make("section", {}, keyLegend(book.roles), make("ol", { class: "fp-lines" }, role.whole)), ...parts);
  };
  const write = (line, changed) => {
    desk.change(changed);
    line.paint();
    tell();
  };
  const formLine = (form, row) => {
    const choices = form.sets[row.set];
    const line = newLine({
      ...row,
      label: say(row.label),
      choices,
      read: () => entered(desk.sheet.answers, form, row),
      write: (value) => write(line, { answers: withEntered(desk.sheet.answers, form, row, value, nowSaved()) }),
      clicked: () => (said.textContent = ""),
    });
    line.form = form;
    if (row.several) {
      line.commit = () => {
        const { ids, unknown } = severalOf(choices, line.box.value);
        if (unknown) {
          said.textContent = fill(words["unknown-number"], { number: unknown });
          line.box.focus();
          return false;
        }
        if (JSON.stringify(ids) !== JSON.stringify(line.read())) line.write(ids);
        return true;
      };
      line.box.addEventListener("input", () => line.write(severalOf(choices, line.box.value).ids));
    }
    return line;
  };
  const tell = () => {
    const { done, all } = enteredCount(desk.forms(), desk.sheet.answers);
    title.textContent = desk.sheet.number ? fill(words["sheet-number"], { number: String(desk.sheet.number) }) : words["new-sheet"];
    count.textContent = fill(words["so-far"], { done: String(done), all: String(all), count: String(keptSheets().length) });
  };
  const paint = () => {
    const forms = desk.forms();
    const wanted = JSON.stringify(forms.map(({ exercise }) => exercise));
    if (wanted !== drawn) draw(forms);
    drawn = wanted;
    first.hidden = forms.length > 0;
    sheet.hidden = forms.length === 0;
    signField.hidden = !desk.settings.signs;
    if (document.activeElement !== sign) sign.value = desk.sheet.sign;
    for (const line of lines) line.paint();
    tell();
  };
  return { paint, start: () => (desk.settings.signs ? sign.focus() : go(0)) };
}
