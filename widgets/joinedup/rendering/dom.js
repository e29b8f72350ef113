// Building a page's elements: making them, marking the language of words, announcing a result, staying in place.

/** How long, in milliseconds, nothing may change before a result is said. */
const REST = 400;
const FOCUSABLE = new Set(["button", "input", "summary", "textarea"]);
/** A notebook loads this module once for each exercise, so a count alone would produce the same ids again. */
const mine = Math.random().toString(36).slice(2, 8);
let serial = 0;

/** A new id, unlike any other on the page: an exercise may be shown twice. */
export function newId(stem) {
  serial += 1;
  return `ju-${stem}-${mine}-${serial}`;
}

/** Make an element. `props` are set as properties, but `class`, `data-*`, `aria-*` and the like as attributes. */
export function make(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  // JupyterLab would take arrows and letters for its own commands, and looks for this on what has the focus.
  if (FOCUSABLE.has(tag)) node.dataset.lmSuppressShortcuts = "true";
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && !/^(class|form|list|role)$|-/.test(name)) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A text with each te reo Māori word of the list in a span with its language. */
export function markLanguage(text, teReo) {
  const whole = document.createDocumentFragment();
  if (!teReo || teReo.length === 0) {
    whole.append(text);
    return whole;
  }
  const any = teReo.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  // What stands before a word is a group of its own: Safari before 16.4 cannot look behind.
  const pieces = text.split(new RegExp(`(^|[^\\p{L}\\p{N}_])(${any})(?![\\p{L}\\p{N}_])`, "iu"));
  pieces.forEach((piece, index) => {
    if (piece) whole.append(index % 3 === 2 ? make("span", { lang: "mi" }, piece) : piece);
  });
  return whole;
}

/** A sentence with its {placeholders} filled in; where a value ends with its own full stop, the sentence's is dropped. */
export function fill(sentence, values) {
  const filled = sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  return filled.replace(/([.?])(’?)\.(?=\s|$)/g, "$1$2");
}

/** Make a change that moves things about, and leave `node` where it is on the screen: whoever pressed it looks there. */
export function keepInPlace(node, change) {
  const before = node.getBoundingClientRect().top;
  change();
  let scroller = node.parentElement;
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement;
  (scroller ?? document.scrollingElement).scrollTop += node.getBoundingClientRect().top - before;
}

/** "a, b and c" */
export function listed(names, and) {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}

/** A way to say a text politely, once things have settled: going along a line of choices says only the last. */
export function announcer(status) {
  let saying = 0;
  const stop = () => clearTimeout(saying);
  const announce = (text) => {
    stop();
    status.textContent = "";
    saying = setTimeout(() => (status.textContent = text), REST);
  };
  return { announce, stop };
}
