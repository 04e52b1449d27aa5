// One screen in every look: light and dark, on a phone and on a desk, at 320 px, with letters twice
// as large. Leaves a picture of each in out/.
// Invariant: it only looks; the page is afterwards as it was before, but for the window's size.
import { accessible, expect, fitsItsWidth, picture } from './harness.mjs';

const looks = [
  { scheme: 'light', width: 360 },
  { scheme: 'dark', width: 360 },
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 1280 },
];

/** Looks at the page as it is now in every look. A tall window: what a sticky bar covers while
 * people scroll is no finding. */
export async function seen(page, name) {
  await page.evaluate(() => document.fonts.ready);
  for (const { scheme, width } of looks) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 2400 });
    await accessible(page, `${name} ${scheme} ${width}`);
    await fitsItsWidth(page, `${name} ${scheme} ${width}`);
    await page.setViewportSize({ width, height: 800 });
    await picture(page, `${name}-${scheme}-${width}`);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  await fitsItsWidth(page, `${name} at 320`);
  await page.setViewportSize({ width: 360, height: 2400 });
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await fitsItsWidth(page, `${name} at 200 %`);
  await accessible(page, `${name} at 200 %`);
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  expect(await page.getByRole('heading', { level: 1 }).count(), `h1 on ${name}`).toBe(1);
  expect(await page.title(), `title of ${name}`).not.toBe('');
}
