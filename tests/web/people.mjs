// What people of the stories do, by role and by name, the way the pages say it.
// Invariant: no CSS selectors; what a person cannot find, a story cannot find.
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { hasCodes, withCode } from './codes.mjs';
import { expect, link, mail, picture, python, readCode } from './harness.mjs';

/** The demo town's resident who has a card. Her card lives on five devices at most: stories that show
 * a card have a holder of their own. */
export const anna = { email: 'anna@demo.karta.example', password: 'lipowa herbata 7' };

export const clerk = { email: 'urzad1@demo.karta.example', password: 'zielone biurko 12' };

/** Signs in and waits for the card's code. */
export async function showsCard(page, person) {
  await page.goto('/zaloguj');
  await signsIn(page, person);
  await hasCode(page);
}

/** The card is there, with its code. */
export async function hasCode(page) {
  await expect(page.getByText(/Karta ważna do/)).toBeVisible({ timeout: 20_000 });
  await expect(code(page)).toBeVisible();
}

export function code(page) {
  return page.getByRole('img', { name: /Kod QR karty/ });
}

/** A phone in somebody's hand: its own browser, and the card on it. */
export async function phone(browser, person) {
  const context = await browser.newContext(hand);
  const page = await context.newPage();
  await showsCard(page, person);
  return page;
}

const hand = { locale: 'pl-PL', viewport: { width: 390, height: 844 } };

/** Somebody's till with today's list. Without photos, unless they are what it is about. */
export async function till(browser, { photo = false } = {}) {
  const context = await browser.newContext(hand);
  const page = await context.newPage();
  await page.goto('/sprawdz');
  await arrives(page, 'Sprawdź kartę');
  await expect(page.getByText('Lista z dziś')).toBeVisible();
  if (!photo) await page.getByRole('checkbox', { name: 'Pokaż zdjęcie i imię' }).uncheck();
  await keepsWorking(page);
  return page;
}

/** Everything this browser needs without a network is on it, and the page is served from there. */
export async function keepsWorking(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** The network goes away or comes back. */
export async function offline(page, is = true) {
  await page.context().setOffline(is);
}

/** Gives a code's text to the till through its box. */
export async function types(till, text) {
  await till.getByRole('textbox', { name: 'Treść kodu' }).fill(text);
  await press(till, 'Sprawdź');
}

/** A scanner that types a key every 4 milliseconds, and Enter if it is set to. */
export async function scans(till, text, { enter = true } = {}) {
  const devtools = await till.context().newCDPSession(till);
  const start = Date.now() / 1_000;
  const send = (type, press, timestamp) => devtools.send('Input.dispatchKeyEvent', { type, timestamp, ...press });
  const presses = [...text].map((key) => ({ key, text: key }));
  if (enter) presses.push({ key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' });
  // Without waiting for the page between the keys: neither does a scanner.
  const sent = presses.flatMap((press, n) => {
    const at = start + n * 0.004;
    return [send('keyDown', press, at), send('keyUp', { ...press, text: undefined }, at + 0.002)];
  });
  await Promise.all(sent);
  await devtools.detach();
}

/** The answer on the whole screen, and why. */
export async function answers(till, heading, sentence) {
  await arrives(till, heading);
  await expect(till.getByText(sentence).first()).toBeVisible();
}

/** An answer makes room by itself after a while; from the next page on it stays until it was seen. */
export async function answersStay(page) {
  await page.addInitScript(() => {
    const { setTimeout } = window;
    window.setTimeout = (then, after, ...rest) =>
      after >= 5_000 && after <= 30_000 ? 0 : setTimeout(then, after, ...rest);
  });
}

/** Makes room for the next card. A valid answer does so by itself after five seconds. */
export async function next(till, heading = 'Sprawdź kartę') {
  const button = till.getByRole('button', { name: /następną$|nowe pytanie$|^Zgadza się$/ });
  await button.click({ timeout: 1_000 }).catch(() => {});
  await arrives(till, heading);
}

/** Fetches the list until this picture is refused. The town looks at its records every 20 seconds. */
export async function untilRefused(till, shot) {
  await expect(async () => {
    await press(till, 'Odśwież');
    await uploads(till, shot);
    await expect(till.getByRole('heading', { level: 1 })).not.toHaveText('Sprawdź kartę');
    const refused = await till.getByRole('heading', { level: 1, name: 'Karta nieważna' }).isVisible();
    if (!refused) await next(till);
    expect(refused).toBe(true);
  }).toPass({ timeout: 60_000, intervals: [2_000] });
}

/** The text of the code on that page now, read from its picture by another reader than ours. */
export async function reads(page, name) {
  return readsFile(await picture(page, name, { fullPage: false }));
}

export async function readsFile(file) {
  const text = await readCode(file);
  expect(text, `a code in ${path.basename(file)}`).toMatch(/^RKC[1Q]:/);
  return text;
}

let made;
/** The folder with the files of make_files.py, made once. */
export function files() {
  made ??= (async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'karta-files-'));
    await promisify(execFile)(python, [path.join(import.meta.dirname, 'make_files.py'), folder]);
    return folder;
  })();
  return made;
}

/** The screen with this heading is there. */
export async function arrives(page, heading) {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

export async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Registers and follows the mail's link. Ends where the account works. */
export async function registers(page, person) {
  await page.goto('/konto');
  await arrives(page, 'Załóż konto');
  await page.getByLabel('Imię (imiona)').fill(person.given);
  await page.getByLabel('Nazwisko').fill(person.surname);
  await page.getByLabel('Adres e-mail').fill(person.email);
  await page.getByRole('textbox', { name: 'Hasło' }).fill(person.password);
  const required = page.getByRole('group', { name: 'Wymagane zgody' }).getByRole('checkbox');
  for (const box of await required.all()) await box.check();
  await press(page, 'Załóż konto');
  await arrives(page, 'Sprawdź pocztę');
  await page.goto(link(await mail(person.email)));
  await press(page, 'Uruchom konto');
  await arrives(page, 'Konto działa');
}

/** Registers and signs in. Ends on the card screen. */
export async function becomesResident(page, person) {
  await registers(page, person);
  await page.getByRole('main').getByRole('link', { name: 'Zaloguj się' }).click();
  await signsIn(page, person);
  await arrives(page, 'Moja karta');
}

export async function signsIn(page, person) {
  await page.getByLabel('Adres e-mail').fill(person.email);
  await page.getByRole('textbox', { name: 'Hasło' }).fill(person.password);
  await press(page, 'Zaloguj');
  if (hasCodes(person.email)) await withCode(person.email, (code) => typesCode(page, code));
}

/** The second step; ends where the code was taken. */
async function typesCode(page, code) {
  const field = page.getByLabel('Kod z aplikacji');
  await field.fill(code);
  await press(page, 'Zaloguj się');
  await expect(field).toBeHidden();
}

/** Shows somebody else of the family, by the button with the first name. */
export async function switchesTo(page, given) {
  await page.getByRole('button', { name: /^Osoby/ }).click();
  await page.getByRole('navigation', { name: 'Osoby' }).getByRole('button', { name: given, exact: true }).click();
}

/** Whose things are shown, when they are somebody else's. */
export function strip(page) {
  return page.getByRole('region', { name: 'Oglądana osoba' });
}

/** Opens the link of an invitation that a mail brought. */
export async function opensInvitation(page, email) {
  await page.goto(link(await mail(email, (letter) => letter.text.includes('/zaproszenie?t='))));
}

const further = (page) => press(page, 'Dalej');

/** Fills in every page of the form and stops on the check page. With `born` it is for somebody of
 * the family, whose things are shown: every page names them, and none asks for whom. */
export async function fillsInApplication(page, person) {
  const folder = await files();
  const isMember = 'born' in person;
  const comes = async (heading) => {
    await arrives(page, heading);
    if (isMember) await arrives(page, person.given);
  };
  const [year, month, day] = person.born ?? ['1991', 'maja', '5'];
  await page.goto('/wnioski');
  await comes('Moje wnioski');
  await press(page, 'Złóż wniosek');
  if (!isMember) {
    await comes('Dla kogo jest karta?');
    await page.getByLabel('Dla mnie').check();
    await further(page);
  }
  await comes('Dlaczego należy się karta?');
  await page.getByRole('radio').first().check();
  await further(page);
  await comes('Dane osobowe');
  await expect(page.getByLabel('Nazwisko')).toHaveValue(person.surname);
  await page.getByLabel('Dzień').fill(String(day));
  await page.getByLabel('Miesiąc').fill(String(month));
  await page.getByLabel('Rok').fill(String(year));
  await further(page);
  await comes('Adres zamieszkania');
  await page.getByLabel('Ulica').fill('Bolesława Prusa');
  await page.getByLabel('Numer domu').fill('12A');
  await page.getByLabel('Kod pocztowy').fill('05800');
  await page.getByLabel('Miejscowość').fill('Pruszków');
  await further(page);
  await comes('Kontakt');
  await page.getByLabel('Numer telefonu').fill('601 234 567');
  await further(page);
  await comes('Zdjęcie na kartę');
  await uploads(page, path.join(folder, 'aparat.jpg'));
  await expect(page.getByText('Tak zobaczy je urząd')).toBeVisible({ timeout: 20_000 });
  await further(page);
  await comes('Dokument');
  await uploads(page, path.join(folder, 'pit.pdf'));
  await expect(page.getByText('Przyjęte, zapisane w urzędzie')).toBeVisible({ timeout: 20_000 });
  await further(page);
  await comes('Jaka ma być karta?');
  await page.getByLabel('Plastikowa, i w telefonie').check();
  await page.getByRole('radiogroup', { name: 'Gdzie odbierzesz kartę?' }).getByRole('radio').first().check();
  await further(page);
  await comes('Oświadczenia i zgody');
  const required = page.getByRole('group', { name: 'Potrzebne, żeby rozpatrzyć wniosek' });
  for (const box of await required.getByRole('checkbox').all()) await box.check();
  await further(page);
  await comes('Sprawdź dane i wyślij wniosek');
}

/** Picks a file through the page's own button. */
export async function uploads(page, file) {
  await page.locator('input[type=file]').first().setInputFiles(file);
}

export async function sends(page) {
  await press(page, 'Wyślij wniosek');
  await arrives(page, 'Wniosek wysłany');
  const number = await page.getByText(/PKM\/\d{4}\/\d{5}/).first().textContent();
  return number.match(/PKM\/\d{4}\/\d{5}/)[0];
}

/** Signs in at the office and opens the case with this number. */
export async function opensCase(page, number) {
  await page.goto('/urzad');
  await arrives(page, 'Logowanie dla urzędu');
  await signsIn(page, clerk);
  await arrives(page, 'Kolejka spraw');
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByText(number).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Zatwierdź' })).toBeVisible();
}

export async function approves(page) {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await press(page, 'Zatwierdź');
  await arrives(page, 'Kolejka spraw');
}

let born = 0;
/** An invented person nobody else in this run has. */
export function person(given, surname) {
  born += 1;
  const tail = `${process.pid}-${born}`;
  const name = surname.toLowerCase().normalize('NFD').replace(/[^a-z]/g, '');
  return { given, surname, email: `${name}-${tail}@poczta.example`, password: 'cztery zielone wiatraki' };
}
