// Loads the app. The addresses stand on this script's own tag, because the page allows no inline code.
const tag = document.querySelector('script[data-js]');

// The reader of codes is a second program, fetched the first time a picture has to be read.
let reader;
globalThis.readCode = async (width, height, brightness) => {
  reader ??= import(tag.dataset.scanJs).then(async (scan) => {
    await scan.default({ module_or_path: tag.dataset.scanWasm });
    return scan;
  });
  try {
    return (await reader).read(width, height, brightness);
  } catch (error) {
    reader = undefined; // the next picture tries anew
    throw error;
  }
};

const { default: init } = await import(tag.dataset.js);
const ready = WebAssembly.compileStreaming
  ? await WebAssembly.compileStreaming(fetch(tag.dataset.wasm, { credentials: 'same-origin' })).catch(() => null)
  : null;
// The renderer appends to #main: what stood there while loading goes first.
document.getElementById('main').replaceChildren();
await init({ module_or_path: ready ?? tag.dataset.wasm });
