// Served from a website, the book can be installed, and what was opened can be read without a connection.
// Opened from a folder it needs neither, and a browser would refuse both.
(function () {
  var isThisMachine = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);
  if (!(location.protocol === "https:" || (location.protocol === "http:" && isThisMachine))) return;
  var root = document.documentElement.getAttribute("data-content_root");
  var manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = root + "manifest.webmanifest";
  document.head.appendChild(manifest);
  var workers = navigator.serviceWorker;
  if (!workers) return;
  // Asked before there is a service worker: a new one takes over the open pages as soon as it is ready.
  var wasServed = Boolean(workers.controller);

  // After the page is there: a slow line is for the page first.
  window.addEventListener("load", function () {
    workers
      .register(root + "service-worker.js", { updateViaCache: "none" })
      .then(function () {
        return workers.ready;
      })
      .then(function (registration) {
        if (!wasServed) registration.active.postMessage({ opened: opened() });
        var offer = document.querySelector(".keep-book");
        if (offer) offerToKeep(offer, registration.active);
      })
      .catch(function () {
        // Where the browser forbids it, the book is read as any website is.
      });
  });

  /** The addresses of this page and of what it has loaded. */
  function opened() {
    var loaded = performance.getEntriesByType("resource").map(function (entry) {
      return entry.name;
    });
    return [location.href.split("#")[0]].concat(loaded);
  }

  /** Offer to keep the whole book, and say whether it is kept. */
  function offerToKeep(offer, worker) {
    var button = offer.querySelector("button");
    var said = offer.querySelector("[role=status]");
    workers.addEventListener("message", function (event) {
      var told = event.data;
      offer.hidden = false;
      button.hidden = told.whole;
      button.disabled = false;
      offer.querySelector(".size").textContent = told.size;
      said.textContent = told.whole ? said.dataset.done : told.failed ? said.dataset.failed : "";
    });
    button.addEventListener("click", function () {
      button.disabled = true;
      said.textContent = said.dataset.waiting;
      worker.postMessage({ ask: "keep-whole" });
    });
    worker.postMessage({ ask: "is-whole" });
  }
})();
