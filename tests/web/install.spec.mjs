// The page as an installed app: what a browser needs to install it, every public address without a
// network, titles and focus, and a newer version that waits for a word.
import { createServer, request as ask } from 'node:http';
import { resident } from './cardholder.mjs';
import { expect, test, url } from './harness.mjs';
import * as people from './people.mjs';
import { seen } from './seen.mjs';

const offlinePages = ['/', '/karta', '/sprawdz', '/znizki', '/wnioski'];
const publicPages = [...offlinePages, '/konto', '/zaloguj', '/haslo', '/sprawdz/numer', '/sprawdz/dzis',
  '/sprawdz/pytanie', '/wiecej', '/pomoc', '/urzad', '/nie-ma'];

/** Width and height of a PNG, as its header says. */
const size = (png) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

/** The town behind an address where a newer version can be published. */
async function publisher() {
  let release = '';
  const town = new URL(url);
  const server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, host: town.host, 'accept-encoding': 'identity' };
    if (headers.origin) headers.origin = town.origin;
    const { method, url: path } = incoming;
    const forwarded = ask({ host: town.hostname, port: town.port, method, path, headers }, (answer) => {
      const isWorker = path === '/sw.js';
      const kept = { ...answer.headers };
      if (isWorker) for (const name of ['content-length', 'etag', 'last-modified']) delete kept[name];
      outgoing.writeHead(answer.statusCode, kept);
      if (!isWorker) return answer.pipe(outgoing);
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => { text += part; });
      answer.on('end', () => outgoing.end(text.replace(/'karta-[^']+/, (name) => name + release)));
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    baseURL: `http://127.0.0.1:${server.address().port}`,
    publish: () => { release += '-next'; },
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

/** What the page does by itself every hour. */
const looks = (page) =>
  page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => true));

test('a browser can install it, and its icons are as large as they say', async ({ request }) => {
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/', lang: 'pl', display: 'standalone' });
  expect(manifest.shortcuts.map((shortcut) => shortcut.url)).toEqual(['/karta', '/sprawdz']);
  const purposes = manifest.icons.map((icon) => `${icon.purpose} ${icon.sizes}`);
  for (const needed of ['any 192x192', 'any 512x512', 'maskable 512x512']) expect(purposes).toContain(needed);
  for (const icon of manifest.icons.filter(({ type }) => type === 'image/png')) {
    const answer = await request.get(icon.src);
    expect(answer.ok(), icon.src).toBe(true);
    expect(size(await answer.body()), icon.src).toBe(icon.sizes);
  }
});

test('a cold start without a network', async ({ page, context }) => {
  await page.goto('/');
  await people.keepsWorking(page);
  await context.setOffline(true);
  for (const address of offlinePages) {
    const cold = await context.newPage();
    const lost = [];
    cold.on('requestfailed', (request) => {
      const { pathname } = new URL(request.url());
      if (!pathname.startsWith('/api/')) lost.push(pathname);
    });
    await cold.goto(address);
    await expect(cold.getByRole('heading', { level: 1 }), address).toBeVisible();
    expect(lost, `files of ${address} that are not kept`).toEqual([]);
    await cold.close();
  }
});

test('every public address opens by itself under a title of its own', async ({ page }) => {
  test.setTimeout(120_000);
  const titles = new Map();
  for (const address of publicPages) {
    await page.goto(address);
    await people.arrives(page, /./);
    await expect(page).toHaveTitle(/ – Karta Mieszkańca$/);
    const title = await page.title();
    expect(titles.get(title), `“${title}” on ${address} too`).toBeUndefined();
    titles.set(title, address);
  }
});

test('the heading has the focus after every step, also back and forward', async ({ page }) => {
  const heading = (name) => page.getByRole('heading', { level: 1, name });
  await page.goto('/wiecej');
  await people.arrives(page, 'Więcej');
  await page.getByRole('link', { name: /Pomoc/ }).first().click();
  await expect(heading('Pomoc')).toBeFocused();
  await page.goBack();
  await expect(heading('Więcej')).toBeFocused();
  await page.goForward();
  await expect(heading('Pomoc')).toBeFocused();
});

test('a newer version waits for a word, and a form loses nothing', async ({ browser }) => {
  test.setTimeout(180_000);
  const { person: iga, caller } = await resident('Iga', 'Sowa');
  await caller.dispose();
  const town = await publisher();
  const context = await browser.newContext({ baseURL: town.baseURL, locale: 'pl-PL' });
  const page = await context.newPage();
  const notice = page.getByRole('region', { name: 'Nowa wersja' });

  await test.step('on a page that is only read', async () => {
    await page.goto('/pomoc');
    await people.keepsWorking(page);
    await expect(notice).toBeHidden();
    town.publish();
    await looks(page);
    await expect(notice.getByText('Jest nowa wersja aplikacji.')).toBeVisible();
    await seen(page, 'update');
    await people.press(page, 'Później');
    await expect(notice).toBeHidden();
  });

  await test.step('on a form', async () => {
    await page.goto('/zaloguj?next=/wnioski');
    await people.signsIn(page, iga);
    await people.arrives(page, 'Moje wnioski');
    await people.press(page, 'Złóż wniosek');
    await people.arrives(page, 'Dla kogo jest karta?');
    await page.goto(new URL(page.url()).pathname.replace(/krok\/.*/, 'krok/address'));
    await people.arrives(page, 'Adres zamieszkania');
    await page.getByLabel('Ulica').fill('Bolesława Prusa');
    await expect(page.getByText(/Zapisano na tym urządzeniu/)).toBeVisible();
    town.publish();
    await looks(page);
    await expect(notice.getByText(/zostaje na tym urządzeniu/)).toBeVisible();
    await expect(page.getByLabel('Ulica')).toHaveValue('Bolesława Prusa');
    await seen(page, 'update-form');
    const again = page.waitForEvent('load');
    await people.press(page, 'Odśwież teraz');
    await again;
    await people.arrives(page, 'Adres zamieszkania');
    await expect(page.getByLabel('Ulica')).toHaveValue('Bolesława Prusa');
    await expect(notice).toBeHidden();
  });
  await context.close();
  town.close();
});
