/** What a register issues is sealed in the same making, and its own files are known when they are verified. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAuthority, openClock } from './authority.js';
import type { Authority, Clock } from './authority.js';
import { popplerOn } from './sealable.js';
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
