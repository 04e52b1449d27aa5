// A child turns 18. The town's clock is real and cannot be moved from here, so these stories show
// the two sides a browser can: the device hides the child from 00:00 of the birthday on by itself,
// also without a network; and whoever is 18 today needs an address of their own. What the town does
// at that midnight (access ended, devices stopped, letters, the handover) is proved by the journeys
// in Rust, which move its clock.
import { expect, test } from './harness.mjs';
import { cardFor, member, resident } from './cardholder.mjs';
import { seen } from './seen.mjs';
import * as people from './people.mjs';

const DAY = 86_400_000;

/** A day in Warsaw, as [year, month, day]. */
function warsaw(instant) {
  const text = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Warsaw' }).format(instant);
  return text.split('-').map(Number);
}

/** 00:00 in Warsaw of that day; summer or winter time. */
function midnight([year, month, day]) {
  const at = (hours) => Date.UTC(year, month - 1, day) - hours * 3_600_000;
  return warsaw(at(2)).at(-1) === day ? at(2) : at(1);
}

/** A birthday some days ahead; not on a 29 February, which their first year may not have had. */
function birthday(ahead) {
  const day = warsaw(Date.now() + ahead * DAY);
  return day[1] === 2 && day[2] === 29 ? birthday(ahead + 1) : day;
}

const bornBefore = ([year, ...rest], years) => [year - years, ...rest];

test('from 00:00 of the eighteenth birthday on the device shows the child no more', async ({ page, context }) => {
  test.setTimeout(240_000);
  const day = birthday(2);
  const born = bornBefore(day, 18);
  const ula = await resident('Ula', 'Wrona');
  await cardFor(ula.caller, ula.own, { given: 'Ula', surname: 'Wrona' });
  const kasia = await member(ula.caller, { given: 'Kasia', surname: 'Wrona', born });
  await cardFor(ula.caller, kasia.resident, { given: 'Kasia', surname: 'Wrona', born });
  await ula.caller.dispose();

  await page.setViewportSize({ width: 390, height: 844 });
  await people.showsCard(page, ula.person);
  await page.goto(`/rodzina/${kasia.id}`);
  await people.arrives(page, 'Kasia Wrona');
  await expect(page.getByText(/kończy 18 lat: podaj adres e-mail/)).toBeVisible();
  await expect(page.getByText(/^Osiemnaste urodziny/)).toBeVisible();
  await seen(page, 'family-member-eighteen');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  const show = page.getByRole('button', { name: 'Pokaż kod: Kasia' });
  await expect(show).toBeVisible();
  await people.keepsWorking(page);
  await people.offline(page);

  await test.step('a minute before it she is there', async () => {
    await page.clock.setSystemTime(midnight(day) - 60_000);
    await page.goto('/');
    await show.click();
    await expect(people.code(page)).toBeVisible();
    await page.goto('/');
    await expect(show).toBeVisible();
  });

  await test.step('a minute after it not, also on a screen nobody touches', async () => {
    await page.clock.setSystemTime(midnight(day) + 60_000);
    await expect(show).toBeHidden({ timeout: 40_000 });
    await expect(page.getByText('Kasia')).toHaveCount(0);
  });

  await test.step('nor after a cold start', async () => {
    await page.close();
    const cold = await context.newPage();
    await cold.clock.setSystemTime(midnight(day) + 120_000);
    await cold.goto('/');
    await expect(cold.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(cold.getByText('Kasia')).toHaveCount(0);
    await cold.goto('/karta/po-kolei');
    await expect(cold.getByText('Ula Wrona').first()).toBeVisible();
    await expect(cold.getByText('Kasia')).toHaveCount(0);
    await cold.goto('/karta');
    await people.hasCode(cold);
    await expect(cold.getByText('Ula Wrona').first()).toBeVisible();
  });
});

test('whoever is 18 today needs an address; the day before nobody does', async ({ page }) => {
  test.setTimeout(90_000);
  const rafal = await resident('Rafał', 'Dudek');
  await rafal.caller.dispose();
  await page.goto('/zaloguj?next=/rodzina/dodaj');
  await people.signsIn(page, rafal.person);
  await people.arrives(page, 'Dodaj konto');
  const types = async ([year, month, day]) => {
    await page.getByLabel('Dzień').fill(String(day));
    await page.getByLabel('Miesiąc').fill(String(month));
    await page.getByLabel('Rok').fill(String(year));
  };
  await page.getByLabel('Imię (imiona)').fill('Tymek');
  await page.getByLabel('Nazwisko').fill('Dudek');
  await page.getByLabel('Typ pokrewieństwa').selectOption({ label: 'Dziecko' });
  await types(bornBefore(birthday(-1), 18));
  await people.press(page, 'Dodaj konto');
  await expect(page.getByRole('alert').getByRole('link', { name: 'Podaj adres e-mail: od 18 lat jest wymagany' })).toBeVisible();
  await seen(page, 'family-add-adult');

  await test.step('the town says the same', async () => {
    const [year, month, day] = bornBefore(birthday(-1), 18).map((part) => String(part).padStart(2, '0'));
    const said = await page.evaluate(async (born) => {
      const name = { given: 'Tymek', surname: 'Dudek' };
      const body = JSON.stringify({ name, born, relationship: 'child', email: null, language: 'pl' });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/v1/family', { method: 'POST', headers, body });
      return (await answer.json()).code;
    }, `${year}-${month}-${day}`);
    expect(said).toBe('email_needed');
  });

  await types(bornBefore(birthday(2), 18));
  await people.press(page, 'Dodaj konto');
  await people.arrives(page, 'Tymek Dudek');
});
