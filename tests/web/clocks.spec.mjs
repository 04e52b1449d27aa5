// Wrong clocks, on the till and on the phone, by 20 seconds, 5 minutes and 2 days, both ways. What
// was heard of the town's clock mends them; without a network each error has its own answer.
import { expect, picture, test } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

const SECONDS = 1_000;
const MINUTES = 60 * SECONDS;
const DAYS = 24 * 60 * MINUTES;

const unsure = 'Nie można potwierdzić';

/** Offline, and the clock stands still at that instant from now on. */
async function at(page, milliseconds) {
  await page.clock.setFixedTime(milliseconds);
  await page.reload();
  await people.arrives(page, /./);
}

/** The start of the 15 seconds a code is signed for, a little ahead of every list. */
function boundary() {
  return Math.ceil(Date.now() / (15 * SECONDS)) * 15 * SECONDS;
}

test('a till whose clock is turned without a network', async ({ browser }) => {
  test.setTimeout(150_000);
  const phone = await people.phone(browser, await cardholder('Daniel', 'Zych'));
  const till = await people.till(browser);
  await people.keepsWorking(phone);
  await people.offline(phone);
  await people.offline(till);
  const now = boundary();
  await at(phone, now);
  await people.hasCode(phone);
  const shot = await picture(phone, 'clocks-phone', { fullPage: false });
  for (const [name, off, answer, why] of [
    ['right', 0, 'Karta ważna', 'inicjały D.Z.'],
    ['20 s fast', 20 * SECONDS, 'Karta ważna', 'inicjały D.Z.'],
    ['45 s fast', 45 * SECONDS, 'Karta ważna', 'inicjały D.Z.'],
    ['5 min fast', 5 * MINUTES, unsure, 'Ten kod powstał 5 minut temu'],
    ['2 days fast', 2 * DAYS, 'Karta nieważna', 'Ten kod powstał 2 dni temu'],
    ['10 s slow', -10 * SECONDS, 'Karta ważna', 'inicjały D.Z.'],
    // Behind a list it holds itself, or behind the code: which of the two depends on the list's age.
    ['20 s slow', -20 * SECONDS, unsure, /Zegary się nie zgadzają|Zegar tego urządzenia się\sspóźnia/],
    ['5 min slow', -5 * MINUTES, unsure, /Zegary się nie zgadzają|Zegar tego urządzenia się\sspóźnia/],
    ['2 days slow', -2 * DAYS, unsure, 'Zegar tego urządzenia się spóźnia'],
  ]) {
    await test.step(name, async () => {
      await at(till, now + off);
      await people.uploads(till, shot);
      await people.answers(till, answer, why);
    });
  }
  await phone.context().close();
  await till.context().close();
});

test('a phone whose clock is turned without a network', async ({ browser }) => {
  test.setTimeout(150_000);
  const phone = await people.phone(browser, await cardholder('Róża', 'Frankowska'));
  const till = await people.till(browser);
  await people.keepsWorking(phone);
  await people.offline(phone);
  await people.offline(till);
  const now = boundary();
  for (const [name, off, answer, why] of [
    ['15 s slow', -15 * SECONDS, 'Karta ważna', 'inicjały R.F.'],
    ['5 min slow', -5 * MINUTES, unsure, 'Ten kod powstał 5 minut temu'],
    ['15 s fast', 15 * SECONDS, 'Karta ważna', 'inicjały R.F.'],
    ['30 s fast', 30 * SECONDS, unsure, 'Zegary się nie zgadzają: kod jest o 30 sekund do przodu.'],
    ['5 min fast', 5 * MINUTES, unsure, 'Zegary się nie zgadzają: kod jest o 5 minut do przodu.'],
    ['2 days fast', 2 * DAYS, 'Karta nieważna', 'Zegary się nie zgadzają: kod jest o 2 dni do przodu.'],
  ]) {
    await test.step(name, async () => {
      await at(phone, now + off);
      await people.hasCode(phone);
      const shot = await picture(phone, 'clocks-phone-turned', { fullPage: false });
      await at(till, now);
      await people.uploads(till, shot);
      await people.answers(till, answer, why);
    });
  }
  // The card was issued today: to a phone that far behind it is not valid yet.
  await at(phone, now - 2 * DAYS);
  await expect(phone.getByText('Karta będzie ważna od')).toBeVisible();
  await expect(people.code(phone)).toBeHidden();
  await phone.context().close();
  await till.context().close();
});

test('wrong clocks that have heard the town’s change nothing, and the phone says so', async ({ browser }) => {
  test.setTimeout(150_000);
  const ida = await cardholder('Ida', 'Lech');
  for (const [off, sentence] of [
    [20 * SECONDS, 'Zegar tego telefonu spieszy się o 20 sekund'],
    [-5 * MINUTES, 'Zegar tego telefonu spóźnia się o 5 minut'],
    [2 * DAYS, 'Zegar tego telefonu spieszy się o 2 dni'],
  ]) {
    const hand = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await hand.clock.install({ time: new Date(Date.now() + off) });
    const phone = await hand.newPage();
    await people.showsCard(phone, ida);
    await expect(phone.getByText(sentence)).toBeVisible();
    const desk = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await desk.clock.install({ time: new Date(Date.now() - off) });
    const till = await desk.newPage();
    await till.goto('/sprawdz');
    await expect(till.getByText('Lista z dziś')).toBeVisible();
    await till.getByRole('checkbox', { name: 'Pokaż zdjęcie i imię' }).uncheck();
    await people.uploads(till, await picture(phone, 'clocks-mended', { fullPage: false }));
    await people.answers(till, 'Karta ważna', 'inicjały I.L.');
    await hand.close();
    await desk.close();
  }
});
