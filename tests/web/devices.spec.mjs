// One card on several devices: one of them switched off from another, and taken back by its owner.
import { expect, picture, test } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

test('the first device switches the second off, which takes the card back', async ({ browser }) => {
  test.setTimeout(120_000);
  const iwo = await cardholder('Iwo', 'Talar');
  const first = await people.phone(browser, iwo);
  const second = await people.phone(browser, iwo);

  await test.step('switched off from the first', async () => {
    await first.getByRole('link', { name: 'Urządzenia i bezpieczeństwo' }).click();
    await people.arrives(first, 'Urządzenia i bezpieczeństwo');
    await expect(first.getByText('Karta jest na 2 z 5 możliwych urządzeń.')).toBeVisible();
    await expect(first.getByText('To urządzenie', { exact: true })).toHaveCount(1);
    // This device stands first.
    await first.getByRole('button', { name: /Wyłącz kartę na/ }).last().click();
    const dialog = first.getByRole('dialog', { name: /Wyłączyć kartę na/ });
    await expect(dialog.getByText('Kod na tym urządzeniu straci ważność.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Wyłącz' }).click();
    await expect(dialog).toBeHidden();
    await expect(first.getByText('Karta jest na 1 z 5 możliwych urządzeń.')).toBeVisible();
  });

  await test.step('the second is signed out; signed in again it says why, and adds itself again', async () => {
    await people.press(second, 'Odśwież');
    await expect(second.getByRole('banner').getByRole('link', { name: 'Zaloguj' })).toBeVisible();
    await expect(second.getByText('Nikt nie jest tu zalogowany')).toBeVisible();
    await second.getByRole('main').getByRole('link', { name: 'Zaloguj się' }).click();
    await people.signsIn(second, iwo);
    await expect(second.getByText('Ta karta jest wyłączona na tym urządzeniu')).toBeVisible();
    await expect(people.code(second)).toBeHidden();
    await picture(second, 'devices-stopped', { fullPage: false });
    await people.press(second, 'Dodaj kartę na tym urządzeniu');
    await people.hasCode(second);
  });

  await test.step('a code of the new key counts', async () => {
    const till = await people.till(browser);
    await people.uploads(till, await picture(second, 'devices-again', { fullPage: false }));
    await people.answers(till, 'Karta ważna', 'inicjały I.T.');
    await till.context().close();
  });

  await test.step('switching off this very device leaves no code on it', async () => {
    await first.reload();
    await first.getByRole('button', { name: /Wyłącz kartę na/ }).first().click();
    const dialog = first.getByRole('dialog', { name: /Wyłączyć kartę na/ });
    await expect(dialog.getByText('To urządzenie, na które teraz patrzysz.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Wyłącz' }).click();
    await expect(dialog).toBeHidden();
    await first.goto('/karta');
    await expect(first.getByText('Ta karta jest wyłączona na tym urządzeniu')).toBeVisible();
    await expect(people.code(first)).toBeHidden();
  });
  await first.context().close();
  await second.context().close();
});
