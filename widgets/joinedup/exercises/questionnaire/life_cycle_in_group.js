// What a group's picture shows of the life cycle besides: how many find most of a stage's signs true of them.

import { fill, listed } from "../../rendering/dom.js";
import { profile } from "./profile.js";

export default function stagesInGroup({ words: labels }, spec, answers) {
  const config = {
    stages: spec.stages,
    statements: spec.items.map(({ id }) => ({ id, stage: spec.stage_of[id] })),
  };
  const readings = answers.map((answer) => profile(config, { ...answer, shown: true }));
  const circles = spec.stages.map(({ id, name }) => ({
    label: name,
    count: readings.filter(({ strength }) => strength[id] === "most").length,
  }));
  const parts = circles.map(({ label, count }) => fill(labels["stage-of"], { stage: label, count: String(count) }));
  return {
    title: labels.stages,
    text: fill(labels["stages-said"], { people: String(answers.length), stages: listed(parts, labels.and) }),
    circles,
  };
}
