// Loads the app. The addresses stand on this script's own tag, because the page allows no inline code.
const tag = document.querySelector('script[data-js]');
const { default: init } = await import(tag.dataset.js);
const ready = WebAssembly.compileStreaming
  ? await WebAssembly.compileStreaming(fetch(tag.dataset.wasm, { credentials: 'same-origin' })).catch(() => null)
  : null;
// The renderer appends to #main: what stood there while loading goes first.
document.getElementById('main').replaceChildren();
await init({ module_or_path: ready ?? tag.dataset.wasm });
