/** Seals as they are made: into the field where it stands, of the level that is asked, and good in the eyes of other programs. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontBytes } from 'rolewright';
import type { Locale } from 'rolewright';
import { stampFrom } from '../src/cli/seal/clock.js';
import { readCards } from '../src/sign/certificate.js';
import { readCms } from '../src/sign/cms.js';
import { daysLeft, faultOfKey, keyBehind, keyFromP12 } from '../src/sign/keys.js';
import * as oids from '../src/sign/oids.js';
import { openPdf } from '../src/sign/read/file.js';
import { unpacked } from '../src/sign/read/unpack.js';
import { entriesOf, itemsOf, textOf } from '../src/sign/read/values.js';
import { readLists } from '../src/sign/revocation.js';
import { sealPdf } from '../src/sign/seal.js';
import { fieldsOf, signaturesOf } from '../src/sign/signatures.js';
import { verifyPdf } from '../src/sign/verify.js';
import { openAuthority, openClock, passphrase } from './authority.js';
import type { Authority, Clock, Mischief } from './authority.js';
import { added, bodyOf, nextNumber, numberOf } from './forged.js';
import { madeEdge } from './made-register.js';
import { fieldIn, keyIn, opensslOn, paper, popplerOn, sealed, sealedAt } from './sealable.js';

let authority: Authority;
let clock: Clock;
beforeAll(async () => {
  authority = openAuthority();
  clock = await openClock(authority);
}, 60_000);
afterAll(async () => {
  await clock.close();
  authority.close();
});

const roots = () => readCards(authority.bytes('root.pem'));
const trusting = () => ({ roots: roots(), certificates: [], lists: [], now: new Date() });
/** The real clock: that of openssl’s time-stamps. */
const now = { ...madeEdge(), now: () => new Date() };
const fieldAt = (bytes: Uint8Array, name: string) => fieldsOf(openPdf(bytes)).find((one) => one.name === name)?.entries;

describe('a seal', () => {
  it.each<[Locale, string]>([
    ['ru', 'valid'],
    ['en', 'legacy'],
    ['nl', 'elliptic'],
    ['nl', 'elliptic-legacy'],
  ])('stands in a paper in %s with the key %s', async (locale, name) => {
    const bytes = await paper(locale);
    const field = fieldIn[locale];
    const made = await sealed(bytes, await keyIn(authority, name), field);
    expect(made).toMatchObject({ field, isSeen: true, level: 'B-B', stamped: null });
    expect(Buffer.from(made.bytes.subarray(0, bytes.length)).equals(Buffer.from(bytes))).toBe(true);
    const report = await verifyPdf(made.bytes, trusting());
    expect(report.verdict).toBe('valid');
    expect(report.signatures).toMatchObject([{ field, coversAll: true, trust: 'trusted', level: 'B-B', changes: [] }]);
    expect(popplerOn(made.bytes)).toEqual([`${field}: Signature is Valid.`]);
    expect(() => opensslOn(made.bytes, authority)).not.toThrow();
  });

  it('leaves the field its place, its flags and its page, and draws into it', async () => {
    const bytes = await paper('ru');
    const made = await sealed(bytes, await keyIn(authority), fieldIn.ru);
    const [before, after] = [fieldAt(bytes, fieldIn.ru), fieldAt(made.bytes, fieldIn.ru)];
    const placeOf = (entries: typeof before) => itemsOf(entries?.get('Rect'))?.map((one) => Number(one).toFixed(4));
    expect(placeOf(after)).toEqual(placeOf(before));
    for (const key of ['F', 'P', 'StructParent', 'T', 'TU', 'Subtype']) expect(after?.get(key), key).toEqual(before?.get(key));
    expect(after?.get('AP')).not.toEqual(before?.get('AP'));
  });

  it('shows its lines whole where there is room for them, and cut with dots where there is none', async () => {
    const font = await fontBytes('serif');
    const shownIn = async (lines: readonly string[]): Promise<number[]> => {
      const made = await sealed(await paper('ru'), await keyIn(authority), fieldIn.ru, { sign: () => ({ lines, font }) });
      const file = openPdf(made.bytes);
      const look = file.resolve(entriesOf(file.resolve(fieldAt(made.bytes, fieldIn.ru)?.get('AP')))?.get('N'));
      if (typeof look !== 'object' || look?.type !== 'stream') throw new Error('no look');
      // Four digits for each letter.
      return [
        ...Buffer.from(unpacked(look))
          .toString('latin1')
          .matchAll(/<([0-9a-f]+)>/g),
      ].map(([, digits = '']) => digits.length / 4);
    };
    const usual = ['Электронная подпись: ООО «Ромашка»', '30.11.2026 09:39 UTC, PAdES B-B'];
    expect(await shownIn(usual)).toEqual(usual.map(({ length }) => length));
    const [first = 0, second] = await shownIn(['Ж'.repeat(300), 'second']);
    expect(first).toBeLessThan(40);
    expect(second).toBe(6);
  });

  it('has no time among what is signed, and names its certificate there, as PAdES asks', async () => {
    const made = await sealed(await paper('en'), await keyIn(authority), fieldIn.en);
    const [signature] = signaturesOf(openPdf(made.bytes));
    const cms = readCms(signature?.contents ?? new Uint8Array());
    if (typeof cms === 'string') throw new Error(cms);
    const types = cms.signedAttributes.map(({ type }) => type);
    expect(types).not.toContain(oids.signingTime);
    expect(new Set(types)).toEqual(new Set([oids.contentType, oids.messageDigest, oids.signingCertificateV2]));
    expect(cms.certificates.map(({ subject }) => subject).sort()).toEqual(['Test Between', 'ООО «Ромашка»']);
    expect(textOf(signature?.entries.get('Name'))).toBe('ООО «Ромашка»');
    expect(textOf(signature?.entries.get('M'))).toBe('D:20261130090000Z');
  });

  it('goes unseen into a paper without a field', async () => {
    const bytes = await paper('en', 'role-handbook');
    const made = await sealed(bytes, await keyIn(authority), null);
    expect(made).toMatchObject({ field: 'seal', isSeen: false, level: 'B-B' });
    expect(popplerOn(made.bytes)).toEqual(['seal: Signature is Valid.']);
  });

  it('stands beside another, and both hold', async () => {
    const first = await sealed(await paper('nl'), await keyIn(authority), 'superior-signature');
    const second = await sealed(first.bytes, await keyIn(authority, 'elliptic'), 'employee-signature');
    const third = await sealed(second.bytes, await keyIn(authority), null);
    const report = await verifyPdf(third.bytes, trusting());
    expect(report.signatures.map(({ field, verdict, coversAll }) => [field, verdict, coversAll])).toEqual([
      ['superior-signature', 'valid', false],
      ['employee-signature', 'valid', false],
      ['seal', 'valid', true],
    ]);
    expect(report.signatures[0]?.changes).toEqual([
      { kind: 'signed', field: 'employee-signature' },
      { kind: 'signed', field: 'seal' },
    ]);
    expect(popplerOn(third.bytes).every((line) => line.endsWith('Signature is Valid.'))).toBe(true);
  });

  it('is refused where it cannot stand', async () => {
    const key = await keyIn(authority);
    const order = { now: sealedAt, level: 'B-B' as const, stampTime: null, sign: null, label: 'Seal' };
    const bytes = await paper('nl');
    expect(await sealPdf(bytes, key, { ...order, field: 'elsewhere' })).toMatchObject({ code: 'no-field' });
    const once = await sealed(bytes, key, 'superior-signature');
    expect(await sealPdf(once.bytes, key, { ...order, field: 'superior-signature' })).toMatchObject({ code: 'signed-already' });
    expect(await sealPdf(new TextEncoder().encode('no PDF'), key, { ...order, field: null })).toEqual({
      code: 'unreadable',
      fault: 'not-a-pdf',
    });
    expect(await sealPdf(bytes.subarray(0, bytes.length - 300), key, { ...order, field: null })).toMatchObject({ code: 'unreadable' });
    // B-T without a time-stamp is B-B, and is not given out for more.
    expect(await sealPdf(bytes, key, { ...order, field: null, level: 'B-T' })).toEqual({ code: 'level-not-reached', level: 'B-B' });
  });
});

describe('a key', () => {
  const fault = async (name: string, lists = readLists(authority.bytes('between.crl')), at = new Date('2026-12-01T00:00:00Z')) =>
    await faultOfKey(await keyIn(authority, name), at, lists);

  it.each([
    ['valid', null],
    ['elliptic', null],
    ['soon', null],
    ['expired', 'expired'],
    ['early', 'not-yet'],
    ['wrong-usage', 'usage'],
    ['no-signing', 'usage'],
    ['weak', 'weak'],
  ])('%s: %s', async (name, expected) => expect(await fault(name)).toBe(expected));

  // It was revoked when the authority was made, which is while these tests run.
  it('is known to be revoked from then on', async () => {
    expect(await fault('revoked', undefined, new Date('2045-01-01T00:00:00Z'))).toBe('revoked');
  });

  it('is not known to be revoked without a list, nor by a list that somebody else signed', async () => {
    expect(await fault('revoked', [])).toBe(null);
    expect(await fault('revoked', readLists(authority.bytes('root.crl')))).toBe(null);
  });

  it('is told before it ends', async () => {
    expect(daysLeft((await keyIn(authority, 'soon')).certificate, new Date('2026-12-01T00:00:00Z'))).toBe(31);
  });

  it('opens with its passphrase alone', async () => {
    for (const name of ['valid', 'legacy', 'elliptic-legacy'])
      expect(await keyFromP12(authority.bytes(`${name}.p12`), 'guessed'), name).toBe('wrong-passphrase');
    expect(await keyFromP12(authority.bytes('root.pem'), passphrase)).toBe('unreadable');
  });

  it('behind a program is tried against its certificate', async () => {
    const sign = (key: string) => async (digest: Uint8Array) => {
      const { writeFileSync } = await import('node:fs');
      writeFileSync(authority.path('digest'), digest);
      const how = key === 'elliptic' ? [] : ['-pkeyopt', 'digest:sha256'];
      return new Uint8Array(authority.openssl('pkeyutl', '-sign', '-inkey', `${key}.key`, '-in', 'digest', ...how));
    };
    const cards = (name: string) => [...readCards(authority.bytes('between.pem')), ...readCards(authority.bytes(`${name}.pem`))];
    for (const name of ['valid', 'elliptic']) {
      const key = await keyBehind(cards(name), sign(name));
      if (typeof key === 'string') throw new Error(key);
      const made = await sealed(await paper('en'), key, fieldIn.en);
      expect(popplerOn(made.bytes)).toEqual([`${fieldIn.en}: Signature is Valid.`]);
    }
    expect(await keyBehind(cards('elliptic'), sign('valid'))).toBe('does-not-fit');
  });
});

describe('a time-stamp', () => {
  const stamped = async (patience = 2000) => {
    const stampTime = stampFrom({ address: clock.url, roots: roots(), patience }, now);
    return await sealed(await paper('en'), await keyIn(authority), fieldIn.en, { level: 'B-T', stampTime });
  };

  it('makes the level B-T, which other programs confirm', async () => {
    clock.behave('none');
    const made = await stamped();
    expect(made.level).toBe('B-T');
    expect(Math.abs((made.stamped?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    const report = await verifyPdf(made.bytes, trusting());
    expect(report.verdict).toBe('valid');
    expect(report.signatures[0]?.stamp).toMatchObject({ trust: 'trusted', authority: { subject: 'Test Clock' } });
    expect(popplerOn(made.bytes)).toEqual([`${fieldIn.en}: Signature is Valid.`]);
    expect(() => opensslOn(made.bytes, authority)).not.toThrow();
  });

  it('is of the level B-LT only with lists for every certificate up to the root in the file', async () => {
    clock.behave('none');
    const { bytes } = await stamped();
    const root = numberOf(openPdf(bytes).trailer.get('Root'));
    const holding = (...lists: readonly string[]): Uint8Array => {
      const first = nextNumber(bytes);
      const streams = lists.map((name) => authority.openssl('crl', '-in', name, '-outform', 'DER'));
      const objects = streams.map((der, at): [number, string] => [
        first + 1 + at,
        `<</Length ${der.length}>>\nstream\n${der.toString('latin1')}\nendstream`,
      ]);
      const store = `<</Type/DSS/CRLs[${objects.map(([number]) => `${number} 0 R`).join(' ')}]>>`;
      const body = bodyOf(bytes, root).replace(/>>\s*$/, `/DSS ${first} 0 R>>`);
      return added(bytes, { objects: { ...Object.fromEntries(objects), [first]: store, [root]: body } });
    };
    const levelOf = async (file: Uint8Array) => (await verifyPdf(file, trusting())).signatures[0]?.level;
    expect(await levelOf(holding())).toBe('B-T');
    expect(await levelOf(holding('between.crl'))).toBe('B-T');
    expect(await levelOf(holding('between.crl', 'root.crl'))).toBe('B-LT');
  });

  it.each<[Mischief, string, string]>([
    ['expired', 'seal-tsa-answer', 'certificate_expired'],
    ['wrong-imprint', 'seal-tsa-answer', 'other_nonce'],
    ['wrong-nonce', 'seal-tsa-answer', 'other_nonce'],
    ['rejects', 'seal-tsa-answer', 'rejected'],
    ['nonsense', 'seal-tsa-answer', 'unreadable'],
    ['slow', 'seal-tsa-unreachable', '2 s'],
    ['error', 'seal-tsa-unreachable', 'HTTP 500'],
    ['endless', 'seal-tsa-unreachable', '> 65536 B'],
  ])('that goes wrong (%s) ends it, and nothing is sealed', async (mischief, code, fact) => {
    clock.behave(mischief);
    const refused = await stamped().then(
      () => null,
      (error: unknown) => (error as { diagnostics: readonly { code: string; args: Record<string, unknown> }[] }).diagnostics[0],
    );
    expect(refused?.code).toBe(code);
    expect([refused?.args['fault'], refused?.args['reason']]).toContain(fact);
  });

  it('that nobody gives is told too', async () => {
    const stampTime = stampFrom({ address: 'http://127.0.0.1:9/', roots: [] }, now);
    await expect(stampTime(createHash('sha256').digest())).rejects.toMatchObject({ diagnostics: [{ code: 'seal-tsa-unreachable' }] });
  });

  it('of an authority that is not trusted is refused', async () => {
    clock.behave('none');
    const stampTime = stampFrom({ address: clock.url, roots: readCards(authority.bytes('valid.pem')) }, now);
    await expect(stampTime(createHash('sha256').digest())).rejects.toMatchObject({ diagnostics: [{ code: 'seal-tsa-untrusted' }] });
  });

  it('with its imprint for something else is found in a file', async () => {
    clock.behave('none');
    const key = await keyIn(authority);
    const real = stampFrom({ address: clock.url, roots: [] }, now);
    const other = (): Promise<Uint8Array> => real(createHash('sha256').update('something else').digest());
    const order = { field: null, now: sealedAt, level: 'B-T' as const, sign: null, label: 'Seal' };
    // What the key does with such a stamp is refused: the level is looked at in the finished file.
    expect(await sealPdf(await paper('en'), key, { ...order, stampTime: other })).toMatchObject({ code: 'level-not-reached' });
  });
});
