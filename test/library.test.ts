/** The shipped library: every role, kind, language and country gives a complete document. */
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { contents, plainText, walk } from '../src/document/reading.js';
import type { Document, Locale } from '../src/document/document.js';
import { jurisdictionIds, locales, openLibrary, usualJurisdiction } from '../src/shelf/library.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import type { Role } from '../src/role/role.generated.js';
import { listRoles } from '../src/role/read.js';
import { answersTo } from '../src/role/settle.js';
import { roleFor } from '../src/view/settlement.js';
import { readRole } from '../src/desk/roles.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { readPerson } from '../src/person/person.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { kindOf, kinds, kindsIn, usualKinds } from './own-kinds.js';
import { some } from './every.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const press = createPress(library, () => {
  throw new Error('no fonts are needed here');
});
const roles = listRoles(shelf).map(({ path }) => readRole(shelf, path));

const must = <T>(value: T | null): T => {
  if (value === null) throw new Error('not valid');
  return value;
};
const roleOf = (id: string): Role => must(roles.find(({ role }) => role?.id === id)?.role ?? null);
const organisation = (id: string): Organisation => must(readOrganisation(shelf, `examples/organisation.${id}.yaml`).organisation);
const person = (id: string): Person => must(readPerson(shelf, `examples/person.${id}.yaml`).person);

function make(role: string, locale: Locale, over: Partial<Job> = {}): Document {
  return press.assemble({
    role: roleOf(role),
    kind: 'job-description',
    locale,
    jurisdiction: usualJurisdiction[locale],
    organisation: null,
    person: null,
    date: null,
    logo: null,
    ...over,
  });
}
const textOf = (document: Document): string => [...contents(document.blocks)].map(plainText).join('\n').replaceAll('\u00a0', ' ');

describe('roles', () => {
  it('are those promised', () => {
    expect(listRoles(shelf).map(({ id }) => id)).toEqual([
      'account-manager',
      'bank-client-manager',
      'customer-service-manager',
      'head-of-sales',
      'hr-manager',
      'key-account-manager',
      'lead-sales-manager',
      'lead-sales-specialist',
      'office-manager',
      'production-department-head',
      'project-manager',
      'sales-manager',
      'sales-team-leader',
      'textile-customer-service-manager',
    ]);
  });

  for (const { id, path } of listRoles(shelf))
    it(`${id} is valid, complete and speaks three languages`, () => {
      const { role, diagnostics } = readRole(shelf, path);
      expect(diagnostics).toEqual([]);
      const { languages, kpis = [], onboarding } = must(role);
      expect(languages).toEqual(['ru', 'en', 'nl']);
      expect(kpis.length).toBeGreaterThanOrEqual(5);
      expect(kpis.reduce((sum, kpi) => sum + (kpi.weight ?? 0), 0)).toBe(100);
      expect(onboarding?.stages.length).toBeGreaterThanOrEqual(4);
    });
});

describe('areas of duties', () => {
  const within = (low: number, high: number, count: number): boolean => count >= low && count <= high;

  for (const { id } of listRoles(shelf))
    it(`${id} has as many as the descriptions of each country`, () => {
      const { duties } = roleOf(id);
      const of = (country: string) => duties.filter(({ jurisdictions }) => jurisdictions?.includes(country) ?? true);
      const essences = (country: string, marginal = false) =>
        of(country).filter((area) => area.essence !== undefined && (area.marginal ?? false) === marginal).length;
      expect(of('ru').filter((area) => area.duties.length > 0).length).toSatisfy((count: number) => within(5, 7, count));
      expect(of('nl').filter((area) => area.duties.length > 0).length).toSatisfy((count: number) => within(4, 6, count));
      expect(essences('gb')).toSatisfy((count: number) => within(7, 9, count));
      expect(essences('us')).toSatisfy((count: number) => within(6, 9, count));
      expect(essences('us', true)).toBe(1);
    });

  for (const { id } of listRoles(shelf))
    it(`${id} has 20 to 25 duties at its core in Russia`, () => {
      const role = roleOf(id);
      const core = roleFor(role, answersTo(role, 'ru', []), 'brief', 'ru').duties.flatMap(({ duties }) => duties);
      expect(core.length).toSatisfy((count: number) => within(20, 25, count));
    });
});

describe('every role × usual kind × language × country', () => {
  for (const { role } of some(roles))
    for (const kind of usualKinds)
      for (const locale of locales)
        for (const jurisdiction of jurisdictionIds)
          it(`${role?.id} ${kind} ${locale} ${jurisdiction}`, () => {
            const document = make(role?.id ?? '', locale, { kind, jurisdiction });
            expect(document.title).not.toBe('');
            expect(problemsOf(document)).toEqual([]);
          });
});

describe('every other kind × language × country', () => {
  // A role whose steps belong to posts, and one whose checks have many questions.
  for (const role of ['production-department-head', 'sales-manager'])
    for (const kind of kinds.filter((one) => !usualKinds.includes(one)))
      for (const locale of locales)
        for (const jurisdiction of countriesOf(role, kind, locale))
          it(`${role} ${kind} ${locale} ${jurisdiction}`, () => {
            expect(problemsOf(make(role, locale, { kind, jurisdiction }))).toEqual([]);
          });
});

/** Elsewhere than in its own countries a paper is not made. */
const countriesOf = (role: string, kind: string, locale: Locale): readonly string[] =>
  (role === 'sales-manager' ? jurisdictionIds : [usualJurisdiction[locale]]).filter((country) => kindsIn(country).includes(kind));

/** What no finished document may hold. */
function problemsOf(document: Document): string[] {
  const found: string[] = [];
  const names = new Set<string>();
  const answers = new Set(
    [...walk(document.blocks)].flatMap((block) => (block.type === 'facts' ? block.rows.map(({ value }) => value) : [])),
  );
  for (const content of contents(document.blocks)) {
    const words = content.map((inline) => (inline.type === 'text' ? inline.value : inline.type === 'break' ? '\n' : '▢')).join('');
    // “None” in the facts is an answer, to “direct reports”; in a sentence it is a value that nobody replaced.
    const leftover = answers.has(content) ? /undefined|\[object|NaN|[{}<>]/ : /undefined|\[object|(^|[(,] ?)none\b|NaN|[{}<>]/;
    if (leftover.test(words)) found.push(`leftover: ${words}`);
    if (/ {2}|\s[,;:.](\s|$)|\.\.(?!\.)|;;|[;,]\.|::/.test(words)) found.push(`punctuation: ${words}`);
    if (/\s(и|или|and|or|en)[.;:]?$/.test(words)) found.push(`nothing after a conjunction: ${words}`);
    if (/["']/.test(words)) found.push(`straight quote: ${words}`);
    if (document.locale !== 'ru' && /[а-яё]/i.test(words)) found.push(`Cyrillic: ${words}`);
    for (const inline of content)
      if (inline.type === 'field' || inline.type === 'checkbox') {
        if (names.has(inline.name)) found.push(`field twice: ${inline.name}`);
        names.add(inline.name);
        if (inline.label === '') found.push(`field without a label: ${inline.name}`);
      }
  }
  const ids = new Set<string>();
  for (const block of walk(document.blocks)) {
    if (
      (block.type === 'clause' || block.type === 'section') &&
      block.type !== 'section' &&
      block.content.length === 0 &&
      block.children.length === 0
    )
      found.push(`empty clause ${block.id}`);
    if (block.type === 'section' && block.children.length === 0) found.push(`empty section ${block.id}`);
    if (block.type === 'section' || block.type === 'clause' || block.type === 'table' || block.type === 'signature') {
      if (ids.has(`${block.type} ${block.id}`)) found.push(`id twice: ${block.type} ${block.id}`);
      ids.add(`${block.type} ${block.id}`);
    }
  }
  return found;
}

/** A seller whose superior the role leaves open. */
const anyOf = (...posts: string[]): Role => ({ ...roleOf('sales-manager'), reportsTo: { posts, mode: 'any' } });

/** A role whose rights and responsibility hold in every country, as an organisation’s own role may have it. */
const everywhere = (role: Role): Role => ({
  ...role,
  rights: (role.rights ?? []).map((one) => ({ ...one, jurisdictions: [...jurisdictionIds] })),
  responsibility: (role.responsibility ?? []).map((one) => ({ ...one, jurisdictions: [...jurisdictionIds] })),
});

describe('grammar', () => {
  const cases: [string, Locale, Partial<Job>, string[]][] = [
    [
      'lead-sales-specialist',
      'ru',
      { detail: 'full' },
      [
        'Должностная инструкция ведущего специалиста по продажам'.toLocaleUpperCase('ru').slice(0, 22),
        'Ведущий специалист по продажам непосредственно подчиняется начальнику отдела продаж.',
        'На время отсутствия ведущего специалиста по продажам (командировка, отпуск или болезнь)',
        'освобождается от неё приказом генерального директора',
        'С должностной инструкцией ознакомлен(а), один экземпляр получил(а):',
      ],
    ],
    [
      'sales-manager',
      'ru',
      { detail: 'full', role: anyOf('commercial-director', 'head-of-sales', 'regional-sales-manager') },
      [
        'подчиняется коммерческому директору, начальнику отдела продаж или региональному менеджеру по продажам',
        'среднее профессиональное или высшее образование',
        'не менее 1 года',
      ],
    ],
    [
      'sales-manager',
      'nl',
      { detail: 'full', role: everywhere(anyOf('commercial-director', 'head-of-sales', 'regional-sales-manager')) },
      ['onder de commercieel directeur, het hoofd verkoop of de regionaal salesmanager', 'De verkoopadviseur is bevoegd om:'],
    ],
    [
      'account-manager',
      'nl',
      { detail: 'full', role: everywhere(roleOf('account-manager')) },
      ['De accountmanager is verantwoordelijk voor:'],
    ],
    ['account-manager', 'en', { detail: 'full' }, ['The account manager reports directly to the head of sales']],
    ['hr-manager', 'en', { detail: 'full', role: everywhere(roleOf('hr-manager')) }, ['The HR adviser may:']],
    ['lead-sales-specialist', 'ru', {}, ['Ведущий специалист по продажам непосредственно подчиняется начальнику отдела продаж']],
    ['account-manager', 'nl', {}, ['De accountmanager valt onder het hoofd verkoop.']],
  ];
  for (const [role, locale, over, expected] of cases)
    it(`${role} in ${locale}`, () => {
      const words = textOf(make(role, locale, over));
      for (const one of expected) expect(words).toContain(one);
    });

  it('gives participles the gender of the person, and declines the name', () => {
    const her = { organisation: organisation('ru'), person: person('ru'), date: '2026-12-01' };
    expect(textOf(make('sales-manager', 'ru', her))).toContain('С должностной инструкцией ознакомлена, один экземпляр получила:');
    expect(textOf(make('sales-manager', 'ru', { ...her, kind: 'onboarding-checklist' }))).toContain('Ивановой Анны Петровны');
    const him: Person = { ...person('ru'), gender: 'male', name: { last: 'Иванов', first: 'Пётр', middle: 'Ильич' } };
    expect(textOf(make('sales-manager', 'ru', { ...her, person: him }))).toContain(
      'С должностной инструкцией ознакомлен, один экземпляр получил:',
    );
  });
});

describe('countries', () => {
  it('stamp УТВЕРЖДАЮ stands in Russian papers, and УТВЕРЖДЕНА where an order approves', () => {
    expect(textOf(make('sales-manager', 'ru'))).toContain('УТВЕРЖДАЮ');
    const byOrder: Organisation = {
      ...organisation('ru'),
      approval: { by: 'order', act: { kind: 'order', number: '82', date: '2026-04-05' } },
    };
    const words = textOf(make('sales-manager', 'ru', { organisation: byOrder }));
    expect(words).toContain('УТВЕРЖДЕНА');
    expect(words).toContain('приказом ООО «Северный ветер»');
    expect(words).toContain('от 5 апреля 2026 г. № 82');
  });

  it('the law limits each kind of responsibility in the long Russian form, and all of them at once in the brief one', () => {
    const limit = /в (?:порядке и )?(?:порядке|пределах), установленн(?:ом|ых) [^\n]*законодательством Российской Федерации/g;
    expect(textOf(make('sales-manager', 'ru', { detail: 'full' })).match(limit)?.length).toBeGreaterThan(3);
    expect(textOf(make('sales-manager', 'ru')).match(limit)).toHaveLength(1);
  });

  it('a long form opens no list of rights and no list of responsibility that the role does not give there', () => {
    expect(textOf(make('sales-manager', 'nl', { detail: 'full' }))).not.toMatch(/is (?:bevoegd om|verantwoordelijk voor):/);
    expect(textOf(make('sales-manager', 'en', { detail: 'full' }))).not.toMatch(/Authority|Accountability/);
  });

  it('the law of responsibility is named in the Netherlands', () => {
    const dutch = textOf(make('sales-manager', 'nl', { detail: 'full' }));
    expect(dutch).toContain('opzet of bewuste roekeloosheid (art. 7:661 BW)');
    expect(dutch).not.toMatch(/Russische|Federatie/);
  });

  it('the legal form decides the closing provisions and the line above the signature', () => {
    const annex: Organisation = { ...organisation('nl'), documentForm: 'annex' };
    expect(textOf(make('sales-manager', 'nl', { organisation: annex }))).toContain('Voor akkoord, de medewerker:');
    expect(textOf(make('sales-manager', 'nl', { organisation: { ...annex, documentForm: 'local-act' } }))).toContain(
      'Voor gezien en ontvangen:',
    );
    expect(textOf(make('sales-manager', 'en'))).toContain('I have received and read this job description:');
  });

  it('an undated pay band is never printed', () => {
    const role = roleOf('account-manager');
    expect(role.pay?.bands?.length).toBeGreaterThan(0);
    expect(textOf(make('account-manager', 'ru'))).not.toMatch(/₽|RUB|120 ?000/);
  });
});

describe('locales', () => {
  const keys = (tree: unknown, path = ''): string[] =>
    typeof tree === 'object' && tree !== null ? Object.entries(tree).flatMap(([key, value]) => keys(value, `${path}.${key}`)) : [path];
  for (const family of ['', 'program.'])
    it(`have the same phrases (${family || 'documents'})`, () => {
      const [first, ...rest] = locales.map((locale) => {
        const tree = parse(shelf.readText(`locales/${family}${locale}.yaml`)) as Record<string, unknown>;
        delete tree.locale;
        // Each language has its own.
        delete tree.abbreviations;
        return keys(tree).sort();
      });
      for (const other of rest) expect(other).toEqual(first);
    });

  it('and jurisdictions name a law for every reference', () => {
    for (const id of jurisdictionIds) {
      const { laws, responsibility, liabilityNotes, final, starting, probation, policies } = library.jurisdiction(id);
      const known = laws.map((law) => law.id);
      const texts = [...Object.values(responsibility), ...liabilityNotes, ...Object.values(final).flat(), ...probation.rules, ...policies];
      const used = [...texts.map((one) => one.law), ...starting.flatMap((one) => one.laws)].filter((law) => law !== null);
      // What documents cite has to be said in their language.
      const said = laws.filter(({ checked, named, act }) => (checked === null ? act : named) !== undefined).map(({ id }) => id);
      expect(starting.flatMap((one) => one.laws).filter((law) => !said.includes(law))).toEqual([]);
      expect(used.filter((law) => !known.includes(law))).toEqual([]);
      for (const law of laws) if (law.checked !== null) expect(law.checked).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
    }
  });

  it('know every kind of document', () => {
    const made = (country: string, kind: string): boolean => {
      const name = kindOf(kind).template ?? kind;
      return [`${country}/${name}`, name].some((one) => library.template(one) !== null);
    };
    for (const country of jurisdictionIds) expect(kindsIn(country).filter((kind) => !made(country, kind))).toEqual([]);
  });
});
