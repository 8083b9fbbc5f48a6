/** Guards, one by one: the good case passes, and each thing that can stand against it is told by its code. */
import { loadMessages, packageWorkspace } from 'rolewright';
import { describe, expect, it } from 'vitest';
import { kinds, thingOf } from '../src/life/events.js';
import type { Kind } from '../src/life/events.js';
import { guards } from '../src/life/guards.js';
import type { Facts } from '../src/life/guards.js';
import { generalCodes, may } from '../src/life/may.js';
import { samePerson } from '../src/life/people.js';
import { hash, samples } from './life-samples.js';
import { languages, told as inLanguage, wordsIn } from './life-words.js';
import { askedOf, goodContext, lifeOf, today } from './lives.js';
import type { Told } from './lives.js';

/** What comes before each kind in a plain life. */
const linked: Told = { kind: 'requested', says: { method: 'link' } };

const before: { readonly [K in Kind]: readonly Told[] } = {
  began: [],
  'rules-set': ['began'],
  anchored: ['began'],
  erased: ['began'],
  held: ['began'],
  released: ['began', 'held'],
  exported: ['began'],
  restored: ['began'],
  'actor-named': ['began'],
  'person-known': [],
  'person-changed': ['person-known'],
  'contact-set': ['person-known'],
  'person-left': ['person-known'],
  'leaving-undone': ['person-known', 'person-left'],
  'post-taken': [],
  'post-left': ['post-taken'],
  'post-restored': ['post-taken', 'post-left'],
  'post-corrected': ['post-taken'],
  proposed: [],
  approved: ['proposed'],
  returned: ['proposed'],
  withdrawn: ['proposed'],
  numbered: [],
  issued: ['numbered'],
  replaced: ['numbered', 'issued'],
  'void-asked': ['numbered', 'issued'],
  'void-dropped': ['numbered', 'issued', 'void-asked'],
  voided: ['numbered', 'issued'],
  requested: [],
  sent: [linked],
  opened: ['requested'],
  asked: ['requested'],
  printed: ['requested'],
  scanned: ['requested', 'printed'],
  'scan-checked': ['requested', 'printed', 'scanned'],
  'scan-rejected': ['requested', 'printed', 'scanned'],
  acknowledged: ['requested', 'opened'],
  'acknowledgement-undone': ['requested', 'opened', 'acknowledged'],
  'undo-asked': ['requested', 'opened', 'acknowledged'],
  'undo-dropped': ['requested', 'opened', 'acknowledged', 'undo-asked'],
  declined: ['requested'],
  'reason-given': ['requested', 'declined'],
  'refusal-recorded': ['requested', 'declined'],
  'refusal-amended': ['requested', 'declined', 'refusal-recorded'],
  'refusal-voided': ['requested', 'declined', 'refusal-recorded'],
  'sheet-returned': ['requested', 'printed', 'superseded'],
  cancelled: ['requested'],
  expired: ['requested'],
  superseded: ['requested'],
  'plan-begun': [],
  'plan-moved': ['plan-begun'],
  'helper-named': ['plan-begun'],
  'task-ticked': ['plan-begun'],
  'task-unticked': ['plan-begun', 'task-ticked'],
  'task-noted': ['plan-begun'],
  'task-filed': ['plan-begun'],
  'task-checked': ['plan-begun'],
  'plan-ended': ['plan-begun'],
  'plan-resumed': ['plan-begun', 'plan-ended'],
};

/** Whoever looks a second time is another; who is asked has some days left. */
const second = ['approved', 'scan-checked'];
const told = (kind: Kind): Told => {
  if (kind === 'requested') return { kind, says: { due: '2026-12-14' } };
  // The task of these tests is the newcomer’s own, which nobody but personnel judges.
  if (kind === 'task-checked') return { kind, says: { as: 'hr' } };
  return second.includes(kind) ? ({ kind, actor: 'a_2' } as Told) : kind;
};

describe('the good case', () => {
  it.each(kinds)('%s may be', (kind) => {
    expect(may(askedOf(before[kind], told(kind)))).toEqual({ ok: true });
  });
});

interface Case {
  readonly before?: readonly Told[];
  readonly told?: Told;
  readonly context?: object;
  readonly facts?: Facts;
  /** The same with one thing otherwise, which may be. */
  readonly unless?: readonly Omit<Case, 'unless' | 'facts'>[];
}

const rules = (otherwise: object): object => ({ rules: { ...goodContext.rules, ...otherwise } });
const document = (otherwise: object): object => ({ document: { ...goodContext.document, ...otherwise } });
const desk = (otherwise: object): object => ({ desk: { ...goodContext.desk, ...otherwise } });
const onPaper: readonly Told[] = ['requested', 'printed', 'scanned', { kind: 'scan-checked', actor: 'a_2' }];
const paper: Told = { kind: 'acknowledged', says: { how: 'paper', evidence: samples.scanned.sha256 } };
const byLink: Told = { kind: 'acknowledged', says: { how: 'link' } };
const none: Told = { kind: 'refusal-recorded', says: { witnesses: [] } };
const withoutAct = (witnesses: readonly string[] = samples['refusal-recorded'].witnesses): Told =>
  ({ kind: 'refusal-recorded', says: { act: undefined, document: undefined, witnesses } }) as unknown as Told;

const cases: Readonly<Record<string, Case>> = {
  'erased on-hold': { context: { held: true } },
  'erased kept-for-now': {
    context: { mayGoOn: '2026-12-11' },
    facts: { day: '2026-12-11' },
    unless: [{ context: { mayGoOn: '2026-12-09' } }],
  },
  'held held-already': { context: { held: true } },
  'released not-held': { context: { held: false } },
  'post-taken person-unknown': { context: { person: { state: null, leftOn: null } } },
  'post-left left-before-taken': {
    told: { kind: 'post-left', says: { to: '2026-11-28' } },
    facts: { from: '2026-11-30', to: '2026-11-28' },
    unless: [
      { told: { kind: 'post-left', says: { to: '2026-11-29' } } },
      {
        before: ['post-taken', { kind: 'post-corrected', says: { from: '2026-11-23' } }],
        told: { kind: 'post-left', says: { to: '2026-11-28' } },
      },
      { told: { kind: 'post-left', says: { to: '2026-11-30' } } },
      { before: [{ kind: 'post-taken', says: null }], told: { kind: 'post-left', says: { to: '2026-11-29' } } },
    ],
  },
  'proposed nothing-changed': { told: { kind: 'proposed', says: { base: hash('2') } }, facts: { role: 'sales-manager' } },
  'proposed another-role': {
    before: ['proposed', 'returned'],
    told: { kind: 'proposed', says: { path: 'roles/cook.yaml' } },
    facts: { path: 'roles/cook.yaml', before: 'roles/sales-manager.yaml' },
    unless: [{ before: [{ kind: 'proposed', says: null }, 'returned'], told: { kind: 'proposed', says: { path: 'roles/cook.yaml' } } }],
  },
  'approved own-proposal': {
    told: 'approved',
    facts: { name: 'Анна Иванова' },
    unless: [{ told: 'approved', context: rules({ approvalByTwo: false }) }],
  },
  'approved other-changes-seen': { told: { kind: 'approved', actor: 'a_2', says: { seen: hash('9') } } },
  'approved file-changed': {
    context: { current: hash('9') },
    facts: { path: 'roles/sales-manager.yaml' },
    unless: [{ before: [{ kind: 'proposed', says: { base: undefined } as never }], context: { current: null } }],
  },
  'returned other-changes-seen': { told: { kind: 'returned', says: { seen: hash('9') } } },
  'returned no-comment': { told: { kind: 'returned', says: { comment: undefined } as never } },
  'numbered not-approved': {
    context: { approved: false },
    facts: { role: 'sales-manager' },
    unless: [{ context: { approved: false, ...rules({ approvedOnly: false }) } }],
  },
  'numbered replaces-nothing': {
    context: { replaced: 'voided' },
    facts: { state: 'voided' },
    unless: [{ told: { kind: 'numbered', says: { replaces: undefined } as never }, context: { replaced: null } }],
  },
  'replaced by-itself': { told: { kind: 'replaced', says: { by: 'd_1' } } },
  'replaced successor-not-issued': { context: { successor: null }, facts: { state: 'nothing' } },
  'void-dropped void-not-asked': {
    before: ['numbered', 'issued', 'void-asked', 'void-dropped'],
    unless: [{ before: ['numbered', 'issued', 'void-asked', 'void-dropped', 'void-asked'] }],
  },
  'voided second-missing': {
    told: { kind: 'voided', says: { second: undefined } as never },
    unless: [{ told: { kind: 'voided', says: { second: undefined } as never }, context: rules({ voidByTwo: false }) }],
  },
  'voided same-person': { told: { kind: 'voided', says: { second: ' анна  ИВАНОВА ' } }, facts: { name: 'Анна Иванова' } },
  'requested not-in-force': { context: document({ state: 'numbered' }), facts: { state: 'numbered' } },
  'requested of-another-person': { context: document({ person: 'p_2' }), unless: [{ context: document({ person: 'p_1' }) }] },
  'requested person-unknown': { context: { person: { state: null, leftOn: null } } },
  'requested person-has-left': {
    context: { person: { state: 'left', leftOn: '2026-12-09' } },
    told: { kind: 'requested', says: { due: '2026-12-11' } },
    facts: { day: '2026-12-09' },
    unless: [
      { context: { person: { state: 'left', leftOn: today } }, told: { kind: 'requested', says: { due: '2026-12-11' } } },
      { context: { person: { state: 'employed', leftOn: '2026-12-09' } }, told: { kind: 'requested', says: { due: '2026-12-11' } } },
    ],
  },
  'requested asked-already': { context: { waiting: true } },
  'requested method-not-allowed': {
    context: { methods: ['paper', 'link'] },
    facts: { method: 'in-person', methods: 'paper, link' },
  },
  'requested signature-too-weak': {
    told: { kind: 'requested', says: { due: today, method: 'link' } },
    context: { strongerBy: 'ст. 22.3 ТК РФ' },
    facts: { law: 'ст. 22.3 ТК РФ' },
    unless: [{ told: { kind: 'requested', says: { due: today } }, context: { strongerBy: 'ст. 22.3 ТК РФ' } }],
  },
  'requested due-is-past': {
    told: { kind: 'requested', says: { due: '2026-12-09' } },
    facts: { due: '2026-12-09' },
    unless: [{ told: { kind: 'requested', says: { due: undefined } as never } }, { told: { kind: 'requested', says: { due: today } } }],
  },
  'sent no-link-asked': { before: ['requested'], told: 'sent' },
  'declined no-link-asked': {
    before: ['requested', 'opened'],
    told: { kind: 'declined', says: { how: 'link' } },
    unless: [{ before: [linked, 'opened'], told: { kind: 'declined', says: { how: 'link' } } }],
  },
  'declined not-opened': { before: [linked], told: { kind: 'declined', says: { how: 'link' } } },
  'declined own-record': {
    context: desk({ names: ['Иванова А.'] }),
    facts: { name: 'Анна Иванова' },
    unless: [{ context: { desk: undefined } }],
  },
  'declined day-to-come': { told: { kind: 'declined', says: { on: '2026-12-11' } }, facts: { day: '2026-12-11' } },
  'declined before-offered': {
    told: { kind: 'declined', says: { on: '2026-11-30' } },
    facts: { day: '2026-11-30', dated: '2026-11-30', asked: '2026-12-01' },
    unless: [
      { told: { kind: 'declined', says: { on: '2026-11-30' } }, context: desk({ askedOn: '2026-11-30' }) },
      { told: { kind: 'declined', says: { on: '2026-12-01' } } },
    ],
  },
  'acknowledged own-record': {
    context: desk({ names: ['Иванова А. П.'] }),
    facts: { name: 'Анна Иванова' },
    unless: [{ context: desk({ names: ['Иванова О. П.', 'Анна Иванченко'] }) }, { context: { desk: undefined } }],
  },
  'acknowledged not-in-force': { context: document({ state: 'voided' }), facts: { state: 'voided' } },
  'acknowledged no-link-asked': { told: byLink, unless: [{ before: [linked, 'opened'], told: byLink }] },
  'acknowledged not-opened': { before: [linked], told: byLink },
  'acknowledged scan-not-checked': {
    before: ['requested', 'printed', 'scanned'],
    told: paper,
    unless: [{ before: onPaper, told: paper }],
  },
  'acknowledged signed-on-paper': { before: onPaper },
  'acknowledged another-scan': { before: onPaper, told: { kind: 'acknowledged', says: { how: 'paper', evidence: hash('9') } } },
  'acknowledged day-to-come': {
    told: { kind: 'acknowledged', says: { on: '2026-12-11' } },
    facts: { day: '2026-12-11' },
    unless: [{ told: { kind: 'acknowledged', says: { on: today } } }],
  },
  'acknowledged before-its-date': {
    told: { kind: 'acknowledged', says: { on: '2026-11-29' } },
    facts: { day: '2026-11-29', dated: '2026-11-30' },
    unless: [{ told: { kind: 'acknowledged', says: { on: '2026-11-30' } } }],
  },
  'acknowledged before-its-sheet': {
    before: onPaper,
    told: { kind: 'acknowledged', says: { how: 'paper', evidence: samples.scanned.sha256, on: '2026-11-30' } },
    facts: { day: '2026-11-30', printed: '2026-12-01' },
    unless: [{ before: onPaper, told: paper }],
  },
  'acknowledgement-undone own-answer': {
    before: [linked, 'opened', { kind: 'acknowledged', says: { how: 'link' } }],
  },
  'acknowledgement-undone own-record': {
    context: { names: ['Иванова Анна Петровна'] },
    facts: { name: 'Анна Иванова' },
    unless: [{ context: { names: ['Иванова Ольга Петровна'] } }],
  },
  'acknowledgement-undone second-missing': {
    told: { kind: 'acknowledgement-undone', says: { second: undefined } as never },
    unless: [{ told: { kind: 'acknowledgement-undone', says: { second: undefined } as never }, context: rules({ voidByTwo: false }) }],
  },
  'acknowledgement-undone same-person': {
    told: { kind: 'acknowledgement-undone', says: { second: 'Иванова А.П.' } },
    facts: { name: 'Анна Иванова' },
  },
  'undo-asked own-answer': { before: [linked, 'opened', { kind: 'acknowledged', says: { how: 'link' } }] },
  'undo-asked own-record': {
    context: { names: ['Иванова Анна Петровна'] },
    facts: { name: 'Анна Иванова' },
    unless: [{ context: { names: ['Иванова Ольга Петровна'] } }],
  },
  'undo-dropped undo-not-asked': {
    before: ['requested', 'opened', 'acknowledged', 'undo-asked', 'undo-dropped'],
    unless: [{ before: ['requested', 'opened', 'acknowledged', 'undo-asked', 'undo-dropped', 'undo-asked'] }],
  },
  'refusal-recorded act-missing': {
    told: withoutAct(),
    unless: [
      { told: withoutAct(), context: { law: { act: false, witnesses: 2 } } },
      { told: { kind: 'refusal-recorded', says: { act: undefined } as never } },
      { told: { kind: 'refusal-recorded', says: { document: undefined } as never } },
    ],
  },
  'refusal-recorded own-record': { context: { names: ['Иванова А. П.', 'Анна Иванова'] }, facts: { name: 'Анна Иванова' } },
  'refusal-recorded day-to-come': { told: { kind: 'refusal-recorded', says: { on: '2026-12-11' } }, facts: { day: '2026-12-11' } },
  'refusal-recorded before-offered': {
    told: { kind: 'refusal-recorded', says: { on: '2026-11-29' } },
    context: { askedOn: null },
    facts: { day: '2026-11-29', dated: '2026-11-30', asked: '' },
    unless: [{ told: { kind: 'refusal-recorded', says: { on: '2026-11-30' } }, context: { askedOn: null } }],
  },
  'refusal-recorded too-few-witnesses': {
    told: { kind: 'refusal-recorded', says: { witnesses: ['Ольга Петрова'] } },
    facts: { needed: 2, given: 1 },
    unless: [{ told: none, context: { law: { act: true, witnesses: 0 } } }],
  },
  'refusal-recorded witness-twice': {
    told: { kind: 'refusal-recorded', says: { witnesses: ['Ольга Петрова', 'Иван Сидоров', 'ольга петрова'] } },
    facts: { name: 'Ольга Петрова' },
  },
  'refusal-recorded witness-records': {
    told: { kind: 'refusal-recorded', says: { witnesses: ['Ольга Петрова', 'Анна Иванова'] } },
    facts: { name: 'Анна Иванова' },
  },
  'refusal-recorded witness-refused': {
    told: { kind: 'refusal-recorded', says: { witnesses: ['Мария Кузнецова', 'Ольга Петрова'] } },
    facts: { name: 'Мария Кузнецова' },
  },
  'refusal-amended own-record': { context: { names: ['Анна Иванова'] }, facts: { name: 'Анна Иванова' } },
  'refusal-amended day-to-come': { told: { kind: 'refusal-amended', says: { on: '2026-12-11' } }, facts: { day: '2026-12-11' } },
  'refusal-amended before-offered': {
    told: { kind: 'refusal-amended', says: { on: '2026-11-30' } },
    facts: { day: '2026-11-30', dated: '2026-11-30', asked: '2026-12-01' },
  },
  'refusal-amended too-few-witnesses': {
    told: { kind: 'refusal-amended', says: { witnesses: ['Ольга Петрова'] } },
    facts: { needed: 2, given: 1 },
    unless: [{ told: { kind: 'refusal-amended', says: { witnesses: [] } }, context: { law: { act: true, witnesses: 0 } } }],
  },
  'refusal-amended witness-twice': {
    told: { kind: 'refusal-amended', says: { witnesses: ['Ольга Петрова', 'Иван Сидоров', 'ольга петрова'] } },
    facts: { name: 'Ольга Петрова' },
  },
  'refusal-amended witness-records': {
    told: { kind: 'refusal-amended', says: { witnesses: ['Ольга Петрова', 'Анна Иванова'] } },
    facts: { name: 'Анна Иванова' },
  },
  'refusal-amended witness-refused': {
    told: { kind: 'refusal-amended', says: { witnesses: ['Мария Кузнецова', 'Ольга Петрова'] } },
    facts: { name: 'Мария Кузнецова' },
  },
  'sheet-returned no-sheet': { before: ['requested', 'superseded'] },
  'scanned another-paper': {
    context: { code: 'OTHER' },
    facts: { code: 'OTHER' },
    unless: [{ context: { code: null } }],
  },
  'scan-checked own-signature': {
    told: { kind: 'scan-checked', actor: 'a_2' },
    context: { names: ['Анна Иванова', 'Петрова О. П.'] },
    facts: { name: samples['scan-checked'].by },
    unless: [{ told: { kind: 'scan-checked', actor: 'a_2' }, context: { names: ['Анна Иванова'] } }],
  },
  'scan-checked own-scan': {
    told: 'scan-checked',
    facts: { name: 'Ольга Петрова' },
    unless: [{ told: 'scan-checked', context: rules({ scanByTwo: false }) }],
  },
  'expired not-due-yet': {
    before: [{ kind: 'requested', says: { due: today } }],
    facts: { due: today },
  },
  'superseded by-itself': {
    told: { kind: 'superseded', says: { by: 'd_1' } },
    unless: [{ told: { kind: 'superseded', says: { by: 'r_2' } } }],
  },
  'plan-begun person-unknown': { context: { person: { state: null, leftOn: null } } },
  'plan-begun person-has-left': {
    context: { person: { state: 'left', leftOn: '2026-12-09' } },
    facts: { day: '2026-12-09' },
    unless: [{ context: { person: { state: 'left', leftOn: today } } }],
  },
  'plan-begun plan-runs': { context: { running: true } },
  'helper-named own-helper': {
    context: { names: ['Oliver Grant'] },
    facts: { name: 'Oliver Grant' },
    unless: [{ context: { names: ['Oliver Grantham'] } }],
  },
  'task-ticked no-such-task': { context: { task: null }, facts: { item: 'learn-products' } },
  'task-ticked task-of-others': {
    context: { task: { owner: 'mentor', what: 'step', result: null } },
    unless: [
      { told: { kind: 'task-ticked', says: { as: 'head' } }, context: { task: { owner: 'manager', what: 'step', result: null } } },
      { told: { kind: 'task-ticked', says: { as: 'mentor' } }, context: { task: { owner: 'mentor', what: 'step', result: null } } },
      { told: { kind: 'task-ticked', says: { as: 'hr' } }, context: { task: { owner: 'it', what: 'step', result: null } } },
    ],
  },
  'task-ticked check-failed': {
    context: { task: { owner: 'new-hire', what: 'check', result: 'failed' } },
    unless: [
      { context: { task: { owner: 'new-hire', what: 'check', result: 'passed' } } },
      { context: { task: { owner: 'new-hire', what: 'step', result: null } } },
    ],
  },
  'task-unticked no-such-task': { context: { task: null }, facts: { item: 'learn-products' } },
  'task-unticked task-of-others': {
    told: { kind: 'task-unticked', says: { as: 'head' } },
    unless: [
      { context: { task: { owner: 'head-of-sales', what: 'step', result: null } }, told: { kind: 'task-unticked', says: { as: 'head' } } },
    ],
  },
  'task-noted no-such-task': {
    context: { task: null },
    facts: { item: 'learn-products' },
    // Whoever sees a task may say something of it.
    unless: [{ context: { task: { owner: 'it', what: 'step', result: null } } }],
  },
  'task-filed no-such-task': { context: { task: null }, facts: { item: 'learn-products' } },
  'task-checked no-such-task': { context: { task: null }, facts: { item: 'first-test' } },
  'task-checked no-check': { context: { task: { owner: 'new-hire', what: 'step', result: null } } },
  'task-checked own-check': {
    told: { kind: 'task-checked', says: { as: 'hr', by: 'Кузнецова М.' } },
    facts: { name: 'Кузнецова М.' },
    unless: [{ told: { kind: 'task-checked', says: { as: 'hr', by: 'Кузнецов О.' } } }],
  },
  'task-checked task-of-others': {
    context: { task: { owner: 'manager', what: 'check', result: null } },
    told: { kind: 'task-checked', says: { as: 'mentor' } },
    unless: [
      { context: { task: { owner: 'mentor', what: 'check', result: null } }, told: { kind: 'task-checked', says: { as: 'mentor' } } },
      { context: { task: { owner: 'manager', what: 'check', result: null } }, told: { kind: 'task-checked', says: { as: 'head' } } },
      { context: { task: { owner: 'manager', what: 'check', result: null } }, told: { kind: 'task-checked', says: { as: 'hr' } } },
    ],
  },
};

describe('what stands against it', () => {
  const named = Object.entries(cases).map(([name, one]) => [name, one] as const);

  it('is tried for every guard', () => {
    const all = Object.entries(guards).flatMap(([kind, own]) => Object.keys(own).map((code) => `${kind} ${code}`));
    expect(Object.keys(cases)).toEqual(all);
  });

  it.each(named)('%s', (name, { unless = [], facts = {}, ...one }) => {
    const [kind, code] = name.split(' ') as [Kind, string];
    const verdict = (asked: Omit<Case, 'unless' | 'facts'>) =>
      may(askedOf(asked.before ?? before[kind], asked.told ?? told(kind), asked.context));
    expect(verdict(one)).toEqual({ ok: false, code, facts });
    for (const other of unless) expect(verdict(other)).toEqual({ ok: true });
  });

  it('is that an author has two ids but one name, or two names but one id', () => {
    const asked = (says: string, actor: string) => may(askedOf(['proposed'], { kind: 'approved', actor, says: { by: says } }));
    expect(asked('Пётр  СМИРНОВ', 'a_2')).toMatchObject({ code: 'own-proposal' });
    expect(asked('P. Smirnov', 'a_1')).toMatchObject({ code: 'own-proposal' });
    expect(asked('Пётр Смирнов-Белов', 'a_2')).toEqual({ ok: true });
  });

  it('is not that nobody knows any more who wrote, or who scanned', () => {
    const erased = (kind: 'proposed' | 'scanned'): Told => ({ kind, says: null });
    const asked = { kind: 'scan-checked', actor: 'a_2' } as const;
    expect(may(askedOf(['requested', 'printed', erased('scanned')], asked))).toEqual({ ok: true });
    expect(may(askedOf(['requested', 'printed', erased('scanned')], 'scan-checked'))).toMatchObject({ code: 'own-scan' });
    expect(may(askedOf([erased('proposed')], { kind: 'approved', actor: 'a_2' }))).toMatchObject({ code: 'other-changes-seen' });
    expect(samePerson({ actor: 'a_1', name: undefined }, { actor: 'a_2', name: undefined })).toBe(false);
    expect(samePerson({ actor: undefined, name: undefined }, { actor: undefined, name: 'A' })).toBe(false);
    expect(samePerson({ actor: undefined, name: 'Anna  Maria' }, { actor: 'a_2', name: 'AnnaMaria' })).toBe(false);
  });

  it('is that a witness is called like any spelling of the employee', () => {
    expect(may(askedOf(before['refusal-recorded'], 'refusal-recorded', { names: ['Maria K.', 'Ольга Петрова'] }))).toMatchObject({
      code: 'witness-refused',
    });
  });

  it('is that a scan was made by whoever looks, under another id', () => {
    const asked = (says: string) => may(askedOf(before['scan-checked'], { kind: 'scan-checked', actor: 'a_2', says: { by: says } }));
    expect(asked(samples.scanned.by)).toMatchObject({ code: 'own-scan' });
  });

  it('is, without a day, that a request has none, or that nobody knows when something may go', () => {
    expect(may(askedOf([{ kind: 'requested', says: { due: undefined } as never }], 'expired'))).toMatchObject({
      code: 'not-due-yet',
      facts: { due: '' },
    });
    expect(may(askedOf(['began'], 'erased', { mayGoOn: null }))).toMatchObject({ code: 'kept-for-now', facts: { day: '' } });
    expect(may(askedOf([], 'requested', { person: { state: 'left', leftOn: null } }))).toMatchObject({ code: 'person-has-left' });
  });

  it('is that a request is superseded by itself', () => {
    expect(may(askedOf(['requested'], { kind: 'superseded', says: { by: 'r_1' } }))).toMatchObject({ code: 'by-itself' });
  });
});

describe('what stands against events of all kinds', () => {
  const tried = new Set<string>();
  const denial = (code: (typeof generalCodes)[number], verdict: ReturnType<typeof may>, facts: Facts): void => {
    tried.add(code);
    expect(verdict).toEqual({ ok: false, code, facts });
  };

  it('is told by its code', () => {
    denial('record-broken', may(askedOf(['requested', 'scanned'], 'opened')), { object: 'r_1', seq: 2 });
    denial('not-well-formed', may(askedOf(['requested'], { kind: 'cancelled', says: { reason: ' ' } })), {
      path: 'payload/reason',
      expected: 'text of 1 to 4000',
    });
    denial('not-there', may(askedOf([], 'opened')), { thing: 'request' });
    denial('there-already', may(askedOf(['requested'], 'requested')), { thing: 'request', state: 'requested', kind: 'requested' });
    denial('final', may(askedOf(['requested', 'cancelled'], 'acknowledged')), { thing: 'request', state: 'cancelled' });
    denial('not-now', may(askedOf(['requested'], 'scanned')), { thing: 'request', state: 'requested', kind: 'scanned' });
    expect(may(askedOf(['began'], 'began'))).toMatchObject({ code: 'there-already' });
    expect([...tried]).toEqual([...generalCodes]);
  });

  it('is a mistake of the program where it asks about something else', () => {
    const asked = askedOf(['requested'], 'opened');
    expect(() => may({ ...asked, life: { ...lifeOf('request', 'requested'), object: 'r_2' } })).toThrow('r_1 is not r_2');
  });

  it('has every kind in its place', () => {
    for (const kind of kinds)
      expect(before[kind].every((one) => thingOf(typeof one === 'string' ? one : one.kind) === thingOf(kind))).toBe(true);
  });
});

describe('the words', () => {
  const denied = [
    ...Object.entries(cases).map(([name, one]) => {
      const kind = name.split(' ')[0] as Kind;
      return may(askedOf(one.before ?? before[kind], one.told ?? told(kind), one.context));
    }),
    may(askedOf(['began'], 'erased', { mayGoOn: null })),
    may(askedOf(['requested', 'declined'], none)),
    may(askedOf([], 'requested', { person: { state: 'left', leftOn: null } })),
    may(askedOf([{ kind: 'requested', says: { due: undefined } as never }], 'expired')),
    may(askedOf(['requested', 'scanned'], 'opened')),
    may(askedOf(['requested'], { kind: 'cancelled', says: { reason: ' ' } })),
    ...kinds.filter((kind) => before[kind].length > 0).map((kind) => may(askedOf([], kind))),
    ...[['holding', 'post-taken'] as const, ['person', 'person-known'] as const, ['request', 'requested'] as const].map(([, kind]) =>
      may(askedOf([kind], kind)),
    ),
    may(askedOf(['post-taken', 'post-left'], 'post-taken')),
    may(askedOf(['proposed', 'withdrawn'], 'approved')),
    may(askedOf(['numbered', 'voided'], 'issued')),
    may(askedOf(['requested', 'cancelled'], 'acknowledged')),
    may(askedOf(['requested'], 'scanned')),
  ];

  it.each(languages)('say in %s what stands against it, and what to do', (language) => {
    const said = denied.flatMap((one) => (one.ok ? [expect.fail('not denied')] : [{ code: one.code, ...inLanguage(one, language) }]));
    for (const { code, message, hint } of said) {
      expect(message, code).toMatch(/^[“«\p{Lu}\d].*\.$/su);
      expect(hint, code).toMatch(/^\p{Lu}.*\.$/su);
      expect(message + hint, code).not.toMatch(/undefined|no words| {2}|\.\.|[{}]/);
    }
    expect([...new Set(said.map(({ code }) => code))].sort()).toEqual(Object.keys(wordsIn(language).codes).sort());
    if (process.env['SHOW']) console.log([...new Set(said.map((one) => `${one.code}: ${one.message} → ${one.hint}`))].join('\n'));
  });

  it('collide with no code of the root', () => {
    const own = Object.keys(wordsIn('en').codes);
    const roots = Object.keys(loadMessages(packageWorkspace(), 'en').codes);
    expect(own.filter((code) => roots.includes(code))).toEqual([]);
  });
});
