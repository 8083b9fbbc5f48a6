/** Blanks as fields: what a program finds, fills in and reads back. */
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { Block, Document } from '../src/document/document.js';
import { writePdf } from '../src/write/pdf.js';
import type { PdfOptions } from '../src/write/pdf/profile.js';
import { blank, box, clause, document, everything, p, section, signature, table } from './builders.js';
import { fonts, theme } from './paper.js';
import { objectsOf, referred } from './written-pdf.js';
import type { WrittenObject } from './written-pdf.js';
import { runs } from './every.js';

const write = (paper: Document, options: PdfOptions = {}): Promise<Uint8Array> => writePdf(paper, theme(paper.layout), fonts, options);
const body = (...blocks: Block[]): Promise<Uint8Array> => write(document(blocks));
const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;

interface FieldObject {
  id: string;
  type: string;
  value: unknown;
}

const fieldsOf = async (bytes: Uint8Array): Promise<Record<string, FieldObject[]>> =>
  ((await (await open(bytes)).getFieldObjects()) ?? {}) as Record<string, FieldObject[]>;
const widgets = (bytes: Uint8Array): WrittenObject[] => objectsOf(bytes).filter((one) => one.dictionary.includes('/Subtype /Widget'));
const date = { ...blank('date', 'Дата', 'date', 0), pattern: '«__» ________ 20__ г.' };

describe('every blank', () => {
  test('is a field of its kind, with its name and label, in reading order', async () => {
    const fields = await fieldsOf(await write(everything()));
    expect(Object.entries(fields).map(([name, [field]]) => `${name} ${field?.type ?? ''}`)).toEqual([
      'approver-signature signature',
      'approval-date text',
      'number text',
      'called checkbox',
      'employee-signature signature',
      'employee-name text',
      'employee-date text',
    ]);
    const [annotation] = (await (await (await open(await write(everything()))).getPage(1)).getAnnotations()) as {
      alternativeText: string;
    }[];
    expect(annotation?.alternativeText).toBe('Подпись');
  });

  test.each(['1a', '2a', '3a'] as const)('is printed, drawn, described and tied to its element in %s', async (profile) => {
    const long = Array.from({ length: 60 }, (_, at) =>
      clause(`c${at}`, `1.${at + 1}.`, ['Ведёт переговоры: ', blank(`b${at}`, 'С кем', 'text', 30), box(`x${at}`, 'Сделано')]),
    );
    const bytes = await write(document([section('a', '1.', 'Обязанности', ...long)]), { profile });
    const objects = objectsOf(bytes);
    const pages = objects.filter((one) => /\/Type \/Page$/mu.test(one.dictionary));
    const found = widgets(bytes);
    expect(pages.length).toBeGreaterThan(1);
    expect(found).toHaveLength(120);
    for (const { dictionary, number } of found) {
      for (const key of ['/F 4', '/TU (', '/T (', '/AP <<', '/StructParent ']) expect(dictionary).toContain(key);
      const page = pages.find((one) => new RegExp(`/Annots \\[[^\\]]*\\b${number} 0 R`, 'u').test(one.dictionary))?.number ?? 0;
      expect(dictionary).toContain(`/P ${page} 0 R`);
      const element = objects.find((one) => one.dictionary.includes(`/Obj ${number} 0 R`));
      expect(element?.dictionary).toMatch(
        new RegExp(`^<<\\n/S /Form\\n[^]*/K \\[<<\\n/Type /OBJR\\n/Obj ${number} 0 R\\n/Pg ${page} 0 R\\n>>\\]\\n>>$`, 'u'),
      );
    }
  });

  test('has a name of its own, without full stops', async () => {
    const names = Object.keys(
      await fieldsOf(await body(p([blank('a', 'А'), blank('a', 'А'), blank('a-2', 'А'), blank('b.c', 'Б'), box('', 'В')]))),
    );
    expect(names).toEqual(['a', 'a-2', 'a-2-2', 'b-c', 'blank']);
  });

  test('in the head of a table is one field, however often the head is repeated', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => [`${at}`, 'Строка']);
    const bytes = await body(table('t', [1, 3], [[box('all', 'Все')], 'Шаг'], ...rows));
    expect((await open(bytes)).numPages).toBeGreaterThan(1);
    expect(widgets(bytes)).toHaveLength(1);
  });

  test('is only drawn in a flat file', async () => {
    const bytes = await write(everything(), { flat: true });
    expect(widgets(bytes)).toEqual([]);
    const dictionaries = objectsOf(bytes)
      .map((one) => one.dictionary)
      .join('\n');
    expect(dictionaries).not.toMatch(/\/(AcroForm|Annots)\b/u);
    expect(dictionaries.match(/\/O \/PrintField/gu)).toHaveLength(7);
  });

  test('makes a form, and no blank makes none', async () => {
    const form = objectsOf(await write(everything())).find((one) => one.dictionary.includes('/Fields ['))?.dictionary ?? '';
    expect(form).toMatch(/\/DR <<\n\/Font <<\n\/\w+ \d+ 0 R/u);
    expect(form).toMatch(/\/DA \(\/\w+ 0 Tf 0 g\)/u);
    expect(form).toContain('/SigFlags 1');
    expect(form).not.toContain('NeedAppearances');
    const plain = objectsOf(await body(p('Текст.')))
      .map((one) => one.dictionary)
      .join('\n');
    expect(plain).not.toContain('AcroForm');
    const ticks = objectsOf(await body(p([box('a', 'Да')]))).find((one) => one.dictionary.includes('/Fields ['))?.dictionary ?? '';
    expect(ticks).not.toMatch(/SigFlags|\/DA/u);
  });
});

describe('a box to tick', () => {
  test.each([
    [true, 'Yes'],
    [false, 'Off'],
  ] as const)('that is ticked: %s, shows it, and can be drawn either way', async (checked, state) => {
    const bytes = await body(p([box('a', 'Да', checked)]));
    const [widget] = widgets(bytes);
    expect(widget?.dictionary).toContain(`/V /${state}\n/AS /${state}`);
    const [, yes, off] = /\/N <<\n\/Yes (\d+) 0 R\n\/Off (\d+) 0 R/u.exec(widget?.dictionary ?? '') ?? [];
    const drawn = (number = ''): string => objectsOf(bytes).find((one) => one.number === Number(number))?.stream ?? '';
    expect(drawn(off)).toMatch(/re S Q\n$/u);
    expect(drawn(yes)).toMatch(/re S [\d.]+ w 1 J 1 j .* l S Q\n$/u);
  });
});

describe('a blank with a form of its own', () => {
  test('is one field; its lines stay on the page, its words make way for what is typed', async () => {
    const bytes = await body(p(['Дата: ', date], 'requisite'));
    const [widget, ...more] = widgets(bytes);
    expect(more).toEqual([]);
    const [left = 0, , right = 0] =
      /\/Rect \[([^\]]*)\]/u
        .exec(widget?.dictionary ?? '')?.[1]
        ?.split(' ')
        .map(Number) ?? [];
    expect(right - left).toBeGreaterThan(100);
    const number = Number(/\/AP <<\n\/N (\d+) 0 R/u.exec(widget?.dictionary ?? '')?.[1]);
    const appearance = objectsOf(bytes).find((one) => one.number === number);
    expect(appearance?.stream?.match(/ TJ /gu)).toHaveLength(4);
    const page = objectsOf(bytes).find((one) => one.stream?.includes('/Artifact'))?.stream ?? '';
    expect(page.match(/ re f$/gmu)).toHaveLength(3);
    expect(page.match(/ TJ /gu)).toHaveLength(1);
  });
});

describe('a form that is filled in', () => {
  const samples = [
    ['gost-2025', 'ru-RU', 'Ёлкина-Щука Ь. Ю. «Z» — №5, j@e.ru'],
    ['nl', 'nl-NL', 'Zoë van ’t Hof-Müller, François “€ 5”'],
    ['us', 'en-US', 'Renée O’Neil — A+B/C_9'],
  ] as const;

  test.each(samples)('gives back what was typed, in the font of the document: %s', async (layout, language, typed) => {
    const bytes = await write(
      document(
        [
          p([blank('name', 'Name'), box('done', 'Done'), blank('day', 'Day', 'date')]),
          signature('s', '', [1, blank('sign', 'Sign', 'signature', 0), null]),
        ],
        { layout, language },
      ),
    );
    const pdf = await open(bytes);
    const fields = (await pdf.getFieldObjects()) as Record<string, FieldObject[]>;
    const fill = (name: string, value: unknown): void => {
      pdf.annotationStorage.setValue(fields[name]?.[0]?.id ?? '', { value });
    };
    fill('name', typed);
    fill('done', true);
    fill('day', '01.12.2026');
    const saved = await pdf.saveDocument();
    const back = await fieldsOf(saved);
    expect([back.name?.[0]?.value, back.done?.[0]?.value, back.day?.[0]?.value]).toEqual([typed, 'Yes', '01.12.2026']);
    // A reader that lacks a letter asks others to draw the fields anew.
    expect(Buffer.from(saved).toString('latin1')).not.toContain('NeedAppearances');
  });

  test.each(samples)('names a font with the letters of European names, whatever its language: %s', async (layout, language) => {
    const objects = objectsOf(await write(document([p([blank('name', 'Name')])], { layout, language })));
    const form = objects.find((one) => one.dictionary.includes('/Fields ['))?.dictionary ?? '';
    const font = objects.find((one) => one.number === Number(/\/DR <<\n\/Font <<\n\/\w+ (\d+) 0 R/u.exec(form)?.[1]));
    if (!font) expect.fail('the form has no font');
    const known = new Set(
      [...(referred(objects, font, 'ToUnicode')?.stream ?? '').matchAll(/^<....> <(....)>$/gmu)].map(([, unicode = '']) =>
        String.fromCodePoint(Number.parseInt(unicode, 16)),
      ),
    );
    const letters = new Set([...alphabets.values()].flatMap((alphabet) => [...alphabet, ...alphabet.toUpperCase()]));
    expect([...letters, ...signs].filter((letter) => !known.has(letter))).toEqual([]);
  });

  test('draws whole whatever European name is typed', async () => {
    const bytes = await body(p([blank('narrow', 'Name', 'text', 40), ' ', blank('wide', 'Name', 'text', 0)]));
    const name = fc.constantFrom(...alphabets.values()).chain((alphabet) =>
      fc.array(fc.string({ unit: fc.constantFrom(...alphabet, alphabet.toUpperCase()[0] ?? ''), minLength: 1, maxLength: 20 }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    await fc.assert(
      fc.asyncProperty(name, async (words) => {
        const typed = words.join(' ');
        const pdf = await open(bytes);
        const fields = (await pdf.getFieldObjects()) as Record<string, FieldObject[]>;
        for (const field of ['narrow', 'wide']) pdf.annotationStorage.setValue(fields[field]?.[0]?.id ?? '', { value: typed });
        const saved = await pdf.saveDocument();
        expect((await fieldsOf(saved)).narrow?.[0]?.value).toBe(typed);
        const written = Buffer.from(saved).toString('latin1');
        expect(written).not.toContain('NeedAppearances');
        // The narrow field is drawn first; its text stands two points from its edges.
        const [size = 0] = [...written.matchAll(/\/Wingdings ([\d.]+) Tf/gu)].map(([, own]) => Number(own)).filter((own) => own > 0);
        expect(size).toBeGreaterThan(0);
        expect(fonts.face('serif', 'regular').measure(typed).width * size).toBeLessThanOrEqual((40 / 25.4) * 72 - 4);
      }),
      { numRuns: runs(25) },
    );
  });

  test('keeps what is typed apart from the lines around', async () => {
    const rows = ['a', 'b', 'c'].map((id) => [[blank(id, 'A', 'text', 0)], [box(`${id}-box`, 'B'), blank(`${id}-day`, 'C', 'date', 0)]]);
    const rects = widgets(
      await body(table('t', [1, 1], ['А', 'Б'], ...rows), p([blank('d', 'D', 'text', 0)]), p([blank('e', 'E', 'text', 0)])),
    ).map(({ dictionary }) => (/\/Rect \[([^\]]*)\]/u.exec(dictionary)?.[1] ?? '').split(' ').map(Number));
    expect(rects).toHaveLength(11);
    for (const [at, [left = 0, bottom = 0, right = 0, top = 0]] of rects.entries()) {
      expect(top - bottom).toBeGreaterThan(7);
      for (const [otherLeft = 0, otherBottom = 0, otherRight = 0, otherTop = 0] of rects.slice(at + 1))
        expect(otherLeft < right - 0.1 && left < otherRight - 0.1 && otherBottom < top - 0.1 && bottom < otherTop - 0.1).toBe(false);
    }
  });
});

/** Small letters by language; capitals follow. */
const alphabets = new Map([
  ['Russian', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
  ['Ukrainian', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’ʼ'],
  ['Belarusian', 'абвгдеёжзійклмнопрстуўфхцчшыьэюя'],
  ['Serbian and Macedonian', 'абвгдђѓежзѕијкќлљмнњопрстћуфхцчџшѐѝ'],
  ['Kazakh', 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'],
  ['Tatar and Bashkir', 'аәбвгғдҙеёжҗзийкҡлмнңоөпрсҫтуүфхһцчшщъыьэюя'],
  ['Kyrgyz, Tajik, Uzbek', 'аңөүғӣқӯҳҷўъёя'],
  ['Chuvash, Mari, Udmurt, Komi', 'ӑӗҫӳҥӧӱӝӟӥӵі'],
  ['Yakut, Ossetian, Abkhaz, Caucasian', 'ҕҥөһүӕӏҟҩҭҽҿӡԥ'],
  ['Polish and Czech', 'aąáčćďeęéěíłńňóřśšťúůýźżž'],
  ['Turkish and Azerbaijani', 'abcçdeəfgğhıijklmnoöprsştuüvyz'],
  ['Baltic', 'āąčēęėģīįķļņōõšūųžäöü'],
  ['Romanian and Hungarian', 'aăâîșțşţáéíóöőúüű'],
  ['Western and northern', 'àâæäåãçéèêëíîïìñóòôöõøœßúùûüýÿðþšžđŋŧ'],
  ['Maltese, Welsh, Croatian, Catalan', 'ċġħżŵŷẁẃẅćčđšžŀ'],
]);
const signs = 'İẞ₽€§°№«»„“”‘’–—₴₸@&';
