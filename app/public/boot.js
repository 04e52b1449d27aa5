// Before the first paint: the chosen look and language; then the service worker.
// Invariant: a new version takes over while a page loads, never over a form being filled in; later
// only when the person asks: the app hears `karta-update` and answers `karta-take-update`.
(() => {
  const root = document.documentElement;
  const kept = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // storage is switched off
    }
  };
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const language = kept('language');
  if (['pl', 'en', 'uk'].includes(language)) root.lang = language;
  const HOUR = 3_600_000;
  const { serviceWorker } = navigator;
  // The attribute is for an app that starts to listen after the event.
  const tell = () => {
    root.dataset.update = 'waits';
    dispatchEvent(new Event('karta-update'));
  };
  const watch = (worker) => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && serviceWorker.controller) tell();
    });
  };
  const keepShell = async () => {
    const registration = await serviceWorker.register('/sw.js').catch(() => null);
    if (!registration) return;
    let isControlled = serviceWorker.controller !== null;
    let isTaking = false;
    const take = () => {
      isTaking = true;
      if (registration.waiting) registration.waiting.postMessage('skip-waiting');
      else location.reload(); // another window was faster
    };
    serviceWorker.addEventListener('controllerchange', () => {
      if (isTaking) location.reload();
      else if (isControlled) tell(); // another window took it; this one still runs the old version
      isControlled = true;
    });
    addEventListener('karta-take-update', take);
    const isFilling = /^\/wnioski\/[^/]+\/krok(\/|$)/.test(location.pathname);
    if (registration.waiting && !isFilling) return take();
    if (registration.waiting) tell();
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
    const look = () => registration.update().catch(() => {}); // without a network: next time
    setInterval(look, HOUR);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) look();
    });
  };
  if (serviceWorker) addEventListener('load', keepShell);
})();
