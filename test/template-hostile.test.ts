/** Templates that others wrote: whatever they do, they see nothing but what they are given, print text, and end in a diagnostic at its place. */
import { describe, expect, it } from 'vitest';
import type { Kind } from '../src/shelf/kinds.js';
import { createAssembler } from '../src/press/assemble.js';
import type { Request } from '../src/press/assemble.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { contents, plainText } from '../src/document/reading.js';
import { openLibrary } from '../src/shelf/library.js';
import { readRole } from '../src/desk/roles.js';
import { bounds } from '../src/template/bounds.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const { role } = readRole(shelf, 'roles/key-account-manager.yaml');
if (!role) throw new Error('not valid');
const law = library.jurisdiction('gb');
const request: Request = {
  role,
  kind: 'own',
  locale: 'en',
  jurisdiction: law,
  theme: library.theme(law.layout),
  date: '2026-06-01',
  organisation: null,
  person: null,
  logo: null,
};

/** With a kind that has nothing but its template. */
const words = { ...library, kind: (id: string): Kind => ({ id, name: { en: id }, for: 'post' }) };

type Parts = Readonly<Record<string, string>>;

/** An assembler whose only template is `own`, with its parts. */
function assembler(own: string, parts: Parts = {}) {
  const texts = new Map([['own', own], ...Object.entries(parts).map(([name, text]): [string, string] => [`partials/${name}`, text])]);
  return createAssembler((name) => {
    const text = texts.get(name);
    return text === undefined ? null : { file: `${name}.hbs`, text };
  }, words);
}

/** The words of the document. */
const printed = (own: string, person: Request['person'] = null, parts: Parts = {}): string =>
  [...contents(assembler(inDocument(own), parts).assemble({ ...request, person }).blocks)].map(plainText).join('|');

const shown = ({ code, file, line, column, args }: Diagnostic): string =>
  [`${file}:${line}:${column}`, code, ...Object.values(args)].join(' ');

/** What is wrong with the template, in one line each. */
function problems(own: string, parts: Parts = {}): string[] {
  try {
    assembler(own, parts).assemble(request);
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics.map(shown);
    throw error;
  }
  return [];
}

/** The inside begins at the second line, column 1. */
const inDocument = (inside: string): string => `<document title="t" subject="s">\n${inside}\n</document>`;
const problemsIn = (inside: string, parts: Parts = {}): string[] => problems(inDocument(inside), parts);

const loops = (depth: number, inside: string): string => `${'{{#each @root.duties}}'.repeat(depth)}${inside}${'{{/each}}'.repeat(depth)}`;
const nested = (open: string, close: string, times: number): string => open.repeat(times) + close.repeat(times);

describe('what has no end, or too far an end, ends at its place', () => {
  const { steps, characters, tags, depth, braces, source } = bounds;
  it.each<[string, string, Parts, string]>([
    ['a part that calls itself', '{{> a}}', { a: '<p>a</p>\n{{> a}}' }, `partials/a.hbs:2:1 template-endless ${depth}`],
    ['parts that call each other', '{{> a}}', { a: '\n{{> b}}', b: ' {{> a}}' }, `partials/a.hbs:2:1 template-endless ${depth}`],
    [
      'a part in a block that calls itself',
      '{{> a}}',
      { a: '{{#if true}}{{> a}}{{/if}}' },
      `partials/a.hbs:1:1 template-too-much depth ${depth}`,
    ],
    [
      'a chain of parts',
      '{{> p1}}',
      Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`p${at}`, `{{> p${at + 1}}}`])),
      `partials/p49.hbs:1:1 template-endless ${depth}`,
    ],
    [
      'a part for each entry, over and over',
      loops(4, '\n{{> a}}'),
      { a: loops(4, '') },
      `partials/a.hbs:1:67 template-too-much steps ${steps}`,
    ],
    ['loops over loops that print nothing', `\n${loops(9, '')}`, {}, `own.hbs:3:177 template-too-much steps ${steps}`],
    ['loops over loops', loops(9, '\n<p>a</p>'), {}, `own.hbs:2:177 template-too-much characters ${characters}`],
    ['a value in loops over loops', `<p>${loops(9, '\n{{id}}')}</p>`, {}, `own.hbs:3:1 template-too-much characters ${characters}`],
    ['long words in a loop', loops(6, `\n<p>${'a'.repeat(100_000)}</p>`), {}, `own.hbs:2:111 template-too-much characters ${characters}`],
    ['helpers in loops over loops', loops(9, '\n{{upper @root.role.purpose}}'), {}, `own.hbs:3:1 template-too-much steps ${steps}`],
    [
      'a text that doubles',
      '<p>{{> a x="aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}</p>',
      { a: '{{> a x=(concat x x)}}' },
      `partials/a.hbs:1:9 template-too-much steps ${steps}`,
    ],
    [
      'a long text between many entries',
      `<p>${loops(3, `\n{{join @root.duties "${'x'.repeat(30_000)}"}}`)}</p>`,
      {},
      'own.hbs:3:1 template-bad-argument group',
    ],
    ['blocks in blocks', nested('{{#if role}}', '{{/if}}', 1000), {}, `own.hbs:2:601 template-too-much depth ${depth}`],
    [
      'conditions in conditions',
      `{{#if role}}${'{{else if role}}'.repeat(60)}{{/if}}`,
      {},
      `own.hbs:2:797 template-too-much depth ${depth}`,
    ],
    ['brackets in brackets', `<p>{{upper ${nested('(upper ', ')', 10_000)}}}</p>`, {}, `own.hbs:2:4 template-too-much depth ${depth}`],
    ['a name in names', `<p>{{role${'.a'.repeat(1000)}}}</p>`, {}, `own.hbs:2:6 template-too-much depth ${depth}`],
    ['tags in tags', nested('\n<section id="a">', '</section>', 60), {}, `own.hbs:52:1 template-too-much depth ${depth}`],
    ['more tags than a document has', `<p>${'\n<br/>'.repeat(tags)}</p>`, {}, `own.hbs:${tags + 1}:1 template-too-much tags ${tags}`],
    ['more to read than a template has', `<p>${'a'.repeat(source)}</p>`, {}, `own.hbs:1:1 template-too-much source ${source}`],
    ['more between braces than a template has', '{{role.id}}'.repeat(braces / 10), {}, `own.hbs:1:1 template-too-much braces ${braces}`],
    [
      'many parts',
      '{{> a}}\n{{> b}}',
      { a: '{{role.id}}'.repeat(2500), b: '{{role.id}}'.repeat(2500) },
      `own.hbs:3:1 template-too-much braces ${braces}`,
    ],
  ])('%s', (_, own, parts, expected) => {
    expect(problemsIn(own, parts)).toEqual([expected]);
  });

  it('as far into the text as people write, and no further', () => {
    expect(printed(`<p>{{!-- ${'{{#if}} ('.repeat(100)} --}}a</p>`)).toBe('a');
    expect(printed(`<p>{{upper "${'{{#if}} ('.repeat(100)}"}}</p>`)).toHaveLength(900);
    expect(printed(`<p>${'\\{{#if role}}'.repeat(100)}</p>`)).toBe('{{#if role}}'.repeat(100));
    expect(problemsIn(`${'{{#if role}}{{!-- }} {{/if}} --}}'.repeat(60)}`)[0]).toMatch(/^own\.hbs:2:\d+ template-too-much depth 50$/);
  });

  it('again and again, and a sound part of a broken template stays sound', () => {
    const { assemble } = assembler(inDocument('{{> a}}{{> b}}'), { a: '<p>a</p>', b: '{{> c}}', c: '{{gone' });
    const codes = [1, 2].map(() => {
      try {
        return assemble(request);
      } catch (error) {
        return (error as Refusal).diagnostics.map(shown);
      }
    });
    expect(codes[0]).toEqual([expect.stringMatching(/^partials\/c\.hbs:1:1 template-syntax/)]);
    expect(codes[1]).toEqual(codes[0]);
  });

  it('with no more than twenty mistakes told', () => {
    expect(problemsIn('<xq>\n'.repeat(100))).toHaveLength(20);
    expect(problemsIn('<p a="">\n</p>'.repeat(100))).toHaveLength(20);
  });
});

describe('nothing is seen but own values', () => {
  it.each([
    ['<p>{{constructor}}</p>', 'own.hbs:2:6 template-missing-value constructor'],
    ['<p>{{__proto__}}</p>', 'own.hbs:2:6 template-missing-value __proto__'],
    ['<p>{{toString}}</p>', 'own.hbs:2:6 template-missing-value toString'],
    ['<p>{{hasOwnProperty}}</p>', 'own.hbs:2:6 template-missing-value hasOwnProperty'],
    ['<p>{{"constructor"}}</p>', 'own.hbs:2:6 template-missing-value constructor'],
    ['<p>{{[constructor]}}</p>', 'own.hbs:2:6 template-missing-value constructor'],
    ['<p>{{role.constructor}}</p>', 'own.hbs:2:6 template-missing-value constructor'],
    ['<p>{{this.constructor.name}}</p>', 'own.hbs:2:6 template-missing-value constructor'],
    ['<p>{{@root.constructor}}</p>', 'own.hbs:2:6 template-missing-value constructor'],
    ['<p>{{custom.constructor}}</p>', 'own.hbs:2:6 template-missing-value constructor'],
    ['<p>{{@constructor}}</p>', 'own.hbs:2:6 template-missing-value @constructor'],
    ['<p>{{@partial-block}}</p>', 'own.hbs:2:6 template-missing-value @partial-block'],
    ['<p>{{#each duties}}{{@../../../index}}{{/each}}</p>', 'own.hbs:2:22 template-missing-value index'],
    ['<p>{{lookup role "constructor"}}</p>', 'own.hbs:2:4 template-unknown-helper lookup form'],
    ['{{#with constructor}}{{/with}}', 'own.hbs:2:9 template-missing-value constructor'],
    ['{{#each __proto__}}{{/each}}', 'own.hbs:2:9 template-missing-value __proto__'],
    ['{{#each duties as |constructor|}}{{/each}}', 'own.hbs:2:1 template-forbidden constructor'],
    ['{{#each duties as |duty|}}\n{{duty.nosuch}}{{/each}}', 'own.hbs:3:3 template-missing-value nosuch'],
    ['{{#if role as |one|}}{{one}}{{/if}}', 'own.hbs:2:1 template-forbidden as |one|'],
    ['<p>{{role.id.length}}</p>', 'own.hbs:2:6 template-missing-value length'],
    ['<p>{{duties.map}}</p>', 'own.hbs:2:6 template-missing-value map'],
    ['<p>{{role.nosuch.name}}</p>', 'own.hbs:2:6 template-missing-value nosuch'],
    ['<p>{{../../role}}</p>', 'own.hbs:2:6 template-missing-value role'],
    ['{{> constructor}}', 'own.hbs:2:1 template-missing partials/constructor'],
    ['{{> ../own}}', 'own.hbs:2:1 template-forbidden {{> ../own}}'],
    ['{{> [../../secret]}}', 'own.hbs:2:1 template-forbidden {{> ../../secret}}'],
    ['{{> a __proto__=role}}', 'own.hbs:2:7 template-forbidden __proto__'],
    ['<p>{{phrase "constructor"}}</p>', 'own.hbs:2:4 phrase-missing constructor en'],
    ['{{#with (or null)}}{{#each this}}{{this}}{{/each}}{{/with}}', 'own.hbs:2:9 template-bad-argument nothing'],
  ])('%s', (own, expected) => {
    expect(problemsIn(own, { a: '' })).toEqual([expected]);
  });

  it('but the length of a list is its own', () => {
    const areas = role.duties.filter(({ jurisdictions, duties }) => (jurisdictions?.includes('gb') ?? true) && duties.length > 0);
    expect(printed('<p>{{#if duties.length}}{{duties.length}}{{/if}}</p>')).toBe(String(areas.length));
  });
});

describe('nothing is printed but text', () => {
  it.each([
    ['<p>{{role}}</p>', 'own.hbs:2:4 template-not-text group'],
    ['<p>{{#each duties}}\n {{this}}{{/each}}</p>', 'own.hbs:3:2 template-not-text group'],
    ['<p>{{duties}}</p>', 'own.hbs:2:4 template-not-text list'],
    ['<p>{{custom}}</p>', 'own.hbs:2:4 template-not-text group'],
    ['<p>{{sentence null}}</p>', 'own.hbs:2:4 template-bad-argument nothing'],
    ['<p>{{sentence}}</p>', 'own.hbs:2:4 template-bad-argument group'],
    ['<p>{{join role.id ", "}}</p>', 'own.hbs:2:4 template-bad-argument text'],
    ['<p>{{posts role "genitive" "and"}}</p>', 'own.hbs:2:4 template-bad-argument group'],
    ['<p>{{form null "genitive"}}</p>', 'own.hbs:2:4 template-bad-argument nothing'],
    ['<p>{{form role.title "vocative"}}</p>', 'own.hbs:2:4 template-missing-value vocative'],
    ['{{#each role.id}}a{{/each}}', 'own.hbs:2:1 template-bad-argument text'],
    ['{{#each 7}}a{{/each}}', 'own.hbs:2:1 template-bad-argument number'],
  ])('%s', (own, expected) => {
    expect(problemsIn(own)).toEqual([expected]);
  });
});

describe('what templates do not need cannot be used', () => {
  it.each([
    ['{{#> a}}b{{/a}}', 'own.hbs:2:1 template-forbidden {{#> …}}'],
    ['{{> @partial-block}}', 'own.hbs:2:1 template-forbidden {{> @partial-block}}'],
    ['{{> (upper "a")}}', 'own.hbs:2:1 template-forbidden {{> (…)}}'],
    ['{{> (lookup . "x")}}', 'own.hbs:2:1 template-forbidden {{> (…)}}'],
    ['{{#*inline "a"}}b{{/inline}}', 'own.hbs:2:1 template-forbidden {{#* …}}'],
    ['{{* a}}', 'own.hbs:2:1 template-forbidden {{* …}}'],
    ['<p>{{{role.id}}}</p>', 'own.hbs:2:4 template-unescaped'],
    ['<p>{{&role.id}}</p>', 'own.hbs:2:4 template-unescaped'],
    ['{{{{upper}}}}a{{{{/upper}}}}', 'own.hbs:2:1 template-forbidden {{{{ … }}}}'],
    // What a helper gives to a block would not be escaped.
    ['<p>{{#upper role.id}}{{/upper}}</p>', 'own.hbs:2:4 template-forbidden {{#upper}}'],
    ['{{^if role}}a{{/if}}', 'own.hbs:2:1 template-forbidden {{^if}}'],
    ['<p>{{if role "a"}}</p>', 'own.hbs:2:4 template-forbidden {{if …}}'],
    ['<p>{{upper (if role "a")}}</p>', 'own.hbs:2:12 template-forbidden {{if …}}'],
    ['{{#if role role}}a{{/if}}', 'own.hbs:2:1 template-syntax {{#if}}'],
    ['{{#each}}a{{/each}}', 'own.hbs:2:1 template-syntax {{#each}}'],
    ['<!-- {{role.id}} -->', 'own.hbs:2:1 template-forbidden <!'],
    ['<p><![CDATA[a]]></p>', 'own.hbs:2:4 template-forbidden <!'],
    ['<?x y?>', 'own.hbs:2:1 template-forbidden <?'],
    // The name of a tag would be whatever a text says.
    ['a\n<{{role.id}}>', 'own.hbs:3:1 template-forbidden <'],
    ['<p>a</{{role.id}}>', 'own.hbs:2:5 template-forbidden </'],
  ])('%s', (own, expected) => {
    expect(problemsIn(own, { a: '' }).map((one) => one.trimEnd())).toEqual([expected]);
  });
});

describe('the facts of an organisation’s own', () => {
  const person = (custom: Record<string, string>): Request['person'] => ({ name: { last: 'Orlova', first: 'Anna' }, custom });

  it.each(['<b>12</b>', '{{role.id}}', '"', '" id="x', '&lt;', "'`=", ']]>', '<!-- a', '</p></document>'])('%s stays text', (badge) => {
    const own = '<p>{{custom.badge}}</p><p><field name="a" label="{{custom.badge}}"/>{{upper custom.badge}}</p>';
    const { blocks } = assembler(inDocument(own)).assemble({ ...request, person: person({ badge }) });
    expect(blocks).toMatchObject([
      { content: [{ type: 'text', value: badge }] },
      {
        content: [
          { type: 'field', label: badge },
          { type: 'text', value: badge.toUpperCase() },
        ],
      },
    ]);
  });

  it('may be missing with one person and there with another, and need no question', () => {
    const own = '<p>[{{custom.badge}}]{{#if custom.badge}} badge {{custom.badge}}{{else}} no badge{{/if}}</p>';
    expect(printed(own, person({ badge: '12' }))).toBe('[12] badge 12');
    expect([printed(own, person({})), printed(own, person({ badge: '' })), printed(own)]).toEqual(Array(3).fill('[] no badge'));
  });

  it('make a blank where nobody is named, as other facts do', () => {
    const blank = { blank: '{{#if value}}{{value}}{{else}}<field name="{{name}}" label="{{label}}"/>{{/if}}' };
    const own = '<p>{{> blank value=custom.badge name="badge" label="Badge"}}</p>';
    expect(printed(own, person({ badge: '12' }), blank)).toBe('12');
    expect(assembler(inDocument(own), blank).assemble(request).blocks).toMatchObject([{ content: [{ type: 'field', name: 'badge' }] }]);
  });

  it('are found by the names of their columns in any script, in a block, and one after another', () => {
    const own = '<p>{{custom.номер_пропуска}}{{#with custom}}, {{parking_place}}{{gone}}{{/with}}{{#each custom}}; {{@key}}{{/each}}</p>';
    expect(printed(own, person({ номер_пропуска: '7', parking_place: 'A 1' }))).toBe('7, A 1; номер_пропуска; parking_place');
  });

  it('are given to a helper only when they are there', () => {
    expect(problemsIn('<p>{{upper custom.badge}}</p>')).toEqual(['own.hbs:2:4 template-bad-argument nothing']);
  });
});

describe('the guide', () => {
  const page = shelf.readText('docs/templates.md');

  it('names every bound', () => {
    for (const [name, bound] of Object.entries(bounds)) expect(page, name).toContain(`| ${bound.toLocaleString('en')} |`);
  });

  it('shows how facts of one’s own are printed', () => {
    const [, example = ''] = /```handlebars\n([^]*?)```/.exec(page) ?? [];
    const blank = shelf.readText('templates/partials/blank.hbs');
    expect(printed(example, { name: { last: 'x' }, custom: { badge: '12' } }, { blank })).toBe('Badge: 12|12');
    expect(assembler(inDocument(example), { blank }).assemble(request).blocks).toMatchObject([{ content: [{ type: 'field' }] }]);
  });
});
