// A card on paper: made and downloaded by its holder, scanned from the sheet, never green by itself,
// and refused once the card is blocked.
import path from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, out, picture, python, test } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

/** The last page of a PDF as a picture beside it: a sheet has one, a card its code on the back. */
async function seenOnPaper(pdf) {
  const shot = pdf.replace(/pdf$/, 'png');
  const script =
    'import sys, pypdfium2\n' +
    'pages = pypdfium2.PdfDocument(sys.argv[1])\n' +
    'pages[len(pages) - 1].render(scale=200 / 72).to_pil().save(sys.argv[2])';
  await promisify(execFile)(python, ['-c', script, pdf, shot]);
  return shot;
}

async function downloads(page, name, as) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  const pdf = path.join(out, `${as}.pdf`);
  await file.saveAs(pdf);
  return pdf;
}

test('a printed card asks for a document, and ends with a block', async ({ page, browser }) => {
  test.setTimeout(150_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await people.showsCard(page, await cardholder('Wanda', 'Krasna'));
  await page.getByRole('link', { name: 'Karta na papierze' }).click();
  await people.arrives(page, 'Karta na papierze');
  await expect(page.getByText('Zawsze z dokumentem ze zdjęciem')).toBeVisible();
  await people.press(page, 'Przygotuj wydruk');
  await expect(page.getByText('Wydruk jest gotowy').first()).toBeVisible();
  const sheet = await seenOnPaper(await downloads(page, 'Pobierz kartkę A4 (PDF)', 'paper-a4'));
  const small = await seenOnPaper(await downloads(page, 'Pobierz do drukarki kart (PDF)', 'paper-cr80'));

  const till = await people.till(browser);
  for (const [what, shot] of [['the sheet', sheet], ['the card of plastic', small]]) {
    await test.step(`${what}: compare with a document, which fits`, async () => {
      await people.uploads(till, shot);
      await people.answers(till, 'Porównaj z dokumentem', 'Poproś o dokument ze zdjęciem.');
      await expect(till.getByText('inicjały W.K.')).toBeVisible();
      await picture(till, 'paper-compare', { fullPage: false });
      await people.press(till, 'Zgadza się');
      await people.arrives(till, 'Sprawdź kartę');
    });
  }

  await test.step('a document of somebody else', async () => {
    await people.uploads(till, sheet);
    await people.arrives(till, 'Porównaj z dokumentem');
    await people.press(till, 'Nie zgadza się');
    await people.arrives(till, 'Sprawdź kartę');
    await till.getByRole('link', { name: 'Dziś' }).click();
    await people.arrives(till, 'Dziś');
    await expect(till.getByText('3 sprawdzenia')).toBeVisible();
    await till.getByRole('link', { name: 'Wróć' }).click();
  });

  await test.step('it is no answer to a gate', async () => {
    await till.getByRole('link', { name: 'Tryb pytania' }).click();
    await till.getByRole('textbox', { name: 'Nazwa tego miejsca' }).fill('Bramka 2');
    await people.press(till, 'Rozpocznij');
    await people.arrives(till, 'Zeskanuj ten kod telefonem');
    await people.scans(till, await people.readsFile(sheet));
    await people.answers(till, 'Nie można potwierdzić', 'To nie jest odpowiedź na pytanie z tego ekranu.');
    await people.next(till, 'Zeskanuj ten kod telefonem');
    await till.getByRole('link', { name: 'Zakończ' }).click();
  });

  await test.step('blocked: refused with the next list', async () => {
    await page.getByRole('link', { name: 'Wróć' }).click();
    await page.getByRole('link', { name: 'Urządzenia i bezpieczeństwo' }).click();
    await people.press(page, 'Zablokuj kartę');
    await expect(page.getByText('Żaden kod tej karty teraz nie działa')).toBeVisible();
    await people.untilRefused(till, sheet);
    await people.answers(till, 'Karta nieważna', 'Ta karta jest na liście kart, które już nie działają.');
  });
  await till.context().close();
});
