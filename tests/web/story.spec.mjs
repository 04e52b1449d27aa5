// The whole journey as people walk it: register, apply, decide, show, check — in real Chromium,
// against the real server.
import path from 'node:path';
import { expect, later, link, mail, out, picture, readCode, test } from './harness.mjs';
import * as people from './people.mjs';

test('from registration to a scanned card', async ({ page, browser, context }) => {
  test.setTimeout(180_000);
  const julia = people.person('Julia', 'Nowicka');
  await people.becomesResident(page, julia);

  await test.step('applies, and nothing is lost on a reload', async () => {
    await people.fillsInApplication(page, julia);
    await page.getByRole('link', { name: /Zmień.*Ulica|Zmień.*Adres/ }).first().click();
    await people.arrives(page, 'Adres zamieszkania');
    await page.getByLabel('Numer mieszkania').fill('7');
    await expect(page.getByText(/Zapisano na tym urządzeniu/)).toBeVisible();
    await page.reload();
    await people.arrives(page, 'Adres zamieszkania');
    await expect(page.getByLabel('Numer mieszkania')).toHaveValue('7');
    await people.press(page, 'Zapisz i wróć');
    await people.arrives(page, 'Sprawdź dane i wyślij wniosek');
    await expect(page.getByText(/12A\/7/)).toBeVisible();
  });

  const number = await people.sends(page);
  const receipt = await mail(julia.email, (letter) => letter.text.includes(number));
  expect(receipt.subject).not.toBe('');

  await test.step('follows it', async () => {
    await page.goto('/wnioski');
    await page.getByRole('link', { name: /Podgląd/ }).first().click();
    await expect(page.getByText(/Teraz kolej urzędu/).first()).toBeVisible();
    await expect(page.getByText(number).first()).toBeVisible();
  });

  await test.step('a clerk approves', async () => {
    const office = await browser.newContext({ locale: 'pl-PL', viewport: { width: 1280, height: 900 } });
    const desk = await office.newPage();
    await people.opensCase(desk, number);
    await people.approves(desk);
    await office.close();
    await mail(julia.email, (letter) => letter.subject.length > 0 && /kart/i.test(letter.subject));
  });

  const verifier = await browser.newContext({ locale: 'pl-PL', viewport: { width: 390, height: 844 } });
  const till = await verifier.newPage();
  let shot;

  await test.step('the card appears, and another phone reads it from a picture', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/karta');
    await expect(page.getByText(/Karta ważna do/)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('img', { name: /Kod QR karty/ })).toBeVisible();
    await till.goto('/sprawdz');
    await people.arrives(till, 'Sprawdź kartę');
    shot = await picture(page, 'story-card', { fullPage: false });
    await people.uploads(till, shot);
    await people.arrives(till, 'Karta ważna');
    await expect(till.getByText(/J\.N\.|Julia N\./)).toBeVisible();
    await picture(till, 'story-valid', { fullPage: false });
  });

  await test.step('an independent reader finds the same code', async () => {
    const text = await readCode(shot);
    expect(text).toMatch(/^RKC1:[0-9A-Z $%*+./:-]+$/);
    expect(text.length).toBeLessThanOrEqual(600);
  });

  await test.step('the same picture a minute later is refused', async () => {
    const other = await later(browser, 60_000);
    const late = await other.newPage();
    await late.goto('/sprawdz');
    await people.arrives(late, 'Sprawdź kartę');
    await people.uploads(late, shot);
    await people.arrives(late, /Nie można potwierdzić|Karta nieważna/);
    await expect(late.getByText(/zrzut ekranu/)).toBeVisible();
    await picture(late, 'story-stale', { fullPage: false });
    await other.close();
  });

  await test.step('without a network and after a reload the card is still there', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByText(/Karta ważna do/)).toBeVisible();
    const offline = await picture(page, 'story-offline', { fullPage: false });
    await verifier.setOffline(true);
    await till.reload();
    await people.arrives(till, 'Sprawdź kartę');
    await people.uploads(till, offline);
    await people.arrives(till, 'Karta ważna');
  });
  await verifier.close();
  expect(path.dirname(shot)).toBe(out);
});

test('a picture of something else is no card', async ({ page }) => {
  const folder = await people.files();
  await page.goto('/sprawdz');
  await people.arrives(page, 'Sprawdź kartę');
  await people.uploads(page, path.join(folder, 'maly.png'));
  await expect(page.getByText(/nie widać kodu QR/)).toBeVisible();
});

test('a link works once and only by its button', async ({ page }) => {
  const ola = people.person('Ola', 'Sadowska');
  await page.goto('/konto');
  await page.getByLabel('Imię (imiona)').fill(ola.given);
  await page.getByLabel('Nazwisko').fill(ola.surname);
  await page.getByLabel('Adres e-mail').fill(ola.email);
  await page.getByRole('textbox', { name: 'Hasło' }).fill(ola.password);
  for (const box of await page.getByRole('group', { name: 'Wymagane zgody' }).getByRole('checkbox').all()) {
    await box.check();
  }
  await people.press(page, 'Załóż konto');
  const address = link(await mail(ola.email));
  await page.goto(address);
  await page.goto(address);
  await people.press(page, 'Uruchom konto');
  await people.arrives(page, 'Konto działa');
  await page.goto(address);
  await people.press(page, 'Uruchom konto');
  await people.arrives(page, 'Ten link już nie działa');
});
