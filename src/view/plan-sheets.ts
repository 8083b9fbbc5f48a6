/** An onboarding as a spreadsheet: a row for everything that its reader ticks off, with real dates and a status to choose. */
import type { Plan } from '../law/plan.js';
import type { Role } from '../role/role.generated.js';
import type { Cell, Column, Sheet } from '../document/workbook.js';
import type { Audience } from './audience.js';
import type { StageView, StepView } from './onboarding.js';
import type { Parties } from './parties.js';
import { factsAt, sideBySide, textInFormula, words } from './sheets.js';
import type { Contents } from './sheets.js';
import { planFor } from '../law/plan.js';
import type { View } from './view.js';
import type { Wording } from './wording.js';

/** Where the phrases of each reader’s plan are. */
const phrases: Record<Audience, string> = { 'new-hire': 'checklist', manager: 'plan-manager', hr: 'plan-hr' };

/** Everything in it is as the document of the same kind has it. Null for a role without onboarding. */
export function planSheets(role: Role, audience: Audience, parties: Parties, view: View, wording: Wording): Contents | null {
  if (!view.onboarding.value) return null;
  const { phrase } = wording;
  const plan = planFor(role, parties, wording.jurisdiction);
  const mentored = view.papers.mentored.value ?? 'none';
  const title = phrase(`${phrases[audience]}.full`, { title: wording.title.titleOf, mentored });
  const questions = audience === 'manager' ? questionSheet(view.onboarding.value.stages, title, wording) : null;
  return {
    title,
    subject: phrase(`${phrases[audience]}.kind`, { mentored }),
    sheets: [planSheet(rowsOf(audience, view, plan, wording), title, view, plan, wording), ...(questions ? [questions] : [])],
  };
}

function planSheet(rows: Cell[][], title: string, { employee, papers }: View, plan: Plan | null, wording: Wording): Sheet {
  const { phrase } = wording;
  const { term } = papers.probation.value;
  const mentor: [string, string | null] = [phrase('actor.mentor'), employee.value.mentor];
  const status = (name: string): string => phrase(`sheet.statuses.${name}`);
  const dropped = textInFormula(status('dropped'));
  const done = textInFormula(status('done'));
  const progress: Cell = {
    type: 'formula',
    formula: `COUNTIF({status:},${done})&" / "&ROWS({status:})-COUNTIF({status:},${dropped})`,
    value: `0 / ${rows.length}`,
    format: 'plain',
  };
  const day = (date: string | undefined): Cell | null => (date === undefined ? null : { type: 'date', date, format: 'date' });
  return {
    name: phrase('sheet.plan'),
    title,
    facts: sideBySide(
      factsAt(
        'stage',
        'step',
        [
          [phrase('checklist.employee'), employee.value.fullName],
          [phrase('actor.manager'), employee.value.manager],
          ...(papers.mentored.value ? [mentor] : []),
        ],
        wording,
      ),
      factsAt(
        'owner',
        'status',
        [
          [phrase('checklist.first-day'), day(plan?.firstDay)],
          [phrase('probation.review', { term }), day(plan?.probation?.review)],
          [phrase('probation.end', { term }), day(plan?.probation?.end)],
        ],
        wording,
      ),
      factsAt('done-on', 'proof', [[phrase('sheet.progress'), progress]], wording),
    ),
    columns: planColumns(wording),
    rows,
    totals: [],
    remarks: papers.provisional.value === null ? [] : [papers.provisional.value],
  };
}

function planColumns({ phrase }: Wording): Column[] {
  const warning = (message: string) => ({ title: phrase('sheet.entry'), message: phrase(message) });
  const choices = ['open', 'begun', 'done', 'dropped'].map((name) => phrase(`sheet.statuses.${name}`));
  return [
    { id: 'stage', heading: phrase('calendar.stage-label'), width: 20 },
    { id: 'step', heading: phrase('plan.step'), width: 48 },
    { id: 'owner', heading: phrase('plan.owner'), width: 20 },
    { id: 'due', heading: phrase('plan.due'), width: 15 },
    {
      id: 'status',
      heading: phrase('sheet.status'),
      width: 13,
      entry: { of: 'choice', choices, otherwise: warning('sheet.choose') },
      settledBy: phrase('sheet.statuses.done'),
    },
    { id: 'done-on', heading: phrase('sheet.done-on'), width: 13, entry: { of: 'date', otherwise: warning('sheet.enter-date') } },
    { id: 'proof', heading: phrase('plan.proof'), width: 26 },
    { id: 'remarks', heading: phrase('sheet.remarks'), width: 20, entry: { of: 'words' } },
  ];
}

/** What the reader ticks off, in the order of the document. */
function rowsOf(audience: Audience, { onboarding, papers }: View, plan: Plan | null, wording: Wording): Cell[][] {
  const { phrase } = wording;
  const due = (id: string, said: string): Cell => {
    const date = plan?.due.get(id)?.date;
    return date === undefined ? words(said, wording) : { type: 'date', date, format: 'day' };
  };
  const row = (stage: string, step: string, owner: string, until: Cell, proof: string | null): Cell[] => [
    words(stage, wording),
    words(step, wording),
    words(owner, wording),
    until,
    { type: 'entry', value: phrase('sheet.statuses.open'), format: 'plain' },
    { type: 'entry', format: 'date' },
    words(proof, wording),
    { type: 'entry', format: 'plain' },
  ];
  const stepRow =
    (stage: string) =>
    ({ id, text, owner, due: said, proof }: StepView): Cell[] =>
      row(stage, text, owner, due(id, said), proof);
  const checkRow =
    (stage: string) =>
    ({ id, title, by, due: said, passMark }: StageView['checks'][number]): Cell[] =>
      row(stage, phrase('calendar.check', { check: title }), by, due(id, said), passMark);

  const talkRows = [...papers.probation.value.appointments, ...papers.probation.value.checkIns].map(({ text, date, due: said }) =>
    row(
      phrase(papers.probation.value.possible ? 'probation.heading' : 'probation.check-ins', { term: papers.probation.value.term }),
      text,
      phrase('actor.manager'),
      date === null ? words(said, wording) : { type: 'date', date, format: 'day' },
      null,
    ),
  );
  if (audience === 'manager')
    return [
      ...papers.plans.value.manager.value.flatMap(({ title, steps, accepts, checks }) =>
        inOrder([...[...steps, ...accepts].map(stepRow(title)), ...checks.map(checkRow(title))]),
      ),
      ...talkRows,
    ];
  if (audience === 'new-hire')
    return papers.plans.value.newHire.value.flatMap(({ title, steps, help, checks }) =>
      inOrder([...[...steps, ...help].map(stepRow(title)), ...checks.map(checkRow(title))]),
    );
  const stageOf = new Map(
    (onboarding.value?.stages ?? []).flatMap(({ title, steps, checks }) => [...steps, ...checks].map(({ id }) => [id, title] as const)),
  );
  return [
    ...papers.starting.value.map(({ text, by, when, last, basis }) =>
      row(phrase('plan-hr.law'), text, by, last === null ? words(when, wording) : { type: 'date', date: last, format: 'day' }, basis),
    ),
    ...papers.plans.value.hr.value.steps.map((step) => stepRow(stageOf.get(step.id) ?? '')(step)),
    ...papers.plans.value.hr.value.checks.map((check) => checkRow(stageOf.get(check.id) ?? '')(check)),
    ...papers.probation.value.collected.map(({ text, date, due: said, by, collect }) =>
      row(phrase('plan-hr.checks'), text, by, date === null ? words(said, wording) : { type: 'date', date, format: 'day' }, collect),
    ),
  ];
}

/** By their days, where these are known; what falls on one day stays in the order of the document. */
const inOrder = (rows: Cell[][]): Cell[][] => [...rows].sort((a, b) => dateOf(a).localeCompare(dateOf(b)));
const dateOf = (row: readonly Cell[]): string => row.find((cell) => cell.type === 'date')?.date ?? '';

/** Room for answers and marks; null where no check has questions. */
function questionSheet(stages: readonly StageView[], title: string, wording: Wording): Sheet | null {
  const { phrase } = wording;
  const rows = stages.flatMap(({ checks }) =>
    checks.flatMap((check) =>
      check.questions.map(({ text }): Cell[] => [
        words(check.title, wording),
        words(text, wording),
        { type: 'entry', format: 'plain' },
        { type: 'entry', format: 'plain' },
      ]),
    ),
  );
  if (rows.length === 0) return null;
  return {
    name: phrase('sheet.questions'),
    title: `${title}: ${phrase('sheet.questions').toLocaleLowerCase(wording.locale)}`,
    facts: [],
    columns: [
      { id: 'check', heading: phrase('sheet.check'), width: 30 },
      { id: 'question', heading: phrase('plan.question'), width: 60 },
      { id: 'answer', heading: phrase('plan.answer'), width: 60, entry: { of: 'words' } },
      { id: 'mark', heading: phrase('plan.mark'), width: 12, entry: { of: 'words' } },
    ],
    rows,
    totals: [],
    remarks: [],
  };
}
