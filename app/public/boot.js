// Before the first paint: the chosen look and language; then the service worker.
// Invariant: a new version takes over only while a page loads, and never over a form being filled in.
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
  const keepShell = async () => {
    const { serviceWorker } = navigator;
    const registration = await serviceWorker.register('/sw.js').catch(() => null);
    const isFilling = /^\/wnioski\/[^/]+\/krok(\/|$)/.test(location.pathname);
    if (!registration?.waiting || isFilling) return;
    serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage('skip-waiting');
  };
  if ('serviceWorker' in navigator) {
    addEventListener('load', keepShell);
  }
})();
