// A partnership's place in its life cycle. The twin of profile.py: see there for what it takes and returns.

import { listed } from "../../rendering/dom.js";

const STAGES = ["forming", "frustration", "functioning", "flying", "failing"];
const SIGN_WORDS = ["like-us", "partly", "not-like-us", "dont-know"];
const WITH_A_STAGE = ["stage", "between", "crossover", "skipped", "failing", "mixed"];

export function profile(config, answer) {
  const answers = answer.answers ?? {};
  const { statements } = config;
  if (!answer.shown && statements.some(({ id }) => !(id in answers))) return null;
  const signs = {};
  const strength = {};
  for (const { id: stage } of config.stages) {
    signs[stage] = {};
    for (const word of SIGN_WORDS) {
      signs[stage][word] = statements.filter((s) => s.stage === stage && answers[s.id] === word).map((s) => s.id);
    }
    strength[stage] = stageStrength(signs[stage], statements.filter((s) => s.stage === stage).length);
  }
  const present = config.stages.map(({ id }) => id).filter((stage) => strength[stage] === "most");
  const kind = withoutAStage(signs, present, statements.length) || profileKind(present, strength);
  const stages = WITH_A_STAGE.includes(kind) ? present : [];
  return {
    kind,
    stages,
    advice: kind === "failing" ? ["failing", "frustration"] : stages,
    signs,
    strength,
    unknown: statements.filter(({ id }) => answers[id] === "dont-know").map(({ id }) => id),
  };
}

/** The sentences that a profile shows: `[key, values]`, where `values` fill the sentence's placeholders. */
export function profileSays(config, reading) {
  const name = (id) => config.stages.find((stage) => stage.id === id).name;
  const names = reading.stages.map(name);
  const { words } = config;
  const values = { stage: names[0] ?? "", next: names[1] ?? "", stages: listed(names, words.and) };
  const many = reading.unknown.length;
  return [
    [reading.kind, values],
    ...(reading.kind === "unanswered" ? [] : [["profile", {}]]),
    ...(many ? [["dont-know", { count: words[`steps-${many}`] ?? String(many) }]] : []),
  ];
}

function stageStrength(found, size) {
  const [like, partly, unlike, unknown] = SIGN_WORDS.map((word) => found[word].length);
  const known = like + partly + unlike;
  if (known === 0) {
    if (unknown === 0) return "unanswered";
    return unknown === size ? "unknown" : "open";
  }
  if (like + partly === 0) return "none";
  if (2 * known < size) return "some";
  if (2 * like + partly > known) return "most";
  return 2 * (like + partly) > known ? "partly" : "few";
}

function withoutAStage(signs, present, size) {
  const count = (word) => Object.values(signs).reduce((sum, found) => sum + found[word].length, 0);
  const [like, partly, unlike, unknown] = SIGN_WORDS.map(count);
  const known = like + partly + unlike;
  if (known === 0) return unknown ? "all-unknown" : "unanswered";
  if (known * 3 < size) return "few";
  if (like + partly === 0) return "none-true";
  return present.length ? "" : "unclear";
}

function profileKind(present, strength) {
  const has = (stage) => present.includes(stage);
  const not = (stage) => ["few", "none"].includes(strength[stage]);
  if (has("frustration") && has("failing") && not("functioning") && not("flying")) return "skipped";
  if (present.length === 1) return has("failing") ? "failing" : "stage";
  if (present.length === 2) {
    if (has("frustration") && has("functioning")) return "crossover";
    if (STAGES.indexOf(present[1]) - STAGES.indexOf(present[0]) === 1) return "between";
  }
  return "mixed";
}
