// A family: a child is added, applied for and shown in one tap without a network; an adult decides
// for themselves; a second guardian sees the child and nothing of the first.
import { expect, test } from './harness.mjs';
import { applies, approves, asks, cardholder, member, resident } from './cardholder.mjs';
import { seen } from './seen.mjs';
import * as people from './people.mjs';

/** Another person's browser. */
async function browserOf(browser, person) {
  const context = await browser.newContext({ locale: 'pl-PL', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  if (person) {
    await page.goto('/zaloguj');
    await people.signsIn(page, person);
    await expect(page.getByRole('heading', { level: 1, name: 'Zaloguj się' })).toBeHidden();
  }
  return page;
}

const yearsAgo = (years) => new Date().getFullYear() - years;

test('a child is added, applied for, and shown in one tap without a network', async ({ page, context }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await people.showsCard(page, await cardholder('Ewa', 'Zięba'));
  await expect(page.getByRole('button', { name: /^Osoby/ })).toBeHidden();

  await test.step('an empty family says who can be added', async () => {
    await page.goto('/rodzina');
    await people.arrives(page, 'Rodzina');
    await expect(page.getByText('Dodaj dziecko lub bliską osobę')).toBeVisible();
    await seen(page, 'family-empty');
    await page.getByRole('main').getByRole('link', { name: 'Dodaj konto' }).click();
    await people.arrives(page, 'Dodaj konto');
  });

  await test.step('mistakes stand beside the fields', async () => {
    await seen(page, 'family-add');
    await people.press(page, 'Dodaj konto');
    await expect(page.getByRole('alert')).toBeFocused();
    await seen(page, 'family-add-mistakes');
  });

  await test.step('adds Lena, who has no address of her own', async () => {
    await page.getByLabel('Imię (imiona)').fill('Lena');
    await page.getByLabel('Nazwisko').fill('Zięba');
    await page.getByLabel('Dzień').fill('31');
    await page.getByLabel('Miesiąc').fill('marca');
    await page.getByLabel('Rok').fill(String(yearsAgo(12)));
    await page.getByLabel('Typ pokrewieństwa').selectOption({ label: 'Dziecko' });
    await people.press(page, 'Dodaj konto');
    await people.arrives(page, 'Lena Zięba');
    await expect(page.getByText('Nie ma jeszcze wniosku o kartę.')).toBeVisible();
    await seen(page, 'family-member');
    await page.getByRole('link', { name: /Zmień.*Data urodzenia/ }).click();
    await people.arrives(page, 'Zmień dane osoby');
    await seen(page, 'family-edit');
    await page.getByRole('link', { name: 'Wróć' }).click();
    await people.arrives(page, 'Lena Zięba');
  });

  await test.step('applies for her: every page says for whom', async () => {
    await page.getByRole('button', { name: 'Złóż wniosek: Lena Zięba' }).click();
    await people.arrives(page, 'Lena');
    await expect(people.strip(page)).toContainText('Oglądasz kartę: Lena');
    await seen(page, 'family-strip');
    await page.setViewportSize({ width: 390, height: 844 });
    const lena = { given: 'Lena', surname: 'Zięba', born: [yearsAgo(12), 'marca', 31] };
    await people.fillsInApplication(page, lena);
    await people.press(page, 'Wyślij wniosek');
    await people.arrives(page, 'Lena');
    await page.waitForURL(/\/wyslany$/);
    await approves(new URL(page.url()).pathname.split('/').at(-2));
  });

  await test.step('back to her own card, and by the button with the first name to Lena’s', async () => {
    await page.goto('/karta');
    await expect(people.strip(page)).toBeVisible();
    await people.hasCode(page);
    await page.getByRole('button', { name: 'Wróć do swojej' }).click();
    await expect(people.strip(page)).toBeHidden();
    await expect(page.getByText('Ewa Zięba').first()).toBeVisible();
    await people.hasCode(page);
    await people.switchesTo(page, 'Lena');
    await expect(people.strip(page)).toContainText('Oglądasz kartę: Lena');
    await expect(page.getByText('Lena Zięba').first()).toBeVisible();
    await people.hasCode(page);
    await page.getByRole('button', { name: /^Osoby/ }).click();
    await seen(page, 'family-switch');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Wróć do swojej' }).click();
    await expect(people.strip(page)).toBeHidden();
  });

  await test.step('the list of the family', async () => {
    await page.goto('/rodzina');
    await people.arrives(page, 'Rodzina');
    await expect(page.getByText('Karta ważna')).toBeVisible();
    await seen(page, 'family');
    await page.goto('/');
    await people.arrives(page, 'Karty Twojej rodziny');
    await expect(page.getByRole('button', { name: 'Pokaż kod: Lena' })).toBeVisible();
    await seen(page, 'family-start');
  });

  await test.step('without a network and from a cold start: one tap to Lena’s code', async () => {
    await people.keepsWorking(page);
    await people.offline(page);
    await page.close();
    const cold = await context.newPage();
    await cold.setViewportSize({ width: 390, height: 844 });
    await cold.goto('/');
    await cold.getByRole('button', { name: 'Pokaż kod: Lena' }).click();
    await expect(people.code(cold)).toBeVisible();
    await expect(cold.getByText('Lena Zięba').first()).toBeVisible();
    expect(await people.reads(cold, 'family-lena-offline')).toMatch(/^RKC1:/);

    await test.step('everybody in turn', async () => {
      await cold.goto('/');
      await seen(cold, 'family-start-offline');
      await cold.setViewportSize({ width: 390, height: 844 });
      await cold.getByRole('link', { name: 'Pokaż wszystkie po kolei' }).click();
      await expect(cold.getByText('1 z 2')).toBeVisible();
      await expect(cold.getByText('Ewa Zięba').first()).toBeVisible();
      await seen(cold, 'family-turns');
      await cold.setViewportSize({ width: 390, height: 844 });
      const first = await people.reads(cold, 'family-turn-1');
      await people.press(cold, 'Następna osoba');
      await expect(cold.getByText('2 z 2')).toBeVisible();
      await expect(cold.getByText('Lena Zięba').first()).toBeVisible();
      expect(await people.reads(cold, 'family-turn-2')).not.toBe(first);
      await cold.getByRole('link', { name: 'Zakończ' }).click();
      await people.arrives(cold, 'Karty Twojej rodziny');
    });

    await test.step('the family can be looked at, and not changed', async () => {
      await cold.goto('/rodzina');
      await expect(cold.getByText('Bez internetu można tylko oglądać.')).toBeVisible();
      await expect(cold.getByRole('link', { name: 'Lena Zięba' })).toBeVisible();
      await expect(cold.getByRole('main').getByRole('link', { name: 'Dodaj konto' })).toBeHidden();
      await seen(cold, 'family-offline');
    });
  });
});

test('an adult of the family decides who sees their card', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const adam = await resident('Adam', 'Kruk');
  const halina = people.person('Halina', 'Kruk');
  const { id } = await member(adam.caller, { ...halina, born: [1958, 2, 3], relationship: 'parent' });
  await adam.caller.dispose();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/zaloguj?next=/rodzina');
  await people.signsIn(page, adam.person);
  await people.arrives(page, 'Rodzina');
  await page.getByRole('link', { name: 'Halina Kruk' }).click();
  await people.arrives(page, 'Halina Kruk');
  await seen(page, 'family-member-invited');

  const hers = await browserOf(browser);
  await test.step('she sets a password by the link of the mail', async () => {
    await people.opensInvitation(hers, halina.email);
    await people.arrives(hers, 'Ustaw hasło do konta');
    expect(hers.url()).not.toMatch(/t=./);
    await expect(hers.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await seen(hers, 'invitation-new');
    await hers.getByRole('textbox', { name: 'Hasło' }).fill(halina.password);
    const required = hers.getByRole('group', { name: 'Wymagane zgody' });
    for (const box of await required.getByRole('checkbox').all()) await box.check();
    await people.press(hers, 'Załóż konto');
    await people.arrives(hers, 'Konto działa');
    await seen(hers, 'invitation-new-done');
    await hers.getByRole('main').getByRole('link', { name: 'Zaloguj się' }).click();
    await people.signsIn(hers, halina);
    await people.arrives(hers, 'Moja karta');
  });

  await test.step('and sees nobody but herself', async () => {
    await expect(hers.getByRole('button', { name: /^Osoby/ })).toBeHidden();
    await hers.goto('/rodzina');
    await people.arrives(hers, 'Rodzina');
    await expect(hers.getByText('Adam')).toHaveCount(0);
    await hers.goto('/ustawienia/email');
    await expect(hers.getByText(/To konto należy do rodziny/)).toBeVisible();
    await seen(hers, 'settings-email-member');
  });

  const ofHers = await hers.evaluate(() => fetch('/api/v1/me').then((me) => me.json()));
  const cards = `/api/v1/residents/${ofHers.residents[0].id}/card`;
  const applications = `/api/v1/residents/${ofHers.residents[0].id}/applications`;
  await test.step('without her consent Adam sees neither card nor applications', async () => {
    await page.goto('/');
    await expect(page.getByRole('button', { name: /^Osoby/ })).toBeHidden();
    await page.goto(`/rodzina/${id}`);
    await people.arrives(page, 'Halina Kruk');
    await expect(page.getByText('Karta i wnioski tej osoby są tylko na jej koncie.')).toBeVisible();
    await seen(page, 'family-member-adult');
    expect(await asks(page, cards)).toBe(404);
    expect(await asks(page, applications)).toBe(404);
    expect(await asks(hers, applications)).toBe(200);
  });

  await test.step('with it he does, until she ends it', async () => {
    await hers.goto('/ustawienia/pelnomocnictwo');
    await people.arrives(hers, 'Kto może działać w Twoim imieniu');
    await expect(hers.getByText('Adam Kruk')).toBeVisible();
    await seen(hers, 'settings-ties');
    await people.press(hers, 'Pozwól działać');
    await hers.getByRole('dialog').getByRole('button', { name: 'Pozwól działać' }).click();
    await expect(hers.getByText('Może działać', { exact: true })).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/');
    await expect(page.getByRole('button', { name: /^Osoby/ })).toBeVisible();
    await people.switchesTo(page, 'Halina');
    await expect(people.strip(page)).toContainText('Halina');
    expect(await asks(page, applications)).toBe(200);
    await people.press(hers, 'Wycofaj zgodę na działanie');
    const dialog = hers.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await seen(hers, 'settings-ties-withdraw');
    await dialog.getByRole('button', { name: 'Wycofaj zgodę na działanie' }).click();
    await expect(hers.getByText('Nie może działać', { exact: true })).toBeVisible();
    expect(await asks(page, applications)).toBe(404);
    await page.reload();
    await expect(people.strip(page)).toBeHidden();
    await expect(page.getByRole('button', { name: /^Osoby/ })).toBeHidden();
  });
  await hers.context().close();
});

test('a second guardian shows the child’s card and sees no papers of the first', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const first = await resident('Wiktor', 'Sosna');
  const born = [yearsAgo(9), 4, 8];
  const kuba = await member(first.caller, { given: 'Kuba', surname: 'Sosna', born });
  const application = await applies(first.caller, kuba.resident, { given: 'Kuba', surname: 'Sosna', born });
  const papers = `/api/v1/residents/${kuba.resident}/applications/${application}`;
  const second = await resident('Nina', 'Lis');
  await first.caller.dispose();
  await second.caller.dispose();

  await page.goto(`/zaloguj?next=/rodzina/${kuba.id}`);
  await people.signsIn(page, first.person);
  await people.arrives(page, 'Kuba Sosna');
  await page.getByRole('link', { name: 'Dodaj drugiego opiekuna' }).click();
  await people.arrives(page, 'Dodaj drugiego opiekuna');
  await seen(page, 'family-guardian');
  await page.getByLabel('Adres e-mail drugiego opiekuna').fill(second.person.email);
  await people.press(page, 'Wyślij zaproszenie');
  await people.arrives(page, 'Kuba Sosna');
  await expect(page.getByText(/Zaproszenie dla drugiego opiekuna działa do/)).toBeVisible();

  const other = await browserOf(browser);
  await test.step('Nina opens the link, signs in and becomes a guardian', async () => {
    await people.opensInvitation(other, second.person.email);
    await people.arrives(other, 'Zaproszenie dla opiekuna');
    await seen(other, 'invitation-guardian');
    await other.setViewportSize({ width: 390, height: 844 });
    await other.getByRole('link', { name: 'Mam już konto' }).click();
    await people.signsIn(other, second.person);
    await people.arrives(other, 'Zaproszenie dla opiekuna');
    await expect(other.getByText(/Zalogowana osoba: Nina Lis/)).toBeVisible();
    await seen(other, 'invitation-guardian-in');
    await people.press(other, 'Zostań opiekunem');
    await people.arrives(other, 'Dziecko jest w Twojej rodzinie');
  });

  await test.step('she sees how the application stands, without what Wiktor typed', async () => {
    await other.setViewportSize({ width: 390, height: 844 });
    await other.goto('/');
    await people.switchesTo(other, 'Kuba');
    await other.goto(`/wnioski/${application}`);
    await expect(other.getByText('Ten wniosek jest z innego konta')).toBeVisible();
    await seen(other, 'application-elsewhere');
    await expect(other.getByText(/Bolesława Prusa/)).toHaveCount(0);
    expect(await asks(other, `${papers}/photo`)).toBe(404);
    expect(await asks(other, `${papers}/document`)).toBe(404);
    expect(await asks(page, `${papers}/document`)).toBe(200);
    await other.goto('/rodzina');
    await other.getByRole('link', { name: 'Kuba Sosna' }).click();
    await expect(other.getByText(/Dziecko ma drugiego opiekuna/)).toBeVisible();
    for (const word of ['Wiktor', first.person.email]) await expect(other.getByText(word)).toHaveCount(0);
  });

  await test.step('and shows Kuba’s card on her own phone', async () => {
    await approves(application);
    await other.setViewportSize({ width: 390, height: 844 });
    await other.goto('/karta');
    await people.hasCode(other);
    await expect(other.getByText('Kuba Sosna').first()).toBeVisible();
  });

  await test.step('nor does Wiktor see anything of hers', async () => {
    await page.goto(`/rodzina/${kuba.id}`);
    await expect(page.getByText(/Dziecko ma drugiego opiekuna/)).toBeVisible();
    for (const word of ['Nina', second.person.email]) await expect(page.getByText(word)).toHaveCount(0);
    await seen(page, 'family-member-guardians');
  });

  await test.step('removing him says first that the card stays', async () => {
    await other.goto('/rodzina');
    await other.getByRole('link', { name: 'Kuba Sosna' }).click();
    await people.arrives(other, 'Kuba Sosna');
    await people.press(other, 'Usuń z rodziny');
    const dialog = other.getByRole('dialog');
    await expect(dialog.getByText(/^Karta zostaje/)).toBeVisible();
    await seen(other, 'family-remove');
    await dialog.getByRole('button', { name: 'Usuń z rodziny' }).click();
    await people.arrives(other, 'Rodzina');
    await expect(other.getByRole('link', { name: 'Kuba Sosna' })).toHaveCount(0);
    expect(await asks(other, `/api/v1/residents/${kuba.resident}/card`)).toBe(404);
    expect(await asks(page, `/api/v1/residents/${kuba.resident}/card`)).toBe(200);
  });
  await other.context().close();
});

test('invitations of every kind, and links that do not work', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const head = await resident('Olga', 'Maj');
  const brother = await resident('Igor', 'Maj');
  const teen = people.person('Hania', 'Maj');
  await member(head.caller, { ...teen, born: [yearsAgo(15), 1, 20] });
  await member(head.caller, { given: 'Igor', surname: 'Maj', email: brother.person.email, born: [1990, 6, 6], relationship: 'sibling' });
  await head.caller.dispose();
  await brother.caller.dispose();

  await test.step('a teenager is asked for a password alone', async () => {
    await people.opensInvitation(page, teen.email);
    await people.arrives(page, 'Ustaw hasło do konta');
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await seen(page, 'invitation-minor');
    await page.getByRole('textbox', { name: 'Hasło' }).fill(teen.password);
    await people.press(page, 'Załóż konto');
    await people.arrives(page, 'Konto działa');
    await people.opensInvitation(page, teen.email);
    await people.arrives(page, 'Ten link już nie działa');
    await seen(page, 'invitation-over');
  });

  await test.step('her own account shows, and asks the guardian for the rest', async () => {
    const hers = await browserOf(browser, teen);
    await people.arrives(hers, 'Moja karta');
    await expect(hers.getByText('Wniosek o kartę składa Twój opiekun')).toBeVisible();
    await seen(hers, 'card-minor');
    await hers.context().close();
  });

  await test.step('who has an account joins with it, and gives no consent by that', async () => {
    const his = await browserOf(browser, brother.person);
    await people.opensInvitation(his, brother.person.email);
    await people.arrives(his, 'Zaproszenie do rodziny');
    await expect(his.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await seen(his, 'invitation-join');
    await people.press(his, 'Dołącz do rodziny: Olga Maj');
    await people.arrives(his, 'Jesteś w rodzinie');
    await his.goto('/ustawienia/pelnomocnictwo');
    await expect(his.getByText('Nie może działać', { exact: true })).toBeVisible();
    await his.context().close();
  });

  await page.goto('/zaproszenie');
  await people.arrives(page, 'Otwórz link z wiadomości');
  await seen(page, 'invitation-no-link');
});
