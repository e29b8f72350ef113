// Read without a connection: a page that was opened is kept, and the whole book if a reader asks for it.
//
// `BOOK` is written above this text when the book is built: {version, files: {path: SHA-256}, fixed: [path], shell:
// [path], size}. Online, a page always comes from the network; what is kept stands in when the network is slow or gone.
// An address that ends in a digest never changes what it names, so it is taken from what is kept. No answer passes
// through here: a browser keeps those elsewhere, and nothing here can reach them.
//
// A host may answer with anything: a page to sign in on, an error with status 200, an older script. A file is kept only
// if its bytes are those that the book was built with, wherever they came from, and looked at again before it is shown.
// What is wrong is thrown away. It reaches the reader only as the host sent it, and only that once.

const MINE = `joinedup ${self.registration.scope} `;
const CACHE = MINE + BOOK.version;
/** How long, in milliseconds, the network may take before a kept page stands in. */
const PATIENCE = 4000;
const WHOLE = "whole-book-is-kept";
const FIXED = /\?v=[0-9a-f]{10}$/;

const absolute = (path) => new URL(path, self.registration.scope).href;
/** Where a file of this version is kept. */
const placeOf = (path) => absolute(BOOK.fixed.includes(path) ? `${path}?v=${BOOK.files[path].slice(0, 10)}` : path);
/** What scripts and pages are, whatever a host says: a browser refuses a script that is said to be something else. */
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };

/** The file that an address names, whatever its version. Some hosts leave off the end of a page's name. */
function pathOf(url) {
  const path = url.split(/[?#]/)[0].slice(self.registration.scope.length) || "index.html";
  return path in BOOK.files || !(`${path}.html` in BOOK.files) ? path : `${path}.html`;
}

/** Whether an address names a file of this version: a newer page asks for newer scripts than this list knows. */
function isOfThisVersion(url) {
  const path = pathOf(url);
  return path in BOOK.files && (!FIXED.test(url) || url === placeOf(path));
}

self.addEventListener("install", (event) => event.waitUntil(install().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.method === "GET" && request.url.startsWith(self.registration.scope);
  if (!isOurs || !(pathOf(request.url) in BOOK.files || request.mode === "navigate")) return;
  event.respondWith(FIXED.test(request.url) ? keptFirst(request) : networkFirst(request));
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
  // Earlier versions had the browser fetch pages beforehand. Without a connection, Firefox then shows its own error page,
  // whatever it is given here.
  await self.registration.navigationPreload?.disable();
  await self.clients.claim();
}

const older = async () => (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== CACHE);

async function keep(cache, paths) {
  for (const path of paths) {
    if (await kept(cache, path)) continue;
    const found = (await unchanged(path)) ?? (await sound(path, await fetch(placeOf(path), { cache: "no-cache" })));
    if (!found) throw new Error(`${path}: the host sent something else`);
    await cache.put(placeOf(path), found);
  }
}

async function keepAll(cache) {
  await keep(cache, Object.keys(BOOK.files));
  await cache.put(absolute(WHOLE), new Response(""));
}

/** What is kept of a file, if that is what it should be. If it is not, it is thrown away, and so is the claim that all is kept. */
async function kept(cache, path) {
  const held = await cache.match(placeOf(path));
  if (!held) return undefined;
  const found = await sound(path, held);
  if (!found) await Promise.all([cache.delete(placeOf(path)), cache.delete(absolute(WHOLE))]);
  return found;
}

/** What an older version kept of a file that is still the same. */
async function unchanged(path) {
  for (const name of await older()) {
    const held = await (await caches.open(name)).match(absolute(path), { ignoreSearch: true });
    const found = held && (await sound(path, held));
    if (found) return found;
  }
  return null;
}

/** A response to be kept, if its bytes are those of the file; null if they are not. A redirect is no harm in itself. */
async function sound(path, response) {
  if (response.status !== 200) return null;
  const body = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  if ([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") !== BOOK.files[path]) return null;
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const type = TYPES[path.split(".").at(-1)];
  if (type) headers.set("content-type", `${type}; charset=utf-8`);
  return new Response(body, { headers });
}

async function keptFirst(request) {
  const found = isOfThisVersion(request.url) && (await kept(await caches.open(CACHE), pathOf(request.url)));
  return found || fromNetwork(request);
}

async function networkFirst(request) {
  const path = pathOf(request.url);
  const found = path in BOOK.files && (await kept(await caches.open(CACHE), path));
  const coming = fromNetwork(request);
  if (!found) return coming.catch(() => instead(request));
  const patience = new Promise((done) => setTimeout(done, PATIENCE, found));
  return Promise.race([coming.catch(() => found), patience]);
}

async function fromNetwork(request) {
  const response = await fetch(request);
  if (!isOfThisVersion(request.url) || response.type !== "basic") return response;
  const right = await sound(pathOf(request.url), response.clone());
  if (right) await keepThis(request.url, right.clone());
  // A right file comes with its right type; anything else is the host's, and the browser judges it.
  return right && !response.redirected ? right : response;
}

async function keepThis(url, found) {
  // Where there is no room to keep it, it is shown all the same.
  await (await caches.open(CACHE)).put(placeOf(pathOf(url)), found).catch(() => {});
}

/** Keep a page that was open before there was anybody here to keep it. */
async function keepOpened(urls) {
  for (const url of urls.filter(isOfThisVersion)) {
    const response = await fetch(url).catch(() => null);
    const found = response && (await sound(pathOf(url), response));
    if (found) await keepThis(url, found);
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
