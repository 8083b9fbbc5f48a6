/** Detached signatures as files: in every form in which programs write them, and what is none. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDetached } from '../src/sign/detached.js';
import { asGost, openOutside } from './signed-outside.js';
import type { Outside } from './signed-outside.js';

let outside: Outside;
let firm: Uint8Array;
let anna: Uint8Array;
const paper = new TextEncoder().encode('%PDF-1.4 a paper');
beforeAll(() => {
  outside = openOutside();
  firm = outside.sign('firm', paper);
  anna = outside.sign('anna', paper);
});
afterAll(() => outside.close());

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');
const lines = (der: Uint8Array): string => base64(der).replace(/(.{64})/g, '$1\n');

describe('a detached signature', () => {
  it('is held against the content, of RSA and on a curve', () => {
    expect(readDetached(firm, paper)).toMatchObject({ signer: 'ООО «Ромашка»', isChecked: true });
    expect(readDetached(anna, paper)).toMatchObject({ signer: 'Анна Фёдорова', isChecked: true });
    const { signed } = readDetached(firm, paper) as { signed: Date };
    expect(Math.abs(signed.getTime() - Date.now())).toBeLessThan(3_600_000);
  });

  it.each<[string, (der: Uint8Array) => string]>([
    ['Base64 in one line', base64],
    ['Base64 in lines', (der) => `${lines(der)}\r\n`],
    ['PEM of OpenSSL', (der) => `-----BEGIN CMS-----\n${lines(der)}\n-----END CMS-----\n`],
    ['PEM of others', (der) => `-----BEGIN PKCS7-----\n${lines(der)}\n-----END PKCS7-----\n`],
    ['PEM of CryptoPro', (der) => `-----BEGIN SIGNATURE-----\r\n${lines(der)}\r\n-----END SIGNATURE-----`],
  ])('is read as %s', (_, write) => {
    expect(readDetached(text(write(firm)), paper)).toMatchObject({ isChecked: true });
  });

  it('says nothing of its day where it has no time', () => {
    expect(readDetached(outside.sign('anna', paper, ['-noattr']), paper)).toMatchObject({ signed: null, isChecked: true });
  });

  it('of GOST is taken with what can be read of it', () => {
    expect(readDetached(asGost(firm), paper)).toMatchObject({ signer: 'ООО «Ромашка»', isChecked: false });
    expect(readDetached(asGost(firm), text('another'))).toMatchObject({ isChecked: false });
  });

  it('is refused with its reason', () => {
    expect(readDetached(firm, text('%PDF-1.4 a papeR'))).toBe('digest-differs');
    expect(readDetached(outside.sign('anna', paper, ['-noattr']), text('another'))).toBe('signature-wrong');
    expect(readDetached(outside.sign('firm', paper, ['-nodetach']), paper)).toBe('holds-content');
    expect(readDetached(outside.sign('firm', paper, ['-nocerts']), paper)).toBe('no-certificate');
    expect(readDetached(outside.sign('firm', paper, ['-signer', 'anna.pem', '-inkey', 'anna.key']), paper)).toBe('unreadable');
    for (const bytes of [text(''), text('no signature'), text('AAAA'), paper, firm.subarray(0, 200), new Uint8Array(2 << 20)])
      expect(readDetached(bytes, paper)).toBe('unreadable');
    expect(readDetached(new Uint8Array([...firm, 1]), paper)).toBe('unreadable');
  });

  // What would be read in the square of its length would outlast the test.
  it('is no signature, whatever a large file is full of', () => {
    for (const filling of [' ', 'A', '=', '-', '\n', '0'])
      expect(readDetached(text(`-----BEGIN CMS-----\n${filling.repeat(900_000)}\u0001`), paper)).toBe('unreadable');
  });
});
