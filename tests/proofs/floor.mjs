// Says what in the built book's styles and scripts is newer than the oldest browsers that it is made for.
//
// Called with the folder of the book and the modules' folder; prints a list of [file, what] as JSON. What browsers know
// is from MDN's tables. A style in `@supports` may be as new as it likes, and so may what ALLOWED names: each has a reason.

import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [book, modules] = process.argv.slice(-2);
const load = createRequire(join(modules, "package.json"));
const known = load("@mdn/browser-compat-data");
const acorn = load("acorn");
const { simple } = load("acorn-walk");
const postcss = load("postcss");

const FLOOR = { chrome: 109, edge: 109, firefox: 115, safari: 16.4, safari_ios: 16.4 };
const ALLOWED = {
  ":popover-open": "in rules of their own; drawer.js and @supports stand in for them",
  ":has": "in rules of their own, checked below; scripts or plainer rules stand in for what matters",
  "field-sizing": "a box to write in stays as high as it was, and can be pulled larger",
  "text-wrap": "a heading may break where it falls",
  scripting: "without scripts, a place that only they fill stays there empty",
  "text-size-adjust": "a phone held sideways may set text larger",
  "accent-color": "a tick has the browser's own colour",
  "@page": "a sheet of paper has the printer's own margins",
  orphans: "a single line may stand at the foot of a sheet",
  widows: "a single line may stand at the head of a sheet",
  resize: "a phone has no corner to pull",
  ":fullscreen": "an iPhone shows nothing but films as large as the screen, and the button is not there",
  requestFullscreen: "the same: figures.js asks first whether it is allowed",
  "scroll-initial-target": "the list of contents may begin at its top",
  "forced-color-adjust": "Safari has no forced colours",
  "::marker": "a passage's number has the colour and size of its words",
  changed: "a function of our own",
  draw: "a function of our own",
  format: "a function of our own",
  hide: "a function of our own",
  lines: "a function of our own",
  databases: "indexeddb.js asks first; where a book was moved, its answers come by a workbook file",
  showPopover: "drawer.js asks first whether there are popovers",
  hidePopover: "drawer.js asks first whether there are popovers",
};
/** The scripts that say what has to be said where no other can be read: JavaScript of 2009. */
const OLDEST = ["page.js", "paper.js"];
/** Made elsewhere and loaded only on request, when a reader explores a chart. */
const FOREIGN = ["vega.js"];

const found = [];
const unused = new Set(Object.keys(ALLOWED));
const note = (file, what) => {
  unused.delete(what);
  if (!(what in ALLOWED)) found.push([file, what]);
};

/** Whether every browser of the floor knows what a table of MDN describes. */
function isOld(compat) {
  return Object.entries(FLOOR).every(([browser, version]) => {
    const support = [compat.support[browser] ?? { version_added: true }].flat();
    return support.some(
      ({ version_added: since, version_removed: until, flags, partial_implementation: part }) =>
        since && !until && !flags && !part && (since === true || parseFloat(String(since).replace("≤", "")) <= version),
    );
  });
}

/** Every function of CSS that MDN has a table of, by its name: light-dark, color-mix, min. */
const functions = new Map();
(function collect(part) {
  for (const [name, below] of Object.entries(part)) {
    if (name === "__compat" || typeof below !== "object") continue;
    if (below.__compat) functions.set(name, [...(functions.get(name) ?? []), below.__compat]);
    collect(below);
  }
})(known.css.types);

function checkStyles(file, text) {
  const root = postcss.parse(text);
  const guarded = (node) => {
    for (let up = node.parent; up; up = up.parent) if (up.type === "atrule" && up.name === "supports") return true;
    return false;
  };
  root.walkAtRules((rule) => {
    if (guarded(rule) || rule.parent.name === "page") return;
    const table = known.css["at-rules"][rule.name];
    if (table?.__compat && !isOld(table.__compat)) note(file, `@${rule.name}`);
    for (const [, feature] of rule.name === "media" ? rule.params.matchAll(/\(([a-z-]+)/g) : []) {
      const one = known.css["at-rules"].media[feature]?.__compat;
      if (one && !isOld(one)) note(file, feature);
    }
  });
  root.walkRules((rule) => {
    if (guarded(rule)) return;
    if (rule.parent.type === "rule") note(file, `nested: ${rule.selector}`);
    for (const [, colons, name] of rule.selector.matchAll(/(::?)([a-z-]+)/g)) {
      const table = known.css.selectors[name]?.__compat;
      if (table && !isOld(table)) note(file, colons + name);
    }
    // One selector that a browser does not know takes the whole rule with it, and the others in its list.
    if (rule.selectors.length > 1 && /:has\(|:popover-open/.test(rule.selector))
      note(file, `in a list: ${rule.selector}`);
  });
  root.walkDecls((declaration) => {
    const { prop, value } = declaration;
    if (guarded(declaration) || (prop.startsWith("--") && !/\(/.test(value))) return;
    const table = known.css.properties[prop]?.__compat;
    if (table && !isOld(table) && declaration.parent.name !== "page") note(file, prop);
    for (const [, name] of value.matchAll(/([a-z-]+)\(/g)) {
      const tables = functions.get(name);
      if (tables && !tables.some(isOld)) note(file, `${name}()`);
    }
    for (const [, unit] of value.matchAll(/\d([a-z]{2,5})\b/g)) {
      const one =
        known.css.types.length[unit]?.__compat ?? known.css.types.length.viewport_percentage_units_dynamic?.__compat;
      if (/^[dsl]v[hw]$|^cq/.test(unit) && one && !isOld(one)) note(file, unit);
    }
    if (prop === "content" && / \/ /.test(value) && !/counter/.test(value)) {
      const before = declaration.prev();
      if (before?.prop !== "content") note(file, `content without a fallback: ${value}`);
    }
  });
}

/** Every method of JavaScript's own objects and of the browser's, by its name. */
const members = new Map();
for (const objects of [known.javascript.builtins, known.api]) {
  for (const object of Object.values(objects)) {
    for (const [name, { __compat }] of Object.entries(object)) {
      const plain = name.replace(/_static$/, "");
      if (__compat && name !== "__compat") members.set(plain, [...(members.get(plain) ?? []), __compat]);
    }
  }
}

function checkScript(file, text) {
  const oldest = OLDEST.includes(file);
  const tree = acorn.parse(text, { ecmaVersion: oldest ? 5 : 2022, sourceType: "script" });
  simple(tree, {
    CallExpression({ callee }) {
      const name = callee.type === "MemberExpression" && !callee.computed ? callee.property.name : "";
      if (members.has(name) && !members.get(name).some(isOld)) note(file, name);
    },
    Literal({ regex }) {
      if (/\(\?<[=!]/.test(regex?.pattern ?? "")) note(file, `looks behind: ${regex.pattern}`);
      if (regex?.flags.includes("v")) note(file, `flag v: ${regex.pattern}`);
    },
    TemplateElement({ value }) {
      if (/\(\?<[=!]/.test(value.raw)) note(file, `looks behind: ${value.raw}`);
    },
  });
}

const folder = join(book, "_static");
for (const file of readdirSync(folder)) {
  const text = readFileSync(join(folder, file), "utf-8");
  if (file.endsWith(".css")) checkStyles(file, text);
  else if (file.endsWith(".js") && !FOREIGN.includes(file)) {
    try {
      checkScript(file, text);
    } catch (error) {
      found.push([file, `${error}`]);
    }
  }
}
for (const page of ["404.html", "notebooks/01_setting_the_scene.html"]) {
  const text = readFileSync(join(book, page), "utf-8");
  for (const [, styles] of text.matchAll(/<style>([^]*?)<\/style>/g)) checkStyles(page, styles);
}
for (const what of unused) found.push(["floor.mjs", `allowed, and not used: ${what}`]);
process.stdout.write(JSON.stringify(found));
