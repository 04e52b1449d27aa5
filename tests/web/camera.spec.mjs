// A code read through a camera: a second browser whose camera sees a film of the first one's screen.
import path from 'node:path';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { chromium as browsers } from '@playwright/test';
import { chromium, chromiumArgs, expect, picture, python, test, url } from './harness.mjs';
import { cardholder } from './cardholder.mjs';
import * as people from './people.mjs';

test('a camera reads the code from another screen', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const phone = await browser.newContext({ locale: 'pl-PL', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const holder = await phone.newPage();
  await people.showsCard(holder, await cardholder('Olaf', 'Kret'));
  await holder.getByRole('link', { name: 'Pokaż kod na cały ekran' }).click();
  await expect(holder.getByRole('img', { name: /Kod QR karty/ })).toBeVisible();
  // The camera's browser is up and at its page before the code is: a code lives 45 seconds.
  const film = path.join(tmpdir(), `karta-${process.pid}.mjpeg`);
  const filmed = async () => {
    const shot = await picture(holder, 'camera-card', { fullPage: false });
    await promisify(execFile)(python, [path.join(import.meta.dirname, 'make_video.py'), shot, film]);
  };
  await filmed();
  const till = await browsers.launch({
    executablePath: chromium,
    args: [...chromiumArgs, `--use-file-for-fake-video-capture=${film}`],
  });
  try {
    const verifier = await till.newContext({
      baseURL: url,
      locale: 'pl-PL',
      viewport: { width: 390, height: 844 },
      permissions: ['camera'],
      reducedMotion: 'reduce',
    });
    const scanner = await verifier.newPage();
    await scanner.goto('/sprawdz');
    await people.arrives(scanner, 'Sprawdź kartę');
    await scanner.getByRole('checkbox', { name: 'Pokaż zdjęcie i imię' }).uncheck();
    await filmed();
    await people.press(scanner, 'Włącz aparat');
    await expect(scanner.getByRole('heading', { level: 1, name: 'Karta ważna' })).toBeVisible({ timeout: 30_000 });
    await expect(scanner.getByText(/O\.K\./)).toBeVisible();
    await picture(scanner, 'camera-valid', { fullPage: false });
    // After five seconds the scanner is back by itself, and is silent about the code still in view.
    await people.arrives(scanner, 'Sprawdź kartę');
    await picture(scanner, 'camera-scanner', { fullPage: false });
  } finally {
    await till.close();
  }
  await phone.close();
});
