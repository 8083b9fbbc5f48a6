/** The look of the organisation: colours, type, letterhead, footer and code, in every format. */
import { unzipSync } from 'fflate';
import readCode from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { branded } from '../src/theme/brand.js';
import { contrast } from '../src/theme/contrast.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { text } from '../src/document/document.js';
import { contents, plainText } from '../src/document/reading.js';
import type { Document } from '../src/document/document.js';
import { jurisdictionIds, openLibrary } from '../src/shelf/library.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { readPerson } from '../src/person/person.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import { readRole } from '../src/desk/roles.js';
import type { Theme } from '../src/theme/theme.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { writeDocx } from '../src/write/docx.js';
import { writeHtml } from '../src/write/html.js';
import { writePdf } from '../src/write/pdf.js';
import { document, p, section, table } from './builders.js';
import { dressed, foot, lead, logo, long } from './dressed.js';
import { child, descendants, elements, openDocx, parseXml, textOf, val, wordsIn } from './opened-docx.js';
import type { OpenedDocx, Xml } from './opened-docx.js';
import { fonts, theme } from './paper.js';
import { png } from './png.js';
import { objectsOf } from './written-pdf.js';

const themes = ['gost-2025', 'gost-2016', 'nl', 'uk', 'us'].map(theme);
const gost = theme('gost-2025');
const nl = theme('nl');

const shelf = packageWorkspace();
const must = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('not there');
  return value;
};
const example = (id: string): Organisation => must(readOrganisation(shelf, `examples/organisation.${id}.yaml`).organisation);
const press = createPress(openLibrary(shelf), () => fonts);
const role = must(readRole(shelf, 'roles/sales-manager.yaml').role);
const make = (over: Partial<Job> = {}): Document =>
  press.assemble({
    role,
    kind: 'job-description',
    locale: 'ru',
    jurisdiction: 'ru',
    organisation: example('ru'),
    person: null,
    date: '2026-12-01',
    logo: null,
    ...over,
  });

/** The findings in an organisation file with these lines added. */
const findings = (lines: string, languages = '[nl]') =>
  readOrganisation(
    memoryWorkspace({ 'o.yaml': `schema: 2\nname: Zuiderlicht\njurisdiction: nl\nlanguages: ${languages}\n${lines}` }),
    'o.yaml',
  ).diagnostics;

describe('the letters of the legal form', () => {
  const spoken = (over: Partial<Job>): [string, string][] =>
    [...contents(make(over).blocks)]
      .flat()
      .flatMap((run): [string, string][] => (run.type === 'text' && run.expansion ? [[run.value, run.expansion]] : []));

  test('are said as the organisation says them', () => {
    expect(spoken({})).toContainEqual(['ООО', 'общество с ограниченной ответственностью']);
    expect(spoken({ organisation: example('nl'), jurisdiction: 'nl', locale: 'nl' })).toContainEqual(['B.V.', 'besloten vennootschap']);
    // The letters are Dutch, the words are not.
    expect(spoken({ organisation: example('nl'), jurisdiction: 'nl', locale: 'en' })).toContainEqual(['B.V.', 'private limited company']);
  });

  test('are left as they are where it says none, or another', () => {
    const { legalForm, ...rest } = example('ru');
    expect(legalForm).toBeDefined();
    for (const organisation of [rest, { ...rest, legalForm: 'акционерное общество' }])
      expect(spoken({ organisation }).map(([written]) => written)).not.toContain('ООО');
  });
});

describe('a colour', () => {
  test('stands out as WCAG reckons it', () => {
    expect(contrast('000000', 'FFFFFF')).toBe(21);
    expect(contrast('FFFFFF', '777777')).toBeCloseTo(4.48, 2);
    expect(contrast('767676', 'FFFFFF')).toBeCloseTo(4.54, 2);
    expect(contrast('FF0000', 'FFFFFF')).toBeCloseTo(4, 1);
  });

  test('that is too light is an error at its place', () => {
    expect(findings("brand:\n  accent: 'FFCC00'\n")).toMatchObject([
      {
        code: 'accent-contrast',
        severity: 'error',
        line: 6,
        column: 11,
        path: 'brand/accent',
        args: { accent: 'FFCC00', ratio: 1.51, least: 4.5 },
      },
    ]);
    expect(findings("brand: { accent: '777777' }")).toMatchObject([{ code: 'accent-contrast', args: { ratio: 4.47 } }]);
    expect(findings("brand: { accent: '767676' }")).toEqual([]);
  });

  test('has six digits, in quotes where they would be a number', () => {
    expect(findings("brand: { accent: '#1F3A5F' }")).toMatchObject([{ code: 'bad-notation', args: { notation: 'color' } }]);
    expect(findings('brand: { accent: 112233 }')).toMatchObject([{ code: 'wrong-type', args: { expected: 'string', found: 'number' } }]);
  });
});

describe('lines around the text', () => {
  test('are few and short, in every language of the file', () => {
    expect(findings('brand: { letterhead: [a, b, c, d, e], footer: [] }').map(({ code }) => code)).toEqual([
      'too-many-items',
      'empty-list',
    ]);
    expect(findings(`brand: { footer: [ok, ${'x'.repeat(201)}] }`)).toMatchObject([
      { code: 'too-long', path: 'brand/footer/2', args: { length: 201, limit: 200 } },
    ]);
    expect(findings('brand: { footer: [{ nl: a }] }', '[nl, en]').map(({ code }) => code)).toContain('missing-language');
  });
});

describe('a layout profile', () => {
  test('stays as it is without a brand', () => {
    for (const look of themes) expect(branded(look, document([]))).toEqual(look);
  });

  test('takes on the colour and the type of a brand, and nothing else', () => {
    for (const look of themes) {
      const worn = branded(look, document([], { brand: { accent: '1B5E20', font: 'sans' } }));
      expect(worn).toEqual({
        ...look,
        color: { ...look.color, accent: '1B5E20', rule: '1B5E20', tableHead: '1B5E20' },
        font: { body: 'sans', heading: 'sans' },
      });
      expect(branded(look, document([], { brand: { font: look.font.body } })).color).toEqual(look.color);
    }
  });

  test('keeps heads of tables readable on their shade', () => {
    expect(contrast('767676', 'FFFFFF')).toBeGreaterThanOrEqual(4.5);
    for (const look of themes) {
      const { color } = branded(look, document([], { brand: { accent: '767676' } }));
      expect(color.tableHead).toBe(look.color.text);
      for (const ink of [color.text, color.accent, color.quiet]) expect(contrast(ink, 'FFFFFF')).toBeGreaterThanOrEqual(4.5);
    }
  });
});

const wideWords = 'Зарегистрировано в Едином государственном реестре юридических лиц; передача и копирование без согласия не допускаются, '
  .repeat(3)
  .trim();

interface Words {
  text: string;
  /** Points from the top of the sheet. */
  top: number;
  bottom: number;
  left: number;
  right: number;
  artifact: boolean;
}

/** The text of each page, and whether it is only seen. */
async function wordsOf(bytes: Uint8Array): Promise<Words[][]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const page = await pdf.getPage(at + 1);
      const [, , , height = 0] = page.view;
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const open: string[] = [];
      return items.flatMap((item): Words[] => {
        if ('str' in item) {
          const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
          const box = { top: height - y - 0.7 * size, bottom: height - y + 0.2 * size, left: x, right: x + item.width };
          return item.str.trim() === '' ? [] : [{ text: item.str, ...box, artifact: open.includes('Artifact') }];
        }
        if (item.type === 'endMarkedContent') open.pop();
        else open.push((item as { tag?: string }).tag ?? '');
        return [];
      });
    }),
  );
}

const overlap = (one: Words, other: Words): boolean =>
  one.right > other.left + 0.5 && other.right > one.left + 0.5 && one.bottom > other.top + 0.5 && other.bottom > one.top + 0.5;

const joined = (words: readonly Words[]): string =>
  words
    .map((one) => one.text)
    .join(' ')
    .replace(/\s+/gu, ' ');
const count = (where: string, what: string): number => where.split(what).length - 1;

describe('a PDF', () => {
  test('shows the letterhead on its first page and the footer on all, but reads neither aloud', async () => {
    for (const look of themes) {
      const pages = await wordsOf(await writePdf(dressed(), look, fonts));
      expect(pages.length).toBeGreaterThan(2);
      pages.forEach((page, at) => {
        for (const line of lead) expect(count(joined(page), line), `${look.id} ${at}`).toBe(at === 0 ? 1 : 0);
        for (const line of foot) expect(count(joined(page), line), `${look.id} ${at}`).toBe(1);
        const heard = joined(page.filter((one) => !one.artifact));
        for (const line of [...lead, ...foot]) expect(heard).not.toContain(line);
      });
    }
  });

  test('describes the logo and the code to those who cannot see them, the one first, the other last', async () => {
    const bytes = await writePdf(dressed(), gost, fonts);
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const tree = (await (await pdf.getPage(1)).getStructTree()) as {
      children: { role: string; children: { role: string; alt?: string }[] }[];
    };
    const figures = must(tree.children[0]).children.filter((one) => one.role === 'Figure');
    expect(figures.map((one) => one.alt)).toEqual(['Знак «Ромашки»', 'QR-код: role: x']);
    expect(must(tree.children[0]).children[0]?.role).toBe('Figure');
    expect(must(tree.children[0]).children.at(-1)?.role).toBe('Figure');
  });

  const crowded = {
    letterhead: { logo: { ...logo, height: 40 }, lines: [wideWords, ...lead, wideWords].map((line) => [text(line)]) },
    footer: [wideWords, wideWords].map((line) => [text(line)]),
  };
  test.each([
    ['few lines', {}],
    ['many lines', crowded],
    ['no footer', { footer: [] }],
    ['no code', { code: undefined as never }],
  ])('lets nothing overlap: %s', async (_, over) => {
    for (const look of themes) {
      const { width, margin } = look.page;
      const pages = await wordsOf(await writePdf(dressed(over), look, fonts));
      const right = ((width - margin.right) * 72) / 25.4 + 0.1;
      for (const page of pages) {
        expect(
          page.filter((one) => !(one.right <= right && one.top > 0)),
          look.id,
        ).toEqual([]);
        expect(
          page.flatMap((one, at) =>
            page
              .slice(at + 1)
              .filter((other) => overlap(one, other))
              .map((other) => `“${one.text}” “${other.text}”`),
          ),
          look.id,
        ).toEqual([]);
      }
      const [first = []] = pages;
      const inText = first.filter((one) => !one.artifact);
      const around = first.filter((one) => one.artifact && one.bottom < Math.min(...inText.map(({ top }) => top)));
      expect(joined(around)).toContain(lead[0]);
      if (look.qr && !('code' in over)) {
        const left = ((width - look.qr.distance - look.qr.size) * 72) / 25.4;
        const top = ((look.page.height - look.qr.distance - look.qr.size) * 72) / 25.4;
        expect(first.filter((one) => one.right > left && one.bottom > top)).toEqual([]);
      }
    }
  });

  test('has room for the text as before where there is nothing around it', async () => {
    for (const look of themes) {
      const [plain, worn] = await Promise.all(
        [document(long()), document(long(), { footer: [], brand: {} })].map((one) => writePdf(one, look, fonts)),
      );
      expect(Buffer.compare(must(plain), must(worn))).toBe(0);
    }
  });

  test('refuses characters around the text that the font lacks', async () => {
    const refusal = await writePdf(dressed({ footer: [[text('☎ 1')]], letterhead: { logo: null, lines: [[text('☑')]] } }), nl, fonts).catch(
      (error: unknown) => error,
    );
    expect((refusal as Refusal).diagnostics).toMatchObject([
      { code: 'missing-glyph', args: { where: 'letterhead' } },
      { code: 'missing-glyph', args: { where: 'footer' } },
    ]);
  });
});

describe('a Word file', () => {
  /** The words and styles of the headers and footers by their kind and page. */
  function surroundings(file: OpenedDocx): Record<string, Xml> {
    const relationships = new Map(
      elements(file.part('word/_rels/document.xml.rels')).map((one) => [one.attributes.Id, one.attributes.Target]),
    );
    const references = [...descendants(file.part('word/document.xml'))].filter((one) => /^w:(header|footer)Reference$/.test(one.name));
    return Object.fromEntries(
      references.map((one) => [
        `${one.name.slice(2, 8)} ${one.attributes['w:type']}`,
        file.part(`word/${relationships.get(one.attributes['r:id'])}`),
      ]),
    );
  }
  const words = (part: Xml | undefined): string => (part ? textOf(part) : '');
  const numbers = (part: Xml | undefined): boolean =>
    part !== undefined && /PAGE/.test([...descendants(part, 'w:instrText')].map((one) => wordsIn(one)).join(' '));

  test('holds the letterhead in the header of the first page and the footer in all, page numbers as the profile has them', async () => {
    for (const look of themes) {
      const file = openDocx(await writeDocx(dressed(), look));
      const parts = surroundings(file);
      for (const line of lead) {
        expect(count(words(parts['header first']), line)).toBe(1);
        expect(words(parts['header default'])).not.toContain(line);
        expect(textOf(file.body)).not.toContain(line);
      }
      for (const line of foot) for (const page of ['first', 'default']) expect(count(words(parts[`footer ${page}`]), line)).toBe(1);
      expect([...descendants(file.body, 'w:titlePg')]).toHaveLength(1);
      const kind = look.pageNumber.place === 'top-center' ? 'header' : 'footer';
      expect(numbers(parts[`${kind} default`])).toBe(true);
      expect(numbers(parts[`${kind} first`])).toBe(look.pageNumber.from === 1);
      expect([...descendants(must(parts['header first']), 'wp:docPr')].map((one) => one.attributes.descr)).toEqual(['Знак «Ромашки»']);
      expect([...descendants(must(parts['footer first']), 'wp:docPr')].map((one) => one.attributes.descr)).toEqual(
        look.qr ? ['QR-код: role: x'] : [],
      );
    }
  });

  test('has the same headers as before where there is nothing around the text', async () => {
    const parts = surroundings(openDocx(await writeDocx(document([p('a')], { footer: [] }), nl)));
    expect(Object.keys(parts)).toEqual(['footer default']);
  });

  test('has headings, rules and heads of tables in the accent colour, and the font of the brand', async () => {
    const tree = document([section('a', '1.', 'А', table('t', [1], ['b'], ['c']))], { brand: { accent: '1B5E20', font: 'sans' } });
    const styles = new Map(
      elements(openDocx(await writeDocx(tree, branded(gost, tree))).part('word/styles.xml')).map((one) => [
        one.attributes['w:styleId'],
        one,
      ]),
    );
    for (const id of ['Title', 'Heading1', 'TableHeading', 'Letterhead'])
      expect(val(child(child(styles.get(id), 'w:rPr'), 'w:color')), id).toBe('1B5E20');
    expect([...descendants(must(styles.get('TableGrid')), 'w:insideH')].map((one) => one.attributes['w:color'])).toEqual(['1B5E20']);
    const families = [...styles.values()].flatMap((one) => [...descendants(one, 'w:rFonts')].map((font) => font.attributes['w:ascii']));
    expect(new Set(families)).toEqual(new Set(['Arial']));
  });

  test('refuses what it cannot hold around the text', async () => {
    for (const over of [
      { footer: [[text('a\u0007')]] },
      { letterhead: { logo: null, lines: [[text('\uFFFE')]] } },
      { letterhead: { logo: { ...logo, alt: '\u0000' }, lines: [] } },
    ])
      await expect(writeDocx(dressed(over), nl)).rejects.toMatchObject({ diagnostics: [{ code: 'unprintable-character' }] });
  });
});

describe('a page for the screen', () => {
  const page = (look: Theme, over: Partial<Document> = {}): Xml => parseXml(writeHtml(dressed(over), look));
  const says = (xml: Xml | undefined): string => xml?.children.map((one) => (typeof one === 'string' ? one : says(one))).join('') ?? '';
  const only = (xml: Xml, name: string): Xml | undefined => [...descendants(xml, name)][0];
  const pictures = (xml: Xml | undefined): (string | undefined)[] =>
    xml ? [...descendants(xml, 'img')].map((one) => one.attributes.alt) : [];

  test('has the letterhead in its header and the rest in its footer, once', () => {
    const shown = page(gost);
    for (const line of lead) {
      expect(count(says(shown), line)).toBe(1);
      expect(says(only(shown, 'header'))).toContain(line);
    }
    for (const line of foot) expect(says(only(shown, 'footer'))).toContain(line);
    expect(pictures(only(shown, 'header'))).toEqual(['Знак «Ромашки»']);
    expect(pictures(only(shown, 'footer'))).toEqual(['QR-код: role: x']);
    expect(pictures(only(page(nl), 'footer'))).toEqual([]);
    expect(only(parseXml(writeHtml(document([p('a')]), nl)), 'header')).toBeUndefined();
  });
});

describe('the QR code', () => {
  const withCode: Organisation = { ...example('ru'), qr: true };
  const tree = make({ organisation: withCode, person: must(readPerson(shelf, 'examples/person.ru.yaml').person) });
  const expected = 'document: job-description\nrole: sales-manager\nversion: 2.0.0\nnumber: ДИ-1/2026\ndate: 2026-12-01\nlocale: ru';

  /** What a program reads of a picture, whose dark pixels are 1. */
  function read(side: number, dark: (x: number, y: number) => boolean): string | undefined {
    const pixels = new Uint8ClampedArray(4 * side * side).fill(255);
    for (let at = 0; at < side * side; at++) if (dark(at % side, Math.floor(at / side))) pixels.fill(0, 4 * at, 4 * at + 3);
    return (readCode as unknown as typeof readCode.default)(pixels, side, side)?.data;
  }

  test('is off unless the organisation wants it and the layout has a place for it', () => {
    expect(make().code).toBeUndefined();
    expect(make({ organisation: null }).code).toBeUndefined();
    for (const jurisdiction of jurisdictionIds)
      expect(make({ organisation: withCode, jurisdiction }).code !== undefined).toBe(jurisdiction === 'ru');
    expect(make({ organisation: { ...withCode, layout: 'gost-2016' } }).code).toBeUndefined();
  });

  test('says which document it is, and nothing about people', () => {
    expect(tree.code?.text).toBe(expected);
    expect(tree.code?.alt).toBe(`QR-код: ${expected.replaceAll('\n', ', ')}`);
    expect(
      make({ organisation: { ...withCode, numbering: { pattern: '{number}' } }, date: null, role: { ...role, id: 'other' } }).code?.text,
    ).toBe('document: job-description\nrole: other\nversion: 2.0.0\nlocale: ru');
  });

  test('can be read from the PDF', async () => {
    const squares = objectsOf(await writePdf(tree, gost, fonts)).flatMap(
      ({ stream }) => /(?:[\d. ]+ re ?){40,} f/u.exec(stream ?? '')?.[0] ?? [],
    )[0];
    const boxes = [...must(squares).matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/gu)].map(
      (match) => match.slice(1).map(Number) as [number, number, number, number],
    );
    const [left, top] = [Math.min(...boxes.map(([x]) => x)), Math.min(...boxes.map(([, y]) => y))];
    const scale = 4;
    const pixel = (points: number): number => Math.round((points + 8) * scale);
    const dark = new Set<string>();
    for (const [bx, by, width, height] of boxes)
      for (let y = pixel(by - top); y < pixel(by + height - top); y++)
        for (let x = pixel(bx - left); x < pixel(bx + width - left); x++) dark.add(`${x} ${y}`);
    expect(read(76 * scale, (x, y) => dark.has(`${x} ${y}`))).toBe(expected);
    // In the lower right corner, 20 mm wide, 10 mm from the edges.
    expect([left, top].map((length) => Math.round((length * 25.4) / 72))).toEqual([180, 267]);
  });

  test('can be read from the Word file', async () => {
    const parts = unzipSync(await writeDocx(tree, gost));
    const picture = Buffer.from(must(Object.entries(parts).find(([path]) => path.startsWith('word/media/'))?.[1]));
    const side = picture.readUInt32BE(16);
    const data = picture.indexOf('IDAT');
    const rows = inflateSync(picture.subarray(data + 4, data + 4 + picture.readUInt32BE(data - 4)));
    const bit = (x: number, y: number): boolean => (((rows[y * (side / 8 + 1) + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0;
    const edge = 32;
    expect(read(side + 2 * edge, (x, y) => x >= edge && y >= edge && x < side + edge && y < side + edge && bit(x - edge, y - edge))).toBe(
      expected,
    );
    expect(picture.length).toBeLessThan(2_000);
  });

  test('can be read from the page', () => {
    const address =
      [...descendants(parseXml(writeHtml(tree, gost)), 'img')].find((one) => one.attributes.class === 'code')?.attributes.src ?? '';
    const drawing = Buffer.from(address.replace('data:image/svg+xml;base64,', ''), 'base64').toString('utf8');
    const dark = new Set([...drawing.matchAll(/M(\d+) (\d+)h1v1h-1z/gu)].map(([, x, y]) => `${x} ${y}`));
    const scale = 4;
    const squares = must(tree.code).squares.length + 8;
    expect(read(squares * scale, (x, y) => dark.has(`${Math.floor(x / scale) - 4} ${Math.floor(y / scale) - 4}`))).toBe(expected);
  });
});

describe('an organisation with a brand', () => {
  const organisation = example('nl');
  const mark: Job['logo'] = { data: png(2), format: 'png', width: 44, height: 11, alt: must(organisation.logo).alt };

  test('has its logo, described in the language of the document, in the letterhead and not in the text', () => {
    for (const [locale, alt] of [
      ['nl', 'Zuiderlicht: een zon aan de horizon'],
      ['en', 'Zuiderlicht: a sun on the horizon'],
      ['ru', 'Zuiderlicht: a sun on the horizon'],
    ] as const) {
      const tree = make({ organisation, locale, jurisdiction: 'nl', logo: mark });
      expect(tree.letterhead?.logo).toMatchObject({ alt, width: 44, height: 11 });
      expect(tree.blocks.filter(({ type }) => type === 'figure')).toEqual([]);
      expect(tree.brand).toEqual({ accent: '8A3B0C' });
      const { brand, ...plain } = organisation;
      expect(brand).toBeDefined();
      const without = make({ organisation: plain, locale, jurisdiction: 'nl', logo: mark });
      expect(without.blocks[0]).toMatchObject({ type: 'figure', alt });
      expect([without.letterhead, without.footer, without.brand]).toEqual([undefined, undefined, undefined]);
    }
  });

  test('leaves room on the first page, however high its logo is', () => {
    expect(make({ organisation, logo: { ...mark, width: 100, height: 400 } }).letterhead?.logo).toMatchObject({ width: 10, height: 40 });
  });

  test('says its lines around the text and not in it', () => {
    const tree = make({ organisation, locale: 'nl', jurisdiction: 'nl', logo: mark });
    const inText = [...contents(tree.blocks)].map(plainText).join('\n');
    const around = [...must(tree.letterhead).lines, ...must(tree.footer)].map(plainText);
    expect(around).toHaveLength(3);
    for (const line of around) expect(inText).not.toContain(line);
  });
});
