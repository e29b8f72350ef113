// Explore a chart: the picture stays until a reader asks for more, and only then does Vega come, from this book.

import { make } from "../rendering/dom.js";

const STAND_INS = {
  "#000001": "ink",
  "#000002": "soft",
  "#000003": "faint",
  "#000": "ink",
  "#000000": "ink",
  "#010001": "c1",
  "#010002": "c2",
  "#010003": "c3",
  "#010004": "c4",
  "#010005": "c5",
  "#010006": "c6",
};
/** Without evaluating code, which the policy of the pages forbids; saying what fails, and nothing less. */
const EMBEDDING = { mode: "vega-lite", actions: false, ast: true, renderer: "svg", logLevel: 1 };
/** The width in pixels up to which a figure shows its narrow drawing, as in figure.css. */
const NARROW = 600;

/** Give every chart of the page a button to explore it. */
export function startExploring() {
  for (const held of document.querySelectorAll(".ju-figure .ju-chart-data")) {
    offerToExplore(held.closest(".ju-figure"), held);
  }
}

function offerToExplore(figure, held) {
  const words = JSON.parse(held.dataset.words);
  const picture = figure.querySelector(".ju-drawing");
  const place = make("div", { class: "ju-explored", hidden: true });
  const said = make("p", { class: "ju-explore-said", role: "status" });
  const button = make(
    "button",
    { type: "button", class: "ju-explore", "aria-pressed": "false", onclick: turn },
    words.explore,
  );
  let view = null;
  picture.after(place);
  figure.querySelector("figure").after(make("div", { class: "ju-explore-line" }, button, said));

  async function turn() {
    if (view) return close();
    said.textContent = words.loading;
    try {
      await loadVega();
      await draw();
      said.textContent = words.exploring;
    } catch {
      close();
      said.textContent = words.failed;
    }
  }
  async function draw() {
    picture.hidden = true;
    place.hidden = false;
    const chart = coloured(JSON.parse(held.textContent), figure);
    const shown = figure.clientWidth <= NARROW ? narrowed(chart) : chart.wide;
    view?.finalize();
    view = await window.joinedupVega.embed(place, shown, EMBEDDING);
    button.setAttribute("aria-pressed", "true");
  }
  function close() {
    view?.finalize();
    view = null;
    place.replaceChildren();
    place.hidden = true;
    picture.hidden = false;
    said.textContent = "";
    button.setAttribute("aria-pressed", "false");
  }
  const again = () => view && draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-appearance"] });
  let width = 0;
  new ResizeObserver(() => {
    const side = figure.clientWidth <= NARROW;
    if (side !== width) again();
    width = side;
  }).observe(figure);
}

/** The chart for a phone: as wide as its picture is there, and with the names below it turned. */
function narrowed({ wide, narrow }) {
  const { config } = wide;
  const view = { ...config.view, continuousWidth: narrow, discreteWidth: narrow };
  return { ...wide, config: { ...config, view, axisXDiscrete: { ...config.axisXDiscrete, labelAngle: -90 } } };
}

/** Replace the stand-ins with the page's colours, as they are now: light or dark. */
function coloured(part, figure) {
  const probe = figure.appendChild(make("span", { hidden: true }));
  const of = new Map(
    Object.entries(STAND_INS).map(([standIn, name]) => {
      probe.style.color = `var(--ju-${name})`;
      return [standIn, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  const put = (value) => {
    if (typeof value === "string") return of.get(value) ?? value;
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, key === "datasets" ? inner : put(inner)]),
    );
  };
  return put(part);
}

let coming = null;
function loadVega() {
  coming ??= new Promise((done, fail) => {
    const src = document.querySelector("[data-vega]").dataset.vega;
    document.head.append(make("script", { src, onload: done, onerror: fail }));
  }).catch((error) => {
    coming = null;
    throw error;
  });
  return coming;
}
