// Keeps the app's shell, so that it opens without a network. Built by xtask: {{version}}
// Invariant: nothing under /api/ is ever stored; a new version waits until boot.js asks for it.
const CACHE = 'karta-{{version}}';
const SHELL = {{precache}};
const SERVER_PAGES = ['/api/', '/mailbox', '/livez', '/readyz', '/trust', '/s/'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('karta-') && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (SHELL.includes(url.pathname)) event.respondWith(kept(request));
});

// The shell answers for every screen; pages the server draws itself come from the network only.
async function page(request, url) {
  if (SERVER_PAGES.some((start) => url.pathname.startsWith(start))) return fetch(request);
  const cache = await caches.open(CACHE);
  return (await cache.match('/index.html')) ?? fetch(request);
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}
