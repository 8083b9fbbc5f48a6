/**
 * What we use of libraries beyond what they document is still there and still as it was read. Who updates one of them
 * reads its insides anew, in the file named here, and then changes the version.
 */
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { Ajv } from 'ajv';
import { File, ImageRun, Packer, Paragraph } from 'docx';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import handlebars from 'handlebars';
import { formatToParts, IntlMessageFormat, MissingValueError } from 'intl-messageformat';
import { parse } from '@formatjs/icu-messageformat-parser';
import PDFDocument from 'pdfkit';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as handlebarsInsides from '../src/template/handlebars-insides.js';
import { hyphenation, packageBytes } from '../src/packages/installed.js';
import * as fontkitInsides from '../src/layout/fontkit-insides.js';
import { fontFiles } from '../src/layout/fonts.js';
import { forgetErrors, functionsOf } from '../src/read/ajv-insides.js';
import { dialect } from '../src/read/schema.js';
import * as docxInsides from '../src/write/docx/insides.js';
import { element, value } from '../src/write/docx/ooxml.js';
import * as pdfInsides from '../src/write/pdf/insides.js';

const json = (path: string): { version: string; devDependencies: Record<string, string> } =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as { version: string; devDependencies: Record<string, string> };
const { devDependencies } = json('package.json');

it.each([
  ['docx', '9.15.2', 'src/write/docx/insides.ts'],
  ['pdfkit', '0.20.2', 'src/write/pdf/insides.ts'],
  ['fontkit', '2.0.4', 'src/layout/fontkit-insides.ts'],
  ['handlebars', '4.7.10', 'src/template/handlebars-insides.ts'],
  ['ajv', '8.20.0', 'src/read/ajv-insides.ts'],
  ['hyphen', '1.14.1', 'src/language/hyphenation.ts'],
  ['intl-messageformat', '12.1.5', 'src/language/message.ts'],
  ['@formatjs/icu-messageformat-parser', '3.5.23', 'src/language/message.ts'],
])('%s is the version that was read, %s, and no other is asked for: %s', (name, version, file) => {
  expect([json(`node_modules/${name}/package.json`).version, devDependencies[name]]).toEqual([version, version]);
  if (/insides/.test(file)) expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).toContain(`in ${version}`);
});

describe('docx', () => {
  const file = (...children: Paragraph[]): File => new File({ sections: [{ children }] });

  it('has a compiler that gives the parts before they are packed', () => {
    expect((Packer as unknown as { compiler: { compile: unknown } }).compiler.compile).toBeTypeOf('function');
    expect(Object.keys(docxInsides.partsOf(file()))).toEqual(
      expect.arrayContaining(['word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'docProps/core.xml', '[Content_Types].xml']),
    );
  });

  it('writes what is corrected, and a body to put a text into', () => {
    const written = Object.fromEntries(Object.entries(docxInsides.partsOf(file())).map(([path, part]) => [path, strFromU8(part)]));
    expect(written['word/footnotes.xml']).toContain('<w:rStyle w:val="FootnoteReference"/>');
    expect(written['word/endnotes.xml']).toContain('<w:rStyle w:val="EndnoteReference"/>');
    expect(written['word/numbering.xml']).toMatch(/"hybridMultilevel"[^]* w:tentative="1"/);
    const corrected = docxInsides.correctedParts(file());
    expect(strFromU8(corrected['docProps/core.xml'] ?? new Uint8Array()).match(/2000-01-01T00:00:00Z/g)).toHaveLength(2);
    expect(docxInsides.withText(written['word/document.xml'] ?? '', '<w:p/>')).toContain('<w:body><w:p/>');
  });

  it('takes elements that are not its own, and prints them as they are printed without it', () => {
    const run = element('w:r', {}, element('w:rPr', {}, element('w:b')), element('w:t', { 'xml:space': 'preserve' }, 'a & "b" <c>'));
    const made = element('w:p', {}, element('w:pPr', {}, value('w:jc', 'center')), run, element('w:r', {}, element('w:t', {}, '')));
    const xml = docxInsides.elementXml(
      made,
      () => {},
      () => null,
    );
    expect(xml).toContain('<w:b/>');
    expect(
      strFromU8(docxInsides.partsOf(file(...docxInsides.forLibrary<Paragraph>([made])))['word/document.xml'] ?? new Uint8Array()),
    ).toContain(xml);
  });

  it('prints pictures with their names in braces, and tells of them', () => {
    const picture = new ImageRun({ type: 'png', data: new Uint8Array(1), transformation: { width: 1, height: 1 } });
    const names: string[] = [];
    const xml = docxInsides.elementXml(
      element('w:p', {}, picture),
      (name) => names.push(name),
      (name) => (name === names[0] ? 'its-id' : null),
    );
    expect(names).toHaveLength(1);
    expect(xml).toMatch(/^<w:p><w:r><w:drawing>.*r:embed="its-id"/);
  });
});

describe('pdfkit', () => {
  const open = () => pdfInsides.openKit({ font: null, autoFirstPage: false, lang: 'en', subset: 'PDF/A-2a', pdfVersion: '1.7', info: {} });

  it('begins a file through push, and then writes through _write and counts', () => {
    const { kit, begun } = open();
    expect(Buffer.concat(begun).toString('latin1')).toMatch(/^%PDF-1\.7\n/);
    const written: (string | Uint8Array)[] = [];
    pdfInsides.divert(kit, (data) => written.push(data));
    const before = kit._offset;
    const reference = kit.ref({ Some: 'Name' });
    expect(kit._offsets.length).toBe(reference.id);
    reference.end();
    expect(written.join('\n')).toBe(`${reference.id} 0 obj\n<<\n/Some /Name\n>>\nendobj`);
    expect([reference.offset, kit._offset, kit._offsets[reference.id - 1]]).toEqual([
      before,
      before + written.join('\n').length + 1,
      before,
    ]);
  });

  it('has a catalogue, pages, a form and an outline with the parts that are set', () => {
    const { kit } = open();
    kit.addPage({ size: [100, 100], margin: 0 });
    expect(kit._root.data).toMatchObject({ Type: 'Catalog' });
    expect([kit.page.fonts, kit.page.xobjects, kit.page.annotations, kit.page.content.compress, kit.page.dictionary.id]).toEqual([
      {},
      {},
      [],
      expect.any(Boolean),
      expect.any(Number),
    ]);
    pdfInsides.enterForm(kit, { Fields: [], DR: { Font: {} } }, {});
    expect(pdfInsides.annotationOn(kit, { x: 1, y: 2, width: 3, height: 4 }, { Subtype: 'Widget' }).data).toMatchObject({
      Subtype: 'Widget',
    });
    pdfInsides.countBookmarks(kit);
    const item = kit.outline.addItem('a', { pageNumber: 0, fit: false, left: 0, top: 0, zoom: 0 });
    pdfInsides.closeBookmark(item, 2);
    expect(item.outlineData.Count).toBe(-2);
    for (const method of ['_write', '_refEnd', 'addNamedEmbeddedFile', 'appendXML'] as const) expect(kit[method]).toBeTypeOf('function');
  });

  it('takes a value of the information for the dictionary, and its string form for the packet', () => {
    const kit = new PDFDocument({ info: { Title: new pdfInsides.InformationValue('a & b') as unknown as string } });
    const info = (kit as unknown as { info: Record<string, unknown> }).info;
    expect([info.Title?.valueOf(), String(info.Title)]).toEqual(['a & b', 'a &amp; b']);
  });
});

describe('fontkit', () => {
  const bytes = new Uint8Array(packageBytes(fontFiles.serif.italic));
  const font = fontkit.create(Buffer.from(bytes)) as Font;

  it('has the tables that letters are measured by', () => {
    const { id, advanceWidth } = font.glyphForCodePoint(0x416);
    expect([fontkitInsides.glyphOf(font, 0x416), fontkitInsides.advanceOf(font, id)]).toEqual([id, advanceWidth]);
    expect(fontkitInsides.italicAngleOf(font, bytes)).toBe(font.italicAngle);
    expect(fontkitInsides.familyClassOf(font)).toBeTypeOf('number');
  });

  it('makes subsets by the steps that are changed', () => {
    const subset = fontkitInsides.subsetOf(font);
    const plain = fontkitInsides.subsetOf(font);
    const glyph = fontkitInsides.glyphOf(font, 0x439);
    expect([subset.glyphs, subset.mapping]).toEqual([[0], { 0: 0 }]);
    const seen: number[] = [];
    fontkitInsides.withoutPrograms(subset, (outline) => {
      seen.push(outline.length);
      return outline;
    });
    for (const one of [subset, plain]) one.includeGlyph(glyph);
    expect(fontkitInsides.partsOf(font, glyph).length).toBe(2);
    const [bare, whole] = [subset.encode(), plain.encode()];
    expect(seen.length).toBe(subset.glyphs.length);
    // The programs of the whole font are left out.
    expect(bare.length).toBeLessThan(whole.length - 1000);
  });
});

describe('handlebars', () => {
  /** Runs a template by itself and tells what it asked for, with lines and columns. */
  function run(template: string, view: object): { printed: string; asked: string[] } {
    const asked: string[] = [];
    const specification = handlebarsInsides.specificationOf(handlebars.parse(template), ['each', 'if']);
    const engine = handlebars.create();
    engine.registerPartial('part', () => 'part');
    const runtime: handlebarsInsides.Runtime = {
      own(parent, name, line, column) {
        asked.push(`${name} ${line}:${column}`);
        return (parent as Record<string, unknown>)[name];
      },
      lambda: (value) => value,
      part(parts, name, line, column) {
        asked.push(`> ${name} ${line}:${column}`);
        return parts[name] as handlebarsInsides.Part;
      },
      escapeExpression(value, line, column) {
        asked.push(`print ${line}:${column}`);
        return String(value);
      },
    };
    const watch: handlebarsInsides.Watch = {
      enter: () => asked.push('('),
      leave: (_, printed) => void asked.push(`${printed})`),
      merged(context, values) {
        asked.push(`with ${Object.keys(values).join(' ')}`);
        return { ...(context as object), ...values };
      },
    };
    return { printed: engine.template(handlebarsInsides.underRules(specification, runtime, watch))(view), asked };
  }

  it('looks up every name and prints every value through what it is given, with the place', () => {
    expect(run('{{a.b}}\n{{#each list as |one|}}{{one.c}}{{@index}}{{../a.b}}{{/each}}', { a: { b: 1 }, list: [{ c: 2 }] })).toEqual({
      printed: '1\n201',
      asked: [
        ...['(', 'a 1:2', 'b 1:2', 'print 1:0', 'list 2:8'],
        ...['(', 'c 2:25', 'print 2:23', 'index 2:34', 'print 2:32', 'a 2:44', 'b 2:44', 'print 2:42', '201)'],
        '1\n201)',
      ],
    });
  });

  it('asks for parts, and for what they see', () => {
    expect(run('{{> part x=a}}', { a: 1 }).asked).toEqual(['(', '> part 1:0', 'a 1:11', 'with x', 'part)']);
  });

  it('calls no function of the view', () => {
    expect(run('{{a}}', { a: () => 'called' }).printed).not.toBe('called');
  });

  it('gives as code what it gives as functions', () => {
    const program = handlebars.parse('{{#if a}}{{b}}{{/if}}');
    const code = runInThisContext(`(${handlebarsInsides.codeOf(program, ['if'])})`) as Record<string, unknown>;
    expect(Object.keys(code)).toEqual(expect.arrayContaining(['0', 'compiler', 'main']));
    expect(String(code['0'])).toContain('container.own(depth0, "b", 1, 11)');
  });

  it('says what is wrong in the words that are read, and keeps the text as it was written', () => {
    const messageOf = (template: string): string => {
      try {
        handlebars.parse(template);
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    };
    expect(handlebarsInsides.lineIn(messageOf('a\n{{#if}'))).toBe(2);
    expect(handlebarsInsides.reasonIn("x doesn't match y - 1:2\nmore")).toBe("x doesn't match y");
    expect(messageOf('{{#if a}}{{/each}}')).toMatch(/ - 1:\d+$/);
    const [content] = handlebars.parse('a\n').body as [hbs.AST.ContentStatement];
    expect(handlebarsInsides.writtenIn(content)).toBe('a\n');
  });
});

describe('ajv', () => {
  it('keeps what it found in the functions of its parts, and forgets it', () => {
    const engine = new Ajv({ ...dialect, allErrors: true, verbose: true });
    const text = { anyOf: [{ $ref: '#/definitions/map' }, { type: 'string' }] };
    const schema = { properties: { name: { $ref: '#/definitions/text' } }, definitions: { text, map: { type: 'object' } } };
    // Well formed, and yet one of the alternatives is not; and not well formed.
    for (const name of ['Ivanova', 7]) {
      const validate = engine.compile(schema);
      validate({ name });
      const held = (): unknown[] => [...functionsOf(engine)].flatMap(({ errors }) => errors ?? []);
      expect(JSON.stringify(held())).toContain(String(name));
      forgetErrors(engine);
      expect([held(), validate.errors]).toEqual([[], null]);
    }
  });
});

describe('hyphen', () => {
  it.each(['en-gb', 'en-us', 'nl', 'ru'])('has patterns of %s as levels, a trie and exceptions', (language) => {
    const [levels, trie, exceptions] = hyphenation(language);
    expect(levels.every((one) => [...one].every((level) => typeof level === 'number'))).toBe(true);
    expect(Object.values(trie).every((node) => ['number', 'object'].includes(typeof node))).toBe(true);
    expect(Object.values(exceptions).every((breaks) => breaks.every(Number.isInteger))).toBe(true);
  });
});

describe('intl-messageformat', () => {
  it('prints what the parser beside it reads', () => {
    const said = (text: string, values: Record<string, number>): string =>
      formatToParts(
        parse(text, { ignoreTag: true }),
        'en',
        {
          getNumberFormat: (...args) => new Intl.NumberFormat(...(args as ConstructorParameters<typeof Intl.NumberFormat>)),
          getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
          getPluralRules: (...args) => new Intl.PluralRules(...args),
        },
        IntlMessageFormat.formats,
        values,
      )
        .map(({ value }) => String(value))
        .join('');
    const text = "{n, plural, one {# <b>day</b>} other {# days}}, {n, number, percent}, it''s {n}";
    expect(said(text, { n: 2000 })).toBe(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).format({ n: 2000 }));
    expect(() => said('{absent}', {})).toThrow(MissingValueError);
    expect(() => said('{absent}', {})).toThrow('"absent"');
  });
});
