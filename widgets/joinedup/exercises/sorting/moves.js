// The moves of the sorting engine: what is in hand, what is where, and what can be taken back.

import { fill } from "../../rendering/dom.js";

/** What is on the table: the card in hand, and the moves that can be taken back. */
export function sortingTable(context) {
  const { config, words } = context;
  const past = [];
  const titles = new Map(config.cards.map((card) => [card.id, card.title]));
  const texts = new Map(config.cards.map((card) => [card.id, `${card.title}. ${card.text}`]));
  const table = {
    hand: null,
    lay: () => {},
    left: () => config.cards.filter((card) => !(card.id in (context.answer().placed ?? {}))).map((card) => card.id),
    canUndo: () => past.length > 0,
    /** Keep a card in hand whenever one is left, and let go of history when the context was started again. */
    settle() {
      if (Object.keys(context.answer()).length === 0) {
        past.length = 0;
        table.hand = null;
      }
      if (table.hand === null) table.hand = table.left()[0] ?? null;
    },
    choose(id) {
      table.hand = id;
      table.lay();
      context.announce(fill(words["in-hand-now"], { card: texts.get(id) }));
    },
    another() {
      const left = table.left();
      const next = left[(left.indexOf(table.hand) + 1) % left.length];
      if (next) table.choose(next);
    },
    put(zone) {
      const card = table.hand;
      const { placed = {}, ...rest } = context.answer();
      past.push({ placed, card });
      const left = table.left();
      table.hand = left[left.indexOf(card) + 1] ?? left.find((id) => id !== card) ?? null;
      context.save({ ...rest, placed: { ...placed, [card]: zone } });
      const next = table.hand ? fill(words["next-card"], { card: texts.get(table.hand) }) : words["all-placed"];
      context.announce(
        `${fill(words["placed-in"], { card: titles.get(card), zone: zoneName(config, words, zone) })} ${next}`,
      );
    },
    takeBack() {
      const card = table.hand;
      const { placed = {}, ...rest } = context.answer();
      const { [card]: was, ...others } = placed;
      if (was === undefined) return;
      past.push({ placed, card });
      context.save({ ...rest, placed: others });
      context.announce(fill(words["back-in-pile"], { card: titles.get(card) }));
    },
    undo() {
      const last = past.pop();
      if (!last) return;
      table.hand = last.card;
      const { placed: _, ...rest } = context.answer();
      context.save(Object.keys(last.placed).length ? { ...rest, placed: last.placed } : rest);
      context.announce(fill(words.undone, { card: titles.get(last.card) }));
    },
  };
  return table;
}

/** What a zone is called: its name if it is shown from the start, else its corner's letter. */
export function zoneName(config, words, id) {
  const { letter, name } = config.zones.find((zone) => zone.id === id);
  if (config.labelled) return name;
  return letter ? `${words.corner} ${letter}` : words.centre;
}
