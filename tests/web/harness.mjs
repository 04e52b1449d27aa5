// What the browser stories share: the town's address, its mailbox, the accessibility check, pictures.
// Invariant: a story reads mails and pages as a person would; it never looks into the database.
import { readdir, readFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import path from 'node:path';
import { expect, test } from '@playwright/test';

export { expect, test };

const here = import.meta.dirname;
const { source: axeSource } = createRequire(import.meta.url)('axe-core');

/** The address of the town under test. */
export const url = process.env.KARTA_URL ?? 'http://127.0.0.1:8080';

/** The folder where the demo town leaves its mails as .eml files. */
export const mailFolder = process.env.KARTA_MAIL_DIR ?? path.join(here, '../../data/mail');

/** The town's program, for what an administrator does at a terminal. */
export const server = process.env.KARTA_PROGRAM ?? path.join(here, '../../target/debug/karta-server');

/** The browser that is installed; Playwright's own is never downloaded. */
export const chromium = process.env.KARTA_CHROMIUM ?? '/usr/bin/chromium';

/** The Python with zxing-cpp, cwt and pillow. */
export const python = process.env.KARTA_PYTHON ?? path.join(here, '../../target/py/bin/python');

/** A browser that talks to nobody but the town, and whose camera is a fake one. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

/** Where pictures for people go. */
export const out = path.join(here, 'out');

/** A phone so many milliseconds later: its own clock and, as the verifier trusts it more, the town's. */
export async function later(browser, milliseconds) {
  const context = await browser.newContext({
    locale: 'pl-PL',
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  });
  const now = () => new Date(Date.now() + milliseconds);
  await context.clock.install({ time: now() });
  const shifted = (_, told) => `"server_time":"${new Date(Date.parse(told) + milliseconds).toISOString()}"`;
  await context.route('**/api/**', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: body.replace(/"server_time":"([^"]+)"/g, shifted) });
  });
  return context;
}

/** Keeps a picture of the page as tests/web/out/<name>.png. */
export async function picture(page, name, options = {}) {
  await mkdir(out, { recursive: true });
  const file = path.join(out, `${name}.png`);
  await page.screenshot({ path: file, fullPage: true, ...options });
  return file;
}

/** Fails with a readable list when axe finds anything on the page as it is now. */
export async function accessible(page, name = page.url()) {
  // Through the debugger, so that the page's Content-Security-Policy stays as it is served.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html, failureSummary }) => `${html} — ${failureSummary}`),
    }));
  });
  expect(found, `axe on ${name}`).toEqual([]);
}

/** Fails when the page scrolls sideways. */
export async function fitsItsWidth(page, name = page.url()) {
  const { content, window: width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content, `width of ${name}`).toBeLessThanOrEqual(width);
}

/** The newest mail to this address whose subject or body fits; waits until it is there. */
export async function mail(to, fits = () => true) {
  let found;
  await expect
    .poll(
      async () => {
        const letters = (await mails()).filter((letter) => letter.to.includes(to) && fits(letter));
        found = letters.at(-1);
        return letters.length;
      },
      { message: `a mail to ${to}`, timeout: 15_000 },
    )
    .toBeGreaterThan(0);
  return found;
}

/** The first address of our own town in a mail, as a path. */
export function link(letter) {
  const found = letter.text.match(/https?:\/\/[^\s<>"]+/);
  expect(found, `a link in the mail “${letter.subject}”`).not.toBeNull();
  const address = new URL(found[0]);
  return address.pathname + address.search + address.hash;
}

/** All mails, oldest first. */
async function mails() {
  const names = await readdir(mailFolder, { recursive: true }).catch(() => []);
  const letters = names.filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(letters.map(async (name) => letter(await readFile(path.join(mailFolder, name)))));
}

function letter(bytes) {
  const raw = bytes.toString('utf8').replaceAll('\r\n', '\n');
  const [head] = raw.split('\n\n', 1);
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  const header = (name) => unfolded.match(new RegExp(`^${name}: *(.*)$`, 'im'))?.[1] ?? '';
  return { to: header('To'), subject: words(header('Subject')), text: plain(raw) };
}

/** The text part: of a mail with parts the first that is text/plain. */
function plain(raw) {
  const end = raw.indexOf('\n\n');
  const head = raw.slice(0, end).replace(/\n[ \t]+/g, ' ');
  const body = raw.slice(end + 2);
  const boundary = head.match(/boundary="?([^";\n]+)"?/i)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    const text = parts.find((part) => /content-type: *text\/plain/i.test(part)) ?? parts[0] ?? '';
    return plain(text.replace(/^\n/, ''));
  }
  const coding = head.match(/content-transfer-encoding: *(\S+)/i)?.[1]?.toLowerCase();
  if (coding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (coding === 'quoted-printable') {
    const joined = body.replace(/=\n/g, '');
    return Buffer.from(unquote(joined), 'latin1').toString('utf8');
  }
  return body;
}

function unquote(text) {
  return text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

/** RFC 2047 words of a header. */
function words(header) {
  return header
    .replace(/\?= +=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, text) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : Buffer.from(unquote(text.replaceAll('_', ' ')), 'latin1').toString('utf8'),
    );
}

/** The text of the code in a picture, read by zxing (not by our own reader). */
export async function readCode(file) {
  const script =
    'import sys, zxingcpp\n' +
    'from PIL import Image\n' +
    'found = zxingcpp.read_barcodes(Image.open(sys.argv[1]))\n' +
    'print(found[0].text if found else "", end="")';
  const { stdout } = await promisify(execFile)(python, ['-c', script, file]);
  return stdout;
}
