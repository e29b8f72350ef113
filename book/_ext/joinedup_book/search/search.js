// Show what Sphinx's search finds: parts of pages, each with its page and its first words.

import { fill, make, markLanguage } from "../../../../widgets/joinedup/rendering/dom.js";

const MOST = 40;

/** What the index knows of a result, by its address. */
function describe(address) {
  const number = Search._index.docnames.indexOf(address);
  const [page, opening] = Search._index.openings[number];
  return { address, title: Search._index.titles[number], page, opening };
}

/** The parts that have all the words, the best first: those whose names begin with them, those whose names have them, others. */
function found(words) {
  const asked = Search._parseQuery(words);
  const results = Search._performSearch(...asked)
    .reverse()
    .map(([address]) => address);
  const named = (pattern) =>
    Search._index.docnames
      .filter((_, number) => pattern.test(plain(Search._index.titles[number])))
      .sort(byPlace(results));
  return [...new Set([...named(beginning(words)), ...named(wholeWords(words)), ...results])].map(describe);
}

const plain = (text) => text.normalize("NFD").replace(/\p{Mark}/gu, "");
const byPlace = (results) => (one, other) => place(results, one) - place(results, other);
const place = (results, address) => (results.includes(address) ? results.indexOf(address) : results.length);

/** The words as they are typed, "3.1" or "exercise 3.1" say, with nothing that belongs to a longer word beside them. */
function wholeWords(words) {
  return new RegExp(`(?:^|[^\\p{L}\\p{N}.])${escaped(words)}`, "iu");
}

/** The same at the beginning of a name, or right after its first word: "3.1" begins "Exercise 3.1: Where would you put it?" */
function beginning(words) {
  return new RegExp(`^(\\p{L}+ )?${escaped(words)}`, "iu");
}

function escaped(words) {
  return `${plain(words).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}]|\\.\\p{N})`;
}

function startSearch() {
  const box = document.querySelector("#find-here");
  const results = document.querySelector("#search-results");
  const { words: say, mi } = JSON.parse(document.querySelector("#search-words").textContent);

  const show = (words) => {
    const all = found(words);
    const counted = say[all.length === 0 ? "none" : all.length === 1 ? "one" : "found"];
    const said = make("p", {}, fill(counted, { count: String(all.length), words }));
    if (all.length > MOST) said.append(` ${fill(say.most, { most: String(MOST) })}`);
    results.replaceChildren(said, make("ol", {}, ...all.slice(0, MOST).map(item)));
  };
  const item = ({ address, title, page, opening }) =>
    make(
      "li",
      {},
      make("a", { href: address }, markLanguage(title, mi)),
      page ? make("span", { class: "in-page" }, markLanguage(page, mi)) : null,
      opening ? make("p", {}, markLanguage(opening, mi)) : null,
    );

  const look = () => {
    const words = new URLSearchParams(location.hash.slice(1)).get("q")?.trim() ?? "";
    box.value = words;
    document.querySelector("#find").value = "";
    results.replaceChildren();
    if (words === "") return box.focus();
    if (Search.hasIndex()) return show(words);
    results.replaceChildren(make("p", {}, say.looking));
    if (Search._queued_query === null)
      document.head.append(make("script", { src: results.dataset.index, onerror: fail }));
    Search.deferQuery(words);
  };
  const fail = () => {
    results.replaceChildren(make("p", {}, say.failed));
    Search._queued_query = null;
  };
  Search.query = show;
  results.dataset.ready = "true";
  window.addEventListener("hashchange", look);
  look();
}

document.addEventListener("DOMContentLoaded", startSearch);
