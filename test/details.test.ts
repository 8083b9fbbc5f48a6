/** The two details of a job description, and what the brief one is in each country: settled, on few pages, in its own words. */
import { describe, expect, test } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import { listRoles } from '../src/role/read.js';
import { readRole } from '../src/desk/roles.js';
import { contents, plainText, walk } from '../src/document/reading.js';
import type { Document, Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { lintPaper } from '../src/lint/paper.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { readPerson } from '../src/person/person.js';
import { createPress } from '../src/press/press.js';
import type { Detail, Job } from '../src/press/press.js';
import type { Role } from '../src/role/role.generated.js';
import { loadMessages, reportText } from '../src/report/report.js';
import { openLibrary } from '../src/shelf/library.js';
import { factsOf } from '../src/law/facts.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';
import { rules } from './lint-sample.js';
import { fonts } from './paper.js';
import { paperOrganisation, paperRole } from './paper-role.js';
import { smallRoles } from './small-roles.js';
import { some } from './every.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const press = createPress(library, () => fonts);
const calendarFor = openCalendars(library);
const must = <T>(value: T | null): T => value ?? expect.fail('not valid');
const roleOf = (id: string): Role => must(readRole(shelf, `roles/${id}.yaml`).role);

const textOf = (document: Document): string => [...contents(document.blocks)].map(plainText).join('\n').replaceAll('\u00a0', ' ');
const made = (over: Partial<Job> = {}): Document =>
  press.assemble({
    ...{ role: paperRole(), kind: 'job-description', locale: 'en', jurisdiction: 'gb' },
    ...{ organisation: null, person: null, date: null, logo: null },
    ...over,
  });

const words = (text: string) => ({ ru: text, en: text, nl: text });

describe('a job description', () => {
  test('is brief unless the organisation or whoever makes it wants all', () => {
    const long = { ...paperOrganisation(), detail: 'full' as const };
    const isFull = (over: Partial<Job>): boolean => /запас на месяц/i.test(textOf(made({ jurisdiction: 'ru', locale: 'ru', ...over })));
    expect(isFull({})).toBe(false);
    expect(isFull({ detail: 'full' })).toBe(true);
    expect(isFull({ organisation: paperOrganisation() })).toBe(false);
    expect(isFull({ organisation: long })).toBe(true);
    expect(isFull({ organisation: long, detail: 'brief' })).toBe(false);
  });

  test('prints the core of each list, counted in its country, and all of a list that has none', () => {
    const role = paperRole();
    const right = (id: string, core: boolean, jurisdictions?: Role['rights'][number]['jurisdictions']) => ({
      ...{ id, text: words(`право ${id}`), core },
      ...(jurisdictions && { jurisdictions }),
    });
    const rightsIn = (rights: Role['rights'], detail: Detail): string[] =>
      [...textOf(made({ role: { ...role, rights }, locale: 'ru', jurisdiction: 'ru', detail })).matchAll(/раво ([a-z]+)/g)].map(
        ([, id]) => id ?? '',
      );
    const mixed = [right('one', true), right('two', false)];
    expect([rightsIn(mixed, 'brief'), rightsIn(mixed, 'full')]).toEqual([['one'], ['one', 'two']]);
    expect(rightsIn([right('one', false), right('two', false)], 'brief')).toEqual(['one', 'two']);
    // What is the core elsewhere is none here.
    expect(rightsIn([right('one', false), right('two', true, ['us'])], 'brief')).toEqual(['one']);
  });

  test('is as long as the command line wants it', async () => {
    const made = async (line: string, organisation = ''): Promise<string> => {
      const head = 'schema: 2\nname: Firm\njurisdiction: gb\nlanguages: [en]\n';
      const workspace = memoryWorkspace({ ...smallRoles, 'o.yaml': head + organisation });
      const asked = `generate sales-manager --kind job-description --locale en --format html --organisation o.yaml ${line}`;
      const { code, err } = await command(asked, { workspace });
      expect(code, err).toBe(0);
      return new TextDecoder().decode(workspace.files.get('out/sales-manager/job-description.en.html'));
    };
    const right = 'sk departments for the details of their requests';
    expect(await made('')).not.toContain(right);
    expect(await made('--detail full')).toContain(right);
    expect(await made('', 'detail: full\n')).toContain(right);
    expect(await made('--detail brief', 'detail: full\n')).not.toContain(right);
  });

  test('refuses a detail that there is none of', async () => {
    const { code, err } = await command('generate sales-manager --detail short', { workspace: memoryWorkspace(smallRoles) });
    expect([code, err]).toEqual([2, expect.stringContaining('brief, full')]);
  });
});

describe('the place of a post', () => {
  const { posts, ...others } = paperRole();
  const role: Role = {
    ...{
      ...others,
      posts: { ...posts, leader: { title: words('team leader'), when: { teams: true } } },
      subordinates: ['clerk', 'leader'],
    },
    questions: [{ id: 'teams', kind: 'yes-no', text: words('Are there teams?'), default: false }],
  };

  test('names below it the posts that report to it under the answers given; a blank form marks them', () => {
    const below = (answers?: { teams: boolean }): boolean =>
      textOf(made({ role, organisation: { ...paperOrganisation(), ...(answers && { answers }) } })).includes('team leader');
    expect([below(), below({ teams: false }), below({ teams: true })]).toEqual([false, false, true]);
    expect(textOf(made({ role }))).toContain('team leader*');
  });

  test('names the unit once where the title says it', () => {
    const head: Role = {
      ...{ ...role, title: words('начальник отдела продаж'), department: words('отдел продаж') },
      titleForms: { ru: { genitive: 'начальника отдела продаж' } },
    };
    expect(textOf(made({ role: head, locale: 'ru', jurisdiction: 'ru' }))).toMatch(/ответственность начальника отдела продаж (?!отдела)/);
  });
});

describe('American wording', () => {
  const role: Role = {
    ...paperRole(),
    summary: { ru: 'а', en: 'You work in an organised way', 'en-US': 'Works in an organized way', nl: 'б' },
  };

  test('stands in English papers under the law of the United States, and in no other', () => {
    expect(textOf(made({ role, jurisdiction: 'us' }))).toContain('Works in an organized way.');
    expect(textOf(made({ role, jurisdiction: 'gb' }))).toContain('You work in an organised way.');
    expect(textOf(made({ role, jurisdiction: 'nl' }))).toContain('You work in an organised way.');
    expect(textOf(made({ role, jurisdiction: 'us', locale: 'nl' }))).not.toContain('n organi');
  });
});

describe('facts of the position', () => {
  const role: Role = { ...paperRole(), facts: { hours: 40, travel: 10, codes: { soc: '11-1111' } } };
  const organisation = (layers: { own?: number; department?: number; position?: number }) => ({
    ...paperOrganisation(),
    facts: layers.own === undefined ? {} : { hours: layers.own },
    departments: [{ id: 'north', name: 'north', ...(layers.department !== undefined && { facts: { hours: layers.department } }) }],
    positions: layers.position === undefined ? {} : { sample: { facts: { hours: layers.position, codes: { onet: '11-1111.00' } } } },
  });
  const hours = (layers: Parameters<typeof organisation>[0], own?: number): number | undefined => {
    const person = { name: { last: 'Fox', first: 'Max' }, department: 'north', ...(own !== undefined && { facts: { hours: own } }) };
    return factsOf(role, { organisation: organisation(layers), person }).hours;
  };

  test('are those of the role, the organisation, the department, the position there, the person: the last one wins', () => {
    expect(hours({})).toBe(40);
    expect(hours({ own: 39 })).toBe(39);
    expect(hours({ own: 39, department: 38 })).toBe(38);
    expect(hours({ own: 39, department: 38, position: 37 })).toBe(37);
    expect(hours({ own: 39, department: 38, position: 37 }, 20)).toBe(20);
  });

  test('that nobody says otherwise stay, each by itself', () => {
    const merged = factsOf(role, { organisation: organisation({ position: 37 }), person: null });
    expect(merged).toEqual({ hours: 37, travel: 10, codes: { soc: '11-1111', onet: '11-1111.00' } });
  });
});

describe('the title', () => {
  test('is what the organisation calls the position, wherever the paper names it', () => {
    const own = { ...paperOrganisation(), positions: { sample: { title: { ru: 'закупщик', en: 'buyer', nl: 'inkoopster' } } } };
    const text = textOf(made({ organisation: own, locale: 'ru', jurisdiction: 'ru' }));
    expect(text).toContain('Закупщик назначается');
    expect(text).not.toMatch(/менеджер[а-я]* по закупкам/i);
    expect(textOf(made({ organisation: own }))).toMatch(/^Buyer$/m);
  });
});

describe('competencies', () => {
  test('come from the shelf of the project before ours, with the behaviour of the level', async () => {
    const level = (text: string) => `  - { behaviours: [{ ru: ${text}, en: ${text}, nl: ${text} }] }\n`;
    const texts = 'name: { ru: счёт, en: counting, nl: tellen }\nmeaning: { ru: считает, en: counts, nl: telt }\n';
    const own = `id: counting\n${texts}levels:\n${['one', 'two', 'three', 'four'].map((one) => level(`apples-${one}`)).join('')}`;
    const role = smallRoles['roles/sales-manager.yaml']?.replace('rights:', 'competencies: [{ id: counting, level: 3 }]\nrights:') ?? '';
    const workspace = memoryWorkspace({
      'roles/sales-manager.yaml': role,
      'competencies/counting.yaml': own,
      'rolewright.yaml': 'schema: 2\n',
    });
    const asked = 'generate sales-manager --kind job-description --locale nl --jurisdiction nl --format html';
    const { code, err } = await command(asked, { workspace, project: '.' });
    expect(code, err).toBe(0);
    const page = new TextDecoder().decode(workspace.files.get('out/sales-manager/job-description.nl.html'));
    expect(page).toContain('ellen');
    expect(page).toContain('pples-three');
    expect(page).not.toContain('pples-two');
  });
});

describe('the role handbook', () => {
  const handbook = (jurisdiction: JurisdictionId, locale: Locale): Document => made({ kind: 'role-handbook', jurisdiction, locale });

  test('prints what the brief description leaves out', () => {
    for (const [country, locale, procedure] of [
      ['ru', 'ru', 'звонит поставщику'],
      ['nl', 'nl', 'belt de leverancier'],
      ['gb', 'en', 'call the supplier'],
      ['us', 'en', 'call the supplier'],
    ] as const) {
      expect(textOf(handbook(country, locale)).toLowerCase()).toContain(procedure);
      expect(textOf(made({ jurisdiction: country, locale })).toLowerCase()).not.toContain(procedure);
    }
  });

  test('is approved and signed for in Russia, and by nobody elsewhere', () => {
    const signed = (document: Document): string[] =>
      [...walk(document.blocks)].flatMap(({ type }) => (type === 'signature' || type === 'stamps' ? [type] : []));
    expect(signed(handbook('ru', 'ru')).sort()).toEqual(['signature', 'stamps']);
    for (const country of ['gb', 'nl', 'us'] as const) expect(signed(handbook(country, 'en'))).toEqual([]);
  });
});

describe('a paper filled with the example of its country', () => {
  const roles = some(listRoles(shelf).map(({ id }) => id));
  const most: [JurisdictionId, Locale, number][] = [
    ['ru', 'ru', 5],
    ['nl', 'nl', 4],
    ['gb', 'en', 3],
    ['us', 'en', 3],
  ];
  const openChoice = rules.filter(({ data }) => data.id === 'open-choice');

  describe.each(roles)('%s', (id) => {
    test.each(most)('in %s is settled, on its pages', async (country, locale, pages) => {
      const example = id === 'hr-manager' ? 'person-hr' : 'person';
      const job: Job = {
        ...{ role: roleOf(id), kind: 'job-description', locale, jurisdiction: country, date: '2026-12-01', logo: null },
        organisation: must(readOrganisation(shelf, `examples/organisation.${country}.yaml`).organisation),
        person: must(readPerson(shelf, `examples/${example}.${country}.yaml`).person),
      };
      const document = press.assemble({ ...job, calendar: calendarFor(job) });
      expect(lintPaper(document, country, openChoice)).toEqual([]);
      const printed = await press.print(document, 'pdf');
      expect(printed.pages).toBeLessThanOrEqual(pages);
    });
  });

  test('would be told of what it leaves open', () => {
    const role = { ...paperRole(), summary: words('Sells the targets to be set') };
    const found = lintPaper(made({ role }), 'gb', openChoice);
    expect(found).toMatchObject([{ code: 'lint/open-choice', severity: 'error' }]);
    const told = (['en', 'ru', 'nl'] as const).map((language) => reportText(found, loadMessages(shelf, language), { colour: false }));
    expect(told).toEqual([
      expect.stringContaining('A filled paper leaves something open: “to be set”\n  → Say what holds here.'),
      expect.stringContaining('В заполненном документе осталось нерешённое: «to be set»\n  → Впишите'),
      expect.stringContaining('Een ingevuld document laat iets open: ‘to be set’\n  → Schrijf'),
    ]);
  });
});
