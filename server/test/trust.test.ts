/** Which ways up to a root are trusted: certificates made by openssl for this test alone. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCard } from '../src/sign/certificate.js';
import type { Card } from '../src/sign/certificate.js';
import { trustOf } from '../src/sign/chain.js';

const folder = mkdtempSync(join(tmpdir(), 'rolewright-trust-'));
afterAll(() => rmSync(folder, { recursive: true }));

const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
const person = 'basicConstraints = critical, CA:FALSE\nkeyUsage = critical, digitalSignature';
const authority = 'basicConstraints = critical, CA:TRUE\nkeyUsage = critical, keyCertSign, cRLSign';

/** Each with who issued it, and what it may. */
const certificates = {
  root: [null, authority],
  between: ['root', authority],
  direct: ['root', person],
  below: ['between', person],
  byPerson: ['direct', person],
  silent: ['root', 'keyUsage = critical, digitalSignature'],
  bySilent: ['silent', person],
  unable: ['root', 'basicConstraints = critical, CA:TRUE\nkeyUsage = critical, digitalSignature'],
  byUnable: ['unable', person],
  last: ['root', 'basicConstraints = critical, CA:TRUE, pathlen:0\nkeyUsage = critical, keyCertSign'],
  byLast: ['last', person],
  furtherThanLast: ['last', authority],
  tooDeep: ['furtherThanLast', person],
} as const;
type Name = keyof typeof certificates;

const card = (name: Name): Card => readCard(new Uint8Array(readFileSync(join(folder, `${name}.der`)))) as Card;

beforeAll(() => {
  for (const [name, [issuer, extensions]] of Object.entries(certificates)) {
    writeFileSync(join(folder, `${name}.ext`), extensions);
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`);
    openssl('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-out', `${name}.csr`);
    const by = issuer === null ? ['-signkey', `${name}.key`] : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial'];
    openssl('x509', '-req', '-in', `${name}.csr`, '-days', '30', '-extfile', `${name}.ext`, '-out', `${name}.pem`, ...by);
    openssl('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`);
  }
}, 60_000);

it.each<[Name, Name[], 'trusted' | 'untrusted']>([
  ['direct', [], 'trusted'],
  ['below', ['between'], 'trusted'],
  ['byLast', ['last'], 'trusted'],
  ['below', [], 'untrusted'],
  ['byPerson', ['direct'], 'untrusted'],
  ['bySilent', ['silent'], 'untrusted'],
  ['byUnable', ['unable'], 'untrusted'],
  ['tooDeep', ['furtherThanLast', 'last'], 'untrusted'],
])('%s, over %j, is %s', async (name, others, state) => {
  const { from } = card(name);
  expect(await trustOf(card(name), others.map(card), [card('root')], new Date(from.getTime() + 60_000))).toMatchObject({ state });
});
