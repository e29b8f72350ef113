// A chapter can be opened live where the book is served safely: its Python reads files through a service worker, which
// a browser lets run nowhere else. Runs before the page is painted, so that nothing moves.
if (isSecureContext && /^https?:$/.test(location.protocol) && navigator.serviceWorker) {
  document.documentElement.classList.add("can-live");
}
