/** What a register issues is sealed in the same making, and its own files are known when they are verified. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openProject } from '../src/cli/project.js';
import { withSeal } from '../src/cli/seal/service-seal.js';
import { tasks } from '../src/http/all-tasks.js';
import { perform } from '../src/http/tasks.js';
import { openStorage } from '../src/storage/storage.js';
import { openAuthority, openClock, passphrase } from './authority.js';
import type { Authority, Clock } from './authority.js';
import { madeEdge } from './made-register.js';
import { popplerOn } from './sealable.js';
import { ownFolder } from './service.js';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';

let authority: Authority;
let clock: Clock;
let hr: Visiting;
beforeAll(async () => {
  authority = openAuthority();
  clock = await openClock(authority);
  hr = visiting({ language: 'nl' });
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    'schema: 2\nname: Tulp\nplace: Utrecht\njurisdiction: nl\nlanguages: [nl]\ndepartments:\n  - { id: sales, name: verkoop }\n',
  );
  hr.write(
    'people.csv',
    'Naam,Geslacht,Personeelsnummer,Functie,Afdeling\nAnna de Vries,v,1001,sales-manager,sales\nJan de Boer,m,1002,account-manager,sales\n',
  );
  for (const name of ['valid.p12', 'pass', 'root.pem', 'between.crl']) hr.write(name, authority.bytes(name));
  await hr.data('init');
  await hr.data('people people.csv');
}, 60_000);
afterAll(async () => {
  await clock.close();
  authority.close();
  rmSync(hr.folder, { recursive: true });
});

const files = (): string[] =>
  !existsSync(join(hr.folder, 'register/files'))
    ? []
    : readdirSync(join(hr.folder, 'register/files'), { recursive: true, encoding: 'utf8' })
        .filter((one) => /[0-9a-f]{62}$/.test(one))
        // Beside each PDF lies the tree that screens show.
        .filter(
          (one) =>
            readFileSync(join(hr.folder, 'register/files', one))
              .subarray(0, 5)
              .toString() === '%PDF-',
        );
const key = '--seal valid.p12 --passphrase-file pass';

it('seals nothing with a key that does not open, and numbers nothing for it', async () => {
  const { code, err } = await hr.run('issue --all --format pdf --seal valid.p12 --level B-B');
  expect(code).toBe(1);
  expect(err).toContain('het wachtwoord klopt niet');
  expect((await hr.data<{ documents: unknown[] }>('documents')).documents).toEqual([]);
});

it('waits for a server of time that is down, and goes on with the same number', async () => {
  clock.behave('error');
  const waiting = await hr.run(`issue --all --format pdf ${key} --tsa ${clock.url}`);
  expect(waiting.code).toBe(1);
  expect(waiting.err).toContain('HTTP 500');
  expect(waiting.err).toContain('ze wachten op het zegel');
  // One paper was asked for, not all.
  expect(clock.asked).toBe(1);
  expect(files()).toEqual([]);
  clock.behave('none');
  const { documents } = await hr.data<{ documents: { outcome: string; number: string }[] }>(
    `issue --all --format pdf ${key} --tsa ${clock.url}`,
  );
  expect(documents.filter(({ outcome }) => outcome === 'finished')).toHaveLength(1);
  expect(documents.filter(({ outcome }) => outcome === 'issued')).toHaveLength(documents.length - 1);
  expect(files()).toHaveLength(documents.length);
  for (const file of files()) {
    const bytes = new Uint8Array(readFileSync(join(hr.folder, 'register/files', file)));
    expect(popplerOn(bytes).map((line) => line.split(': ')[1])).toEqual(['Signature is Valid.']);
  }
});

it('keeps the seal in its chain, which stays whole', async () => {
  expect((await hr.run('verify')).code).toBe(0);
});

it('knows its own files when they are verified, and no others', async () => {
  const [file = ''] = files();
  const bytes = readFileSync(join(hr.folder, 'register/files', file));
  writeFileSync(join(hr.folder, 'own.pdf'), bytes);
  writeFileSync(join(hr.folder, 'other.pdf'), Buffer.concat([bytes, Buffer.from('\n')]));
  const { code, out } = await hr.runOf('verify', 'own.pdf other.pdf --roots root.pem --crl between.crl');
  expect(out).toMatch(/own\.pdf\n[^]*In het register: nr\. \d+[^]*other\.pdf\n[^]*Niet in het register van deze map/);
  expect(out).toContain('Niveau: PAdES B-T');
  expect(code).toBe(0);
});

/** The organisation says how what it issues is sealed. */
const wants = (seal: string): void =>
  hr.write(
    'organisation.yaml',
    `schema: 2\nname: Tulp\nplace: Utrecht\njurisdiction: nl\nlanguages: [nl]\ndepartments:\n  - { id: sales, name: verkoop }\nseal: ${seal}\n`,
  );
const person = (number: string, name: string): void =>
  hr.write('more.csv', `Naam,Geslacht,Personeelsnummer,Functie,Afdeling\n${name},v,${number},customer-service-manager,sales\n`);

it('seals whatever is issued where the organisation says so, and states the level', async () => {
  wants(`{ key: valid.p12, timeServer: "${clock.url}", roots: root.pem }`);
  const before = files().length;
  const refused = await hr.run('issue --all --kind role-handbook --format pdf');
  expect([refused.code, refused.err.includes('het wachtwoord klopt niet')]).toEqual([1, true]);
  hr.environment['ROLEWRIGHT_PASSPHRASE'] = passphrase;
  await hr.data('issue --all --kind role-handbook --format pdf');
  expect(files().length).toBeGreaterThan(before);
  for (const file of files())
    expect(popplerOn(new Uint8Array(readFileSync(join(hr.folder, 'register/files', file)))).map((line) => line.split(': ')[1])).toEqual([
      'Signature is Valid.',
    ]);
});

it('seals the act of a refusal as well, and its number waits where the seal cannot be made', async () => {
  await hr.data('request 1001 --kind job-description');
  clock.behave('error');
  const waiting = await hr.run('refuse 1001 --reason "Ik ben het er niet mee eens"');
  expect([waiting.code, waiting.err.includes('HTTP 500')]).toEqual([1, true]);
  clock.behave('none');
  const { act, files: written } = await hr.data<{ act: string; files: string[] }>('refuse 1001');
  expect(act).not.toBeNull();
  const [pdf = ''] = written.filter((one) => one.endsWith('.pdf'));
  expect(popplerOn(new Uint8Array(readFileSync(join(hr.folder, pdf)))).map((line) => line.split(': ')[1])).toEqual(['Signature is Valid.']);
  expect((await hr.run('verify')).code).toBe(0);
});

it('never starts a program that a file names: the environment names it', async () => {
  wants('{ certificate: chain.pem, command: "touch started", level: B-B }');
  const { code, err } = await hr.run('issue --all --kind onboarding-plan --format pdf');
  expect([code, /command/.test(err), existsSync(join(hr.folder, 'started'))]).toEqual([1, true, false]);
});

it('is what a service does too: it warns of a key that ends, waits for the time, and tells which paper waits', async () => {
  hr.write('soon.p12', authority.bytes('soon.p12'));
  person('2001', 'Eva Smit');
  wants(`{ key: soon.p12, timeServer: "${clock.url}" }`);
  await hr.data('people more.csv');
  const edge = madeEdge('service seal', '2026-12-02T08:00:00.000Z');
  const target = { folder: join(hr.folder, 'register') };
  const storage = await openStorage(target, edge);
  const place = { folder: hr.folder, project: '.', target };
  const actor = { id: `a_${'1'.repeat(32)}`, name: 'Helen Carter' };
  const issuing = async () =>
    await perform(
      tasks,
      'issue',
      { reach: 'everywhere', requestReach: [], kinds: ['job-description'], formats: ['pdf'], person: id },
      async () => ({
        ...(await withSeal(openProject(place, edge.now).setting(actor, 'nl', '2026-12-02', storage), place, {
          edge,
          environment: { ROLEWRIGHT_PASSPHRASE: passphrase },
        })),
        ...{ desk: openProject(place, edge.now).desk, own: ownFolder, life: () => null as never, randomBytes: edge.randomBytes },
      }),
    );
  const id = (await storage.read.personByExternalId('2001'))?.id;
  try {
    clock.behave('error');
    expect(await issuing()).toMatchObject({ refused: [{ code: 'seal-tsa-unreachable' }, { code: 'seal-papers-wait' }] });
    clock.behave('none');
    const { done } = (await issuing()) as { done: { items: { outcome: string; document: { id: string } }[]; problems: object[] } };
    expect(done.items.map(({ outcome }) => outcome)).toEqual(['finished']);
    expect(done.problems).toContainEqual({ code: 'seal-key-ends', severity: 'warning' });
    const issued = (await storage.read.eventsOf(done.items[0]?.document.id ?? '')).find(({ kind }) => kind === 'issued');
    expect(issued?.payload).toMatchObject({
      files: [{ format: 'pdf', seal: { level: 'B-T', signer: expect.stringContaining('Soon') as string } }, {}],
    });
  } finally {
    await storage.close();
  }
});
