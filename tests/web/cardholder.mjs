// What many stories begin with: a resident whose card the office has approved already.
// Invariant: made through the server's own interface and the mails, as the pages would; each story
// has a holder of its own, as a card lives on five devices at most.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { request } from '@playwright/test';
import { link, mail, url } from './harness.mjs';
import * as people from './people.mjs';

const clerk = { email: 'urzad2@demo.karta.example', password: 'wysokie okno 34' };

/** Registers, applies and is approved; what is left is to sign in. */
export async function cardholder(given, surname) {
  const person = people.person(given, surname);
  const town = await read((await caller()).get('/api/v1/town'));
  const consents = (moment) =>
    town.town.consents
      .filter((consent) => consent.asked_at === moment && consent.required)
      .map(({ key, version }) => ({ key, version }));
  const holder = await caller();
  await send(holder, 'post', '/api/v1/accounts', {
    name: { given, surname },
    email: person.email,
    password: person.password,
    language: 'pl',
    consents: consents('registration'),
  });
  const token = new URL(link(await mail(person.email)), url).searchParams.get('t');
  await send(holder, 'post', '/api/v1/accounts/activation', { token });
  const { me } = await signIn(holder, person);
  const [resident] = me.residents;
  const application = await applies(holder, resident, { given, surname, consents: consents('application') });
  const [ground] = town.town.grounds;
  await approves(application, ground.checks.map(({ key }) => key));
  await holder.dispose();
  return person;
}

async function applies(holder, resident, { given, surname, consents }) {
  const all = `/api/v1/residents/${resident.id}/applications`;
  const { id, version } = await send(holder, 'post', all, { kind: 'issue' });
  const draft = {
    whom: 'myself',
    ground: 'tax-resident',
    given,
    surname,
    birth_day: '5',
    birth_month: 'maja',
    birth_year: '1991',
    street: 'Bolesława Prusa',
    house: '12A',
    flat: '',
    postal_code: '05-800',
    town: 'Pruszków',
    phone: '',
    carrier: 'virtual',
    pickup_point: null,
    consents,
  };
  await send(holder, 'put', `${all}/${id}/draft`, { version, draft });
  const folder = await people.files();
  await upload(holder, `${all}/${id}/photo`, path.join(folder, 'portret.jpg'));
  const attached = await upload(holder, `${all}/${id}/document`, path.join(folder, 'pit.pdf'));
  await send(holder, 'post', `${all}/${id}/submit`, { version: attached.version });
  return id;
}

async function approves(application, checks) {
  const office = await caller();
  await signIn(office, clerk);
  const at = `/api/v1/office/cases/${application}`;
  const { application: seen } = await read(office.get(at));
  const { application: claimed } = await send(office, 'post', `${at}/claim`, { version: seen.version });
  await send(office, 'post', `${at}/approve`, { version: claimed.version, checks });
  await office.dispose();
}

function caller() {
  return request.newContext({ baseURL: url, extraHTTPHeaders: { 'sec-fetch-site': 'same-origin' } });
}

function signIn(caller, { email, password }) {
  return send(caller, 'post', '/api/v1/session', { email, password, device: 'browser' });
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
