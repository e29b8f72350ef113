// The answers that stand apart from a line of choices.

export const APART = ["dont-know", "not-agreed"];
