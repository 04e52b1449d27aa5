// Every answer a till can give, each on a screen of its own, looked at as closely as every screen.
import { expect, later, picture, test } from './harness.mjs';
import { seen } from './seen.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

const HOURS = 3_600_000;
const unsure = 'Nie można potwierdzić';

/** A till where an answer stays until it was looked at; its clock and the town's are off by so much. */
async function patient(browser, off = 0) {
  const context = await later(browser, off);
  const till = await context.newPage();
  await people.answersStay(till);
  await till.goto('/sprawdz');
  await people.arrives(till, 'Sprawdź kartę');
  await till.getByRole('checkbox', { name: 'Pokaż zdjęcie i imię' }).uncheck();
  return till;
}

/** The phone, off by so much and without a network, shows what the till is given. */
async function codeAt(phone, milliseconds) {
  await phone.clock.setFixedTime(milliseconds);
  await phone.reload();
  await people.hasCode(phone);
  return people.reads(phone, 'verdict-phone');
}

test('answers to codes of today', async ({ browser }) => {
  test.setTimeout(240_000);
  const phone = await people.phone(browser, await cardholder('Maria', 'Lipska'));
  const till = await patient(browser);
  const says = async (name, heading, sentence) => {
    await people.answers(till, heading, sentence);
    await seen(till, `verdict-${name}`);
    await people.next(till);
  };

  await till.getByRole('checkbox', { name: 'Pokaż zdjęcie i imię' }).check();
  await people.types(till, await people.reads(phone, 'verdict-phone'));
  await expect(till.getByRole('img', { name: 'Zdjęcie osoby z kartą' })).toBeVisible();
  await says('valid', 'Karta ważna', 'Osoba dorosła: Maria L.');
  await till.getByRole('checkbox', { name: 'Pokaż zdjęcie i imię' }).uncheck();

  const before = await people.code(phone).innerHTML();
  await expect.poll(() => people.code(phone).innerHTML(), { timeout: 20_000 }).not.toBe(before);
  const code = await people.reads(phone, 'verdict-phone');
  await people.types(till, code);
  await says('valid-again', 'Karta ważna', 'Ta karta była tu sprawdzana');
  await people.types(till, code);
  await says('replayed', unsure, 'Ten kod sprawdzono tu');
  await people.types(till, code.slice(0, -9));
  await says('damaged', unsure, 'Kod jest uszkodzony albo odczytany tylko w części.');
  await people.types(till, changed(code));
  await says('forged', 'Karta nieważna', 'Podpis się nie zgadza.');
  await people.types(till, 'https://example.org/menu');
  await says('foreign', unsure, 'To nie jest kod karty mieszkańca.');
  await till.context().close();

  for (const [name, off, heading, sentence] of [
    ['stale', 60_000, unsure, 'To może być zrzut ekranu.'],
    ['over', 20 * 60_000, 'Karta nieważna', 'To może być zrzut ekranu.'],
  ]) {
    const other = await patient(browser, off);
    await people.types(other, code);
    await people.answers(other, heading, sentence);
    await seen(other, `verdict-${name}`);
    await other.context().close();
  }
  await phone.context().close();
});

test('answers by an old list, by none, and by a wrong clock', async ({ browser }) => {
  test.setTimeout(240_000);
  const phone = await people.phone(browser, await cardholder('Jerzy', 'Oleski'));
  await people.keepsWorking(phone);
  await people.offline(phone);
  const till = await people.till(browser);
  await people.answersStay(till);
  await people.offline(till);
  const now = Math.ceil(Date.now() / 15_000) * 15_000;
  const today = await codeAt(phone, now);
  for (const [name, hours, code, heading, sentence] of [
    ['offline', 0, today, 'Karta ważna', 'Bez internetu widać tylko inicjały.'],
    ['ahead', -1 / 120, today, unsure, /Zegary się nie zgadzają|Zegar tego urządzenia się\sspóźnia/],
    ['wrong-clock', -24, today, unsure, 'Zegar tego urządzenia się spóźnia'],
    ['yesterday', 30, null, 'Karta ważna', 'Karta była ważna według listy z'],
    ['list-old', 4 * 24, null, unsure, 'Kod jest prawdziwy, ale lista zablokowanych kart pochodzi z'],
    ['list-ended', 8 * 24, null, unsure, 'i nie jest już ważna.'],
  ]) {
    await test.step(name, async () => {
      const shown = code ?? (await codeAt(phone, now + hours * HOURS));
      await till.getByRole('heading', { level: 1 }).waitFor();
      await till.clock.setFixedTime(now + hours * HOURS);
      await till.reload();
      await people.arrives(till, 'Sprawdź kartę');
      if (name === 'offline') await till.getByRole('checkbox', { name: 'Pokaż zdjęcie i imię' }).check();
      if (name === 'list-old' || name === 'list-ended') await seen(till, `verify-${name}`);
      await people.types(till, shown);
      await people.answers(till, heading, sentence);
      await seen(till, `verdict-${name}`);
    });
  }
  await till.context().close();

  await test.step('no list at all', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.route('**/api/v1/trust', (route) => route.abort());
    const empty = await context.newPage();
    await people.answersStay(empty);
    await empty.goto('/sprawdz');
    await expect(empty.getByText('Nie ma tu jeszcze listy kart.')).toBeVisible();
    await seen(empty, 'verify-no-list');
    await people.types(empty, today);
    await people.answers(empty, unsure, 'To urządzenie nie ma jeszcze listy, która obejmuje tę kartę.');
    await seen(empty, 'verdict-no-list');
    await context.close();
  });
  await phone.context().close();
});

/** Another digit in the holder's signature. */
function changed(code) {
  const at = code.length - 20;
  const other = code[at] === '0' ? '1' : '0';
  return code.slice(0, at) + other + code.slice(at + 1);
}
