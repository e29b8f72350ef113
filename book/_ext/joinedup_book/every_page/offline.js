// Served from a website, the book can be installed, and what was opened can be read without a connection.
// Opened from a folder it needs neither, and a browser would refuse both.
(() => {
  const isThisMachine = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);
  if (!(location.protocol === "https:" || (location.protocol === "http:" && isThisMachine))) return;
  const root = document.documentElement.dataset.content_root;
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = `${root}manifest.webmanifest`;
  document.head.append(manifest);
  const workers = navigator.serviceWorker;
  if (!workers) return;

  // After the page is there: a slow line is for the page first.
  window.addEventListener("load", async () => {
    try {
      await workers.register(`${root}service-worker.js`, { updateViaCache: "none" });
      const { active } = await workers.ready;
      const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
      if (!workers.controller) active.postMessage({ opened: [location.href.split("#")[0], ...loaded] });
      const offer = document.querySelector(".keep-book");
      if (offer) offerToKeep(offer, active);
    } catch {
      // Where the browser forbids it, the book is read as any website is.
    }
  });

  /** Offer to keep the whole book, and say whether it is kept. */
  function offerToKeep(offer, worker) {
    const [button, said] = [offer.querySelector("button"), offer.querySelector("[role=status]")];
    workers.addEventListener("message", ({ data: { whole, failed, size } }) => {
      offer.hidden = false;
      button.hidden = whole;
      button.disabled = false;
      offer.querySelector(".size").textContent = size;
      said.textContent = whole ? said.dataset.done : failed ? said.dataset.failed : "";
    });
    button.addEventListener("click", () => {
      button.disabled = true;
      said.textContent = said.dataset.waiting;
      worker.postMessage({ ask: "keep-whole" });
    });
    worker.postMessage({ ask: "is-whole" });
  }
})();
