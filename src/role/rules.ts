/** What a schema cannot say about a role: references, weights, the order of the onboarding. */
import type { Kind } from '../read/data.js';
import { idsAreOnShelf, idsIn } from '../read/known-ids.js';
import type { Workspace } from '../workspace/workspace.js';
import { finding } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import { reference, valuesOf } from '../read/rules.js';
import type { Checked, Rule } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';
import { misfit, misfits } from './answer-fit.js';

/** Who can act in an onboarding without being a post of the role. */
export const builtInActors = [
  'new-hire',
  'manager',
  'mentor',
  'hr',
  'it',
  'trainer',
  'colleague',
  'director',
  'security',
  'accounting',
] as const;

export type BuiltInActor = (typeof builtInActors)[number];

/** Those of them that are functions of an organisation, so that a post of it may have them. */
export const offices = ['hr', 'it', 'trainer', 'director', 'security', 'accounting'] as const satisfies readonly BuiltInActor[];

export const roleRules: readonly Rule[] = [
  postsExist,
  actorsExist,
  entriesExist,
  columnsExist,
  sourcesExist,
  oneSuperior,
  weightsAddUp,
  sharesAddUp,
  questionsExist,
  questionsHaveDefaults,
  answersFit,
  betweenHasTwoEnds,
  stagesInOrder,
  stepsWithinStage,
  textsAreUnplaced,
];

export const roleKind: Kind = { schema: 'role', rules: roleRules };

/** With the countries and the competencies that the library has. */
export const roleKindOn = (library: Workspace | null): Kind =>
  library ? { ...roleKind, rules: [...roleRules, idsAreOnShelf(library), competenciesExist(library)] } : roleKind;

const keysOf = (value: unknown): string[] => (isRecord(value) ? Object.keys(value) : []);
const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const root = ({ data }: Checked): Record<string, unknown> => (isRecord(data) ? data : {});

/** Also used for organisations, whose posts are listed in the same way. */
export function postsExist(checked: Checked): Finding[] {
  const known = keysOf(root(checked).posts);
  return valuesOf(checked, 'postRef').flatMap(({ value, pointer }) => reference('post', value, known, pointer));
}

function actorsExist(checked: Checked): Finding[] {
  const known = [...new Set([...builtInActors, ...keysOf(root(checked).posts)])];
  return valuesOf(checked, 'actor').flatMap(({ value, pointer }) => reference('actor', value, known, pointer));
}

function entriesExist(checked: Checked): Finding[] {
  const ids = valuesOf(checked, 'id').filter((one): one is typeof one & { value: string } => typeof one.value === 'string');
  const duties = ids.filter((one) => one.pointer.startsWith('/duties/')).map((one) => one.value);
  const measures = ids.filter((one) => /^\/kpis\/\d+\/id$/.test(one.pointer)).map((one) => one.value);
  return valuesOf(checked, 'entryRef').flatMap(({ value, pointer }) =>
    reference('entry', value, pointer.startsWith('/kpis/') ? duties : [...duties, ...measures], pointer),
  );
}

function columnsExist(checked: Checked): Finding[] {
  return valuesOf(checked, 'table').flatMap(({ value, pointer }) => {
    const table = isRecord(value) ? value : {};
    const known = itemsOf(table.columns).flatMap((column) => (isRecord(column) && typeof column.id === 'string' ? [column.id] : []));
    return itemsOf(table.rows).flatMap((row, at) =>
      keysOf(isRecord(row) ? row.cells : null).flatMap((column) =>
        reference('column', column, known, `${pointer}/rows/${at}/cells${segment(column)}`, 'key'),
      ),
    );
  });
}

function sourcesExist(checked: Checked): Finding[] {
  const { sources } = root(checked);
  if (!isRecord(sources)) return [];
  return valuesOf(checked, 'source').flatMap(({ value, pointer }) =>
    (Array.isArray(value) ? value.map((one: unknown, at) => ({ one, at: `${pointer}/${at}` })) : [{ one: value, at: pointer }])
      .filter(({ one }) => typeof one === 'string' && one.includes(':'))
      .flatMap(({ one, at }) => reference('source', String(one).split(':', 1)[0], Object.keys(sources), at)),
  );
}

function oneSuperior(checked: Checked): Finding[] {
  const { reportsTo } = root(checked);
  const count = isRecord(reportsTo) ? itemsOf(reportsTo.posts).length : 0;
  return isRecord(reportsTo) && count > 1 && (reportsTo.mode ?? 'one') === 'one'
    ? [finding('several-superiors', '/reportsTo/posts', { count })]
    : [];
}

function weightsAddUp(checked: Checked): Finding[] {
  const kpis = itemsOf(root(checked).kpis).filter(isRecord);
  const named = [...new Set(kpis.flatMap(({ jurisdictions }) => itemsOf(jurisdictions)))];
  // Measures of one country add up with those of all.
  const wrong = (named.length > 0 ? named : [null]).map((country) => sumOf(kpis, country)).find((sum) => sum !== 100);
  const weighed = kpis.some(({ weight }) => typeof weight === 'number');
  return weighed && wrong !== undefined ? [finding('weights-not-100', '/kpis', { sum: wrong }, { side: 'key' })] : [];
}

function sumOf(kpis: readonly Record<string, unknown>[], country: unknown): number {
  const own = kpis.filter(({ jurisdictions }) => !Array.isArray(jurisdictions) || jurisdictions.includes(country));
  return Math.round(own.reduce((total, { weight }) => total + (typeof weight === 'number' ? weight : 0), 0) * 100) / 100;
}

/** The areas of an American description account for the whole of the working time. */
function sharesAddUp(checked: Checked): Finding[] {
  const areas = itemsOf(root(checked).duties).filter(
    (area): area is Record<string, unknown> =>
      isRecord(area) && (!Array.isArray(area.jurisdictions) || area.jurisdictions.includes('us')) && area.when === undefined,
  );
  const shares = areas.flatMap(({ share }) => (typeof share === 'number' ? [share] : []));
  const sum = Math.round(shares.reduce((total, share) => total + share, 0) * 100) / 100;
  return shares.length > 0 && sum !== 100 ? [finding('shares-not-100', '/duties', { sum }, { side: 'key' })] : [];
}

/** Questions that entries hang on, and those that texts name in braces. */
function questionsExist(checked: Checked): Finding[] {
  const known = itemsOf(root(checked).questions).flatMap((one) => (isRecord(one) && typeof one.id === 'string' ? [one.id] : []));
  const hung = valuesOf(checked, 'when').flatMap(({ value, pointer }) =>
    keysOf(value).flatMap((question) => reference('question', question, known, pointer + segment(question), 'key')),
  );
  const named = valuesOf(checked, 'text').flatMap(({ value, pointer }) =>
    (isRecord(value)
      ? Object.entries(value).map(([language, text]) => ({ text, at: pointer + segment(language) }))
      : [{ text: value, at: pointer }]
    )
      .filter((one): one is { text: string; at: string } => typeof one.text === 'string' && one.text.includes('{'))
      .flatMap(({ text, at }) =>
        [...text.matchAll(/\{([a-z0-9-]+)\}/g)].flatMap(([, question]) => reference('question', question, known, at)),
      ),
  );
  return [...hung, ...named];
}

/** A question with neither has no answer until somebody gives one, so no paper could be settled. */
function questionsHaveDefaults(checked: Checked): Finding[] {
  return itemsOf(root(checked).questions).flatMap((question, at) =>
    isRecord(question) && question.default === undefined && question.amounts === undefined
      ? [finding('question-without-default', `/questions/${at}`)]
      : [],
  );
}

/** The defaults of questions, and what the role itself answers. */
function answersFit(checked: Checked): Finding[] {
  const { questions, answers } = root(checked);
  const known = itemsOf(questions).flatMap((one) => (isRecord(one) && typeof one.id === 'string' ? [one.id] : []));
  return [
    ...itemsOf(questions).flatMap((question, at) =>
      isRecord(question) && question.default !== undefined ? misfit(question.default, question, `/questions/${at}/default`) : [],
    ),
    ...keysOf(answers).flatMap((question) => reference('question', question, known, `/answers${segment(question)}`, 'key')),
    ...misfits(answers, questions, '/answers'),
  ];
}

/** Competencies that the dictionary has. */
const competenciesExist =
  (library: Workspace): Rule =>
  (checked) => {
    const named = itemsOf(root(checked).competencies);
    if (named.length === 0) return [];
    const known = idsIn(library, 'competencies');
    return named.flatMap((one, at) => (isRecord(one) ? reference('competency', one.id, known, `/competencies/${at}/id`) : []));
  };

function betweenHasTwoEnds(checked: Checked): Finding[] {
  return valuesOf(checked, 'kpi').flatMap(({ value: kpi, pointer }) => {
    if (!isRecord(kpi)) return [];
    if (kpi.operator !== 'between')
      return kpi.max === undefined ? [] : [finding('max-without-between', `${pointer}/max`, {}, { side: 'key' })];
    if (kpi.max === undefined) return [finding('between-without-max', `${pointer}/operator`)];
    return typeof kpi.value === 'number' && typeof kpi.max === 'number' && kpi.value > kpi.max
      ? [finding('min-above-max', `${pointer}/max`, { min: kpi.value, max: kpi.max })]
      : [];
  });
}

interface Stage {
  id: string;
  start: number;
  end: number;
  steps: { due: number; pointer: string }[];
}

/** Days from the first day of work on, a week of work taken as a calendar week; enough to tell before from after. */
function dayNumber(value: unknown): number | null {
  if (!isRecord(value) || typeof value.day !== 'number' || value.day === 0) return null;
  const passed = value.day > 0 ? value.day - 1 : value.day;
  if (value.unit === 'calendar-day') return passed;
  const days = Math.abs(passed);
  return Math.sign(passed) * (Math.floor(days / 5) * 7 + (days % 5));
}

const calendarDays: Record<string, (length: number) => number> = {
  'working-day': (length) => Math.ceil(length / 5) * 7,
  'calendar-day': (length) => length,
  week: (length) => length * 7,
  month: (length) => length * 31,
};

function stagesOf(checked: Checked): Stage[] {
  const { onboarding } = root(checked);
  return itemsOf(isRecord(onboarding) ? onboarding.stages : null).flatMap((stage, at) => {
    if (!isRecord(stage) || !isRecord(stage.duration)) return [];
    const start = dayNumber(stage.start);
    const { min, max, unit } = stage.duration;
    const length = calendarDays[String(unit)]?.(Number(max ?? min)) ?? NaN;
    if (start === null || Number.isNaN(length)) return [];
    const steps = ['steps', 'checks'].flatMap((list) =>
      itemsOf(stage[list]).flatMap((step, number) => {
        const due = isRecord(step) ? dayNumber(step.due) : null;
        return due === null ? [] : [{ due, pointer: `/onboarding/stages/${at}/${list}/${number}/due` }];
      }),
    );
    return [{ id: String(stage.id), start, end: start + length, steps }];
  });
}

function stagesInOrder(checked: Checked): Finding[] {
  const stages = stagesOf(checked);
  return stages.flatMap((stage, at) => {
    const before = stages[at - 1];
    return before && stage.start < before.start
      ? [finding('stage-order', `/onboarding/stages/${at}/start`, { stage: stage.id, previous: before.id })]
      : [];
  });
}

function stepsWithinStage(checked: Checked): Finding[] {
  return stagesOf(checked).flatMap((stage) =>
    stage.steps
      .filter(({ due }) => due < stage.start || due > stage.end)
      .map(({ due, pointer }) =>
        finding('step-outside-stage', pointer, { stage: stage.id, side: due < stage.start ? 'before' : 'after' }, { severity: 'warning' }),
      ),
  );
}

/** Told once: what a file said and no part of the role says yet. */
function textsAreUnplaced(checked: Checked): Finding[] {
  const count = itemsOf(root(checked).unplaced).length;
  return count > 0 ? [finding('unplaced-texts', '/unplaced', { count }, { side: 'key', severity: 'warning' })] : [];
}
