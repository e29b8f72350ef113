// A reflection: questions with room to write, and nothing made of the answers.

import { notes, openExercise, ready } from "../base/exercise.js";

export default {
  render({ model, el }) {
    const sheet = openExercise({ model, el });
    sheet.body.append(notes(sheet));
    return ready(sheet);
  },
};
