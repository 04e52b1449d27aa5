// When nothing can be scanned: the card's number and the six digits of the moment, typed at a till.
import { expect, picture, test } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

/** What a person reads aloud from the full screen: number and digits. */
async function reads(phone) {
  const number = await phone.getByText(/^\d{4} \d{4} \d{4}$/).textContent();
  const digits = (await phone.getByText('Kod do podania:').textContent()).replace(/\D/g, '');
  expect(digits).toHaveLength(6);
  return { number, digits };
}

async function types(till, { number, digits }) {
  await till.getByRole('textbox', { name: 'Numer karty' }).fill(number);
  await till.getByRole('textbox', { name: 'Sześć cyfr z telefonu' }).fill(digits);
  await people.press(till, 'Sprawdź');
}

test('a number with its six digits, with wrong ones, without a network, and of a blocked card', async ({ browser }) => {
  test.setTimeout(120_000);
  const lena = await cardholder('Lena', 'Zawilec');
  const phone = await people.phone(browser, lena);
  await phone.getByRole('link', { name: 'Pokaż kod na cały ekran' }).click();
  await people.arrives(phone, 'Lena Zawilec');
  const till = await people.till(browser);
  await till.getByRole('link', { name: 'Wpisz numer karty' }).click();
  await people.arrives(till, 'Wpisz numer karty');

  const first = await reads(phone);
  await test.step('right: the name, and a document to compare', async () => {
    await types(till, first);
    await people.answers(till, 'Porównaj z dokumentem', 'Osoba dorosła: Lena Z.');
    await picture(till, 'typed-right', { fullPage: false });
    await people.press(till, 'Zgadza się');
    await people.arrives(till, 'Wpisz numer karty');
  });

  const { number, digits } = first;
  const wrong = digits.replace(/\d$/, (last) => String((Number(last) + 5) % 10));
  for (const [what, typed] of [
    ['wrong digits', { number, digits: wrong }],
    ['a number of nobody', { number: '1234 5678 9015', digits }],
    ['digits that were used', first],
  ]) {
    await test.step(`${what}: the same answer`, async () => {
      await types(till, typed);
      await people.answers(till, 'Nie można potwierdzić', 'Nie ma takiej karty albo sześć cyfr się nie zgadza.');
      await people.next(till, 'Wpisz numer karty');
    });
  }

  await test.step('mistypings are told before anybody is asked', async () => {
    await types(till, { number: '1234 5678 9012', digits: '12' });
    const mistakes = till.getByRole('alert');
    await expect(mistakes.getByRole('link', { name: 'Jedna z cyfr się nie zgadza.' })).toBeVisible();
    await expect(mistakes.getByRole('link', { name: 'Wpisz sześć cyfr' })).toBeVisible();
    await expect(mistakes).toBeFocused();
  });

  await test.step('without a network it says what to do', async () => {
    await people.offline(till);
    await expect(till.getByText('Bez internetu nie sprawdzimy numeru')).toBeVisible();
    await expect(till.getByText('poproś o dokument ze zdjęciem i zdecyduj na miejscu')).toBeVisible();
    await people.offline(till, false);
  });

  await test.step('blocked: the server knows at once', async () => {
    const other = await people.phone(browser, lena);
    await other.getByRole('link', { name: 'Urządzenia i bezpieczeństwo' }).click();
    await people.press(other, 'Zablokuj kartę');
    await expect(other.getByText('Żaden kod tej karty teraz nie działa')).toBeVisible();
    await other.context().close();
    await expect.poll(async () => (await reads(phone)).digits, { timeout: 40_000 }).not.toBe(digits);
    await types(till, await reads(phone));
    await people.answers(till, 'Karta nieważna', 'Karta jest zablokowana.');
  });
  await phone.context().close();
  await till.context().close();
});
