// A reflection: questions with room to write, and nothing made of the answers.

import { notes, openExercise, ready } from "../base/exercise.js";

export default {
  render({ model, el }) {
    const context = openExercise({ model, el });
    context.body.append(notes(context));
    return ready(context);
  },
};
