// Draw a Vega-Lite chart as SVG at once, without a page: Python waits for it. Vega's own `toSVG` makes one wait longer.
globalThis.joinedupDraw = (text) => {
  const view = new vega.View(vega.parse(vegaLite.compile(JSON.parse(text)).spec), { renderer: "none" });
  view.run();
  const { left, top, right, bottom } = view.padding();
  const [x, y] = view.origin();
  const renderer = new vega.SVGStringRenderer(view.loader());
  renderer.initialize(null, view._viewWidth + left + right, view._viewHeight + top + bottom, [x + left, y + top], 1, {});
  renderer.background(view.background());
  renderer.render(view.scenegraph().root);
  const svg = renderer.svg();
  view.finalize();
  return svg;
};
if (!hadDocument) delete globalThis.document;
