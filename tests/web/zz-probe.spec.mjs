import { accessible, fitsItsWidth, test, expect } from './harness.mjs';
test('probe', async ({ page }) => { await page.goto('/'); await expect(page.locator('h1')).toBeVisible(); await accessible(page); await fitsItsWidth(page); });
