/** The words of the studio: all that its pages say, none too many, and the whole form in every language. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openWorkspace } from 'rolewright';
import type { Diagnostic, Locale } from 'rolewright';
import { parse } from 'yaml';
import { hintOf, wayOf } from '../../studio/src/parts/hint.js';
import { speak } from '../../studio/src/words.js';
import { formIn } from '../src/studio/form.js';
import type { Field } from '../src/studio/form.js';
import { frameOf } from '../src/studio/frame.js';
import { keysOf, namesKeys } from '../src/studio/on-screen.js';
import { openStudio } from '../src/studio/studio.js';

const root = new URL('../..', import.meta.url).pathname;
const languages: readonly Locale[] = ['en', 'ru', 'nl'];
const words = (name: string): Record<string, Record<string, string>> =>
  parse(readFileSync(join(root, 'server/locales', name), 'utf8')) as Record<string, Record<string, string>>;
const studio = openStudio({ workspace: openWorkspace(root), own: openWorkspace(join(root, 'server')), now: () => 0 });

const pages = readdirSync(join(root, 'studio/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, 'studio/src', file), 'utf8') }));
const code = pages.map(({ text }) => text).join('\n');

function leaves(tree: unknown, path = ''): string[] {
  if (typeof tree === 'string') return [path];
  return Object.entries(tree as Record<string, unknown>).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}
/** As the pages are given them. */
const known = leaves(frameOf('en', '2026-12-01', studio).words);

it('has all that the pages say', () => {
  const said = [...code.matchAll(/say\(\s*'([\w.]+)'/g), ...code.matchAll(/[?:] '(\w+\.[\w.]+)'/g)].map(([, name = '']) => name);
  expect(said.length).toBeGreaterThan(60);
  expect([...new Set(said)].filter((name) => !known.includes(name))).toEqual([]);
});

it('has no words that nobody says', () => {
  const unused = known.filter((name) => {
    const parent = name.slice(0, name.lastIndexOf('.'));
    return !code.includes(`'${name}'`) && !code.includes(`\`${parent}.\${`);
  });
  expect(unused).toEqual([]);
});

it('leaves no text in the pages themselves', () => {
  const found = pages.flatMap(({ file, text }) =>
    [...text.matchAll(/(?<!=)>\s*([A-Za-zА-я][A-Za-zА-я’ ,]{3,})\s*</g)].map(([, words = '']) => `${file}: ${words.trim()}`),
  );
  expect(found).toEqual([]);
});

it.each(languages)('names every field and choice of the form in its language: %s', (language) => {
  const { titles = {}, values = {}, chapters = {} } = words(`studio-fields.${language}.yaml`);
  const english = new Map<string, string>();
  const choices = new Set<string>();
  const visit = (field: Field): void => {
    english.set(field.key, field.title);
    for (const { id } of field.kind === 'choices' ? [] : field.choices) choices.add(id);
    field.fields.forEach(visit);
  };
  const form = formIn('en', studio);
  form.flatMap(({ fields }) => fields).forEach(visit);
  expect(form.map(({ id }) => id).filter((id) => chapters[id] === undefined)).toEqual([]);
  // The form may call a field otherwise than the schema does, in English as well.
  const schemaTitle = new Map(Object.entries(words('studio-fields.en.yaml').titles ?? {}).map(([title, shown]) => [shown, title]));
  expect([...english.values()].filter((shown) => titles[schemaTitle.get(shown) ?? shown] === undefined)).toEqual([]);
  expect([...choices].filter((id) => values[id] === undefined)).toEqual([]);
  const own = Object.keys(words('studio-fields.en.yaml').titles ?? {});
  expect(Object.keys(titles)).toEqual(own);
});

describe('what is told on screens', () => {
  // The folder of a firm, which has no rules of its own.
  const firm = openStudio({
    workspace: openWorkspace(mkdtempSync(join(tmpdir(), 'rolewright-words-'))),
    own: openWorkspace(join(root, 'server')),
    now: () => 0,
  });
  const told = (code: string, args: Diagnostic['args'], language: Locale): { readonly message: string; readonly hint: string | null } => {
    const [one] = firm.tell([{ code, severity: 'warning', args }], language);
    return { message: one?.message ?? '', hint: one?.hint ?? null };
  };
  const rules = readdirSync(join(root, 'lint'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parse(readFileSync(join(root, 'lint', file), 'utf8')) as { id: string; args?: string[] });
  const keys = keysOf(
    ['role', 'organisation', 'person'].map(
      (name) => JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8')) as unknown,
    ),
  );
  /** Values on which the words of a rule depend. */
  const chosen: Readonly<Record<string, readonly string[]>> = {
    'stage-incomplete': ['owner', 'exit'],
    'missing-section': ['criteria', 'kpis', 'limits', 'relations', 'conditions', 'department', 'deputising', 'guidedBy', 'onboarding'],
    'stamp-form': ['colon', 'name'],
  };
  /** Quoted on purpose: forms of a verb, and not the key. */
  const noKeys = new Set(['lint/duty-form']);

  it.each(languages)('by rules of lint names no key of a file, no file and no command: %s', (language) => {
    for (const { id, args = [] } of rules) {
      const all = (value: string): Diagnostic['args'] => Object.fromEntries(['words', ...args].map((name) => [name, value]));
      for (const facts of ['', 'none', ...(chosen[id] ?? [])].map(all)) {
        const { message, hint } = told(`lint/${id}`, facts, language);
        const said = hint ?? '';
        expect(message, id).not.toBe('');
        if (!noKeys.has(`lint/${id}`)) expect(namesKeys(said, keys), `${id}: ${said}`).toBe(false);
        expect(said, id).not.toMatch(/\.ya?ml\b|docs\/|\.md\b|rolewright |(?:^|\s)--[a-z]/u);
      }
    }
  });

  it.each(languages)('speaks of fields, choices and screens by the names that they have: %s', (language) => {
    const { titles = {}, values = {} } = words(`studio-fields.${language}.yaml`);
    const { frame = {}, role = {}, form = {} } = words(`studio.${language}.yaml`);
    const named = new Set([titles, values, frame, role, form].flatMap((all) => Object.values(all)).map((one) => String(one).toLowerCase()));
    const { codes } = parse(readFileSync(join(root, `server/locales/studio-told.${language}.yaml`), 'utf8')) as {
      readonly codes: Readonly<Record<string, { readonly hint?: string }>>;
    };
    const quotes = { en: /“([^”{}]+)”/gu, ru: /«([^»{}]+)»/gu, nl: /‘([^’{}]+)’/gu }[language];
    /** Examples of what is written, and no names of ours. */
    const examples = new Set([
      'employment law',
      'contracts',
      'these',
      'трудовое законодательство',
      'договоров',
      'такие',
      'het arbeidsrecht',
      'contracten',
      'deze',
    ]);
    const lost = Object.entries(codes).flatMap(([code, { hint = '' }]) =>
      [...hint.matchAll(quotes)]
        .map(([, name = '']) => name)
        .filter((name) => !named.has(name.toLowerCase()) && !examples.has(name))
        .map((name) => `${code}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it('calls roles and positions by their titles', () => {
    const posts = 'sales-team-leader, nobody-knows';
    const { message, hint } = told('superior-unknown', { role: 'sales-manager', posts }, 'nl');
    expect(message).toMatch(/‘[^’]*verkoop[^’]*’|‘[^’]*sales[^’]*’/iu);
    expect(message).not.toContain('sales-manager');
    expect(message).toContain('nobody-knows');
    expect(hint).toBeNull();
  });

  it('drops a remedy that names keys all the same, and keeps every other', () => {
    const { hint: keyed } = told('structure-circle', { positions: 'a, b' }, 'en');
    expect(keyed).toBeNull();
    expect(told('overlay-unknown-id', { id: 'x', nearest: 'greet-guests' }, 'en').hint).toContain('greet-guests');
    expect(told('empty-text', {}, 'en').hint).toBe('Write it, or remove the entry.');
  });
});

describe('remedies', () => {
  const read = (path: string): unknown => parse(readFileSync(join(root, path), 'utf8'));
  const { remedies = {} } = words('studio.en.yaml');
  const command = /rolewright [a-z]|(?:^|[^\p{L}\p{N}-])--[a-z]/u;

  it.each(languages)('speak of screens and never of a command line, nor do other words of the studio: %s', (language) => {
    const { words: all } = frameOf(language, '2026-12-01', studio);
    const texts = leaves(all).map((name) => name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], all));
    expect(texts.filter((text) => command.test(text as string))).toEqual([]);
  });

  it('stand in for hints that there are', () => {
    const codes = ['locales', 'server/locales'].flatMap((place) =>
      Object.keys((read(`${place}/messages.en.yaml`) as { readonly codes: object }).codes),
    );
    const { codes: reasons } = read('server/locales/register.en.yaml') as { readonly codes: object };
    const rules = readdirSync(join(root, 'lint')).map((file) => `lint/${file.replace('.yaml', '')}`);
    const known = new Set([...codes, ...rules, ...Object.keys(reasons).map((one) => `register/${one}`)]);
    expect(Object.keys(remedies).filter((code) => !known.has(code))).toEqual([]);
  });

  it('lead to the screen of the organisation where a paper leaves the superior open, and name no key of a file', () => {
    vi.stubGlobal('document', { documentElement: {} });
    const { words: all } = frameOf('en', '2026-12-01', studio);
    speak('en', all);
    for (const code of ['superior-unknown', 'posts-not-here']) {
      expect(hintOf({ code, hint: 'Name the “manager” in the person file.' })).toBeNull();
      expect(wayOf(code)?.href).toBe('#/organisation/posts');
      expect(wayOf(code)?.words).toBe((all['ways'] as Record<string, string>)[code]);
    }
    expect(wayOf('overlay-unknown-id')).toBeNull();
    vi.unstubAllGlobals();
  });

  it('take the place of a hint that names a command, and of no other', () => {
    vi.stubGlobal('document', { documentElement: {} });
    speak('en', { remedies });
    expect(hintOf({ code: 'register-no-request', hint: 'Ask first: rolewright register request' })).toBe(remedies['register-no-request']);
    expect(hintOf({ code: 'register-no-first-day', hint: 'Name the day the list is of with --on.' })).toBe(
      remedies['register-no-first-day'],
    );
    expect(hintOf({ code: 'position-needs-structure', hint: 'Add “--organisation”.' })).toBeNull();
    expect(hintOf({ code: 'overlay-unknown-id', hint: 'Did you mean “greet-guests” -- the first?' })).toBe(
      'Did you mean “greet-guests” -- the first?',
    );
    vi.unstubAllGlobals();
  });
});
