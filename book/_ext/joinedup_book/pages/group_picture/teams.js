// The teams as they are shown, and how to join two or to part one that was typed in several ways.

import { namedAlike, plainly } from "../../../../../widgets/joinedup/cohort/names.js";
import { fill, listed, make } from "../../../../../widgets/joinedup/rendering/dom.js";

/** What the facilitator says of the teams; there only while people are shown apart by team. */
export function teamsPart(pageState) {
  const { words: labels } = pageState.book;
  const list = make("ul", { class: "gp-teams" });
  const whole = make("details", {}, make("summary", {}, labels.teams), make("p", {}, labels["teams-help"]), list);
  const call = (typed, nameOf) => {
    pageState.teams = { ...pageState.teams, ...Object.fromEntries(typed.map((one) => [one, nameOf(one)])) };
    pageState.paint();
    whole.querySelector("summary").focus();
  };
  const item = ([name, typed], names) => {
    const others = names.filter((one) => one !== name);
    const select = make(
      "select",
      { onchange: () => call(typed, () => select.value) },
      ...[name, ...others].map((one) => make("option", { value: one }, one)),
    );
    const spelt =
      typed.length > 1 ? fill(labels["team-spelt"], { spellings: listed(typed.map(inQuotes), labels.and) }) : "";
    return make(
      "li",
      {},
      make("label", { class: "jw-field" }, make("span", {}, fill(labels["team-counts-as"], { team: name })), select),
      spelt ? make("p", { class: "jw-help" }, spelt) : null,
      typed.length > 1
        ? make("button", { type: "button", onclick: () => call(typed, (one) => one) }, labels["team-part"])
        : null,
    );
  };
  const paint = () => {
    const teams = teamsOf(pageState);
    whole.hidden = pageState.by !== "team" || teams.size === 0;
    const names = [...teams.keys()].sort();
    list.replaceChildren(...names.map((name) => item([name, teams.get(name)], names)));
  };
  return { whole, paint };
}

const inQuotes = (name) => `‘${name}’`;

/** Each team with all the ways in which it was typed. */
function teamsOf({ now, earlier, teams }) {
  const typed = [...now.people, ...earlier.people].map(({ workbook }) => plainly(workbook.who.team)).filter(Boolean);
  const names = namedAlike(typed, [], teams);
  const found = new Map();
  names.forEach((name, place) => found.set(name, [...new Set([...(found.get(name) ?? []), typed[place]])].sort()));
  return found;
}
