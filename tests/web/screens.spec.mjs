// Every screen, light and dark, on a phone and on a desk: no axe violation, nothing wider than the
// window — also at 320 px and with letters twice as large. Leaves a picture of each in out/.
import { expect, test } from './harness.mjs';
import { seen } from './seen.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

const newcomer = { email: 'marek@demo.karta.example', password: 'granatowy rower 3' };

const open = [
  ['start', '/', /Karta Mieszkańca/],
  ['register', '/konto', 'Załóż konto'],
  ['sent', '/konto/sprawdz', 'Sprawdź pocztę'],
  ['activation', '/aktywacja?t=kl_nothing', 'Uruchom konto'],
  ['sign-in', '/zaloguj', 'Zaloguj się'],
  ['forgotten', '/haslo', 'Nie pamiętam hasła'],
  ['new-password', '/haslo/nowe?t=kl_nothing', 'Ustaw nowe hasło'],
  ['card-none', '/karta', /./],
  ['applications-out', '/wnioski', 'Moje wnioski'],
  ['benefits', '/znizki', 'Zniżki'],
  ['verify', '/sprawdz', 'Sprawdź kartę'],
  ['verify-number', '/sprawdz/numer', 'Wpisz numer karty'],
  ['verify-today-empty', '/sprawdz/dzis', 'Dziś'],
  ['verify-ask', '/sprawdz/pytanie', 'Tryb pytania'],
  ['more', '/wiecej', 'Więcej'],
  ['help', '/pomoc', 'Pomoc'],
  ['office-sign-in', '/urzad', 'Logowanie dla urzędu'],
  ['not-found', '/nie-ma', 'Nie ma takiej strony'],
];

for (const [name, address, heading] of open) {
  test(`screen for everybody: ${name}`, async ({ page }) => {
    await page.goto(address);
    await people.arrives(page, heading);
    await seen(page, name);
  });
}

test('mistakes are said above the form and beside the field', async ({ page }) => {
  await page.goto('/konto');
  await people.press(page, 'Załóż konto');
  await expect(page.getByRole('alert').getByRole('link', { name: 'Wpisz imię' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page).toHaveTitle(/^Błąd: /);
  await seen(page, 'register-mistakes');
  await page.getByRole('alert').getByRole('link', { name: 'Wpisz imię' }).click();
  await expect(page.getByLabel('Imię (imiona)')).toBeFocused();
});

test('a benefit', async ({ page }) => {
  // Chromium on Linux has nothing to share with; the device's part is played here.
  await page.addInitScript(() => {
    window.shared = [];
    navigator.share = (what) => Promise.resolve(window.shared.push(what));
  });
  await page.goto('/znizki');
  await people.arrives(page, 'Zniżki');
  await page.getByRole('searchbox').fill('plywalnia');
  await expect(page.getByRole('listitem').filter({ hasText: 'Pływalnia' }).first()).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: /./ }).filter({ hasNotText: 'Wróć' }).first().click();
  await expect(page.getByRole('link', { name: 'Pokaż kod' })).toBeVisible();
  await seen(page, 'benefit');
  await people.press(page, 'Udostępnij zniżkę');
  const [what] = await page.evaluate(() => window.shared);
  expect(what.text).toContain(what.title);
  expect(what.text).toContain(page.url());
});

test('the card and its code', async ({ page }) => {
  await page.goto('/zaloguj');
  await people.signsIn(page, await cardholder('Anna', 'Kowalska'));
  await people.arrives(page, 'Moja karta');
  await expect(page.getByText(/Karta ważna do/)).toBeVisible({ timeout: 20_000 });
  await seen(page, 'card');
  await page.getByRole('link', { name: 'Pokaż kod na cały ekran' }).click();
  await expect(page.getByRole('img', { name: /Kod QR karty/ })).toBeVisible();
  await seen(page, 'code');
});

test('the form, page by page, and what became of it', async ({ page }) => {
  test.setTimeout(240_000);
  const jan = people.person('Jan', 'Malinowski');
  await people.becomesResident(page, jan);
  await page.goto('/wnioski');
  await people.arrives(page, 'Moje wnioski');
  await seen(page, 'applications-none');
  await people.fillsInApplication(page, jan);
  const address = new URL(page.url()).pathname.replace('/sprawdz', '');
  for (const step of ['whom', 'ground', 'person', 'address', 'contact', 'photo', 'document', 'carrier', 'consents']) {
    await page.goto(`${address}/krok/${step}`);
    await people.arrives(page, /./);
    await seen(page, `form-${step}`);
  }
  await page.goto(`${address}/sprawdz`);
  await people.arrives(page, 'Sprawdź dane i wyślij wniosek');
  await seen(page, 'check');
  await people.sends(page);
  await seen(page, 'application-sent');
  await page.goto(address);
  await expect(page.getByText(/Teraz kolej urzędu/).first()).toBeVisible();
  await seen(page, 'status');
  await page.goto('/wnioski');
  await people.arrives(page, 'Moje wnioski');
  await seen(page, 'applications');
});

test('an empty form says what is missing', async ({ page }) => {
  await page.goto('/zaloguj?next=/wnioski');
  await people.signsIn(page, newcomer);
  await people.arrives(page, 'Moje wnioski');
  await page.getByRole('button', { name: /Złóż wniosek/ }).or(page.getByRole('link', { name: /Dokończ wniosek/ })).first().click();
  await page.waitForURL(/\/krok\//);
  const address = new URL(page.url()).pathname.replace(/\/krok\/.*/, '');
  await page.goto(`${address}/krok/person`);
  await people.arrives(page, 'Dane osobowe');
  await page.getByLabel('Nazwisko').fill('');
  await people.press(page, 'Dalej');
  await expect(page.getByRole('alert')).toBeFocused();
  await seen(page, 'form-mistakes');
});

test('the office', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/urzad');
  await people.signsIn(page, people.clerk);
  await people.arrives(page, 'Kolejka spraw');
  await seen(page, 'office-queue');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('row').filter({ hasText: 'Marta Zielonka' }).getByRole('link').click();
  await expect(page.getByRole('button', { name: 'Zatwierdź' })).toBeVisible();
  await seen(page, 'office-case');
  await page.setViewportSize({ width: 1280, height: 900 });
  await people.press(page, 'Poproś o poprawkę');
  await seen(page, 'office-ask');
  await page.setViewportSize({ width: 1280, height: 900 });
});

for (const [language, heading] of [['English', 'Pruszków Resident Card'], ['Українська', /Картка/]]) {
  test(`before signing in, in ${language}`, async ({ page }) => {
    await page.goto('/');
    await people.arrives(page, /Karta Mieszkańca/);
    await page.getByRole('button', { name: /Język/ }).click();
    await page.getByRole('button', { name: language }).click();
    await people.arrives(page, heading);
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'uk');
    await page.reload();
    await people.arrives(page, heading);
    await seen(page, `start-${language === 'English' ? 'en' : 'uk'}`);
  });
}
