// The second step of the demo's office: what an authenticator app would show (RFC 6238).
// Invariant: a code counts once and never after a later one, so whoever takes one keeps the others
// of its account waiting until it was typed; two workers share the account through files.
import { createHmac } from 'node:crypto';
import { mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { out, test } from './harness.mjs';

/** As the demo town was given them; Base32 of these is what its mailbox page shows for an app. */
const secrets = {
  'urzad1@demo.karta.example': 'drugi krok urzad nr1',
  'urzad2@demo.karta.example': 'drugi krok urzad nr2',
};

const STEP = 30_000;

/** Does this account sign in with two steps? */
export function hasCodes(email) {
  return email in secrets;
}

/** Calls `types` with a code that counts now, and lets nobody else take one before it is done. */
export async function withCode(email, types) {
  const folder = path.join(out, 'codes');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, email);
  return alone(`${file}.lock`, async () => {
    const last = Number(await readFile(file, 'utf8').catch(() => '0'));
    const step = Math.max(Math.floor(Date.now() / STEP), last + 1);
    // The town takes a code half a minute early.
    await patience((step - 1) * STEP + 250 - Date.now());
    await writeFile(file, String(step));
    return types(code(secrets[email], step));
  });
}

/** The six digits of a step. */
export function code(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** One at a time, also among the processes of a run; what a broken one left is cleared away. */
export async function alone(lock, work) {
  while (!(await taken(lock))) await patience(200);
  try {
    return await work();
  } finally {
    await rmdir(lock).catch(() => {});
  }
}

async function taken(lock) {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const since = await stat(lock).then(({ mtimeMs }) => mtimeMs, () => Date.now());
    if (Date.now() - since > 2 * 60_000) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

/** Waits, and gives the story that much longer. */
async function patience(milliseconds) {
  if (milliseconds <= 0) return;
  const info = test.info();
  if (info.timeout > 0) info.setTimeout(info.timeout + milliseconds);
  await sleep(milliseconds);
}
