// What was seen once is seen again without a network, with its age, and leaves with the person.
import { cardholder } from './cardholder.mjs';
import { expect, test } from './harness.mjs';
import * as people from './people.mjs';
import { seen } from './seen.mjs';

const age = /^Bez internetu – pokazujemy dane z\sdzisiaj, \d+:\d\d$/;
const number = /PKM\/\d{4}\/\d{5}/;

/** Keys and records of what the device keeps. */
function kept(page) {
  return page.evaluate(async () => {
    const settled = (asked) => new Promise((done, failed) => {
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    const database = await settled(indexedDB.open('karta-kept'));
    const rows = database.transaction('kept').objectStore('kept');
    const [keys, records] = await Promise.all([settled(rows.getAllKeys()), settled(rows.getAll())]);
    database.close();
    return { keys, text: JSON.stringify(records) };
  });
}

const answers = async (page) => (await kept(page)).keys.filter((key) => key.startsWith('answer/'));

/** Opens the address and waits until its answers are on the device. */
async function keeps(page, address, heading, endings) {
  await page.goto(address);
  await people.arrives(page, heading);
  for (const ending of endings) {
    await expect.poll(() => answers(page)).toContainEqual(expect.stringMatching(ending));
  }
}

test('what was seen is seen without a network, and leaves with the person', async ({ page, context }) => {
  test.setTimeout(240_000);
  const zoja = await cardholder('Zoja', 'Wilk');
  await people.showsCard(page, zoja);

  await keeps(page, '/wnioski', 'Moje wnioski', [/\/applications$/]);
  const link = page.getByRole('main').getByRole('link', { name: /Karta Mieszkańca/ }).first();
  const application = await link.getAttribute('href');
  await keeps(page, application, 'Wniosek o Kartę Mieszkańca', [/\/applications\/app_/]);
  const mine = (await page.getByText(number).first().textContent()).match(number)[0];
  await keeps(page, '/ustawienia/urzadzenia', 'Zalogowane urządzenia', [/\/me\/sessions$/]);
  await keeps(page, '/karta/urzadzenia', 'Urządzenia i bezpieczeństwo', [/\/card$/, /\/devices$/, /\/looks$/]);
  await people.keepsWorking(page);
  await people.offline(page);

  const cold = async (address, heading, name, look) => {
    const started = await context.newPage();
    await started.goto(address);
    await people.arrives(started, heading);
    await expect(started.getByText(age).first()).toBeVisible();
    await look(started);
    await seen(started, `mirror-${name}`);
    await started.close();
  };

  await test.step('each address from a cold start', async () => {
    await cold('/wnioski', 'Moje wnioski', 'applications', async (started) => {
      await expect(started.getByText(mine).first()).toBeVisible();
    });
    await cold(application, 'Wniosek o Kartę Mieszkańca', 'application', async (started) => {
      await expect(started.getByText(mine).first()).toBeVisible();
    });
    await cold('/ustawienia/urzadzenia', 'Zalogowane urządzenia', 'sessions', async (started) => {
      await expect(started.getByText('To urządzenie').first()).toBeVisible();
      await expect(started.getByText('Zmiany zrobisz, gdy wróci internet')).toBeVisible();
    });
    await cold('/karta/urzadzenia', 'Urządzenia i bezpieczeństwo', 'devices', async (started) => {
      await expect(started.getByText('To urządzenie').first()).toBeVisible();
      await expect(started.getByRole('button', { name: 'Zablokuj, gdy wróci internet' })).toBeVisible();
    });
  });

  await test.step('what was never seen says what it needs', async () => {
    const started = await context.newPage();
    await started.goto('/ustawienia/zgody');
    await expect(started.getByText('Ta strona potrzebuje internetu').first()).toBeVisible();
    await expect(started.getByText(/pokazujemy dane/)).toHaveCount(0);
    await started.close();
  });

  await test.step('the network is back: what is shown is of this moment', async () => {
    await page.goto('/ustawienia/urzadzenia');
    await expect(page.getByText(age)).toBeVisible();
    await people.offline(page, false);
    await expect(page.getByText(age)).toBeHidden({ timeout: 20_000 });
    await expect(page.getByText('To urządzenie').first()).toBeVisible();
  });

  await test.step('signing out leaves nothing of her', async () => {
    expect((await kept(page)).text).toContain('Zoja');
    await page.goto('/wiecej');
    await people.press(page, 'Wyloguj');
    await expect(page.getByRole('banner').getByRole('link', { name: 'Zaloguj' })).toBeVisible();
    await expect.poll(() => answers(page)).toEqual([]);
    expect((await kept(page)).text).not.toMatch(/Zoja|Wilk|acc_/i);
  });

  await test.step('and the next start without a network finds nobody', async () => {
    await people.offline(page);
    const started = await context.newPage();
    await started.goto('/wnioski');
    await expect(started.getByText('Ta strona potrzebuje internetu').first()).toBeVisible();
    await expect(started.getByText(mine)).toHaveCount(0);
    await started.close();
  });
});
