// Keeps the last stories that were read, so that they can be read again without a network, and forgets
// each as soon as the site says that nobody may read it any more. docs/decisions/0018 says how and why.
// What an earlier VERSION kept is thrown away.
const VERSION = "1 ";
const STORY = `${VERSION}story `;
const OFFLINE = `${VERSION}offline `;
const LOG = `${VERSION}log`;
const OFF = "off"; // is there when the reader wants nothing to be kept
const MOST = 20;
const LATEST = "/api/delivery/v1/changes/?since=latest&limit=1";
const NOT_FOR_READERS = /^\/(admin|api|documents)\//;
const FILES = ["style", "script", "font", "image"];

// One thing after another, so that nothing is kept while it is being forgotten. What fails for want of a
// network, or because the site is down, is done at the next contact.
let turn = Promise.resolve();
const inTurn = (work) => (turn = turn.then(work).catch(() => {}));

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(begin()));

self.addEventListener("message", (event) => event.waitUntil(inTurn(() => hear(event.data))));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || NOT_FOR_READERS.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(event, pathname));
  else if (FILES.includes(request.destination)) event.respondWith(file(request, pathname));
});

async function begin() {
  for (const name of await caches.keys()) {
    if (name !== OFF && !name.startsWith(VERSION)) await caches.delete(name);
  }
}

// The network always comes first; whoever comes through it has the kept stories looked after. What the
// browser itself remembers may be minutes old, so it asks the site.
async function page(event, path) {
  try {
    const answer = await fetch(event.request, { cache: "no-cache" });
    event.waitUntil(inTurn(contact));
    return answer;
  } catch {
    return (await kept(path)) ?? (await offlinePage(path)) ?? Response.error();
  }
}

async function file(request, path) {
  try {
    return await fetch(request);
  } catch {
    return (await kept(path)) ?? Response.error();
  }
}

const kept = (path) => caches.match(path, { ignoreVary: true });

async function offlinePage(path) {
  const names = (await caches.keys()).filter((name) => name.startsWith(OFFLINE));
  const own = `${OFFLINE}/${path.split("/")[1]}/offline/`;
  const name = names.includes(own) ? own : names.at(-1);
  return name && kept(name.slice(OFFLINE.length));
}

// The names of the kept stories, the one that was read longest ago first.
const stories = async () => (await caches.keys()).filter((name) => name.startsWith(STORY));

async function contact() {
  if ((await stories()).length) await followLog();
}

// A page tells what it has loaded: `offline` is the address of the page that stands in for others,
// `story` the story that is being read, if it is one; `more` files may follow.
async function hear({ offline, story, files, more }) {
  if (await caches.has(OFF)) return;
  if (more) {
    const isKept = story && (await caches.has(STORY + story));
    return isKept && keepFiles(await caches.open(STORY + story), files);
  }
  const change = await followLog();
  if (story) {
    await keep(STORY, story, change, files);
    for (const name of (await stories()).slice(0, -MOST)) await caches.delete(name);
  }
  const parts = files.filter((each) => each.startsWith("/static/"));
  const there = await Promise.all(parts.map(async (each) => (await caches.open(OFFLINE + offline)).match(each)));
  if (!parts.length || there.includes(undefined)) await keep(OFFLINE, offline, change, parts);
  if (await caches.has(OFF)) await forget(); // the reader said so meanwhile
}

async function forget() {
  for (const name of await caches.keys()) if (name !== OFF) await caches.delete(name);
}

// Where anything has changed on the site, all that is kept is asked for again. Which page has changed is
// not asked: whether what it shows may still be shown, only the page itself can say.
async function followLog() {
  const log = await caches.open(LOG);
  const known = await (await log.match(LATEST))?.text();
  const change = await latest();
  if (change !== known) {
    for (const name of await stories()) await renew(name, change);
    await log.put(LATEST, new Response(change));
  }
  return change;
}

async function latest() {
  const answer = await fetch(LATEST, { credentials: "omit", cache: "no-store" });
  isSaid(answer);
  return answer.ok ? (await answer.json()).cursor : String(Date.now());
}

// A page as anybody may see it who has not signed in, or null if nobody may. The change in its address
// makes caches on the way ask the site.
async function asAnybody(path, change) {
  const answer = await fetch(`${path}?log=${encodeURIComponent(change)}`, {
    credentials: "omit",
    cache: "no-cache",
    redirect: "manual",
  });
  isSaid(answer);
  return answer.status === 200 && control(answer).includes("public") && !isPrivate(answer) ? answer : null;
}

function isSaid(answer) {
  if (answer.status === 429 || answer.status >= 500) throw new Error(`The site says ${answer.status}`);
}

const control = (answer) => answer.headers.get("Cache-Control") ?? "";
const isPrivate = (answer) => /no-store|private/.test(control(answer));

async function keep(kind, path, change, files) {
  const answer = await asAnybody(path, change);
  const earlier = await paths(await caches.open(kind + path));
  await caches.delete(kind + path); // so that it is the newest
  if (answer) await fill(await caches.open(kind + path), path, answer, [...earlier, ...files]);
}

async function renew(name, change) {
  const path = name.slice(STORY.length);
  const answer = await asAnybody(path, change);
  if (!answer) return caches.delete(name);
  const cache = await caches.open(name);
  const before = await (await cache.match(path))?.text();
  if ((await answer.clone().text()) !== before) await fill(cache, path, answer, await paths(cache));
}

// Puts a page into its cache with its styles and scripts, and with those of the files that it still has.
async function fill(cache, path, answer, files) {
  const html = await answer.clone().text();
  const named = [...html.matchAll(/"(\/static\/[^"]+\.(?:css|js))"/g)].map((match) => match[1]);
  const shown = files.filter((each) => each.endsWith(".woff2") || html.includes(each));
  const wanted = new Set([...named, ...shown]);
  for (const each of await paths(cache)) if (!wanted.has(each)) await cache.delete(each);
  await cache.put(path, answer);
  await keepFiles(cache, wanted);
}

async function keepFiles(cache, files) {
  for (const each of files) {
    if (await cache.match(each)) continue;
    const answer = await fetch(each, { credentials: "omit" });
    if (answer.status === 200 && !isPrivate(answer)) await cache.put(each, answer);
  }
}

const paths = async (cache) => (await cache.keys()).map((request) => new URL(request.url).pathname);
