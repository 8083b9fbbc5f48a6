/** Who signs a job description, and to whom its holder reports: rules of countries, applied to people. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plainText, walk } from '../src/document/reading.js';
import type { Document, Locale, Signature } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import type { Organisation, OrganisationPost } from '../src/organisation/organisation.generated.js';
import { samePerson } from '../src/organisation/same-person.js';
import { superiorProblems, superiorsOf } from '../src/organisation/superior.js';
import type { Names, Person, PersonName } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import { listRoles } from '../src/role/read.js';
import type { Role } from '../src/role/role.generated.js';
import { readRole } from '../src/desk/roles.js';
import { openLibrary } from '../src/shelf/library.js';
import { declinePhrase } from '../src/language/cases.js';
import { formsOf } from '../src/view/wording.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { runs } from './every.js';

const shelf = packageWorkspace();
const press = createPress(openLibrary(shelf), () => expect.fail('nothing is laid out here'));

/** Our roles with as much of them as has to do with who is who. */
const roles = listRoles(shelf).map(({ path }): Role => {
  const { role } = readRole(shelf, path);
  if (!role) throw new Error(`${path} is not valid`);
  const rest = structuredClone(role);
  for (const part of ['kpis', 'reports', 'serviceLevels', 'procedures', 'tables', 'onboarding'] as const) delete rest[part];
  return { ...rest, duties: role.duties.slice(0, 1), knowledge: role.knowledge.slice(0, 1), rights: role.rights.slice(0, 1) };
});
const roleOf = (id: string): Role => roles.find((role) => role.id === id) ?? expect.fail(id);
/** Reports to either of two posts, as the organisation has it. */
const choosing = 'choosing';
roles.push({
  ...roleOf('production-department-head'),
  id: choosing,
  reportsTo: { mode: 'any', posts: ['production-director', 'general-director'] },
});

const countries: readonly (readonly [JurisdictionId, Locale])[] = [
  ['ru', 'ru'],
  ['nl', 'nl'],
  ['gb', 'en'],
  ['us', 'en'],
];

const ann: PersonName = { last: 'Lee', first: 'Ann' };
const max: PersonName = { last: 'Fox', first: 'Max', middle: 'Jay' };
const eva: PersonName = { last: 'Vries', first: 'Eva', particle: 'de' };
const ivo: PersonName = { last: 'Ilves', first: 'Ivo' };
const people = [ann, max, eva, ivo];

const post = (title: string, holder?: PersonName): OrganisationPost => ({ title, ...(holder && { holder }) });
const firm = (over: Partial<Organisation> = {}): Organisation => ({
  name: 'Firm',
  jurisdiction: 'ru',
  languages: ['ru', 'en', 'nl'],
  posts: {
    'general-director': post('директор', ann),
    'head-of-sales': post('начальник продаж', max),
    'head-of-hr': post('начальник кадров', eva),
    'head-of-legal': post('начальник юристов', ivo),
  },
  signatories: { approver: 'general-director', hr: 'head-of-hr' },
  approval: { by: 'stamp', visas: ['head-of-legal', 'head-of-hr'] },
  departments: [{ id: 'sales', name: 'продажи', head: 'head-of-sales' }],
  ...over,
});
const employee = (name: PersonName, over: Partial<Person> = {}): Person => ({ name, department: 'sales', gender: 'female', ...over });
const newcomer: PersonName = { last: 'Nowak', first: 'Ola' };

function made(
  role: Role,
  organisation: Organisation | null,
  person: Person | null,
  [jurisdiction, locale] = countries[0] ?? expect.fail(),
) {
  return press.assemble({ role, organisation, person, jurisdiction, locale, kind: 'job-description', date: '2026-05-20', logo: null });
}

const signaturesOf = ({ blocks }: Document): Signature[] => [...walk(blocks)].filter((block) => block.type === 'signature');
const plainLine = (text: string): string => text.replaceAll('\u00a0', ' ').trim();
/** Each line as “words: name”, the name empty where a blank stands for it. */
const linesOf = (document: Document): string[] =>
  signaturesOf(document).map(({ lead, cells }) => `${plainLine(plainText(lead))} | ${nameIn(cells)}`.trim());
const nameIn = (cells: Signature['cells']): string => plainLine(plainText((cells[1]?.content ?? []).filter(({ type }) => type === 'text')));
const clauseIn = ({ blocks }: Document, id: string): string =>
  [...walk(blocks)].map((block) => (block.type === 'clause' && block.id === id ? plainLine(plainText(block.content)) : '')).join('');
/** Where a paper says to whom its holder reports: a clause in Russia, a sentence in the Netherlands, elsewhere a line of facts. */
function superiorIn(document: Document, country: JurisdictionId): string {
  const all = [...walk(document.blocks)];
  const rows = all.flatMap((block) => (block.type === 'facts' ? block.rows : []));
  const place = all.flatMap((block) => (block.type === 'section' && block.id === 'place' ? block.children : []));
  const said =
    country === 'ru' || clauseIn(document, 'general-superior') !== ''
      ? clauseIn(document, 'general-superior')
      : country === 'nl'
        ? place
            .map((block) => (block.type === 'paragraph' ? plainText(block.content).replace(/ en geeft leiding aan .*/, '') : ''))
            .join('')
        : plainText(rows.find(({ label }) => plainText(label) === 'Reports to')?.value ?? []);
  return plainLine(said);
}
const lastOf = (names: Names): string => ('last' in names ? names.last : '');
const stampOf = ({ blocks }: Document): string =>
  [...walk(blocks)]
    .flatMap((block) => (block.type === 'stamps' ? (block.right?.lines ?? []).map((line) => plainLine(plainText(line))) : []))
    .join('\n');

describe('the same person', () => {
  it.each([
    [{ last: 'Whitfield', first: 'Thomas' }, { last: 'Whitfield', first: 'Thomas', middle: 'James' }, true],
    [{ last: 'Ким', initials: 'О.П.' }, { last: 'Ким', first: 'Ольга', middle: 'Павловна' }, true],
    [{ last: 'Семёнов', first: 'Артём' }, { last: 'Семенов', first: 'Артем' }, true],
    [{ last: 'de Vries', first: 'Joost' }, { last: 'Vries', particle: 'de', first: 'Joost' }, true],
    [{ last: 'Ким', first: 'Ольга' }, { last: 'Ким', first: 'Пётр' }, false],
    [{ last: 'Vries', particle: 'de', first: 'Joost' }, { last: 'Vries', first: 'Joost' }, false],
    [{ last: 'Иванов' }, { last: 'Иванов', first: 'Пётр' }, false],
    [{ ru: { last: 'Ли', first: 'Анна' }, en: ann }, ann, true],
  ])('%j and %j: %s', (one, other, same) => {
    expect([samePerson(one, other), samePerson(other, one)]).toEqual([same, same]);
  });
});

describe('the superior', () => {
  const first = (role: string, organisation: Organisation | null, person: Person | null = null) =>
    superiorsOf(roleOf(role), { organisation, person })[0];

  it('is the person’s manager, under the title that the organisation has', () => {
    const manager = { name: { last: 'Lee', first: 'Ann' }, post: 'директор' };
    expect(first('sales-manager', firm(), employee(newcomer, { manager }))).toMatchObject({ post: 'general-director', holder: ann });
  });

  it('is otherwise whom the organisation names for the role, then the head of the department', () => {
    expect(first('sales-manager', firm(), employee(newcomer))?.post).toBe('head-of-sales');
    expect(first('sales-manager', firm({ superiors: { 'sales-manager': 'general-director' } }), employee(newcomer))?.post).toBe(
      'general-director',
    );
  });

  it('is otherwise the one of the role’s that the organisation has', () => {
    expect(first(choosing, firm())?.post).toBe('general-director');
    expect(first('lead-sales-specialist', firm())?.post).toBe('head-of-sales');
  });

  it('of the head of a department is the next that has a holder', () => {
    const posts = { ...firm().posts, 'commercial-director': post('коммерческий директор', ivo) };
    expect(first('head-of-sales', firm({ posts }), employee(max))?.post).toBe('commercial-director');
    expect(first('sales-manager', firm(), employee(max))?.post).not.toBe('head-of-sales');
  });

  it('stays open, with one warning, where the organisation leaves the choice', () => {
    const posts = { ...firm().posts, 'production-director': post('директор завода', ivo) };
    const organisation = firm({ posts, departments: [] });
    const told = superiorProblems(roleOf(choosing), { organisation, person: null }, { post: true, onboarding: true });
    expect(told.map(({ code, severity }) => [code, severity])).toEqual([['superior-unknown', 'warning']]);
    expect(JSON.stringify(made(roleOf(choosing), organisation, employee(newcomer)).blocks)).not.toMatch(/или (директор|генеральн)/);
  });

  it('of a form for nobody is the choice of the role', () => {
    expect(clauseIn(made(roleOf(choosing), null, null), 'general-superior')).toContain(
      'директору по производству или генеральному директору',
    );
  });

  it('is a function where the role names a post that the organisation lacks', () => {
    const role = { ...roleOf('lead-sales-manager'), languages: ['ru'] as Locale[] };
    const text = clauseIn(made(role, firm({ departments: [] }), employee(newcomer)), 'general-appointment');
    expect(text).toContain('приказом директора по представлению руководителя.');
    expect(
      superiorProblems(role, { organisation: firm({ departments: [] }), person: null }, { post: true, onboarding: false }).map(
        ({ code }) => code,
      ),
    ).toEqual(['superior-unknown', 'posts-not-here']);
  });
});

describe('signatures', () => {
  const salesManager = roleOf('sales-manager');

  it('in Russia are author, visas and employee below the stamp', () => {
    const paper = made(salesManager, firm(), employee(newcomer));
    expect(linesOf(paper)).toEqual([
      'Разработал: Начальник продаж | M.J. Fox',
      'Согласовано (визы): Начальник юристов | I. Ilves',
      'Начальник кадров | E. de Vries',
      'С должностной инструкцией ознакомлена, один экземпляр получила: Менеджер по продажам | O. Nowak',
    ]);
    expect(stampOf(paper)).toBe('УТВЕРЖДАЮ\nДиректор\nFirm\nA. Lee\n20 мая 2026 г.');
  });

  it('leave the author to HR where the superior approves, and to nobody where HR does not know one either', () => {
    const manager = { name: ann };
    expect(linesOf(made(salesManager, firm(), employee(newcomer, { manager })))[0]).toBe('Разработал: Начальник кадров | E. de Vries');
    const signatories = { approver: 'general-director' };
    expect(linesOf(made(salesManager, firm({ signatories }), employee(newcomer, { manager })))[0]).toContain('Согласовано');
  });

  it('drop the visa of the author and that of the employee', () => {
    const hr = made(salesManager, firm({ superiors: { 'sales-manager': 'head-of-hr' } }), employee(newcomer));
    expect(linesOf(hr).filter((line) => line.includes('Vries'))).toEqual(['Разработал: Начальник кадров | E. de Vries']);
    expect(linesOf(made(salesManager, firm(), employee(ivo))).filter((line) => line.includes('Ilves'))).toHaveLength(1);
  });

  it('are one line for two posts in one hand', () => {
    const posts = { ...firm().posts, 'head-of-legal': post('начальник юристов', eva) };
    expect(linesOf(made(salesManager, firm({ posts }), employee(newcomer))).filter((line) => line.includes('Vries'))).toEqual([
      'Согласовано (визы): Начальник юристов | E. de Vries',
    ]);
  });

  it('go to the next superior where a post is vacant, and stay open where there is none', () => {
    const vacant = { ...firm().posts, 'head-of-sales': post('начальник продаж') };
    const authorOf = (posts: Record<string, OrganisationPost>): string | undefined =>
      linesOf(made(roleOf(choosing), firm({ posts }), employee(newcomer)))[0];
    expect(linesOf(made(salesManager, firm({ posts: vacant }), employee(newcomer)))[0]).toBe('Разработал: Начальник продаж |');
    expect(authorOf({ ...vacant, 'production-director': post('директор завода', ivo) })).toBe('Разработал: Директор завода | I. Ilves');
  });

  it('name who stands in by the own name', () => {
    const posts = { ...firm().posts, 'head-of-sales': { ...post('начальник продаж', max), acting: true } };
    expect(linesOf(made(salesManager, firm({ posts }), employee(newcomer)))[0]).toBe('Разработал: И.о. начальника продаж | M.J. Fox');
  });

  it('of the head’s own description leave approval to a decision', () => {
    const paper = made(salesManager, firm(), employee(ann));
    expect(stampOf(paper)).toContain('УТВЕРЖДЕНА\nрешением');
    const act = { kind: 'decision', number: '7', date: '2026-05-01' } as const;
    expect(stampOf(made(salesManager, firm({ approval: { act } }), employee(ann)))).toContain('решением Firm\nот 1 мая 2026 г. № 7');
  });

  it('on a Russian form for nobody have visas too', () => {
    expect(linesOf(made(salesManager, null, null)).map((line) => line.split(' |')[0])).toEqual([
      'Разработал: Начальник отдела продаж',
      'Согласовано (визы): Руководитель юридической службы',
      'Руководитель кадровой службы',
      'С должностной инструкцией ознакомлен(а), один экземпляр получил(а): Менеджер по продажам',
    ]);
    // Nobody knows yet which of two it will be.
    expect(linesOf(made(roleOf(choosing), null, null))[0]).toBe('Разработал: Руководитель структурного подразделения |');
  });

  it('of an annex are two parties, by whatever act', () => {
    for (const by of ['stamp', 'order'] as const) {
      const paper = made(salesManager, firm({ documentForm: 'annex', approval: { by } }), employee(newcomer));
      expect(stampOf(paper)).toContain('к трудовому договору');
      expect(stampOf(paper)).not.toMatch(/УТВЕРЖД/);
      expect(linesOf(paper).map((line) => line.split(':')[0])).toEqual(['Работодатель', 'Работник']);
    }
  });

  const dutch = (over: Partial<Organisation>): Organisation =>
    firm({
      ...over,
      jurisdiction: 'nl',
      place: 'Utrecht',
      posts: { 'general-director': post('directeur', ann), 'head-of-sales': post('hoofd verkoop', max) },
    });

  it('in the Netherlands say for whom, where and when, and the manager only once', () => {
    const nl = countries[1];
    expect(linesOf(made(salesManager, dutch({}), employee(newcomer), nl))).toEqual([
      'Vastgesteld te Utrecht op 20 mei 2026 Firm, namens deze, de directeur: | A. Lee',
      'Met de medewerker besproken door het hoofd verkoop: | M.J. Fox',
      'Voor gezien en ontvangen: | O. Nowak',
    ]);
    expect(linesOf(made(salesManager, dutch({}), employee(newcomer, { manager: { name: ann } }), nl))).toHaveLength(2);
    expect(linesOf(made(salesManager, dutch({ legalForm: 'Eenmanszaak' }), employee(newcomer), nl))[0]).toContain('Firm, directeur');
    // Somebody else has to sign for the firm.
    expect(linesOf(made(salesManager, dutch({}), employee(ann), nl))[0]).toBe('Vastgesteld te Utrecht op 20 mei 2026 Firm, namens deze: |');
  });

  it.each([
    ['gb', ['Issued by: начальник продаж | Max Jay Fox', 'I have received and read this job description: | Ola Nowak']],
    ['us', [expect.stringMatching(/^I have received and reviewed .* \| Ola Nowak$/), 'Supervisor (начальник продаж): | Max Jay Fox']],
  ] as const)('in %s are two', (country, lines) => {
    expect(linesOf(made(salesManager, firm(), employee(newcomer), [country, 'en']))).toEqual(lines);
  });
});

/** Posts that our roles report to, sign at or are. */
const refs = ['general-director', 'commercial-director', 'head-of-sales', 'head-of-hr', 'head-of-legal', 'hr-director', 'hr-manager'];
const titles: Record<string, string> = {
  'general-director': 'директор',
  'commercial-director': 'коммерческий директор',
  'head-of-sales': 'начальник склада',
  'head-of-hr': 'начальник архива',
  'head-of-legal': 'начальник канцелярии',
  'hr-director': 'начальник гаража',
  'hr-manager': 'начальник лаборатории',
};
const aRef = fc.constantFrom(...refs);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const somebody = fc.constantFrom(...people);
const called = (name: PersonName): PersonName => ({ ...name, initials: `${name.first?.charAt(0) ?? ''}.` });

const organisations = fc
  .record({
    holders: fc.tuple(
      ...refs.map(() => fc.record({ holder: maybe(somebody), acting: fc.boolean(), there: fc.integer({ min: 0, max: 4 }) })),
    ),
    signatories: fc.record({ approver: maybe(aRef), employer: maybe(aRef), hr: maybe(aRef), unitHead: maybe(aRef) }),
    visas: fc.uniqueArray(aRef, { minLength: 1, maxLength: 4 }),
    by: fc.constantFrom('stamp' as const, 'order' as const),
    head: maybe(aRef),
    superior: maybe(aRef),
    documentForm: fc.constantFrom('annex' as const, 'local-act' as const),
  })
  .map(({ holders, signatories, visas, by, head, superior, documentForm }) => {
    const there = refs.filter((_, at) => holders[at]?.there !== 0);
    const posts = Object.fromEntries(
      there.map((ref): [string, OrganisationPost] => {
        const { holder, acting = false } = holders[refs.indexOf(ref)] ?? {};
        return [ref, { title: titles[ref] ?? '', acting, ...(holder && { holder }) }];
      }),
    );
    const known = (ref: string | undefined): ref is string => ref !== undefined && there.includes(ref);
    return (role: Role): Organisation => ({
      name: 'Firm',
      jurisdiction: 'ru',
      languages: ['ru', 'en', 'nl'],
      posts,
      documentForm,
      signatories: Object.fromEntries(Object.entries(signatories).filter(([, ref]) => known(ref))),
      approval: { by, ...(visas.some(known) && { visas: visas.filter(known) }) },
      departments: [{ id: 'sales', name: 'продажи', ...(known(head) && { head }) }],
      ...(known(superior) && { superiors: { [role.id]: superior } }),
    });
  });

const persons = fc
  .record({
    name: fc.constantFrom(...people, newcomer),
    manager: maybe(somebody),
    post: maybe(fc.constantFrom(...Object.values(titles), 'шеф')),
    short: fc.boolean(),
  })
  .filter(({ name, manager }) => name !== manager)
  .map(({ name, manager, post: title, short }): Person => {
    const boss = manager && { name: short ? called(manager) : manager, ...(title !== undefined && { post: title }) };
    return employee(name, boss ? { manager: boss } : {});
  });

test('whoever holds which post, nobody signs twice or for the own post, and one superior is named as in the signature', () => {
  fc.assert(
    fc.property(
      organisations,
      persons,
      fc.constantFrom(...roles.map(({ id }) => id)),
      fc.constantFrom(...countries),
      (firmFor, person, id, country) => {
        const role = roleOf(id);
        const organisation = firmFor(role);
        const paper = made(role, organisation, person, country);
        const lasts = [...people, newcomer].map(({ last }) => last);
        const signed = [...signaturesOf(paper).map(({ cells }) => nameIn(cells)), stampOf(paper)];
        // Nobody twice, and the employee, who signs as such, nowhere else.
        for (const last of lasts) expect(signed.filter((name) => name.includes(last)).length, last).toBeLessThanOrEqual(1);
        expect(nameIn(signaturesOf(paper).find(({ id }) => id === 'acquaintance')?.cells ?? [])).toContain(lastOf(person.name));

        const [superior] = superiorsOf(role, { organisation, person });
        expect(samePerson(superior?.holder ?? undefined, person.name)).toBe(false);
        const said = superiorIn(paper, country[0]);
        // A blank alone stands for somebody whom nobody knows.
        if (superior) expect(said).not.toBe('');
        const titlesIn = (text: string): string[] =>
          Object.values(titles).filter((title) => {
            const form = country[1] === 'ru' ? formsOf(title, undefined, { locale: 'ru', declined: declinePhrase }).dative : title;
            return new RegExp(`(?<!коммерческ\\S+ )${form}`).test(text);
          });
        const here = titlesIn(said.toLowerCase());
        expect(here.length).toBeLessThanOrEqual(1);
        expect(said.replace(/^.*(?:подчиняется|valt onder)|Подчинённых .*$/g, '')).not.toMatch(/ (?:или|of|or|en|and|и) /);
        const title = superior?.post == null ? superior?.title : titles[superior.post];
        expect(here).toEqual(typeof title === 'string' && title !== 'шеф' ? [title] : []);

        // Where the superior signs, it is at the post of the text.
        const line = signaturesOf(paper).find(
          ({ id, cells }) => id === 'superior' && superior?.holder && nameIn(cells).includes(lastOf(superior.holder)),
        );
        if (line && typeof title === 'string') {
          const acting = plainText(line.lead).match(/и\.\s?о\.|acting|waarnemend/i) !== null;
          const named =
            acting && country[1] === 'ru' ? formsOf(title, undefined, { locale: 'ru', declined: declinePhrase }).genitive : title;
          expect(plainLine(plainText(line.lead)).toLowerCase()).toContain(named);
        }
      },
    ),
    { numRuns: runs(150), seed: 20_261_129 },
  );
});
