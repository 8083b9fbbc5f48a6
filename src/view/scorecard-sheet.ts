/** The measures of a role as a spreadsheet that reckons: actual against target, times weight, by the rules that the scorecard states. */
import { asSentence } from '../language/sentences.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Kpi, Role } from '../role/role.generated.js';
import { achievedFormula, inGroups, overallFormulas, sharedOut } from '../role/score.js';
import type { ScoreSettings } from '../role/score.js';
import { scoreSettings } from './scorecard.js';
import type { Cell, Column, Format } from '../document/workbook.js';
import { empty, factsAt, sideBySide, textInFormula, words } from './sheets.js';
import type { Contents } from './sheets.js';
import type { View } from './view.js';
import type { Wording } from './wording.js';

/** Null for a role without measures. */
export function scorecardSheet(
  role: Role,
  organisation: Organisation | null,
  { employee, papers }: View,
  wording: Wording,
): Contents | null {
  const { measures: kpis } = sharedOut(inGroups(role.kpis ?? []));
  if (kpis.length === 0) return null;
  const settings = scoreSettings(organisation);
  const { phrase } = wording;
  const title = phrase('scorecard.full', { title: wording.title.titleOf });
  const { rows, rules } = papers.scorecard.value;
  const ranges = kpis.some(({ operator }) => operator === 'between');
  const grouped = kpis.some(({ group }) => group !== undefined);
  const columns = columnsOf(ranges, grouped, wording);
  const date: Cell = { type: 'entry', format: 'date' };
  return {
    title,
    subject: phrase('scorecard.kind'),
    sheets: [
      {
        name: phrase('sheet.scorecard'),
        title,
        facts: sideBySide(
          factsAt(
            'name',
            'source',
            [
              [phrase('facts.holder'), employee.value.fullName],
              [phrase('facts.department'), employee.value.departmentTitle],
              [phrase('actor.manager'), employee.value.manager],
            ],
            wording,
          ),
          factsAt(
            'period',
            'target',
            [
              [phrase('scorecard.period-from-label'), date],
              [phrase('scorecard.period-to-label'), date],
            ],
            wording,
          ),
        ),
        columns,
        rows: kpis.map((kpi, at) => [
          ...(grouped ? [words(wording.sayMaybe(kpi.group), wording)] : []),
          ...measure(kpi, rows[at], ranges, settings, wording),
        ]),
        totals: totalsOf(kpis, columns, settings, wording),
        remarks: [...rules, phrase('scorecard.no-entitlement')].map((text) => asSentence(text, wording.locale)),
      },
    ],
  };
}

function columnsOf(ranges: boolean, grouped: boolean, { phrase }: Wording): Column[] {
  const number: Column['entry'] = { of: 'number', otherwise: { title: phrase('sheet.entry'), message: phrase('sheet.enter-number') } };
  return [
    ...(grouped ? [{ id: 'group', heading: phrase('sheet.group'), width: 20 }] : []),
    { id: 'name', heading: phrase('scorecard.name'), width: 32 },
    { id: 'source', heading: phrase('sheet.source'), width: 32 },
    { id: 'period', heading: phrase('measures.period'), width: 11 },
    { id: 'unit', heading: phrase('scorecard.unit'), width: 13 },
    { id: 'condition', heading: phrase('sheet.condition'), width: 11 },
    { id: 'target', heading: phrase('scorecard.target'), width: 13, entry: number },
    ...(ranges ? [{ id: 'upper', heading: phrase('sheet.upper'), width: 11, entry: number }] : []),
    { id: 'weight', heading: phrase('scorecard.weight'), width: 8, entry: number },
    { id: 'actual', heading: phrase('scorecard.actual'), width: 11, entry: number },
    { id: 'achieved', heading: phrase('scorecard.achieved'), width: 13 },
    { id: 'weighted', heading: phrase('scorecard.weighted'), width: 13 },
    { id: 'remarks', heading: phrase('sheet.remarks'), width: 20, entry: { of: 'words' } },
  ];
}

function measure(
  kpi: Kpi,
  said: View['papers']['scorecard']['value']['rows'][number] | undefined,
  ranges: boolean,
  settings: ScoreSettings,
  wording: Wording,
): Cell[] {
  const { phrase } = wording;
  const limit = (value: number | null | undefined): Cell => ({
    type: 'entry',
    format: formatOf(kpi, value ?? null),
    ...(value !== null && value !== undefined && { value: scaled(kpi, value) }),
  });
  return [
    words(wording.say(kpi.name), wording),
    words([wording.sayMaybe(kpi.formula), wording.sayMaybe(kpi.dataSource), said?.areas].filter(Boolean).join('; '), wording),
    words(kpi.period === undefined ? null : phrase(`period.${kpi.period}`), wording),
    words(said?.unit ?? null, wording),
    words(phrase(`sheet.conditions.${kpi.operator}`), wording),
    limit(kpi.value),
    ...(ranges ? [kpi.operator === 'between' ? limit(kpi.max ?? kpi.value) : empty] : []),
    { type: 'entry', format: 'plain', ...(kpi.weight !== undefined && { value: kpi.weight }) },
    { type: 'entry', format: formatOf(kpi, null) },
    { type: 'formula', formula: achievedFormula(kpi.operator, settings), value: '', format: 'tenths' },
    {
      type: 'formula',
      formula: 'IF(AND(ISNUMBER({achieved}),ISNUMBER({weight})),{achieved}*{weight}/100,"")',
      value: '',
      format: 'tenths',
    },
    { type: 'entry', format: 'plain' },
  ];
}

/** A per cent is a number of its own kind, so that 95 and 95 % mean the same to whoever enters it. */
const scaled = ({ unit }: Kpi, value: number): number => (unit === 'percent' ? value / 100 : value);

function formatOf({ unit }: Kpi, value: number | null): Format {
  if (unit === 'percent') return value !== null && Number.isInteger(value) ? 'percent' : 'percent-tenths';
  return unit === 'money' ? 'whole' : 'plain';
}

function totalsOf(kpis: readonly Kpi[], columns: readonly Column[], settings: ScoreSettings, wording: Wording): Cell[][] {
  const { phrase } = wording;
  const line = (cells: Readonly<Record<string, Cell>>): Cell[] => columns.map(({ id }) => cells[id] ?? empty);
  const label = (key: string): Cell => ({ type: 'text', text: phrase(key), tone: 'strong' });
  const reckoned = (formula: string, value: string | number, format: Format = 'tenths'): Cell => ({
    type: 'formula',
    formula,
    value,
    format,
    tone: 'strong',
  });
  const weight = kpis.reduce((sum, kpi) => sum + (kpi.weight ?? 0), 0);
  const wrong = phrase('sheet.weights-wrong');
  const adds = Math.abs(weight - 100) < 0.005 || kpis.every((kpi) => kpi.weight === undefined);
  const { scored, score } = overallFormulas(settings, textInFormula(phrase('scorecard.too-little')));
  const of = `${phrase('scorecard.of')} `;
  return [
    line({
      name: label('scorecard.total'),
      weight: reckoned('SUM({weight:})', weight, 'plain'),
      weighted: reckoned('IF(COUNT({weighted:})=0,"",SUM({weighted:}))', ''),
    }),
    line({
      name: label('scorecard.scored-weight'),
      weight: reckoned(scored, 0, 'plain'),
      actual: reckoned(`${textInFormula(of)}&SUM({weight:})`, `${of}${weight}`, 'plain'),
    }),
    line({ name: label('scorecard.overall'), weighted: reckoned(score, '') }),
    line({
      name: { type: 'text', text: phrase('sheet.filled') },
      source: { type: 'formula', formula: 'COUNT({actual:})&" / "&ROWS({actual:})', value: `0 / ${kpis.length}`, format: 'plain' },
      weight: {
        type: 'formula',
        formula: `IF(OR(COUNT({weight:})=0,ABS(SUM({weight:})-100)<0.005),"",${textInFormula(wrong)})`,
        value: adds ? '' : wrong,
        format: 'plain',
        tone: 'warning',
      },
    }),
  ];
}
