/** Comparing roles: a corpus of edits beside what is said of them, every field of the schema, and any edits at all. `UPDATE=1` rewrites the corpus. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Change, RoleDiff } from '../src/diff/change.js';
import { diffPage } from '../src/desk/changes-page.js';
import type { Papers } from '../src/diff/paper.js';
import { diffRoles } from '../src/diff/roles.js';
import { reportOf } from '../src/diff/rows.js';
import { summaryOf } from '../src/diff/summary.js';
import { diffText } from '../src/diff/text.js';
import { createChangeWording } from '../src/diff/wording.js';
import type { Catalogue, ChangeWording } from '../src/diff/wording.js';
import { compareWords } from '../src/diff/words.js';
import type { Locale } from '../src/document/document.js';
import { locales, openLibrary } from '../src/shelf/library.js';
import { sameWords } from '../src/paper/words.js';
import { openPapers } from '../src/desk/papers.js';
import { createPress } from '../src/press/press.js';
import { follow, schemaOf } from '../src/read/schema.js';
import type { Schema, SchemaName } from '../src/read/schema.js';
import { checkRole } from '../src/role/read.js';
import type { Role } from '../src/role/role.generated.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { inFull } from './long-form.js';
import { signedKinds } from './own-kinds.js';
import { runs, some } from './every.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const folder = new URL('./corpus/diff/', import.meta.url);
const source = readFileSync(new URL('roles/seller.yaml', folder), 'utf8');
const checked = checkRole(source, 'seller.yaml').role!;
const seller = (): Role => structuredClone(checked);
const catalogue = (language: Locale): Catalogue => parse(shelf.readText(`locales/changes.${language}.yaml`)) as Catalogue;
const wording = (language: Locale, shown: Locale, before: Role, after: Role): ChangeWording =>
  createChangeWording(
    catalogue(language),
    library.phrases(language),
    { kind: (id) => id, country: (id) => library.jurisdiction(id).name[language] },
    language,
    shown,
    { before, after },
  );

/** The blank papers that people sign, under the law that has the most to add. */
const press = createPress(library, () => {
  throw new Error('nothing is printed here');
});
const blanks = openPapers(press, { organisation: null, locales, jurisdictions: ['ru'], kinds: signedKinds });
const longBlanks = openPapers(inFull(press), { organisation: null, locales, jurisdictions: ['ru'], kinds: ['job-description'] });
const compared = (before: Role, after: Role, signed?: Locale): RoleDiff => diffRoles(before, after, blanks, signed ? { signed } : {});

/** Where only what has changed is asked, not what of it people sign. */
const none: Papers = { list: [], isSigned: () => false, fingerprint: () => null, entries: () => new Set() };

/** `duties/0/duties/+: [entry]` adds, `-: [0]` removes, `move: [from, to]` and `swap` displace, null takes away, all else replaces. */
function edited(role: Role, edits: Record<string, unknown>): Role {
  const copy = structuredClone(role);
  for (const [path, value] of Object.entries(edits)) {
    const steps = path.split('/');
    const last = steps.pop() ?? '';
    const place = steps.reduce<Record<string, unknown>>(
      (data, step) => (data[step] ??= {}) as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    );
    const list = place as unknown as unknown[];
    const [a = 0, b = 0] = Array.isArray(value) ? (value as number[]) : [];
    if (last === '+') list.push(...(value as unknown[]));
    else if (last === '-') list.splice(a, 1);
    else if (last === 'move') list.splice(b, 0, ...list.splice(a, 1));
    else if (last === 'swap') [list[a], list[b]] = [list[b], list[a]];
    else if (value === null) delete place[last];
    else place[last] = value;
  }
  return copy;
}

const brief = ({ kind, id, material }: Change): string => `${material ? '!' : ' '}${kind} ${id ?? '–'}`;

describe('corpus', () => {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml')))
    it(name, () => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const language = (/^# lang: (\w\w)/m.exec(text)?.[1] ?? 'en') as Locale;
      const signed = /^# signed: (\w\w)/m.exec(text)?.[1] as Locale | undefined;
      const [before, after] = [seller(), edited(seller(), parse(text) as Record<string, unknown>)];
      const told = diffText(compared(before, after, signed), wording(language, signed ?? language, before, after), {
        colour: false,
      });
      const file = new URL(name.replace('.yaml', '.txt'), folder);
      if (process.env.UPDATE) writeFileSync(file, told);
      expect(told).toBe(readFileSync(file, 'utf8'));
    });
});

describe('what is material', () => {
  const changes = (edits: Record<string, unknown>, signed?: Locale): string[] =>
    compared(seller(), edited(seller(), edits), signed).changes.map(brief);

  it('is duties, rights, responsibility, measures, conditions, requirements and subordination', () => {
    expect(changes({ 'duties/0/duties/0/text/en': 'x' })).toEqual(['!reworded greet']);
    expect(changes({ 'rights/-': [0] })).toEqual(['!removed refuse']);
    expect(changes({ 'responsibility/0/text/ru': 'за иное' })).toEqual(['!reworded loss']);
    expect(changes({ 'kpis/0/period': 'week' })).toEqual(['!changed conversion']);
    expect(changes({ 'requirements/experience/min': 3 })).toEqual(['!changed –']);
    expect(changes({ 'reportsTo/posts': ['deputy'] })).toEqual(['!changed –']);
    expect(changes({ conditions: [{ id: 'trips', kind: 'trips', text: { ru: 'а', en: 'b', nl: 'c' } }] })).toEqual(['!added trips']);
  });

  it('is not a translation of what was signed, nor its typography, nor metadata', () => {
    const edits = { 'duties/0/duties/0/text/nl': 'x' };
    expect(changes(edits, 'ru')).toEqual([' reworded greet']);
    expect(changes(edits, 'nl')).toEqual(['!reworded greet']);
    expect(changes(edits)).toEqual(['!reworded greet']);
    expect(changes({ 'duties/0/duties/0/source': 'added', version: '2.0.0' })).toEqual([' changed –', ' changed greet']);
  });

  it('is the order in which papers print it', () => {
    expect(changes({ 'rights/swap': [0, 1] })).toEqual(['!moved ask']);
    expect(changes({ 'onboarding/stages/swap': [0, 1] })).toEqual(['!moved practice']);
  });

  it('is nothing that no signed paper prints', () => {
    // Only Russian law adds words to a responsibility: to each in the long form, but none to this kind; once to all in the brief one.
    expect(changes({ 'responsibility/0/kind': 'performance' })).toEqual([' changed loss']);
    const long = (kind: string) => diffRoles(seller(), edited(seller(), { 'responsibility/0/kind': kind }), longBlanks).changes.map(brief);
    expect([long('performance'), long('result')]).toEqual([['!changed loss'], [' changed loss']]);
  });

  it('sees through the look of texts to their words', () => {
    expect(sameWords('«Ромашка» — 10 % за 5–7 дней', '"Ромашка" - 10% за 5 - 7 дней')).toBe(true);
    expect(sameWords('не обходимо', 'необходимо')).toBe(false);
    expect(sameWords('in 2 days', 'in 20 days')).toBe(false);
  });
});

describe('words', () => {
  it('give back both texts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom<Locale>('ru', 'en', 'nl'),
        (before, after, locale) => {
          const words = compareWords(before, after, locale);
          const joined = (...kinds: string[]): string =>
            words
              .filter(({ kind }) => kinds.includes(kind))
              .map(({ text }) => text)
              .join('');
          expect(joined('same', 'removed')).toBe(before);
          expect(joined('same', 'added')).toBe(after);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('do not take long over texts that have nothing in common', () => {
    const noise = (seed: number): string => Array.from({ length: 2_000 }, (_, at) => ((at * seed) % 97).toString(36)).join(' ');
    expect(compareWords(noise(31), noise(89), 'en').length).toBeGreaterThan(0);
  }, 2_000);
});

/** A role with one of everything that the schema knows, ids as unique as they have to be. */
function sample(): Role {
  let count = 0;
  const value = (of: SchemaName, schema: Schema, path: string[]): unknown => {
    if (schema.$ref !== undefined) {
      const next = follow(of, schema.$ref);
      if (schema.$ref.endsWith('/text')) return { ru: `слово ${(count += 1)}`, en: `word ${count}`, nl: `woord ${count}` };
      if (schema.$ref.endsWith('/id')) return `id-${(count += 1)}`;
      return value(next.of, next.schema, path);
    }
    if (schema.enum) return schema.enum[0];
    if (schema.anyOf) return value(of, schema.anyOf[0] ?? {}, path);
    const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
    if (type === 'array') return [value(of, schema.items ?? {}, path)];
    if (type === 'object') {
      const known = Object.entries(schema.properties ?? {}).filter(([key]) => key !== 'items' || !path.includes('items'));
      const more = typeof schema.additionalProperties === 'object' ? { own: value(of, schema.additionalProperties, path) } : {};
      return { ...Object.fromEntries(known.map(([key, inner]) => [key, value(of, inner, [...path, key])])), ...more };
    }
    return type === 'boolean' ? false : type === 'number' || type === 'integer' ? (count += 1) : `word ${(count += 1)}`;
  };
  return { ...(value('role', schemaOf('role'), []) as Role), languages: ['ru', 'en', 'nl'] };
}

/** The pointer of every value that is no map and no list. */
const leaves = (data: unknown, path: string[] = []): string[][] =>
  typeof data !== 'object' || data === null ? [path] : Object.entries(data).flatMap(([key, inner]) => leaves(inner, [...path, key]));

describe('every field of the schema', () => {
  const full = sample();
  const all = leaves(full).filter((path) => path[0] !== 'languages');

  it('is there in numbers', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  it('is compared', () => {
    const parts = new Map([...new Set(all.map(([part = '']) => part))].map((part) => [part, all.filter(([first]) => first === part)]));
    const rounds = Math.max(...[...parts.values()].map((paths) => paths.length));
    const missed: string[] = [];
    // One field of every part of the role at a time.
    for (const round of some(Array.from({ length: rounds }, (_, at) => at))) {
      const other = structuredClone(full);
      const paths = [...parts.values()].flatMap((own) => own.slice(round, round + 1));
      for (const path of paths) {
        const place = path
          .slice(0, -1)
          .reduce<Record<string, unknown>>(
            (data, step) => data[step] as Record<string, unknown>,
            other as unknown as Record<string, unknown>,
          );
        const [last = ''] = path.slice(-1);
        const was = place[last];
        place[last] = typeof was === 'number' ? was + 1 : typeof was === 'boolean' ? !was : `${String(was)}x`;
      }
      const found = new Set(diffRoles(full, other, none).changes.map(({ section }) => section.split('/')[0]));
      missed.push(...paths.filter(([part = '']) => !found.has(part)).map((path) => path.join('/')));
    }
    expect(missed).toEqual([]);
  });

  it('has words in every language', () => {
    const bare = { ...seller(), posts: {}, duties: [], rights: [], responsibility: [], knowledge: [] };
    const { changes } = diffRoles(bare, full, none);
    const enums = [...JSON.stringify(schemaOf('role')).matchAll(/"enum":\[([^\]]*)\]/g)].flatMap(([, list]) =>
      (JSON.parse(`[${list}]`) as (string | number)[]).map(String),
    );
    const articles = ['a', 'an', 'de', 'het', 'en'];
    for (const language of locales) {
      const words = catalogue(language);
      const sections = changes.map(({ section }) => section).filter((section) => !section.endsWith('/items') && !words.sections[section]);
      const fields = changes
        .flatMap((change) => change.fields.map(({ field }) => ({ change, field: field.split('/')[0] ?? '' })))
        .filter(({ change, field }) => change.section !== field && change.section !== 'sources' && !words.fields[field]);
      expect([language, [...new Set(sections)], [...new Set(fields.map(({ field }) => field))]]).toEqual([
        language,
        [],
        ['$schema', 'version', 'synonyms', 'category', 'tier', 'context', 'department', 'subordinates', 'flsa'].filter((one) =>
          fields.some(({ field }) => field === one),
        ),
      ]);
      expect([language, enums.filter((one) => !articles.includes(one) && words.values[one] === undefined)]).toEqual([language, []]);
    }
  });

  it('can be shown in every language and form', () => {
    for (const language of locales) {
      const found = diffRoles(seller(), full, none);
      const own = wording(language, language, seller(), full);
      expect(reportOf(found, own).length).toBeGreaterThan(20);
      expect(diffText(found, own, { colour: true })).toContain('\u001B[');
      expect(diffPage(found, own)).toContain('<ins>');
      expect(summaryOf({ ...found, changes: found.changes.map((change) => ({ ...change, material: true })) }, own).changes).not.toBe('');
    }
  });
});

describe('any edits', () => {
  const ids = ['greet', 'answer', 'advise', 'count', 'shelve'];
  const edits = fc.record({
    gone: fc.subarray(ids, { maxLength: 4 }),
    reworded: fc.subarray(ids),
    come: fc.uniqueArray(fc.constantFrom('n1', 'n2', 'n3'), { maxLength: 3 }),
    renamed: fc.option(fc.constantFrom(...ids)),
    target: fc.integer({ min: 1, max: 99 }),
    top: fc.nat(4),
  });

  it('are what is found, no more and no less', () => {
    fc.assert(
      fc.property(edits, ({ gone, reworded, come, renamed, target, top }) => {
        const after = structuredClone(seller());
        const keep = reworded.filter((id) => !gone.includes(id));
        const named = renamed !== null && !gone.includes(renamed) && !keep.includes(renamed) ? renamed : null;
        for (const group of after.duties) {
          group.duties = group.duties.filter(({ id }) => !gone.includes(id));
          for (const duty of group.duties) {
            if (keep.includes(duty.id)) duty.text = { ru: 'другое дело', en: 'another matter', nl: 'iets anders' };
            if (duty.id === named) duty.id = 'renamed';
          }
        }
        const lists = after.duties.map((group) => group.duties);
        come.forEach((id) =>
          lists[top % lists.length]?.splice(top, 0, { id, text: { ru: `новое ${id}`, en: `new ${id}`, nl: `nieuw ${id}` } }),
        );
        if (after.kpis?.[0]) after.kpis[0].value = target;
        const { changes } = diffRoles(seller(), after, none);
        const found = (kind: string): string[] =>
          changes
            .filter((change) => change.kind === kind && change.section === 'duties/duties')
            .map(({ id }) => id ?? '')
            .sort();
        expect([found('removed'), found('reworded'), found('added'), found('renamed'), found('moved')]).toEqual([
          [...gone].sort(),
          [...keep].sort(),
          [...come].sort(),
          named === null ? [] : ['renamed'],
          [],
        ]);
        // The measure names the duty that it measures, by its id.
        const follows = named !== null && (seller().kpis?.[0]?.measures ?? []).includes(named);
        expect(changes.filter(({ section }) => section === 'kpis').length).toBe(target === 10 && !follows ? 0 : 1);
      }),
      { numRuns: runs(100) },
    );
  });

  it('read backwards are the same edits backwards', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), fc.shuffledSubarray(ids), (one, other) => {
        const role = (order: string[]): Role =>
          edited(seller(), {
            duties: [
              { id: 'g', heading: { ru: 'а', en: 'a', nl: 'a' }, duties: order.map((id) => ({ id, text: { ru: id, en: id, nl: id } })) },
            ],
          });
        const kinds = (before: string[], after: string[]): string[] =>
          diffRoles(role(before), role(after), none)
            .changes.map((change) => `${change.kind} ${change.kind === 'moved' ? '' : change.id}`)
            .sort();
        const turned = kinds(other, one)
          .map((change) => change.replace(/^(added|removed)/, (kind) => (kind === 'added' ? 'removed' : 'added')))
          .sort();
        expect(kinds(one, other)).toEqual(turned);
        expect(kinds(one, one)).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });

  it('of one place are one change', () => {
    const order = (ids: string[]): Role => edited(seller(), { rights: ids.map((id) => ({ id, text: { ru: id, en: id, nl: id } })) });
    const moves = (before: string, after: string): string[] =>
      diffRoles(order([...before]), order([...after]), none).changes.map(({ kind, id, move }) => `${kind} ${id} ${move?.direction}`);
    expect(moves('abcdef', 'fabcde')).toEqual(['moved f up']);
    expect(moves('abcdef', 'bcdefa')).toEqual(['moved a down']);
    expect(moves('ab', 'ba')).toEqual(['moved b up']);
  });

  it('leave both roles as they were', () => {
    const [before, after] = [seller(), edited(seller(), { 'rights/-': [0] })];
    const copies = structuredClone([before, after]);
    diffRoles(before, after, none);
    expect([before, after]).toEqual(copies);
  });
});
