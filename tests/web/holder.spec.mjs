// The holder's and the office's screens around a card, each looked at as closely as every screen:
// devices, blocking, paper, a machine's question, one device too many.
import { expect, test } from './harness.mjs';
import { seen } from './seen.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

test('a card, its devices, its paper, its block, and the office', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const zenon = await cardholder('Zenon', 'Wilga');
  await people.showsCard(page, zenon);
  const number = await page.getByText(/^nr\s\d{4} \d{4} \d{4}$/).textContent();

  await test.step('paper', async () => {
    await page.goto('/karta/wydruk');
    await expect(page.getByRole('button', { name: 'Przygotuj wydruk' })).toBeVisible();
    await seen(page, 'card-print');
    await people.press(page, 'Przygotuj wydruk');
    await expect(page.getByRole('link', { name: 'Pobierz kartkę A4 (PDF)' })).toBeVisible();
    await seen(page, 'card-print-ready');
  });

  await test.step('a machine’s question', async () => {
    await page.goto('/karta/pytanie');
    await people.arrives(page, 'Odpowiedz na pytanie urządzenia');
    await page.getByText('Wpisz lub wklej pytanie').click();
    await seen(page, 'card-answer');
    await page.getByRole('textbox', { name: 'Treść pytania' }).fill('RKC1:ABC');
    await people.press(page, 'Odczytaj');
    await expect(page.getByText('To kod karty, a nie pytanie urządzenia.')).toBeVisible();
    await seen(page, 'card-answer-mistake');
    const gate = await people.till(browser);
    await gate.goto('/sprawdz/pytanie');
    await gate.getByRole('textbox', { name: 'Nazwa tego miejsca' }).fill('Biblioteka, bramka');
    await people.press(gate, 'Rozpocznij');
    await people.arrives(gate, 'Zeskanuj ten kod telefonem');
    await page.getByRole('textbox', { name: 'Treść pytania' }).fill(await people.reads(gate, 'holder-question'));
    await seen(gate, 'verify-question');
    await gate.context().close();
    await people.press(page, 'Odczytaj');
    await expect(page.getByText('Pyta: Biblioteka, bramka')).toBeVisible();
    await seen(page, 'card-answer-asks');
    await people.press(page, 'Pokaż odpowiedź');
    await expect(page.getByText('Odpowiedź dla: Biblioteka, bramka')).toBeVisible();
    await seen(page, 'card-answer-given');
    await expect(page.getByText('Czas minął. Zeskanuj pytanie jeszcze raz.')).toBeVisible({ timeout: 35_000 });
    await seen(page, 'card-answer-over');
  });

  await test.step('the office finds the card', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const office = await context.newPage();
    await office.goto('/urzad');
    await people.signsIn(office, people.clerk);
    await people.arrives(office, 'Kolejka spraw');
    await office.goto('/urzad/karta');
    await people.arrives(office, 'Karty');
    await seen(office, 'office-card');
    await office.getByRole('textbox', { name: 'Numer karty' }).fill('1234 5678 9015');
    await people.press(office, 'Znajdź kartę');
    await expect(office.getByText('Nie ma karty z tym numerem').first()).toBeVisible();
    await seen(office, 'office-card-unknown');
    await office.getByRole('textbox', { name: 'Numer karty' }).fill(number.replace('nr', ''));
    await people.press(office, 'Znajdź kartę');
    await expect(office.getByText('Zenon Wilga')).toBeVisible();
    await seen(office, 'office-card-found');
    await people.press(office, 'Zablokuj kartę');
    const dialog = office.getByRole('dialog', { name: 'Zablokować tę kartę?' });
    await expect(dialog).toBeVisible();
    await seen(office, 'office-card-block');
    await dialog.getByRole('button', { name: 'Zablokuj kartę' }).click();
    await expect(office.getByRole('button', { name: 'Odblokuj kartę' })).toBeVisible();
    await seen(office, 'office-card-blocked');
    await people.press(office, 'Odblokuj kartę');
    await office.getByRole('dialog').getByRole('button', { name: 'Odblokuj kartę' }).click();
    await expect(office.getByRole('button', { name: 'Zablokuj kartę' })).toBeVisible();
    await context.close();
  });

  await test.step('devices and a block', async () => {
    await page.goto('/karta');
    await people.hasCode(page);
    await page.goto('/karta/urzadzenia');
    await expect(page.getByText('Karta jest na 1 z 5 możliwych urządzeń.')).toBeVisible();
    await seen(page, 'card-devices');
    await page.getByRole('button', { name: /Wyłącz kartę na/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await seen(page, 'card-devices-stop');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await people.press(page, 'Zablokuj kartę');
    await expect(page.getByText('Żaden kod tej karty teraz nie działa')).toBeVisible();
    await seen(page, 'card-devices-blocked');
    await page.goto('/karta');
    await expect(page.getByText('Karta jest zablokowana').first()).toBeVisible();
    await seen(page, 'card-blocked');
    await people.press(page, 'Cofnij blokadę');
    await expect(page.getByRole('dialog', { name: 'Cofnąć blokadę karty?' })).toBeVisible();
    await seen(page, 'card-unblock');
  });
});

test('one device too many', async ({ page, browser }) => {
  test.setTimeout(150_000);
  const basia = await cardholder('Basia', 'Gil');
  for (let device = 0; device < 5; device += 1) {
    const other = await people.phone(browser, basia);
    await other.context().close();
  }
  await page.goto('/zaloguj');
  await people.signsIn(page, basia);
  await expect(page.getByText('O jedno urządzenie za dużo')).toBeVisible();
  await expect(page.getByText('Karta jest na 5 z 5 możliwych urządzeń.')).toBeVisible();
  await seen(page, 'card-too-many');
  await page.getByRole('button', { name: /Wyłącz kartę na/ }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Wyłącz' }).click();
  await people.hasCode(page);
});

test('a signed-out device, and one without a network', async ({ page, context }) => {
  test.setTimeout(90_000);
  await page.goto('/karta/urzadzenia');
  await people.arrives(page, /./);
  await seen(page, 'card-devices-out');
  await people.showsCard(page, await cardholder('Gaja', 'Rej'));
  await people.keepsWorking(page);
  await context.setOffline(true);
  await page.goto('/karta/urzadzenia');
  await expect(page.getByText('Działa: kod karty na tym urządzeniu.')).toBeVisible();
  await seen(page, 'card-devices-offline');
  await page.goto('/sprawdz/numer');
  await expect(page.getByText('Bez internetu nie sprawdzimy numeru')).toBeVisible();
  await seen(page, 'verify-number-offline');
});
