// One's own account: password, address, phone, consents, sessions, the second step, a passkey, the
// archive and the end. Every story has an account of its own.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { code } from './codes.mjs';
import { cardholder, resident } from './cardholder.mjs';
import { expect, link, mail, out, python, test, url } from './harness.mjs';
import { seen } from './seen.mjs';
import * as people from './people.mjs';

/** An account without a card. */
async function account(given, surname) {
  const { person, caller } = await resident(given, surname);
  await caller.dispose();
  return person;
}

async function enters(page, person, next = '/ustawienia') {
  await page.goto(`/zaloguj?next=${next}`);
  await people.signsIn(page, person);
  await expect(page.getByRole('heading', { level: 1, name: 'Zaloguj się' })).toBeHidden();
}

async function elsewhere(browser, person) {
  const context = await browser.newContext({ locale: 'pl-PL', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await enters(page, person);
  await people.arrives(page, 'Konto i ustawienia');
  return page;
}

/** The session ended: the page asks for signing in. */
async function isOut(page) {
  await page.reload();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Zaloguj' })).toBeVisible();
}

test('a new password signs the other devices out; a list shows and ends them', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const lucja = await account('Łucja', 'Wilk');
  await enters(page, lucja);
  await people.arrives(page, 'Konto i ustawienia');
  await seen(page, 'settings');
  let other = await elsewhere(browser, lucja);

  await test.step('the password', async () => {
    await page.getByRole('link', { name: /^Hasło/ }).click();
    await people.arrives(page, 'Zmień hasło');
    await seen(page, 'settings-password');
    await page.getByLabel('Obecne hasło').fill('nie to hasło tutaj');
    await page.getByLabel('Nowe hasło').fill('pięć niebieskich latawców');
    await people.press(page, 'Zapisz hasło');
    await expect(page.getByRole('alert')).toBeFocused();
    await seen(page, 'settings-password-mistakes');
    await page.getByLabel('Obecne hasło').fill(lucja.password);
    await people.press(page, 'Zapisz hasło');
    await people.arrives(page, 'Hasło zmienione');
    await seen(page, 'settings-password-done');
    await mail(lucja.email, ({ subject }) => /hasł/i.test(subject));
    await isOut(other);
    await other.context().close();
    await page.getByRole('link', { name: 'Wróć do ustawień' }).click();
    await people.arrives(page, 'Konto i ustawienia');
  });

  lucja.password = 'pięć niebieskich latawców';
  other = await elsewhere(browser, lucja);
  await test.step('the list', async () => {
    await page.goto('/ustawienia/urzadzenia');
    await people.arrives(page, 'Zalogowane urządzenia');
    await expect(page.getByText('To urządzenie', { exact: true })).toHaveCount(1);
    await expect(page.getByRole('button', { name: /^Wyloguj:/ })).toHaveCount(2);
    await seen(page, 'settings-sessions');
    await people.press(page, 'Wyloguj wszystkie inne');
    await expect(page.getByText('To konto jest zalogowane tylko tutaj')).toBeVisible();
    await seen(page, 'settings-sessions-one');
    await isOut(other);
    await other.context().close();
  });
});

test('phone, consents and another address', async ({ page }) => {
  test.setTimeout(180_000);
  const borys = await account('Borys', 'Kos');
  await enters(page, borys);
  await people.arrives(page, 'Konto i ustawienia');

  await test.step('a phone number, and none', async () => {
    await page.goto('/ustawienia/telefon');
    await people.arrives(page, 'Telefon');
    await page.getByLabel('Numer telefonu').fill('12');
    await people.press(page, 'Zapisz');
    await expect(page.getByRole('alert')).toBeFocused();
    await seen(page, 'settings-phone');
    await page.getByLabel('Numer telefonu').fill('601 234 567');
    await people.press(page, 'Zapisz');
    await people.arrives(page, 'Konto i ustawienia');
    await expect(page.getByText(/601\s?234\s?567/)).toBeVisible();
    await page.goto('/ustawienia/telefon');
    await page.getByLabel('Numer telefonu').fill('');
    await people.press(page, 'Zapisz');
    await people.arrives(page, 'Konto i ustawienia');
    await expect(page.getByText(/601\s?234\s?567/)).toHaveCount(0);
  });

  await test.step('consents with their history', async () => {
    await page.goto('/ustawienia/zgody');
    await people.arrives(page, 'Zgody');
    await expect(page.getByText('Wyrażona', { exact: true }).first()).toBeVisible();
    await page.getByText('Historia tej zgody').first().click();
    await seen(page, 'settings-consents');
    const give = page.getByRole('button', { name: /^Wyraź zgodę: / });
    if (await give.count()) {
      await give.first().click();
      await page.getByRole('button', { name: /^Wycofaj zgodę: / }).first().click();
      await expect(give.first()).toBeVisible();
    }
  });

  await test.step('nobody acts for him', async () => {
    await page.goto('/ustawienia/pelnomocnictwo');
    await expect(page.getByText('Nikt nie działa w Twoim imieniu')).toBeVisible();
    await seen(page, 'settings-ties-none');
  });

  await test.step('another address, proved by its mail and told to the old one', async () => {
    const { email } = people.person('Borys', 'Nowykos');
    await page.goto('/ustawienia/email');
    await people.arrives(page, 'Zmień adres e-mail');
    await seen(page, 'settings-email');
    await page.getByLabel('Nowy adres e-mail').fill(email);
    await page.getByRole('textbox', { name: 'Hasło' }).fill(borys.password);
    await people.press(page, 'Wyślij link');
    await people.arrives(page, 'Sprawdź pocztę');
    await seen(page, 'settings-email-sent');
    await page.goto(link(await mail(email, ({ text }) => text.includes('/email?t='))));
    await people.arrives(page, 'Potwierdź nowy adres');
    await seen(page, 'settings-email-confirm');
    await people.press(page, 'Potwierdź adres');
    await people.arrives(page, 'Adres zmieniony');
    await seen(page, 'settings-email-done');
    await mail(borys.email, ({ text }) => /adres/i.test(text));
    await page.context().clearCookies();
    await enters(page, { ...borys, email });
    await people.arrives(page, 'Konto i ustawienia');
    await expect(page.getByText(email)).toBeVisible();
  });
});

test('a second step: set up, signed in with, and a recovery code for a bad day', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const zenobia = await account('Zenobia', 'Rak');
  await enters(page, zenobia, '/ustawienia/drugi-krok');
  await people.arrives(page, 'Drugi krok logowania');
  await seen(page, 'settings-second');
  await page.getByRole('textbox', { name: 'Hasło' }).fill(zenobia.password);
  await people.press(page, 'Pokaż kod QR');
  await expect(page.getByRole('img', { name: 'Kod QR dla aplikacji do kodów' })).toBeVisible();
  await page.getByText('Nie mogę zeskanować').click();
  await seen(page, 'settings-second-offer');
  const secret = base32(await page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).textContent());
  const step = Math.floor(Date.now() / 30_000);
  await page.getByLabel('Kod z aplikacji').fill(code(secret, step));
  await people.press(page, 'Włącz drugi krok');
  await expect(page.getByRole('heading', { name: 'Kody zapasowe' })).toBeVisible();
  const codes = await page.getByRole('list', { name: 'Kody zapasowe' }).getByRole('listitem').allTextContents();
  expect(codes.length).toBeGreaterThanOrEqual(8);
  await people.press(page, 'Gotowe');
  await expect(page.getByText('Zapisz kody i zaznacz to pole')).toBeVisible();
  await seen(page, 'settings-second-codes');
  await page.getByLabel('Kody zapisane').check();
  await people.press(page, 'Gotowe');
  await expect(page.getByText('Włączony', { exact: true })).toBeVisible();
  await seen(page, 'settings-second-on');

  const context = await browser.newContext({ locale: 'pl-PL', viewport: { width: 390, height: 844 } });
  const other = await context.newPage();
  await other.goto('/zaloguj?next=/ustawienia');
  await people.signsIn(other, zenobia);
  await people.arrives(other, 'Jeszcze kod');
  await seen(other, 'sign-in-code');
  await other.getByLabel('Kod z aplikacji').fill(code(secret, step));
  await people.press(other, 'Zaloguj się');
  await expect(other.getByText(/Ten kod nie pasuje albo był już użyty/)).toBeVisible();
  await seen(other, 'sign-in-code-mistake');
  // The town takes the next code half a minute early.
  await other.getByLabel('Kod z aplikacji').fill(code(secret, step + 1));
  await people.press(other, 'Zaloguj się');
  await people.arrives(other, 'Konto i ustawienia');
  await context.clearCookies();
  await other.goto('/zaloguj?next=/ustawienia/drugi-krok');
  await people.signsIn(other, zenobia);
  await people.arrives(other, 'Jeszcze kod');
  await other.getByLabel('Kod z aplikacji').fill(codes[0].trim());
  await people.press(other, 'Zaloguj się');
  await people.arrives(other, 'Drugi krok logowania');
  await people.press(other, 'Wyłącz drugi krok');
  const dialog = other.getByRole('dialog');
  await seen(other, 'settings-second-off');
  await dialog.getByRole('textbox', { name: 'Hasło' }).fill(zenobia.password);
  await people.press(dialog, 'Wyłącz drugi krok');
  await expect(other.getByRole('button', { name: 'Pokaż kod QR' })).toBeVisible();
  await context.close();
});

function base32(text) {
  const letters = text.replace(/[^A-Z2-7]/g, '');
  const bits = [...letters].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'));
  return Buffer.from(bits.join('').match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

test('a passkey: added, signed in with, taken away', async ({ browser }) => {
  test.setTimeout(150_000);
  const gustaw = await account('Gustaw', 'Rys');
  // An authenticator belongs to a name, never to a number: the demo on this machine is localhost.
  const baseURL = `http://localhost:${new URL(url).port}`;
  const context = await browser.newContext({ baseURL, locale: 'pl-PL', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await enters(page, gustaw, '/ustawienia/klucze');
  await people.arrives(page, 'Klucze dostępu');
  await expect(page.getByText('Nie ma jeszcze klucza')).toBeVisible();
  await seen(page, 'settings-passkeys-none');
  await page.getByRole('textbox', { name: 'Hasło' }).fill(gustaw.password);
  await people.press(page, 'Dodaj klucz na tym urządzeniu');
  await expect(page.getByText('Jeszcze nieużywany')).toBeVisible();
  await seen(page, 'settings-passkeys');

  await test.step('signs in with it, without address and password', async () => {
    await page.goto('/wiecej');
    await people.press(page, 'Wyloguj');
    await expect(page.getByRole('banner').getByRole('link', { name: 'Zaloguj' })).toBeVisible();
    await page.goto('/zaloguj?next=/ustawienia/klucze');
    await people.press(page, 'Zaloguj się kluczem');
    await people.arrives(page, 'Klucze dostępu');
    await expect(page.getByText(/^Ostatnio używane/)).toBeVisible();
  });

  await test.step('and takes it away', async () => {
    await page.getByRole('button', { name: /^Usuń klucz/ }).click();
    await expect(page.getByText('Nie ma jeszcze klucza')).toBeVisible();
    await page.goto('/wiecej');
    await people.press(page, 'Wyloguj');
    await expect(page.getByRole('banner').getByRole('link', { name: 'Zaloguj' })).toBeVisible();
    await page.goto('/zaloguj');
    await people.press(page, 'Zaloguj się kluczem');
    await expect(page.getByText(/Nie udało się użyć klucza/)).toBeVisible();
  });
  await context.close();
});

test('all data in one file, and an account that leaves nothing on the device', async ({ page }) => {
  test.setTimeout(180_000);
  const leon = await cardholder('Leon', 'Żbik');
  await people.showsCard(page, leon);
  await page.goto('/ustawienia/prywatnosc');
  await people.arrives(page, 'Dane i prywatność');
  await expect(page.getByText(/^Urząd otworzył wniosek|^Urząd pracował nad wnioskiem/).first()).toBeVisible();
  await seen(page, 'settings-privacy');

  await test.step('the archive opens', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Pobierz dane (ZIP)' }).click(),
    ]);
    const zip = path.join(out, 'account-archive.zip');
    await file.saveAs(zip);
    const { names, data, html } = await opened(zip);
    expect(names).toEqual(expect.arrayContaining(['data.json', 'index.html']));
    expect(names.some((name) => /\.(jpg|jpeg)$/.test(name))).toBe(true);
    expect(JSON.stringify(JSON.parse(data))).toContain(leon.email);
    for (const word of ['Leon', 'Żbik', 'Bolesława Prusa']) expect(html).toContain(word);
  });

  await test.step('says what goes and what stays before anything is gone', async () => {
    await page.getByRole('link', { name: 'Zobacz, co zniknie' }).click();
    await people.arrives(page, 'Usuń konto');
    await expect(page.getByText('Leon Żbik').first()).toBeVisible();
    await expect(page.getByText('Numer wniosku i decyzja')).toBeVisible();
    await seen(page, 'settings-erase');
    await page.getByRole('textbox', { name: 'Hasło' }).fill(leon.password);
    await people.press(page, 'Usuń konto');
    await expect(page.getByRole('dialog', { name: 'Usunąć konto na zawsze?' })).toBeVisible();
    await seen(page, 'settings-erase-question');
    await people.press(page.getByRole('dialog'), 'Usuń na zawsze');
    await people.arrives(page, 'Konto usunięte');
    await seen(page, 'settings-erased');
  });

  await test.step('nothing of him is left here', async () => {
    await expect.poll(() => page.evaluate(left)).not.toMatch(/me"|card|family|Żbik|zbik|Leon/i);
    await page.goto('/karta');
    await expect(page.getByText('Leon')).toHaveCount(0);
    await page.goto('/zaloguj');
    await people.signsIn(page, leon);
    await expect(page.getByRole('alert')).toBeVisible();
    await people.arrives(page, 'Zaloguj się');
  });
});

/** Keys and texts of everything the page's origin keeps, but for the files of the app. */
async function left() {
  const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  const settled = (asked) => new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      found.push(JSON.stringify([store, await settled(rows.getAllKeys())]));
    }
    database.close();
  }
  return found.join('\n');
}

/** What is in an archive, read by Python's zipfile. */
async function opened(zip) {
  const script =
    'import json, sys, zipfile\n' +
    'zip = zipfile.ZipFile(sys.argv[1])\n' +
    'assert zip.testzip() is None\n' +
    'text = lambda name: zip.read(name).decode()\n' +
    'print(json.dumps({"names": zip.namelist(), "data": text("data.json"), "html": text("index.html")}))';
  const { stdout } = await promisify(execFile)(python, ['-c', script, zip], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}
