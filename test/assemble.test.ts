/** Templates, markup and tree: what a template author may do, and what everyone is told who does otherwise. */
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../src/template/markup.js';
import { numberBlocks } from '../src/template/number.js';
import { createTemplates } from '../src/template/template.js';
import { buildBlocks } from '../src/template/tree.js';
import { tags } from '../src/template/vocabulary.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { contents, plainText, walk } from '../src/document/reading.js';
import type { Block } from '../src/document/document.js';
import type { Theme } from '../src/theme/theme.js';
import { lazily } from '../src/view/lazily.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const shout = (words: unknown): string => String(words).toUpperCase();

function build(template: string, view: object = {}, partials: Record<string, string> = {}): Block[] {
  const texts: Record<string, string> = {
    main: template,
    ...Object.fromEntries(Object.entries(partials).map(([name, text]) => [`partials/${name}`, text])),
  };
  const templates = createTemplates((name) => (texts[name] === undefined ? null : { file: `${name}.hbs`, text: texts[name] }), { shout });
  const root = parseMarkup(templates.render('main', view), (at) => templates.placeOf(at));
  return buildBlocks(root, {
    typeset: (words) => words,
    abbreviations: (words) => [{ text: words, expansion: null }],
    logo: null,
    blankDate: '',
  });
}

function problems(template: string, view: object = {}, partials: Record<string, string> = {}): string[] {
  try {
    build(template, view, partials);
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics.map(shown);
    throw error;
  }
  return [];
}

const shown = ({ code, file, line, column, args }: Diagnostic): string =>
  `${file}:${line}:${column} ${code} ${Object.values(args).join(' ')}`.trim();
const inDocument = (inside: string): string => `<document title="t" subject="s">\n${inside}\n</document>`;

describe('what a template sees', () => {
  const view = (made: string[]) => {
    const part = (name: string) => () => {
      made.push(name);
      return [name];
    };
    return { ...lazily({ duties: part('duties'), rights: part('rights') }), clauses: lazily({ pay: () => 'Pay.', rate: () => null }) };
  };

  it('is made when it is asked for, and once, wherever it is asked for', () => {
    const made: string[] = [];
    const [, inPart] = build(inDocument('<p>{{#each duties}}{{this}}{{/each}}</p>{{> one word="!"}}'), view(made), {
      one: '<p>{{#each duties}}{{this}}{{../word}}{{/each}}</p>',
    });
    expect(plainText(inPart?.type === 'paragraph' ? inPart.content : [])).toBe('duties!');
    expect(made).toEqual(['duties']);
  });

  it('can be gone through by its names', () => {
    const blocks = build(inDocument('{{#each clauses}}<p>{{@key}}: {{#if this}}{{this}}{{else}}none{{/if}}</p>{{/each}}'), view([]));
    expect(blocks.map((one) => (one.type === 'paragraph' ? plainText(one.content) : ''))).toEqual(['pay: Pay.', 'rate: none']);
  });

  it('lacks what is not in it, made or not', () => {
    expect(problems(inDocument('<p>{{dutes}}</p>'), view([]))).toEqual(['main.hbs:2:6 template-missing-value dutes']);
  });
});

describe('a mistake in a template is reported at its place', () => {
  const cases: [string, string, object, string[]][] = [
    ['an unknown tag', inDocument('<p>a</p>\n  <claus id="x">b</claus>'), {}, ['main.hbs:3:3 template-unknown-tag claus clause']],
    [
      'two unknown tags at once',
      inDocument('<pp>a</pp><qq>b</qq>'),
      {},
      ['main.hbs:2:1 template-unknown-tag pp p', 'main.hbs:2:11 template-unknown-tag qq p'],
    ],
    [
      'an unknown attribute',
      inDocument('<section id="a" colour="red"></section>'),
      {},
      ['main.hbs:2:1 template-unknown-attribute section colour number'],
    ],
    ['an attribute left out', inDocument('<section></section>'), {}, ['main.hbs:2:1 template-missing-attribute section id']],
    ['a tag in the wrong place', inDocument('<p><clause id="a">b</clause></p>'), {}, ['main.hbs:2:4 template-bad-nesting clause p']],
    ['words where none may stand', inDocument('<section id="a">loose</section>'), {}, ['main.hbs:2:1 template-bad-nesting loose section']],
    ['a bad value', inDocument('<p style="huge">a</p>'), {}, ['main.hbs:2:1 template-bad-value p style huge body, lead, requisite, note']],
    ['an unclosed block', `${inDocument('{{#if a}}<p>x</p>')}`, { a: true }, ['main.hbs:2:1 template-syntax {{#if}}']],
    ['a missing value', inDocument('<p>{{employee.nmae}}</p>'), { employee: { name: 'A' } }, ['main.hbs:2:6 template-missing-value nmae']],
    ['a missing value in an argument', inDocument('<p>{{#if nobody}}x{{/if}}</p>'), {}, ['main.hbs:2:10 template-missing-value nobody']],
    ['unescaped output', inDocument('<p>{{{a}}}</p>'), { a: 'b' }, ['main.hbs:2:4 template-unescaped']],
    ['an unknown helper', inDocument('<p>{{shuot a}}</p>'), { a: 'b' }, ['main.hbs:2:4 template-unknown-helper shuot shout']],
    ['a computed partial', inDocument('<p>{{> (shout a)}}</p>'), { a: 'b' }, ['main.hbs:2:4 template-forbidden {{> (…)}}']],
    [
      'rows of different length',
      inDocument('<table id="t"><column/><column/><header><cell>a</cell><cell>b</cell></header>\n<row><cell>c</cell></row></table>'),
      {},
      ['main.hbs:3:1 template-uneven-table t 2'],
    ],
  ];
  for (const [name, template, view, expected] of cases) it(name, () => expect(problems(template, view)).toEqual(expected));

  it('a partial, in its own file', () => {
    expect(problems(inDocument('{{> foot}}'), {}, { foot: '\n<p>{{gone}}</p>' })).toEqual(
      ['foot.hbs:2:6 template-missing-value gone'].map((one) => `partials/${one}`),
    );
  });

  it('a partial without end', () => {
    expect(problems(inDocument('{{> loop}}'), {}, { loop: '<p>a</p>{{> loop}}' })).toEqual(['partials/loop.hbs:1:9 template-endless 50']);
  });

  it('a partial that is not there', () => {
    expect(problems(inDocument('{{> nowhere}}'))).toEqual(['main.hbs:2:1 template-missing partials/nowhere']);
  });
});

describe('text can never become markup', () => {
  it('whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((words) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(words) && words.trim() !== ''),
        (words) => {
          const blocks = build(inDocument('<p>{{words}}</p>'), { words });
          expect([...contents(blocks)].map(plainText)).toEqual([words.replace(/ +/g, ' ').replace(/^ | $/g, '')]);
        },
      ),
    );
  });

  it('not even in attributes', () => {
    const blocks = build(inDocument('<p><field name="a" label="{{words}}"/></p>'), { words: '"/><p>x' });
    expect(blocks).toMatchObject([{ content: [{ type: 'field', label: '"/><p>x' }] }]);
  });

  it('and templates reach nothing but their view', () => {
    expect(problems(inDocument('<p>{{constructor.name}}</p>'), {})).toEqual(['main.hbs:2:6 template-missing-value constructor']);
    expect(problems(inDocument('<p>{{lookup a "b"}}</p>'), { a: {} })[0]).toContain('template-unknown-helper lookup');
  });
});

describe('the tree', () => {
  const theme = (id: string): Theme => parse(packageWorkspace().readText(`themes/${id}.yaml`)) as Theme;
  const nested = inDocument(
    '<section id="a"><heading>A</heading><clause id="b"><text>B</text><clause id="c">C</clause><clause id="d">D</clause></clause></section>' +
      '<section id="e" number="no"><heading>E</heading></section>' +
      '<section id="f"><heading>F</heading><clause id="g"><text>G</text><list marker="decimal"><item>x</item><item>y</item></list></clause></section>',
  );
  const numbers = (blocks: readonly Block[]): string[] =>
    [...walk(blocks)].flatMap((block) =>
      block.type === 'section' || block.type === 'clause'
        ? [`${block.number} ${block.id}`]
        : block.type === 'list'
          ? block.items.map((item) => item.label)
          : [],
    );

  it('numbers sections, clauses and lists by the layout profile', () => {
    const { blocks } = numberBlocks(build(nested), theme('gost-2025'));
    expect(numbers(blocks)).toEqual(['1. a', '1.1. b', '1.1.1. c', '1.1.2. d', 'null e', '2. f', '2.1. g', '1)', '2)']);
  });

  it('numbers the same in other patterns', () => {
    const { blocks } = numberBlocks(build(nested), theme('nl'));
    expect(numbers(blocks)).toEqual(['1. a', '1.1 b', '1.1.1 c', '1.1.2 d', 'null e', '2. f', '2.1 g', '1.', '2.']);
  });

  it('collapses white space but keeps non-breaking spaces', () => {
    const [block] = build(inDocument('<p>  a\n   <strong> b\u00a0 c </strong>  <br/>  d </p>'));
    expect(block).toMatchObject({ content: [{ value: 'a ' }, { value: 'b\u00a0 c ', strong: true }, { type: 'break' }, { value: 'd' }] });
  });
});

describe('the documentation of templates', () => {
  const page = packageWorkspace().readText('docs/templates.md');
  it('names every tag and every attribute', () => {
    for (const [tag, { attributes }] of Object.entries(tags)) {
      expect(page).toContain(`\`<${tag}>\``);
      const row = page.split('\n').find((line) => line.split('|')[1]?.includes(`<${tag}>`)) ?? '';
      for (const attribute of Object.keys(attributes)) expect(row, `${tag} ${attribute}`).toContain(attribute);
    }
  });
});
