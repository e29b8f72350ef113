// A service worker with a host that answers what it is told to, and a browser's cache: as much as it needs of both.

import { readFileSync } from "node:fs";

const { script, book, visits } = JSON.parse(readFileSync(0, "utf-8"));
const SCOPE = "https://host.example/book/";
const TYPES = { html: "text/html", js: "text/javascript" };

class Cache {
  held = new Map();
  key = (one) => (typeof one === "string" ? one : one.url);
  match = async (one, { ignoreSearch = false } = {}) => {
    const bare = (url) => (ignoreSearch ? url.split("?")[0] : url);
    const found = [...this.held].find(([url]) => bare(url) === bare(this.key(one)));
    return found?.[1].clone();
  };
  put = async (one, response) => void this.held.set(this.key(one), response);
  delete = async (one) => this.held.delete(this.key(one));
  keys = async () => [...this.held.keys()].map((url) => ({ url }));
}

function answerOf({ body, status = 200, type = "", redirected = "", gone = false }, url) {
  if (gone) throw new TypeError("no connection");
  const headers = { "content-type": type || TYPES[url.split(/[?#]/)[0].split(".").at(-1)] || "text/plain" };
  const response = new Response([204, 304].includes(status) ? null : body, { status, headers });
  const named = { type: "basic", url: redirected || url, redirected: Boolean(redirected) };
  for (const [name, value] of Object.entries(named)) Object.defineProperty(response, name, { value });
  return response;
}

const stores = new Map();
const caches = {
  open: async (name) => (stores.has(name) || stores.set(name, new Cache()), stores.get(name)),
  keys: async () => [...stores.keys()],
  delete: async (name) => stores.delete(name),
};
const listeners = new Map();
/** Switched on, as an earlier version of the book has left it. */
const navigationPreload = {
  isOn: true,
  enable: async () => void (navigationPreload.isOn = true),
  disable: async () => void (navigationPreload.isOn = false),
};
const self = {
  registration: { scope: SCOPE, navigationPreload },
  addEventListener: (name, listener) => listeners.set(name, listener),
  clients: { claim: async () => {} },
  skipWaiting: async () => {},
};
let host = {};
const hostAnswers = async (one) => {
  const url = typeof one === "string" ? one : one.url;
  const path = url.split(/[?#]/)[0].slice(SCOPE.length);
  return answerOf(host[path] ?? { body: "Not found", status: 404 }, url);
};
new Function("self", "caches", "fetch", "setTimeout", `const BOOK = ${JSON.stringify(book)};\n${script}`)(
  self, caches, hostAnswers, () => {},
);

async function happens(name, detail) {
  const waiting = [];
  const event = { ...detail, waitUntil: (promise) => waiting.push(promise), respondWith: (promise) => waiting.push(promise) };
  listeners.get(name)(event);
  return (await Promise.allSettled(waiting)).at(-1);
}

async function visit({ ask, hosts, seed }) {
  host = hosts;
  for (const [path, answer] of Object.entries(seed ?? {})) {
    const [first] = await caches.keys();
    await (await caches.open(first)).put(SCOPE + path, answerOf(answer, SCOPE + path));
  }
  if (ask === "install") return { done: (await happens("install", {})).status };
  if (ask === "activate") return { done: (await happens("activate", {})).status, preloads: navigationPreload.isOn };
  if (ask === "whole") {
    const told = [];
    await happens("message", { data: { ask: "keep-whole" }, source: { postMessage: (one) => told.push(one) } });
    return { told: told[0] };
  }
  const request = { url: SCOPE + ask, method: "GET", mode: ask.includes(".js") ? "no-cors" : "navigate" };
  const { status, value } = await happens("fetch", { request });
  if (status !== "fulfilled" || value.type === "error") return { failed: true };
  return { body: await value.clone().text(), type: value.headers.get("content-type"), status: value.status };
}

const found = [];
for (const one of visits) {
  const answer = await visit(one);
  const kept = {};
  for (const cache of stores.values())
    for (const [url, response] of cache.held) kept[url.slice(SCOPE.length)] = await response.clone().text();
  found.push({ ...answer, kept });
}
process.stdout.write(JSON.stringify(found));
