// The sorting engine: a card in hand, a frame of zones to put it in, a pile to choose from; names and comparison later.

import { fill, keepInPlace, make, newId } from "../../rendering/dom.js";
import { notes, openExercise, ready } from "../base/exercise.js";
import { progressLine } from "../base/progress.js";
import { draggable } from "./drag.js";
import { sortingTable, zoneName } from "./moves.js";

/**
 * Draw a sorter. `read(config, answer)` returns the reading or null; `paintReading(context, result, reading)` shows it.
 */
export function renderSorter({ model, el }, { read, paintReading }) {
  const context = openExercise({ model, el });
  const { config, body, words } = context;
  const table = sortingTable(context);
  const hand = handPanel(context, table);
  const zones = config.zones.map((zone) => zonePanel(context, table, zone));
  const cards = new Map(config.cards.map((card) => [card.id, cardChip(context, table, card, zones)]));
  const pile = make("ul", { class: "ju-chips" });
  const pileCount = make("span", {});
  const actions = actionRow(context, table);
  const result = make("div", { class: "ju-result", hidden: true });
  const progress = make("p", { class: "ju-progress" });

  draggable(
    hand.card,
    () => zones.map((zone) => zone.whole),
    (target) => {
      const zone = zones.find(({ whole }) => whole === target);
      if (table.hand) table.put(zone.id);
    },
  );
  const whole = make(
    "div",
    { class: "ju-table" },
    hand.whole,
    make("div", { class: "ju-frame" }, ...zones.map((zone) => zone.whole)),
    actions.whole,
    result,
    make("div", { class: "ju-pile" }, make("h4", {}, words.pile, pileCount), pile),
  );
  body.append(...[notes(context)].filter(Boolean), progress, whole);
  keepClearOf(hand.whole, whole);

  const lay = () => {
    const placed = context.answer().placed ?? {};
    const focused = document.activeElement;
    for (const [id, chip] of cards) {
      const home = zones.find((zone) => zone.id === placed[id])?.list ?? pile;
      if (chip.whole.parentNode !== home) home.append(chip.whole);
      chip.paint(table.hand === id);
    }
    if (focused !== document.activeElement && focused?.isConnected) focused.focus();
    const left = table.left().length;
    progress.textContent = progressLine(config.cards, placed, words);
    pileCount.textContent = left ? ` (${left})` : `: ${words["pile-empty"]}`;
    hand.paint(placed);
    zones.forEach((zone) => zone.paint(placed));
    actions.paint();
  };
  table.lay = lay;
  context.follow(() => {
    table.settle();
    lay();
    const reading = read(config, context.answer());
    result.hidden = reading === null;
    hand.whole.dataset.still = String(reading !== null);
    result.replaceChildren();
    if (reading) paintReading(context, result, reading);
  });
  return ready(context);
}

function handPanel({ config, say, words }, table) {
  const title = make("h4", { class: "ju-card-title" });
  const text = make("p", { class: "ju-card-text" });
  const card = make("div", { class: "ju-card" }, title, text);
  const another = make("button", { type: "button", class: "ju-quiet", onclick: () => table.another() }, words.another);
  const back = make(
    "button",
    { type: "button", class: "ju-quiet", onclick: () => table.takeBack() },
    words["take-back"],
  );
  const whole = make(
    "div",
    { class: "ju-hand" },
    make("p", { class: "ju-label" }, words["in-hand"]),
    card,
    another,
    back,
  );
  const paint = (placed) => {
    const held = config.cards.find(({ id }) => id === table.hand);
    title.replaceChildren(say(held ? held.title : words["all-placed"]));
    text.replaceChildren(say(held ? held.text : words["choose-to-move"]));
    able(
      another,
      table.left().some((id) => id !== table.hand),
    );
    able(back, held !== undefined && held.id in placed);
  };
  return { whole, card, paint };
}

/** Say in the style how tall the card in hand is, in any letters: what has the focus stays clear of it. */
function keepClearOf(hand, whole) {
  const measured = new ResizeObserver(() => whole.style.setProperty("--ju-hand", `${hand.offsetHeight}px`));
  measured.observe(hand);
}

/** A button that cannot be used now stays where it is, so that focus does too. */
function able(button, yes) {
  button.setAttribute("aria-disabled", String(!yes));
}

function zonePanel(context, table, zone) {
  const { config, say, words } = context;
  const heading = make("h4", {});
  const detail = make("div", { class: "ju-zone-detail" });
  const list = make("ul", { class: "ju-chips" });
  const put = make("button", {
    type: "button",
    class: "ju-put",
    onclick: () => table.hand && table.put(zone.id),
  });
  const place = { class: `ju-zone ju-zone-${zone.corner}`, role: "group", "data-zone": zone.id };
  const whole = make("section", place, heading, detail, put, list);
  const letter = zoneName(config, words, zone.id);
  let shown = null;
  const paint = (placed) => {
    const named = namesShown(config, context.answer());
    const held = config.cards.find(({ id }) => id === table.hand);
    put.textContent = held && placed[held.id] === zone.id ? words["is-here"] : words["put-here"];
    put.setAttribute(
      "aria-label",
      held ? `${put.textContent}: ${held.title}, ${named ? zone.name : letter}` : put.textContent,
    );
    able(put, held !== undefined && placed[held.id] !== zone.id);
    if (shown === named) return;
    shown = named;
    heading.replaceChildren(say(named ? zone.name : letter));
    whole.setAttribute("aria-label", named ? zone.name : letter);
    detail.replaceChildren(make("p", {}, say(zone.plain)), ...(named ? namedDetail(context, zone) : []));
  };
  return { id: zone.id, whole, list, paint };
}

/** What else the frame says about a zone once it has its name. */
function namedDetail({ say, words }, zone) {
  const facts = [
    [words["cause-and-effect"], zone.cause_and_effect],
    [words.response, zone.response],
    [words.tools, (zone.tools ?? []).join("; ")],
    [words["name-today"], zone.name_today],
  ];
  const known = facts.filter(([, fact]) => fact);
  return known.length
    ? [make("dl", {}, ...known.map(([name, fact]) => make("div", {}, make("dt", {}, name), make("dd", {}, say(fact)))))]
    : [];
}

function namesShown(config, answer) {
  return config.labelled || answer.revealed === true;
}

function cardChip({ say }, table, card, zones) {
  const button = make(
    "button",
    { type: "button", class: "ju-chip", "data-card": card.id, onclick: () => table.choose(card.id) },
    say(card.title),
  );
  draggable(
    button,
    () => zones.map((zone) => zone.whole),
    (target) => {
      table.hand = card.id;
      table.put(zones.find(({ whole }) => whole === target).id);
    },
  );
  return { whole: make("li", {}, button), paint: (held) => button.setAttribute("aria-pressed", String(held)) };
}

function actionRow(context, table) {
  const { config, words } = context;
  const undo = make("button", { type: "button", class: "ju-quiet", onclick: () => table.undo() }, words.undo);
  const hint = make("p", { class: "ju-help", id: newId("hint") });
  const enough = () => Object.keys(context.answer().placed ?? {}).length >= config.reveal_after;
  const reveal = make("button", {
    type: "button",
    class: "ju-main",
    "aria-describedby": hint.id,
    onclick: () => {
      if (!enough()) return context.announce(hint.textContent);
      const { revealed, ...rest } = context.answer();
      keepInPlace(reveal, () => context.save(revealed ? rest : { ...rest, revealed: true }));
      context.announce(revealed ? words["names-hidden"] : config.readings.intro);
    },
  });
  const paint = () => {
    able(undo, table.canUndo());
    able(reveal, enough());
    reveal.textContent = context.answer().revealed ? words["hide-names"] : words["show-names"];
    hint.textContent = enough() ? "" : fill(words["names-after"], { count: String(config.reveal_after) });
  };
  return { whole: make("div", { class: "ju-actions" }, undo, reveal, hint), paint };
}
