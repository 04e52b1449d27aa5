// What was decided without a network is done when it is back: once, and by itself.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { cardholder, resident } from './cardholder.mjs';
import { expect, mail, mailFolder, test } from './harness.mjs';
import * as people from './people.mjs';
import { seen } from './seen.mjs';

const waits = 'Wniosek czeka na internet';
const later = 'Wyślij, gdy wróci internet';

/** How many letters to that address name this text. */
async function letters(address, text) {
  const names = (await readdir(mailFolder)).filter((name) => name.endsWith('.eml'));
  const all = await Promise.all(names.map((name) => readFile(path.join(mailFolder, name), 'utf8')));
  return all.filter((letter) => letter.includes(address) && letter.includes(text)).length;
}

test('an application filled in offline is sent once, though the reply was lost', async ({ page, context }) => {
  test.setTimeout(180_000);
  const { person: ewa, caller } = await resident('Ewa', 'Zych');
  await caller.dispose();
  await page.goto('/zaloguj');
  await people.signsIn(page, ewa);
  await people.arrives(page, 'Moja karta');
  await people.fillsInApplication(page, ewa);
  await people.keepsWorking(page);
  await people.arrives(page, 'Sprawdź dane i wyślij wniosek');

  const place = new URL(page.url()).pathname;
  await test.step('changed and decided without a network', async () => {
    await context.setOffline(true);
    await page.getByRole('link', { name: /Zmień.*Ulica|Zmień.*Adres/ }).first().click();
    await people.arrives(page, 'Adres zamieszkania');
    await page.getByLabel('Numer mieszkania').fill('9');
    await expect(page.getByText(/Zapisano na tym urządzeniu/)).toBeVisible();
    await people.press(page, 'Zapisz i wróć');
    await people.arrives(page, 'Sprawdź dane i wyślij wniosek');
    await expect(page.getByText(/12A\/9/)).toBeVisible();
    await seen(page, 'outbox-check');
    await people.press(page, later);
    await people.arrives(page, 'Ten wniosek nie jest jeszcze wysłany');
    await expect(page.getByText(waits)).toBeVisible();
    await seen(page, 'outbox-waiting');
  });

  await test.step('a change takes the yes back, and it is asked for again', async () => {
    await page.goto(place);
    await expect(page.getByText(waits)).toBeVisible();
    await page.getByRole('link', { name: /Zmień.*Ulica|Zmień.*Adres/ }).first().click();
    await page.getByLabel('Numer mieszkania').fill('11');
    await expect(page.getByText(/Zapisano na tym urządzeniu/)).toBeVisible();
    await people.press(page, 'Zapisz i wróć');
    await people.arrives(page, 'Sprawdź dane i wyślij wniosek');
    await expect(page.getByText(waits)).toBeHidden();
    await expect(page.getByText(/12A\/11/)).toBeVisible();
    await people.press(page, later);
    await people.arrives(page, 'Ten wniosek nie jest jeszcze wysłany');
  });

  await test.step('survives the page', async () => {
    await page.goto('/wnioski');
    await expect(page.getByText(waits)).toBeVisible();
  });

  await test.step('signing out asks first', async () => {
    await page.goto('/wiecej');
    await people.press(page, 'Wyloguj');
    const question = page.getByRole('dialog', { name: 'Coś tu jeszcze czeka na wysłanie' });
    await expect(question).toContainText('Wniosek, który nie jest wysłany');
    await seen(page, 'outbox-sign-out');
    await question.getByRole('button', { name: 'Nie wylogowuj' }).click();
    await expect(question).toBeHidden();
    await page.goto('/wnioski');
    await expect(page.getByText(waits)).toBeVisible();
  });

  await test.step('the network is back, and the first reply is lost', async () => {
    let sent = 0;
    await context.route('**/submit', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await context.setOffline(false);
    const number = /PKM\/\d{4}\/\d{5}/;
    const receipt = await mail(ewa.email, (letter) => number.test(letter.text));
    await expect(page.getByText(waits)).toBeHidden({ timeout: 40_000 });
    expect(sent).toBeGreaterThan(1);
    const [mine] = receipt.text.match(number);
    await expect(page.getByText(mine).first()).toBeVisible();
    expect(await letters(ewa.email, mine)).toBe(1);
    await page.getByRole('link', { name: /Podgląd/ }).first().click();
    await expect(page.getByText(/Teraz kolej urzędu/).first()).toBeVisible();
  });
});

test('a lost card is blocked when the network is back', async ({ page, context }) => {
  test.setTimeout(120_000);
  const olga = await cardholder('Olga', 'Rak');
  await people.showsCard(page, olga);
  await people.keepsWorking(page);
  await context.setOffline(true);
  await page.goto('/karta/urzadzenia');
  await people.arrives(page, /./);
  await people.press(page, 'Zablokuj, gdy wróci internet');
  await expect(page.getByText('Blokada czeka na internet')).toBeVisible();
  await seen(page, 'outbox-block');
  await context.setOffline(false);
  await mail(olga.email, (letter) => /zablokowan/i.test(letter.subject));
  await page.goto('/karta');
  await expect(page.getByText('Karta jest zablokowana').first()).toBeVisible({ timeout: 20_000 });
});
