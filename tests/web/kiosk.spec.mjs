// The kiosk in the town hall: paired by its code, used by one person after the other.
// Invariant: each story has a kiosk and people of its own; a kiosk is added by the real command.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { cardholder, resident } from './cardholder.mjs';
import { accessible, expect, fitsItsWidth, mail, mailFolder, picture, readCode, server, test } from './harness.mjs';
import * as people from './people.mjs';

const PIN = '290618';
const run = promisify(execFile);

/** A kiosk fresh out of its box, on a standing screen. */
async function kiosk(browser, options = {}) {
  const context = await browser.newContext({
    locale: 'pl-PL',
    viewport: { width: 1080, height: 1920 },
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  await page.goto('/kiosk');
  await people.arrives(page, 'Co chcesz zrobić?');
  return page;
}

/** What the administrator does, and what is typed at the kiosk. */
async function pairs(page, place) {
  const { stdout } = await run(server, ['kiosk', 'add', place, '--data', path.dirname(mailFolder)]);
  const [code] = stdout.match(/[0-9A-Z]{5}-[0-9A-Z]{5}/);
  await page.getByRole('button', { name: 'Potrzebuję pomocy' }).click();
  await page.getByRole('button', { name: 'Menu obsługi' }).click();
  await people.arrives(page, 'Wybierz PIN obsługi');
  await taps(page, PIN);
  await next(page);
  await people.arrives(page, 'Menu obsługi');
  await expect(page.getByText('Kiosk nie jest połączony z urzędem.')).toBeVisible();
  await page.getByLabel('Kod od administratora').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Połącz', exact: true }).click();
  await expect(page.getByText('Kiosk działa i jest połączony z urzędem.')).toBeVisible();
  await expect(page.getByText(place)).toBeVisible();
  await shown(page, 'kiosk-staff');
  await page.getByRole('button', { name: 'Zacznij od nowa' }).click();
  await people.arrives(page, 'Co chcesz zrobić?');
}

async function taps(page, text) {
  const keys = page.getByRole('group', { name: 'Klawiatura' });
  for (const key of text) await keys.getByRole('button', { name: key, exact: true }).click();
}

function next(page) {
  return page.getByRole('button', { name: 'Dalej', exact: true }).click();
}

async function chooses(page, name) {
  await page.getByRole('button', { name }).first().click();
}

/** Looked at by axe and kept as a picture. */
async function shown(page, name) {
  await accessible(page, name);
  await fitsItsWidth(page, name);
  await picture(page, name, { fullPage: false });
}

/** Everything the browser keeps for this page, and what it shows. */
function everything(page) {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const kept = [];
    for (const { name } of databases) {
      const database = await new Promise((done, failed) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => done(open.result);
        open.onerror = failed;
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise((done) => (all.onsuccess = done));
        kept.push(JSON.stringify(all.result));
      }
      database.close();
    }
    const stored = [...Object.entries(localStorage), ...Object.entries(sessionStorage)].flat();
    return [document.documentElement.outerHTML, location.href, ...kept, ...stored].join('\n');
  });
}

test('a kiosk is paired, renews by a mailed code, and forgets who was there', async ({ browser }) => {
  test.setTimeout(150_000);
  const kalina = await cardholder('Kalina', 'Sroka');
  const phone = await people.phone(browser, kalina);
  const code = await people.reads(phone, 'kiosk-card');
  const page = await kiosk(browser);
  await expect(page.getByText('Część usług teraz nie działa')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Przedłuż kartę' })).toBeHidden();
  await shown(page, 'kiosk-out');
  await pairs(page, 'Ratusz, parter');
  await shown(page, 'kiosk-start');

  await test.step('the card is held to the scanner, the code comes by mail', async () => {
    await chooses(page, /Przedłuż kartę/);
    await people.arrives(page, 'Pokaż swoją kartę');
    await shown(page, 'kiosk-renew');
    await people.scans(page, await people.reads(phone, 'kiosk-card-again'));
    await people.arrives(page, 'Wpisz kod z e-maila');
    await expect(page.getByText(`${kalina.email[0]}•••@`)).toBeVisible();
    await expect(page.getByText(kalina.email)).toBeHidden();
  });

  await test.step('a wrong code says so, the right one opens', async () => {
    const letter = await mail(kalina.email, ({ subject }) => subject.startsWith('Kod do kiosku'));
    const mailed = letter.subject.replace(/\D/g, '');
    const wrong = mailed.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    await taps(page, wrong);
    await next(page);
    await expect(page.getByText('Kod jest inny niż w e-mailu.')).toBeVisible();
    await shown(page, 'kiosk-code');
    await taps(page, mailed);
    await next(page);
    await people.arrives(page, 'Dzień dobry, Kalina S.');
    await expect(page.getByText(/można ją przedłużyć/)).toBeVisible();
    await shown(page, 'kiosk-early');
  });

  await test.step('after the last screen nothing of hers is left', async () => {
    await page.getByRole('button', { name: 'Większe litery' }).click();
    await page.getByRole('button', { name: 'Gotowe' }).click();
    await people.arrives(page, 'Dziękujemy');
    await page.getByRole('button', { name: 'Wróć na początek' }).click();
    await people.arrives(page, 'Co chcesz zrobić?');
    await expect(page.getByRole('button', { name: 'Większe litery' })).toHaveAttribute('aria-pressed', 'false');
    const left = await everything(page);
    for (const word of ['Kalina', 'Sroka', kalina.email, code]) expect(left).not.toContain(word);
    expect(left).toContain('kiosk-pin');
    expect(left).not.toContain(PIN);
    await page.goBack();
    await expect(page.getByText('Kalina')).toBeHidden();
  });
  await page.context().close();
  await phone.context().close();
});

test('a kiosk checks a card and wipes what nobody looks at any more', async ({ browser }) => {
  test.setTimeout(120_000);
  const phone = await people.phone(browser, await cardholder('Igor', 'Wilga'));
  const page = await kiosk(browser);
  await chooses(page, /Sprawdź kartę/);
  await people.arrives(page, 'Sprawdź kartę');
  await people.scans(page, await people.reads(phone, 'kiosk-check-card'));
  await expect(page.getByText('Karta jest ważna')).toBeVisible();
  await expect(page.getByText(/I\.W\./)).toBeVisible();
  await expect(page.getByText('Wilga')).toBeHidden();
  await shown(page, 'kiosk-check');

  await test.step('a warning first, and one touch goes on', async () => {
    await page.clock.install();
    await page.clock.fastForward(61_000);
    await page.clock.runFor(2_000);
    await expect(page.getByRole('heading', { name: 'Czy nadal tu jesteś?' })).toBeVisible();
    await shown(page, 'kiosk-idle');
    await page.getByRole('button', { name: 'Potrzebuję więcej czasu' }).click();
    await expect(page.getByText('Karta jest ważna')).toBeVisible();
  });

  await test.step('then everything is gone', async () => {
    await page.clock.fastForward(61_000);
    await page.clock.runFor(2_000);
    await page.clock.fastForward(31_000);
    await page.clock.runFor(2_000);
    await people.arrives(page, 'Co chcesz zrobić?');
    expect(await everything(page)).not.toContain('I.W.');
  });
  await page.context().close();
  await phone.context().close();
});

test('an application is begun at a kiosk and finished on one’s phone, once', async ({ browser }) => {
  test.setTimeout(150_000);
  const { person: lena, caller } = await resident('Lena', 'Dudek');
  await caller.dispose();
  const page = await kiosk(browser);
  await pairs(page, 'Dworzec');
  await chooses(page, /Złóż wniosek/);
  await people.arrives(page, 'Co łączy Cię z miastem?');
  await shown(page, 'kiosk-apply');
  await chooses(page, /Rozliczam PIT/);
  await people.arrives(page, 'Rozliczam PIT w Pruszkowie');
  await expect(page.getByText(/Pierwsza strona PIT/)).toBeVisible();
  await shown(page, 'kiosk-facts');
  await next(page);
  await people.arrives(page, 'Jaka karta?');
  await chooses(page, /Plastikowa/);
  await people.arrives(page, 'Gdzie odebrać kartę?');
  await page.locator('.kiosk-choice').first().click();
  await people.arrives(page, 'Dokończ na swoim telefonie');
  await shown(page, 'kiosk-phone');
  const address = await readCode(await picture(page, 'kiosk-phone-code', { fullPage: false }));
  const place = new URL(address);
  expect(place.pathname).toBe('/dalej');

  const context = await browser.newContext({ locale: 'pl-PL', viewport: { width: 390, height: 844 } });
  const phone = await context.newPage();
  await phone.goto(place.pathname + place.search);
  await people.arrives(phone, 'Dokończ wniosek');
  await expect(phone.getByText('Rozliczam PIT w Pruszkowie')).toBeVisible();
  await expect(phone).toHaveURL(/\/dalej(\?t=)?$/);
  await accessible(phone, 'handover');
  await picture(phone, 'handover');

  await test.step('the same code a second time is over', async () => {
    const thief = await (await browser.newContext({ locale: 'pl-PL' })).newPage();
    await thief.goto(place.pathname + place.search);
    await expect(thief.getByText('Ten kod już nie działa')).toBeVisible();
    await thief.context().close();
  });

  await test.step('after signing in it is an application with what was chosen', async () => {
    await phone.getByRole('link', { name: 'Zaloguj' }).last().click();
    await people.signsIn(phone, lena);
    await people.arrives(phone, 'Dokończ wniosek');
    await people.press(phone, 'Zacznij wniosek');
    await expect(phone).toHaveURL(/\/wnioski\/app_/);
    const id = phone.url().match(/app_[0-9a-f]+/)[0];
    await phone.goto(`/wnioski/${id}/krok/ground`);
    await expect(phone.getByRole('radio', { name: /Rozliczam PIT/ })).toBeChecked();
  });
  await context.close();
  await page.context().close();
});

test('a kiosk shows what the card gives, with a code for the phone', async ({ browser }) => {
  const page = await kiosk(browser, { viewport: { width: 1920, height: 1080 } });
  await chooses(page, /Znajdź zniżkę/);
  await people.arrives(page, 'Znajdź zniżkę');
  await shown(page, 'kiosk-benefits');
  await page.locator('.kiosk-choice').first().click();
  await page.locator('.kiosk-choice').first().click();
  const address = await readCode(await picture(page, 'kiosk-benefit-code', { fullPage: false }));
  expect(new URL(address).pathname).toMatch(/^\/znizki\/ben_/);
  await shown(page, 'kiosk-benefit');
  await page.context().close();
});
