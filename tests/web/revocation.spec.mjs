// A lost phone: blocked from another browser in one tap, refused at a till as soon as the till has
// the next list, and valid again once the holder takes the block back.
import { expect, picture, test } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

test('a blocked card is refused after the till has synced, and valid again after it is undone', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const olga = await cardholder('Olga', 'Wronka');
  const lost = await people.phone(browser, olga);
  const till = await people.till(browser);
  await people.keepsWorking(lost);
  await people.offline(lost);
  await people.offline(till);

  let shot;
  await test.step('both without a network: valid, by initials', async () => {
    shot = await picture(lost, 'revocation-card', { fullPage: false });
    await people.uploads(till, shot);
    await people.answers(till, 'Karta ważna', 'inicjały O.W.');
    await people.next(till);
  });

  await test.step('the holder blocks it in one tap, on another device', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await people.showsCard(page, olga);
    await page.getByRole('link', { name: 'Urządzenia i bezpieczeństwo' }).click();
    await people.press(page, 'Zablokuj kartę');
    await expect(page.getByText(/Żaden kod tej karty teraz nie działa/)).toBeVisible();
  });

  await test.step('a till without a network cannot know, and says how old its list is', async () => {
    const before = await people.code(lost).innerHTML();
    await expect.poll(() => people.code(lost).innerHTML(), { timeout: 20_000 }).not.toBe(before);
    shot = await picture(lost, 'revocation-later', { fullPage: false });
    await people.uploads(till, shot);
    await people.answers(till, 'Karta ważna', /Bez internetu\. Lista z\sdziś, \d+:\d\d/);
    await people.next(till);
  });

  await test.step('with a network, the next list refuses it', async () => {
    await people.offline(till, false);
    await people.untilRefused(till, shot);
    await people.answers(till, 'Karta nieważna', 'Ta karta jest na liście kart, które już nie działają.');
    await picture(till, 'revocation-refused', { fullPage: false });
    await people.next(till);
  });

  await test.step('the password takes the block back, and the phone gets a new code', async () => {
    await people.press(page, 'Cofnij blokadę');
    const dialog = page.getByRole('dialog', { name: 'Cofnąć blokadę karty?' });
    await dialog.getByRole('textbox', { name: 'Hasło' }).fill('nie to hasło');
    await dialog.getByRole('button', { name: 'Cofnij blokadę' }).click();
    await expect(dialog.getByText('Hasło się nie zgadza. Sprawdź je i spróbuj ponownie.')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Hasło' }).fill(olga.password);
    await dialog.getByRole('button', { name: 'Cofnij blokadę' }).click();
    await expect(dialog).toBeHidden();
    await people.offline(lost, false);
    await lost.reload();
    await people.hasCode(lost);
    await expect(async () => {
      await people.uploads(till, await picture(lost, 'revocation-back', { fullPage: false }));
      await people.arrives(till, /^Karta/);
      const valid = await till.getByRole('heading', { level: 1, name: 'Karta ważna' }).isVisible();
      await people.next(till);
      expect(valid).toBe(true);
    }).toPass({ timeout: 30_000 });
  });

  await test.step('a picture from before stays refused', async () => {
    await people.uploads(till, shot);
    await people.answers(till, 'Karta nieważna', 'Ta karta jest na liście kart, które już nie działają.');
  });
  await lost.context().close();
  await till.context().close();
});
