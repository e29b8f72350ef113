// What the keys do while a sheet is entered.

import { choiceOf } from "./lines.js";

/**
 * Listen to the keys pressed in a sheet. `lines` gives its lines in order; `go` moves to one; `hint` says what is wrong.
 * A line takes one key and the next line has its turn. Where choices are letters, figures call a card by its number: it
 * is placed, `tell` says so, and the line that had its turn still has it.
 */
export function listenToKeys(sheet, { lines, go, next, hint, tell }) {
  let called = "";
  const call = (line, number) => {
    called = number;
    line.paint(called ? `${called} …` : "");
  };
  sheet.addEventListener("focusout", ({ target }) => {
    const line = lines().find(({ box }) => box === target);
    if (line && called) call(line, "");
  });
  sheet.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.isComposing || event.altKey || event.metaKey || key === "Tab") return;
    if (event.ctrlKey) {
      if (key === "Enter") next();
      return;
    }
    const place = lines().findIndex(({ whole }) => whole.contains(target));
    if (place < 0) return;
    const line = lines()[place];
    const isButton = target.tagName === "BUTTON";
    const moves = {
      ArrowDown: 1,
      ArrowUp: -1,
      ...(isButton ? {} : { Enter: 1 }),
      ...(isButton || line.several ? {} : { " ": 1 }),
    };
    if (moves[key]) {
      event.preventDefault();
      if (!line.commit()) return;
      if (!called) return go(place + moves[key]);
      const there = numbered(line, called);
      call(line, "");
      return there < 0 ? undefined : go(there);
    }
    if (line.several) return;
    if (key === "Backspace" || key === "Delete") {
      event.preventDefault();
      if (called) return call(line, called.slice(0, -1));
      if (line.read()) return line.write(null);
      return key === "Backspace" ? go(place - 1) : undefined;
    }
    if (key.length > 1 || (isButton && key === " ")) return;
    event.preventDefault();
    const choice = choiceOf(line.choices, key);
    if (choice && called) {
      const other = lines()[numbered(line, called)];
      call(line, "");
      other.write(choice.id);
      return tell(other, choice);
    }
    if (choice) {
      line.write(choice.id);
      return go(place + 1);
    }
    if (/\d/.test(key) && isCalledByNumber(line)) {
      if (numbered(line, called + key) >= 0) return call(line, called + key);
      call(line, "");
    }
    hint(line);
  });
  // A keyboard on a screen may give no keys but only what comes of them.
  sheet.addEventListener("input", ({ target }) => {
    const line = lines().find(({ box }) => box === target);
    if (!line || line.several) return;
    const choice = choiceOf(line.choices, target.value.trim().slice(-1));
    if (!choice) {
      line.paint();
      return hint(line);
    }
    line.write(choice.id);
    go(lines().indexOf(line) + 1);
  });

  /** The place of the line with a number, in the same exercise. */
  function numbered(line, number) {
    return lines().findIndex((other) => other.form === line.form && other.number === number);
  }
}

function isCalledByNumber({ choices }) {
  return choices.every(({ key }) => !/\d/.test(key));
}
