/* Keeps the page of a plan for when there is no connection. What the server says goes first; what is over is kept no longer. */
const place = new URL(registration.scope).pathname;
const kept = `weeks:${place}`;
/** Milliseconds after which a dying network counts as none. */
const patience = 5000;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

const isPage = ({ method, mode, url }) => method === 'GET' && mode === 'navigate' && new URL(url).pathname === place;
const isPart = ({ method, destination }) => method === 'GET' && ['style', 'script', 'image', 'manifest'].includes(destination);

/** Under which an answer is kept: the page under its place, however it was asked for. */
const keyOf = (request) => (new URL(request.url).pathname === place ? place : request.url);

const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), patience));

async function fresh(request) {
  const answer = await Promise.race([fetch(request), late()]);
  if (answer.ok) await (await caches.open(kept)).put(keyOf(request), answer.clone());
  else if (answer.status === 404 || answer.status === 410) await caches.delete(kept);
  return answer;
}

addEventListener('fetch', (event) => {
  const { request } = event;
  // The page asks for itself without navigating, to renew what it shows: then nothing old is of use.
  const renews = request.method === 'GET' && request.mode !== 'navigate' && new URL(request.url).pathname === place;
  if (!isPage(request) && !isPart(request) && !renews) return;
  event.respondWith(
    fresh(request).catch(async (error) => {
      const found = renews ? undefined : await (await caches.open(kept)).match(keyOf(request));
      if (found === undefined) throw error;
      return found;
    }),
  );
});

/** The first page comes before there is a worker: it says so, and is kept with its parts. */
addEventListener('message', (event) => {
  if (event.data !== 'keep') return;
  const base = new URL('..', new URL(place, location.origin)).pathname;
  const parts = [place, ...['style.css', 'weeks.js', 'icon.svg'].map((part) => new URL(base + part, location.origin).href)];
  event.waitUntil(
    (async () => {
      const cache = await caches.open(kept);
      for (const part of parts) if ((await cache.match(part)) === undefined) await cache.add(part).catch(() => {});
    })(),
  );
});
