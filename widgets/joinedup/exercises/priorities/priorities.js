// Ideas placed by improvement and effort. The twin of priorities.py: see there for what it takes and returns.

const GAINS = ["improvement-small", "improvement-some", "improvement-large"];
const COSTS = ["effort-little", "effort-some", "effort-much"];

export function priorities(config, answer) {
  const found = { first: [], careful: [], easy: [], again: [], middle: [] };
  for (const { id } of config.prompts) {
    const { improvement, effort } = answer.marks?.[id] ?? {};
    if (improvement && effort) found[priorityPlace(improvement, effort)].push(id);
  }
  return Object.values(found).some((ideas) => ideas.length) ? found : null;
}

function priorityPlace(improvement, effort) {
  const gain = GAINS.indexOf(improvement);
  const cost = COSTS.indexOf(effort);
  if (cost === 0) return gain ? "first" : "easy";
  if (cost === 2 && gain !== 1) return gain ? "careful" : "again";
  return "middle";
}

/** The places that have gained an idea since an earlier reading (perhaps null), in the order given. */
export function newlyPlaced(before, reading, order) {
  return order.filter((place) => reading[place].some((idea) => !before?.[place].includes(idea)));
}
