// The static host: finds the exercises of a published page and gives each its widget and a small model, no kernel.

/** The model of the widget protocol, as far as an exercise needs it. */
export function newModel(state, keep) {
  const listeners = new Map();
  const of = (event) => listeners.get(event) ?? new Set();
  return {
    get: (name) => state[name],
    set(name, value) {
      state[name] = value;
      for (const listener of [...of(`change:${name}`)]) listener();
    },
    save_changes: () => keep(state.answer),
    on(event, listener) {
      listeners.set(event, of(event).add(listener));
    },
    off(event, listener) {
      of(event).delete(listener);
    },
  };
}

export function startExercises(widgets) {
  for (const root of document.querySelectorAll("[data-joinedup]")) startExercise(root, widgets[root.dataset.joinedup]);
}

function startExercise(root, widget) {
  const config = JSON.parse(root.querySelector(".ju-config").textContent);
  const { exercise } = config;
  const mount = document.createElement("div");
  const state = { config, answer: keptAnswer(exercise), earlier: keptAnswers(), linkTo };
  const model = newModel(state, (answer) => {
    if (keepAnswer(exercise, config.widget, answer)) {
      sayKept(root, config, answer);
      window.dispatchEvent(new Event("joinedup-kept"));
    } else sayNotKept(root, config.words["not-kept"]);
  });
  root.append(mount);
  try {
    widget.render({ model, el: mount });
  } catch (error) {
    // A kept answer that no longer fits the exercise must not take the exercise away; it stays kept until it is replaced.
    if (Object.keys(model.get("answer")).length === 0) throw error;
    mount.replaceChildren();
    model.set("answer", {});
    widget.render({ model, el: mount });
  }
  sayKept(root, config, keptAnswer(exercise));
  const lookBack = () => config.earlier.length && model.set("earlier", keptAnswers());
  window.addEventListener("joinedup-kept", lookBack);
  onOtherTab(() => {
    lookBack();
    const kept = keptAnswer(exercise);
    if (JSON.stringify(kept) !== JSON.stringify(model.get("answer"))) model.set("answer", kept);
  });
}

/** The exercises of other chapters stand in pages beside this one. */
function linkTo({ chapter, exercise }) {
  return `${chapter}.html#${exercise}`;
}

/** A quiet word at the foot of the exercise, as long as there is something to keep. */
function sayKept(root, config, answer) {
  const kept = root.querySelector(".ju-kept") ?? document.createElement("p");
  kept.className = "ju-kept";
  kept.textContent = Object.keys(answer).length > 0 ? config.words.kept : "";
  root.querySelector(".ju-foot").append(kept);
}

function sayNotKept(root, text) {
  if (root.querySelector(".ju-unsaved")) return;
  const note = document.createElement("p");
  note.className = "ju-unsaved";
  note.setAttribute("role", "alert");
  note.textContent = text;
  root.append(note);
}
