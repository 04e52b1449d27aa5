// How the browser stories run: Debian's Chromium with a fake camera, against the town that
// `cargo xtask test` has started (KARTA_URL). Nothing is downloaded.
import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromium, url } from './harness.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: 'out/results',
  // The stories share one town; a story that needs to be alone makes its own resident.
  workers: 2,
  // A story that passes only at its second attempt is printed as flaky: a race to mend, but not a
  // reason to stop everybody's work on a busy machine.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  use: {
    baseURL: url,
    headless: true,
    actionTimeout: 10_000,
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    permissions: ['camera'],
    launchOptions: { executablePath: chromium, args: chromiumArgs },
  },
});
