// What the code costs in a browser, as one line of JSON: a verdict beside its two bare signatures,
// a code signed and drawn on a slow phone, a card opened on a slower one without a network.
// Invariant: medians of many, measured by the page's own clock; nothing is downloaded.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium as browserType } from '@playwright/test';
import { chromium, chromiumArgs, url } from './harness.mjs';
import { anna, signsIn } from './people.mjs';

const [program] = process.argv.slice(2);

/** The folder with bench.js and bench_bg.wasm, as a site of its own. */
async function site(folder) {
  const kinds = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };
  const server = createServer(async (request, answer) => {
    const name = path.basename(new URL(request.url, 'http://here').pathname);
    const kind = kinds[path.extname(name)];
    answer.setHeader('content-type', kind ?? 'text/html');
    answer.end(kind ? await readFile(path.join(folder, name)) : '<!doctype html><title>bench</title>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function slowed(page, rate) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Verdict and bare signatures by turns; then signing and drawing with a slowed processor. */
async function costs(browser) {
  const server = await site(program);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const verdicts = await page.evaluate(async () => {
    const module = await import('/bench.js');
    await module.default({ module_or_path: '/bench_bg.wasm' });
    const bench = (window.bench = new module.Bench());
    const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
    const took = (work) => {
      const start = performance.now();
      for (let i = 0; i < 10; i += 1) if (!work()) throw new Error('not green');
      return (performance.now() - start) / 10;
    };
    const [verdict, bare] = [[], []];
    for (let i = 0; i < 60; i += 1) {
      verdict.push(took(() => bench.verdict()));
      bare.push(took(() => bench.two_bare()));
    }
    return { verdict_ms: median(verdict), two_bare_ms: median(bare) };
  });
  await slowed(page, 4);
  const code_ms = await page.evaluate(async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const { privateKey } = await crypto.subtle.generateKey(algorithm, false, ['sign']);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    svg.append(drawn);
    document.body.append(svg);
    const times = [];
    for (let i = 0; i < 60; i += 1) {
      const start = performance.now();
      await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new Uint8Array(300));
      drawn.setAttribute('d', window.bench.draw());
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[times.length >> 1];
  });
  await page.close();
  server.close();
  return { ...verdicts, code_ms };
}

/** From the navigation to a code in the page, everything from this device. */
async function opens(browser) {
  const context = await browser.newContext({ locale: 'pl-PL', viewport: { width: 390, height: 844 } });
  const first = await context.newPage();
  await first.goto(`${url}/zaloguj`);
  await signsIn(first, anna);
  await first.locator('svg.qr path').waitFor({ state: 'attached', timeout: 30_000 });
  await first.evaluate(async () => (await navigator.serviceWorker.ready).active.state);
  await context.setOffline(true);
  await first.reload();
  await first.locator('svg.qr path').waitFor({ state: 'attached' });
  await first.close();
  const times = [];
  for (let i = 0; i < 7; i += 1) {
    const page = await context.newPage();
    await slowed(page, 6);
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector('svg.qr path')?.getAttribute('d')) {
          window.codeAt = performance.now();
          observer.disconnect();
        }
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(`${url}/karta`);
    times.push(await (await page.waitForFunction(() => window.codeAt, null, { timeout: 30_000 })).jsonValue());
    await page.close();
  }
  await context.close();
  return { open_ms: times.sort((a, b) => a - b)[times.length >> 1] };
}

const browser = await browserType.launch({ executablePath: chromium, args: chromiumArgs });
try {
  console.log(JSON.stringify({ ...(await costs(browser)), ...(await opens(browser)) }));
} finally {
  await browser.close();
}
