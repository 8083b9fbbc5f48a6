/** Sealed files that somebody changed: each way of forging is found, and what is allowed is told from it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { P12Signer, PDF } from '@libpdf/core';
import { readCards } from '../src/sign/certificate.js';
import { openPdf } from '../src/sign/read/file.js';
import { entriesOf, itemsOf } from '../src/sign/read/values.js';
import { readLists } from '../src/sign/revocation.js';
import { formOf, fieldsOf, signaturesOf } from '../src/sign/signatures.js';
import { verifyPdf } from '../src/sign/verify.js';
import { openAuthority, passphrase } from './authority.js';
import type { Authority } from './authority.js';
import { added, bodyOf, nextNumber, numberOf, patched } from './forged.js';
import { keyIn, paper, sealed } from './sealable.js';
import { runs } from '../../test/every.js';

let authority: Authority;
let whole: Uint8Array;
beforeAll(async () => {
  authority = openAuthority();
  whole = (await sealed(await paper('en'), await keyIn(authority), 'superior-signature')).bytes;
}, 60_000);
afterAll(() => authority.close());

const judge = (bytes: Uint8Array) =>
  verifyPdf(bytes, { roots: readCards(authority.bytes('root.pem')), certificates: [], lists: [], now: new Date() });

/** The verdict, what is wrong with the first signature, and what came after it. */
async function told(bytes: Uint8Array) {
  const { verdict, signatures, fault, hidden } = await judge(bytes);
  const [first] = signatures;
  return { verdict, fault, hidden, faults: first?.faults ?? [], changes: first?.changes.map(({ kind }) => kind) ?? [] };
}

// Where things are in the sealed file.
const root = () => numberOf(openPdf(whole).trailer.get('Root'));
const form = () => numberOf(openPdf(whole).root.get('AcroForm'));
const pages = () => numberOf(openPdf(whole).root.get('Pages'));
const page = () => numberOf(itemsOf(entriesOf(openPdf(whole).resolve(openPdf(whole).root.get('Pages')))?.get('Kids'))?.[0]);
const field = (name: string) => fieldsOf(openPdf(whole)).find((one) => one.name === name)?.number ?? -1;
const signature = () => signaturesOf(openPdf(whole))[0]?.number ?? -1;
const stream = (operators: string, more = '') => `<<${more}/Length ${operators.length}>>\nstream\n${operators}\nendstream`;
const white = '1 1 1 rg 0 0 600 850 re f';

it('a whole file is valid', async () => {
  expect(await told(whole)).toEqual({ verdict: 'valid', fault: null, hidden: 0, faults: [], changes: [] });
});

describe('a changed file is not valid:', () => {
  it('a byte of a page', async () => {
    const at = openPdf(whole).spanOf(page())?.[0] ?? 0;
    const bytes = new Uint8Array(whole);
    bytes[at + 40] = (bytes[at + 40] ?? 0) ^ 1;
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid' });
  });

  it('each of many bytes, wherever they are', async () => {
    for (let at = 977; at < whole.length; at += Math.floor(whole.length / runs(100))) {
      const bytes = new Uint8Array(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect([at, (await judge(bytes)).verdict]).not.toEqual([at, 'valid']);
    }
  }, 60_000);

  it('a page at the end', async () => {
    const number = nextNumber(whole);
    const bytes = added(whole, {
      objects: {
        [number]: `<</Type/Page/Parent ${pages()} 0 R/MediaBox[0 0 595 842]/Contents ${number + 1} 0 R/Resources<<>>>>`,
        [number + 1]: stream('0 0 1 rg 0 0 300 300 re f'),
        [pages()]: bodyOf(whole, pages()).replace(/\]/, ` ${number} 0 R]`),
      },
    });
    const { verdict, changes } = await told(bytes);
    expect(verdict).toBe('invalid');
    expect(changes).toContain('pages');
  });

  it('other contents of a page', async () => {
    const contents = numberOf(entriesOf(openPdf(whole).resolve({ type: 'reference', number: page(), generation: 0 }))?.get('Contents'));
    expect(await told(added(whole, { objects: { [contents]: stream(white) } }))).toMatchObject({ verdict: 'invalid', changes: ['page'] });
  });

  it('a white box over a page, as an annotation', async () => {
    const number = nextNumber(whole);
    const box = `<</Type/Annot/Subtype/Stamp/Rect[0 0 600 850]/F 4/AP<</N ${number + 1} 0 R>>>>`;
    const bytes = added(whole, {
      objects: {
        [number]: box,
        [number + 1]: stream(white, '/Type/XObject/Subtype/Form/BBox[0 0 600 850]'),
        [page()]: /\/Annots ?\[/.test(bodyOf(whole, page()))
          ? bodyOf(whole, page()).replace(/\/Annots ?\[/, `/Annots [${number} 0 R `)
          : bodyOf(whole, page()).replace(/>>\s*$/, `/Annots [${number} 0 R]>>`),
      },
    });
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', changes: ['annotation'] });
  });

  it('a field that hides a page, as a form field', async () => {
    const number = nextNumber(whole);
    const bytes = added(whole, {
      objects: {
        [number]: `<</Type/Annot/Subtype/Widget/FT/Tx/T(cover)/V(x)/Rect[0 0 600 850]/F 4/P ${page()} 0 R>>`,
        [form()]: bodyOf(whole, form())
          .replace(/\/Fields ?\[/, (start) => start)
          .replace(/(\/Fields ?\[[^\]]*)\]/, `$1 ${number} 0 R]`),
      },
    });
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', changes: ['field'] });
  });

  it('a further signature whose sign covers the page', async () => {
    const number = nextNumber(whole);
    const bytes = added(whole, {
      objects: {
        [number]: `<</Type/Annot/Subtype/Widget/FT/Sig/T(cover)/V ${signature()} 0 R/Rect[0 0 600 850]/F 4/P ${page()} 0 R>>`,
        [form()]: bodyOf(whole, form()).replace(/(\/Fields ?\[[^\]]*)\]/, `$1 ${number} 0 R]`),
      },
    });
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid' });
    expect((await told(bytes)).changes).toContain('field');
  });

  it('another look of the sealed field', async () => {
    const number = nextNumber(whole);
    const seal = bodyOf(whole, field('superior-signature')).replace(
      /\/AP <<\s*\/N \d+ 0 R\s*>>|\/AP<<\/N \d+ 0 R>>/,
      `/AP <</N ${number} 0 R>>`,
    );
    expect(seal).toContain(`/N ${number} 0 R`);
    const bytes = added(whole, {
      objects: { [number]: stream('q Q', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]'), [field('superior-signature')]: seal },
    });
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', changes: ['appearance'] });
  });

  it('another look of a field without another value', async () => {
    const number = nextNumber(whole);
    const own = bodyOf(whole, field('issue-date')).replace(/\/AP <<[^>]*>>/, `/AP <</N ${number} 0 R>>`);
    const bytes = added(whole, {
      objects: { [number]: stream('BT (forged) Tj ET', '/Type/XObject/Subtype/Form/BBox[0 0 99 9]'), [field('issue-date')]: own },
    });
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', changes: ['appearance'] });
  });

  it('a field that was moved', async () => {
    const own = bodyOf(whole, field('employee-signature')).replace(/\/Rect \[[^\]]*\]/, '/Rect [0 0 600 850]');
    expect(await told(added(whole, { objects: { [field('employee-signature')]: own } }))).toMatchObject({
      verdict: 'invalid',
      changes: ['field'],
    });
  });

  it('another root (hide and replace)', async () => {
    const number = nextNumber(whole);
    const bytes = added(whole, {
      root: number,
      objects: {
        [number]: bodyOf(whole, root()).replace(/\/Pages \d+ 0 R/, `/Pages ${number + 1} 0 R`),
        [number + 1]: `<</Type/Pages/Count 1/Kids[${number + 2} 0 R]>>`,
        [number + 2]: `<</Type/Page/Parent ${number + 1} 0 R/MediaBox[0 0 595 842]/Contents ${number + 3} 0 R/Resources<<>>>>`,
        [number + 3]: stream(white),
      },
    });
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid' });
  });

  it('references that pass over those that were signed', async () => {
    const file = openPdf(whole);
    const numbers = [...new Set(file.sections.flatMap(({ places }) => [...places.keys()]))].filter(
      (number) => file.spanOf(number) !== null,
    );
    const objects = Object.fromEntries(numbers.map((number) => [number, bodyOf(whole, number)]));
    const told1 = await told(added(whole, { objects, unlinked: true }));
    expect(told1.verdict).toBe('invalid');
  });

  it('a way to start something', async () => {
    const bytes = added(whole, { objects: { [root()]: bodyOf(whole, root()).replace(/>>\s*$/, '/OpenAction<</S/URI/URI(http://x)>>>>') } });
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', changes: ['other'] });
  });

  it('the seal taken out of the form', async () => {
    const own = bodyOf(whole, field('superior-signature')).replace(/\/V \d+ 0 R/, '');
    expect(await told(added(whole, { objects: { [field('superior-signature')]: own } }))).toMatchObject({ verdict: 'invalid', hidden: 1 });
  });

  it('something behind the end', async () => {
    const bytes = new Uint8Array(Buffer.concat([whole, Buffer.from('\n7 0 obj\n(hidden)\nendobj\n')]));
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', changes: ['behind-the-end'] });
  });

  it('a file cut off', async () => {
    expect((await judge(whole.subarray(0, whole.length - 40))).verdict).toBe('invalid');
  });
});

describe('a signature that is not what it seems is not valid:', () => {
  const range = /\/ByteRange ?\[0 (\d+) (\d+) (\d+) *\]/;

  it('ByteRange with a hole', async () => {
    const bytes = patched(whole, range, (match) => {
      const [all, start = '', end = '', rest = ''] = match;
      return `/ByteRange[0 ${start} ${Number(end) + 50} ${Number(rest) - 50}`.padEnd(all.length - 1) + ']';
    });
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', faults: ['range-with-hole'] });
  });

  it('ByteRange with six numbers', async () => {
    const bytes = patched(whole, range, (match) => `/ByteRange[0 1 1 ${match[1] ?? ''} 9 9`.padEnd(match[0].length - 1) + ']');
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', faults: ['range-with-hole'] });
  });

  it('ByteRange that does not begin at the beginning', async () => {
    const bytes = patched(whole, range, (match) => match[0].replace('[0', '[9'));
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', faults: ['range-not-from-start'] });
  });

  it('ByteRange that goes past the end', async () => {
    const bytes = patched(whole, range, (match) =>
      match[0].replace(/(\d+)( *\])$/, (_, rest: string, end: string) => `${Number(rest) + 99}${end}`),
    );
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', faults: ['range-past-end'] });
  });

  it('no ByteRange', async () => {
    expect(await told(patched(whole, /\/ByteRange/, () => '/ByteRangE'))).toMatchObject({
      verdict: 'invalid',
      faults: ['range-malformed'],
    });
  });

  it('something behind the signature in its place', async () => {
    const bytes = patched(whole, /0{40}>/, () => `${'0'.repeat(30)}DEADBEEF00>`);
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', faults: ['contents-padded'] });
  });

  it('no signature in its place', async () => {
    const bytes = patched(whole, /<3082[0-9a-f]+>/, (match) => `<${'0'.repeat(match[0].length - 2)}>`);
    expect(await told(bytes)).toMatchObject({ verdict: 'invalid', faults: ['unreadable'] });
  });

  it('that of another file', async () => {
    const other = (await sealed(await paper('nl'), await keyIn(authority), 'superior-signature')).bytes;
    const [contents = ''] = /<3082[0-9a-f]+>/.exec(Buffer.from(other).toString('latin1')) ?? [];
    expect(await told(patched(whole, /<3082[0-9a-f]+>/, () => contents))).toMatchObject({ verdict: 'invalid', faults: ['digest-differs'] });
  });

  it('a signature of an object that stands elsewhere (wrapping)', async () => {
    // A second dictionary with the same range, its contents not in the gap.
    const number = nextNumber(whole);
    const body = bodyOf(whole, signature());
    const own = bodyOf(whole, field('superior-signature')).replace(/\/V \d+ 0 R/, `/V ${number} 0 R`);
    const { verdict, faults } = await told(added(whole, { objects: { [number]: body, [field('superior-signature')]: own } }));
    expect({ verdict, faults }).toEqual({ verdict: 'invalid', faults: ['contents-elsewhere'] });
  });
});

describe('what is allowed after a seal is told and leaves it valid:', () => {
  it('a field that was filled in', async () => {
    const number = nextNumber(whole);
    const own = bodyOf(whole, field('issue-date')).replace(/\/AP <<[^>]*>>/, `/AP <</N ${number} 0 R>> /V (1 December)`);
    const bytes = added(whole, {
      objects: { [number]: stream('BT ET', '/Type/XObject/Subtype/Form/BBox[0 0 99 9]'), [field('issue-date')]: own },
    });
    const { verdict, signatures } = await judge(bytes);
    expect(verdict).toBe('valid');
    expect(signatures[0]?.changes).toEqual([{ kind: 'filled', field: 'issue-date', value: '1 December' }]);
  });

  it('a further signature', async () => {
    const { bytes } = await sealed(whole, await keyIn(authority, 'elliptic'), 'employee-signature');
    const { verdict, signatures } = await judge(bytes);
    expect(verdict).toBe('valid');
    expect(signatures.map(({ changes }) => changes)).toEqual([[{ kind: 'signed', field: 'employee-signature' }], []]);
  });

  it('data for verifying, which alone make no level that they do not prove', async () => {
    const number = nextNumber(whole);
    const bytes = added(whole, {
      objects: {
        [number]: '<</Type/DSS/Certs[]/OCSPs[]/CRLs[]>>',
        [root()]: bodyOf(whole, root()).replace(/>>\s*$/, `/DSS ${number} 0 R>>`),
      },
    });
    const { verdict, signatures } = await judge(bytes);
    expect([verdict, signatures[0]?.level, signatures[0]?.changes]).toEqual(['valid', 'B-B', [{ kind: 'validation-data' }]]);
  });
});

describe('who signed', () => {
  const by = async (name: string, options: { roots?: string; lists?: string } = {}) => {
    const { bytes } = await sealed(await paper('en'), await keyIn(authority, name), 'superior-signature');
    const report = await verifyPdf(bytes, {
      roots: options.roots === undefined ? [] : readCards(authority.bytes(options.roots)),
      lists: options.lists === undefined ? [] : readLists(authority.bytes(options.lists)),
      certificates: [],
      now: new Date(),
    });
    const [first] = report.signatures;
    return [report.verdict, first?.trust, first?.revocation];
  };

  it('is proved by roots alone', async () => {
    expect(await by('valid')).toEqual(['unproved', 'not-asked', 'unknown']);
    expect(await by('valid', { roots: 'root.pem' })).toEqual(['valid', 'trusted', 'unknown']);
    expect(await by('valid', { roots: 'root.pem', lists: 'between.crl' })).toEqual(['valid', 'trusted', 'good']);
    expect(await by('valid', { roots: 'clock.pem' })).toEqual(['unproved', 'untrusted', 'unknown']);
  });

  it('must have been allowed to: not with an expired certificate, nor with a revoked one', async () => {
    expect(await by('expired', { roots: 'root.pem' })).toEqual(['invalid', 'expired', 'unknown']);
    expect(await by('early', { roots: 'root.pem' })).toEqual(['invalid', 'not-yet', 'unknown']);
    expect(await by('revoked', { roots: 'root.pem', lists: 'between.crl' })).toEqual(['invalid', 'trusted', 'revoked']);
  });
});

describe('others’ signatures', () => {
  it('of openssl, in the older format, hold and are of no PAdES level', async () => {
    // The place that a seal prepared, filled by openssl: with a time among what is signed, and without the certificate there.
    const text = Buffer.from(whole).toString('latin1');
    const [, start = 0, end = 0, rest = 0] = (/\/ByteRange ?\[0 (\d+) (\d+) (\d+)/.exec(text) ?? []).map(Number);
    const renamed = patched(whole, /\/ETSI\.CAdES\.detached/, () => '/adbe.pkcs7.detached');
    writeFileSync(authority.path('content'), Buffer.concat([renamed.subarray(0, start), renamed.subarray(end, end + rest)]));
    const signer = ['-signer', 'valid.pem', '-inkey', 'valid.key', '-certfile', 'between.pem'];
    const der = authority.openssl('cms', '-sign', '-binary', '-outform', 'DER', '-md', 'sha256', '-in', 'content', ...signer);
    const bytes = patched(renamed, /<3082[0-9a-f]+>/, (match) => `<${der.toString('hex').padEnd(match[0].length - 2, '0')}>`);
    const { verdict, signatures } = await judge(bytes);
    expect(verdict).toBe('valid');
    expect(signatures[0]).toMatchObject({ level: null, lacks: ['format', 'certificate-not-named', 'time-among-signed'] });
  });

  it('of the library alone hold too, and are of no PAdES level for their time', async () => {
    const pdf = await PDF.load(await paper('en'));
    const signer = await P12Signer.create(authority.bytes('valid.p12'), passphrase);
    const { bytes } = await pdf.sign({ signer, level: 'B-B' });
    const { verdict, signatures } = await judge(bytes);
    expect(verdict).toBe('valid');
    expect(signatures[0]).toMatchObject({ intact: true, level: null, lacks: ['time-among-signed'] });
  });
});

describe('a file that is no file of PDF', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'Hello'],
    ['a head alone', '%PDF-1.7\n'],
    ['a ring of references', '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n'],
    [
      'brackets without end',
      `%PDF-1.7\n1 0 obj\n${'['.repeat(100_000)}\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n100025\n%%EOF\n`,
    ],
    ['more references than bytes', '%PDF-1.7\nxref\n0 4294967295\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n'],
  ])('is told of: %s', async (_, text) => {
    const report = await judge(new Uint8Array(Buffer.from(text, 'latin1')));
    expect(report.fault).not.toBe(null);
    expect(report.verdict).toBe('invalid');
  });
});

it('a stream of objects that unpacks to more than a file may have is refused', async () => {
  const packed = deflateSync(Buffer.alloc(200 << 20, 0x20));
  const head = Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 9/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
    'latin1',
  );
  const rows = Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 9, 0, 2, 0, 0, 0, 1, 0]);
  const at = head.length + packed.length + Buffer.byteLength('\nendstream\nendobj\n');
  const table = `3 0 obj\n<</Type/XRef/Size 3/W[1 4 1]/Root 2 0 R/Length ${rows.length}>>\nstream\n`;
  const parts = [head, packed, '\nendstream\nendobj\n', table, rows, `\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`];
  const report = await judge(
    new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))),
  );
  expect(report).toMatchObject({ fault: 'broken-stream', verdict: 'invalid' });
});

it('the form is where it is looked for', () => {
  expect(formOf(openPdf(whole))?.get('SigFlags')).toBe(3);
});
