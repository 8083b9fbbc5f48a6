/** Whatever a role says, its papers say: no key waits for another key to be there, and none is lost without a reason. */
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import type { Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { createPress } from '../src/press/press.js';
import { checkRole } from '../src/role/read.js';
import type { Role } from '../src/role/role.generated.js';
import { isFor, isIn, lackingFor } from '../src/shelf/kinds.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { some } from './every.js';
import { keysOf, made, wordOf } from './marked-values.js';
import type { Key, Making } from './marked-values.js';
import { fonts } from './paper.js';
import { passages } from './passages.js';

const library = openLibrary(packageWorkspace());
const press = createPress(library, () => fonts);
const countries: [JurisdictionId, Locale][] = [['ru', 'ru'], ['nl', 'nl'], ['gb', 'en'], ['us', 'en']];

const making = (locale: Locale): Making => ({
  given: {
    'languages': [locale],
    'version': '1.0.0',
    'category': 'specialists',
    'sources': { book: 'a book' },
    source: 'added',
    forms: {},
    posts: {},
    actor: 'new-hire',
    day: { day: 3 },
    'experience.min': 3,
    'kpis.measures': ['duties'],
    'kpis.weight': 100,
    'duties.share': 100,
    'onboarding.stages.steps.prepares': ['duties'],
    'onboarding.stages.start': { day: 1 },
    'tables.columns.id': 'one',
    'tables.rows.cells': { one: wordOf('tables.rows.cells') },
    'competencies.id': 'customer-focus',
    'pay.bands.currency': 'EUR',
    'pay.bands.min': 100,
    'pay.bands.max': 300,
    'facts.pay.currency': 'EUR',
    'facts.pay.min': 100,
    'facts.pay.max': 300,
    'kpis.value': 3,
    'kpis.unit': 'count',
    'requirements.education.options.level': 'vocational',
    'duties.marginal': false,
    'duties.duties.marginal': false,
    'questions': undefined,
    'answers': undefined,
  },
  left: new Set(['jurisdictions', 'when', 'core', 'questions', 'answers', 'kpis.max', 'occasion']),
});

const kinds = library.kinds().filter(({ needs }) => needs !== 'changes');
const papersOf = function* (role: Role, country: JurisdictionId, locale: Locale): Generator<{ kind: string; said: string }> {
  for (const kind of kinds) {
    if (!isIn(kind, country) || lackingFor(kind, role) !== null) continue;
    for (const detail of kind.detail ? (['brief', 'full'] as const) : ([null] as const)) {
      const tree = press.assemble({ role, kind: kind.id, locale, jurisdiction: country, organisation: null, person: null, date: null, logo: null, detail });
      yield { kind: `${kind.id} ${detail}`, said: [...passages(tree.blocks, 'left out')].join('\n') };
    }
  }
};


const texts = (role: Role, country: JurisdictionId, locale: Locale): string[] => [...papersOf(role, country, locale)].map(({ said }) => said);
void texts; void some;
test.each(countries)('together %s', (country, locale) => {
  const making_ = making(locale);
  const keys = keysOf('role.schema.json', making_);
  const whole = made('role.schema.json', making_, () => true);
  const { role, diagnostics } = checkRole(stringify(whole), 'role.yaml');
  if (!role) throw new Error(JSON.stringify(diagnostics, null, 1));
  const all = [...papersOf(role, country, locale)].map(({ said }) => said.toLowerCase()).join('\n');
  console.log('LOST', country, keys.filter(({ path, text }) => text && !all.includes(wordOf(path))).map(({ path }) => path));
});
test.each(countries)('alone %s', (country, locale) => {
  const making_ = making(locale);
  const keys = keysOf('role.schema.json', making_).filter(({ optional }) => optional);
  const time = performance.now();
  const lost: string[] = [];
  const seen = new Map<string, string[]>();
  const prints = (value: unknown): string[] => { const k = JSON.stringify(value); const t = seen.get(k) ?? [...papersOf(value as Role, country, locale)].map(({ kind, said }) => kind + said); seen.set(k, t); return t; };
  for (const { path, text } of keys) {
    const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
    const on = (one: string) => (at: string) => at === one || one.startsWith(at + '.');
    const value = made('role.schema.json', making_, on(path));
    if (text) {
      let found = false;
      for (const { said } of papersOf(value as unknown as Role, country, locale)) if (said.toLowerCase().includes(wordOf(path))) { found = true; break; }
      if (!found) lost.push(path);
    } else {
      const before = prints(made('role.schema.json', making_, on(parent)));
      const after = prints(value);
      if (JSON.stringify(before) === JSON.stringify(after)) lost.push(path);
    }
  }
  console.log('ALONE LOST', country, keys.length, performance.now() - time, lost);
});
