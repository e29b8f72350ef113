// What else a group's picture shows of the life cycle: how many find most of a stage's signs true of them.

import { fill, listed } from "../../rendering/dom.js";
import { profile } from "./profile.js";

/** Of the stages of which that may be shown: see the rule's last point in small_cells.py. */
export default function stagesInGroup({ words: labels }, spec, answers, { minGroupSize, isSmall, areOpen }) {
  const statements = spec.items.map(({ id }) => ({ id, stage: spec.stage_of[id] }));
  const config = { stages: spec.stages, statements };
  const readings = answers.map((answer) => profile(config, { ...answer, shown: true }));
  const circles = spec.stages.flatMap(({ id, name }) => {
    const read = readings.filter(({ strength }) => strength[id] !== "unknown").length;
    const count = readings.filter(({ strength }) => strength[id] === "most").length;
    const isShown =
      areOpen(statements.filter(({ stage }) => stage === id)) &&
      read >= minGroupSize &&
      ![count, read - count, answers.length - read, answers.length - count].some(isSmall);
    return isShown ? [{ label: name, count }] : [];
  });
  if (circles.length === 0) return null;
  const parts = circles.map(({ label, count }) => fill(labels["stage-of"], { stage: label, count: String(count) }));
  return {
    title: labels.stages,
    text: fill(labels["stages-said"], { people: String(answers.length), stages: listed(parts, labels.and) }),
    circles,
  };
}
