// A gate that asks first: the phone answers one question of one gate, once.
import { expect, picture, test } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

const question = (gate) => gate.getByRole('img', { name: 'Kod QR z pytaniem' });

/** The phone reads the gate's question as text; it could as well scan it. */
async function answersTo(phone, gate) {
  const text = await people.reads(gate, 'challenge-question');
  expect(text).toMatch(/^RKCQ:/);
  await phone.getByRole('button', { name: 'Wpisz lub wklej pytanie' }).or(phone.getByText('Wpisz lub wklej pytanie')).first().click();
  await phone.getByRole('textbox', { name: 'Treść pytania' }).fill(text);
  await people.press(phone, 'Odczytaj');
  await expect(phone.getByText('Pyta: Basen Kapry, kasa 1')).toBeVisible();
  await picture(phone, 'challenge-asks', { fullPage: false });
  await people.press(phone, 'Pokaż odpowiedź');
  await expect(phone.getByText('Odpowiedź dla: Basen Kapry, kasa 1')).toBeVisible();
  return people.reads(phone, 'challenge-answer');
}

test('an answer opens a gate once, and nothing else', async ({ browser }) => {
  test.setTimeout(120_000);
  const phone = await people.phone(browser, await cardholder('Nina', 'Sobel'));
  const usual = await people.reads(phone, 'challenge-card');
  await phone.getByRole('link', { name: 'Odpowiedz na pytanie urządzenia' }).click();
  await people.arrives(phone, 'Odpowiedz na pytanie urządzenia');

  const gate = await people.till(browser);
  await gate.getByRole('link', { name: 'Tryb pytania' }).click();
  await people.arrives(gate, 'Tryb pytania');
  await people.press(gate, 'Rozpocznij');
  await expect(gate.getByRole('alert').getByRole('link', { name: 'Wpisz krótką nazwę' })).toBeVisible();
  await gate.getByRole('textbox', { name: 'Nazwa tego miejsca' }).fill('Basen Kapry, kasa 1');
  await people.press(gate, 'Rozpocznij');
  await people.arrives(gate, 'Zeskanuj ten kod telefonem');

  let answer;
  await test.step('the answer to this question: valid', async () => {
    // A question that is about to end is left to end.
    const before = await question(gate).innerHTML();
    await expect.poll(() => question(gate).innerHTML(), { timeout: 40_000 }).not.toBe(before);
    answer = await answersTo(phone, gate);
    await people.scans(gate, answer);
    await people.answers(gate, 'Karta ważna', 'inicjały N.S.');
    await picture(gate, 'challenge-valid', { fullPage: false });
    await people.next(gate, 'Zeskanuj ten kod telefonem');
  });

  await test.step('the same answer to the next question: not accepted', async () => {
    await people.scans(gate, answer);
    await people.answers(gate, 'Nie można potwierdzić', 'To nie jest odpowiedź na pytanie z tego ekranu.');
    await people.next(gate, 'Zeskanuj ten kod telefonem');
  });

  await test.step('a usual code is no answer', async () => {
    await people.scans(gate, usual);
    await people.answers(gate, 'Nie można potwierdzić', 'To nie jest odpowiedź na pytanie z tego ekranu.');
    await people.next(gate, 'Zeskanuj ten kod telefonem');
  });

  await test.step('an answer is no card at a till', async () => {
    await gate.getByRole('link', { name: 'Zakończ' }).click();
    await people.arrives(gate, 'Sprawdź kartę');
    await people.types(gate, answer);
    await people.answers(gate, 'Nie można potwierdzić', 'Ten kod jest odpowiedzią na pytanie innego urządzenia.');
  });
  await phone.context().close();
  await gate.context().close();
});
