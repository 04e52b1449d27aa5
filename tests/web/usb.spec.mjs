// A scanner plugged into the till's computer: it types fast, wherever the focus is.
import { expect, picture, test } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

test('a scanner types a code while the focus is elsewhere', async ({ browser }) => {
  test.setTimeout(90_000);
  const phone = await people.phone(browser, await cardholder('Tola', 'Brzoza'));
  const till = await people.till(browser);
  const code = await people.reads(phone, 'usb-card');
  const box = till.getByRole('textbox', { name: 'Treść kodu' });

  await test.step('on a link: valid', async () => {
    await till.getByRole('link', { name: 'Tryb pytania' }).focus();
    await people.scans(till, code);
    await people.answers(till, 'Karta ważna', 'inicjały T.B.');
  });

  await test.step('over an answer that stands: the next one', async () => {
    await people.scans(till, `RKC1:${'A'.repeat(60)}`);
    await people.answers(till, 'Nie można potwierdzić', 'Kod jest uszkodzony albo odczytany tylko w części.');
    await people.next(till);
  });

  await test.step('in the box for text: taken whole, nothing left behind', async () => {
    await box.focus();
    await people.scans(till, code);
    await people.answers(till, 'Nie można potwierdzić', 'Ten kod sprawdzono tu');
    await people.next(till);
    await expect(box).toHaveValue('');
  });

  await test.step('a person typing is left alone', async () => {
    await box.pressSequentially('RKC', { delay: 120 });
    await expect(box).toHaveValue('RKC');
    await box.fill('');
  });

  await test.step('another keyboard’s layout is named', async () => {
    await till.getByRole('link', { name: 'Tryb pytania' }).focus();
    await people.scans(till, code.replaceAll(':', '>'));
    await expect(till.getByText('Skaner ma inny układ klawiatury')).toBeVisible();
    await picture(till, 'usb-layout', { fullPage: false });
  });

  await test.step('without Enter, after a rest', async () => {
    await people.scans(till, code, { enter: false });
    await people.answers(till, 'Nie można potwierdzić', 'Ten kod sprawdzono tu');
  });
  await phone.context().close();
  await till.context().close();
});
