// What shows only for a moment — an answer at the till, a question before something ends, a journey's
// end, a card without a network — looked at as closely as every screen.
import { expect, mail, test } from './harness.mjs';
import { seen } from './seen.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

test('an account that works', async ({ page }) => {
  test.setTimeout(90_000);
  await people.registers(page, people.person('Hanna', 'Wilk'));
  await seen(page, 'activation-done');
});

test('an application on its way, with each question before it ends', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const igor = people.person('Igor', 'Bielski');
  await people.becomesResident(page, igor);
  await people.fillsInApplication(page, igor);
  const number = await people.sends(page);
  const address = new URL(page.url()).pathname.replace('/wyslany', '');

  const context = await browser.newContext({ locale: 'pl-PL', viewport: { width: 1280, height: 900 } });
  const office = await context.newPage();
  await people.opensCase(office, number);
  await people.press(office, 'Odmów');
  await office.getByRole('radiogroup', { name: 'Powód odmowy' }).getByRole('radio').first().check();
  await people.press(office, 'Odmów wydania karty');
  await expect(office.getByRole('dialog', { name: 'Na pewno odmówić?' })).toBeVisible();
  await seen(office, 'office-refuse');
  await office.setViewportSize({ width: 1280, height: 900 });
  await office.keyboard.press('Escape');
  await expect(office.getByRole('dialog')).toBeHidden();
  await people.press(office, 'Poproś o poprawkę');
  await office.getByRole('group', { name: 'Co poprawić' }).getByRole('button', { name: 'Zdjęcie' }).click();
  await office.getByRole('textbox', { name: /Wiadomość własnymi słowami/ }).fill('Prosimy o jaśniejsze zdjęcie.');
  await people.press(office, 'Wyślij prośbę');
  await people.arrives(office, 'Kolejka spraw');
  await seen(office, 'office-queue-done');
  await context.close();
  await mail(igor.email, (letter) => letter.text.includes('jaśniejsze'));

  await page.goto(address);
  await expect(page.getByText(/Teraz Twoja kolej/).first()).toBeVisible();
  await seen(page, 'correction');
  await people.press(page, 'Wycofaj wniosek');
  await expect(page.getByRole('dialog', { name: 'Wycofać wniosek?' })).toBeVisible();
  await seen(page, 'withdraw');
  await page.getByRole('dialog').getByRole('button', { name: 'Wycofaj wniosek' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('Wniosek wycofany').first()).toBeVisible();
  await seen(page, 'status-withdrawn');
});

test('a card without a network', async ({ page, context }) => {
  test.setTimeout(120_000);
  await people.showsCard(page, await cardholder('Iga', 'Sroka'));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(/Karta ważna do/)).toBeVisible();
  await expect(page.getByRole('img', { name: /Kod QR karty/ })).toBeVisible();
  await seen(page, 'card-offline');
});

test('the demo mailbox', async ({ page }) => {
  await people.registers(page, people.person('Lena', 'Mazur'));
  await page.goto('/mailbox');
  await people.arrives(page, /./);
  await seen(page, 'mailbox');
  await page.getByRole('main').getByRole('link').first().click();
  await people.arrives(page, /./);
  await seen(page, 'mailbox-mail');
});
