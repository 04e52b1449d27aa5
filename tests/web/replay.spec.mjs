// What a screenshot is worth: once at one till, nothing a minute later, and refused after ten.
import { expect, later, picture, test } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

test('a screenshot shown again, a minute later and eleven minutes later', async ({ browser }) => {
  test.setTimeout(120_000);
  const phone = await people.phone(browser, await cardholder('Kaja', 'Mroczek'));
  const till = await people.till(browser);
  const shot = await picture(phone, 'replay-card', { fullPage: false });

  await test.step('once, and not twice', async () => {
    await people.uploads(till, shot);
    await people.answers(till, 'Karta ważna', 'inicjały K.M.');
    await people.next(till);
    await people.uploads(till, shot);
    await people.answers(till, 'Nie można potwierdzić', /Ten kod sprawdzono tu \d+ sekund\S* temu/);
    await expect(till.getByText('To może być jego kopia.')).toBeVisible();
    await picture(till, 'replay-twice', { fullPage: false });
  });

  await test.step('the next code of the same phone is another showing', async () => {
    await people.next(till);
    const before = await people.code(phone).innerHTML();
    await expect.poll(() => people.code(phone).innerHTML(), { timeout: 20_000 }).not.toBe(before);
    await people.uploads(till, await picture(phone, 'replay-next', { fullPage: false }));
    await people.answers(till, 'Karta ważna', /Ta karta była tu sprawdzana \d+ sekund\S* temu/);
  });

  for (const [minutes, answer] of [[1, 'Nie można potwierdzić'], [11, 'Karta nieważna']]) {
    await test.step(`${minutes} min later, at another till`, async () => {
      const context = await later(browser, minutes * 60_000);
      const other = await context.newPage();
      await other.goto('/sprawdz');
      await expect(other.getByText('Lista z dziś')).toBeVisible();
      await people.uploads(other, shot);
      await people.answers(other, answer, 'To może być zrzut ekranu.');
      await context.close();
    });
  }
  await phone.context().close();
  await till.context().close();
});
