// Read without a connection: a page that was opened is kept, and the whole book if a reader asks for it.
//
// `BOOK` is written above this text when the book is built: {version, files: {path: digest}, fixed: [path], shell:
// [path], size}. Online, a page always comes from the network; what is kept stands in when the network is slow or gone.
// An address that ends in a digest never changes what it names, so it is taken from what is kept. No answer passes
// through here: a browser keeps those elsewhere, and nothing here can reach them.

const MINE = `joinedup ${self.registration.scope} `;
const CACHE = MINE + BOOK.version;
/** How long, in milliseconds, the network may take before a kept page stands in. */
const PATIENCE = 4000;
const WHOLE = "whole-book-is-kept";
const FIXED = /\?v=[0-9a-f]{10}$/;

const absolute = (path) => new URL(path, self.registration.scope).href;
/** Where a file of this version is kept. */
const placeOf = (path) => absolute(BOOK.fixed.includes(path) ? `${path}?v=${BOOK.files[path]}` : path);
/** The file that an address names, whatever its version. */
const pathOf = (url) => url.split(/[?#]/)[0].slice(self.registration.scope.length) || "index.html";

self.addEventListener("install", (event) => event.waitUntil(install().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.method === "GET" && request.url.startsWith(self.registration.scope);
  if (!isOurs || !(pathOf(request.url) in BOOK.files || request.mode === "navigate")) return;
  event.respondWith(FIXED.test(request.url) ? keptFirst(request) : networkFirst(request, event.preloadResponse));
});
self.addEventListener("message", (event) => {
  const { ask, opened } = event.data;
  if (ask === "keep-whole") event.waitUntil(keepWhole(event.source));
  else if (ask === "is-whole") event.waitUntil(tellWhole(event.source));
  else if (opened) event.waitUntil(keepOpened(opened));
});

/** Take over what an older version had kept, and fetch what has changed. The older one serves until this is done. */
async function install() {
  const cache = await caches.open(CACHE);
  const wanted = new Set(BOOK.shell);
  for (const name of await older()) {
    for (const { url } of await (await caches.open(name)).keys()) wanted.add(pathOf(url));
  }
  if (wanted.has(WHOLE)) await keepAll(cache);
  else
    await keep(
      cache,
      [...wanted].filter((path) => path in BOOK.files),
    );
}

async function activate() {
  await Promise.all((await older()).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

const older = async () => (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== CACHE);

async function keep(cache, paths) {
  for (const path of paths) {
    const place = placeOf(path);
    if ((await cache.match(place))?.headers.get("x-digest") === BOOK.files[path]) continue;
    const response = (await unchanged(path)) ?? (await fetch(place, { cache: "no-cache" }));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(place, await marked(response));
  }
}

async function keepAll(cache) {
  await keep(cache, Object.keys(BOOK.files));
  await cache.put(absolute(WHOLE), new Response(""));
}

/** What an older version kept of a file that is still the same. */
async function unchanged(path) {
  for (const name of await older()) {
    const held = await (await caches.open(name)).match(absolute(path), { ignoreSearch: true });
    if (held?.headers.get("x-digest") === BOOK.files[path]) return held;
  }
  return null;
}

/** The same response, with a digest of what is in it. */
async function marked(response) {
  const body = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const headers = new Headers(response.headers);
  headers.set(
    "x-digest",
    [...digest]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("")
      .slice(0, 10),
  );
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(body, { headers });
}

async function keptFirst(request) {
  const kept = await (await caches.open(CACHE)).match(request.url);
  return kept ?? fromNetwork(request);
}

async function networkFirst(request, preload) {
  const kept = await (await caches.open(CACHE)).match(absolute(pathOf(request.url)));
  const coming = fromNetwork(request, preload);
  if (!kept) return coming.catch(() => instead(request));
  const patience = new Promise((done) => setTimeout(done, PATIENCE, kept));
  return Promise.race([coming.catch(() => kept), patience]);
}

async function fromNetwork(request, preload) {
  const response = (await preload) ?? (await fetch(request));
  if (response.ok && response.type === "basic" && !response.redirected) await keepThis(request.url, response.clone());
  return response;
}

async function keepThis(url, response) {
  if (!(pathOf(url) in BOOK.files)) return;
  const place = FIXED.test(url) ? url : absolute(pathOf(url));
  // Where there is no room to keep it, it is shown all the same.
  await (await caches.open(CACHE)).put(place, await marked(response)).catch(() => {});
}

/** Keep a page that was open before there was anybody here to keep it. */
async function keepOpened(urls) {
  for (const url of urls.filter((one) => one.startsWith(self.registration.scope))) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) await keepThis(url, response);
  }
}

/** For a page that is not kept and cannot be fetched. */
const instead = (request) =>
  request.mode === "navigate" ? Response.redirect(absolute("offline.html")) : Response.error();

async function keepWhole(client) {
  const failed = await keepAll(await caches.open(CACHE)).then(
    () => false,
    () => true,
  );
  client.postMessage({ whole: !failed, failed, size: BOOK.size });
}

async function tellWhole(client) {
  const whole = Boolean(await (await caches.open(CACHE)).match(absolute(WHOLE)));
  client.postMessage({ whole, failed: false, size: BOOK.size });
}
