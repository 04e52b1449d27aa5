// Registration and the whole form, a lost card and a till, with a keyboard alone: Tab, Space, Enter,
// arrows and letters.
// Invariant: nothing is clicked or focused by the test; at every stop the focus can be seen.
import path from 'node:path';
import { expect, link, mail, picture, test } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

/** Whether what has the focus shows it and stands within the window. */
function focusSeen() {
  const at = document.activeElement;
  // Past the last stop the focus is the window's own for one press.
  if (!at || at === document.body) return '';
  const marked = (element, part) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || (boxShadow !== 'none' && boxShadow.includes('6px'));
  };
  const around = [at, at.parentElement, at.parentElement?.parentElement].filter(Boolean);
  const shown = around.some((element) => marked(element) || marked(element, '::after'));
  const { top, bottom, left, right } = at.getBoundingClientRect();
  const inside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const name = at.getAttribute('aria-label') ?? at.id ?? at.textContent;
  if (!shown) return `no mark on ${at.tagName} ${name}`;
  return inside ? '' : `out of sight: ${at.tagName} ${name}`;
}

/** Presses Tab until this has the focus. */
async function tabTo(page, target) {
  await expect(target).toBeAttached();
  for (let stop = 0; stop < 60; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focusSeen)).toBe('');
  }
  throw new Error(`Tab never comes to ${target}`);
}

async function types(page, label, text) {
  await tabTo(page, page.getByRole('textbox', { name: label }));
  await page.keyboard.type(text);
}

async function presses(page, name) {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

async function ticksAll(page, group) {
  for (const box of await page.getByRole('group', { name: group }).getByRole('checkbox').all()) {
    await tabTo(page, box);
    await page.keyboard.press('Space');
    await expect(box).toBeChecked();
  }
}

async function choosesFirst(page) {
  const first = page.getByRole('radio').first();
  await tabTo(page, first);
  await page.keyboard.press('Space');
  await expect(first).toBeChecked();
}

async function uploads(page, file) {
  await tabTo(page, page.locator('input[type=file]'));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(file);
}

test('from an account to a checked application without a mouse', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const zofia = people.person('Zofia', 'Rybicka');
  const folder = await people.files();
  await page.goto('/konto');
  await people.arrives(page, 'Załóż konto');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Przejdź do treści' })).toBeFocused();
  await page.keyboard.press('Enter');
  await types(page, 'Imię (imiona)', zofia.given);
  await types(page, 'Nazwisko', zofia.surname);
  await types(page, 'Adres e-mail', zofia.email);
  await types(page, 'Hasło', zofia.password);
  await ticksAll(page, 'Wymagane zgody');
  await presses(page, 'Załóż konto');
  await people.arrives(page, 'Sprawdź pocztę');
  await page.goto(link(await mail(zofia.email)));
  await presses(page, 'Uruchom konto');
  await people.arrives(page, 'Konto działa');
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Zaloguj się' }));
  await page.keyboard.press('Enter');
  await types(page, 'Adres e-mail', zofia.email);
  await types(page, 'Hasło', zofia.password);
  await page.keyboard.press('Enter');
  await people.arrives(page, 'Moja karta');

  await tabTo(page, page.getByRole('navigation').getByRole('link', { name: 'Moje wnioski' }));
  await page.keyboard.press('Enter');
  await people.arrives(page, 'Moje wnioski');
  await presses(page, 'Złóż wniosek');
  await people.arrives(page, 'Dla kogo jest karta?');
  await choosesFirst(page);
  await presses(page, 'Dalej');
  await people.arrives(page, 'Dlaczego należy się karta?');
  await choosesFirst(page);
  await presses(page, 'Dalej');
  await people.arrives(page, 'Dane osobowe');
  await types(page, 'Dzień', '5');
  await types(page, 'Miesiąc', 'maja');
  await types(page, 'Rok', '1991');
  await page.keyboard.press('Enter');
  await people.arrives(page, 'Adres zamieszkania');
  await types(page, 'Ulica', 'Bolesława Prusa');
  await types(page, 'Numer domu', '12A');
  await types(page, 'Kod pocztowy', '05-800');
  await types(page, 'Miejscowość', 'Pruszków');
  await presses(page, 'Dalej');
  await people.arrives(page, 'Kontakt');
  await presses(page, 'Dalej');
  await people.arrives(page, 'Zdjęcie na kartę');
  await uploads(page, path.join(folder, 'aparat.jpg'));
  await expect(page.getByText('Tak zobaczy je urząd')).toBeVisible({ timeout: 20_000 });
  await presses(page, 'Dalej');
  await people.arrives(page, 'Dokument');
  await uploads(page, path.join(folder, 'pit.pdf'));
  await expect(page.getByText('Przyjęte, zapisane w urzędzie')).toBeVisible({ timeout: 20_000 });
  await presses(page, 'Dalej');
  await people.arrives(page, 'Jaka ma być karta?');
  await choosesFirst(page);
  await presses(page, 'Dalej');
  await people.arrives(page, 'Oświadczenia i zgody');
  await ticksAll(page, 'Potrzebne, żeby rozpatrzyć wniosek');
  await presses(page, 'Dalej');
  await people.arrives(page, 'Sprawdź dane i wyślij wniosek');
  await tabTo(page, page.getByRole('button', { name: 'Wyślij wniosek' }));
  await picture(page, 'keyboard-check', { fullPage: false });
});

async function follows(page, name) {
  await tabTo(page, page.getByRole('main').getByRole('link', { name }));
  await page.keyboard.press('Enter');
}

test('a number checked at a till without a mouse', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto('/sprawdz');
  await people.arrives(page, 'Sprawdź kartę');
  await follows(page, 'Wpisz numer karty');
  await people.arrives(page, 'Wpisz numer karty');
  await types(page, 'Numer karty', '123456789015');
  await types(page, 'Sześć cyfr z telefonu', '123456');
  await page.keyboard.press('Enter');
  await people.answers(page, 'Nie można potwierdzić', 'Nie ma takiej karty albo sześć cyfr się nie zgadza.');
  await presses(page, 'Sprawdź następną');
  await expect(page.getByRole('textbox', { name: 'Numer karty' })).toBeFocused();
  await follows(page, 'Wróć');
  await follows(page, 'Tryb pytania');
  await types(page, 'Nazwa tego miejsca', 'Basen');
  await page.keyboard.press('Enter');
  await people.arrives(page, 'Zeskanuj ten kod telefonem');
  await follows(page, 'Zakończ');
  await people.arrives(page, 'Sprawdź kartę');
});

test('a lost card blocked and taken back without a mouse', async ({ page }) => {
  test.setTimeout(90_000);
  const adam = await cardholder('Adam', 'Jasny');
  await people.showsCard(page, adam);
  await follows(page, 'Urządzenia i bezpieczeństwo');
  await people.arrives(page, 'Urządzenia i bezpieczeństwo');
  const stop = page.getByRole('button', { name: /Wyłącz kartę na/ });
  await tabTo(page, stop);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(stop).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Zablokuj kartę' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Żaden kod tej karty teraz nie działa')).toBeVisible();
  await presses(page, 'Cofnij blokadę');
  await types(page, 'Hasło', adam.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Zablokuj kartę' })).toBeVisible();
});
