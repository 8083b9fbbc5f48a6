/** What an overlay says in place of single values, of a whole list, or in fewer languages: neither more nor less comes of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRole } from '../src/desk/roles.js';
import type { Role } from '../src/role/role.generated.js';
import { memoryWorkspace } from '../src/workspace/memory.js';

const seller = readFileSync(new URL('./corpus/overlay/roles/seller.yaml', import.meta.url), 'utf8');
const head = 'schema: 2\nextends: seller\nbase: { version: 1.2.0 }\nid: x\nversion: 1.0.0\n';

/** The role that an overlay of the seller makes; `base` changes the seller first. */
const overlaid = (lines: string, base: (text: string) => string = (text) => text) =>
  readRole(memoryWorkspace({ 'roles/seller.yaml': base(seller), 'departments/x.yaml': `${head}${lines}` }), 'departments/x.yaml');

function roleOf(lines: string, base?: (text: string) => string): Role {
  const { role, diagnostics } = overlaid(lines, base);
  if (!role) throw new Error(diagnostics.map(({ code }) => code).join(', '));
  return role;
}
const told = (lines: string, base?: (text: string) => string): string[] =>
  overlaid(lines, base).diagnostics.map(({ code, line }) => `${line} ${code}`);

describe('a value', () => {
  test('comes into a part of the role that has it, or makes the part', () => {
    const goal = { ru: 'работа', en: 'work' };
    expect(roleOf('onboarding: { goal: { ru: работа, en: work } }\n').onboarding).toMatchObject({ goal, stages: [{}, {}] });
    const without = (text: string): string => text.slice(0, text.indexOf('onboarding:'));
    expect(told('onboarding: { goal: { ru: работа, en: work } }\n', without)).toEqual(['6 missing-key']);
    expect(roleOf('onboarding: null\n').onboarding).toBeUndefined();
    expect(told('onboarding: null\n', without)).toEqual(['6 overlay-nothing-to-remove']);
    expect(roleOf('experience: { min: 2, unit: year }\n').requirements.experience).toEqual({ min: 2, unit: 'year' });
    expect(roleOf('sources: { shop: the new handbook, law: the Act }\n').sources).toEqual({ shop: 'the new handbook', law: 'the Act' });
  });

  test('of the wrong kind is told, and nothing becomes of it', () => {
    expect(told('posts: [director]\n')).toEqual(['6 wrong-type']);
    expect(told('onboarding: soon\n')).toEqual(['6 wrong-type']);
  });

  test('takes the place of the whole, unless it is a text', () => {
    const deadline = 'changes:\n  - change: advise\n    deadline: { value: 2, unit: hour }\n';
    const from = (text: string): string =>
      text.replace('{ value: 1, unit: hour }', '{ value: 1, unit: hour, from: { ru: вопроса, en: the question } }');
    expect(roleOf(deadline, from).duties[0]?.duties[0]?.deadline).toEqual({ value: 2, unit: 'hour' });
    const words = 'changes:\n  - change: advise\n    text: { en: help customers }\n';
    expect(roleOf(words).duties[0]?.duties[0]?.text).toEqual({ ru: 'консультирует покупателей', en: 'help customers' });
  });

  test('may be a new list under an entry, with entries that were in the old one', () => {
    const list =
      'changes:\n  - change: selling\n    duties:\n      - { id: wrap, text: { ru: пакует, en: pack } }\n      - { id: advise, text: { ru: помогает, en: help } }\n';
    expect(roleOf(list).duties[0]?.duties.map(({ id }) => id)).toEqual(['wrap', 'advise']);
    expect(told(list.replace('id: wrap', 'id: tidy'))).toContain('9 overlay-id-taken');
  });
});

describe('fewer languages', () => {
  const russianOnly = (text: string): string =>
    text
      .replace('titleForms: { ru: { genitive: продавца }, en: { article: a } }', 'titleForms: { ru: { genitive: продавца } }')
      .replace(
        '    title: { ru: директор, en: director }',
        '    title: { ru: директор, en: director }\n    forms: { ru: { genitive: директора } }',
      );

  test('leave no words and no forms of the others', () => {
    const role = roleOf('languages: [en]\n');
    expect(JSON.stringify(role)).not.toMatch(/[а-я]/);
    expect(role.titleForms).toEqual({ en: { article: 'a' } });
  });

  test('leave out what there was in the others only', () => {
    const role = roleOf('languages: [en]\n', russianOnly);
    expect(role).not.toHaveProperty('titleForms');
    expect(role.posts.director).toEqual({ title: { en: 'director' } });
    expect(roleOf('languages: [ru]\n', russianOnly).posts.director).toEqual({
      title: { ru: 'директор' },
      forms: { ru: { genitive: 'директора' } },
    });
  });

  test('take along what a language says otherwise in one country', () => {
    const american = (text: string): string =>
      text.replace('    title: { ru: директор, en: director }', '    title: { ru: директор, en: director, en-US: president }');
    expect(roleOf('languages: [ru]\n', american).posts.director?.title).toEqual({ ru: 'директор' });
    expect(roleOf('languages: [en]\n', american).posts.director?.title).toEqual({ en: 'director', 'en-US': 'president' });
  });

  test('must be languages of the role', () => {
    expect(told('languages: [en, nl]\n')).toEqual(['6 language-not-in-base']);
    expect(told('languages: []\n')).toEqual(['6 empty-list']);
  });
});

describe('references', () => {
  test('to a duty that is replaced by one already named there are not doubled', () => {
    const role = roleOf('changes:\n  - remove: advise\n  - replace: wrap\n    with: { id: pack, text: { ru: пакует, en: pack } }\n');
    expect(role.kpis?.[0]?.measures).toEqual(['pack']);
    expect(role.onboarding?.stages[0]?.steps[0]).not.toHaveProperty('prepares');
  });

  test('of the overlay itself are left to the rules', () => {
    expect(told('changes:\n  - remove: wrap\n  - change: turnover\n    measures: [wrap]\n')).toEqual(['9 broken-reference']);
  });
});

test('a list is named by its path or by its entry, and what is meant is guessed', () => {
  const add = (where: string): string => `changes:\n  - add: { id: new, text: { ru: новое, en: new } }\n    in: ${where}\n`;
  expect(roleOf(add('guidedBy')).guidedBy).toEqual([{ id: 'new', text: { ru: 'новое', en: 'new' } }]);
  expect(roleOf(add('pay.components')).pay).toEqual({ components: [{ id: 'new', text: { ru: 'новое', en: 'new' } }] });
  expect(roleOf(add('selling')).duties[0]?.duties.at(-1)?.id).toBe('new');
  const hintOf = (where: string): unknown => overlaid(add(where)).diagnostics[0];
  expect(hintOf('skills')).toMatchObject({ code: 'overlay-unknown-list', args: { nearest: 'requirements.skills' } });
  expect(hintOf('seling')).toMatchObject({ code: 'overlay-unknown-list', args: { nearest: 'selling' } });
  expect(hintOf('first-week')).toMatchObject({
    code: 'overlay-unknown-list',
    args: { list: 'first-week', known: 'first-week.topics, first-week.steps, first-week.checks' },
  });
  expect(told(`changes:\n  - remove: order\n  - add: { id: new, text: { ru: новое, en: new } }\n    in: order\n`)).toContain(
    '9 overlay-clause-gone',
  );
});

test('ends of a range must be in their order, also when one of them is not set', () => {
  const between = (value: string): string[] => told(`changes:\n  - { change: order-kept, operator: between, value: ${value}, max: 10 }\n`);
  expect(between('5')).toEqual([]);
  expect(between('10')).toEqual([]);
  expect(between('11')).toEqual(['7 min-above-max']);
  expect(between('null')).toEqual([]);
});

test('checks stand within their stage as steps do', () => {
  expect(told('changes:\n  - change: talk\n    due: { day: 5, unit: calendar-day }\n')).toEqual([]);
  expect(told('changes:\n  - change: talk\n    due: { day: 30 }\n')).toEqual(['8 step-outside-stage']);
});
