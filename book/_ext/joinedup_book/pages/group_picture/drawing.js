// Drawing in SVG: large enough for the back of a room, with nothing but shapes, places and words to tell things apart.

import { make } from "../../../../../widgets/joinedup/rendering/dom.js";

/** What a picture is drawn with, by the names of the palette: on white where it is taken along, in the page's own colours
 * on the page (group_picture.css). */
const PALETTE = { ink: "ink", soft: "soft", rule: "faint", dot: "line", accent: "accent", "on-accent": "on-accent" };
const lights = Object.entries(PALETTE).map(([colour, name]) => [colour, lightColour(name)]);
const COLOURS = { ...Object.fromEntries(lights), sheet: "#ffffff" };
export const WIDE = 1200;
const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

/** A colour of the palette as it is on light paper. */
function lightColour(name) {
  const probe = document.body.appendChild(make("span", { class: "ju-on-paper", hidden: true }));
  const colour = getComputedStyle(probe).getPropertyValue(`--ju-${name}`);
  probe.remove();
  return colour.match(/#[0-9a-f]{6}/i)?.[0] ?? "#000000";
}

/** Make an SVG element; `fill` and `stroke` are names of colours. */
export function shape(name, { fill, stroke, ...attributes } = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  for (const [key, colour] of Object.entries({ fill, stroke })) {
    if (!colour) continue;
    node.setAttribute(key, COLOURS[colour]);
    node.classList.add(`gp-${key}-${colour}`);
  }
  node.append(...children);
  return node;
}

/** A text in lines of at most so many letters; `y` is the middle of all of them. */
export function words(text, { x, y, letters, size = 22, anchor = "start", weight = 400, fill = "ink" }) {
  const lines = wrapped(text, letters);
  const gap = size * 1.22;
  const first = y - ((lines.length - 1) * gap) / 2 + size * 0.35;
  return shape(
    "text",
    { x, "font-size": size, "font-weight": weight, "text-anchor": anchor, fill },
    ...lines.map((line, place) => shape("tspan", { x, y: first + place * gap }, line)),
  );
}

export function wrapped(text, letters) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last && last.length + word.length + 1 > letters) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

/** A whole picture: a sheet with its title and description, which a screen reader says in its place. */
export function picture({ height, title, description }, ...parts) {
  return shape(
    "svg",
    {
      viewBox: `0 0 ${WIDE} ${height}`,
      role: "img",
      "aria-label": `${title}. ${description}`,
      "font-family": FONT,
      xmlns: "http://www.w3.org/2000/svg",
    },
    shape("title", {}, title),
    shape("rect", { width: WIDE, height, fill: "sheet" }),
    words(title, { x: 24, y: 36, letters: 78, size: 28, weight: 650 }),
    ...parts,
  );
}

/** A count as a circle as large as its share of everybody, with the number in it; where nobody is, a small dot;
 * where the number is hidden, a dash. */
export function countCircle(count, everybody, { x, y, most, colour = "accent" }) {
  if (count === null) return line(x - 7, y, x + 7, y, "soft");
  if (count === 0) return shape("circle", { cx: x, cy: y, r: 2.5, fill: "dot" });
  const radius = Math.max(most * Math.sqrt(count / everybody), 13);
  return shape(
    "g",
    {},
    shape("circle", { cx: x, cy: y, r: radius, fill: colour }),
    shape(
      "text",
      { x, y: y + 7, "font-size": 20, "font-weight": 650, "text-anchor": "middle", fill: "on-accent" },
      String(count),
    ),
  );
}

export function line(x1, y1, x2, y2, stroke = "rule", dashes = "") {
  return shape("line", {
    x1,
    y1,
    x2,
    y2,
    stroke,
    "stroke-width": 1.5,
    ...(dashes ? { "stroke-dasharray": dashes } : {}),
  });
}
