// What happens when a case is not clean: a correction that keeps its place, a refusal with its
// reason, files that cannot be used, accounts that see nothing of each other.
import path from 'node:path';
import { expect, mail, picture, test } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

async function desk(browser) {
  const context = await browser.newContext({ locale: 'pl-PL', viewport: { width: 1280, height: 1000 } });
  return context.newPage();
}

test('a photo is asked for again, mended on a phone, and the card is there', async ({ page, browser }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const ewa = people.person('Ewa', 'Lisowska');
  await people.becomesResident(page, ewa);
  await people.fillsInApplication(page, ewa);
  const number = await people.sends(page);
  const address = new URL(page.url()).pathname.replace('/wyslany', '');

  const office = await desk(browser);
  await people.opensCase(office, number);
  await people.press(office, 'Poproś o poprawkę');
  await office.getByRole('group', { name: 'Co poprawić' }).getByRole('button', { name: 'Zdjęcie' }).click();
  await office.getByRole('textbox', { name: /Wiadomość własnymi słowami/ }).fill('Prosimy o zdjęcie bez cienia.');
  await people.press(office, 'Wyślij prośbę');
  await people.arrives(office, 'Kolejka spraw');
  await mail(ewa.email, (letter) => letter.text.includes('bez cienia'));

  await page.goto(address);
  await expect(page.getByText(/Teraz Twoja kolej/).first()).toBeVisible();
  await expect(page.getByText('Prosimy o zdjęcie bez cienia.')).toBeVisible();
  await picture(page, 'correction-light-360');
  await page.getByRole('link', { name: 'Popraw: Zdjęcie' }).click();
  await people.arrives(page, 'Zdjęcie na kartę');
  await people.uploads(page, path.join(await people.files(), 'aparat.jpg'));
  await expect(page.getByText('Tak zobaczy je urząd')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: /Zapisz i wróć|Dalej/ }).click();
  await people.press(page, 'Wyślij poprawki');
  await people.arrives(page, 'Poprawki wysłane');

  await office.reload();
  await office.getByRole('link', { name: number }).click();
  await expect(office.getByText('Wróciła z poprawkami').or(office.getByText(number)).first()).toBeVisible();
  await people.approves(office);
  await page.goto('/karta');
  await expect(page.getByText(/Karta ważna do/)).toBeVisible({ timeout: 20_000 });
  await office.context().close();
});

test('a refusal says why', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const piotr = people.person('Piotr', 'Gajewski');
  await people.becomesResident(page, piotr);
  await people.fillsInApplication(page, piotr);
  const number = await people.sends(page);
  const address = new URL(page.url()).pathname.replace('/wyslany', '');
  const office = await desk(browser);
  await people.opensCase(office, number);
  await people.press(office, 'Odmów');
  await office.getByRole('radiogroup', { name: 'Powód odmowy' }).getByRole('radio').first().check();
  await people.press(office, 'Odmów wydania karty');
  await office.getByRole('dialog').getByRole('button', { name: 'Odmów wydania karty' }).click();
  await people.arrives(office, 'Kolejka spraw');
  await page.goto(address);
  await expect(page.getByText('Urząd odmówił wydania karty.').first()).toBeVisible();
  await mail(piotr.email, (letter) => letter.text.includes(number) && /odrzucony/.test(letter.text));
  await office.context().close();
});

test('each file that cannot be used has its own sentence, and a good one still works', async ({ page }) => {
  test.setTimeout(120_000);
  const iga = people.person('Iga', 'Borkowska');
  const folder = await people.files();
  await people.becomesResident(page, iga);
  await page.goto('/wnioski');
  await people.press(page, 'Złóż wniosek');
  await page.waitForURL(/\/krok\//);
  await page.goto(`${new URL(page.url()).pathname.replace(/\/krok\/.*/, '')}/krok/photo`);
  await people.arrives(page, 'Zdjęcie na kartę');
  const sentences = {
    'pusty.jpg': /plik jest pusty/i,
    'notatka.jpg': /Nie umiemy otworzyć tego pliku/,
    'uciety.jpg': /ucięty lub uszkodzony/,
    'maly.png': /Zdjęcie jest za małe/,
    'bomba.png': /po rozpakowaniu jest za duży/,
  };
  for (const [name, sentence] of Object.entries(sentences)) {
    await people.uploads(page, path.join(folder, name));
    await expect(page.getByText(sentence).first(), name).toBeVisible({ timeout: 20_000 });
  }
  await people.uploads(page, path.join(folder, 'aparat.jpg'));
  await expect(page.getByText('Tak zobaczy je urząd')).toBeVisible({ timeout: 20_000 });
});

test('residents see nothing of the office, and nothing of each other', async ({ page }) => {
  await page.goto('/zaloguj');
  await people.signsIn(page, people.anna);
  await people.arrives(page, 'Moja karta');
  await page.goto('/urzad');
  await people.arrives(page, 'To konto nie widzi spraw urzędu');
  await page.goto('/wnioski/app_00000000000000000000000000000001');
  await expect(page.getByText(/Nie ma tu takiej rzeczy/)).toBeVisible();
});

test('signing out takes the card off this device', async ({ page }) => {
  await page.goto('/zaloguj');
  await people.signsIn(page, await cardholder('Pola', 'Sowa'));
  await expect(page.getByText(/Karta ważna do/)).toBeVisible({ timeout: 20_000 });
  await page.goto('/wiecej');
  await people.press(page, 'Wyloguj');
  await page.goto('/karta');
  await expect(page.getByText('Na tym urządzeniu nie ma karty').or(page.getByText('Nie masz jeszcze karty')).first()).toBeVisible();
  const kept = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    return JSON.stringify(names) + JSON.stringify({ ...localStorage });
  });
  expect(kept).not.toContain('Zawada');
});
