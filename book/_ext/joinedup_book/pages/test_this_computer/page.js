// The page "Test this computer": one sentence that sums it up, and a line for each thing that was looked at.

import { fill, make } from "../../../../../widgets/joinedup/rendering/dom.js";
import { lookAtAll } from "./looking.js";

const RANK = ["not", "unsure", "works"];

/** Look, and write what was found where the page has its places. */
export async function startTestPage(words) {
  const place = (name) => document.querySelector(`[data-test-page="${name}"]`);
  if (place("verdict") === null) return;
  const verdict = make("p", { class: "test-verdict", role: "status" });
  const lines = make("ul", { class: "test-lines" });
  place("verdict").replaceChildren(verdict);
  place("lines").replaceChildren(lines);
  const paint = async () => {
    const found = (await lookAtAll()).sort((one, other) => RANK.indexOf(one.state) - RANK.indexOf(other.state));
    const said = fill(words[verdictOn(found)], { count: String(found.filter(({ state }) => state === "not").length) });
    if (verdict.textContent !== said) verdict.textContent = said;
    lines.replaceChildren(...found.map((one) => line(one, words)));
    place("verdict").dataset.ready = "true";
  };
  await paint();
  window.addEventListener("resize", paint);
  new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ["data-appearance"] });
}

/** The name of the sentence that sums up: keeping answers counts most. */
function verdictOn(found) {
  const wrong = found.filter(({ state }) => state === "not").map(({ about }) => about);
  if (wrong.length === 0) return found.some(({ state }) => state === "unsure") ? "verdict-unsure" : "verdict-works";
  if (wrong.includes("storage")) return "verdict-not-kept";
  return wrong.length === 1 ? "verdict-but-one" : "verdict-but";
}

function line({ about, state, says, values }, words) {
  return make(
    "li",
    { "data-about": about, "data-state": state },
    make("b", {}, `${words[about]}:`),
    " ",
    make("span", { class: "test-state" }, words[state]),
    make("span", { class: "test-says" }, fill(words[says], values)),
  );
}
