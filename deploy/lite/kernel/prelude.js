// Vega measures text with a canvas of the page's document. In a worker there is no document, but there is a canvas.
const hadDocument = "document" in globalThis;
if (!hadDocument) globalThis.document = { createElement: () => new OffscreenCanvas(1, 1) };
