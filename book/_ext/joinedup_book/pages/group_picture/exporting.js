// To take along: the picture as a drawing or an image, the counts as a table.

import { make } from "../../../../../widgets/joinedup/rendering/dom.js";
import { offerFile } from "../../../../../widgets/joinedup/rendering/download.js";
import { cell } from "../my_workbook/csv_and_markdown.js";
import { pooledRows } from "./pictures.js";

export function pictureText(svg) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/** Draw the picture at twice its size and offer it as an image. */
export async function offerImage(name, svg) {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true);
  copy.setAttribute("width", String(width * 2));
  copy.setAttribute("height", String(height * 2));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureText(copy))}`;
  await image.decode();
  const canvas = make("canvas", { width: width * 2, height: height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  offerFile(name, blob, "image/png");
}

export function pooledCsv(book, spec, pooled) {
  const { head, rows } = pooledRows(book, spec, pooled);
  const whole = [["", ...head], ...rows.map((row) => [`${spec.number} ${spec.title}`, ...row])];
  whole[0][0] = book.words.exercise;
  return `\ufeff${whole.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
