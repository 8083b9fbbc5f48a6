/**
 * Which papers an edit changes: fingerprints against the words that the pages themselves print. `FULL=1` tries every
 * text and number of the role instead of a sample.
 */
import { describe, expect, it, test } from 'vitest';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { diffRoles } from '../src/diff/roles.js';
import { isFor } from '../src/shelf/kinds.js';
import { jurisdictionIds, locales, openLibrary } from '../src/shelf/library.js';
import type { Locale } from '../src/document/document.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { blankOf, termsOf } from '../src/paper/blank.js';
import { openPapers, papersIn, papersOf } from '../src/desk/papers.js';
import type { Paper } from '../src/diff/paper.js';
import { createPress } from '../src/press/press.js';
import type { Person } from '../src/person/person.generated.js';
import type { Role } from '../src/role/role.generated.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { inFull } from './long-form.js';
import { paperOrganisation, paperRole } from './paper-role.js';
import { comparedIn, isSigned, kinds, lackingFor, signedKinds } from './own-kinds.js';

const library = openLibrary(packageWorkspace());
const brief = createPress(library, () => {
  throw new Error('nothing is laid out here');
});
/** It prints most: what a brief paper leaves out is asked of it below. */
const press = inFull(brief);

/** Every kind, country and language, but not each with each: the law of a country says the same of all kinds. */
const sample: Paper[] = [
  ...papersIn(library, { organisation: null, locales: ['ru'], jurisdictions: ['ru'] }),
  ...papersIn(library, { organisation: null, locales: ['en'], jurisdictions: ['gb'], kinds: signedKinds }),
  ...papersIn(library, { organisation: null, locales: ['nl'], jurisdictions: ['nl'], kinds: ['job-description'] }),
  ...papersIn(library, { organisation: null, locales: ['en'], jurisdictions: ['us'], kinds: ['job-description'] }),
].filter(({ kind }) => isFor(library.kind(kind), paperRole().category));
const nameOf = ({ kind, jurisdiction, locale }: { kind: string; jurisdiction: string; locale: string }): string =>
  `${kind} ${jurisdiction} ${locale}`;

/** What people read on the blank paper, without spaces. */
async function printed(role: Role, paper: Paper, organisation: Organisation | null = null): Promise<string | null> {
  if (lackingFor(paper.kind, role) !== null) return null;
  const tree = press.assemble({ role, ...paper, organisation, person: null, date: null, logo: null });
  const page = new TextDecoder().decode((await press.print(tree, 'html')).bytes);
  return page
    .slice(page.indexOf('<main'))
    .replace(/<caption class="unseen">.*?<\/caption>|<script[^]*?<\/script>|<[^>]*>/gu, ' ')
    .replace(/\s+/gu, '');
}

const fingerprint = (role: Role, paper: Paper, organisation: Organisation | null = null): string | null =>
  lackingFor(paper.kind, role) === null ? press.fingerprint({ role, ...paper, organisation }) : null;

const original = paperRole();
const before = await Promise.all(
  sample.map(async (paper) => ({ paper, text: await printed(original, paper), mark: fingerprint(original, paper) })),
);

const changedIn = (after: Role): string[] =>
  before.filter(({ paper, mark }) => fingerprint(after, paper) !== mark).map(({ paper }) => nameOf(paper));
async function reprinted(after: Role): Promise<string[]> {
  const found = await Promise.all(before.map(async ({ paper, text }) => ((await printed(after, paper)) === text ? [] : [nameOf(paper)])));
  return found.flat();
}

type Data = Record<string, unknown>;

/** The pointers of all texts and numbers. */
function* leavesOf(value: unknown, path: string[] = []): Generator<string[]> {
  if (typeof value === 'number') yield path;
  else if (typeof value === 'string') {
    if (['ru', 'en', 'nl'].includes(path.at(-1) ?? '')) yield path;
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key]);
}

function withOther(path: readonly string[]): Role {
  const role = paperRole();
  const place = path.slice(0, -1).reduce<Data>((data, step) => data[step] as Data, role as unknown as Data);
  const last = path.at(-1) ?? '';
  const was = place[last];
  place[last] = typeof was === 'number' ? was + 1 : `${String(was)} ${{ ru: 'иначе', en: 'otherwise', nl: 'anders' }[last] ?? ''}`;
  return role;
}

describe('every text and number of a role', () => {
  const all = [...leavesOf(original)];
  const some = process.env.FULL ? all : all.filter((_, at) => at % 96 === 4);

  it('is in the sample or in the whole', () => {
    expect(all.length).toBeGreaterThan(240);
    expect(some.length).toBeGreaterThan(3);
  });

  test.each(some.map((path) => [path.join('/')]))('%s changes the fingerprints of the papers that print it', async (path) => {
    const after = withOther(path.split('/'));
    const changed = changedIn(after);
    expect(changed).toEqual(await reprinted(after));
    const papers = { ...openPapers(press, { organisation: null, locales }), list: sample };
    const found = diffRoles(original, after, papers);
    const signed = sample.filter((paper) => changed.includes(nameOf(paper)) && isSigned(paper)).map(nameOf);
    expect(found.papers.filter((one) => one.changed).map(nameOf)).toEqual(changed);
    expect(found.changes.map((one) => one.papers.map(nameOf))).toEqual([signed]);
    expect([found.material, found.changes[0]?.material]).toEqual([signed.length > 0, signed.length > 0]);
  });
});

const descriptions = ['job-description ru ru', 'job-description gb en', 'job-description nl nl', 'job-description us en'];
const only = (kind: string): string[] => sample.filter((paper) => paper.kind === kind).map(nameOf);
const inOrder = (names: readonly string[]): string[] => sample.map(nameOf).filter((name) => names.includes(name));

describe('an edit', () => {
  const edits: [string, (role: Role) => void, string[]][] = [
    ['of the version', (role) => (role.version = '2.0.0'), []],
    ['of the id', (role) => (role.id = 'other'), []],
    ['of a source', (role) => (role.duties.at(-1)!.duties[0]!.source = 'book:7'), []],
    ['of synonyms', (role) => (role.synonyms = { ru: ['снабженец'], en: ['procurer'], nl: ['inkopster'] }), []],
    ['of an id of a clause', (role) => (role.rights[0]!.id = 'asking'), []],
    ['of the width of a column', (role) => (role.tables![0]!.columns[0]!.share = 5), []],
    [
      'of typography alone',
      (role) =>
        (role.rights[0]!.text = {
          ru: 'запрашивать у\u00A0подразделений сведения для заявок',
          en: ' ask departments for the details of their requests',
          nl: 'bij afdelingen de gegevens voor aanvragen op te vragen',
        }),
      [],
    ],
    ['of the months between reviews, which date a paper', (role) => (role.review = { months: 24 }), []],
    [
      'of what a measure is about',
      (role) => (role.kpis![0]!.measures = ['order']),
      ['job-description ru ru', 'job-description gb en', 'job-description nl nl', 'job-description us en'],
    ],
    [
      'of a clause for one country',
      (role) => ((role.duties.at(-1)!.duties[1]!.text as Data).en = 'tell nobody'),
      ['job-description us en'],
    ],
    ['of the countries of a clause', (role) => (role.rights[0]!.jurisdictions = ['ru', 'gb', 'us']), ['job-description nl nl']],
    [
      'of physical demands',
      (role) => delete role.physicalDemands,
      ['job-description ru ru', 'job-description gb en', 'job-description nl nl', 'job-description us en'],
    ],
    ['of one language', (role) => ((role.rights[0]!.text as Data).ru = 'просить'), ['job-description ru ru']],
    ['of the order of rights', (role) => role.rights.reverse(), descriptions],
    [
      'of a post',
      (role) => ((role.posts['head-of-purchasing']!.title as Data).en = 'head of supplies'),
      ['job-description gb en', 'role-handbook gb en', 'job-description us en'],
    ],
    [
      'of a grammatical form',
      (role) => (role.titleForms = { ru: { genitive: 'менеджера закупок' } }),
      inOrder([
        ...sample.filter(({ locale, kind }) => locale === 'ru' && kind !== 'acknowledgement-sheet').map(nameOf),
        'acknowledgement-sheet ru ru',
      ]),
    ],
    ['of a weight', (role) => (role.kpis![0]!.weight = 50), inOrder([...descriptions, ...only('kpi-scorecard')])],
    [
      'of a step of the newcomer',
      (role) => ((role.onboarding!.stages[0]!.steps[0]!.text as Data).ru = 'прочитать руководство'),
      ['onboarding-checklist ru ru', 'onboarding-plan-manager ru ru'],
    ],
    [
      'of what the mentor writes down',
      (role) => ((role.onboarding!.mentor!.records![0]!.text as Data).ru = 'дни'),
      ['onboarding-plan-manager ru ru'],
    ],
    [
      'that takes the onboarding away',
      (role) => delete role.onboarding,
      inOrder([
        ...only('onboarding-checklist'),
        ...only('onboarding-plan-manager'),
        ...only('onboarding-plan-hr'),
        ...only('acknowledgement-sheet'),
        ...only('probation-review'),
      ]),
    ],
  ];

  test.each(edits)('%s', async (name, edit, papers) => {
    const after = paperRole();
    edit(after);
    expect(changedIn(after)).toEqual(papers);
    // The version is printed, and so are the looks of words, but neither binds anybody.
    if (!name.includes('version')) expect(await reprinted(after)).toEqual(papers);
  });
});

const person: Person = {
  name: { last: 'Reed', first: 'Eve' },
  gender: 'female',
  hireDate: '2026-03-02',
  personnelNumber: '7',
  custom: { badge: '12' },
  mentor: { name: { last: 'Day', first: 'Tom' } },
};

describe('of an organisation', () => {
  const description = (jurisdiction: JurisdictionId, locale: Locale): Paper => ({ kind: 'job-description', jurisdiction, locale });
  const [russian, british] = [description('ru', 'ru'), description('gb', 'en')];
  const checklist: Paper = { kind: 'onboarding-checklist', jurisdiction: 'ru', locale: 'ru' };
  const of = (organisation: Organisation | null): string[] =>
    [russian, british, checklist]
      .filter((paper) => fingerprint(original, paper, organisation) !== fingerprint(original, paper, paperOrganisation()))
      .map(nameOf);
  const names = { russian: nameOf(russian), british: nameOf(british), checklist: nameOf(checklist) };

  test.each<[string, (organisation: Organisation) => void]>([
    ['who holds a post', ({ posts }) => (posts!.director!.holder = { last: 'Poe', first: 'Ned' })],
    ['the gender and forms of who holds it', ({ posts }) => Object.assign(posts!.director!, { holderGender: 'male', holderForms: {} })],
    ['who signs', (own) => (own.signatories = { approver: 'head-of-purchasing', employer: 'director' })],
    ['who approves, by what', (own) => (own.approval = { by: 'order', act: { kind: 'order', number: '5', date: '2026-01-01' } })],
    [
      'the head of a department and its overlays',
      (own) => Object.assign(own.departments![0]!, { head: 'head-of-purchasing', overlays: { sample: 'x.yaml' } }),
    ],
    ['colours, letterhead and footer', (own) => (own.brand = { accent: '123456', font: 'sans', letterhead: ['Head'], footer: ['Foot'] })],
    ['a logo', (own) => (own.logo = { file: 'logo.png', alt: 'logo' })],
    ['the layout', (own) => (own.layout = 'nl')],
    ['the code in the corner', (own) => (own.qr = true)],
    ['the numbers of documents', (own) => (own.numbering = { pattern: 'X-{number}', numbers: { sample: '1', '': '2' } })],
    ['days of work', (own) => (own.calendar = { daysOff: [{ date: '2026-05-04' }] })],
  ])('%s does not count', (_, edit) => {
    const other = paperOrganisation();
    edit(other);
    expect(of(other)).toEqual([]);
  });

  test.each<[string, (organisation: Organisation) => void, string[]]>([
    [
      'the title of a post',
      ({ posts }) => (posts!.director!.title = { ru: 'глава', en: 'chief', nl: 'hoofd' }),
      [names.russian, names.british],
    ],
    ['its short name', (own) => (own.shortName = { ru: 'Запас', en: 'Reserve', nl: 'Reserve' }), [names.russian]],
    ['the place of work', (own) => (own.place = { ru: 'Пенза', en: 'York', nl: 'Tilburg' }), [names.british]],
    ['the form of the document', (own) => (own.documentForm = 'annex'), [names.russian, names.british]],
    ['a department that nobody named', (own) => (own.departments![0]!.name = 'other'), []],
  ])('%s counts where it is printed', (_, edit, papers) => {
    const other = paperOrganisation();
    edit(other);
    expect(of(other)).toEqual(papers);
  });

  it('its usual probation counts where the role has none of its own', () => {
    const role = paperRole();
    delete role.onboarding!.probation;
    const of = (months: number): (string | null)[] =>
      [checklist, russian].map((paper) => fingerprint(role, paper, { ...paperOrganisation(), probation: { months } }));
    expect(of(1)[0]).not.toBe(of(3)[0]);
    expect(of(1)[1]).toBe(of(3)[1]);
  });

  it('counts as against a blank form', () => {
    expect(of(null)).toEqual([names.russian, names.british, names.checklist]);
  });

  it('leaves its terms as they are', () => {
    const { brand, logo, signatories, approval, posts, departments, ...rest } = { ...paperOrganisation(), brand: {}, logo: undefined };
    expect([brand, logo, signatories, approval, posts, departments].length).toBe(6);
    expect(termsOf(paperOrganisation())).toEqual({
      ...rest,
      posts: { director: { title: { ru: 'президент', en: 'president', nl: 'president' } }, 'head-of-purchasing': {} },
      departments: [{ id: 'north', name: { ru: 'северный отдел', en: 'north department', nl: 'afdeling noord' } }],
    });
    expect(termsOf({ name: 'a', jurisdiction: 'gb', languages: ['en'] })).toEqual({ name: 'a', jurisdiction: 'gb', languages: ['en'] });
  });
});

describe('of one copy', () => {
  const job = {
    role: original,
    kind: 'job-description' as const,
    locale: 'en' as const,
    jurisdiction: 'gb' as const,
    organisation: paperOrganisation(),
  };
  const blank = press.fingerprint(job);

  it('neither the person nor the day counts', () => {
    expect(press.fingerprint({ ...job, person })).toBe(blank);
    expect(press.fingerprint({ ...job, person: { ...person, department: 'a team of one' } })).toBe(blank);
    expect(blank).toMatch(/^[0-9a-f]{64}$/);
  });

  it('the department counts, whoever names it', () => {
    const northern = press.fingerprint({ ...job, department: 'north' });
    expect(northern).not.toBe(blank);
    expect(press.fingerprint({ ...job, person: { ...person, department: 'north' } })).toBe(northern);
    expect(blankOf({ ...job, person: { ...person, department: 'x' }, date: '2026-01-01', department: 'north' })).toMatchObject({
      person: null,
      date: null,
      department: 'north',
      logo: null,
    });
  });

  it('the foot of the pages shows the first twelve digits', () => {
    const footer = (fingerprint?: boolean): string =>
      JSON.stringify(
        press.assemble({ ...job, person, date: '2026-01-05', logo: null, ...(fingerprint !== undefined && { fingerprint }) }).footer ??
          null,
      ).replaceAll('\u00a0', ' ');
    expect(footer(true)).toContain(`Version 1.0.0, content code ${blank.slice(0, 12)}`);
    expect([footer(false), footer()].filter((foot) => foot.includes('content code'))).toEqual([]);
  });

  it('nothing is kept of a role that somebody edits in place', () => {
    const role = paperRole();
    const first = press.fingerprint({ ...job, role });
    (role.rights[0]!.text as Data).en = 'ask nobody';
    expect(press.fingerprint({ ...job, role })).not.toBe(first);
  });
});

describe('of a brief paper', () => {
  const marks = (role: Role): string[] => {
    const description = sample.filter(({ kind }) => kind === 'job-description');
    return description.filter((paper) => brief.fingerprint({ role, ...paper, organisation: null }) !== known(paper)).map(nameOf);
  };
  const known = (paper: Paper): string => brief.fingerprint({ role: original, ...paper, organisation: null });

  it('what only the long form prints does not count', () => {
    const role = paperRole();
    role.tables = [];
    role.procedures = [];
    role.serviceLevels = [];
    role.kpis![0]!.value = 77;
    expect(marks(role)).toEqual([]);
  });

  it('rights count where they are law: in Russia', () => {
    const role = paperRole();
    role.rights.pop();
    expect(marks(role)).toEqual(['job-description ru ru']);
  });

  it('a duty that leaves the core counts', () => {
    const role = paperRole();
    for (const area of role.duties) for (const duty of area.duties) duty.core = duty.id !== 'order';
    expect(marks(role)).toContain('job-description ru ru');
  });

  it('is another paper than the long one', () => {
    for (const paper of sample.filter(({ kind }) => kind === 'job-description'))
      expect(known(paper)).not.toBe(press.fingerprint({ role: original, ...paper, organisation: null }));
  });
});

describe('the papers of a scope', () => {
  it('are those of every country, or of the country of the organisation', () => {
    const countries = (papers: readonly Paper[]): string[] => [...new Set(papers.map(({ jurisdiction }) => jurisdiction))];
    expect(papersIn(library, { organisation: null, locales: ['en', 'nl'] }).length).toBe(jurisdictionIds.flatMap(comparedIn).length * 2);
    expect(countries(papersIn(library, { organisation: null, locales: ['en'] }))).toEqual([...jurisdictionIds]);
    expect(countries(papersIn(library, { organisation: paperOrganisation(), locales: ['en'] }))).toEqual(['ru']);
    expect(countries(papersIn(library, { organisation: paperOrganisation(), locales: ['en'], jurisdictions: ['gb'] }))).toEqual(['gb']);
    expect(
      papersIn(library, { organisation: null, locales: ['nl', 'en'], jurisdictions: ['us', 'gb'], kinds: ['kpi-scorecard'] }).map(nameOf),
    ).toEqual(['kpi-scorecard us nl', 'kpi-scorecard us en', 'kpi-scorecard gb nl', 'kpi-scorecard gb en']);
  });

  it('are those that the role has', () => {
    const role = paperRole();
    delete role.kpis;
    role.languages = ['en'];
    const scope = {
      organisation: null,
      locales: ['ru', 'en'] as const,
      jurisdictions: ['gb'] as const,
      kinds: ['kpi-scorecard', 'job-description'] as const,
    };
    expect(papersOf(press, role, scope)).toEqual([
      {
        kind: 'job-description',
        jurisdiction: 'gb',
        locale: 'en',
        fingerprint: press.fingerprint({ role, kind: 'job-description', jurisdiction: 'gb', locale: 'en', organisation: null }),
      },
    ]);
    const papers = openPapers(press, scope);
    expect(papers.list.map((paper) => papers.fingerprint(role, paper) !== null)).toEqual([false, false, false, true]);
    const signed = (jurisdiction: JurisdictionId): string[] =>
      kinds.filter((kind) => papers.isSigned({ kind, jurisdiction, locale: 'en' }));
    expect(signed('gb')).toEqual(['job-description', 'onboarding-checklist', 'kpi-scorecard']);
    // A handbook is a rule of the employer, which Russian law has read and signed for.
    expect(signed('ru')).toEqual(['job-description', 'worker-instruction', 'role-handbook', 'onboarding-checklist', 'kpi-scorecard']);
  });

  it('are those of a department where one is named', () => {
    const scope = {
      organisation: paperOrganisation(),
      locales: ['en'] as const,
      jurisdictions: ['gb'] as const,
      kinds: ['job-description'] as const,
    };
    const [paper] = papersOf(press, original, { ...scope, department: 'north' });
    expect(paper?.fingerprint).toBe(
      press.fingerprint({
        role: original,
        kind: 'job-description',
        jurisdiction: 'gb',
        locale: 'en',
        organisation: scope.organisation,
        department: 'north',
      }),
    );
    const papers = openPapers(press, { ...scope, department: 'north' });
    expect(papers.list.map((one) => papers.fingerprint(original, one))).toEqual([paper?.fingerprint]);
  });

  it('that people sign for are those that the acknowledgement sheet names', () => {
    const { blocks } = press.assemble({
      role: original,
      kind: 'acknowledgement-sheet',
      locale: 'en',
      jurisdiction: 'gb',
      organisation: null,
      person: null,
      date: null,
      logo: null,
    });
    const rows = blocks
      .flatMap((block) => (block.type === 'table' ? block.rows : []))
      .map(({ id }) => id)
      .filter((id) => id?.startsWith('read-'));
    expect(rows.slice(0, 4)).toEqual(['read-description', 'read-handbook', 'read-checklist', 'read-scorecard']);
    // The handbook is received, and is no rule that the British sign for.
    expect(signedKinds.filter((kind) => isSigned({ kind, jurisdiction: 'gb' })).length).toBe(3);
  });
});
