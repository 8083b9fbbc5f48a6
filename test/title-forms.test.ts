/** A name whose Russian forms are guessed is told once, where it is written, with the forms and how to give others. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { declensionOf } from '../src/language/cases.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';
import { roleOf } from './sample-role.js';

const firm = readFileSync(new URL('../examples/organisation.ru.yaml', import.meta.url), 'utf8').replace(
  /^(?:positions|departments):\n(?: .*\n)*/gm,
  '',
);
const guess = { genitive: 'КИПовца', dative: 'КИПовцу', accusative: 'КИПовца', instrumental: 'КИПовцем' };
const role = (data: object = {}, language: 'ru' | 'en' = 'ru'): string => stringify(roleOf({ language, data: { ...data } }));
const files = { 'roles/sample.yaml': role({ title: 'КИПовец' }) };

/** The places at which a command tells of guessed forms. */
async function places(line: string, more: Record<string, string> = {}): Promise<string[]> {
  const { err, out } = await command(`${line} --lang en`, { workspace: memoryWorkspace({ ...files, ...more }) });
  return [...(err + out).matchAll(/^(.*): warning title-forms-guessed$/gm)].map(([, place = '']) => place.replace(/:\d+:\d+.*$/, ''));
}

describe('a guessed title', () => {
  it.each(['generate sample --kind job-description --format html --dry-run', 'validate roles/sample.yaml', 'validate'])(
    'of a role is told once by “%s”',
    async (line) => {
      expect(await places(line)).toEqual(['roles/sample.yaml']);
    },
  );

  it('is told with its forms and what to write', async () => {
    const { err } = await command('validate roles/sample.yaml --lang ru', { workspace: memoryWorkspace(files) });
    expect(err).toMatch(/roles\/sample\.yaml:\d+:\d+: .*title-forms-guessed\n.*«КИПовец».*«КИПовца», «КИПовцу», «КИПовцем»/);
    expect(err).toContain('«titleForms: { ru: { genitive: "');
  });

  it('is no guess any more where the role gives its forms, and none in a paper of another language', async () => {
    expect(await places('validate', { 'roles/sample.yaml': role({ title: 'КИПовец', titleForms: { ru: guess } }) })).toEqual([]);
    const both = readFileSync(new URL('./corpus/lint-sample.yaml', import.meta.url), 'utf8');
    const bilingual = { 'roles/sample.yaml': both.replace('title: { ru: менеджер по закупкам', 'title: { ru: КИПовец') };
    expect(await places('generate sample --locale ru --kind job-description --format html --dry-run', bilingual)).toEqual([
      'roles/sample.yaml',
    ]);
    expect(await places('generate sample --locale en --kind job-description --format html --dry-run', bilingual)).toEqual([]);
  });

  it('of the organisation wins over that of the role', async () => {
    const own = { 'firm.yaml': `${firm}positions:\n  sample: { title: { ru: пультовец } }\n` };
    expect(await places('generate sample --organisation firm.yaml --kind job-description --format html --dry-run', own)).toEqual([
      'firm.yaml',
    ]);
    const given = { 'firm.yaml': `${firm}positions:\n  sample: { title: { ru: слесарь } }\n` };
    expect(await places('generate sample --organisation firm.yaml --kind job-description --format html --dry-run', given)).toEqual([]);
  });

  it('of a structure, with the departments, is told by its check', async () => {
    const structure =
      'schema: 2\nlanguages: [ru]\ndepartments:\n  - { id: kip, name: сушки }\npositions:\n  a: { title: КИПовец, department: kip }\n  b: { title: КИПовец, department: kip }\n  c: { title: слесарь КИПиА, department: kip }\n';
    expect(await places('structure check', { 'structure.yaml': structure })).toEqual(['structure.yaml', 'structure.yaml']);
  });

  it('of a manager is told in the file of the person, which may give its forms', async () => {
    const person = (more: object): Record<string, string> => ({
      'roles/sample.yaml': role(),
      'person.yaml': stringify({
        schema: 2,
        name: { last: 'Иванов', first: 'Иван' },
        manager: { name: { last: 'Котов', first: 'Пётр' }, post: 'КИПовец', ...more },
      }),
    });
    expect(await places('generate sample --person person.yaml --kind job-description --format html --dry-run', person({}))).toEqual([
      'person.yaml',
    ]);
    expect(
      await places(
        'generate sample --person person.yaml --kind job-description --format html --dry-run',
        person({ postForms: { ru: guess } }),
      ),
    ).toEqual([]);
  });

  it('of a manager in a list is told in the first row that has it', async () => {
    const list =
      'ФИО;Должность;Руководитель;Должность руководителя\nИванов Иван Иванович;sample;Котов Пётр Ильич;КИПовец\nПетров Иван Иванович;sample;Котов Пётр Ильич;КИПовец\n';
    const { err } = await command('batch people.csv --dry-run --lang en', {
      workspace: memoryWorkspace({ 'roles/sample.yaml': role(), 'people.csv': list }),
    });
    expect(err.match(/title-forms-guessed/g)).toHaveLength(1);
  });
});

describe('the forms of a title', () => {
  it.each(
    [
      ['оператор котельной', 'слесарь-сантехник 4-го разряда', 'и.о. директора', 'старший портье', 'врач общей практики (семейный врач)'],
      ['HR-менеджер', 'Product Owner', 'заведующий складом', 'ст. преподаватель', 'к.т.н., доцент', 'менеджер по продажам (опт)'],
    ].flat(),
  )('are certain of «%s»', (title) => {
    expect(declensionOf(title).isCertain).toBe(true);
  });

  it.each(['КИПовец', 'швец', 'оператор камер', 'и.о. директор', 'лизун-дегустатор', 'пиццайни', 'рабочий фабрик'])(
    'are guessed of «%s»',
    (title) => {
      expect(declensionOf(title).isCertain).toBe(false);
    },
  );
});
