/** Use cases at their edges: interruptions, namesakes, acts with witnesses, erasing at its term, and what the command line says of mistakes. */
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../src/cli/terminal.js';
import * as command from '../src/cli/command.js';
import { ignoring } from '../src/register/begin.js';
import { codeFrom } from '../src/register/scans.js';
import { seriesFor, shownNumber } from '../src/register/series.js';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';

const organisation = (country: string, language: string, more = ''): string =>
  `schema: 2\nname: Northwind\nplace: Hull\njurisdiction: ${country}\nlanguages: [${language}]\n${more}departments:\n  - { id: sales, name: sales }\n`;

function office(country: string, language: 'ru' | 'en' | 'nl', more = ''): Visiting {
  const made = visiting({ language });
  made.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  made.write('organisation.yaml', organisation(country, language, more));
  return made;
}

const made: Visiting[] = [];
const opened = (...args: Parameters<typeof office>): Visiting => {
  const one = office(...args);
  made.push(one);
  return one;
};
afterAll(() => {
  for (const { folder } of made) rmSync(folder, { recursive: true, force: true });
});

const list = (...rows: readonly string[]): string => ['Name,Gender,Personnel number,Job title,Department', ...rows, ''].join('\n');
const anna = 'Anna Smith,f,1001,sales-manager,sales';

it('is what the root’s door takes for a server', () => {
  const server: Server = command;
  expect(server.commands).toEqual(['register', 'worker', 'serve', 'studio', 'seal', 'verify']);
  expect(server.version).toMatch(/^\d+\.\d+\.\d+/);
});

describe('issuing', () => {
  it('goes on with the number that an interrupted run had taken, and makes the same bytes', async () => {
    const hr = opened('gb', 'en');
    hr.write('people.csv', list(anna));
    await hr.data('init');
    await hr.data('people people.csv');
    // The disk is full in the moment between the number and the files.
    hr.write('register/files', 'no folder');
    await expect(hr.run('issue --all --format pdf --on 2026-12-01')).rejects.toThrow();
    expect((await hr.data<{ documents: { state: string; shown: string }[] }>('documents')).documents).toMatchObject([
      { state: 'numbered', shown: '1' },
    ]);
    rmSync(join(hr.folder, 'register/files'));
    hr.day('2026-12-03');
    const { documents } = await hr.data<{ documents: { outcome: string; number: string; dated: string }[] }>('issue --all --format pdf');
    expect(documents).toMatchObject([{ outcome: 'finished', number: '1', dated: '2026-12-01' }]);
    const bytes = readdirSync(join(hr.folder, 'register/files'), { recursive: true, encoding: 'utf8' }).filter((one) =>
      /[0-9a-f]{62}$/.test(one),
    );

    const other = opened('gb', 'en');
    other.write('people.csv', list(anna));
    await other.data('init');
    await other.data('people people.csv');
    await other.data('issue --all --format pdf --on 2026-12-01');
    // The paper, and what it says for the screen.
    expect(bytes).toHaveLength(2);
    expect(bytes.every((one) => existsSync(join(other.folder, 'register/files', one)))).toBe(true);
  });

  it('numbers by the pattern of the organisation, and tells its number from the series', () => {
    const numbering = { pattern: 'JD-{number}/{year}', kinds: { 'role-handbook': '{role}-{year}' } };
    const of = (kind: string, isDescription: boolean) => ({
      kind,
      isDescription,
      role: 'seller',
      department: null,
      person: null,
      dated: '2026-12-01',
    });
    const shown = (kind: string, isDescription: boolean): string =>
      shownNumber({ series: seriesFor(of(kind, isDescription), { numbering } as never), number: 7 });
    expect([shown('job-description', true), shown('role-handbook', false), shown('refusal-act', false)]).toEqual([
      'JD-7/2026',
      'seller-2026-7',
      '7',
    ]);
  });
});

describe('people', () => {
  it('are known by number, else by name and post; whoever could be another is told of and left alone', async () => {
    const hr = opened('gb', 'en');
    await hr.data('init');
    hr.write('first.csv', list(anna, 'John Brown,m,,sales-manager,sales'));
    await hr.data('people first.csv');
    // Another Anna Smith, and the same John Brown with a number now.
    hr.write(
      'second.csv',
      list('Anna Smith,f,1009,hr-manager,sales', 'John Brown,m,,hr-manager,sales', 'John Brown,m,1002,sales-manager,sales'),
    );
    const second = await hr.data<{ known: string[]; changed: string[]; doubtful: number; diagnostics: { code: string }[] }>(
      'people second.csv',
    );
    // Of two John Browns in one list, the other is another; whether Anna Smith has two numbers is asked.
    expect([second.known.length, second.changed.length, second.doubtful]).toEqual([1, 1, 1]);
    expect(await hr.data('people second.csv --new')).toMatchObject({ known: [expect.anything()], doubtful: 0 });
    hr.write('third.csv', list('John Brown,m,,office-manager,sales'));
    const third = await hr.data<{ doubtful: number; diagnostics: { code: string }[] }>('people third.csv');
    expect(third.doubtful).toBe(1);
    expect(third.diagnostics.map(({ code }) => code)).toContain('register-person-doubtful');
    expect((await hr.run('acknowledge "John Brown"')).err).toMatch(/register-no-request|register-several-people/);
    expect((await hr.run('status Smith')).err).toContain('1009');
  });

  it('who are not in a complete list have left, and come back', async () => {
    const hr = opened('gb', 'en');
    await hr.data('init');
    hr.write('all.csv', list(anna, 'John Brown,m,1002,sales-manager,sales'));
    hr.write('one.csv', list(anna));
    await hr.data('people all.csv');
    expect(await hr.data('people one.csv')).toMatchObject({ left: [], missing: ['John Brown'] });
    expect(await hr.data<{ left: string[] }>('people one.csv --complete')).toMatchObject({ missing: [], unchanged: 1 });
    expect(await hr.data<{ people: { number: string; leftOn: string | null }[] }>('people')).toMatchObject({
      people: [
        { number: '1001', leftOn: null },
        { number: '1002', leftOn: '2026-12-01' },
      ],
    });
    hr.day('2027-02-01');
    expect(await hr.data<{ known: string[] }>('people all.csv')).toMatchObject({ doubtful: 0, missing: [] });
  });

  it('belong in a list until their last day, and keep nobody else in it once they have gone', async () => {
    const hr = opened('gb', 'en');
    await hr.data('init');
    hr.write('all.csv', list(anna, 'John Brown,m,1002,sales-manager,sales', 'Kate Dunn,f,1003,sales-manager,sales'));
    hr.write('two.csv', list(anna, 'John Brown,m,1002,sales-manager,sales'));
    await hr.data('people all.csv');
    await hr.data('leave 1002 --on 2026-12-18');
    interface Taken {
      readonly left: readonly string[];
      readonly diagnostics: readonly { readonly code: string }[];
    }
    const codes = ({ diagnostics }: Taken): readonly string[] => diagnostics.map(({ code }) => code);
    const before = await hr.data<Taken>('people all.csv');
    expect(before).toMatchObject({ unchanged: 3 });
    expect(codes(before)).not.toContain('register-person-left');
    hr.day('2026-12-19');
    const after = await hr.data<Taken>('people two.csv --complete');
    expect(after.left).toHaveLength(1);
    expect(codes(after)).toContain('register-person-left');
    expect(codes(after)).not.toContain('register-complete-waits');
  });
});

describe('a personnel number', () => {
  it('is one person’s: neither twice in a list nor given on, but known again under another surname', async () => {
    const hr = opened('gb', 'en');
    await hr.data('init');
    hr.write('all.csv', list(anna, 'John Brown,m,1002,sales-manager,sales'));
    await hr.data('people all.csv');
    await hr.data('leave 1001 --on 2026-12-01');
    hr.day('2027-03-01');
    hr.write('given-on.csv', list('Peter Green,m,1001,sales-manager,sales'));
    const told = await hr.run('people given-on.csv');
    expect([told.code, told.err]).toEqual([1, expect.stringMatching(/register-number-taken[^]*Anna Smith/)]);
    // An old list that still has her does not take her on again.
    hr.write('back.csv', list('Anna Jones,f,1001,sales-manager,sales'));
    const old = await hr.run('people back.csv');
    expect(old.err).toContain('register-person-left');
    expect((await hr.run('people')).out).not.toContain('Anna Jones');
    hr.write('back.csv', 'Name,Gender,Personnel number,Role,Department,First day\nAnna Jones,f,1001,sales-manager,sales,2027-03-01\n');
    expect((await hr.data<{ known: string[] }>('people back.csv')).known).toHaveLength(1);
    expect((await hr.run('people')).out).toContain('Anna Jones');
    await hr.data('verify');
  });
});

describe('a department', () => {
  it('that the organisation lacks is told of and left out of papers; one that it has is meant by name too', async () => {
    const hr = opened('gb', 'en');
    await hr.data('init');
    hr.write('all.csv', list(anna, 'John Brown,m,1002,sales-manager,Deep Sea'));
    await hr.data('people all.csv');
    const { out, err } = await hr.run('issue --all --format pdf --request');
    expect(err).toContain('register-department-unknown');
    expect(out).toContain('[deep-sea]');
    expect((await hr.data<{ rows: { number: string }[] }>('status --department Sales')).rows.map(({ number }) => number)).toEqual(['1001']);
    const { rows } = await hr.data<{ rows: { post: string }[] }>('journal --format xlsx');
    expect(rows.map(({ post }) => post).sort()).toEqual(['Sales executive', 'Sales executive, sales']);
  });
});

describe('a refusal in Russia', () => {
  let hr: Visiting;
  beforeAll(async () => {
    hr = opened('ru', 'ru', "numbering: { pattern: 'ДИ-{number}/{year}', kinds: { refusal-act: 'А-{number}' } }\n");
    hr.write('люди.csv', 'ФИО;Пол;Табельный номер;Должность;Подразделение\nДроздов Кирилл Олегович;м;31;sales-manager;sales\n');
    await hr.data('init');
    await hr.data('people люди.csv');
    await hr.data('issue --all --request --format pdf');
  });

  it('waits for its act until two witnesses are named, neither of them the refuser nor who records it', async () => {
    expect(await hr.data('refuse "Дроздов Кирилл"')).toMatchObject({ act: null });
    for (const [witnesses, code] of [
      ['--witness "Орлов Д.С."', 'too-few-witnesses'],
      ['--witness "Орлов Д.С." --witness "Орлов  д.с."', 'witness-twice'],
      ['--witness "Орлов Д.С." --witness "Дроздов Кирилл Олегович"', 'witness-refused'],
      ['--witness "Орлов Д.С." --witness "Helen Carter"', 'witness-records'],
    ] as const)
      expect((await hr.run(`refuse 31 ${witnesses}`)).err).toContain(code);
    const { act, files } = await hr.data<{ act: string; files: string[] }>(
      'refuse 31 --witness "Орлов Д.С., менеджер по персоналу" --witness "Черных Л.А., специалист"',
    );
    // None of the tries before took a number.
    expect([act, files.length]).toEqual(['А-1', 2]);
    const { rows } = await hr.data<{ rows: { outcome: { sort: string; act: string } }[] }>('journal --format xlsx');
    expect(rows.map(({ outcome }) => outcome)).toEqual([{ sort: 'refused', act: 'А-1' }]);
    expect((await hr.run('status')).out).not.toContain('ознакомлен ');
  });

  it('keeps the data for fifty years after the end of work, and a hold for longer', async () => {
    const { out, err } = await hr.run('erase 31');
    expect([out, err.includes('register-still-employed')]).toEqual([expect.stringContaining('хранится, пока человек работает'), true]);
    await hr.data('leave 31 --on 2026-12-20');
    expect(await hr.data('erase 31 --dry-run')).toMatchObject({ mayGoOn: '2077-01-01', held: false });
    hr.day('2077-01-01');
    await hr.data('hold 31 --reason "суд"');
    expect((await hr.run('erase 31')).err).toContain('on-hold');
    expect((await hr.run('hold 31 --reason "суд"')).err).toContain('held-already');
    await hr.data('release 31 --reason "решение вступило в силу"');
    expect((await hr.run('erase 31 --log register/erased.txt')).err).toContain('register-inside');
    const { erased } = await hr.data<{ erased: { events: number; files: number } }>('erase 31 --log ../erased.txt');
    expect(erased.events).toBeGreaterThan(3);
    expect(erased.files).toBe(2);
    expect(readFileSync(join(hr.folder, '../erased.txt'), 'utf8')).toMatch(/^\S+Z p_[0-9a-f]+ end-of-work /);
    rmSync(join(hr.folder, '../erased.txt'));
    expect(await hr.data('verify')).toMatchObject({ whole: true });
    expect((await hr.run('people')).out).not.toContain('Дроздов');
    // The journal keeps its row, with nobody’s name in it.
    expect((await hr.data<{ rows: { name: string | null }[] }>('journal --format xlsx --force')).rows).toMatchObject([{ name: null }]);
  });
});

describe('terms', () => {
  it('are set by the organisation: what was acknowledged too long ago has expired', async () => {
    const hr = opened('gb', 'en');
    hr.write('people.csv', list(anna));
    await hr.data('init');
    await hr.data('people people.csv --on 2026-11-02');
    await hr.data('issue --all --format pdf --on 2026-11-30');
    type Totals = { readonly totals: Readonly<Record<string, number>>; readonly rows: readonly { readonly due: string | null }[] };
    expect((await hr.data<Totals>('status')).rows).toMatchObject([{ due: '2026-12-08' }]);
    expect(await hr.data('rules --change-days 2 --renewal-months 12 --void-by-two yes')).toMatchObject({
      rules: { voidByTwo: true, scanByTwo: true },
      terms: { change: { value: 2, unit: 'working-day' }, newcomer: { value: 0 }, renewalMonths: 12 },
    });
    expect((await hr.data<Totals>('status')).rows).toMatchObject([{ due: '2026-12-03' }]);
    await hr.data('request --all');
    await hr.data('acknowledge 1001');
    expect((await hr.data<Totals>('status')).totals).toMatchObject({ current: 1, expired: 0 });
    hr.day('2027-12-02');
    expect((await hr.data<Totals>('status')).totals).toMatchObject({ current: 0, expired: 1, overdue: 1 });
    // What is not named stays; 0 takes the renewal back.
    expect(await hr.data('rules --renewal-months 0')).toMatchObject({
      rules: { voidByTwo: true },
      terms: { change: { value: 2 }, renewalMonths: null },
    });
    expect((await hr.data<Totals>('status')).totals).toMatchObject({ current: 1, expired: 0 });
    // In Great Britain newcomers know it on their first day, whatever is set.
    expect((await hr.run('rules --newcomer-days 3')).err).toContain('register-newcomers-by-law');
    await hr.data('rules --newcomer-days 0');
    for (const line of ['rules --void-by-two maybe', 'rules --change-days soon', 'rules --renewal-months 121']) {
      const told = await hr.run(line);
      expect([line, told.code, told.err.includes('unknown-option-value')]).toEqual([line, 2, true]);
    }
  });
});

it('leaves a link in the place of the list for git alone', async () => {
  const hr = opened('gb', 'en');
  const other = opened('gb', 'en');
  other.write('outside.txt', 'not ours');
  symlinkSync(join(other.folder, 'outside.txt'), join(hr.folder, '.gitignore'));
  await hr.run('init');
  expect(readFileSync(join(other.folder, 'outside.txt'), 'utf8')).toBe('not ours');
});

describe('the command line', () => {
  it('tells mistakes in each language without a trace of its insides', async () => {
    for (const language of ['ru', 'en', 'nl'] as const) {
      const hr = opened({ ru: 'ru', en: 'gb', nl: 'nl' }[language], language);
      const wrong: readonly (readonly [line: string, code: string, exit: number])[] = [
        ['status', 'storage/register-missing', 1],
        ['acknowlege', 'usage-unknown-command', 2],
        ['status --stading x', 'usage-unknown-option', 2],
        ['acknowledge', 'usage-missing-argument', 2],
        ['void 1', 'usage-missing-option', 2],
        ['anchor', 'usage-missing-option', 2],
        ['init a b', 'usage-too-many-arguments', 2],
        ['restore nowhere', 'storage/backup-unusable', 1],
      ];
      for (const [line, code, exit] of wrong) {
        const told = await hr.run(line);
        expect([line, told.code]).toEqual([line, exit]);
        expect(told.err).toContain(code);
        expect(told.err).not.toMatch(/ {4}at |undefined|\{\w+\}/);
        const { diagnostics } = JSON.parse((await hr.run(`${line} --json`)).out) as { diagnostics: { code: string; message: string }[] };
        expect(diagnostics.map((one) => one.code)).toContain(code);
      }
      await hr.data('init');
      const later: readonly (readonly [line: string, code: string])[] = [
        ['issue', 'register-nothing-named'],
        ['issue --all', 'register-nobody-holds'],
        ['acknowledge nobody', 'register-nobody'],
        ['void 1 --reason x', 'register-no-document'],
        ['show seller', 'register-no-proposal'],
        ['status --standing foo', 'unknown-option-value'],
        ['journal --to yesterday', 'bad-date'],
        ['propose sales-manager nothing.yaml --summary x', 'file-missing'],
        ['people nothing.csv', 'file-missing'],
        ['anchor --to register/anchors.txt', 'register-inside'],
        ['verify --anchors nothing.txt', 'file-missing'],
      ];
      for (const [line, code] of later) {
        const told = await hr.run(line);
        expect([line, told.code > 0, told.err.includes(code)]).toEqual([line, true, true]);
        expect(told.err).not.toMatch(/ {4}at |undefined|\{\w+\}/);
      }
    }
  });

  it('explains each command, and offers people and commands where a shell asks', async () => {
    const hr = opened('gb', 'en');
    hr.write('people.csv', list(anna));
    await hr.data('init');
    await hr.data('people people.csv');
    const { out, code } = await hr.run('', undefined);
    expect(code).toBe(2);
    const names = [...out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name = '']) => name);
    expect(names).toEqual(expect.arrayContaining(['init', 'issue', 'acknowledge', 'restore']));
    const terminal = { ...nowhere, workspace: (await import('rolewright')).openWorkspace(hr.folder), folder: hr.folder };
    const offered = async (...words: string[]): Promise<string[]> =>
      (await command.complete({ command: 'register', words }, terminal, 'en')).offers.map(({ value }) => value);
    expect(await offered('ack')).toEqual(names);
    expect(await offered('acknowledge', '')).toEqual(['1001']);
    expect(await offered('issue', '')).toEqual(['sales-manager']);
    expect(await offered('request', '--method', '')).toEqual(['in-person', 'paper', 'link']);
    expect(await offered('status', '--ov')).toContain('--overdue');
    for (const name of names) {
      let help = '';
      await command.run({ command: 'register', words: [name, '--help'] }, { ...terminal, out: (text) => void (help += text) }, 'nl');
      expect(help).toContain('Gebruik:');
      expect(help).not.toContain('undefined');
    }
  });
});

const nowhere = { environment: {}, out: () => {}, err: () => {}, errIsTerminal: false };

it('adds to a .gitignore what is missing, once', () => {
  const text = ignoring('dist\n*.csv', 'People') ?? '';
  expect(text.split('\n').filter((line) => line === '*.csv')).toHaveLength(1);
  expect(text.startsWith('dist\n*.csv\n\n# People\n')).toBe(true);
  expect(ignoring(text, 'People')).toBeNull();
});

it('draws codes of signs that nobody mistakes', () => {
  const code = codeFrom(Uint8Array.from({ length: 12 }, (_, at) => at * 21));
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
});
