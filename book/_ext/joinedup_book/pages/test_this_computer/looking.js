// What a browser can do, found by trying it. Each look gives a state, the name of the sentence that says it, and what
// fills that sentence. Nothing is asked of any host, and what is put into storage is taken out again at once.

import { codeOf, workbookFromCode } from "../../../../../widgets/joinedup/workbook/code.js";
import { savedEntries, savesForCertain } from "../../../../../widgets/joinedup/workbook/store.js";
import { storeReady, tryWriting } from "../../../../../widgets/joinedup/workbook/opening.js";
import { emptyWorkbook, FORMAT, nowSaved } from "../../../../../widgets/joinedup/workbook/text.js";

/** Far more than a full workbook takes. */
const ROOM = 1_000_000;
const NARROWEST = 320;
const WORKS = "works";
const NOT = "not";
const UNSURE = "unsure";

/** Whether answers can be kept, and what makes it uncertain how long. */
async function lookAtStorage() {
  const wrong = await tryWriting("1");
  if (wrong === "not-kept") return { state: NOT, says: "storage-not" };
  if (!savesForCertain()) return { state: UNSURE, says: "storage-late" };
  const dates = Object.values(savedEntries()).map(({ saved }) => saved.slice(0, 10));
  const first = dates.filter((date) => /^\d{4}-\d\d-\d\d$/.test(date)).sort()[0];
  if (first && first < nowSaved().slice(0, 10)) {
    const since = new Date(`${first}T12:00:00Z`).toLocaleDateString("en-NZ", {
      day: "numeric",
      month: "long",
      year: "numeric",
    });
    return { state: WORKS, says: "storage-since", values: { since } };
  }
  if (location.protocol === "file:") return { state: UNSURE, says: "storage-file" };
  return { state: WORKS, says: "storage-works" };
}

/** Whether there is room for a whole workbook. Where nothing can be kept, that is said already. */
async function lookAtRoom() {
  const wrong = await tryWriting("x".repeat(ROOM));
  if (wrong === "not-kept") return null;
  return wrong ? { state: NOT, says: "room-not" } : { state: WORKS, says: "room-works" };
}

function lookAtDownloads() {
  const can = "download" in HTMLAnchorElement.prototype && succeeds(() => URL.revokeObjectURL(fileAddress()));
  return can ? { state: WORKS, says: "download-works" } : { state: NOT, says: "download-not" };
}

const fileAddress = () => URL.createObjectURL(new Blob(["1"], { type: "application/json" }));

/** Whether something can be done; what gives `false` could not. */
function succeeds(trying) {
  try {
    return trying() !== false;
  } catch {
    return false;
  }
}

/** Whether a short code can be made, and read again. */
async function lookAtCodes() {
  try {
    const { format } = await workbookFromCode(await codeOf(emptyWorkbook()));
    return format === FORMAT ? { state: WORKS, says: "code-works" } : { state: NOT, says: "code-not" };
  } catch {
    return { state: NOT, says: "code-not" };
  }
}

function lookAtPrinting() {
  return typeof window.print === "function" ? { state: WORKS, says: "print-works" } : { state: NOT, says: "print-not" };
}

/** Whether what the pages are built with does here what it should: see the table on the page about setting up. */
function lookAtFeatures() {
  const tries = [hasColours, hasContainers, readsWords, readsLists, () => new Blob(["1"]).text instanceof Function];
  return tries.every(succeeds) ? { state: WORKS, says: "features-works" } : { state: NOT, says: "features-not" };
}

/** Whether ink and paper differ, and are those of the palette. */
function hasColours() {
  return withProbe((probe) => {
    const shown = ["ink", "paper"].map((name) => {
      probe.style.backgroundColor = `var(--ju-${name})`;
      return getComputedStyle(probe).backgroundColor;
    });
    return shown[0] !== shown[1] && !shown.includes("rgba(0, 0, 0, 0)");
  });
}

/** Whether an exercise can tell how wide it is. */
function hasContainers() {
  return withProbe((probe) => {
    probe.style.cssText = "width: 50px; container-type: inline-size";
    const inner = document.createElement("b");
    const rules = document.createElement("style");
    rules.textContent = "@container (max-width: 60px) { [data-trial] b { z-index: 7; position: relative } }";
    probe.append(rules, inner);
    return getComputedStyle(inner).zIndex === "7";
  });
}

function withProbe(look) {
  const probe = document.createElement("div");
  probe.dataset.trial = "";
  document.body.append(probe);
  try {
    return look(probe);
  } finally {
    probe.remove();
  }
}

/** Whether the search and the marking of te reo Māori find words by their letters. */
const readsWords = () => /(^|[^\p{L}])(whānau)(?![\p{L}])/iu.test("Te Whānau");

const readsLists = () => Object.hasOwn({ a: 1 }, "a") && [1, 2].findLast((one) => one < 2) === 1 && [1].at(-1) === 1;

function lookAtWidth() {
  const width = String(window.innerWidth);
  return window.innerWidth >= NARROWEST
    ? { state: WORKS, says: "width-works", values: { width } }
    : { state: NOT, says: "width-not", values: { width } };
}

/** How the page looks: nothing to fix, but good to know before a projector shows it. */
function lookAtAppearance() {
  if (matchMedia("(forced-colors: active)").matches) return { state: WORKS, says: "appearance-own" };
  const { appearance } = document.documentElement.dataset;
  const dark = appearance ? appearance === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  return { state: WORKS, says: dark ? "appearance-dark" : "appearance-light" };
}

const LOOKS = {
  script: () => ({ state: WORKS, says: "script-works" }),
  storage: lookAtStorage,
  room: lookAtRoom,
  download: lookAtDownloads,
  code: lookAtCodes,
  print: lookAtPrinting,
  features: lookAtFeatures,
  width: lookAtWidth,
  appearance: lookAtAppearance,
};

/** Look at everything: a list of what each look is about, with its state and its sentence. */
export async function lookAtAll() {
  await storeReady();
  const found = [];
  for (const [about, look] of Object.entries(LOOKS)) {
    const seen = await look();
    if (seen) found.push({ about, values: {}, ...seen });
  }
  return found;
}
