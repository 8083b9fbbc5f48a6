/**
 * Roles far from sales, each with the papers of its country as text: a welder, a cleaner, a nurse, a lorry driver in two
 * levels, a software engineer. `UPDATE=1 npx vitest run test/real-roles.test.ts` writes them anew; read the diff.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import { readRole } from '../src/desk/roles.js';
import { plainText, walk } from '../src/document/reading.js';
import type { Block, Document, Inline, Locale } from '../src/document/document.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { readPerson } from '../src/person/person.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import { openLibrary } from '../src/shelf/library.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';
import { pageText } from './page-text.js';
import { fonts } from './paper.js';

const folder = new URL('./corpus/real-roles/', import.meta.url);
const own = openWorkspace(folder.pathname);
const library = openLibrary(packageWorkspace());
const press = createPress(library, () => fonts);
const calendarFor = openCalendars(library);
const renew = process.env.UPDATE === '1';

/** The papers of a role, under the law of its organisation. */
interface Case {
  role: string;
  organisation: string;
  person: string;
  kinds: string[];
  locales: Locale[];
}

const cases: Case[] = [
  { role: 'gas-welder', organisation: 'welding', person: 'welder', kinds: ['worker-instruction', 'onboarding-plan-hr'], locales: ['ru'] },
  {
    role: 'medewerker-huishoudelijke-dienst',
    organisation: 'transport',
    person: 'cleaner',
    kinds: ['job-description', 'grading-decision'],
    locales: ['nl'],
  },
  { role: 'staff-nurse', organisation: 'hospital', person: 'nurse', kinds: ['job-description', 'onboarding-plan-hr'], locales: ['en'] },
  {
    role: 'vrachtwagenchauffeur',
    organisation: 'transport',
    person: 'driver',
    kinds: ['job-description', 'role-handbook'],
    locales: ['nl'],
  },
  {
    role: 'vrachtwagenchauffeur-2',
    organisation: 'transport',
    person: 'driver',
    kinds: ['job-description', 'onboarding-plan-hr'],
    locales: ['nl'],
  },
  { role: 'software-engineer', organisation: 'payments', person: 'engineer', kinds: ['job-description'], locales: ['en', 'nl'] },
];
const papers = cases.flatMap(({ kinds, locales, ...rest }) =>
  kinds.flatMap((kind) => locales.map((locale) => ({ ...rest, kind, locale, name: `${rest.role}/${kind}.${locale}` }))),
);

const trees = new Map<string, Document>();

type Paper = (typeof papers)[number];

const personOf = ({ person }: Paper): Person => readPerson(own, `person.${person}.yaml`).person ?? expect.fail('no person');

function jobOf({ role: id, kind, locale, organisation: employer, ...paper }: Paper): Job {
  const { role, diagnostics } = readRole(own, `roles/${id}.yaml`);
  const organisation = readOrganisation(own, `organisation.${employer}.yaml`).organisation ?? expect.fail('no organisation');
  const job: Job = {
    role: role ?? expect.fail(JSON.stringify(diagnostics)),
    kind,
    locale,
    jurisdiction: organisation.jurisdiction,
    organisation,
    person: personOf({ role: id, kind, locale, organisation: employer, ...paper }),
    date: '2026-12-01',
    effective: '2027-01-04',
    logo: null,
  };
  return { ...job, calendar: calendarFor(job) };
}

function treeOf(paper: Paper): Document {
  const tree = trees.get(paper.name) ?? press.assemble(jobOf(paper));
  trees.set(paper.name, tree);
  return tree;
}

const written = (name: string): string =>
  pageText(treeOf(papers.find((one) => one.name === name) ?? expect.fail(name))).replaceAll('~', ' ');

describe('the papers of a real role', () => {
  it.each(papers)('reads as before: $name', (paper) => {
    const text = pageText(treeOf(paper));
    const file = new URL(`papers/${paper.name}.txt`, folder);
    if (renew) {
      mkdirSync(dirname(file.pathname), { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '', 'a page has changed').toBe(text);
  });

  it.each(papers)('says nothing twice and leaves no heading or entry empty: $name', (paper) => {
    const tree = treeOf(paper);
    const said = new Map<string, number>();
    const inCells = new Set<Block>();
    for (const block of walk(tree.blocks))
      if (block.type === 'table')
        for (const { children } of [...block.header, ...block.rows.flatMap(({ cells }) => cells)])
          for (const one of walk(children)) inCells.add(one);
    for (const block of walk(tree.blocks)) {
      if (block.type === 'section') expect(block.children, plainText(block.heading)).not.toEqual([]);
      if (block.type === 'list') for (const { content } of block.items) expect(plainText(content).trim()).not.toBe('');
      // Columns repeat values, and facts may share them.
      if (!inCells.has(block)) for (const words of statementsIn(block)) said.set(words, (said.get(words) ?? 0) + 1);
    }
    expect([...said].filter(([, times]) => times > 1)).toEqual([]);
  });
});

/** What a block says itself; of facts what they are about. */
function statementsIn(block: Block): string[] {
  const own = (contents: readonly (readonly Inline[])[]): string[] => contents.map((one) => plainText(one).trim());
  const texts =
    block.type === 'paragraph' || block.type === 'clause'
      ? own([block.content])
      : block.type === 'list'
        ? own(block.items.map(({ content }) => content))
        : block.type === 'facts'
          ? own(block.rows.map(({ label }) => label))
          : [];
  return texts.filter((one) => one !== '');
}

describe('a role can say', () => {
  it('that no diploma is asked for', () => {
    const text = written('medewerker-huishoudelijke-dienst/job-description.nl');
    expect(text).toContain('Opleiding en ervaring zijn niet vereist.');
    expect(text).not.toMatch(/diploma|havo/);
  });

  it('which permits the work needs and how long they hold, which HR then renews', () => {
    expect(written('gas-welder/worker-instruction.ru')).toContain('группа по электробезопасности не ниже II (обновлять каждые 12 месяцев)');
    expect(written('gas-welder/onboarding-plan-hr.ru')).toMatch(
      /Группа по электробезопасности не ниже II \/ .*\| Обновлять каждые 12 месяцев \|/,
    );
    expect(written('staff-nurse/onboarding-plan-hr.en')).toMatch(
      /Registration with the Nursing and Midwifery Council .*\| Renew every 36 months \|/,
    );
    expect(written('staff-nurse/job-description.en')).toContain('Enhanced DBS check with barred list.');
  });

  it('the rank of a worker beside the name of the occupation', () => {
    expect(written('gas-welder/worker-instruction.ru')).toContain('= электрогазосварщика 4-го разряда =');
  });

  it('which level of a family it is', () => {
    expect(written('vrachtwagenchauffeur/job-description.nl')).toContain('Functieniveau → I van II');
    expect(written('vrachtwagenchauffeur-2/job-description.nl')).toContain('Functieniveau → II van II');
  });

  it('an occupation where the law of workers has no post', () => {
    const text = written('gas-welder/worker-instruction.ru');
    expect(text).toContain('На работу по профессии электрогазосварщика 4-го разряда принимается лицо');
    expect(text).toContain('С рабочей инструкцией ознакомлен');
    expect(text.toLowerCase()).not.toMatch(/должност(?!ь утвержд)/);
  });

  it('what the assessment of the workplace found, and what is given for it', () => {
    const text = written('gas-welder/worker-instruction.ru');
    for (const words of ['подкласс 3.2', 'отпуск: 7 календарных дней', 'повышена на 12 %', 'молоко']) expect(text).toContain(words);
  });

  it('which protective equipment is given, how much and for how long', () => {
    expect(written('gas-welder/worker-instruction.ru')).toContain('| Костюм сварщика | 1 комплект | 12 месяцев | п. 12.1 |');
  });

  it('hours and pattern that the organisation’s own do not replace', () => {
    expect(written('medewerker-huishoudelijke-dienst/job-description.nl')).toContain(
      'Omvang → 16 uur per week (0,42 fte), maandag, woensdag en vrijdag van 6.00 tot 11.20 uur',
    );
    expect(written('staff-nurse/job-description.en')).toContain('Hours → 37.5 hours a week, 12-hour day and night shifts');
  });

  it('what the work asks of the body, in the Netherlands and in Britain', () => {
    expect(written('medewerker-huishoudelijke-dienst/job-description.nl')).toContain('Bukken en boven de schouders werken.');
    expect(written('staff-nurse/job-description.en')).toContain('Moving and handling patients with aids.');
  });

  it('who leads the work and who answers for the profession', () => {
    const text = written('staff-nurse/job-description.en');
    expect(text).toContain('Reports to → Ravi Patel, ward manager');
    expect(text).toContain('Professional lead → Director of nursing');
  });

  it('that several people hold the posts below', () => {
    expect(written('staff-nurse/job-description.en')).toContain('Direct reports → Healthcare assistants and student nurses');
  });

  it('result and measure beside each area', () => {
    expect(written('vrachtwagenchauffeur/job-description.nl')).toContain(
      'Resultaat: ritten volgens opdracht. Maatstaf: schades en vertragingen.',
    );
  });

  it('how the levels of a family differ, side by side', () => {
    expect(written('vrachtwagenchauffeur/role-handbook.nl')).toContain(
      '| Ritten | Binnen Nederland | Ook over de grens en met dieplader |',
    );
  });

  it('what one person has otherwise', () => {
    const paper = papers.find(({ name }) => name === 'software-engineer/job-description.en') ?? expect.fail('no paper');
    const person = { ...personOf(paper), facts: { hours: 24, fte: 0.6 } };
    expect(pageText(press.assemble({ ...jobOf(paper), person })).replaceAll('~', ' ')).toContain(
      'Hours → 24 hours a week (0.6 FTE), flexible',
    );
  });

  it('the pay range with its date', () => {
    expect(written('medewerker-huishoudelijke-dienst/job-description.nl')).toContain(
      'Loonbandbreedte → € 15,18–16,90 bruto per uur (per 1 juli 2026)',
    );
  });

  it('a field of study with brackets of its own', () => {
    expect(written('staff-nurse/job-description.en')).toContain('A degree, nursing (adult)');
    expect(written('gas-welder/worker-instruction.ru')).toContain(
      'среднее профессиональное образование по профессии «Сварщик (электросварочные и газосварочные работы)»',
    );
  });
});
