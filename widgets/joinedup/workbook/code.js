// The short code: a workbook that fits into a message. The twin of code.py.

import { MAX_BYTES, WorkbookError, workbookFrom } from "./format.js";
import { workbookText } from "./text.js";

const MARK = "JU1.";

/** Give a workbook as a short code. */
export async function codeOf(workbook) {
  const packed = new Blob([workbookText(workbook)]).stream().pipeThrough(new CompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = "";
  for (let start = 0; start < bytes.length; start += 8192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return MARK + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Read a workbook from a short code, or throw a WorkbookError. What a message puts around it or into it does no harm. */
export async function workbookFromCode(code) {
  const given = code.slice(0, 2 * MAX_BYTES);
  const start = given.indexOf(MARK);
  const packed = given
    .slice(start + MARK.length)
    .replace(/[\s\x1c-\x1f\x85\u200b\u00ad>]+/g, "")
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-") // what a word processor or a chat makes of a hyphen
    .replace(/["'’”»).,;]+$/, "");
  if (start < 0) throw new WorkbookError("not-code");
  if (!/^[A-Za-z0-9_-]+$/.test(packed)) throw new WorkbookError("part-code");
  return workbookFrom(await unpacked(packed));
}

/** Unpack no more than a workbook may hold, however much a code would make of itself. */
async function unpacked(packed) {
  const chunks = [];
  let size = 0;
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      chunks.push(value);
      size += value.length;
      if (size > MAX_BYTES) {
        await reader.cancel();
        break;
      }
    }
  } catch {
    throw new WorkbookError("part-code");
  }
  if (size > MAX_BYTES) throw new WorkbookError("large");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(chunks).arrayBuffer());
  } catch {
    throw new WorkbookError("not-text");
  }
}
