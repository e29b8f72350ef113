// A partnership's place in its life cycle. The twin of profile.py: see there for what it takes and gives.

const STAGES = ["forming", "frustration", "functioning", "flying", "failing"];
const SIGN_WORDS = ["like-us", "partly", "not-like-us", "dont-know"];

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
  const known = statements.filter(({ id }) => id in answers && answers[id] !== "dont-know").length;
  const kind = known * 3 < statements.length ? "few" : profileKind(present);
  return {
    kind,
    stages: kind === "few" ? [] : present,
    advice: profileAdvice(kind, present),
    signs,
    strength,
    unknown: statements.filter(({ id }) => answers[id] === "dont-know").map(({ id }) => id),
  };
}

function stageStrength(found, size) {
  const [like, partly, unlike] = SIGN_WORDS.map((word) => found[word].length);
  const known = like + partly + unlike;
  if (known === 0) return "unknown";
  if (like + partly === 0) return "none";
  return 2 * known >= size && 2 * like + partly > known ? "most" : "some";
}

function profileKind(present) {
  const has = (stage) => present.includes(stage);
  if (present.length === 0) return "few";
  if (has("frustration") && has("failing") && !has("functioning") && !has("flying")) return "skipped";
  if (present.length === 1) return has("failing") ? "failing" : "stage";
  if (present.length === 2) {
    if (has("frustration") && has("functioning")) return "crossover";
    if (STAGES.indexOf(present[1]) - STAGES.indexOf(present[0]) === 1) return "between";
  }
  return "mixed";
}

function profileAdvice(kind, present) {
  if (kind === "few") return [];
  return kind === "failing" ? ["failing", "frustration"] : present;
}
