// Thresholds and limits that Python and JavaScript share. `limits.json` is the one source: a page opened from a folder
// can't read it, so what it says is here again, and a test holds the two together.

export const COHORT_LIMITS = {
  minGroupSize: 5,
  minGroupSizeLeast: 2,
  minGroupSizeLeastOnPage: 3,
  minGroupSizeMost: 100,
  smallestNumber: 3,
  mergedAtLeast: 3,
  conversations: 3,
  answersTold: 5,
  labelLong: 120,
  labelCut: 110,
  linesForAgreement: 10,
};

export const WORKBOOK_LIMITS = {
  maxBytes: 4_000_000,
  noVersion: 1000,
  maxText: 4000,
  maxLine: 80,
  maxId: 80,
  maxEntries: 500,
  maxParts: 20,
  idLetters: 32,
};
