/** `rolewright seal` and `rolewright verify` as they are called, in words of three languages. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from 'rolewright';
import type { Locale } from 'rolewright';
import { run } from '../src/cli/command.js';
import { apartHere } from '../src/http/tasks-apart.js';
import { openAuthority, openClock, passphrase } from './authority.js';
import type { Authority, Clock } from './authority.js';
import { madeEdge } from './made-register.js';
import { isFull } from './programs.js';
import { paper } from './sealable.js';

let authority: Authority;
let clock: Clock;
let folder: string;
beforeAll(async () => {
  authority = openAuthority();
  clock = await openClock(authority);
  folder = mkdtempSync(join(tmpdir(), 'rolewright-seal-'));
  mkdirSync(join(folder, 'keys'));
  const wanted = ['valid.p12', 'soon.p12', 'expired.p12', 'early.p12', 'wrong-usage.p12', 'revoked.p12', 'weak.p12', 'pass', 'root.pem'];
  for (const name of [...wanted, 'between.crl', 'valid.key', 'elliptic.key', 'between.pem'])
    writeFileSync(join(folder, 'keys', name), authority.bytes(name));
  writeFileSync(join(folder, 'keys/chain.pem'), Buffer.concat([authority.bytes('valid.pem'), authority.bytes('between.pem')]));
  for (const locale of ['ru', 'en', 'nl'] as const) writeFileSync(join(folder, `job.${locale}.pdf`), await paper(locale));
  writeFileSync(join(folder, 'handbook.pdf'), await paper('en', 'role-handbook'));
  writeFileSync(join(folder, 'annex.pdf'), await paper('nl', 'contract-annex'));
  writeFileSync(join(folder, 'text.pdf'), 'no PDF');
  execFileSync('qpdf', ['--linearize', join(folder, 'job.en.pdf'), join(folder, 'linear.pdf')]);
}, 60_000);
afterAll(async () => {
  await clock.close();
  authority.close();
  rmSync(folder, { recursive: true });
});

const edge = { ...madeEdge(), now: () => new Date() };
async function go(line: string, { language = 'en', environment = {} }: { language?: Locale; environment?: Record<string, string> } = {}) {
  let [out, err] = ['', ''];
  const [command = '', ...words] = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const code = await run(
    { command, words },
    {
      ...{ environment, folder, errIsTerminal: false, workspace: openWorkspace(folder), columns: 100, apart: apartHere },
      out: (text) => void (out += text),
      err: (text) => void (err += text),
    },
    language,
    edge,
  );
  return { code, out, err };
}
const key = '--key keys/valid.p12 --passphrase-file keys/pass';

describe('seal', () => {
  it.each<[Locale, string]>([
    ['en', 'job.en.sealed.pdf: PAdES B-B, unseen'],
    ['ru', 'job.ru.sealed.pdf: PAdES B-B, поле approver-signature'],
    ['nl', 'job.nl.sealed.pdf: PAdES B-B, veld employer-signature'],
  ])('says what it did in %s', async (language, words) => {
    const { code, out, err } = await go(`seal job.${language}.pdf ${key} --level B-B`, { language });
    expect({ code, out, err }).toEqual({ code: 0, out: `${words}\n`, err: '' });
  });

  it('seals many with a time-stamp into a folder, and tells programs', async () => {
    const { code, out } = await go(
      `seal job.ru.pdf annex.pdf handbook.pdf ${key} --tsa ${clock.url} --roots keys/root.pem --out sealed --json`,
    );
    expect(code).toBe(0);
    const { sealed } = JSON.parse(out) as {
      sealed: readonly { file: string; field: string; visible: boolean; level: string; stamped: string }[];
    };
    expect(sealed.map(({ file, field, visible, level }) => [file, field, visible, level])).toEqual([
      ['job.ru.pdf', 'approver-signature', true, 'B-T'],
      ['annex.pdf', 'employer-signature', true, 'B-T'],
      ['handbook.pdf', 'seal', false, 'B-T'],
    ]);
    expect(sealed.every(({ stamped }) => stamped.startsWith('20'))).toBe(true);
    const checked = await go('verify sealed/job.ru.pdf sealed/annex.pdf sealed/handbook.pdf --roots keys/root.pem --crl keys/between.crl');
    expect(checked.code).toBe(0);
    expect(checked.out.match(/Valid: whole, and the signer is proved\./g)).toHaveLength(3);
    expect(checked.out).toContain('Level: PAdES B-T');
  });

  it('signs by a program that no shell starts', async () => {
    const command = '"openssl" pkeyutl -sign -inkey keys/valid.key -pkeyopt digest:sha256';
    const { code } = await go(`seal job.en.pdf --sign-command '${command}' --certificate keys/chain.pem --level B-B --out by-program`);
    expect(code).toBe(0);
    expect((await go('verify by-program/job.en.pdf --roots keys/root.pem')).code).toBe(0);
  });

  it('adds to a file that is laid out for the web', async () => {
    expect((await go(`seal linear.pdf ${key} --level B-B --out linear`)).code).toBe(0);
    expect((await go('verify linear/linear.pdf --roots keys/root.pem')).out).toContain('Valid: whole');
  });

  it('takes the passphrase from the environment', async () => {
    const line = 'seal job.en.pdf --key keys/valid.p12 --level B-B --out env';
    expect((await go(line, { environment: { ROLEWRIGHT_PASSPHRASE: passphrase } })).code).toBe(0);
    expect((await go(`${line} --force`)).err).toContain('the passphrase does not fit');
  });

  it('warns before the certificate ends', async () => {
    const soon = { ...edge, now: () => new Date('2026-12-01T00:00:00Z') };
    let err = '';
    const words = ['job.en.pdf', '--key', 'keys/soon.p12', '--passphrase-file', 'keys/pass', '--level', 'B-B', '--out', 'soon'];
    const terminal = {
      environment: {},
      folder,
      errIsTerminal: false,
      workspace: openWorkspace(folder),
      out: () => {},
      err: (text: string) => void (err += text),
    };
    expect(await run({ command: 'seal', words }, terminal, 'ru', soon)).toBe(0);
    expect(err).toContain('Срок сертификата «Soon» истекает через 31 день.');
  });

  const level = '--level B-B';
  it.each([
    ['seal-needs-key', `job.en.pdf ${level}`],
    ['seal-needs-key', `job.en.pdf ${key} --sign-command openssl ${level}`],
    ['seal-needs-certificate', `job.en.pdf --sign-command openssl ${level}`],
    ['seal-needs-tsa', `job.en.pdf ${key}`],
    ['seal-tsa-unused', `job.en.pdf ${key} ${level} --tsa http://127.0.0.1:9/`],
    ['seal-tsa-address', `job.en.pdf ${key} --tsa ftp://127.0.0.1/`],
    ['seal-tsa-unreachable', `job.en.pdf ${key} --tsa http://127.0.0.1:9/`],
    ['unknown-option-value', `job.en.pdf ${key} --level B-LTA`],
    ['seal-no-roots', `job.en.pdf ${key} ${level} --roots keys/pass`],
    ['seal-no-crl', `job.en.pdf ${key} ${level} --crl keys/pass`],
    ['seal-key-refused', `job.en.pdf --key keys/pass ${level}`],
    ['seal-key-refused', `job.en.pdf --key keys/expired.p12 --passphrase-file keys/pass ${level}`],
    ['seal-key-refused', `job.en.pdf --key keys/early.p12 --passphrase-file keys/pass ${level}`],
    ['seal-key-refused', `job.en.pdf --key keys/wrong-usage.p12 --passphrase-file keys/pass ${level}`],
    ['seal-key-refused', `job.en.pdf --key keys/weak.p12 --passphrase-file keys/pass ${level}`],
    ['seal-key-refused', `job.en.pdf --key keys/revoked.p12 --passphrase-file keys/pass ${level} --crl keys/between.crl`],
    ['seal-command-failed', `job.en.pdf --sign-command no-such-program --certificate keys/chain.pem ${level}`],
    ['seal-command-failed', `job.en.pdf --sign-command 'openssl nonsense' --certificate keys/chain.pem ${level}`],
    [
      'seal-key-refused',
      `job.en.pdf --sign-command 'openssl pkeyutl -sign -inkey keys/elliptic.key' --certificate keys/chain.pem ${level}`,
    ],
    ['seal-unreadable', `text.pdf ${key} ${level}`],
    ['seal-no-field', `handbook.pdf ${key} ${level} --field signature`],
    ['seal-no-field', `annex.pdf ${key} ${level} --field elsewhere`],
    ['seal-signed-already', `sealed/annex.pdf ${key} ${level} --field employer-signature`],
    ['file-missing', `nowhere.pdf ${key} ${level}`],
    ['usage-missing-argument', key],
    ['usage-unknown-option', `job.en.pdf ${key} --colour red`],
  ])('refuses with %s: %s', async (code, line) => {
    for (const language of isFull ? (['en', 'ru', 'nl'] as const) : (['ru'] as const)) {
      const { code: exit, out } = await go(`seal ${line} --out refused --json`, { language });
      expect(exit).toBeGreaterThan(0);
      const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { code: string; message: string }[] };
      expect(diagnostics.map((one) => one.code)).toEqual([code]);
      expect(diagnostics[0]?.message).not.toMatch(/[{}]|undefined/);
    }
  });

  it('writes over nothing', async () => {
    const line = `seal job.en.pdf ${key} --level B-B --out twice`;
    expect((await go(line)).code).toBe(0);
    const before = readFileSync(join(folder, 'twice/job.en.pdf'));
    expect((await go(line)).code).toBe(1);
    expect(readFileSync(join(folder, 'twice/job.en.pdf')).equals(before)).toBe(true);
    expect((await go(`${line} --force`)).code).toBe(0);
  });
});

it('tells of files that are not there though the command of the root comes with a library of its own', async () => {
  // What its workspace refuses would be a stranger’s refusal here: it is not asked.
  const workspace = new Proxy({} as ReturnType<typeof openWorkspace>, {
    get: () => expect.fail('the workspace of the root was asked'),
  });
  let err = '';
  const terminal = { environment: {}, folder, errIsTerminal: false, workspace, out: () => {}, err: (text: string) => void (err += text) };
  expect(await run({ command: 'verify', words: ['missing.pdf'] }, { ...terminal, apart: apartHere }, 'en', edge)).toBe(1);
  expect(await run({ command: 'seal', words: ['missing.pdf', ...key.split(' ')] }, terminal, 'en', edge)).toBe(1);
  expect(err.match(/missing\.pdf/g)?.length).toBeGreaterThanOrEqual(2);
});

describe('verify', () => {
  it.each<[Locale, string]>([
    ['en', 'NOT VALID.'],
    ['ru', 'НЕДЕЙСТВИТЕЛЬНА.'],
    ['nl', 'NIET GELDIG.'],
  ])('says in %s that a file was changed', async (language, words) => {
    await go(`seal job.en.pdf ${key} --level B-B --out changed --force`);
    const path = join(folder, 'changed/job.en.pdf');
    const bytes = readFileSync(path);
    bytes[2000] = (bytes[2000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const { code, out } = await go('verify changed/job.en.pdf', { language });
    expect(code).toBe(3);
    expect(out).toContain(words);
    expect(out).not.toMatch(/[{}]|undefined/);
  });

  it('knows what is not signed, and what is no PDF', async () => {
    const { code, out } = await go('verify job.en.pdf text.pdf');
    expect(code).toBe(3);
    expect(out).toBe('job.en.pdf\n  Not signed.\ntext.pdf\n  Cannot be verified: this is no PDF\n');
  });

  it('proves nothing without roots, and says so', async () => {
    await go(`seal job.en.pdf ${key} --level B-B --out plain --force`);
    const { code, out } = await go('verify plain/job.en.pdf');
    expect(code).toBe(0);
    expect(out).toContain('Who signed is not proved');
    const json = JSON.parse((await go('verify plain/job.en.pdf --json')).out) as {
      files: readonly { verdict: string; register: unknown }[];
    };
    expect(json.files).toMatchObject([{ verdict: 'unproved', register: null }]);
  });
});

it('help stands in the language of the user', async () => {
  expect((await go('seal --help', { language: 'nl' })).out).toContain('Verzegelt pdf-bestanden');
  expect((await go('verify --help', { language: 'ru' })).out).toContain('Проверяет электронные подписи');
});
