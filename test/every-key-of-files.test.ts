/** Whatever the files of organisation, person and structure say changes some paper: nothing is taken silently. */
import * as trees from 'd3-hierarchy';
import { describe, expect, test } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import type { Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import type { Role } from '../src/role/role.generated.js';
import { createChart } from '../src/chart/chart.js';
import { plainPositions } from '../src/desk/structure-text.js';
import { linesOf } from '../src/structure/lines.js';
import type { Lines } from '../src/structure/lines.js';
import { peopleOf } from '../src/structure/people.js';
import { placedPerson } from '../src/structure/placing.js';
import { seenFrom } from '../src/structure/seen-from.js';
import type { Structure } from '../src/structure/structure.generated.js';
import { isFor, isIn, lackingFor, standsFor } from '../src/shelf/kinds.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { makingRoles } from './marked-role.js';
import { keysOf, made, wordOf } from './marked-values.js';
import type { Making } from './marked-values.js';
import { fonts } from './paper.js';
import { paperRole } from './paper-role.js';

const library = openLibrary(packageWorkspace());
const press = createPress(library, () => fonts);
const calendars = openCalendars(library);

const countries: readonly (readonly [JurisdictionId, Locale])[] = [
  ['ru', 'ru'],
  ['nl', 'nl'],
  ['gb', 'en'],
  ['us', 'en'],
];

/** With what organisations and people may decide otherwise. */
function roleIn(locale: Locale): Role {
  const whole = made('role.schema.json', makingRoles(locale), () => true) as unknown as Role;
  return { ...paperRole(), ...(whole.evaluation && { evaluation: whole.evaluation }) };
}

interface Parties {
  readonly organisation: Organisation | null;
  readonly person: Person | null;
  /** Of a structure, which is drawn too, and whose holders get papers. */
  readonly lines?: Lines;
}

/** Milliseconds: thousands of papers are made, on machines that do other things too. */
const patience = 900_000;

/** All that papers for these parties say, on them and around them. */
async function* papersOf(
  role: Role,
  { organisation, person, lines }: Parties,
  country: JurisdictionId,
  locale: Locale,
): AsyncGenerator<string> {
  if (lines) yield drawn(lines, country, locale).toLowerCase();
  const kinds = library.kinds();
  // Some papers tell what has changed.
  const former = { ...role, version: '0.9.0' };
  for (const kind of kinds) {
    if (!isIn(kind, country) || !isFor(kind, role.category) || lackingFor(kind, role, { former: true }) !== null) continue;
    if (standsFor(kind, kinds, country, role.category)) continue;
    for (const detail of kind.detail ? (['brief', 'full'] as const) : [null]) {
      const logo: Job['logo'] = organisation?.logo
        ? { data: new Uint8Array(), format: 'png', width: organisation.logo.width ?? 40, height: 20, alt: organisation.logo.alt }
        : null;
      const parties = { organisation, person, date: '2026-05-20', logo, ...(detail && organisation?.detail === undefined && { detail }) };
      const job = { role, kind: kind.id, locale, jurisdiction: country, former, changes: [], ...parties };
      const dated = { ...job, calendar: calendars(job) };
      yield JSON.stringify(press.assemble(dated)).toLowerCase();
      if (kind.plan && person?.hireDate && detail !== 'brief') {
        const { bytes } = await press.transfer(dated, 'ics');
        yield new TextDecoder().decode(bytes).replaceAll('\r\n ', '').toLowerCase();
      }
    }
  }
}

/** The chart, what programs get to know, and the people whom papers are made for. */
function drawn(lines: Lines, country: JurisdictionId, locale: Locale): string {
  const { languages, layout } = library.jurisdiction(country);
  const phrase = library.phrases(locale, languages[locale]);
  const furniture = { furniture: {}, organisation: 'Oak', theme: library.theme(layout) };
  const chart = createChart({ lines, department: null, day, locale, language: languages[locale], phrase, ...furniture }, { fonts, trees });
  return JSON.stringify([chart, plainPositions({ lines, day, department: null }), peopleOf(lines, 'boss', day)]);
}

interface Subject {
  readonly file: string;
  /** Where each key stands alone it must say something else than what holds without it. */
  making(country: JurisdictionId, locale: Locale, alone: boolean): Making;
  parties(value: unknown, country: JurisdictionId, locale: Locale): Parties;
  /** Keys that stand there with each key alone, since without them papers have no dates, or no place for it. */
  readonly always: RegExp;
  /** Keys without which others come to be printed: each file says everything but some. */
  readonly without: readonly RegExp[];
  /** Why a key is in no paper of a country; all that is not said here is. */
  readonly exceptions: Readonly<Record<string, { keys: RegExp; where?: readonly JurisdictionId[] }>>;
}

/** Classifications of one country say nothing in another. */
const ofCodes: Subject['exceptions'] = {
  'an occupational classification of the United States': { keys: /facts\.codes\.soc$/u, where: ['ru', 'nl', 'gb'] },
  'an American classification': { keys: /facts\.codes\.onet$/u, where: ['ru', 'nl', 'gb'] },
  'Russian classifications': { keys: /facts\.codes\.(?:okpdtr|eks)$/u, where: ['nl', 'gb', 'us'] },
};

const ofLimits: Subject['exceptions'] = {
  'it only moves the limits of the law': { keys: /^contract\.(?:caoMonths|successive)$/u },
  'only a role has a pattern that belongs to its work': { keys: /facts\.ownPattern$/u },
};

/** Facts that no schema can make. */
const ofFacts = (...paths: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    paths.flatMap((path): [string, unknown][] => [
      [`${path}.days`, ['mon', 'wed', 'fri']],
      [`${path}.pay.currency`, 'CHF'],
      [`${path}.pay.max`, 9],
    ]),
  );

const anna: Person = { name: { last: 'Smit', first: 'Anna' }, gender: 'female', hireDate: '2026-03-30', department: 'departments' };

const organisations: Subject = {
  file: 'organisation.schema.json',
  making: (country, locale, alone) => ({
    given: {
      jurisdiction: country,
      languages: [locale],
      documentForm: alone ? 'annex' : 'local-act',
      layout: 'gost-2016',
      'brand.accent': '1F3864',
      'brand.font': 'sans',
      'contract.kind': 'fixed-term',
      'contract.months': 8,
      'numbering.pattern': '{number}-{year}',
      ...ofFacts('facts', 'departments.facts', 'positions.facts'),
      'calendar.publicHolidays': false,
      'calendar.daysOff.date': '2026-04-01',
      'calendar.years.transfers.from': '2026-04-04',
      'calendar.years.transfers.to': '2026-04-02',
      'calendar.workingDays': ['2026-04-05'],
      'positions.flsa.status': 'non-exempt',
      'positions.evaluation.level': 2,
      'positions.evaluation.method': 'points',
      'positions.evaluation.date': '2026-05-06',
      'approval.by': 'order',
      'signatories.approver': 'director',
      superiors: { [paperRole().id]: 'director' },
      'calendar.region': 'scotland',
      'calendar.timeZone': 'Asia/Omsk',
    },
    left: new Set(['structure', 'answers', 'overlays', 'detail', 'forms', 'holderForms', 'logo.file']),
    entries: {
      posts: 'director',
      positions: paperRole().id,
      'numbering.numbers': paperRole().id,
      'calendar.years': '2026',
      'numbering.kinds': 'kpi-scorecard',
    },
  }),
  parties: (value) => ({ organisation: value as Organisation, person: anna }),
  always: /^departments$|^posts(?:\.holder)?$|^positions$|^signatories(?:\.approver)?$|^numbering\.numbers$/u,
  without: [
    /^never$/u,
    /^positions|^superiors|^approval\.act|initials$/u,
    /^positions|^superiors|^departments\.(?:facts|head)|^signatories\.employer/u,
    /^brand\.letterhead/u,
  ],
  exceptions: {
    ...ofCodes,
    'what the letters in the name stand for, to whoever hears the paper': { keys: /^legalForm$/u },
    'a state of a federal country': { keys: /^state$/u, where: ['ru', 'nl', 'gb'] },
    'only Russian acts say where they were made out, and who agreed': { keys: /^place$|^approval\./u, where: ['nl', 'gb', 'us'] },
    'American law': { keys: /\.flsa\./u, where: ['ru', 'nl', 'gb'] },
    'Dutch job evaluation': { keys: /\.evaluation\.|^grading\./u, where: ['ru', 'gb', 'us'] },
    'a signature has no academic titles in Russian': { keys: /^posts\.holder\.(?:title|suffix)$/u, where: ['ru'] },
    'English names are written in full': { keys: /initials$/u, where: ['gb', 'us'] },
    'nobody signs papers there for the employer as such': { keys: /^signatories\.employer$/u, where: ['gb', 'us'] },
    'a note for whoever keeps the calendar': { keys: /^calendar\.daysOff\.name$|^calendar\.years(?:\.source)?$/u },
    'only whoever drafts a paper goes by it, who here is the one who approves it': { keys: /^posts\.holderGender$/u },
    'an order is meant without a word': { keys: /^approval\.act$/u },
    'where answers at a distance come from and go to': { keys: /^distance\.|^posts\.(?:email|phone)$/u },
    'how papers are sealed once they are made': { keys: /^seal\./u },
    'numbers that programs read in packages of electronic papers': { keys: /^identifiers(?:\.|$)/u },
    'which PDF/A is written, whatever the words are': { keys: /^pdfProfile$/u },
    'no paper says how long a day is': { keys: /^calendar\.years\.shortened$/u },
    ...ofLimits,
  },
};

const people: Subject = {
  file: 'person.schema.json',
  making: () => ({
    given: { hireDate: '2026-03-30', 'manager.gender': 'female', 'contract.kind': 'fixed-term', 'contract.months': 8, ...ofFacts('facts') },
    left: new Set(['contract.endDate', 'position', 'nameForms']),
    entries: { custom: 'badge' },
  }),
  parties: (value, country, locale) => ({
    organisation: { name: 'Oak', jurisdiction: country, languages: [locale], documentForm: 'local-act' },
    person: value as Person,
  }),
  always: /^hireDate$|^contract$|^manager(?:\.post)?$|^mentor$|^probation$/u,
  without: [/^never$/u],
  exceptions: {
    ...ofCodes,
    'English names are written in full': { keys: /initials$/u, where: ['gb', 'us'] },
    'only annexes name the contract': { keys: /^contract\.(?:number|annex)$/u, where: ['gb', 'us'] },
    'printed by templates of the organisation’s own': { keys: /^custom/u },
    'papers come in that language': { keys: /^language$/u },
    'a mentor is named in the nominative alone': { keys: /^mentor\.(?:gender$|postForms)/u },
    'a post has Russian forms, and papers need the dative of the manager': { keys: /^manager\.postForms\.ru\.(?!dative)/u },
    'a manager is named without an article': { keys: /^manager\.postForms\.(?:en|nl)\.article$/u },
    'cases of Russian': { keys: /^manager\.postForms\.ru\./u, where: ['nl', 'gb', 'us'] },
    ...ofLimits,
  },
};

const day = '2026-05-20';

/** A structure whose one position leads another, with everything that can be said of both. */
function structured(value: unknown): Structure {
  const { positions, departments, ...rest } = value as Structure;
  const [position] = Object.values(positions);
  const boss = structuredClone(position ?? expect.fail('no position'));
  const led = boss.reportsTo === undefined ? {} : { reportsTo: 'boss' };
  delete boss.role;
  const own = { ...boss, role: paperRole().id };
  delete own.reportsTo;
  delete own.holders;
  delete own.post;
  return {
    ...rest,
    ...(departments && { departments }),
    positions: { boss: { ...boss, reportsTo: null }, own: { ...own, ...led } },
  };
}

const structures: Subject = {
  file: 'structure.schema.json',
  making: (_, locale, alone) => ({
    given: {
      languages: [locale],
      positionRef: 'boss',
      departmentRef: 'departments',
      'positions.role': paperRole().id,
      'positions.post': 'director',
      'positions.reportsTo': null,
      'positions.units': 3,
      'positions.pay.currency': 'CHF',
      'positions.pay.max': 9,
      'positions.vacantFrom': '2026-05-01',
      'positions.holders.from': '2026-03-30',
      'positions.holders.until': '2027-05-04',
      'positions.holders.fte': 0.5,
      'positions.holders.absent': { from: '2026-05-04', until: '2026-06-30' },
      'positions.flsa.status': 'non-exempt',
      'positions.evaluation.level': 2,
      'positions.evaluation.method': 'points',
      'positions.evaluation.date': '2026-05-06',
      ...ofFacts('positions.facts', 'departments.facts'),
    },
    left: new Set(['answers', 'overlays', 'parent', 'forms', 'nameForms', ...(alone ? [] : ['acting', 'absent', 'initials'])]),
    entries: { positions: 'boss' },
  }),
  parties: (value, country, locale) => {
    const lines = linesOf(structured(value));
    const firm: Organisation = { name: 'Oak', jurisdiction: country, languages: [locale] };
    const organisation = seenFrom(lines, firm, { role: paperRole(), position: 'own', forPerson: true, day });
    return { organisation, person: placedPerson(lines, anna, 'own', day), lines };
  },
  always: /^departments$|^positions\.(?:department|holders)$/u,
  without: [/^never$/u, /^positions\.facts/u, /^positions\.(?:facts|grade|pay|place)/u],
  exceptions: {
    ...ofCodes,
    'the number of a table that ties it to another edition': { keys: /^(?:departments|positions)\.code$/u },
    'English names are written in full': { keys: /initials$/u, where: ['gb', 'us'] },
    'American law': { keys: /\.flsa\./u, where: ['ru', 'nl', 'gb'] },
    'Dutch job evaluation': { keys: /\.evaluation\./u, where: ['ru', 'gb', 'us'] },
    'papers are made for positions with a role alone': { keys: /^positions\.role$/u },
    'a structure counts those who report': { keys: /^departments\.facts\.reports$/u },
    ...ofLimits,
  },
};

const subjects = { organisation: organisations, person: people, structure: structures };

/** The marks in a value, by the paths of their keys. */
const marksIn = (value: unknown): string[] => [...new Set(JSON.stringify(value).match(/zq[b-k]{4}/gu))];

/** Each kind of file in every other country, each country for one kind at least; in all with FULL=1. */
const triedFor = (name: keyof typeof subjects): typeof countries =>
  countries.filter((_, at) => process.env.FULL !== undefined || (name === 'structure' ? at === 0 : at % 2 === (name === 'person' ? 1 : 0)));

describe.each(['organisation', 'person', 'structure'] as const)('a file of %s that says everything', (name) => {
  const { file, making, parties, always, without, exceptions } = subjects[name];
  const isExcepted = (path: string, country: JurisdictionId): boolean =>
    Object.values(exceptions).some(({ keys, where = [country] }) => where.includes(country) && keys.test(path));

  test.each(triedFor(name))(
    'is printed in %s',
    async (country, locale) => {
      const parts = making(country, locale, false);
      const marks = new Set<string>();
      const papers: string[] = [];
      for (const left of without) {
        const value = made(file, parts, (path) => !left.test(path));
        for (const mark of marksIn(value)) marks.add(mark);
        const both = parties(value, country, locale);
        for (const one of process.env.FULL === undefined ? [both] : [both, { ...both, person: null }])
          for await (const paper of papersOf(roleIn(locale), one, country, locale)) papers.push(paper);
      }
      const said = papers.join('\n');
      const paths = new Map(keysOf(file, parts).map(({ path }) => [wordOf(path), path]));
      const lost = [...marks].filter((mark) => !said.includes(mark)).map((mark) => paths.get(mark) ?? mark);
      expect(lost.filter((path) => !isExcepted(path, country))).toEqual([]);
    },
    patience,
  );

  // Each key takes all papers of a country twice: a usual run leaves that to CI.
  test.runIf(process.env.FULL !== undefined)(
    'says something with each key alone, in one country at least',
    async () => {
      const isSaid = async (path: string, [country, locale]: (typeof countries)[number]): Promise<boolean> => {
        const saying = (key: string): Parties => {
          const value = made(file, making(country, locale, true), (at) => always.test(at) || key === at || key.startsWith(`${at}.`));
          return parties(value, country, locale);
        };
        const before = papersOf(roleIn(locale), saying(path.slice(0, Math.max(0, path.lastIndexOf('.')))), country, locale);
        for await (const paper of papersOf(roleIn(locale), saying(path), country, locale))
          if (paper !== (await before.next()).value) return true;
        return false;
      };
      const lost: string[] = [];
      for (const { path, optional, empty } of keysOf(file, making('ru', 'ru', true))) {
        const where = countries.filter(([country]) => !isExcepted(path, country));
        if (!optional || empty || always.test(path) || where.length === 0) continue;
        let found = false;
        for (const one of where) found ||= await isSaid(path, one);
        if (!found) lost.push(path);
      }
      expect(lost).toEqual([]);
    },
    patience,
  );
});
