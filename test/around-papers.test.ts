/** The papers around a job description: the annex, the order that approves it, the sheets and acts on which people sign. */
import { describe, expect, it } from 'vitest';
import { wantedBy } from '../src/desk/documents.js';
import { ordersForAll } from '../src/desk/orders.js';
import { readRole } from '../src/desk/roles.js';
import { contents, plainText, walk } from '../src/document/reading.js';
import type { Document, Field, Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { readPerson } from '../src/person/person.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import type { Role } from '../src/role/role.generated.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const press = createPress(library, () => {
  throw new Error('no fonts are needed here');
});
const must = <T>(value: T | null): T => value ?? expect.fail('not valid');
const role = (id: string): Role => must(readRole(shelf, `roles/${id}.yaml`).role);
const organisation = (id: string): Organisation => must(readOrganisation(shelf, `examples/organisation.${id}.yaml`).organisation);
const person = (id: string): Person => must(readPerson(shelf, `examples/person.${id}.yaml`).person);
const seller = role('sales-manager');

/** What the example organisation of the country gives to its example newcomer. */
const made = (kind: string, country: JurisdictionId, locale: Locale, over: Partial<Job> = {}): Document =>
  press.assemble({
    role: seller,
    kind,
    locale,
    jurisdiction: country,
    organisation: organisation(country),
    person: person(country),
    date: '2026-05-20',
    logo: null,
    ...over,
  });

const words = (document: Document): string => [...contents(document.blocks)].map(plainText).join('\n').replaceAll('\u00a0', ' ');
const fields = (document: Document): string[] =>
  [...contents(document.blocks)]
    .flat()
    .filter((one): one is Field => one.type === 'field')
    .map(({ name }) => name);
const signing = (document: Document): string[] => [...walk(document.blocks)].flatMap((one) => (one.type === 'signature' ? [one.id] : []));

describe('the annex to the contract', () => {
  it('is signed by both parties whatever the form of the organisation, and not adopted by one', () => {
    const russian = made('contract-annex', 'ru', 'ru');
    expect(signing(russian)).toEqual(['employer', 'acquaintance']);
    expect(words(russian)).not.toMatch(/УТВЕРЖДАЮ|Разработал|визы/);
    const dutch = made('contract-annex', 'nl', 'nl');
    expect(words(dutch)).toContain('Voor akkoord, de medewerker:');
    expect(words(dutch)).not.toMatch(/Vastgesteld|Vaststelling/);
  });

  it('names the contract of the person, and leaves room where the file does not', () => {
    const contract = { kind: 'indefinite', number: '17/2026', date: '2026-05-18', annex: '2' } as const;
    const known = made('contract-annex', 'ru', 'ru', { person: { ...person('ru'), contract } });
    expect(words(known)).toMatch(/Приложение № 2\nк трудовому договору\nот 18 мая 2026 г\. № 17\/2026/);
    expect(fields(made('contract-annex', 'ru', 'ru')).slice(0, 3)).toEqual(['annex-number', 'contract-date', 'contract-number']);
  });
});

describe('the approval order', () => {
  it('puts one description into force, with lines to write on for what nobody has said', () => {
    const order = made('approval-order', 'ru', 'ru');
    expect(words(order)).toContain('должностную инструкцию менеджера по продажам № ДИ-1/2026, редакция 2 (прилагается).');
    expect(fields(order)).toEqual(expect.arrayContaining(['document-number', 'effective', 'acquaint-by']));
  });

  it('has the number, the date and the day of the organisation', () => {
    const own = organisation('ru');
    const approval = { ...own.approval, act: { kind: 'order', number: '82', date: '2026-05-25' }, effective: '2026-06-01' } as const;
    const order = made('approval-order', 'ru', 'ru', { organisation: { ...own, approval } });
    expect(words(order)).toContain('25 мая 2026 г. № 82');
    expect(words(order)).toContain('ввести в действие с 1 июня 2026 г. должностную инструкцию');
    expect(fields(order)).not.toContain('effective');
  });

  it('is one for many roles, each under its own title and number', () => {
    const wanted = wantedBy({ kind: 'approval-order,job-description', format: 'pdf', locale: 'ru' }, library, []);
    const roles = [seller, role('hr-manager'), role('office-manager')];
    const common = { organisation: organisation('ru'), person: null, logo: null, date: '2026-05-20' };
    const orders = ordersForAll(roles, wanted, common, { workspace: shelf, shelf: library.shelf, library }, []);
    expect(orders.map(({ path }) => path)).toEqual([...roles.map(({ id }) => `${id}/job-description.ru.pdf`), 'approval-order.ru.pdf']);
    const text = words(press.assemble(must(orders.at(-1) ?? null).job));
    expect(text).toContain('Об утверждении и введении в действие должностных инструкций');
    expect(text).toMatch(
      /менеджера по продажам № ДИ-1\/2026, редакция 2;\n.*менеджера по персоналу № ДИ-4\/2026.*;\n.*офис-менеджера № .*\.\n/,
    );
  });

  it('is signed by the head and not by one person for head and visa', () => {
    const own = organisation('ru');
    const order = made('approval-order', 'ru', 'ru', {
      organisation: { ...own, approval: { ...own.approval, visas: ['general-director', 'head-of-legal'] } },
    });
    expect(signing(order)).toEqual(['head', 'visa-head-of-legal', 'hr']);
  });
});

describe('sheets to sign on', () => {
  it('have a line for each holder of the post, and some for those who come later', () => {
    const people = [person('ru'), { name: { last: 'Петров', first: 'Сергей' }, gender: 'male' as const }];
    const sheet = made('acquaintance-list', 'ru', 'ru', { people });
    expect(words(sheet)).toMatch(/1\nИванова Анна Петровна\n[^]*2\nПетров Сергей\n/);
    expect(fields(sheet).filter((name) => /^name-/.test(name))).toEqual(['name-3', 'name-4', 'name-5']);
  });

  it('name those whose consent the organisation asks for', () => {
    const sheet = made('agreement-sheet', 'ru', 'ru');
    expect(words(sheet)).toMatch(/Начальник юридического отдела\nП\.О\. Дюма\n[^]*Начальник отдела кадров\nО\.П\. Ким/);
    expect(signing(sheet)).toEqual(['superior']);
  });
});

describe('a refusal to sign', () => {
  it('is an act of two witnesses in Russia, which the employee may read', () => {
    const act = made('refusal-act', 'ru', 'ru');
    expect(signing(act)).toEqual(['hr', 'witness-1', 'witness-2', 'employee']);
    expect(words(act)).toContain('Поставить подпись работник отказалась');
  });

  it.each([
    ['nl', 'nl', 'Ze geldt niet als instemming'],
    ['gb', 'en', 'it is not a disciplinary record'],
  ] as const)('is a note for the file in %s, which says that it is no agreement', (country, locale, said) => {
    const note = made('refusal-act', country, locale);
    expect(signing(note)).toEqual(['manager', 'witness']);
    expect(words(note)).toContain(said);
  });
});

describe('the mentoring agreement', () => {
  it('says content, term, form and pay, and takes the consent of the mentor', () => {
    const agreement = made('mentoring-agreement', 'ru', 'ru');
    const text = words(agreement);
    expect(text).toContain('наставник письменно соглашается выполнять работу по наставничеству');
    expect(text).toContain('отработать с новым работником первый звонок');
    expect(text).toContain('не менее чем за три рабочих дня');
    expect(text).toContain('Наставничество осуществляется с 1 июня 2026 г.');
    expect(fields(agreement)).toEqual(expect.arrayContaining(['mentoring-until', 'mentoring-hours', 'mentoring-pay']));
    expect(signing(agreement)).toEqual(['employer', 'mentor']);
  });
});

describe('the talks of a year', () => {
  it.each([
    ['nl', 'nl', 'Klanten werven'],
    ['gb', 'en', 'New business'],
  ] as const)('have a day each in %s, and judge the areas of the description', (country, locale, area) => {
    const talks = made('development-talk', country, locale);
    expect(fields(talks)).toEqual(expect.arrayContaining(['planning-held', 'progress-held', 'appraisal-held', 'next-talk']));
    expect(words(talks)).toContain(area);
    expect(signing(talks)).toEqual(['manager', 'employee']);
  });

  it('are those of a supervisor in the United States', () => {
    const talks = made('development-talk', 'us', 'en', { organisation: null, person: null });
    expect(words(talks)).toContain('Supervisor:');
    expect(words(talks)).toContain('does not change at-will employment');
  });
});

describe('the papers around the description of a worker', () => {
  const worker: Role = { ...seller, id: 'storekeeper', category: 'workers' };
  const own = organisation('ru');
  const employer: Organisation = {
    ...own,
    numbering: {
      pattern: 'ДИ-{number}/{year}',
      kinds: { 'worker-instruction': 'РИ-{number}/{year}' },
      numbers: { storekeeper: '7', 'sales-manager': '1' },
    },
  };
  const ofWorker = (kind: string, over: Partial<Job> = {}): string =>
    words(made(kind, 'ru', 'ru', { role: worker, organisation: employer, ...over }));

  it('call it by its name, with its own number', () => {
    expect(ofWorker('acquaintance-list')).toContain('с рабочей инструкцией менеджера по продажам');
    expect(ofWorker('refusal-act')).toContain('Рабочая инструкция менеджера по продажам');
    for (const kind of ['acquaintance-list', 'agreement-sheet', 'refusal-act', 'approval-order', 'acknowledgement-sheet', 'role-handbook'])
      expect([kind, ofWorker(kind)]).toEqual([kind, expect.not.stringMatching(/должностн(ая|ой|ую) инструкци|ДИ-/)]);
    for (const kind of ['acquaintance-list', 'refusal-act', 'approval-order', 'acknowledgement-sheet'])
      expect(ofWorker(kind)).toContain('№ РИ-7/2026');
  });

  it('carry it, where they are an annex to the contract', () => {
    const annex = ofWorker('contract-annex');
    expect(annex).toContain('РАБОЧАЯ ИНСТРУКЦИЯ');
    expect(annex).toContain('исполняет следующие трудовые обязанности');
    expect(annex).toMatch(/С рабочей инструкцией ознакомлена, согласна/);
    expect(annex).not.toMatch(/должностн(ая|ой|ую) инструкци|УТВЕРЖДАЮ/i);
  });

  it('say so of several, of one kind or of two', () => {
    const clerk: Role = { ...worker, id: 'clerk' };
    expect(ofWorker('approval-order', { roles: [worker, clerk] })).toContain('следующие рабочие инструкции (прилагаются):');
    const mixed = ofWorker('approval-order', { roles: [seller, worker] });
    expect(mixed).toContain('следующие должностные и рабочие инструкции (прилагаются):');
    expect(mixed).toContain('должностную инструкцию менеджера по продажам № ДИ-1/2026');
    expect(mixed).toContain('рабочую инструкцию менеджера по продажам № РИ-7/2026');
  });
});
