// The page without a network. What is named by its hash never changes and comes from the cache; all
// else comes from the network where there is one, and from the cache where there is none.
const CACHE = "interleave";
const HASHED = /-[0-9a-f]{16}[^/]*$/;
// Not loaded by the page itself, but opened from it.
const ALSO = ["./", "embed.html", "embed.js", "start.js"];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => event.waitUntil(keep(event.data.keep ?? [])));

// Keep all files of this version of the page, and forget those of earlier ones.
async function keep(addresses) {
  const scope = self.registration.scope;
  const wanted = [...addresses, ...ALSO].map((address) => new URL(address, scope).href);
  const own = [...new Set(wanted)].filter((address) => address.startsWith(scope));
  const cache = await caches.open(CACHE);
  await Promise.allSettled(own.map(async (address) => (await cache.match(address)) || cache.add(address)));
  for (const request of await cache.keys()) {
    if (HASHED.test(request.url) && !own.includes(request.url)) await cache.delete(request);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(HASHED.test(request.url) ? cacheFirst(request) : networkFirst(request));
});

async function cacheFirst(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? put(cache, request);
}

async function networkFirst(request) {
  const cache = await caches.open(CACHE);
  try {
    return await put(cache, request);
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

async function put(cache, request) {
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}
