// The page "Every kind of exercise": each one works, and nothing that is answered there is saved.

import { newModel } from "../../../../widgets/joinedup/exercises/base/static_host.js";

/** Bring the examples to life, each with a model that forgets its answer when the page is left. */
export function startGallery(kinds) {
  for (const root of document.querySelectorAll("[data-gallery]")) {
    const kind = kinds[root.dataset.gallery];
    if (!kind) continue; // its script did not come, and it stays as on paper
    const config = JSON.parse(root.querySelector(".ju-config").textContent);
    const state = { config, answer: {}, saved: {}, previous_answers: {}, linkTo: () => "", leftOut: [] };
    root.dataset.joinedup = root.dataset.gallery; // only now, when those of a chapter have been begun
    const mount = document.createElement("div");
    root.append(mount);
    kind.render({ model: newModel(state, () => {}), el: mount });
  }
}
