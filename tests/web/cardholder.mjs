// What many stories begin with: a resident whose card the office has approved already.
// Invariant: made through the server's own interface and the mails, as the pages would; each story
// has a holder of its own, as a card lives on five devices at most.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { request } from '@playwright/test';
import { alone, withCode } from './codes.mjs';
import { link, mail, out, url } from './harness.mjs';
import * as people from './people.mjs';

const clerk = { email: 'urzad2@demo.karta.example', password: 'wysokie okno 34' };

/** Registers, applies and is approved; what is left is to sign in. */
export async function cardholder(given, surname) {
  const { person, caller: holder, own } = await resident(given, surname);
  await cardFor(holder, own, { given, surname });
  await holder.dispose();
  return person;
}

/** Somebody with an account and no card, and their caller: signed in, for what the story does not
 * do on pages. Whoever takes it disposes of it. */
export async function resident(given, surname) {
  const person = people.person(given, surname);
  const holder = await caller();
  await send(holder, 'post', '/api/v1/accounts', {
    name: { given, surname },
    email: person.email,
    password: person.password,
    language: 'pl',
    consents: await consents('registration'),
  });
  const token = new URL(link(await mail(person.email)), url).searchParams.get('t');
  await send(holder, 'post', '/api/v1/accounts/activation', { token });
  const { me } = await signIn(holder, person);
  return { person, caller: holder, own: me.residents[0].id };
}

/** Puts somebody into the family; `born` is [year, month, day]. */
export function member(head, { given, surname, born, relationship = 'child', email = null }) {
  const day = born.map((part) => String(part).padStart(2, '0')).join('-');
  const name = { given, surname };
  return send(head, 'post', '/api/v1/family', { name, born: day, relationship, email, language: 'pl' });
}

/** Applies for them and has it approved. Gives the application. */
export async function cardFor(holder, id, { given, surname, born }) {
  const application = await applies(holder, id, { given, surname, born });
  await approves(application);
  return application;
}

/** What the town says to this page's account: the status of the answer, and nothing of the pages. */
export function asks(page, address) {
  return page.evaluate((address) => fetch(address).then(({ status }) => status), address);
}

async function town() {
  const anybody = await caller();
  const { town } = await read(anybody.get('/api/v1/town'));
  await anybody.dispose();
  return town;
}

async function consents(moment) {
  const { consents } = await town();
  const asked = consents.filter((consent) => consent.asked_at === moment && consent.required);
  return asked.map(({ key, version }) => ({ key, version }));
}

/** Applies for them; with `born` they are somebody of the family. Gives the application, sent. */
export async function applies(holder, resident, { given, surname, born }) {
  const all = `/api/v1/residents/${resident}/applications`;
  const { id, version } = await send(holder, 'post', all, { kind: 'issue' });
  const [year, month, day] = (born ?? [1991, 5, 5]).map(String);
  const draft = {
    whom: born ? 'member' : 'myself',
    ground: 'tax-resident',
    given,
    surname,
    birth_day: day,
    birth_month: month,
    birth_year: year,
    street: 'Bolesława Prusa',
    house: '12A',
    flat: '',
    postal_code: '05-800',
    town: 'Pruszków',
    phone: '',
    carrier: 'virtual',
    pickup_point: null,
    consents: await consents('application'),
  };
  await send(holder, 'put', `${all}/${id}/draft`, { version, draft });
  const folder = await people.files();
  await upload(holder, `${all}/${id}/photo`, path.join(folder, 'portret.jpg'));
  const attached = await upload(holder, `${all}/${id}/document`, path.join(folder, 'pit.pdf'));
  await send(holder, 'post', `${all}/${id}/submit`, { version: attached.version });
  return id;
}

/** The office approves a sent application. */
export async function approves(application) {
  const { grounds } = await town();
  const checks = grounds.find(({ key }) => key === 'tax-resident').checks.map(({ key }) => key);
  const office = await desk();
  const at = `/api/v1/office/cases/${application}`;
  const { application: seen } = await read(office.get(at));
  const { application: claimed } = await send(office, 'post', `${at}/claim`, { version: seen.version });
  await send(office, 'post', `${at}/approve`, { version: claimed.version, checks });
  await office.dispose();
}

/** The clerk at work: one session for the whole run, signed in by whoever comes first. */
async function desk() {
  const kept = path.join(out, 'desk.json');
  await mkdir(out, { recursive: true });
  return alone(`${kept}.lock`, async () => {
    const storageState = await readFile(kept, 'utf8').then(JSON.parse, () => undefined);
    const office = await caller(storageState);
    if (!(await isOpen(office))) {
      await withCode(clerk.email, (code) => signIn(office, { ...clerk, code }));
    }
    await office.storageState({ path: kept });
    return office;
  });
}

/** A token of a quarter of an hour is replaced while its session lives. */
async function isOpen(office) {
  const answer = await office.get('/api/v1/me');
  if (answer.ok()) return true;
  const { code } = await answer.json();
  return code === 'refresh' && (await office.post('/api/v1/session/refresh', { data: {} })).ok();
}

function caller(storageState) {
  return request.newContext({ baseURL: url, storageState, extraHTTPHeaders: { 'sec-fetch-site': 'same-origin' } });
}

function signIn(caller, { email, password, code }) {
  return send(caller, 'post', '/api/v1/session', { email, password, code, device: 'browser' });
}

function send(caller, method, address, data) {
  return read(caller[method](address, { data }));
}

async function upload(caller, address, file) {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': path.basename(file) };
  return read(caller.put(address, { headers, data: await readFile(file) }));
}

async function read(asked) {
  const answer = await asked;
  if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? null : answer.json();
}
