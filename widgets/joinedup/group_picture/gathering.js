// Who is in: workbooks from files and codes, each person once. All of it is held here, and nowhere else.

/** An empty gathering. */
export function newGathering() {
  let serial = 0;
  const people = [];
  const leftOut = [];
  const leave = (name, reason, values = {}) => leftOut.push({ name, reason, values });
  return {
    people,
    leftOut,
    /** Take a workbook in, unless it is there already; of two of the same person the newer one. */
    add(name, workbook) {
      const text = workbookText(workbook);
      const same = people.find((one) => one.text === text);
      if (same) return leave(name, "left-same", { other: same.name });
      serial += 1;
      const one = { id: serial, name, workbook, text, latest: latestSaved(workbook) };
      const other = people.find((person) => isSamePerson(person.workbook.who, workbook.who));
      if (other && other.latest >= one.latest) return leave(name, "left-older", { other: other.name });
      if (other) {
        people.splice(people.indexOf(other), 1);
        leave(other.name, "left-older", { other: name });
      }
      people.push(one);
    },
    refuse: (name, error) => leave(name, `refused-${error.reason ?? "damaged"}`, { place: error.place }),
    remove(id) {
      people.splice(people.findIndex((one) => one.id === id), 1);
    },
    /** Everybody who has an answer to an exercise, and the group each belongs to. */
    with(exercise, by) {
      return people
        .filter(({ workbook }) => Object.hasOwn(workbook.answers, exercise))
        .map(({ id, workbook }) => ({ id, workbook, answer: workbook.answers[exercise].answer, group: by ? workbook.who[by] : "" }));
    },
  };
}

function latestSaved({ answers }) {
  return Object.values(answers).reduce((latest, { saved }) => (saved > latest ? saved : latest), "");
}

/** A person is known by the name they gave their workbook, and their team; who gave none stands alone. */
function isSamePerson(one, other) {
  const told = ({ label, team }) => JSON.stringify([label, team].map((text) => text.trim().toLowerCase()));
  return one.label.trim() !== "" && told(one) === told(other);
}

/** How many answers stand in one list and not in the other, each counted as often as it stands there. */
export function answersApart(some, others) {
  const left = new Map();
  for (const answer of others.map(answerText)) left.set(answer, (left.get(answer) ?? 0) + 1);
  return some.map(answerText).filter((answer) => {
    const there = left.get(answer) ?? 0;
    left.set(answer, there - 1);
    return there <= 0;
  }).length;
}

function answerText(answer) {
  return JSON.stringify([...leaves(answer)].sort());
}

/** The codes in a text, one after another. */
export function codesIn(text) {
  return text.split(/(?=JU1\.)/).filter((part) => part.startsWith("JU1."));
}
