/** Papers to seal, made once for each language, and other programs’ view of what is sealed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPress, fontBytes, openDesk, packageWorkspace, readFonts, readRole, usualJurisdiction } from 'rolewright';
import type { Locale } from 'rolewright';
import { keyFromP12 } from '../src/sign/keys.js';
import type { SealKey } from '../src/sign/keys.js';
import { sealPdf } from '../src/sign/seal.js';
import type { Sealed, SealOrder } from '../src/sign/seal.js';
import type { Authority } from './authority.js';
import { passphrase } from './authority.js';

export type Paper = 'job-description' | 'role-handbook' | 'contract-annex';
const made = new Map<string, Promise<Uint8Array>>();

/** A blank form; `profile` is that of PDF/A. */
export function paper(locale: Locale, kind: Paper = 'job-description', profile: '1a' | '2a' = '2a'): Promise<Uint8Array> {
  const key = `${locale} ${kind} ${profile}`;
  const before = made.get(key);
  if (before) return before;
  const press = createPress(openDesk(packageWorkspace()).library, readFonts);
  const { role } = readRole(packageWorkspace(), 'roles/sales-manager.yaml');
  if (!role) throw new Error('no role');
  const jurisdiction = usualJurisdiction[locale];
  const tree = press.assemble({ role, kind, locale, jurisdiction, organisation: null, person: null, date: null, logo: null });
  const printed = press.print(tree, 'pdf', { profile }).then(({ bytes }) => new Uint8Array(bytes));
  made.set(key, printed);
  return printed;
}

/** The field in which the paper is signed for the employer, or by the superior. */
export const fieldIn: Readonly<Record<Locale, string>> = { ru: 'approver-signature', en: 'superior-signature', nl: 'superior-signature' };

export async function keyIn(authority: Authority, name = 'valid'): Promise<SealKey> {
  const key = await keyFromP12(authority.bytes(`${name}.p12`), passphrase);
  if (typeof key === 'string') throw new Error(`${name}: ${key}`);
  return key;
}

export const sealedAt = new Date('2026-11-30T09:00:00.000Z');

/** Seals, or throws what is wrong. */
export async function sealed(bytes: Uint8Array, key: SealKey, field: string | null, more: Partial<SealOrder> = {}): Promise<Sealed> {
  const font = await fontBytes('sans');
  const made = await sealPdf(bytes, key, {
    ...{ field, now: sealedAt, level: 'B-B', stampTime: null, label: 'Seal' },
    sign: () => ({ lines: [key.certificate.subject, '2026-11-30 09:00 UTC'], font }),
    ...more,
  });
  if ('code' in made) throw new Error(JSON.stringify(made));
  return made;
}

/** What poppler says of each signed field: `name: Signature is Valid.` and whether the certificate leads to a root it trusts. */
export function popplerOn(bytes: Uint8Array): readonly string[] {
  return inFile(bytes, (path) => {
    const told = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
    return told
      .split(/^Signature #\d+:$/m)
      .slice(1)
      .filter((block) => !block.includes('is not signed'))
      .map((block) => `${/Field Name: (.*)/.exec(block)?.[1] ?? ''}: ${/Signature Validation: (.*)/.exec(block)?.[1] ?? ''}`);
  });
}

/** What `openssl cms -verify` says of the bytes that ByteRange names, up to a root. Throws where it does not hold. */
export function opensslOn(bytes: Uint8Array, authority: Authority): string {
  const text = Buffer.from(bytes).toString('latin1');
  const ranges = [...text.matchAll(/\/ByteRange ?\[ ?0 +(\d+) +(\d+) +(\d+) *\]/g)].map((match) => match.slice(1).map(Number));
  const [start = 0, end = 0, rest = 0] = ranges.at(-1) ?? [];
  const der = Buffer.from(text.slice(start + 1, end - 1), 'hex');
  const content = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end, end + rest)]);
  return inFile(content, (path) => {
    writeFileSync(`${path}.der`, der);
    const flags = [
      '-inform',
      'DER',
      '-binary',
      '-content',
      path,
      '-CAfile',
      authority.path('root.pem'),
      '-purpose',
      'any',
      '-out',
      `${path}.out`,
    ];
    return execFileSync('openssl', ['cms', '-verify', '-in', `${path}.der`, ...flags, '-cades'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  });
}

function inFile<T>(bytes: Uint8Array, work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-sealed-'));
  try {
    writeFileSync(join(folder, 'sealed.pdf'), bytes);
    return work(join(folder, 'sealed.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
